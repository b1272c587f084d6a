"""
The five real pages, from the files to the answers. Skipped where they are not at hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from verbale.ask.conflicts import conflicts
from verbale.ask.demands import demands
from verbale.ask.documents import documents
from verbale.ask.filters import Filters
from verbale.ask.statements import statements
from verbale.ask.timeline import timeline
from verbale.model.answer import ActRow, DocumentRow
from verbale.model.cited import ActorName
from verbale.model.interval import Interval
from verbale.pipeline import build
from verbale.store import View, open_record


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real pages, where it lies beside the project."""
    place = Path(__file__).parents[2] / "shared" / "seeds"
    if not place.is_dir():
        pytest.skip("the real pages are not here: shared/seeds lies beside the project")
    return place


@pytest.fixture(scope="module")
def view(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    to = tmp_path_factory.mktemp("seeds") / "seeds.verbale"
    build([seeds], to)
    with open_record(to) as view:
        yield view


@pytest.fixture(scope="module")
def pages(view: View) -> dict[str, DocumentRow]:
    return {Path(row.path).name[:3]: row for row in documents(view)}


def names(actors: tuple[ActorName, ...]) -> set[str]:
    return {actor.name for actor in actors} | {actor.party for actor in actors if actor.party}


def told(
    view: View, type: str, day: str, *, modality: str = "happened", who: set[str] | None = None
) -> list[ActRow]:
    wanted = date.fromisoformat(day)
    return [
        row
        for row in timeline(view, Filters())
        if row.type == type
        and row.modality == modality
        and row.date == Interval.day(wanted)
        and (who or set()) <= names(row.actors) | names(row.addressees)
    ]


@pytest.mark.parametrize(
    ("page", "earliest", "latest", "trusted"),
    [
        ("000", "2022-01-21", "2022-01-21", True),
        ("001", "2022-01-13", "2022-01-14", False),
        ("002", "2021-12-20", "2022-01-03", None),
        ("003", "2022-01-12", "2022-01-13", False),
        ("004", "2022-02-14", "2022-02-15", None),
    ],
)
def test_each_page_is_dated_and_its_banner_weighed(
    pages: dict[str, DocumentRow], page: str, earliest: str, latest: str, trusted: bool | None
) -> None:
    row = pages[page]

    assert row.published.earliest and row.published.latest
    assert date.fromisoformat(earliest) <= row.published.earliest
    assert row.published.latest <= date.fromisoformat(latest)
    assert row.page_date_trusted is trusted


def test_an_undated_page_keeps_every_day_it_may_be_of(pages: dict[str, DocumentRow]) -> None:
    assert date(2021, 12, 27) in pages["002"].published


def test_the_meetings_and_papers_stand_in_the_timeline(view: View) -> None:
    russia, america = "Russia", "United States"

    assert told(view, "hand over", "2021-12-15", who={russia, america, "NATO"})
    assert told(view, "publish", "2021-12-17")
    assert told(view, "meet", "2022-01-10", who={russia, america})
    assert told(view, "meet", "2022-01-21", modality="planned", who={russia, america})
    assert told(view, "visit", "2022-02-15", modality="planned")
    assert told(view, "meet", "2022-01-13", who={russia, "OSCE"})
    assert any(
        row.type in ("meet", "read out", "visit") for row in told(view, "meet", "2022-02-14")
    )


def test_a_meeting_told_by_two_pages_is_one_act(view: View) -> None:
    meetings = told(view, "meet", "2022-01-12", who={"Russia", "NATO"})

    assert len(meetings) == 1
    assert len({source.document for source in meetings[0].sources}) >= 2


def test_no_invasion_attack_or_walk_out_is_told_as_done_in_2022(view: View) -> None:
    done = [
        row
        for row in timeline(view, Filters(since=date(2022, 1, 1), until=date(2022, 12, 31)))
        if row.type in ("attack", "walk out") and row.modality in ("happened", "under way")
    ]

    assert done == []


def test_one_man_in_two_spellings_is_one_actor(view: View) -> None:
    speakers = {row.speaker.name for row in statements(view, Filters()) if row.speaker}

    for surname in ("Lavrov", "Peskov"):
        assert len({name for name in speakers if surname in name}) == 1


def test_a_speaker_is_found_behind_the_diplomat(view: View) -> None:
    said = [row for row in statements(view, Filters()) if row.speaker]
    by_him = [row for row in said if row.speaker and "Gavrilov" in row.speaker.name]

    assert len(by_him) >= 6
    assert any("diplomat" in row.as_written.lower() for row in by_him)


def test_at_least_forty_statements_are_found(view: View) -> None:
    assert len(statements(view, Filters())) >= 40


def test_the_written_answer_is_awaited_and_then_judged_part_by_part(view: View) -> None:
    awaited = demands(view, Filters(as_of=date(2022, 1, 21)))
    judged = demands(view, Filters(as_of=date(2022, 2, 15)))

    before = [row for row in awaited if "writ" in row.content]
    after = [row for row in judged if "writ" in row.content]

    assert {row.status for row in before} == {"put"}
    assert {("answered", "partly")} <= {(row.status, row.verdict) for row in after}


def test_pages_that_disagree_on_when_talks_start_are_both_kept(view: View) -> None:
    """
    On the ninth, after it, and on the Monday: three values of one day.
    """
    disputed = [
        {value.value for value in row.values}
        for row in conflicts(view, Filters())
        if row.field == "date"
    ]

    assert any({"2022-01-09", "2022-01-10", "2022-01-10…"} <= values for values in disputed)


def test_every_quotation_stands_in_its_document(view: View, pages: dict[str, DocumentRow]) -> None:
    texts = {row.id: row.text for row in pages.values()}
    for row in timeline(view, Filters()):
        for source in row.sources:
            assert texts[source.document][source.start : source.end] == source.quote
