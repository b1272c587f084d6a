"""
Home governments: "the Government" of a page that says where it is at home.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.ask.demands import demands
from verbale.pipeline import build
from verbale.store import open_record

OTHER = """LIMASSOL, 3 May 2011 - The Cypriot government asked Malta on Tuesday to pay for the nets.

Cyprus refused to free the fishermen. The Cypriot government also asked Malta for a new map.
"""
NEWER = """NICOSIA, 9 May 2011 - The Cypriot government said on Monday that it was still waiting.

Malta met Cyprus on Sunday.
"""


def askers(folder: Path, page: str) -> set[str]:
    """Who asks for the port, told by one page beside two that tell of the other government."""
    pages = folder / "pages"
    pages.mkdir()
    for name, text in {"a": page, "b": OTHER, "c": NEWER}.items():
        (pages / f"{name}.txt").write_text(text, "utf-8")
    build([pages], folder / "x.verbale")
    with open_record(folder / "x.verbale") as view:
        return {row.by[0].name for row in demands(view) if "port" in row.content}


@pytest.mark.parametrize(
    ("page", "asker"),
    [
        (
            "REPUBLIC OF MALTA\nMINISTRY OF FOREIGN AFFAIRS\nPRESS STATEMENT\n5 May 2011\n\n"
            "The Government demands the reopening of the port of Limassol.\n",
            "Malta",
        ),
        (
            "THE HARBOUR POST\nMalta's independent daily | HOME | NEWS\n5 May 2011\n\n"
            "The fish is rotting\n\n"
            "The Government demanded the reopening of the port of Limassol on Thursday.\n",
            "Malta",
        ),
        (
            "The fish is rotting\n\nBy Ana Vella in Valletta\n5 May 2011\n\n"
            "The Government demanded the reopening of the port of Limassol on Thursday.\n",
            "Malta",
        ),
        (
            "The fish is rotting\n\n5 May 2011\n\n"
            "The Cypriot government demanded the reopening of the port of Valletta on Thursday.\n",
            "Cyprus",
        ),
    ],
)
def test_the_government_is_that_of_the_land_a_page_is_at_home_in(
    page: str, asker: str, tmp_path: Path
) -> None:
    """
    Though the other pages of the pile tell of another's; one that is named stays as named.
    """
    assert askers(tmp_path, page) == {asker}
