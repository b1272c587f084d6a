from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

from verbale.ask.changes import changes
from verbale.ask.conflicts import conflicts
from verbale.ask.deadlines import deadlines
from verbale.ask.demands import demands
from verbale.ask.filters import Filters
from verbale.ask.positions import positions
from verbale.ask.proposals import proposals
from verbale.ask.rounds import rounds
from verbale.model.record import Record
from verbale.store import open_record


def test_a_demand_row_tells_its_status_and_every_step(record_file: Path) -> None:
    """
    Demanded on Monday, rejected on Tuesday: each step with the sentence of its act.
    """
    with open_record(record_file) as view:
        (row,) = demands(view, Filters(known=date(2031, 3, 12)))

    assert (row.by[0].name, row.to[0].name, row.status) == ("Norland", "Isle Union", "rejected")
    assert [step.type for step in row.history] == ["demand", "reject"]
    assert all(step.sources for step in row.history)


def test_a_row_of_no_record_stands_for_every_silent_party(record_file: Path) -> None:
    """
    Each party has a row on each issue, and one without a stance has no source.
    """
    with open_record(record_file) as view:
        rows = positions(view)

    parties, issues = {row.party_id for row in rows}, {row.issue_id for row in rows}
    assert len(rows) == len(parties) * len(issues)
    assert all(bool(row.sources) == (row.stance != "no record") for row in rows)


def test_a_conflict_lists_every_value_with_its_pages(record_file: Path) -> None:
    """
    The talks on Monday in one page, on Tuesday in another.
    """
    with open_record(record_file) as view:
        (row,) = [row for row in conflicts(view) if row.field == "date"]

    assert {value.value: value.documents for value in row.values} == {
        "2031-03-10": ("d1",),
        "2031-03-11": ("d3",),
    }


def test_quotations_are_cut_out_of_the_stored_text(record_file: Path, small_record: Record) -> None:
    """
    Whatever a row of state quotes stands there, character for character.
    """
    texts = {entry.document.id: entry.document.text for entry in small_record.documents}

    with open_record(record_file) as view:
        cited = [row.sources for row in demands(view)]
        cited += [row.sources for row in rounds(view)]
        cited += [row.sources for row in proposals(view)]
        cited += [row.sources for row in deadlines(view)]
        cited += [row.sources for row in positions(view)]

    for source in itertools.chain.from_iterable(cited):
        assert texts[source.document][source.start : source.end] == source.quote


def test_changes_between_two_days_name_what_moved_and_by_which_act(record_file: Path) -> None:
    """
    Nothing stood before the talks; after them the demand was rejected.
    """
    with open_record(record_file) as view:
        rows = changes(view, Filters(since=date(2031, 3, 1), until=date(2031, 3, 12)))

    (demand,) = [row for row in rows if row.kind == "demand"]
    assert (demand.before, demand.after, demand.act) == (None, "rejected; pending", "a2")


def test_nothing_changes_between_a_day_and_itself(record_file: Path) -> None:
    """
    The same day has the same state.
    """
    day = date(2031, 3, 12)

    with open_record(record_file) as view:
        assert changes(view, Filters(since=day, until=day)) == []


def test_a_party_or_an_issue_narrows_a_listing(record_file: Path) -> None:
    """
    A party that demands nothing and of whom nothing is demanded has no row.
    """
    with open_record(record_file) as view:
        assert len(demands(view, Filters(party="Norland"))) == 1
        assert len(demands(view, Filters(issue="passage"))) == 1
