"""The pages benchmark: scored as its own script does, and above its floor."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from verbale.errors import ConfigError
from verbale.evaluate.pages import run

SHARED = Path(os.environ.get("VERBALE_SHARED", Path(__file__).parents[3] / "shared"))
PAGES = SHARED / "bench" / "pages"


@pytest.mark.skipif(not PAGES.is_dir(), reason="the pages benchmark is not here")
def test_cleaning_stays_above_its_floor() -> None:
    """
    The floors are a little under what was reached when they were set.
    """
    scores = run(PAGES)

    assert scores["text_f1"] >= 0.928
    assert scores["html_f1"] >= 0.955


def test_a_folder_without_the_benchmark_is_named(tmp_path: Path) -> None:
    """
    The message says which file is missing.
    """
    with pytest.raises(ConfigError, match="ground-truth"):
        run(tmp_path)
