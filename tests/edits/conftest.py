"""
A record of one page on a strike of dockers, to be corrected, and a second page to come.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.edits import make_edit
from verbale.model.edit import Edit
from verbale.pipeline import build
from verbale.store import canonical_hash, open_record

FIRST = (
    "Dockers put wage demand to Portline\n\n"
    "The Harbour Union demanded a wage rise of 6 percent from Portline on Monday, 3 March 2014, "
    "union leader Ana Serra said.\n\n"
    "“We want the rise this year,” Serra told reporters.\n\n"
    "Portline rejected the demand on Tuesday, its spokesman Luis Prado said.\n"
)
SECOND = (
    "Portline turns dockers down\n\n"
    "SETUBAL, 6 March 2014\n\n"
    "Portline rejected the demand of the Harbour Union for a wage rise of 6 percent, spokesman "
    "Luis Prado said.\n"
)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docks")
    (folder / "first.txt").write_text(FIRST)
    build([folder / "first.txt"], folder / "docks.verbale")
    return folder / "docks.verbale"


@pytest.fixture
def docks(built: Path, tmp_path: Path) -> Path:
    """A record that a test may correct."""
    return Path(shutil.copy(built, tmp_path / "docks.verbale"))


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A page that tells of the same strike."""
    path = tmp_path / "second.txt"
    path.write_text(SECOND)
    return path


@pytest.fixture(scope="session")
def edit() -> Callable[..., Edit]:
    """Make an edit, signed and dated by its minute."""

    def edit(kind: str, *targets: str, value: str | None = None, minute: int = 0) -> Edit:
        at = f"2014-05-01T09:{minute:02}:00Z"
        return make_edit(kind, targets, value, "A. Clerk", "seen in print", at)

    return edit


@pytest.fixture(scope="session")
def hash_of() -> Callable[[Path], str]:
    """The canonical hash of a record."""

    def hash_of(path: Path) -> str:
        with open_record(path) as view:
            return canonical_hash(view)

    return hash_of
