"""
Whatever is asked, the kept state answers as one folded for the answer would.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from verbale.ask import kept_state
from verbale.ask.answered import answered
from verbale.ask.changes import changes
from verbale.ask.conflicts import conflicts
from verbale.ask.deadlines import deadlines
from verbale.ask.demands import demands
from verbale.ask.explain import explain
from verbale.ask.filters import Filters
from verbale.ask.issues import issues
from verbale.ask.matrix import matrix
from verbale.ask.offers import offers
from verbale.ask.overview import overview
from verbale.ask.positions import positions
from verbale.ask.pressure import pressure
from verbale.ask.proposals import proposals
from verbale.ask.red_lines import red_lines
from verbale.ask.rounds import rounds
from verbale.ask.sides import sides
from verbale.ask.siding import siding
from verbale.ask.timeline import timeline
from verbale.model.edit import Edit
from verbale.model.record import Record
from verbale.pipeline import build, rebuild
from verbale.store import canonical_hash, open_record

QUESTIONS: tuple[Callable[..., Any], ...] = (
    answered, changes, conflicts, deadlines, demands, issues, matrix, offers, overview,
    positions, pressure, proposals, red_lines, rounds, sides, siding, timeline,
)  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """The record of the examples."""
    path = tmp_path_factory.mktemp("kept") / "talks.verbale"
    build([examples], path)
    return path


@pytest.fixture
def folding(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Call it, and no kept state is taken for good from then on."""
    yield lambda: monkeypatch.setattr(kept_state, "folding_code", lambda: "other code")


def _filters(record: Record) -> list[Filters]:
    party = next(actor.name for actor in record.actors if actor.kind.value == "party")
    issue = record.issues[0].label
    first = min(e.dating.published.latest for e in record.documents if e.dating.published.latest)
    return [
        Filters(),
        Filters(limit=3, offset=2),
        Filters(party=party.upper()),
        Filters(party=party, limit=2, offset=1),
        Filters(issue=issue),
        Filters(party=party, issue=issue, since=first, until=date(2014, 3, 20)),
        Filters(since=first),
    ]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: str(each.__name__))
def test_a_kept_state_answers_as_one_folded_anew(
    question: Callable[..., Any], built: Path, folding: Callable[[], None]
) -> None:
    """
    Every question, with every filter and page: the same rows in the same order.
    """
    with open_record(built) as view:
        asked = _filters(view.record())
        assert kept_state.is_kept(view)
        kept = [question(view, filters) for filters in asked]
    folding()

    with open_record(built) as view:
        assert not kept_state.is_kept(view)
        assert [question(view, filters) for filters in asked] == kept


def test_every_line_is_explained_alike(built: Path, folding: Callable[[], None]) -> None:
    """
    Demands, papers, rounds, terms, disagreements and cells, told or not, by their ids.
    """
    with open_record(built) as view:
        lines = (demands, proposals, rounds, deadlines, conflicts)
        ids = [row.id for question in lines for row in question(view)]
        ids += [f"{row.party_id}/{row.issue_id}" for row in positions(view)[:20]]
        ids += [row.id for row in timeline(view)]
        kept = [explain(view, id) for id in ids]
    folding()

    with open_record(built) as view:
        assert [explain(view, id) for id in ids] == kept


def test_a_listing_of_a_kept_state_folds_nothing(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Not even the acts are read, but for those of the lines shown.
    """

    def never(*_: object) -> None:
        raise AssertionError("the whole record was read")

    monkeypatch.setattr("verbale.ask.folding.fold", never)
    monkeypatch.setattr("verbale.store.reading.View.ground", never)

    with open_record(built) as view:
        for question in (demands, positions, rounds, proposals, deadlines, conflicts, overview):
            assert question(view, Filters(limit=2))


def test_a_correction_refreshes_the_kept_state(tmp_path: Path, built: Path) -> None:
    """
    After a party is renamed, the kept lines have its new name.
    """
    path = tmp_path / "talks.verbale"
    path.write_bytes(built.read_bytes())
    with open_record(path) as view:
        asked = demands(view)[0].by[0]

    rebuild(path, Edit("", "rename-actor", (asked.id,), "Ruritania", "K. Oda", "test", "2031"))

    with open_record(path) as view:
        assert kept_state.is_kept(view)
        assert "Ruritania" in {actor.name for row in demands(view) for actor in row.by}
        assert any(row.name == "Ruritania" for row in overview(view).parties)


def test_a_record_of_the_first_version_answers_the_same(tmp_path: Path, built: Path) -> None:
    """
    It is brought up to date when opened, a copy of it is kept, and its listings fold.
    """
    path = tmp_path / "old.verbale"
    path.write_bytes(built.read_bytes())
    with open_record(path) as view:
        asked = _filters(view.record())
        before = [demands(view, filters) for filters in asked]
        whole = canonical_hash(view)
    _make_old(path)

    with open_record(path) as view:
        assert not kept_state.is_kept(view)
        assert [demands(view, filters) for filters in asked] == before
        assert canonical_hash(view) == whole
    assert (tmp_path / "old.verbale.v1").exists()


def _make_old(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(
        """
        DROP TABLE state_lines; DROP TABLE state_actors; DROP TABLE state_issues;
        DROP TABLE names; DROP INDEX actors_by_weight; DROP INDEX statements_by_document;
        DROP INDEX statements_in_order;
        CREATE INDEX statements_by_document ON statements (document, start);
        DELETE FROM meta WHERE key = 'state kept';
        PRAGMA user_version = 1;
        """
    )
    connection.close()


def test_an_overview_of_many_shows_some_and_counts_all(built: Path) -> None:
    """
    The first lines of each kind, the demands that most pages tell of before the others.
    """
    with open_record(built) as view:
        whole, some = overview(view, most=None), overview(view, most=1)

    assert some.open_demands == whole.open_demands[:1]
    assert some.past_rounds == whole.past_rounds[-1:]
    assert some.counts == whole.counts
    assert some.counts.demands == len(whole.open_demands) > 1
    assert replace(some, matters=()) != some
