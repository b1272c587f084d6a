"""
The per-document stages on a user's own lines.
"""

from __future__ import annotations

import json

import pytest

from verbale.errors import ConfigError
from verbale.layers import LAYERS, annotate_lines
from verbale.model.problem import Problem

TEXT = (
    "Malta on Monday rejected the demand. “We will not sign,” Minister Ana Vella told Radio Lumen."
)


def lines(*rows: object) -> list[str]:
    return [json.dumps(row) for row in rows]


@pytest.mark.parametrize("layer", LAYERS)
def test_each_layer_gives_a_row_for_each_line_in_order(layer: str) -> None:
    rows = list(
        annotate_lines(lines({"id": "b", "text": TEXT}, {"id": "a", "text": ""}), layer, [])
    )

    assert [row["id"] for row in rows] == ["b", "a"]


def test_offsets_refer_to_the_text_as_it_was_given() -> None:
    (row,) = annotate_lines(lines({"id": "1", "text": TEXT}), "statements", [])

    quoted = [
        "".join(TEXT[start:end] for start, end in each["content"]) for each in row["attributions"]
    ]
    assert any("We will not sign" in words for words in quoted)


def test_a_weekday_hangs_on_the_day_given_and_is_open_without_one() -> None:
    with_day, without = annotate_lines(
        lines({"id": "1", "text": TEXT, "dct": "2013-04-10"}, {"id": "2", "text": TEXT}),
        "timex",
        [],
    )

    assert [each["value"] for each in with_day["timexes"]] == ["2013-04-08"]
    assert [each["earliest"] for each in without["timexes"]] == [None]


def test_an_act_is_told_with_its_actor_and_type() -> None:
    (row,) = annotate_lines(lines({"id": "1", "text": TEXT}), "acts", [])

    assert any(
        act["type"] == "reject" and [actor["name"] for actor in act["actors"]] == ["Malta"]
        for act in row["acts"]
    )


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": "x"}', '{"text": "x"}', '{"id": 1, "text": "x", "dct": "soon"}']
)
def test_a_line_that_cannot_be_read_costs_itself_only(line: str) -> None:
    problems: list[Problem] = []

    rows = list(annotate_lines([line, *lines({"id": "2", "text": TEXT})], "timex", problems))

    assert [row["id"] for row in rows] == ["2"]
    assert [problem.path for problem in problems] == ["line 1"]


def test_an_unknown_layer_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(ConfigError, match="timex"):
        list(annotate_lines([], "weather", []))
