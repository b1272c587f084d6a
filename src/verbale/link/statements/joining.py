"""
Statements of the record: what one page tells, joined where pages share its words.

The same words by the same speaker are one statement with several attestations; that
is what a copied wire story makes of one sentence. Words that are merely alike stay
apart: a minister who says nearly the same twice has said two things.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from verbale.link.acts.news_days import news_window
from verbale.link.cast import Cast
from verbale.link.dating.act_dates import date_statement
from verbale.link.pages import Pages
from verbale.link.statements.lines import lines_of, source_as_written
from verbale.model.actor import Register
from verbale.model.copy import Copy
from verbale.model.dating import Dating
from verbale.model.document import Document, Passage
from verbale.model.extraction import Extraction
from verbale.model.identity import identity
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.mention import ActorKind
from verbale.model.record import StatementAttestation, StatementEntry
from verbale.model.span import Span
from verbale.model.statement import Statement

# Fewer words ("yes", "no comment") are said too often to be one saying.
SHARED_WORDS = 5
WORD = re.compile(r"\w+")
OWN_PAPER = re.compile(r"(?:this|our) [\w-]+", re.IGNORECASE)  # "told this newspaper"


@dataclass(frozen=True, slots=True)
class Said:
    """One page's statement with its speaker looked up."""

    document: str
    statement: Statement
    speakers: tuple[str, ...]
    words: str
    as_written: str
    channel: str | None
    on_behalf_of: str | None
    attestation: StatementAttestation
    days: tuple[Interval, tuple[str, ...]] | None  # as the page tells the saying's own day
    news: Interval | None  # the days of the page's news, where it is told as that


def link_statements(
    extractions: Sequence[Extraction],
    datings: Mapping[str, Dating],
    register: Register,
    copies: Sequence[Copy],
) -> tuple[StatementEntry, ...]:
    """
    Make the record's statements, each with every page that gives it.
    """
    cast = Cast(register)
    said = [
        said
        for extraction in Pages.of(extractions)
        for said in _said(extraction, cast, datings.get(extraction.document.id))
    ]
    groups: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    for each in _of_one_story(said, copies):
        groups[_key(each)].append(each)
    entries = (_entry(tuple(group), datings, cast) for _, group in sorted(groups.items()))
    return tuple(sorted(entries, key=lambda entry: entry.id))


def _said(extraction: Extraction, cast: Cast, dating: Dating | None) -> Iterator[Said]:
    """The statements of one page that are lines of the record."""
    document = extraction.document.id
    for statement in lines_of(extraction, cast):
        words = " ".join(
            word.lower() for span in statement.content for word in WORD.findall(span.text)
        )
        speakers = cast.candidates(document, statement.speaker)
        days = news = None
        if dating is not None:
            if statement.timex is not None:
                days = date_statement(extraction, statement, dating)
            if statement.as_news:
                news = news_window(extraction, dating)
        yield Said(
            document,
            statement,
            speakers,
            words,
            source_as_written(extraction, statement),
            _channel(statement, extraction.document.page.outlet),
            _told_behalf(extraction, statement, cast),
            _attestation(extraction.document, statement),
            days,
            news,
        )


def _of_one_story(said: Sequence[Said], copies: Sequence[Copy]) -> Iterator[Said]:
    """
    Give the words of a copied story one speaker: whom one of its printings names.
    """
    roots = {copy.document: copy.original for copy in copies if copy.whole}
    roots.update({root: root for root in roots.values()})
    known: dict[tuple[str, str], dict[tuple[str, ...], None]] = defaultdict(dict)
    for each in said:
        root = roots.get(each.document)
        if root is not None and len(each.speakers) == 1:
            known[root, each.words][each.speakers] = None
    for each in said:
        root = roots.get(each.document, "")
        told = known.get((root, each.words), {})
        sure = len(each.speakers) == 1 or len(told) != 1
        yield each if sure else replace(each, speakers=next(iter(told)))


def _key(said: Said) -> tuple[str, ...]:
    """What two pages must share for their statements to be one."""
    if said.words.count(" ") + 1 >= SHARED_WORDS:
        return ("shared", said.words, *said.speakers)
    return ("single", said.document, f"{said.statement.i:06}")


def _entry(group: tuple[Said, ...], datings: Mapping[str, Dating], cast: Cast) -> StatementEntry:
    """Join the tellings of one statement; the first page's words speak for it."""
    first = group[0]
    statement = first.statement
    when, reasons = _when(group, datings)
    return StatementEntry(
        id=identity("said", first.document, statement.start, statement.end, statement.i),
        kind=statement.kind,
        speakers=first.speakers,
        as_written=first.as_written,
        attestations=tuple(said.attestation for said in group),
        when=when,
        when_reasons=reasons,
        rule=statement.rule,
        on_behalf_of=_on_behalf(first, cast),
        addressee=_text(statement.addressee),
        channel=first.channel,
        via=tuple(span.text for span in statement.via),
        unsure=statement.unsure,
    )


def _told_behalf(extraction: Extraction, statement: Statement, cast: Cast) -> str | None:
    """The party that the page tells to be spoken for."""
    told = statement.on_behalf_of
    if told is not None:
        for mention in extraction.mentions:
            if told.start <= mention.start and mention.end <= told.end:
                meant = cast.meant(extraction.document.id, mention.i)
                if meant:
                    return meant
    return None


def _on_behalf(said: Said, cast: Cast) -> str | None:
    """The party spoken for: as told, else the party of the office the speaker holds."""
    if said.on_behalf_of is not None:
        return said.on_behalf_of
    if len(said.speakers) == 1 and cast.kind(said.speakers[0]) is ActorKind.PERSON:
        party = cast.party(said.speakers[0])
        return party if party != said.speakers[0] else None
    return None


def _attestation(document: Document, statement: Statement) -> StatementAttestation:
    spans: list[Span] = [*statement.content]
    spans.extend(span for span in (statement.source, statement.cue) if span is not None)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    cue = statement.cue
    return StatementAttestation(
        document=document.id,
        passage=document.passage(start, end),
        cue=Passage(document.id, cue.start, cue.end, cue.text) if cue else None,
        content=tuple(document.passage(span.start, span.end) for span in statement.content),
    )


def _when(
    group: tuple[Said, ...], datings: Mapping[str, Dating]
) -> tuple[Interval, tuple[str, ...]]:
    """
    The day it was said: as a page tells it, else no later than the earliest page.
    """
    for said in group:
        if said.days is not None and said.days[0].known:
            return said.days
    told = [
        (dating.published.latest, said.document)
        for said in group
        if (dating := datings.get(said.document)) and dating.published.latest
    ]
    if not told:
        return UNKNOWN, ("no day of saying is told, and the page has none",)
    latest, document = min(told)
    for said in group:
        if said.document == document and (news := said.news) is not None:
            return news, (f"told without a day by {document}, whose news is of {news}",)
    return Interval(None, latest), (f"no day of saying is told; told by {document} at the latest",)


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _channel(statement: Statement, outlet: str | None) -> str | None:
    """Through what something was said; a paper that speaks of itself is named in full."""
    told = _text(statement.channel)
    if told is None or not outlet:
        return told
    own = OWN_PAPER.fullmatch(told) or _is_short_for(told, outlet)
    return f"{told} ({outlet})" if own else told


def _is_short_for(told: str, outlet: str) -> bool:
    """Tell whether a paper is called by a part of its name: "the Beacon"."""
    short = [word for word in told.split() if word.lower() != "the"]
    full = outlet.split()
    return 0 < len(short) < len(full) and short == full[-len(short) :]
