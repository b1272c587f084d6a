"""
Names as written: what pages are compared by before anybody is identified.

Dating needs only to see that two sentences name the same people, parties and places.
Capitalised words do for that, with countries, capitals, seats and blocs brought to
one name by the gazetteer, and with descriptions and pronouns read through the register.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.gazetteer import How, match_at
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import is_given_name, is_title
from verbale.lexicon import words
from verbale.link.cast import Cast
from verbale.model.extraction import Extraction
from verbale.model.mention import MentionKind

WORD = re.compile(r"\w[\w’']*")
SEATS = frozenset({How.CAPITAL, How.SEAT, How.SHORT})
# Words between a place and the meeting called by it.
MOST_BETWEEN = 1
LOCATIVES = frozenset({"in", "at"})
POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class NamedAt:
    """A name, or somebody meant, at its place in the text; `place` if it tells where."""

    start: int
    end: int
    key: str
    place: bool = False


def find_names(extraction: Extraction, cast: Cast | None) -> tuple[NamedAt, ...]:
    """
    All names of a page in order, time expressions left out.
    """
    named = [*_written(extraction), *_meant(extraction, cast)]
    return tuple(sorted(named, key=lambda name: (name.start, name.end, name.key)))


def _written(extraction: Extraction) -> Iterator[NamedAt]:
    """Capitalised words, countries and cities in their canonical form."""
    text = extraction.document.text
    found = list(WORD.finditer(text))
    plain = [POSSESSIVE.sub("", match.group()) for match in found]
    openings = {sentence.start for sentence in extraction.sentences}
    # A first word that annotation took for a name is one.
    openings -= {m.start for m in extraction.mentions if m.kind is MentionKind.NAME}
    days = {at for timex in extraction.timexes for at in range(timex.start, timex.end)}
    skipped = words("verbale.link", "dating", "calendar_words")
    at = 0
    while at < len(found):
        start = found[at].start()
        word = plain[at]
        if not word[:1].isupper() or start in days or word.casefold() in skipped:
            at += 1
            continue
        located = _located(plain, at)
        hit = match_at(plain, at)
        if hit is not None:
            length, entry = hit
            end = found[at + length - 1].end()
            # "in the capital" is a place; what the capital says is said by its party.
            if entry.how is How.CITY or (
                entry.how in SEATS and (located or _names_meeting(plain, at, at + length))
            ):
                yield NamedAt(start, end, word.casefold(), place=True)
            else:
                yield NamedAt(start, end, entry.name.casefold())
            at += length
            continue
        # The first word of a sentence is capitalised whatever it is; titles and given
        # names are shared by people who have nothing else in common.
        if len(word) > 1 and start not in openings and not _is_common(word):
            yield NamedAt(start, found[at].end(), word.casefold(), place=located)
        at += 1


def _located(plain: list[str], at: int) -> bool:
    """Whether a place is told where something happens or somebody goes: "flies to Tallis"."""
    if at == 0:
        return False
    before = plain[at - 1].casefold()
    if before == "to" and at > 1:
        return plain[at - 2].casefold() in words("verbale.link", "dating", "journeys")
    return before in LOCATIVES


def _names_meeting(plain: list[str], first: int, after: int) -> bool:
    """Whether a meeting is called by its place: "the Tallis talks", "the Tallis peace talks"."""
    if first == 0 or plain[first - 1].casefold() != "the":
        return False
    held = words("verbale.link", "dating", "held")
    following = plain[after : after + MOST_BETWEEN + 1]
    return any(
        word in held and all(before.islower() for before in following[:i])
        for i, word in enumerate(following)
    )


def _is_common(word: str) -> bool:
    return (
        is_given_name(word)
        or is_title(word)
        or office_head(word) is not None
        or word.casefold() in words("verbale.link", "dating", "title_words")
        or word.casefold() in words("verbale.link", "dating", "function_words")
    )


def _meant(extraction: Extraction, cast: Cast | None) -> Iterator[NamedAt]:
    """Persons meant by a description or a pronoun, by the last word of their name."""
    if cast is None:
        return
    for mention in extraction.mentions:
        if mention.kind not in (MentionKind.DESCRIPTION, MentionKind.PRONOUN):
            continue
        actor = cast.meant(extraction.document.id, mention.i)
        if actor is not None and actor in cast.actors:
            name = cast.name(actor).split()
            if name:
                yield NamedAt(mention.start, mention.end, name[-1].casefold())
