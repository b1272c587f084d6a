"""
Piles with gold: the examples and the invented ones beside the tests.

The shares reached are pinned in benchmarks/floors.json; here stands what must hold
of every pile, whatever else moves.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.evaluate.piles import examine

HERE = Path(__file__).parent
# Written by somebody who had not read the code, and not to be bent to it: they show
# what a pile comes to that nobody has worked on.
OUTSIDE = tuple(
    HERE / "piles" / name
    for name in ("bonds", "brewers", "captives", "oliveoil", "reactor", "truce")
)
PILES = (
    HERE.parent / "examples",
    *(pile for pile in sorted((HERE / "piles").iterdir()) if pile not in OUTSIDE),
)


@pytest.fixture(scope="module", params=PILES, ids=lambda pile: pile.name)
def checks(request: pytest.FixtureRequest) -> dict[str, dict[str, bool]]:
    return examine(request.param)


@pytest.fixture(scope="module", params=OUTSIDE, ids=lambda pile: pile.name)
def outside(request: pytest.FixtureRequest) -> dict[str, dict[str, bool]]:
    return examine(request.param)


@pytest.mark.parametrize("figure", ["relevant", "body_kept", "copies", "apart"])
def test_nothing_of_this_is_wrong_outside_either(
    outside: dict[str, dict[str, bool]], figure: str
) -> None:
    wrong = [what for what, right in outside.get(figure, {}).items() if not right]

    assert wrong == []


# What a wrong line costs most: these may not slip, not by one.
@pytest.mark.parametrize(
    "figure", ["relevant", "dated", "trusted", "noise_gone", "body_kept", "copies", "traps"]
)
def test_nothing_of_this_is_wrong(checks: dict[str, dict[str, bool]], figure: str) -> None:
    wrong = [what for what, right in checks.get(figure, {}).items() if not right]

    assert wrong == []


@pytest.mark.parametrize(
    ("figure", "least"),
    [("statements", 0.85), ("acts", 0.75), ("demands", 0.85), ("demand_status", 0.75)],
)
def test_most_of_this_is_found(
    checks: dict[str, dict[str, bool]], figure: str, least: float
) -> None:
    hits = checks[figure]

    assert sum(hits.values()) >= least * len(hits), [what for what, hit in hits.items() if not hit]
