"""For whom somebody acts who is told with it."""

from __future__ import annotations

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.model.document import Document, Page


def principals(text: str) -> set[tuple[str, str]]:
    """Each actor of the acts of a page with those for whom it acts."""
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    told = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    return {
        (told.mentions[actor].text, told.mentions[other].text)
        for report in told.reports
        for actor in report.actors
        for other in report.on_behalf_of
    }


@pytest.mark.parametrize(
    ("clause", "principal"),
    [
        ("which negotiates on behalf of Malta Ferries", "Malta Ferries"),
        ("which handles the case for Norway Airlines", "Norway Airlines"),
        ("which speaks for Malta Ferries", "Malta Ferries"),
    ],
)
def test_a_body_that_bargains_for_another_acts_for_it(clause: str, principal: str) -> None:
    """
    Told in a clause of its own, it is set off like "for the island states".
    """
    found = principals(f"The Shippers' League, {clause}, rejected a withdrawal of the suit.")

    assert found == {("Shippers' League", principal)}


def test_a_body_that_bargains_for_so_many_is_itself_at_the_table() -> None:
    """
    "Seven studios" are no party that anybody asked something of.
    """
    found = principals("The Studio Alliance, which bargains for seven studios, rejected the draft.")

    assert found == set()
