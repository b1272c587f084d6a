"""
Rules for dates counted from somewhere: the page's day, the last date told, a date beside.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.timex.lengths import Amount, amount_of, length_value
from verbale.annotate.timex.rules import COUNTED, STORY_WORDS, Draft, Hit, Rule, covering, shifted
from verbale.annotate.timex.words import CLASSES
from verbale.model.timex import Formula, TimexType

TIME, DURATION = TimexType.TIME, TimexType.DURATION


def deictic(hit: Hit) -> Iterator[Draft]:
    """Today, yesterday evening, tomorrow."""
    word = hit.get("DEICTIC")
    part = hit.get("PART")
    if word is None:
        formula = Formula("part", parts=(shifted(0, "day"),), name="NI")
        yield from covering(hit, formula, TIME)
        return
    day = shifted(word.value, "day")
    if part is not None:
        yield from covering(hit, Formula("part", parts=(day,), name=part.value), TIME)
    else:
        yield from covering(hit, day)


def reference(hit: Hit) -> Iterator[Draft]:
    """Now, recently."""
    word = hit.words[-1]
    if word.kind == CLASSES["LAST"]:
        if word.lower == "past":
            yield from covering(hit, Formula("value", name="PAST_REF"))
        return
    if len(hit.words) == 3 and hit.words[1].lower not in ("near", "foreseeable", "distant"):
        return
    if word.value == "PRESENT_REF":
        yield from covering(hit, Formula("now", "page"))
    else:
        yield from covering(hit, Formula("value", name=word.value))


def these_days(hit: Hit) -> Iterator[Draft]:
    """These days: now."""
    if hit.words[-1].lower == "days":
        yield from covering(hit, Formula("now", "page"))


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
        yield from covering(hit, Formula("season", anchor, name=season.value, count=step))
    elif part is not None or (unit is not None and unit.value == "night"):
        name = part.value if part is not None else "NI"
        day = shifted(step, "day", anchor)
        yield from covering(hit, Formula("part", parts=(day,), name=name), TIME)
    elif unit is not None:
        yield from _near_counted(hit, unit.value, unit.text, step, anchor)


def _near_counted(hit: Hit, unit: str, text: str, step: int, anchor: str) -> Iterator[Draft]:
    word = hit.get("LAST") or hit.get("NEXT")
    plural = text.lower().endswith("s") or text.lower() in ("centuries", "millennia")
    if plural:
        # "the last months", "the coming weeks": a stretch of unknown length.
        if word is not None:
            value = length_value(Amount(None), unit)
            yield from covering(hit, Formula("value", name=value), DURATION)
        return
    if unit in ("hour", "minute", "second", "millennium"):
        if word is not None:
            yield from covering(hit, _span(step, Amount(1), unit), DURATION)
        return
    stretches = (
        ("last", "past", "coming", "next") if unit == "decade" else ("last", "past", "coming")
    )
    if word is not None and hit.has("THE") and word.lower in stretches:
        yield from covering(hit, _span(step, Amount(1), unit), DURATION)
        return
    if word is not None and word.lower == "past" and not hit.has("THIS"):
        yield from covering(hit, _span(step, Amount(1), unit), DURATION)
        return
    yield from covering(hit, shifted(step, unit, anchor))


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
    yield from covering(hit, _span(step, amount, unit.value), DURATION)


def counted(hit: Hit) -> Iterator[Draft]:
    """Two weeks ago, three days later, a year earlier, a year ago today."""
    unit = hit.get("UNIT")
    amount = amount_of(hit.words)
    assert unit is not None
    back = hit.has("AGO", "EARLIER", "BEFORE")
    if hit.words[-1].kind != CLASSES["AGO"] and hit.has("AGO") and amount.number is not None:
        # "two years ago today": that very day; "a year ago this week": that week.
        told = "day" if hit.has("DEICTIC") else hit.words[-1].value
        yield from covering(hit, shifted(-amount.number, unit.value, told=told))
        return
    step = -1 if back else 1
    if amount.number is None:
        yield from covering(hit, Formula("value", name="PAST_REF" if back else "FUTURE_REF"))
        return
    if hit.has("AGO"):
        anchor = "page"
    else:
        # "a year earlier" in reports of results counts from the page.
        anchor = "page" if back and unit.value in ("year", "quarter", "month") else "story"
    kind = TIME if unit.value in ("hour", "minute", "second") else TimexType.DATE
    yield from covering(hit, shifted(step * amount.number, unit.value, anchor), kind)


def beside(hit: Hit) -> Iterator[Draft]:
    """The day before, the week after: counted from the story."""
    unit = hit.get("UNIT")
    assert unit is not None
    step = -1 if hit.has("EARLIER", "BEFORE") else 1
    if unit.value in COUNTED and not unit.lower.endswith("s"):
        yield from covering(hit, shifted(step, unit.value, "story"))


def vaguely_counted(hit: Hit) -> Iterator[Draft]:
    """Years ago, months later, in recent weeks."""
    unit = hit.get("UNIT")
    assert unit is not None
    if not unit.lower.endswith("s") and unit.lower not in ("centuries", "millennia"):
        return
    name = "FUTURE_REF" if hit.has("LATER") else "PAST_REF"
    yield from covering(hit, Formula("value", name=name))


def whole_unit(hit: Hit) -> Iterator[Draft]:
    """The weekend, the quarter: the one the text is about."""
    unit = hit.get("UNIT")
    assert unit is not None
    if unit.lower in ("weekend", "quarter"):
        yield from covering(hit, shifted(0, unit.value))


RULES = (
    Rule("day deictic", "DEICTIC (?: APOS? PART)? | TONIGHT", deictic),
    Rule(
        "stretch", "THE? (?:LAST|NEXT) ROUGHLY? COUNT UNIT | THE? COUNT (?:LAST|NEXT) UNIT", stretch
    ),
    Rule(
        "near unit",
        "THE? (?:LAST|NEXT|SAME|THIS) (?:FISCAL? UNIT|SEASON|PART)"
        " | (?:THIS (?:LAST|NEXT)?|THAT) SAME? (?:FISCAL? UNIT|SEASON|PART)",
        near_unit,
    ),
    Rule(
        "counted",
        "ROUGHLY? COUNT DASH? UNIT"
        " (?: AGO (?: DEICTIC | THIS UNIT )? | LATER | EARLIER"
        " | (?:AFTER|BEFORE) (?= STOP | COMMA | BREAK | AND))",
        counted,
    ),
    Rule("vaguely counted", "RECENT UNIT | UNIT (?:AGO|LATER|EARLIER)", vaguely_counted),
    Rule("unit beside", "THE UNIT (?:EARLIER|LATER|AFTER|BEFORE|NEXT (?! UNIT))", beside),
    Rule("whole unit", "THE UNIT", whole_unit),
    Rule("these days", "THESE UNIT", these_days),
    Rule("vague time", "THE OTHER REF | THE? REF | THE LAST", reference),
)
