"""
Rules for parts of a longer time: quarters, seasons, the first week of a month, feasts.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.timex.dates import date_formula
from verbale.annotate.timex.lengths import Amount, amount_of, length_value
from verbale.annotate.timex.rules import COUNTED, Draft, Hit, Rule, covering, shifted
from verbale.annotate.timex.words import CLASSES
from verbale.model.timex import Formula, TimexType

# Words that number the parts of a year; the first stands for the last of them.
RANKS = tuple(CLASSES[name] for name in ("LAST", "LATTER", "WORD_ORD", "ORD"))


def edge(hit: Hit) -> Iterator[Draft]:
    """The end of the month, the start of the year."""
    unit = hit.get("UNIT")
    word = hit.get("EDGE")
    assert unit is not None and word is not None
    if unit.value in COUNTED and not unit.lower.endswith("s"):
        yield from covering(hit, shifted(0, unit.value), modifier=word.value)


def year_end(hit: Hit) -> Iterator[Draft]:
    """Year-end, month's end, mid-week."""
    unit, word = hit.get("UNIT"), hit.get("EDGE")
    assert unit is not None and word is not None
    if unit.value in ("week", "month", "year", "decade") and word.lower in ("end", "mid"):
        yield from covering(hit, shifted(0, unit.value), modifier=word.value)


def season(hit: Hit) -> Iterator[Draft]:
    """Spring 2013, the summer of 1916, the winter."""
    word, year = hit.get("SEASON"), hit.get("YEAR")
    assert word is not None
    anchor = "none" if year else "story" if hit.has("THAT") else "page"
    formula = Formula("season", anchor, name=word.value, year=year.value if year else None)
    yield from covering(hit, formula)


def part_of_year(hit: Hit) -> Iterator[Draft]:
    """The third quarter of 2013, the first half of last year."""
    ordinal, year = hit.words[0:3], hit.get("YEAR")
    rank = next(word for word in ordinal if word.kind in RANKS)
    units = hit.all("UNIT")
    operator = "half" if hit.has("HALF") else units[0].value
    if operator not in ("half", "quarter"):
        return
    near = units[-1] if len(units) > (0 if operator == "half" else 1) else None
    if near is not None and near.value != "year":
        return
    most = 2 if operator == "half" else 4
    number = rank.value if isinstance(rank.value, int) else most
    if rank.kind in RANKS[:1] and near is None and year is None:
        return  # "last quarter": the one before this
    if not 1 <= number <= most:
        return
    step = None if near is None else _step_before(hit)
    yield from covering(
        hit,
        Formula(
            operator, "none" if year else "page", day=number,
            year=year.value if year else None, count=step,
        ),
    )  # fmt: skip


def _step_before(hit: Hit) -> int:
    """-1, 0 or 1 by the word before the last unit."""
    kind = hit.words[-2].kind
    return -1 if kind == CLASSES["LAST"] else 1 if kind == CLASSES["NEXT"] else 0


def portion(hit: Hit) -> Iterator[Draft]:
    """The first three months of the year, the last two weeks of March: a length in it."""
    unit, rank = hit.get("UNIT"), hit.get("WORD_ORD", "LAST")
    amount = amount_of(hit.words[hit.words.index(rank) + 1 :]) if rank is not None else Amount(None)
    assert unit is not None and rank is not None
    if rank.kind == CLASSES["WORD_ORD"] and rank.value != 1:
        return
    value = length_value(amount, unit.value)
    whole = _whole(hit)
    if amount.number is None or whole is None:
        yield from covering(hit, Formula("value", name=value), TimexType.DURATION)
        return
    step = amount.number if rank.kind == CLASSES["WORD_ORD"] else -amount.number
    formula = Formula("portion", parts=(whole,), count=step, unit=unit.value, name=value)
    yield from covering(hit, formula, TimexType.DURATION)


def _whole(hit: Hit) -> Formula | None:
    """The month, year or near unit at the end of the words."""
    month, year = hit.get("MONTH"), hit.words[-1] if hit.words[-1].kind == CLASSES["YEAR"] else None
    if month is not None:
        return date_formula(year=year.value if year else None, month=month.value)
    if year is not None:
        return date_formula(year=year.value)
    units = hit.all("UNIT")
    if len(units) < 2:
        return None
    anchor = "story" if hit.has("THAT", "SAME") else "page"
    return shifted(_step_before(hit), units[-1].value, anchor)


def numbered_quarter(hit: Hit) -> Iterator[Draft]:
    """Q3, Q3 2012."""
    number, year = hit.get("QUARTER"), hit.get("YEAR")
    assert number is not None
    told = year.value if year else None
    anchor = "none" if year else "page"
    yield from covering(hit, Formula("quarter", anchor, day=number.value, year=told))


def early_hours(hit: Hit) -> Iterator[Draft]:
    """The early hours of Monday: its morning."""
    edge, unit, part = hit.get("EDGE"), hit.get("UNIT"), hit.get("PART")
    if edge is None or unit is None or unit.lower != "hours":
        return
    if part is not None or edge.lower == "early":
        name = part.value if part is not None else "MO"
        day = shifted(0, "day", "story")
        yield from covering(hit, Formula("part", parts=(day,), name=name), TimexType.TIME)


def nth_unit(hit: Hit) -> Iterator[Draft]:
    """The first week of March, the last Friday of the month, the first day of 2013."""
    ordinal = hit.get("WORD_ORD", "ORD", "LAST")
    units, weekday = hit.all("UNIT"), hit.get("WEEKDAY")
    assert ordinal is not None
    count = ordinal.value if isinstance(ordinal.value, int) else -1
    whole = _whole(hit) or shifted(_step_before(hit), units[-1].value)
    unit = None if weekday is not None else units[0].value
    if unit is not None and unit not in ("day", "week", "weekend", "month"):
        return
    if unit is not None and units[0].lower.endswith("s"):
        # "the first days of March": no one of them, but about its beginning.
        if count in (1, -1):
            yield from covering(hit, whole, modifier="START" if count == 1 else "END")
        return
    yield from covering(
        hit,
        Formula(
            "nth", parts=(whole,), count=count, unit=unit,
            weekday=weekday.value if weekday else None,
        ),
    )  # fmt: skip


def feast(hit: Hit) -> Iterator[Draft]:
    """Christmas, Easter 2013, last Ramadan."""
    word, year = hit.get("FEAST"), hit.get("YEAR")
    assert word is not None
    count = -1 if hit.has("LAST") else 1 if hit.has("NEXT") else None
    formula = Formula(
        "feast", "none" if year else "page", name=word.value,
        year=year.value if year else None, count=count,
    )  # fmt: skip
    yield from covering(hit, formula)


def part_of_day(hit: Hit) -> Iterator[Draft]:
    """Noon, midnight, the morning: of the day told before."""
    part = hit.get("PART")
    assert part is not None
    if not hit.has("THE") and part.lower not in ("noon", "midday", "midnight", "overnight"):
        return
    if part.lower.endswith("s") and part.lower != "overnights":
        return
    day = shifted(0, "day", "page" if part.lower == "overnight" else "story")
    yield from covering(hit, Formula("part", parts=(day,), name=part.value), TimexType.TIME)


# A unit told from the page: "this year", "the last month".
NEAR = "(?: (?:THE|THIS|THAT|LAST|NEXT|THE LAST|THE NEXT|THE SAME) UNIT )"
FEAST_NAME = "FEAST INSIDE{0,6}"
RULES = (
    Rule(
        "portion",
        f"THE? (?:WORD_ORD|LAST) COUNT UNIT OF (?: MONTH (?:COMMA? OF? YEAR)? | YEAR | {NEAR} )",
        portion,
    ),
    Rule("numbered quarter", "QUARTER (?: OF? FISCAL? YEAR )?", numbered_quarter),
    Rule("part of the day", "THE? EDGE (?: UNIT (?=OF | ON) | PART UNIT )", early_hours),
    Rule(
        "feast",
        f"(?: THE? (?:LAST|NEXT|THIS))? {FEAST_NAME} (?: (?:COMMA|OF)? YEAR)?",
        feast,
    ),
    Rule(
        "part of the year",
        "THE? FISCAL? (?:WORD_ORD|ORD|LAST|LATTER) DASH? (?:HALF|UNIT)"
        f" (?: (?:OF|IN|COMMA)? (?:FISCAL? YEAR | {NEAR}) | (?! OF THE? MONTH | OF THE? DEC) )",
        part_of_year,
    ),
    Rule(
        "ordinal part",
        "THE? (?:WORD_ORD|ORD|LAST) (?:UNIT|WEEKDAY) (?:OF|IN)"
        f" (?: MONTH (?:COMMA? OF? YEAR)? | YEAR | {NEAR} )",
        nth_unit,
    ),
    Rule("edge of a unit", "THE? EDGE (?:OF|IN) (?:THE|THIS) UNIT", edge),
    Rule("year-end", "UNIT APOS? DASH? EDGE | EDGE DASH UNIT", year_end),
    Rule("season", "THE? SEASON (?: (?:OF|IN|COMMA)? YEAR | OF THAT UNIT)?", season),
    Rule("part of the day", "THE? PART", part_of_day),
)
