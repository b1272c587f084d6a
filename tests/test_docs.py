"""
Documentation is run: what a page shows is what comes out.
"""

from __future__ import annotations

import doctest
import os
import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from verbale.cli import run

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
        if (ROOT / name).read_text(encoding="utf-8") != text
    ]

    assert stale == [], "`make docs` writes them anew"


def blocks(page: Path) -> list[tuple[list[str], list[str]]]:
    """The commands of each block of a page, with the lines shown after it."""
    found: list[tuple[list[str], list[str]]] = []
    for kind, body in re.findall(
        r"^```(sh|text)\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    ):
        lines = body.splitlines()
        if kind == "sh":
            found.append((lines, []))
        elif found:
            found[-1][1].extend(lines)
    return found


@pytest.mark.parametrize(
    "name",
    [
        "tutorial.md",
        "howto-own-pages.md",
        "howto-correct.md",
        "howto-export.md",
        "howto-scale.md",
    ],
)
def test_a_page_can_be_followed_to_the_letter(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """
    Each command is run where the examples lie, and shows what the page says it shows.
    """
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "pages").symlink_to(ROOT / "examples" / "pages")
    monkeypatch.chdir(tmp_path)

    for commands, shown in blocks(ROOT / "docs" / name):
        for command in commands:
            program, *arguments = shlex.split(command)
            assert program == "verbale"
            assert run(arguments) == 0, (command, capfd.readouterr().err)
        out = capfd.readouterr().out
        for line in shown:
            assert line in out, (commands, line)


def test_links_between_pages_lead_somewhere() -> None:
    for page in sorted((ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), (page.name, target)
