"""
Tracks: a series of meetings is told by the parties that meet, as known on the day asked for.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from verbale.model.tracks import MOST_NAMED, track_of
from verbale.record.fold import fold


def test_meetings_of_the_same_parties_are_one_track(table: Any) -> None:
    """
    Whoever is named first, and wherever they meet.
    """
    table.page("p1", "2031-03-20")
    table.act("act-1", "meet", {"p1": {"on": "2031-03-10"}}, by=["norland", "isles"])
    table.act("act-2", "meet", {"p1": {"on": "2031-03-15"}}, by=["isles"], to=["norland"])
    table.act("act-3", "meet", {"p1": {"on": "2031-03-17"}}, by=["norland", "skerry"])

    tracks = [entry.track for entry in fold(table.record()).rounds]

    assert tracks == ["Isles – Norland", "Isles – Norland", "Norland – Skerry"]


def test_what_befell_a_meeting_is_on_its_track(table: Any) -> None:
    """
    One party walks out of a table that two sat at; what is asked beside it is on none.
    """
    table.page("p1", "2031-03-12")
    told = {"p1": {"on": "2031-03-10"}}
    table.act("act-1", "meet", told, by=["norland", "isles"])
    table.act("act-2", "walk out", told, by=["norland"], meeting="act-1")
    table.act("act-3", "demand", told, by=["norland"], to=["isles"])

    tracks = {act.id: act.track for act in fold(table.record()).acts}

    assert tracks == {"act-1": "Isles – Norland", "act-2": "Isles – Norland", "act-3": None}


def test_a_party_that_only_a_later_page_names_is_on_no_earlier_track(table: Any) -> None:
    """
    Nothing of a later page shines through.
    """
    table.page("p1", "2031-03-11")
    table.page("p2", "2031-03-20")
    act = table.act("act-1", "meet", {"p1": {"on": "2031-03-10"}}, by=["norland", "isles"])
    later = table.act("act-9", "meet", {"p2": {"on": "2031-03-10"}}, by=["skerry"])
    table.acts = [
        replace(
            act,
            actors=("norland", "isles", "skerry"),
            reports=(*act.reports, *later.reports),
            attestations=(*act.attestations, *later.attestations),
        )
    ]

    known = [fold(table.record(), None, date(2031, 3, day)).rounds[0].track for day in (12, 21)]

    assert known == ["Isles – Norland", "Isles – Norland – Skerry"]


def test_a_track_of_many_is_told_by_the_first_and_how_many_more() -> None:
    """
    A label is read on one line.
    """
    names = [f"Party {letter}" for letter in "ABCDEFG"]

    assert track_of(names[:MOST_NAMED]) == " – ".join(names[:MOST_NAMED])
    assert track_of(names) == "Party A – Party B – Party C – Party D and 3 others"
    assert track_of(["Norland"]) is None
