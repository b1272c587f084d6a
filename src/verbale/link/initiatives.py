"""
Initiatives across pages: one thing, told by two pages as two parties' idea.

A readout says that a hotline was discussed "at the suggestion of Arden", and the other
side's that it was its own. Neither need tell an act of proposing, and the acts need not
be one: it is enough that both name the same thing, at about the same time. Two parties
may well propose two things on one matter, so what names the thing must be the same.

What is found hangs on the act told there, as values of a field of its own; that both
cannot be true is for the record to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from verbale.lexicon import words
from verbale.link.acts.together import published, told_together, with_attestations
from verbale.link.cast import Cast
from verbale.link.figures.counts import places_of, told_at
from verbale.link.figures.disputes import measures
from verbale.link.figures.reading import Figure
from verbale.link.issues.phrases import read_phrase, stem
from verbale.link.pages import Pages
from verbale.model.act import Act, ActType, Attestation, Mode
from verbale.model.dating import Dating
from verbale.model.document import Passage
from verbale.model.extraction import Extraction
from verbale.model.initiative import Initiative
from verbale.model.interval import Interval
from verbale.model.mention import ActorKind

# What puts a sitting or a term off, and one word for it.
PUTTING_OFF = frozenset({ActType.POSTPONE, ActType.EXTEND_DEADLINE, ActType.ADJOURN})
DELAY = "postponement"
# Whose names tell no matter.
PARTIES = (ActorKind.PARTY, ActorKind.BLOC, ActorKind.PERSON)
WORD = re.compile(r"\w+")
# Pages further apart than this many days tell of two initiatives.
APART = 10
# Stems that two matters share where one thing is meant, one of them among their heads.
SHARED = 2
# Of the shorter matter's stems, at least this share.
ALIKE = 0.4
# One stem alone names a thing only where few of the pages that name matters have it.
RARE = 3
# How many of the initiatives on one stem that follow by day each is compared with.
MOST = 30


@dataclass(frozen=True, slots=True)
class Told:
    """One page's initiative with its parties looked up and its words read."""

    document: str
    passage: Passage
    parties: frozenset[str]
    by: str
    stems: frozenset[str]
    heads: frozenset[str]
    amounts: frozenset[str]
    days: Interval
    names: tuple[tuple[str, frozenset[str]], ...]  # the page's words for it, with their stems


def link_initiatives(
    acts: Sequence[Act],
    extractions: Sequence[Extraction],
    datings: Mapping[str, Dating],
    figures: Mapping[str, Sequence[Figure]],
    cast: Cast,
) -> list[Act]:
    """
    Hang each thing that two parties are told to have brought up on the act told there.
    """
    turned = {
        (report.document, report.passage.start)
        for act in acts
        if act.type in PUTTING_OFF
        for report in act.reports
    }
    told = [
        each if (each.document, each.passage.start) not in turned else _of_delay(each)
        for extraction in Pages.of(extractions)
        for each in _read(extraction, datings, figures[extraction.document.id], cast)
    ]
    told = [each for each in told if each.heads]
    places = places_of(acts)
    added: dict[str, list[Attestation]] = defaultdict(list)
    for pair in _rivals(told, told_together(acts, datings)):
        act = next((found for each in pair if (found := told_at(each.passage, places))), None)
        if act is None:
            continue
        shared = pair[0].heads & pair[1].heads
        told_as = [name for each in pair for name, stems in each.names if stems & shared]
        name = min(told_as, key=lambda name: (len(name), name))
        added[act].extend(
            Attestation(f"initiator: {name}", each.by, each.passage, Mode.PARAPHRASE)
            for each in pair
        )
    return with_attestations(acts, added)


def _read(
    extraction: Extraction, datings: Mapping[str, Dating], figures: Sequence[Figure], cast: Cast
) -> Iterator[Told]:
    """Every initiative of a page that has a party and a matter of its own."""
    document = extraction.document.id
    out = published(document, datings)
    for each in extraction.initiatives:
        actors = cast.all_meant(document, each.by)
        if not actors:
            continue
        names = _names(extraction, each, cast)
        stems = read_phrase(each.matter.text, names).stems - _hollow()
        heads = read_phrase(" . ".join(span.text for span in each.heads), names).stems & stems
        span = each.passage
        yield Told(
            document,
            Passage(document, span.start, span.end, span.text),
            cast.parties(actors),
            cast.party(actors[0]),
            stems,
            heads,
            _amounts(figures, each),
            out,
            tuple(
                (" ".join(span.text.split()), read_phrase(span.text).stems) for span in each.heads
            ),
        )


def _of_delay(told: Told) -> Told:
    """
    An idea to put something off, whatever it was: "was put off at the request of Arden".

    The sitting it was about tells no one thing, and the delay is told in many words.
    """
    delay = read_phrase(DELAY).stems
    return replace(
        told,
        stems=told.stems | delay,
        heads=told.heads | delay,
        names=(*told.names, (DELAY, delay)),
    )


def _names(extraction: Extraction, told: Initiative, cast: Cast) -> frozenset[str]:
    """Stems of the parties' and people's names in it: they are not the matter."""
    return frozenset(
        stem(word)
        for mention in extraction.mentions
        if mention.i in told.by
        or (
            told.matter.start <= mention.start < told.matter.end
            and (actor := cast.meant(extraction.document.id, mention.i)) is not None
            and cast.kind(actor) in PARTIES
        )
        for word in WORD.findall(mention.text)
    )


@cache
def _hollow() -> frozenset[str]:
    """Stems that name no one thing: everybody proposes talks, dates and texts."""
    return read_phrase(" ".join(sorted(words("verbale.link", "initiatives", "hollow")))).stems


def _amounts(figures: Sequence[Figure], told: Initiative) -> frozenset[str]:
    """The measures in its words: three percent and six percent are two proposals."""
    return frozenset(
        f"{count.value:g} {count.unit}"
        for count in figures
        if count.noun in measures() and told.matter.start <= count.passage.start < told.matter.end
    )


def _rivals(
    told: Sequence[Told], together: frozenset[frozenset[str]]
) -> Iterator[tuple[Told, Told]]:
    """Pairs of one thing by different parties, in different pages of about one time."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    by_page: dict[str, list[Told]] = defaultdict(list)
    for at, each in enumerate(told):
        by_page[each.document].append(each)
        for root in sorted(each.heads):
            by_stem[root].append(at)
    pages = {root: len({told[at].document for at in members}) for root, members in by_stem.items()}
    seen: set[tuple[int, int]] = set()
    for _, members in sorted(by_stem.items()):
        members.sort(key=lambda at: (told[at].days.earliest or date.max, at))
        for place, first in enumerate(members):
            for second in members[place + 1 : place + 1 + MOST]:
                pair = min(first, second), max(first, second)
                one, other = told[pair[0]], told[pair[1]]
                if pair in seen or not _one_thing(one, other, pages):
                    continue
                seen.add(pair)
                beside = frozenset((one.document, other.document)) in together
                if (beside or _at_one_time(one, other)) and not _shared_out(one, other, by_page):
                    yield one, other


def _one_thing(one: Told, other: Told, pages: Mapping[str, int]) -> bool:
    if one.document == other.document or one.parties & other.parties:
        return False
    if one.amounts and other.amounts and not one.amounts & other.amounts:
        return False
    shared, heads = one.stems & other.stems, one.heads & other.heads
    if len(shared) >= SHARED:
        return len(shared) >= ALIKE * min(len(one.heads), len(other.heads))
    return len(heads) == 1 and all(pages[root] <= RARE for root in heads)


def _at_one_time(one: Told, other: Told) -> bool:
    wide = Interval(one.days.shift(-APART).earliest, one.days.shift(APART).latest)
    return (wide & other.days) is not None


def _shared_out(one: Told, other: Told, by_page: Mapping[str, Sequence[Told]]) -> bool:
    """Whether one of the pages gives the thing to both: then each brought up its own."""
    return any(
        each.parties & theirs.parties and each.heads & mine.heads & theirs.heads
        for mine, theirs in ((one, other), (other, one))
        for each in by_page[mine.document]
    )
