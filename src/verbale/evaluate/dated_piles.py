"""
Piles of invented pages whose days are known, to measure how pages are dated.

Each pile is one invented negotiation: rounds, papers and sayings on some weeks' days,
and pages that tell them as news does, near days by weekday and far ones by date. A
third of the pages shows its day, a third the day of a crawl, a third none. The same
number always makes the same pile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from verbale.lexicon import terms

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
ACTS_A_WEEK = 3


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens in an invented negotiation, on a day."""

    kind: str  # "meet", "hand", "said"
    day: date
    words: tuple[tuple[str, str], ...]  # what stands for {a}, {p}, {c}, …


@dataclass(frozen=True, slots=True)
class InventedPage:
    """A page with its true day. `shown` is the day at its top, "true", "crawl" or none."""

    name: str
    text: str
    day: date
    shown: str | None
    shown_day: date | None
    contradicted: bool  # the weekdays of its story do not fit the day shown


def invent_pile(number: int, pages: int = 9) -> list[InventedPage]:
    """
    The pile of that number.

    >>> invent_pile(3) == invent_pile(3)
    True
    """
    dice = Random(number)
    stories = terms("verbale.evaluate", "dated_piles")["story"]
    story = stories[number % len(stories)]
    start = date(1996, 1, 1) + timedelta(days=dice.randrange(10_000))
    happenings = _happenings(story, start, dice)
    style = dice.choice(("12 March", "March 12", "March 12"))
    made = []
    for i in range(pages):
        main = happenings[dice.randrange(1, len(happenings))]
        day = main.day + timedelta(days=dice.choice((0, 0, 0, 1)))
        shown = ("true", "crawl", None)[i % 3]
        made.append(
            _page(f"{number:03d}-{i:02d}.txt", story, happenings, main, day, shown, style, dice)
        )
    return made


def _happenings(story: dict[str, Any], start: date, dice: Random) -> list[Happening]:
    """Three to five weeks of a negotiation, with a meeting in most of them."""
    found: list[Happening] = []
    for week in range(dice.choice((3, 4, 5))):
        monday = start - timedelta(days=start.weekday()) + timedelta(weeks=week)
        days = sorted(dice.sample(range(5), ACTS_A_WEEK))
        kinds = [dice.choice(("meet", "meet", "hand")), "said", dice.choice(("meet", "said"))]
        for offset, kind in zip(days, kinds, strict=True):
            cast = _cast(story, dice)
            # The same sides seldom meet in the same city twice in a few weeks.
            while kind == "meet" and any(_place(h.words) == _place(cast) for h in found[-6:]):
                cast = _cast(story, dice)
            found.append(Happening(kind, monday + timedelta(days=offset), cast))
    return found


def _place(words: tuple[tuple[str, str], ...]) -> tuple[frozenset[str], str]:
    """Who meets, and where."""
    told = dict(words)
    return frozenset((told["a"], told["b"])), told["c"]


def _cast(story: dict[str, Any], dice: Random) -> tuple[tuple[str, str], ...]:
    parties = [*story["sides"], story["third"]]
    one, other = dice.sample(parties, 2)
    return (
        ("a", one["name"]),
        ("b", other["name"]),
        ("p", dice.choice(one["people"])),
        ("q", dice.choice(other["people"])),
        ("c", dice.choice(story["cities"])),
        ("m", dice.choice(story["matters"])),
        ("d", dice.choice(story["papers"])),
    )


def _page(
    name: str,
    story: dict[str, Any],
    happenings: Sequence[Happening],
    main: Happening,
    day: date,
    shown: str | None,
    style: str,
    dice: Random,
) -> InventedPage:
    lines = terms("verbale.evaluate", "dated_piles")["lines"]
    told = [_line(lines[f"{main.kind}_past"], main, _when(main.day, day, style, dice), dice)]
    for other in happenings:
        gap = (day - other.day).days
        if other is main or not -20 <= gap <= 6 or dice.random() < 0.35:
            continue
        if gap >= 0:
            told.append(
                _line(lines[f"{other.kind}_past"], other, _when(other.day, day, style, dice), dice)
            )
        elif other.kind == "meet":
            told.append(_line(lines["meet_next"], other, _when(other.day, day, style, dice), dice))
    earlier = [h for h in happenings if h.kind == "meet" and _week(h.day) == _week(day) - 1]
    if earlier and dice.random() < 0.5:
        told.append(_line(lines["weeks_past"], earlier[0], "last week", dice))
    if dice.random() < 0.4:
        told.append(_line(lines["months_past"], main, "last month", dice))
    told[1:1] = [_line(lines["filler"], main, "", dice)]
    told.append(_line(lines["filler"], main, "", dice))
    title = _line(lines["titles"], main, "", dice)
    shown_day, contradicted = _shown(shown, day, main.day, dice)
    top = f"{_banner(shown_day, dice)}\n\n" if shown_day else ""
    text = f"{top}{title}\n\n" + "\n\n".join(told) + "\n\n\n" + dice.choice(lines["noise"]) + "\n"
    return InventedPage(name, text, day, shown, shown_day, contradicted)


def _shown(shown: str | None, day: date, main: date, dice: Random) -> tuple[date | None, bool]:
    """The day at the top of the page, and whether the story's weekdays speak against it."""
    if shown is None:
        return None, False
    if shown == "true":
        return day, False
    crawl = day + timedelta(
        days=dice.choice((3, 5, 9, 11, 40, 200, 385, 800, 2000)) + dice.randrange(7)
    )
    return crawl, (crawl - main).days % 7 >= 2


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7


def _when(act: date, page: date, style: str, dice: Random) -> str:
    """A day as news tells it: near ones by weekday, others by date."""
    if 0 < (page - act).days <= 6 and _week(act) < _week(page) and dice.random() < 0.5:
        return f"last {WEEKDAYS[act.weekday()]}"
    if abs((page - act).days) <= 6:
        return f"on {WEEKDAYS[act.weekday()]}"
    month = MONTHS[act.month - 1]
    return f"on {act.day} {month}" if style == "12 March" else f"on {month} {act.day}"


def _banner(day: date, dice: Random) -> str:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    forms = (
        f"{weekday}, {month} {day.day}, {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"23 C\n{weekday}, {month} {day.day}, {day.year}\nHome",
    )
    return dice.choice(forms)


def _line(choices: Sequence[str], happening: Happening, when: str, dice: Random) -> str:
    line = dice.choice(choices).format(t=when, **dict(happening.words))
    return line[0].upper() + line[1:]
