"""
Rules for lengths of time and for what repeats: durations and sets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.annotate.timex.rules import Draft, Hit, Rule
from verbale.annotate.timex.words import CLASSES, Word
from verbale.model.timex import Formula, TimexType

UNIT_LETTER = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W",
    "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE",
    "century": "CE", "millennium": "ML",
}  # fmt: skip
CLOCK = frozenset({"second", "minute", "hour"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of units; None where it is vague ("a few")."""

    number: float | None


def amount_of(words: Sequence[Word]) -> Amount:
    """
    The number told by the words before a unit: "two and a half", "several", "a".
    """
    total: float = 0
    group: float = 0
    seen = vague = False
    for word in words:
        kind = word.kind
        if kind == CLASSES["UNIT"]:
            break
        if kind == CLASSES["VAGUE"]:
            if word.lower == "couple":
                return Amount(2)
            if word.lower != "some":  # "some 20 years"
                return Amount(None)
            vague = True
        if kind in (CLASSES["NUM"], CLASSES["INT"], CLASSES["YEAR"]):
            group, seen = word.value, True
        elif kind == CLASSES["DECIMAL"]:
            pieces = word.text.split(".")
            if len(pieces) == 2:
                group, seen = float(word.text), True
        elif kind == CLASSES["WNUM"]:
            if word.value in (12, 100, 1000) and group:
                group *= word.value
            else:
                group += word.value
            seen = True
        elif kind == CLASSES["HALF"]:
            group, seen = group + 0.5, True
        elif kind == CLASSES["A"] and not seen:
            continue
    total += group
    if vague and not seen:
        return Amount(None)
    return Amount(total if seen else 1)


def length_value(amount: Amount, unit: str) -> str:
    """
    The TIMEX3 value of a length.

    >>> length_value(Amount(2), "fortnight"), length_value(Amount(None), "hour")
    ('P4W', 'PTXH')
    """
    number = amount.number
    if unit == "fortnight":
        unit, number = "week", number * 2 if number is not None else None
    if number == 0.5:
        smaller = {"year": ("month", 6), "hour": ("minute", 30), "day": ("hour", 12)}
        if unit in smaller:
            unit, number = smaller[unit]
    told = "X" if number is None else f"{number:g}" if number < 1e6 else str(int(number))
    return f"P{'T' if unit in CLOCK else ''}{told}{UNIT_LETTER[unit]}"


def length(hit: Hit) -> Iterator[Draft]:
    """Three years, about a week, two-day, three straight weeks, 55 years old."""
    unit = hit.get("UNIT")
    assert unit is not None
    value = length_value(amount_of(hit.words), unit.value)
    first = hit.at
    if hit.words[0].kind == CLASSES["A"] and hit.has("DASH"):
        first += 1  # "a two-day visit": the article is the visit's
    draft = Draft(first, hit.last, TimexType.DURATION, Formula("value", name=value))
    if hit.has("ABOUT"):
        draft.modifier = "APPROX"
    elif hit.has("LEAST"):
        draft.modifier = "EQUAL_OR_MORE"
    elif hit.has("MORE"):
        draft.modifier = "MORE_THAN"
    elif hit.has("LESS"):
        draft.modifier = "LESS_THAN"
    yield draft


def bare_length(hit: Hit) -> Iterator[Draft]:
    """Months, for years, weeks: of unknown number."""
    unit = hit.get("UNIT")
    assert unit is not None
    if unit.lower.endswith("s") or unit.lower == "centuries":
        value = length_value(Amount(None), unit.value)
        yield Draft(hit.at, hit.last, TimexType.DURATION, Formula("value", name=value))


def often(hit: Hit) -> Iterator[Draft]:
    """Daily, weekly, annual."""
    word = hit.get("OFTEN")
    assert word is not None
    yield Draft(hit.at, hit.last, TimexType.SET, Formula("value", name=word.value))


def each(hit: Hit) -> Iterator[Draft]:
    """Every day, each year, per month, every two weeks."""
    unit, part, season = hit.get("UNIT"), hit.get("PART"), hit.get("SEASON")
    if season is not None:
        value = f"XXXX-{season.value}"
    elif part is not None:
        value = f"XXXX-XX-XXT{part.value}"
    elif unit is not None:
        value = length_value(amount_of(hit.words), unit.value)
    else:
        return
    yield Draft(hit.at, hit.last, TimexType.SET, Formula("value", name=value))


RULES = (
    Rule("every unit", "EACH (?:OTHER? COUNT)? (?:UNIT|PART|SEASON) | PER UNIT", each),
    Rule("length", "ROUGHLY? COUNT DASH? RUNNING? UNIT (?:DASH? OLD | DASH LONG)?", length),
    Rule("vague length", "UNIT", bare_length),
    Rule("repeated", "OFTEN", often),
)
