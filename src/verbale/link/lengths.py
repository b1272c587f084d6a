"""
Lengths and heads: how long a meeting lasted and who was counted at it, page by page.

Two pages may well give hours of two things; told of one meeting, in the words for how
long it lasted, they are of one. So are counts of one noun in the very sentences that
tell the meeting. Whether they can both be true is for the record to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from verbale.lexicon import terms
from verbale.link.counting import Count, counts_in, listed, value_of
from verbale.model.act import Act, ActType, Attestation, Modality, Mode
from verbale.model.document import Passage
from verbale.model.extraction import Extraction
from verbale.model.span import Span

PACKAGE = "verbale.link"
SAT = frozenset({ActType.MEET, ActType.CALL})
HELD = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
# How many sentences behind the one that tells a meeting may tell its length.
BEHIND = 3
SEVERAL = 2


def link_lengths(acts: Sequence[Act], extractions: Sequence[Extraction]) -> list[Act]:
    """
    Give each meeting that several pages tell its length and its counts, as each tells them.
    """
    pages = {extraction.document.id: extraction for extraction in extractions}
    counts: dict[str, list[Count]] = {}
    return [_told_with_numbers(act, pages, counts) for act in acts]


def _told_with_numbers(
    act: Act, pages: Mapping[str, Extraction], counts: dict[str, list[Count]]
) -> Act:
    documents = sorted({report.document for report in act.reports})
    if act.type not in SAT or act.modality not in HELD or len(documents) < SEVERAL:
        return act
    added: list[Attestation] = []
    for document in documents:
        page = pages.get(document)
        if page is None:
            continue
        if document not in counts:
            counts[document] = list(counts_in(page))
        starts = [r.passage.start for r in act.reports if r.document == document]
        added.extend(_length(page, starts))
        added.extend(_heads(counts[document], starts, act))
    known = {(entry.field, entry.passage) for entry in act.attestations}
    fresh = [entry for entry in added if (entry.field, entry.passage) not in known]
    return replace(act, attestations=(*act.attestations, *fresh)) if fresh else act


def _length(page: Extraction, starts: Sequence[int]) -> Iterator[Attestation]:
    """The first length a page gives in or just behind the sentence that tells the meeting."""
    for start in starts:
        at = next((i for i, s in enumerate(page.sentences) if s.start <= start < s.end), None)
        if at is None:
            continue
        for offset, sentence in enumerate(page.sentences[at : at + 1 + BEHIND]):
            found = _lasted().search(sentence.text)
            if found is None and offset == 0:
                found = _sat().search(sentence.text)
            if found is not None:
                number = next(told for told in found.groups() if told)
                span = Span.of(
                    page.document.text,
                    sentence.start + found.start(),
                    sentence.start + found.end(),
                )
                passage = Passage(page.document.id, span.start, span.end, span.text)
                value = f"{value_of(number):g}"
                yield Attestation("count: hours", value, passage, Mode.PARAPHRASE)
                return


@cache
def _number() -> str:
    return rf"\d+|{'|'.join(terms(PACKAGE, 'counts')['numbers'])}"


@cache
def _lasted() -> re.Pattern[str]:
    """Wherever it stands: "a five-hour session", "the talks lasted in all six hours"."""
    nouns = "|".join(sorted(terms(PACKAGE, "meetings")["occasions"]))
    return re.compile(
        rf"\b({_number()})-hours?(?:-long)?\s+(?:\w+\s+)?(?:{nouns})\b"
        rf"|\b(?:{nouns})\b[^.;]{{0,40}}?\b(?:lasted|took|ran|went on|dragged on|continued)\b"
        rf"[^.;]{{0,24}}?\b({_number()})\s+hours?\b",
        re.IGNORECASE,
    )


@cache
def _sat() -> re.Pattern[str]:
    """In the meeting's own sentence: "met for seven hours", "after five hours of talks"."""
    return re.compile(
        rf"\b(?:for|after|lasted|during)\s+"
        rf"(?:(?:about|some|nearly|almost|over|more than|a full)\s+)?"
        rf"({_number()})\s+hours?\b",
        re.IGNORECASE,
    )


def _heads(counts: Sequence[Count], starts: Sequence[int], act: Act) -> Iterator[Attestation]:
    """What is counted in the sentences that tell the meeting."""
    sentences = [r.passage for r in act.reports if r.passage.start in starts]
    for count in counts:
        inside = any(
            passage.document == count.document
            and passage.start <= count.passage.start < passage.end
            for passage in sentences
        )
        if inside and count.unit not in listed("measures") and not count.wished:
            field = f"count: {count.unit}"
            yield Attestation(field, count.told, count.passage, Mode.PARAPHRASE)
