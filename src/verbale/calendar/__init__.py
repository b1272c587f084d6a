"""
The calendar: what time expressions come to, given the page's day.

`resolve` works a document's expressions out in order, so that those which count
from the last date told find it. The page's day may be an interval, or not known:
then what needs it stays partial, and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from verbale.calendar.compose import Anchor, ends, work_out
from verbale.calendar.reading import Reading
from verbale.calendar.story import believed_day, story_anchor
from verbale.calendar.wording import steps
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import Formula, Resolution, Timex

__all__ = ["believed_day", "marked", "resolve", "story_anchor"]

UNRESOLVED = ""


def resolve(timexes: Sequence[Timex], published: Interval | date | None) -> tuple[Resolution, ...]:
    """
    Work all of a document's time expressions out for one day, or interval, of publication.

    >>> from verbale.model.timex import TimexType
    >>> monday = Timex(0, 0, 6, "Monday", TimexType.DATE, Formula("weekday", "page", weekday=0))
    >>> resolve([monday], date(2013, 4, 4))[0].value
    '2013-04-01'
    >>> resolve([monday], None)[0].value
    'XXXX-WXX-1'
    """
    page = _anchor(published)
    # For each expression, the last date told up to it: its own where it has days.
    told: list[Reading | None] = []
    results: list[Resolution] = []
    for timex in timexes:
        story = told[timex.reference] if timex.reference is not None else None
        reading = work_out(timex.formula, page, story, timex.direction)
        # What later expressions count from is this end of a range, not the whole.
        own = reading
        alternatives: tuple[Interval, ...] = ()
        if timex.formula.operator in ("range", "or"):
            both = ends(timex.formula, page, story, timex.direction)
            own = both[int(timex.formula.count or 0)]
            if timex.formula.operator == "or":
                alternatives = tuple(end.interval for end in both if end is not None and end.known)
        told.append(own if own is not None and own.known else story)
        results.append(_resolution(timex, reading, story, page, alternatives))
    return tuple(results)


def marked(
    timexes: Sequence[Timex], published: Interval | date | None
) -> Iterator[tuple[Timex, Resolution]]:
    """
    The expressions to be written out as TIMEX3, each with its resolution.

    Left out are dates there are not, and, where the story contradicts the given day of
    publication, what would need that day: no value is better than a wrong one.
    """
    believed = believed_day(timexes, published)
    for timex, resolution in zip(timexes, resolve(timexes, believed), strict=True):
        doubtful = believed is not published and resolution.anchored != "none"
        if resolution.value and not (doubtful and "X" in resolution.value):
            yield timex, resolution


def _anchor(published: Interval | date | None) -> Anchor | None:
    """The page's day as ordinals; an interval open at one end anchors nothing."""
    if published is None:
        return None
    if isinstance(published, date):
        return published.toordinal(), published.toordinal()
    if published.earliest is None or published.latest is None:
        return None
    return published.earliest.toordinal(), published.latest.toordinal()


def _resolution(
    timex: Timex,
    reading: Reading | None,
    story: Reading | None,
    page: Anchor | None,
    alternatives: tuple[Interval, ...],
) -> Resolution:
    if reading is None:
        return Resolution(
            UNRESOLVED, steps=(f"“{timex.text}”: there is no such date, so it is not resolved",)
        )
    anchored = anchored_on(timex.formula)
    if anchored == "story" and story is None:
        anchored = "page"
    days = narrowed(reading, timex.modifier)
    return Resolution(
        reading.value,
        days,
        reading.granularity if days is not UNKNOWN else "unknown",
        anchored,
        alternatives,
        steps(timex, reading, days, anchored, story, page),
    )


def anchored_on(formula: Formula) -> str:
    """What a formula hangs on, its own anchor or that of the formulas inside it."""
    if formula.anchor != "none":
        return formula.anchor
    inner = [anchored_on(part) for part in formula.parts]
    return next((anchor for anchor in inner if anchor != "none"), "none")


def narrowed(reading: Reading, modifier: str | None) -> Interval:
    """
    The days meant by early, mid or late: the half at that end, or the middle half.

    Halves and not thirds: writers call the 12th early and the 18th late.
    """
    if reading.first is None or reading.last is None:
        return UNKNOWN
    length = reading.last - reading.first + 1
    if modifier not in ("START", "MID", "END") or length < 4:
        return reading.interval
    first, last = reading.first, reading.last
    if modifier == "START":
        last = first + (length + 1) // 2 - 1
    elif modifier == "END":
        first = last - (length + 1) // 2 + 1
    else:
        first, last = first + length // 4, last - length // 4
    return Reading(reading.value, first, last).interval
