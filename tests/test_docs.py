"""
Documentation is run: what a page shows is what comes out.
"""

from __future__ import annotations

import doctest
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_the_walk_in_python_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Each `>>>` of docs/python.md is run on examples/, in order.
    """
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)

    result = doctest.testfile(
        str(ROOT / "docs" / "python.md"),
        module_relative=False,
        optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE,
    )

    assert result.attempted > 10
    assert result.failed == 0


def test_importing_verbale_is_cheap() -> None:
    """
    Neither the parser nor the database is loaded before it is asked for.
    """
    script = "import sys, verbale; print([m for m in ('spacy', 'sqlite3') if m in sys.modules])"

    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=dict(os.environ),
    )

    assert done.stdout.strip() == "[]"


def test_generated_pages_are_fresh() -> None:
    """
    `make docs` would write what stands in docs/.
    """
    script = runpy.run_path(str(ROOT / "benchmarks" / "docs.py"))

    stale = [
        name
        for name, text in script["pages"]().items()
        if (ROOT / "docs" / name).read_text(encoding="utf-8") != text
    ]

    assert stale == [], "`make docs` writes them anew"
