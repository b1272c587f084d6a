"""
Any id is followed down to its sentence, its rule, and the arithmetic of its date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from verbale.ask.demands import demands
from verbale.ask.explain import explain
from verbale.ask.positions import positions
from verbale.errors import ConfigError
from verbale.model.finding import Reason
from verbale.store import View, open_record


@pytest.fixture
def view(record_file: Path) -> Iterator[View]:
    with open_record(record_file) as view:
        yield view


def flat(reasons: Iterable[Reason]) -> list[Reason]:
    found = []
    for reason in reasons:
        found.append(reason)
        found.extend(flat(reason.parts))
    return found


def told(view: View, id: str) -> list[str]:
    return [f"{each.label}: {each.text}" for each in flat(explain(view, id).reasons)]


def quotes(view: View, id: str) -> list[str]:
    return [each.source.quote for each in flat(explain(view, id).reasons) if each.source]


def test_a_page_tells_why_each_candidate_lost(view: View) -> None:
    """
    Every date that was weighed is there with its weight and its fate.
    """
    lines = told(view, "d1")

    assert "story, weight 3, agrees: “on Monday”: 2031-03-11; the talks were on Monday" in lines
    assert "banner, weight 2, lost: “1 Jan 2032”: 2032-01-01; too late" in lines
    assert "shown on the page: 2032-01-01, not believed" in lines


def test_a_page_tells_its_copies(view: View) -> None:
    """
    From both sides.
    """
    assert "copy: d2 repeats it (100% of its words): published later" in told(view, "d1")
    assert "copy: repeats 100% of its words from d1: published later" in told(view, "d2")


def test_a_statement_tells_words_rule_and_speaker(view: View) -> None:
    """
    The sentence, the content in it, what found it, and whose it is.
    """
    lines = told(view, "s1")

    assert "rule: quotation and verb" in lines
    assert "resolved to: Ada Brandt, envoy, Norland [brandt]" in lines
    assert "We will not pay the toll," in quotes(view, "s1")


def test_an_open_speaker_tells_why(view: View) -> None:
    """
    Who it may be, and the reason none was chosen.
    """
    lines = told(view, "s2")

    assert "unsure: two actors fit" in lines
    assert "may be: Ada Brandt, envoy, Norland [brandt]" in lines


def test_an_act_tells_each_page_and_its_arithmetic(view: View) -> None:
    """
    Two pages, two days, and the conflict between them.
    """
    lines = told(view, "a3")

    assert "day as told here: 2031-03-10" in lines
    assert "day as told here: 2031-03-11" in lines
    assert any(line.startswith("conflict on date") for line in lines)


@pytest.mark.parametrize("id", ["brandt", "passage", "a1", "a2", "a4", "d3", "d4"])
def test_every_kind_of_id_is_explained(view: View, id: str) -> None:
    """
    Actors and issues lead to what rests on them.
    """
    found = explain(view, id)

    assert found.id == id
    assert found.reasons


def test_what_is_folded_leads_to_its_acts(view: View) -> None:
    """
    A demand and a cell of the matrix name the act of every step.
    """
    demand = demands(view)[0]
    cell = next(row for row in positions(view) if row.act)

    assert any("[a1]" in line for line in told(view, demand.id))
    assert explain(view, f"{cell.party_id}/{cell.issue_id}").kind == "position"


def test_an_id_that_is_not_there_teaches(view: View) -> None:
    """
    The message says where ids stand.
    """
    with pytest.raises(ConfigError, match=r"nothing with the id 'brandd'\. Did you mean 'brandt'"):
        explain(view, "brandd")
