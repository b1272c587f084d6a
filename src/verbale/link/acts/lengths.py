"""
Lengths and heads: how long a meeting lasted and who was counted at it, page by page.

Two pages may well give hours of two things; told of one meeting, or by two pages of one
time that tell of no other, they are of one. So are counts of one noun in the very
sentences that tell the meeting. Whether they can both be true is for the record to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from verbale.gazetteer.places import may_be_one_place
from verbale.link.acts.hours import Length, lengths_in
from verbale.link.acts.telling import MEETINGS
from verbale.link.acts.together import neighbours, with_attestations, within
from verbale.link.cast import Cast
from verbale.link.figures.disputes import SPANS, measures
from verbale.link.figures.reading import Figure
from verbale.link.pages import Pages
from verbale.model.act import Act, ActType, Attestation, Modality, Mode
from verbale.model.dating import Dating
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind

SAT = frozenset({ActType.MEET, ActType.CALL})
HELD = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
# How many sentences behind the one that tells a meeting may tell its length.
BEHIND = 3
SEVERAL = 2
HOURS = "count: hours"
# Two pages that tell lengths of one meeting come out within this many days of each other.
APART = 3
# A page dated no better than this may be of the other's day.
WIDE = 60
# A length stands no further behind its meeting than this many characters.
NEAR = 1500


def link_lengths(
    acts: Sequence[Act],
    extractions: Sequence[Extraction],
    datings: Mapping[str, Dating],
    figures: Mapping[str, Sequence[Figure]],
    cast: Cast,
) -> list[Act]:
    """
    Give each meeting that several pages tell its length and its counts, as each tells them.
    """
    pages = Pages.of(extractions)
    linked = [_told_with_numbers(act, pages, figures) for act in acts]
    added: dict[str, list[Attestation]] = defaultdict(list)
    for act, pair in _of_one_time(linked, pages, datings, cast):
        added[act].extend(_told(length) for length in pair)
    return with_attestations(linked, added)


def _of_one_time(
    acts: Sequence[Act],
    pages: Pages,
    datings: Mapping[str, Dating],
    cast: Cast,
) -> Iterator[tuple[str, tuple[Length, Length]]]:
    """
    Lengths in two pages of about one day, of meetings that may be one, with the one to
    hang them on.
    """
    sat: dict[str, list[tuple[int, Act]]] = defaultdict(list)
    for act in acts:
        if act.type in MEETINGS and act.modality in HELD:
            for report in act.reports:
                sat[report.document].append((report.passage.start, act))
    told: dict[str, list[tuple[Length, Act | None]]] = {}
    for page in pages:
        first: dict[str | None, tuple[Length, Act | None]] = {}
        for length in lengths_in(page):
            meeting = _meeting_of(length, sat[page.document.id])
            first.setdefault(meeting.id if meeting else None, (length, meeting))
        if len(first) > 1:
            first.pop(None, None)  # a headline's, told again in the story
        if first:
            told[page.document.id] = list(first.values())
    pairs: list[tuple[int, str, Length, Length]] = []
    best: dict[Length, int] = defaultdict(int)
    for first_page, other_page in neighbours(told, datings):
        alone = len(told[first_page]) == len(told[other_page]) == 1
        if not within(APART, first_page, other_page, datings) and not (
            alone and within(0, first_page, other_page, datings, WIDE)
        ):
            continue
        for (one, mine), (other, theirs) in product(told[first_page], told[other_page]):
            held = mine or theirs
            if held is None or (mine and theirs and not _may_be_one(mine, theirs, cast)):
                continue
            weight = _in_common(mine, theirs, cast) if mine and theirs else 0
            pairs.append((weight, held.id, one, other))
            best[one], best[other] = max(best[one], weight), max(best[other], weight)
    for weight, act_id, one, other in pairs:
        if weight == best[one] == best[other]:
            yield act_id, (one, other)


def _in_common(one: Act, other: Act, cast: Cast) -> int:
    """How much that is told of two meetings makes them one."""
    return (
        (one.id == other.id)
        + (one.when.known and other.when.known)
        + (one.place is not None and other.place is not None)
        + bool(_table(one, cast) & _table(other, cast))
        + (one.ordinal is not None and one.ordinal == other.ordinal)
    )


def _meeting_of(length: Length, sat: Sequence[tuple[int, Act]]) -> Act | None:
    """The last meeting told before a length or in its sentence."""
    end = length.passage.end
    before = [(start, act.id, act) for start, act in sat if 0 <= end - start <= NEAR]
    return max(before, key=lambda entry: entry[:2])[2] if before else None


def _may_be_one(one: Act, other: Act, cast: Cast) -> bool:
    """Whether nothing that is told of two meetings makes them two."""
    if one.id == other.id:
        return True
    if one.when.known and other.when.known and (one.when & other.when) is None:
        return False
    if one.place and other.place and not may_be_one_place(one.place, other.place):
        return False
    if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return False
    tables = [_table(act, cast) for act in (one, other)]
    return bool(tables[0] & tables[1]) or min(map(len, tables)) < SEVERAL


def _table(act: Act, cast: Cast) -> frozenset[str]:
    """The parties told to sit at it by name: "the groups" may be anybody's."""
    told = cast.parties((*act.actors, *act.addressees))
    return frozenset(party for party in told if cast.kind(party) is not ActorKind.GROUP)


def _told_with_numbers(act: Act, pages: Pages, figures: Mapping[str, Sequence[Figure]]) -> Act:
    documents = sorted({report.document for report in act.reports})
    if act.type not in SAT or act.modality not in HELD or len(documents) < SEVERAL:
        return act
    added: list[Attestation] = []
    for document in documents:
        if not pages.has(document):
            continue
        page = pages.page(document)
        starts = [r.passage.start for r in act.reports if r.document == document]
        added.extend(_length(page, starts))
        added.extend(_heads(figures[document], starts, act))
    known = {(entry.field, entry.passage) for entry in act.attestations}
    fresh = [entry for entry in added if (entry.field, entry.passage) not in known]
    return replace(act, attestations=(*act.attestations, *fresh)) if fresh else act


def _length(page: Extraction, starts: Sequence[int]) -> Iterator[Attestation]:
    """The first length a page gives in or just behind the sentence that tells the meeting."""
    for start in starts:
        at = next((i for i, s in enumerate(page.sentences) if s.start <= start < s.end), None)
        if at is None:
            continue
        last = page.sentences[min(at + BEHIND, len(page.sentences) - 1)]
        for length in lengths_in(page):
            if page.sentences[at].start <= length.passage.start < last.end:
                yield _told(length)
                return


def _told(length: Length) -> Attestation:
    return Attestation(HOURS, length.told, length.passage, Mode.PARAPHRASE)


def _heads(counts: Sequence[Figure], starts: Sequence[int], act: Act) -> Iterator[Attestation]:
    """What is counted in the sentences that tell the meeting."""
    sentences = [r.passage for r in act.reports if r.passage.start in starts]
    for count in counts:
        inside = any(
            passage.document == count.document
            and passage.start <= count.passage.start < passage.end
            for passage in sentences
        )
        of_things = count.noun not in measures() and count.noun not in SPANS
        if inside and of_things and not (count.role or count.stale or count.anew):
            field = f"count: {count.noun}"
            yield Attestation(field, count.told, count.passage, Mode.PARAPHRASE)
