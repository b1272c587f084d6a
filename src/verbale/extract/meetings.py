"""
Meetings: talks, summits, calls and visits, with who took part, where and when.

The words are in terms/meetings.toml. Talks are told in many shapes: "between A and
B", "A's talks with B", "A–B talks"; where only the other side is named, the one who
tells is taken as taking part. "Separate talks with A, B and C" are three meetings.
A mere mention of "talks" with nobody, no place and no day tells no meeting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import agents, coordinated, objects
from verbale.extract.constructions import matches
from verbale.extract.refusals import as_refusal
from verbale.extract.reports import report_of
from verbale.extract.roles import mentions_at, statement_at
from verbale.lexicon import words
from verbale.model.act import ActType, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind
from verbale.model.parse import Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
TAKING_PART = (ActorKind.PERSON, ActorKind.PARTY, ActorKind.BLOC, ActorKind.ORGANISATION)


def meetings(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find meetings, calls and visits, and what became of those planned."""
    tree = annotated.parse
    for found in matches(annotated, "meetings"):
        report = report_of(annotated, statements, found)
        if report is None:
            continue
        report = as_refusal(tree, found.trigger, report)
        token = tree.tokens[found.trigger]
        if token.lemma == "round" and _counts_talks(annotated, token):
            continue
        if report.type is ActType.MEET and not report.actors and found.entry.pos == "noun":
            report = replace(report, actors=_between(annotated, statements, token))
        if report.type is ActType.MEET and token.tag != "VB" and found.entry.pos == "noun":
            report = _with_teller(annotated, statements, token, report)
            if not _is_told(annotated, token, report):
                continue
        if report.type is ActType.VISIT and report.place is None:
            report = replace(report, place=_destination(annotated, found.addressees))
        if report.type is ActType.MEET and _is_host(found.entry.words):
            report = replace(report, actors=report.addressees, addressees=report.actors)
        if report.type in (ActType.MEET, ActType.CALL) and _are_separate(annotated, token):
            for other in report.addressees:
                yield replace(report, addressees=(other,))
        else:
            yield report


def _counts_talks(annotated: AnnotatedDocument, token: Token) -> bool:
    """Tell whether it is a round of something, which is told at that word."""
    tree = annotated.parse
    return any(
        noun.pos in ("NOUN", "PROPN")
        for prep in tree.children(token.i, "prep")
        if prep.lower == "of"
        for noun in tree.children(prep.i, "pobj")
    )


def _between(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token
) -> tuple[int, ...]:
    """Both sides of "talks on fish between Arden and Brum", wherever it was hung."""
    tree = annotated.parse
    end = min(token.i + 12, tree.sentence_of(token.i).last)
    for other in tree.tokens[token.i + 1 : end]:
        if other.pos in ("VERB", "AUX") and other.tag != "VBG":
            break
        noun = tree.child(other.i, "pobj") if other.lower == "between" else None
        if noun is not None:
            return mentions_at(annotated, coordinated(tree, noun.i), statements)
    return ()


def _destination(annotated: AnnotatedDocument, heads: Sequence[int]) -> Span | None:
    """The place a visitor goes to, where the words name one."""
    tree = annotated.parse
    for i in heads:
        if tree.tokens[i].entity in ("GPE", "LOC", "FAC"):
            return tree.span(i, i)
    return None


def _is_host(wording: tuple[str, ...]) -> bool:
    """Tell whether the subject is the host: then the visitor is the actor."""
    return wording[0] in words(PACKAGE, "light", "hosting")


def _are_separate(annotated: AnnotatedDocument, token: Token) -> bool:
    separate = words(PACKAGE, "light", "separate")
    return any(child.lower in separate for child in annotated.parse.children(token.i))


def _with_teller(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    report: Report,
) -> Report:
    """Who else took part where one side only is named, or none."""
    if report.actors and (report.addressees or len(report.actors) > 1):
        return report
    if not report.actors and not report.addressees:
        held = _in_the_course(annotated, statements, token)
        return replace(report, actors=held[:1], addressees=held[1:]) if held else report
    if report.actors:
        return report
    statement = statement_at(token.start, statements)
    speaker = (
        statement.speaker if statement is not None else _subject_above(annotated, statements, token)
    )
    if speaker is None or speaker in report.addressees:
        return report
    mention = annotated.mentions[speaker]
    if mention.actor_kind not in TAKING_PART and mention.party is None:
        return report
    return replace(report, actors=(speaker,))


def _in_the_course(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token
) -> tuple[int, ...]:
    """Both of "A told B in a meeting"."""
    tree = annotated.parse
    preposition = tree.head(token.i)
    verb = tree.head(preposition.i)
    if preposition.lower == "for" and verb.lemma in words(PACKAGE, "light", "motion"):
        return mentions_at(annotated, agents(tree, verb.i), statements)  # "flew in for talks"
    if preposition.lower not in ("in", "at", "during"):
        return ()
    told = objects(tree, verb.i) if verb.pos == "VERB" else []
    if not told:
        return ()
    both = mentions_at(annotated, [*agents(tree, verb.i)[:1], *told[:1]], statements)
    kinds = [annotated.mentions[i].actor_kind for i in both]
    return both if len(both) == 2 and ActorKind.OUTLET not in kinds else ()


def _subject_above(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token
) -> int | None:
    """The subject of the clause that comments on the talks: "Commenting on talks with B, A …"."""
    tree = annotated.parse
    for above in tree.ancestors(token.i):
        if above.pos == "VERB":
            subject = agents(tree, above.i)
            found = mentions_at(annotated, subject[:1], statements)
            return found[0] if found else None
    return None


def _is_told(annotated: AnnotatedDocument, token: Token, report: Report) -> bool:
    """Tell whether anything about the meeting is told beyond the word."""
    del annotated
    return bool(
        report.actors
        or report.addressees
        or report.place
        or report.timexes
        or report.ordinal
        or (report.level and token.lemma != "session")
    )
