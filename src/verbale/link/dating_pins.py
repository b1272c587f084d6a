"""
Pins: acts that a page ties to a day, so that other pages can tell the page's own day.

"Talks in the capital on Monday" fixes nothing by itself. When a page whose day is
known tells of the same talks, it does. A pin is a time expression with whoever and
whatever stands around it; two pins may be the same act if enough of that is shared.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from verbale.calendar.compose import work_out
from verbale.calendar.reading import Reading
from verbale.link.cast import Cast
from verbale.link.dating_story import core
from verbale.model.act import ActType
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.timex import Timex, TimexType

MEETINGS = frozenset(
    {ActType.MEET, ActType.VISIT, ActType.RESUME, ActType.ADJOURN, ActType.POSTPONE,
     ActType.SUSPEND, ActType.CANCEL, ActType.WALK_OUT}
)  # fmt: skip
DEEDS = frozenset(
    {ActType.CALL, ActType.HAND_OVER, ActType.PUBLISH, ActType.SIGN, ActType.LEAK,
     ActType.DEPLOY, ActType.ATTACK, ActType.IMPLEMENT}
)  # fmt: skip
UNDATED = frozenset({"now", "value", "decade", "century", "span"})
ARTICLE = re.compile(r"^(?:the|a|an)\s+")
LOCATIVE = re.compile(r"\b(?:in|at)\s+$")
# Any two days some years apart.
SOME_DAY, OTHER_DAY = 728_000, 730_500
# An act told over more days than these ("this year") ties a page to nothing.
WIDEST_PIN = 31
MOST_PINS = 24


@dataclass(frozen=True, slots=True)
class Pin:
    """
    One dated doing as one page tells it.

    `names` are who is named around it, `places` where, `kind` what sort of act:
    "meet", "say", a deed's own name, or None where no act was recognised.
    """

    document: str
    timex: int
    text: str
    kind: str | None
    names: frozenset[str]
    places: frozenset[str]


@dataclass
class PinnedPage:
    """A page's pins, and what each comes to for a given day of the page (kept)."""

    extraction: Extraction
    pins: tuple[Pin, ...]
    _known: dict[tuple[int, int], tuple[int, int] | None] = field(default_factory=dict)

    def days(self, pin: Pin, day: int) -> tuple[int, int] | None:
        """The days of a pinned act if the page is of `day`."""
        key = (pin.timex, day)
        if key not in self._known:
            reading = self._work_out(self.extraction.timexes[pin.timex], day, depth=0)
            self._known[key] = _short(reading)
        return self._known[key]

    def moves(self, pin: Pin) -> bool:
        """Whether the pin's day hangs on the page's: a whole date tells nothing of it."""
        return self.days(pin, SOME_DAY) != self.days(pin, OTHER_DAY)

    def _work_out(self, timex: Timex, day: int, depth: int) -> Reading | None:
        story = None
        if timex.reference is not None and timex.formula.anchor == "story" and depth < 8:
            story = self._work_out(self.extraction.timexes[timex.reference], day, depth + 1)
        return work_out(timex.formula, (day, day), story, timex.direction)


def _short(reading: Reading | None) -> tuple[int, int] | None:
    if reading is None or reading.first is None or reading.last is None:
        return None
    if reading.last - reading.first >= WIDEST_PIN:
        return None
    return reading.first, reading.last


def find_pins(extraction: Extraction, cast: Cast | None) -> tuple[Pin, ...]:
    """
    The pins of a page, in order; those without anybody named around them are no use.
    """
    keys = mention_keys(extraction, cast)
    starts = [sentence.start for sentence in extraction.sentences]
    governing = _governing(extraction)
    pins = []
    for timex in extraction.timexes:
        if timex.type not in (TimexType.DATE, TimexType.TIME):
            continue
        if core(timex.formula).operator in UNDATED:
            continue
        kind, told, place = governing.get(timex.i, (None, (), None))
        near = _near(extraction, timex, starts)
        mentions = {m.i: m for m in [*near, *(extraction.mentions[i] for i in told)]}
        names = frozenset(key for i in mentions for key in keys[i])
        places = {m.text.casefold() for m in mentions.values() if _is_place(extraction, m)}
        if place:
            places.add(ARTICLE.sub("", place.casefold()))
        if names or places:
            pin = Pin(extraction.document.id, timex.i, timex.text, kind, names, frozenset(places))
            pins.append(pin)
    return tuple(pins[:MOST_PINS])


# The kind of an act, the mentions that take part, and its place.
Governed = tuple[str | None, tuple[int, ...], str | None]


def _governing(extraction: Extraction) -> dict[int, Governed]:
    """What each expression dates: acts before sayings, for a saying may hold an act."""
    found: dict[int, Governed] = {}
    for report in extraction.reports:
        kind = _kind(report.type)
        who = (*report.actors, *report.addressees, *report.on_behalf_of)
        place = report.place.text if report.place else None
        for i in report.timexes:
            earlier = found.get(i)
            if earlier is None or (earlier[0] == "say" and kind != "say"):
                found[i] = (kind, who, place)
            elif earlier[0] == kind:
                found[i] = (kind, (*earlier[1], *who), earlier[2] or place)
    for statement in extraction.statements:
        if statement.timex is not None:
            speaker = () if statement.speaker is None else (statement.speaker,)
            found.setdefault(statement.timex, ("say", speaker, None))
    return found


def _kind(act: ActType) -> str:
    if act in MEETINGS:
        return "meet"
    return act.value if act in DEEDS else "say"


def _near(extraction: Extraction, timex: Timex, starts: Sequence[int]) -> list[Mention]:
    """Mentions of the same sentence that stand nearer to this expression than to another."""
    at = bisect_right(starts, timex.start) - 1
    if at < 0:
        return []
    sentence = extraction.sentences[at]
    rivals = [
        other
        for other in extraction.timexes
        if sentence.start <= other.start < sentence.end
        and other.i != timex.i
        and other.type in (TimexType.DATE, TimexType.TIME)
    ]
    first = bisect_left(extraction.mentions, sentence.start, key=lambda mention: mention.start)
    near = []
    for mention in extraction.mentions[first:]:
        if mention.start >= sentence.end:
            break
        mine = _distance(mention, timex)
        if all(mine <= _distance(mention, other) for other in rivals):
            near.append(mention)
    return near


def _distance(mention: Mention, timex: Timex) -> int:
    """Characters between; what follows its expression ("on Monday in …") is nearer."""
    if mention.start >= timex.end:
        return mention.start - timex.end
    return 2 * max(timex.start - mention.end, 0)


def _is_place(extraction: Extraction, mention: Mention) -> bool:
    """A place by kind, or by standing after "in": capitals are parties elsewhere."""
    if mention.actor_kind is ActorKind.PLACE:
        return True
    return bool(LOCATIVE.search(extraction.document.text[: mention.start][-6:]))


def mention_keys(extraction: Extraction, cast: Cast | None) -> list[tuple[str, ...]]:
    """What each mention of a page is called for comparison: its actor and party, or its name."""
    document = extraction.document.id
    keys = []
    for mention in extraction.mentions:
        found: list[str] = []
        actor = cast.meant(document, mention.i) if cast else None
        if cast and actor is not None:
            found += [actor, cast.party(actor)]
        else:
            if mention.kind is MentionKind.NAME and mention.name:
                found.append(mention.name.split()[-1].casefold())
            if mention.party:
                found.append(mention.party.casefold())
        keys.append(tuple(dict.fromkeys(found)))
    return keys
