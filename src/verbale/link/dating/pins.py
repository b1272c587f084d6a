"""
Pins: acts that a page ties to a day, so that other pages can tell the page's own day.

"Talks in the capital on Monday" fixes nothing by itself. When a page whose day is
known tells of the same talks, it does. A pin is a time expression with whoever and
whatever stands around it; two pins may be the same act if enough of that is shared.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verbale.lexicon import alternatives, words
from verbale.link.dating.around import ends_term, in_spans, near, scene, telling, words_around
from verbale.link.dating.beside import find_beside
from verbale.link.dating.days import ActDays, Chain, act_days
from verbale.link.dating.directions import (
    UNDATED,
    any_of,
    called_off,
    core,
    directions,
)
from verbale.link.dating.names import NamedAt
from verbale.link.dating.reckoned import Reckoned, by_timex, find_reckoned
from verbale.model.act import ActType
from verbale.model.extraction import Extraction
from verbale.model.timex import Direction, Formula, Timex, TimexType

MEETINGS = frozenset(
    {ActType.MEET, ActType.VISIT, ActType.RESUME, ActType.ADJOURN, ActType.POSTPONE,
     ActType.SUSPEND, ActType.CANCEL, ActType.WALK_OUT}
)  # fmt: skip
DEEDS = frozenset(
    {ActType.CALL, ActType.HAND_OVER, ActType.PUBLISH, ActType.SIGN, ActType.LEAK,
     ActType.DEPLOY, ActType.ATTACK, ActType.IMPLEMENT}
)  # fmt: skip
# Any two days some years apart.
SOME_DAY, OTHER_DAY = 728_000, 730_500
MEETING = re.compile(rf"\b(?:{alternatives(words('verbale.link', 'dating', 'held'))})\b")
LENGTH_FROM = re.compile(r"\b(?:days?|weeks?|months?|years?|hours?) from $")
MOST_PINS = 24
LONGEST_CHAIN = 9


@dataclass(frozen=True, slots=True)
class Pin:
    """
    One dated doing as one page tells it.

    `names` are who is named around it, `places` where, `kind` what sort of act:
    "meet", "say", a deed's own name, or None where no act was recognised; `term` tells
    that it is the end of one, of which a pile has few. `weekday`
    is the day of the week it tells, which no shift of the page changes. `words` are
    the other words of its sentence. `ahead` tells that the page looks forward to it. `but`
    are dates told beside a day that is only counted to: it is none of them. `ordinal` is the
    meeting's own number, where one is told.
    """

    document: str
    timex: int
    text: str
    kind: str | None
    names: frozenset[str]
    places: frozenset[str]
    weekday: int | None = None
    words: frozenset[str] = frozenset()
    term: bool = False
    ahead: bool = False
    but: tuple[Formula, ...] = ()
    ordinal: int | None = None


@dataclass
class PinnedPage:
    """A page's pins, and what each comes to for a given day of the page."""

    pins: tuple[Pin, ...]
    # By expression: what it is worked out by.
    chains: Mapping[int, Chain] = field(default_factory=dict)
    modifiers: Mapping[int, str] = field(default_factory=dict)  # "early", "the end of"
    _days: dict[int, ActDays] = field(default_factory=dict)

    @classmethod
    def of(cls, extraction: Extraction, pins: tuple[Pin, ...]) -> PinnedPage:
        """The pins of a page with what each is worked out by."""
        if not pins:
            return cls(pins)
        ways = directions(extraction)
        reckoned = by_timex(find_reckoned(extraction))
        told = {pin.timex for pin in pins}
        chains = {at: tuple(chain_of(extraction, at, ways, reckoned)) for at in told}
        parts = {t.i: t.modifier for t in extraction.timexes if t.modifier and t.i in told}
        return cls(pins, chains, parts)

    def act_days(self, pin: Pin) -> ActDays:
        """The days of a pinned act, by the day of the page."""
        if pin.timex not in self._days:
            modifier = self.modifiers.get(pin.timex)
            self._days[pin.timex] = act_days(
                self.chains[pin.timex], modifier, term=pin.term, but=pin.but
            )
        return self._days[pin.timex]

    def days(self, pin: Pin, day: int) -> tuple[int, int] | None:
        """The days of a pinned act if the page is of `day`."""
        return self.act_days(pin).at(day)

    def moves(self, pin: Pin) -> bool:
        """Whether the pin's day hangs on the page's: a whole date tells nothing of it."""
        return self.days(pin, SOME_DAY) != self.days(pin, OTHER_DAY)


def chain_of(
    extraction: Extraction,
    at: int | None,
    ways: Sequence[Direction],
    reckoned: Mapping[int, Reckoned],
) -> Iterator[tuple[Formula, Direction]]:
    """An expression, and those that it is counted from."""
    for _ in range(LONGEST_CHAIN):
        if at is None:
            return
        timex = extraction.timexes[at]
        counted = reckoned.get(at)
        if counted is not None:
            anchor = "page" if counted.base is None else "story"
            yield Formula("shift", anchor, count=counted.days, unit="day"), Direction.EITHER
            at = counted.base
            continue
        yield timex.formula, ways[timex.i]
        at = timex.reference if timex.formula.anchor == "story" else None


def find_pins(extraction: Extraction, names: Sequence[NamedAt]) -> tuple[Pin, ...]:
    """
    The pins of a page, in order; those without anybody named around them are no use.
    """
    starts = [sentence.start for sentence in extraction.sentences]
    governing = _governing(extraction)
    opening, place = scene(extraction, names)
    ways = directions(extraction)
    off = called_off(extraction, ways)
    counted = list(find_reckoned(extraction))
    twins = {each.relative: each.date for each in find_beside(extraction)}
    limits = {i for report in extraction.reports for i in report.limits}
    pins = []
    for timex in extraction.timexes:
        if timex.i in off or timex.i in twins.values():
            continue  # what did not come to be lies on no side of the page
        if timex.type not in (TimexType.DATE, TimexType.TIME):
            continue
        if core(timex.formula).operator in UNDATED or _is_counted_from(extraction, timex):
            continue
        kind, spans, ordinal = governing.get(timex.i, (None, (), None))
        term = kind != "say" and ends_term(extraction, timex, starts, ways[timex.i])
        term = term or timex.i in limits
        twin = twins.get(timex.i)
        told = [*near(extraction, timex, starts, names, twin, counted), *in_spans(spans, names)]
        who = frozenset(name.key for name in told if not name.place)
        where = frozenset(name.key for name in told if name.place)
        if timex.start in opening and not where:
            where = place
        if who or where or term:
            formula = core(extraction.timexes[timex.i if twin is None else twin].formula)
            pins.append(
                Pin(
                    document=extraction.document.id,
                    timex=timex.i,
                    text=timex.text,
                    kind=kind,
                    names=who,
                    places=where,
                    weekday=formula.weekday,
                    words=words_around(extraction, timex, starts),
                    term=term,
                    ahead=ways[timex.i] is Direction.FUTURE,
                    ordinal=ordinal,
                )
            )
    pins.extend(_reckoned_pins(extraction, names))
    return tuple(pins[:MOST_PINS])


def _is_counted_from(extraction: Extraction, timex: Timex) -> bool:
    """Whether it is where a length begins, and dates nothing: "five days from today"."""
    before = extraction.document.text[max(timex.start - 16, 0) : timex.start]
    return timex.signal == "from" and LENGTH_FROM.search(before) is not None


def _reckoned_pins(extraction: Extraction, names: Sequence[NamedAt]) -> Iterator[Pin]:
    """Acts told by how long before or after the news they were."""
    starts = [sentence.start for sentence in extraction.sentences]
    for each in find_reckoned(extraction):
        told = list(in_spans([(each.start, each.end)], names))
        inside = (r for r in extraction.reports if each.start <= r.trigger.start < each.end)
        report = next(inside, None)
        held = MEETING.search(extraction.document.text, each.start, each.end)
        if not told and (report is not None or held):
            # "Eight days after it was delivered": who delivered it stands before. "A day after
            # the first meeting with the owners": so does who met, but not where.
            at = bisect_right(starts, each.start) - 1
            before = in_spans([(starts[max(at, 0)], each.end)], names)
            told = [name for name in before if report is not None or not name.place]
        ends = bool(any_of("of_a_term").search(extraction.document.text, each.start, each.end))
        if not told and not ends:
            continue
        kind = _kind(report.type) if report is not None else "meet" if held else None
        yield Pin(
            document=extraction.document.id,
            timex=each.timex,
            text=extraction.timexes[each.timex].text,
            kind=kind,
            names=frozenset(name.key for name in told if not name.place),
            places=frozenset(name.key for name in told if name.place),
            words=telling(extraction.document.text[each.start : each.end]),
            term=ends,
            but=_dates_beside(extraction, each, starts) if ends else (),
        )


def _dates_beside(
    extraction: Extraction, counted: Reckoned, starts: Sequence[int]
) -> tuple[Formula, ...]:
    """
    The dates ahead that a sentence tells besides a term it only counts to.

    "Extended it to 26 October, two days before it was due to expire": not on the 26th.
    """
    at = bisect_right(starts, counted.start) - 1
    sentence = extraction.sentences[max(at, 0)]
    return tuple(
        core(timex.formula)
        for timex in extraction.timexes
        if sentence.start <= timex.start < sentence.end
        and timex.direction is Direction.FUTURE
        and core(timex.formula).operator == "date"
        and core(timex.formula).day is not None
        and timex.reference != counted.timex
    )


# The kind of an act, where those who take part and its place stand, and a meeting's number.
Governed = tuple[str | None, tuple[tuple[int, int], ...], int | None]


def _governing(extraction: Extraction) -> dict[int, Governed]:
    """What each expression dates: acts before sayings, for a saying may hold an act."""
    found: dict[int, Governed] = {}
    for report in extraction.reports:
        kind = _kind(report.type)
        taking_part = (*report.actors, *report.addressees, *report.on_behalf_of)
        spans = [(m.start, m.end) for i in taking_part for m in (extraction.mentions[i],)]
        if report.place:
            spans.append((report.place.start, report.place.end))
        for i in () if report.day_inferred else report.timexes:
            earlier = found.get(i)
            if earlier is None or (earlier[0] == "say" and kind != "say"):
                found[i] = (kind, tuple(spans), report.ordinal)
            elif earlier[0] == kind:
                found[i] = (kind, (*earlier[1], *spans), earlier[2] or report.ordinal)
    for statement in extraction.statements:
        if statement.timex is not None:
            source = statement.source
            found.setdefault(
                statement.timex, ("say", ((source.start, source.end),) if source else (), None)
            )
    return found


def _kind(act: ActType) -> str:
    if act in MEETINGS:
        return "meet"
    return act.value if act in DEEDS else "say"
