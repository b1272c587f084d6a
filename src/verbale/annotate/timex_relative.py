"""
Rules for dates counted from somewhere: the page's day, the last date told, a date beside.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.timex_dates import STORY_WORDS
from verbale.annotate.timex_grammar import Draft, Hit, Rule
from verbale.annotate.timex_lengths import Amount, amount_of, length_value
from verbale.annotate.timex_words import CLASSES
from verbale.model.timex import Direction, Formula, TimexType

DATE, TIME, DURATION = TimexType.DATE, TimexType.TIME, TimexType.DURATION
# Words that number the parts of a year; the first stands for the last of them.
RANKS = tuple(CLASSES[name] for name in ("LAST", "LATTER", "WORD_ORD", "ORD"))
COUNTED = frozenset({"day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade"})


def _one(hit: Hit, formula: Formula, kind: TimexType = DATE, **more: object) -> Iterator[Draft]:
    draft = Draft(hit.at, hit.last, kind, formula)
    for name, value in more.items():
        setattr(draft, name, value)
    yield draft


def deictic(hit: Hit) -> Iterator[Draft]:
    """Today, yesterday evening, tomorrow."""
    word = hit.get("DEICTIC")
    part = hit.get("PART")
    if word is None:
        formula = Formula("part", parts=(_shift(0, "day"),), name="NI")
        yield from _one(hit, formula, TIME)
        return
    day = _shift(word.value, "day")
    if part is not None:
        yield from _one(hit, Formula("part", parts=(day,), name=part.value), TIME)
    else:
        yield from _one(hit, day)


def _shift(count: float, unit: str, anchor: str = "page", told: str | None = None) -> Formula:
    return Formula("shift", anchor, count=count, unit=unit, name=told)


def reference(hit: Hit) -> Iterator[Draft]:
    """Now, recently."""
    word = hit.get("REF")
    assert word is not None
    if word.value == "PRESENT_REF":
        yield from _one(hit, Formula("now", "page"))
    else:
        yield from _one(hit, Formula("value", name=word.value))


def near_unit(hit: Hit) -> Iterator[Draft]:
    """Last week, next year, this month, the following day, the same year, that night."""
    unit, part, season = hit.get("UNIT"), hit.get("PART"), hit.get("SEASON")
    last, following = hit.get("LAST"), hit.get("NEXT")
    word = last or following
    step = -1 if last else 1 if following else 0
    anchor = "page"
    if (
        (word is not None and word.lower in STORY_WORDS)
        or hit.has("THAT", "SAME")
        or (hit.has("THE") and word is not None and word.lower == "next")
    ):
        anchor = "story"
    if season is not None:
        yield from _one(hit, Formula("season", anchor, name=season.value, count=step))
    elif part is not None or (unit is not None and unit.value == "night"):
        name = part.value if part is not None else "NI"
        day = _shift(step, "day", anchor)
        yield from _one(hit, Formula("part", parts=(day,), name=name), TIME)
    elif unit is not None:
        yield from _near_counted(hit, unit.value, unit.text, step, anchor)


def _near_counted(hit: Hit, unit: str, text: str, step: int, anchor: str) -> Iterator[Draft]:
    word = hit.get("LAST") or hit.get("NEXT")
    plural = text.lower().endswith("s") or text.lower() in ("centuries", "millennia")
    if plural:
        # "the last months", "the coming weeks": a stretch of unknown length.
        if word is not None:
            value = length_value(Amount(None), unit)
            yield from _one(hit, Formula("value", name=value), DURATION)
        return
    if unit in ("hour", "minute", "second", "millennium"):
        if word is not None:
            yield from _one(hit, _span(step, Amount(1), unit), DURATION)
        return
    if word is not None and hit.has("THE") and word.lower in ("last", "past", "coming"):
        yield from _one(hit, _span(step, Amount(1), unit), DURATION)
        return
    if word is not None and word.lower == "past":
        yield from _one(hit, _span(step, Amount(1), unit), DURATION)
        return
    yield from _one(hit, _shift(step, unit, anchor))


def _span(step: int, amount: Amount, unit: str) -> Formula:
    value = length_value(amount, unit)
    if amount.number is None:
        return Formula("value", name=value)
    return Formula("span", "page", count=step * amount.number, unit=unit, name=value)


def stretch(hit: Hit) -> Iterator[Draft]:
    """The last 30 years, the next few days."""
    unit = hit.get("UNIT")
    amount = amount_of(hit.words)
    assert unit is not None
    step = -1 if hit.has("LAST") else 1
    yield from _one(hit, _span(step, amount, unit.value), DURATION)


def counted(hit: Hit) -> Iterator[Draft]:
    """Two weeks ago, three days later, a year earlier."""
    unit = hit.get("UNIT")
    amount = amount_of(hit.words)
    assert unit is not None
    back = hit.has("AGO", "EARLIER", "BEFORE")
    step = -1 if back else 1
    if amount.number is None:
        yield from _one(hit, Formula("value", name="PAST_REF" if back else "FUTURE_REF"))
        return
    if hit.has("AGO"):
        anchor = "page"
    else:
        # "a year earlier" in reports of results counts from the page.
        anchor = "page" if back and unit.value in ("year", "quarter", "month") else "story"
    kind = TIME if unit.value in ("hour", "minute", "second") else DATE
    yield from _one(hit, _shift(step * amount.number, unit.value, anchor), kind)


def beside(hit: Hit) -> Iterator[Draft]:
    """The day before, the week after: counted from the story."""
    unit = hit.get("UNIT")
    assert unit is not None
    step = -1 if hit.has("EARLIER", "BEFORE") else 1
    if unit.value in COUNTED and not unit.lower.endswith("s"):
        yield from _one(hit, _shift(step, unit.value, "story"))


def edge(hit: Hit) -> Iterator[Draft]:
    """The end of the month, the start of the year."""
    unit = hit.get("UNIT")
    word = hit.get("EDGE")
    assert unit is not None and word is not None
    if unit.value in COUNTED and not unit.lower.endswith("s"):
        yield from _one(hit, _shift(0, unit.value), modifier=word.value)


def year_end(hit: Hit) -> Iterator[Draft]:
    """Year-end, month's end, mid-week."""
    unit, word = hit.get("UNIT"), hit.get("EDGE")
    assert unit is not None and word is not None
    if unit.value in ("week", "month", "year", "decade") and word.lower in ("end", "mid"):
        yield from _one(hit, _shift(0, unit.value), modifier=word.value)


def vaguely_counted(hit: Hit) -> Iterator[Draft]:
    """Years ago, months later, in recent weeks."""
    unit = hit.get("UNIT")
    assert unit is not None
    if not unit.lower.endswith("s") and unit.lower not in ("centuries", "millennia"):
        return
    name = "FUTURE_REF" if hit.has("LATER") else "PAST_REF"
    yield from _one(hit, Formula("value", name=name))


def whole_unit(hit: Hit) -> Iterator[Draft]:
    """The weekend, the quarter: the one the text is about."""
    unit = hit.get("UNIT")
    assert unit is not None
    if unit.lower in ("weekend", "quarter"):
        yield from _one(hit, _shift(0, unit.value))


def part_of_day(hit: Hit) -> Iterator[Draft]:
    """Noon, midnight, the morning: of the day told before."""
    part = hit.get("PART")
    assert part is not None
    if not hit.has("THE") and part.lower not in ("noon", "midday", "midnight", "overnight"):
        return
    if part.lower.endswith("s") and part.lower != "overnights":
        return
    day = _shift(0, "day", "page" if part.lower == "overnight" else "story")
    yield from _one(hit, Formula("part", parts=(day,), name=part.value), TIME)


def season(hit: Hit) -> Iterator[Draft]:
    """Spring 2013, the summer of 1916, the winter."""
    word, year = hit.get("SEASON"), hit.get("YEAR")
    assert word is not None
    anchor = "none" if year else "story" if hit.has("THAT") else "page"
    formula = Formula("season", anchor, name=word.value, year=year.value if year else None)
    yield from _one(hit, formula)


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
    yield from _one(
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


def nth_unit(hit: Hit) -> Iterator[Draft]:
    """The first week of March, the last Friday of the month, the first day of 2013."""
    ordinal = hit.get("WORD_ORD", "ORD", "LAST")
    units, weekday = hit.all("UNIT"), hit.get("WEEKDAY")
    month, year = hit.get("MONTH"), hit.get("YEAR")
    assert ordinal is not None
    count = ordinal.value if isinstance(ordinal.value, int) else -1
    if month is not None:
        whole = Formula(
            "date", "none" if year else "page", month=month.value, year=year.value if year else None
        )
    elif year is not None:
        whole = Formula("date", year=year.value)
    else:
        anchor = "story" if hit.has("THAT", "SAME") else "page"
        whole = _shift(_step_before(hit), units[-1].value, anchor)
    unit = None if weekday is not None else units[0].value
    if unit is not None and unit not in ("day", "week", "weekend", "month"):
        return
    yield from _one(
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
    yield from _one(hit, formula)


FEAST_NAME = "FEAST INSIDE*"
# A unit told from the page: "this year", "the last month".
NEAR = "(?: (?:THE|THIS|THAT|LAST|NEXT|THE LAST|THE NEXT|THE SAME) UNIT )"
RULES = (
    Rule(
        "feast",
        f"(?: THE? (?:LAST|NEXT|THIS))? {FEAST_NAME} (?: (?:COMMA|OF)? YEAR)?",
        feast,
    ),
    Rule("day deictic", "DEICTIC (?: APOS? PART)? | TONIGHT", deictic),
    Rule(
        "part of the year",
        "THE? FISCAL? (?:WORD_ORD|ORD|LAST|LATTER) DASH? (?:HALF|UNIT)"
        f" (?: (?:OF|IN|COMMA)? (?:FISCAL? YEAR | {NEAR}) )?",
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
    Rule(
        "stretch", "THE? (?:LAST|NEXT) ROUGHLY? COUNT UNIT | THE? COUNT (?:LAST|NEXT) UNIT", stretch
    ),
    Rule(
        "near unit",
        "THE? (?:LAST|NEXT|SAME|THIS) (?:FISCAL? UNIT|SEASON|PART)"
        " | (?:THIS|THAT) (?:SAME|LAST|NEXT)? (?:FISCAL? UNIT|SEASON|PART)",
        near_unit,
    ),
    Rule(
        "counted",
        "ROUGHLY? COUNT DASH? UNIT"
        " (?: AGO | LATER | EARLIER | (?:AFTER|BEFORE) (?= STOP | COMMA | BREAK | AND))",
        counted,
    ),
    Rule("vaguely counted", "RECENT UNIT | UNIT (?:AGO|LATER|EARLIER)", vaguely_counted),
    Rule("unit beside", "THE UNIT (?:EARLIER|LATER|AFTER|BEFORE|NEXT (?! UNIT))", beside),
    Rule("whole unit", "THE UNIT", whole_unit),
    Rule("season", "THE? SEASON (?: (?:OF|IN|COMMA)? YEAR | OF THAT UNIT)?", season),
    Rule("part of the day", "THE? PART", part_of_day),
    Rule("vague time", "REF", reference),
)

__all__ = ["RULES", "Direction"]
