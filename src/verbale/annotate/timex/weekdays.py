"""
Rules for weekdays and for times by the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verbale.annotate.timex.rules import STORY_WORDS, Draft, Hit, Rule, covering
from verbale.annotate.timex.words import CLASSES
from verbale.model.timex import Formula, TimexType

TIME = TimexType.TIME
# What makes "the Tuesday" one counted from the last day told.
FOLLOWING = tuple([word, verb] for word in ("which", "that") for verb in ("follows", "followed"))


def bare_weekday(hit: Hit) -> Iterator[Draft]:
    """Monday, last Monday, Monday evening, Monday the 4th."""
    word = hit.get("WEEKDAY")
    assert word is not None
    if word.lower.endswith("days") and not hit.has("LAST", "NEXT", "THIS"):
        yield from covering(hit, Formula("value", name=f"XXXX-WXX-{word.value + 1}"), TimexType.SET)
        return
    yield from _with_part(hit, weekday_formula(hit))


def weekday_formula(hit: Hit) -> Formula:
    """A weekday with what stands before it."""
    word = hit.get("WEEKDAY")
    assert word is not None
    count: float | None = None
    anchor = "page"
    if (last := hit.get("LAST")) is not None:
        count = -1
        anchor = "story" if last.lower in STORY_WORDS else "page"
    elif (following := hit.get("NEXT")) is not None:
        count = 1
        anchor = "story" if following.lower in STORY_WORDS else "page"
    elif hit.has("THIS"):
        count = 0
    return Formula("weekday", anchor, weekday=word.value, count=count)


def weekday_and_day(hit: Hit) -> Iterator[Draft]:
    """Friday the 13th, Monday the 20."""
    word, ordinal = hit.get("WEEKDAY"), hit.get("ORD", "NUM")
    assert word is not None and ordinal is not None
    if 1 <= ordinal.value <= 31:
        formula = Formula("date", "page", day=ordinal.value, weekday=word.value)
        yield from covering(hit, formula)


def _with_part(hit: Hit, day: Formula) -> Iterator[Draft]:
    part = hit.get("PART")
    if part is None:
        yield from covering(hit, day)
    else:
        yield from covering(hit, Formula("part", parts=(day,), name=part.value), TIME)


def set_weekday(hit: Hit) -> Iterator[Draft]:
    """Every Tuesday."""
    word = hit.get("WEEKDAY")
    assert word is not None
    formula = Formula("value", name=f"XXXX-WXX-{word.value + 1}")
    yield from covering(hit, formula, TimexType.SET)


def weekday_of_week(hit: Hit) -> Iterator[Draft]:
    """Monday of next week, Friday last week, the Friday of that week."""
    word, unit, steps = hit.get("WEEKDAY"), hit.get("UNIT"), _week_step(hit)
    assert word is not None and unit is not None
    told = hit.get("LAST", "NEXT")
    of_story = hit.has("THAT", "SAME") or (told is not None and told.lower in STORY_WORDS)
    if of_story and unit.value != "week":
        return  # "the Friday of that month" is one of several
    week = Formula("shift", "story" if of_story else "page", count=steps, unit="week")
    yield from _with_part(hit, Formula("nth", parts=(week,), weekday=word.value, count=1))


def weekday_following(hit: Hit) -> Iterator[Draft]:
    """The Tuesday which follows, the Monday that follows it: the next from the last day told."""
    word = hit.get("WEEKDAY")
    assert word is not None
    if [each.lower for each in hit.words[-2:]] in FOLLOWING:
        formula = Formula("weekday", "story", weekday=word.value, count=1)
        yield from covering(hit, formula)


def weekday_weeks_on(hit: Hit) -> Iterator[Draft]:
    """Monday week, a week on Thursday, Thursday fortnight: so many weeks after the coming one."""
    word, unit = hit.get("WEEKDAY"), hit.get("UNIT")
    assert word is not None and unit is not None
    told = hit.get("NUM", "WNUM")
    weeks = {"week": 1, "fortnight": 2}.get(str(unit.value))
    if weeks is None or (unit.lower.endswith("s") and told is None):
        return
    weeks *= told.value if told is not None and isinstance(told.value, int) else 1
    back = hit.has("LAST", "AGO")
    count = -1 - weeks if back else 1 + weeks
    draft = Draft(hit.at, hit.last, TimexType.DATE, Formula("weekday", "page", weekday=word.value))
    draft.formula = replace(draft.formula, count=count)
    yield draft


def _week_step(hit: Hit) -> int:
    if hit.has("LAST"):
        return -1
    return 1 if hit.has("NEXT") else 0


def clock(hit: Hit) -> Iterator[Draft]:
    """10 a.m. Monday, 10:30, noon on 4 March."""
    name = clock_value(hit)
    if name is None:
        return
    part = hit.get("PART")
    if part is not None and part.value in ("AF", "EV", "NI") and int(name[:2]) < 12:
        name = f"{int(name[:2]) + 12}{name[2:]}"  # "six o'clock this evening"
    weekday, month = hit.get("WEEKDAY"), hit.get("MONTH")
    anchor = Formula("shift", "page", count=0, unit="day")
    if weekday is not None:
        anchor = weekday_formula(hit)
    elif (deictic := hit.get("DEICTIC")) is not None:
        anchor = replace(anchor, count=deictic.value)
    elif hit.has("THIS"):
        pass
    elif month is None and not hit.has("AMPM"):
        anchor = Formula("shift", "story", count=0, unit="day")
    yield from covering(hit, Formula("clock", parts=(anchor,), name=name), TIME)


def clock_value(hit: Hit) -> str | None:
    """Hours and minutes as TIMEX3 writes them."""
    if (decimal := hit.get("DECIMAL")) is not None:
        pieces = decimal.text.split(".")
        if len(pieces) != 2 or len(pieces[1]) != 2:
            return None
        hour, minute = int(pieces[0]), int(pieces[1])
    elif len(hit.words[0].text) == 4 and hit.words[0].kind in (CLASSES["INT"], CLASSES["YEAR"]):
        hour, minute = divmod(hit.words[0].value, 100)  # "0600 GMT"
    else:
        numbers = hit.all("NUM", "INT", "WNUM")
        if not numbers or not isinstance(numbers[0].value, int):
            return None
        hour = numbers[0].value
        minute = 0
        if hit.has("COLON"):
            if len(numbers) < 2 or len(numbers[1].text) != 2:
                return None
            minute = numbers[1].value
    half = hit.get("AMPM")
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.value == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02d}:{minute:02d}"


# "Monday week", "a week on Thursday", "two weeks from Monday", "a week last Friday".
WEEKS_ON = (
    "(?: WEEKDAY UNIT (?! AGO | EARLIER | LATER | DASH | UNIT | OTHER )"
    " | (?:A|WNUM|NUM) UNIT (?:ON|FROM) WEEKDAY | (?:A|WNUM|NUM) UNIT (?:AGO ON|LAST) WEEKDAY )"
)
WHEN = "(?: COMMA? ON? (?: WEEKDAY | DEICTIC | THIS PART ) )"
# Tried before dates, since both begin with a number.
CLOCK_RULES = (
    Rule("clock", f"(?:NUM|INT) COLON (?:NUM|INT) AMPM? ZONE? {WHEN}?", clock),
    Rule("clock by half day", f"(?:DECIMAL|NUM) AMPM ZONE? {WHEN}?", clock),
    Rule("clock with its zone", f"(?:INT|YEAR) ZONE {WHEN}?", clock),
    Rule("o'clock", f"(?:NUM|WNUM) OCLOCK {WHEN}?", clock),
)
# Tried after dates, since a weekday may begin one.
WEEKDAY_RULES = (
    Rule(
        "weekday of a week",
        "(?:THE|THIS)? WEEKDAY PART? OF? (?:LAST|NEXT|THIS) UNIT"
        " | THE? WEEKDAY PART? OF (?: THAT SAME? | THE SAME | THE (?:LAST|NEXT) ) UNIT",
        weekday_of_week,
    ),
    Rule("weekday following", "THE WEEKDAY (?:OTHER|THAT) OTHER", weekday_following),
    Rule("every weekday", "EACH WEEKDAY PART?", set_weekday),
    Rule("weekday and day", "WEEKDAY COMMA? THE (?:ORD | NUM (?! DASH? UNIT))", weekday_and_day),
    Rule("weekday weeks on", f"{WEEKS_ON}", weekday_weeks_on),
    Rule("weekday", "(?:THE? (?:LAST|NEXT|THIS))? WEEKDAY PART?", bare_weekday),
)
