"""
The same pages, the same bytes: however they are given, whoever reads them, wherever.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

Run = Callable[..., "subprocess.CompletedProcess[str]"]

SETTINGS = (
    ("1", {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Auckland"}),
    ("2", {"PYTHONHASHSEED": "271828", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/Lima"}),
)


def test_order_workers_hash_seed_locale_and_cache_change_nothing(
    pile: Path, verbale: Run, clean_hash: tuple[str, Path], tmp_path: Path, long: bool
) -> None:
    """
    Pages shuffled and in two heaps, by one worker and by two, under another hash seed,
    locale and time zone: one hash, and the same again when everything is kept already.
    """
    for number in range(10 if long else 1):
        pages = sorted(pile.iterdir())
        Random(number).shuffle(pages)
        half = len(pages) // 2
        to = tmp_path / f"{number}.verbale"

        for given, (workers, setting) in zip((pages[:half], pages), SETTINGS, strict=True):
            command = ("build", *given, "--to", to, "--workers", workers)
            assert verbale(*command, setting=setting).returncode == 0
            again = verbale(*command)

            assert "(0 read now" in again.stdout
        assert verbale("dump", "--canonical", to, setting=setting).stdout.strip() == clean_hash[0]
