"""
Rules for dates told by the calendar: days, months, years, decades, centuries.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verbale.annotate.timex.rules import STORY_WORDS, Draft, Hit, Rule, covering
from verbale.annotate.timex.words import CLASSES
from verbale.model.timex import Formula, TimexType


def date_formula(
    *,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
    anchor: str = "page",
) -> Formula:
    """A date told whole (absolute) or in part (counted from an anchor)."""
    return Formula(
        "date", "none" if year is not None else anchor,
        year=year, month=month, day=day, weekday=weekday,
    )  # fmt: skip


def iso_date(hit: Hit) -> Iterator[Draft]:
    """2013-04-05."""
    year, month, day = (word.value for word in hit.all("YEAR", "NUM", "INT"))
    yield from covering(hit, date_formula(year=year, month=month, day=day))


def numeric_date(hit: Hit) -> Iterator[Draft]:
    """
    04/05/2013, 4.5.2013: where day and month cannot be told apart, both are offered.

    "Monday 11/10/2010" tells them apart by its weekday, where only one of them is a Monday.
    """
    named = hit.get("WEEKDAY")
    weekday = named.value if named is not None else None
    dotted = hit.get("DOTTED")
    if dotted is not None:
        a, b, year = (int(part) for part in dotted.text.split("."))
        yield from covering(hit, date_formula(year=year, month=b, day=a, weekday=weekday))
        return
    a, b, year = (word.value for word in hit.all("NUM", "YEAR", "INT"))
    if hit.words[-1].kind != "y":
        if len(hit.words[-1].text) != 2:
            return
        year += 2000 if year < 50 else 1900
    month_first = date_formula(year=year, month=a, day=b, weekday=weekday)
    day_first = date_formula(year=year, month=b, day=a, weekday=weekday)
    if a > 12:
        yield from covering(hit, day_first)
    elif b > 12 or a == b:
        yield from covering(hit, month_first)
    else:
        both = (month_first, day_first)
        fitting = [each for each in both if _is_on(each, weekday)]
        if len(fitting) == 1:
            yield from covering(hit, fitting[0])
        else:
            yield from covering(hit, Formula("or", parts=both, count=0))


def _is_on(day: Formula, weekday: int | None) -> bool:
    """Whether a day of the calendar is the weekday named with it."""
    if weekday is None or day.year is None or day.month is None or day.day is None:
        return False
    return date(day.year, day.month, day.day).weekday() == weekday


def full_date(hit: Hit) -> Iterator[Draft]:
    """March 4, 2013; Monday, 4 March; the 4th of March; the first of April."""
    month, day = hit.get("MONTH"), hit.get("NUM", "ORD", "WORD_ORD")
    year, weekday = hit.get("YEAR"), hit.get("WEEKDAY")
    assert month is not None and day is not None
    formula = date_formula(
        year=year.value if year else None,
        month=month.value,
        day=day.value,
        weekday=weekday.value if weekday else None,
    )
    yield from covering(hit, formula)


def date_of_year_near(hit: Hit) -> Iterator[Draft]:
    """June 16 of last year, 3 May this year."""
    month, day = hit.get("MONTH"), hit.get("NUM", "ORD")
    unit, word = hit.get("UNIT"), hit.get("LAST", "NEXT")
    assert month is not None and day is not None and unit is not None
    if unit.value != "year":
        return
    step = 0 if word is None else -1 if word.kind == CLASSES["LAST"] else 1
    anchor = "story" if hit.has("THAT", "SAME") else "page"
    year = Formula("shift", anchor, count=step, unit="year")
    inner = date_formula(month=month.value, day=day.value, anchor="story")
    yield from covering(hit, Formula("from", parts=(inner, year)))


def shared_month(hit: Hit) -> Iterator[Draft]:
    """10-13 January 2013; the 16th or 17th of February; between 10 and 13 January."""
    month, year = hit.get("MONTH"), hit.get("YEAR")
    days = hit.all("NUM", "ORD")
    assert month is not None
    dates = [
        date_formula(year=year.value if year else None, month=month.value, day=day.value)
        for day in days
    ]
    operator = "or" if hit.has("OR") else "range"
    apart = hit.has("AND", "COMMA") and not hit.has("DASH", "TO", "OR")
    cuts = [i for i, word in enumerate(hit.words) if word in days[:-1]]
    starts = [0] + [_start(hit, cut + 1) for cut in cuts]
    ends = [*cuts, len(hit.words) - 1]
    for place, (first, last) in enumerate(zip(starts, ends, strict=True)):
        if len(dates) == 2 and not apart:
            formula = Formula(operator, parts=(dates[0], dates[1]), count=place)
        else:
            formula = dates[place]
        yield Draft(hit.at + first, hit.at + last, TimexType.DATE, formula)


def _start(hit: Hit, at: int) -> int:
    """The next word that is not a joiner."""
    while hit.words[at].kind in ",->&%":
        at += 1
    return at


def month_and_year(hit: Hit) -> Iterator[Draft]:
    """March 2013, March of that year, last March, March."""
    month, year = hit.get("MONTH"), hit.get("YEAR")
    assert month is not None
    if hit.has("THAT", "SAME", "THIS", "LAST", "NEXT"):
        yield from _month_near(hit, month.value)
        return
    yield from covering(hit, date_formula(year=year.value if year else None, month=month.value))


def _month_near(hit: Hit, month: int) -> Iterator[Draft]:
    """Last March, next June, this May; March of this year, August of that year."""
    word = hit.get("LAST", "NEXT")
    step = 0 if word is None else -1 if word.kind == CLASSES["LAST"] else 1
    story = hit.has("THAT", "SAME") or (word is not None and word.lower in STORY_WORDS)
    anchor = "story" if story else "page"
    if hit.has("UNIT"):
        if (unit := hit.get("UNIT")) is None or unit.value != "year":
            return
        year = Formula("shift", anchor, count=step, unit="year")
        yield from covering(hit, Formula("nth", parts=(year,), count=month, unit="month"))
    else:
        yield from covering(hit, Formula("date", anchor, month=month, count=step))


def apostrophe_year(hit: Hit) -> Iterator[Draft]:
    """The '98 elections."""
    mark, number = hit.words[0], hit.words[-1]
    if len(number.text) != 2 or mark.end != number.start or len(mark.text) != 1:
        return
    value = number.value + (2000 if number.value < 30 else 1900)
    yield from covering(hit, date_formula(year=value))


def plain_year(hit: Hit) -> Iterator[Draft]:
    """1939."""
    year = hit.get("YEAR")
    assert year is not None
    yield from covering(hit, date_formula(year=year.value))


def year_range(hit: Hit) -> Iterator[Draft]:
    """1939–45, 1914-1918, 2012/13: each end, and the days of the whole."""
    first = hit.words[0]
    second = hit.words[-1]
    value = second.value
    if second.kind != "y":
        if len(second.text) != 2:
            return
        value = first.value // 100 * 100 + value
    if not first.value < value <= first.value + 200:
        yield Draft(hit.at, hit.at, TimexType.DATE, date_formula(year=first.value))
        return
    parts = (date_formula(year=first.value), date_formula(year=value))
    yield Draft(hit.at, hit.at, TimexType.DATE, Formula("range", parts=parts, count=0))
    yield Draft(hit.last, hit.last, TimexType.DATE, Formula("range", parts=parts, count=1))


def ancient_year(hit: Hit) -> Iterator[Draft]:
    """490 BC: a value, but no days."""
    number = hit.get("NUM", "INT", "YEAR")
    assert number is not None
    if not 0 < number.value <= 9999:
        return
    if hit.has("ERA"):
        yield from covering(hit, Formula("value", name=f"BC{number.value:04d}"))
    else:
        yield from covering(hit, date_formula(year=number.value))


def decade(hit: Hit) -> Iterator[Draft]:
    """The 1990s, the '90s, the late nineties."""
    number = hit.get("DEC")
    assert number is not None
    value = number.value
    if value % 10:
        return
    yield from covering(hit, Formula("decade", "none" if value > 99 else "page", year=value))


def century(hit: Hit) -> Iterator[Draft]:
    """The 19th century, the twentieth century."""
    ordinal = hit.get("ORD", "WORD_ORD")
    unit = hit.get("UNIT")
    assert ordinal is not None and unit is not None
    if unit.value != "century" or not 1 <= ordinal.value <= 21:
        return
    if hit.has("ERA"):
        yield from covering(hit, Formula("value", name=f"BC{ordinal.value - 1:02d}"))
    else:
        year = (ordinal.value - 1) * 100 + 1
        yield from covering(hit, Formula("century", year=year))


def day_of_month(hit: Hit) -> Iterator[Draft]:
    """The 17th: of the month told before."""
    ordinal = hit.get("ORD")
    assert ordinal is not None
    if 1 <= ordinal.value <= 31:
        yield from covering(hit, date_formula(day=ordinal.value, anchor="story"))


RULES = (
    Rule("iso date", "YEAR DASH (?:NUM|INT) DASH (?:NUM|INT)", iso_date),
    Rule("iso date with slashes", "YEAR SLASH NUM SLASH NUM", iso_date),
    Rule(
        "numeric date",
        "(?:WEEKDAY COMMA?)? (?:DOTTED | NUM SLASH NUM SLASH (?:YEAR|NUM|INT))",
        numeric_date,
    ),
    Rule(
        "day, month, year",
        "(?:WEEKDAY COMMA? ON?)? (?:THE? (?:NUM|ORD) OF? DASH? MONTH | THE WORD_ORD OF MONTH"
        " | MONTH THE? (?:NUM|ORD))"
        " (?: DASH YEAR | COMMA? OF? YEAR)",
        full_date,
    ),
    Rule(
        "day and month near",
        "(?:THE? (?:NUM|ORD) OF? MONTH | MONTH THE? (?:NUM|ORD)) COMMA? OF?"
        " (?: THIS | THAT | LAST | NEXT | THE (?:SAME|LAST|NEXT) ) UNIT",
        date_of_year_near,
    ),
    Rule(
        "days of one month",
        "THE? (?:NUM|ORD) (?: COMMA THE? (?:NUM|ORD)){0,6} COMMA? (?:DASH|TO|AND|OR)"
        " THE? (?:NUM|ORD) OF? MONTH (?:COMMA? YEAR)?"
        " | MONTH THE? (?:NUM|ORD) (?: COMMA THE? (?:NUM|ORD)){0,6} COMMA? (?:DASH|TO|AND|OR)"
        " THE? (?:NUM|ORD) (?! COLON | AMPM | OTHER? UNIT | MONTH) (?:COMMA? YEAR)?",
        shared_month,
    ),
    Rule(
        "day and month",
        "(?:WEEKDAY COMMA? ON?)? (?:THE? (?:NUM|ORD) OF? MONTH | THE WORD_ORD OF MONTH"
        " | MONTH THE? (?:NUM|ORD) (?! COLON | AMPM | DASH? UNIT))",
        full_date,
    ),
    Rule("month and year", "MONTH (?: COMMA | OF | DASH )? YEAR", month_and_year),
    Rule(
        "month near",
        "THE? (?:LAST|NEXT|THIS) MONTH | MONTH COMMA? OF? (?: THIS | THAT | THE SAME | LAST | NEXT"
        " | THE NEXT | THE LAST) UNIT",
        month_and_year,
    ),
    Rule(
        "ancient year",
        "(?:NUM|INT|YEAR) (?:ERA|CHRISTIAN) | CHRISTIAN (?:NUM|INT|YEAR)",
        ancient_year,
    ),
    Rule("years", "YEAR (?:DASH|SLASH) (?:YEAR|NUM|INT) (?! DASH | SLASH | UNIT)", year_range),
    Rule("decade", "THE? (?:DEC)", decade),
    Rule("century", "THE? (?:ORD|WORD_ORD) DASH? UNIT ERA?", century),
    Rule("month", "MONTH", month_and_year),
    Rule("day of the month", "THE ORD (?! UNIT | OTHER UNIT)", day_of_month),
    Rule("short year", "APOS (?:NUM|INT)", apostrophe_year),
    Rule("fiscal year", "FISCAL UNIT? YEAR", plain_year),
    Rule("year", "YEAR (?! DASH? UNIT)", plain_year),
)  # fmt: skip
