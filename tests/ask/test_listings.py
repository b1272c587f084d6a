"""
The listings answer from the file with the fields that were promised, and narrow as asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from verbale.ask.actors import actors
from verbale.ask.documents import documents
from verbale.ask.filters import Filters
from verbale.ask.problems import problems
from verbale.ask.statements import IN_ORDER, statements
from verbale.ask.timeline import timeline
from verbale.errors import ConfigError
from verbale.model.interval import Interval
from verbale.pipeline import build
from verbale.store import View, open_record

# DESIGN, section 6: these never change.
FIELDS = {
    documents: "id path url title outlet relevant published page_date page_date_trusted dating "
    "copy_of text",
    statements: "id document speaker on_behalf_of addressee channel kind cue content date start "
    "end",
    timeline: "id type plover date actors addressees place track issue modality summary sources "
    "independent_sources conflicts",
    actors: "id name variants kind office party",
    problems: "path stage message",
}


@pytest.fixture
def view(record_file: Path) -> Iterator[View]:
    with open_record(record_file) as view:
        yield view


@pytest.mark.parametrize("listing", FIELDS, ids=lambda listing: listing.__name__)
def test_a_listing_has_the_fields_that_were_promised(view: View, listing) -> None:  # type: ignore[no-untyped-def]
    """
    More fields are welcome; these are always there, under these names.
    """
    rows = msgspec.to_builtins(listing(view))

    assert rows
    assert all(set(FIELDS[listing].split()) <= row.keys() for row in rows)


def test_days_are_written_as_intervals(view: View) -> None:
    """
    An end that is not known is null, never guessed.
    """
    rows = {row["id"]: row for row in msgspec.to_builtins(documents(view))}

    assert rows["d2"]["published"] == {"earliest": "2031-03-11", "latest": "2031-03-12"}
    assert rows["d4"]["published"] == {"earliest": None, "latest": None}
    assert rows["d4"]["page_date"] is None


def test_a_page_date_that_is_not_believed_is_shown_as_such(view: View) -> None:
    """
    The banner's day is kept beside the day that was concluded.
    """
    page = next(row for row in documents(view) if row.id == "d1")

    assert page.page_date == Interval.day(date(2032, 1, 1))
    assert page.page_date_trusted is False
    assert page.published == Interval.day(date(2031, 3, 11))


def test_every_quote_stands_in_the_text_of_its_document(view: View) -> None:
    """
    Offsets are code points into `documents.text`.
    """
    texts = {row.id: row.text for row in documents(view)}

    for act in timeline(view):
        for source in act.sources:
            assert texts[source.document][source.start : source.end] == source.quote
    for statement in statements(view):
        assert texts[statement.document][statement.start : statement.end] == statement.content


def test_a_quote_is_found_again_in_the_page(view: View) -> None:
    """
    Text pages give exact offsets, HTML pages the words with their surroundings.
    """
    meeting = next(row for row in timeline(view) if row.id == "a3")

    text_page, html_page = (source.place_in_page for source in meeting.sources)

    assert text_page is not None and (text_page.start, text_page.end) == (100, 129)
    assert html_page is not None and html_page.exact == meeting.sources[1].quote
    assert html_page.suffix is not None and html_page.suffix.startswith(", a diplomat said.")


def test_copies_add_no_independent_source(view: View) -> None:
    """
    A demand told by a page and its copy has two sources and one independent one.
    """
    demand = next(row for row in timeline(view) if row.id == "a1")

    assert [source.document for source in demand.sources] == ["d1", "d2"]
    assert demand.independent_sources == 1


def test_a_disputed_act_names_its_conflict(view: View) -> None:
    """
    Monday on one page and Tuesday on another leave both, and a mark.
    """
    marked = {row.id: bool(row.conflicts) for row in timeline(view)}

    assert marked == {"a1": False, "a2": False, "a3": True, "a4": False}


def test_what_did_not_happen_says_so_first(view: View) -> None:
    """
    A plan reads as a plan, even in one line.
    """
    plan = next(row for row in timeline(view) if row.id == "a4")

    assert plan.modality == "planned"
    assert plan.summary == "Planned: Isle Union and Norland to meet in Skerry Bay"


def test_the_timeline_is_in_order_of_days(view: View) -> None:
    """
    By the first day an act may have been done on.
    """
    assert [row.id for row in timeline(view)] == ["a1", "a3", "a2", "a4"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(party="Norland"), ["a1", "a3", "a2", "a4"]),
        (Filters(party="the isle union", issue="passage"), ["a1", "a2"]),
        (Filters(issue="toll"), ["a1", "a2"]),
        (Filters(since=date(2031, 3, 12)), ["a4"]),
        (Filters(until=date(2031, 3, 10)), ["a1", "a3", "a2"]),
        (Filters(limit=2, offset=1), ["a3", "a2"]),
        (Filters(as_of=date(2031, 3, 10)), ["a1"]),
        (Filters(known=date(2031, 3, 10)), []),
    ],
)
def test_the_timeline_narrows_as_asked(view: View, filters: Filters, expected: list[str]) -> None:
    """
    By party under any of its names, issue, days of the act, and the two days of the record.
    """
    assert [row.id for row in timeline(view, filters)] == expected


def test_nothing_known_later_shines_through(view: View) -> None:
    """
    On the eleventh only the first page was out: its day stands alone, uncontested.
    """
    meeting = next(
        row for row in timeline(view, Filters(known=date(2031, 3, 11))) if row.id == "a3"
    )

    assert [source.document for source in meeting.sources] == ["d1"]
    assert meeting.date == Interval.day(date(2031, 3, 10))
    assert meeting.conflicts == ()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), ["s1", "s2"]),
        (Filters(party="Brandt"), ["s1", "s2"]),
        (Filters(party="Isle Union"), ["s2"]),
        (Filters(known=date(2031, 3, 12)), ["s1"]),
        (Filters(as_of=date(2031, 3, 11)), ["s1"]),
        (Filters(since=date(2031, 3, 13)), ["s2"]),
    ],
)
def test_statements_narrow_as_asked(view: View, filters: Filters, expected: list[str]) -> None:
    """
    A speaker that two actors may be is found under both, and chosen for neither.
    """
    assert [row.id for row in statements(view, filters)] == expected


def test_a_speaker_that_cannot_be_told_is_not_guessed(view: View) -> None:
    """
    Two that fit are both named as candidates; the speaker stays empty.
    """
    open_one = next(row for row in statements(view) if row.id == "s2")

    assert open_one.speaker is None
    assert [each.name for each in open_one.speakers] == ["Ada Brandt", "Isle Union"]
    assert open_one.unsure == "two actors fit"


def test_pages_narrow_by_what_rests_on_them(view: View) -> None:
    """
    A page has no party of its own; its acts and statements do.
    """
    ids = [row.id for row in documents(view, Filters(party="Ada Brandt"))]

    assert ids == ["d1", "d3"]


def test_actors_tell_how_much_they_did(view: View) -> None:
    """
    The most active first, each with its latest office and its party's name.
    """
    rows = actors(view)

    assert [row.name for row in rows] == ["Isle Union", "Norland", "Ada Brandt"]
    assert (rows[2].office, rows[2].party, rows[2].statements) == ("envoy", "Norland", 2)


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        (Filters(party="Norlund"), "no party or actor 'Norlund'.*'Norland'"),
        (Filters(issue="fishing rights"), "no issue 'fishing rights'"),
    ],
)
def test_words_that_mean_nothing_here_teach(view: View, filters: Filters, message: str) -> None:
    """
    An empty answer would look like silence of the record.
    """
    with pytest.raises(ConfigError, match=message):
        timeline(view, filters)


def test_statements_are_listed_by_the_day_of_what_was_said(examples: Path, tmp_path: Path) -> None:
    """
    As acts are; a page of a long listing is read off an index and sorts nothing.
    """
    path = tmp_path / "talks.verbale"
    build([examples], path)
    with open_record(path) as view:
        days = [row.date.earliest or row.date.latest or date.max for row in statements(view)]
        plan = view.rows(
            f"EXPLAIN QUERY PLAN SELECT noun FROM statements ORDER BY {IN_ORDER} LIMIT 5"
        )

        assert len(set(days)) > 3
        assert days == sorted(days)
        assert not [step for *_, step in plan if "TEMP B-TREE" in step]
