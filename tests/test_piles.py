"""
Piles with gold: the examples and the invented ones beside the tests.

The shares reached are pinned in benchmarks/floors.json and held by the gate; here
stands what must hold of every pile that was worked on, whatever else moves. Piles that
were never worked on (MEASURES) tell how other pages fare: they have floors only.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.evaluate.piles import examine

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
# Read by nobody who wrote a rule, before their figures were taken. `marsh`, `orchestra` and
# `textile` were opened since, and hardly worked on: what they ask for is mostly not reached.
MEASURES = frozenset(
    [
        *("archive", "boundary", "evacuation", "garrison", "glacier", "harbour", "hostage"),
        *("lorries", "marsh", "oil", "orchestra", "rules", "schools", "strait", "textile"),
    ]
)
PILES = (EXAMPLES, *sorted(p for p in (HERE / "piles").iterdir() if p.name not in MEASURES))
# What is still wrong, strictly: mended, it must leave this list.
KNOWN = {
    ("bans", "noise_gone"): ["briefing.txt: An official website"],
    ("broadcast", "noise_gone"): ["tabloid.txt: HOROSCOPES"],
    ("cabin", "traps"): [
        "advice.html · demand · has asked the airline to pay for hotel rooms · unconfirmed"
    ],
    ("corridor", "noise_gone"): [
        "wire.txt: Our goal is to create a safe",
        "sitrep.txt: To be added to or deleted",
    ],
    ("takeover", "noise_gone"): [
        "flyer.html: Seminars 2013",
        "flyer.html: I want to become a member",
        "flyer.html: Legal advice",
    ],
    ("autoworkers", "noise_gone"): ["extend.txt: Dunning Windows"],
    ("pilots", "noise_gone"): ["trade.txt: Skyline Trade Media"],
    ("waterright", "noise_gone"): [
        "newsletter.txt: green chile stew",
        "newsletter.txt: Rabies clinic",
        "newsletter.txt: call the front desk",
    ],
    ("prisoners", "noise_gone"): ["voice.txt: Please photocopy"],
    ("minerals", "noise_gone"): ["talks.html: fuel queues back in Bujumbura"],
    ("nukes", "noise_gone"): ["kcna.txt: Help us pay for the server"],
    ("regiment", "noise_gone"): ["malay.txt: We provide (subscription-based)"],
}

Checks = dict[str, dict[str, bool]]


@pytest.fixture(scope="module", params=PILES, ids=lambda pile: pile.name)
def read(request: pytest.FixtureRequest) -> tuple[str, Checks]:
    return request.param.name, examine(request.param)


# What a wrong line costs most: these may not slip, not by one, in any pile.
@pytest.mark.parametrize(
    "figure", ["relevant", "noise_gone", "body_kept", "copies", "traps", "apart"]
)
def test_nothing_of_this_is_wrong(read: tuple[str, Checks], figure: str) -> None:
    name, checks = read
    wrong = [what for what, right in checks.get(figure, {}).items() if not right]

    assert wrong == KNOWN.get((name, figure), [])


@pytest.fixture(scope="module")
def examples_read() -> Checks:
    return examine(EXAMPLES)


@pytest.mark.parametrize(
    ("figure", "least"),
    [
        ("dated", 1.0),
        ("trusted", 1.0),
        ("statements", 0.85),
        ("acts", 0.75),
        ("demands", 0.85),
        ("demand_status", 0.75),
        ("conflicts", 0.65),
    ],
)
def test_the_examples_are_read_as_the_readme_tells(
    examples_read: Checks, figure: str, least: float
) -> None:
    hits = examples_read[figure]

    assert sum(hits.values()) >= least * len(hits), [what for what, hit in hits.items() if not hit]
