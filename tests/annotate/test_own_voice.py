"""Who "we" are on a page that a body has put out itself."""

from __future__ import annotations

import pytest

from verbale.annotate import annotate, load_parser
from verbale.model.document import Document, Page

LETTER = (
    "Dear bakers,\n\nWe met the owners on Monday. We told them that the offer was too small. "
    "They asked us to wait."
)
QUOTED = "“We met the owners. We wait for our answer,” Ana Vella said. She asked for our help."
TURNS = "Ana Vella: We wait.\n\nPaul Orton: We do not.\n\nAna Vella: We told them."


@pytest.mark.parametrize(
    ("outlet", "text", "body"),
    [
        ("NORTHERN BAKERS GUILD", LETTER, "Northern Bakers Guild"),
        ("Movement for Bread", LETTER, "Movement for Bread"),
        ("Malta", LETTER, "Malta"),
        ("The Guild News", LETTER, None),
        ("Council of Bakers", LETTER, None),
        ("NORTHERN BAKERS GUILD", QUOTED, None),
        ("NORTHERN BAKERS GUILD", TURNS, None),
        (None, LETTER, None),
    ],
)
def test_we_are_the_body_whose_page_it_is(outlet: str | None, text: str, body: str | None) -> None:
    """
    A union, a movement or a state; no paper, no council, nobody who is quoted.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain", outlet=outlet)
    read = annotate(Document(id="a", page=page, text=text), load_parser())
    first = next(mention for mention in read.mentions if mention.text == "We")

    meant = [read.chains[i].name for i in read.references[first.i].chains]

    assert meant == ([body] if body else [])
