"""
Search: what is found, where it stands, and that nothing typed is an operator.
"""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from verbale.ask.search import search
from verbale.ask.words import full_text_query
from verbale.store import open_record


def test_a_hit_in_a_page_has_its_offsets(record_file: Path) -> None:
    """
    The characters from start to end are the words found.
    """
    with open_record(record_file) as view:
        hits = search(view, "passage", kind="page")
        texts = [(view.document(hit.document or ""), hit) for hit in hits]

    assert hits
    for entry, hit in texts:
        assert entry is not None
        assert entry.document.text[hit.start : hit.end] == hit.hit == "passage"


def test_every_kind_is_searched(record_file: Path) -> None:
    """
    Actors and issues by their names and spellings, the others by their words.
    """
    with open_record(record_file) as view:
        kinds = {hit.kind for word in ("toll", "Brandt", "Norland") for hit in search(view, word)}

    assert kinds == {"actor", "issue", "statement", "act", "page"}


def test_all_words_must_stand_and_quoted_ones_side_by_side(record_file: Path) -> None:
    """
    "free passage" is found as it stands, "passage free" only without the marks.
    """
    with open_record(record_file) as view:
        found = {
            words: bool(search(view, words, kind="page"))
            for words in ('"free passage"', '"passage free"', "passage free", "passage moon")
        }

    assert found == {
        '"free passage"': True,
        '"passage free"': False,
        "passage free": True,
        "passage moon": False,
    }


def test_hits_are_paged(record_file: Path) -> None:
    """
    One after the other gives what all at once gives.
    """
    with open_record(record_file) as view:
        whole = search(view, "Norland", kind="page")
        parts = [search(view, "Norland", kind="page", limit=1, offset=at) for at in range(9)]

    assert [hit for part in parts for hit in part] == whole


@given(st.text(max_size=60))
def test_nothing_typed_is_an_operator(words: str) -> None:
    """
    The query is quoted phrases and nothing else.
    """
    query = full_text_query(words)

    assert query.startswith('"')
    assert query.endswith('"')
    assert query.count('"') % 2 == 0
    assert "\x00" not in query
