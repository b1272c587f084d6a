"""What was never done becomes no answer."""

from __future__ import annotations

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.model.document import Document, Page


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Had the quota been lifted in May, the boats would be out, Vella said.", False),
        ("Had Malta reopened the port, nobody would have lost a day, Vella said.", False),
        ("The quota had been lifted in May, Vella said.", True),
        ("Reports that Malta has reopened the port are without foundation.", False),
        ("Claims that the quota was lifted for one yard are false.", False),
        ("The ministry dismissed as untrue a report that Malta has reopened the port.", False),
        ("The quota was lifted for one yard, and claims of fraud are false.", True),
    ],
)
def test_what_had_been_done_only_in_thought_is_no_uptake(text: str, taken: bool) -> None:
    """
    "Had it been lifted" tells that it was not, as a report without foundation does; "it had
    been lifted" that it was.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    uptakes = extract(annotate(Document(id="a", page=page, text=text), load_parser())).uptakes

    words = {uptake.trigger.text for uptake in uptakes}
    assert bool(words & {"lifted", "reopened"}) == taken
