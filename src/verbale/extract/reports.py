"""
Reports: a match with its fields filled from the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.answers.refusals import as_refusal, with_what_is_refused
from verbale.extract.constructions import matches
from verbale.extract.details.actors import (
    actors_of,
    asked_by_owners,
    has_no_doer,
    written_to,
)
from verbale.extract.details.fields import level_of, object_type_of, ordinal_of, timexes_of
from verbale.extract.details.matter import matter_of
from verbale.extract.details.modality import SAYING, told_of
from verbale.extract.details.places import place_of
from verbale.extract.instances import at_instance_of
from verbale.extract.matching import Match
from verbale.extract.plover.categories import category
from verbale.extract.quantities import quantities_in
from verbale.extract.roles import mentions_at, statement_at, statement_told_by
from verbale.extract.times import own_times
from verbale.lexicon import words
from verbale.model.act import ActType, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"


def lexical(
    annotated: AnnotatedDocument, statements: Sequence[Statement], family: str
) -> Iterator[Report]:
    """Report every entry of a family's lexicon that stands in the document."""
    for match in matches(annotated, family):
        found = with_what_is_refused(annotated.parse, match)
        report = report_of(annotated, statements, found)
        if report is not None:
            yield as_refusal(annotated.parse, found.trigger, report)


def report_of(
    annotated: AnnotatedDocument, statements: Sequence[Statement], found: Match
) -> Report | None:
    """Fill a report's fields; None where the entry needs an actor and there is none."""
    tree, entry = annotated.parse, found.entry
    trigger = _trigger(tree, found)
    statement = statement_at(trigger.start, statements)
    actors = actors_of(annotated, statements, found, statement)
    if has_no_doer(annotated, found, actors):
        return None
    addressees = _others(mentions_at(annotated, found.addressees, statements), actors)
    if not actors and found.passive:
        actors = mentions_at(annotated, at_instance_of(tree, found.trigger), statements)
    addressees = addressees or _others(asked_by_owners(annotated, statements, found), actors)
    addressees = addressees or _others(written_to(annotated, statements, found), actors)
    told = told_of(annotated, found, quoted=statement is not None)
    timexes = timexes_of(annotated, found.trigger) or told.timexes
    timexes = own_times(annotated, timexes, told.modality)
    matter = matter_of(annotated, statements, found, statement=statement, timexes=timexes)
    type = ActType.PROPOSE if _repeats_a_bid(tree, found) else entry.type
    return Report(
        i=0,
        type=type,
        trigger=trigger,
        passage=tree.sentence_span(tree.sentence_of(found.trigger)),
        modality=told.modality,
        rule=entry.rule,
        actors=actors,
        addressees=addressees,
        place=_place(annotated, statements, found, type, timexes),
        timexes=timexes,
        issue=matter.issue,
        content=matter.content,
        condition=matter.condition,
        object_type=entry.fields.get("object_type") or object_type_of(tree, found.content),
        verdict=entry.fields.get("verdict"),
        level=level_of(tree, found.trigger),
        ordinal=ordinal_of(tree, found.trigger),
        quantities=quantities_in(tree, matter.content or trigger),
        plover=category(type, told.modality, entry.tag, attempted=_is_attempted(tree, found)),
        statement=statement.i if statement is not None else None,
    )


def _trigger(tree: Parse, found: Match) -> Span:
    """All words of a wording that stand together; of one torn apart, the word it hangs on."""
    first, last = min(found.words), max(found.words)
    if last - first < 2 * len(found.words):
        return tree.span(first, last)
    return tree.span(found.trigger, found.trigger)


def _others(mentions: Sequence[int], actors: Sequence[int]) -> tuple[int, ...]:
    return tuple(mention for mention in mentions if mention not in actors)


def _repeats_a_bid(tree: Parse, found: Match) -> bool:
    """Tell whether what is repeated is an offer: "repeated its offer to open two ports"."""
    bids = words(PACKAGE, "light", "bids")
    repeats = found.entry.type is ActType.REITERATE
    return repeats and any(tree.tokens[i].lemma in bids for i in found.content)


def _is_attempted(tree: Parse, found: Match) -> bool:
    within = tree.tokens[found.trigger].dep in ("xcomp", "acl")
    return within and tree.head(found.trigger).lemma in ("try", "attempt")


def _place(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    found: Match,
    type: ActType,
    timexes: Sequence[int],
) -> Span | None:
    """Where it was done; of what is done by saying it, else where it was said."""
    tree = annotated.parse
    trigger = tree.tokens[found.trigger]
    told_here = tuple(i for i in found.content if tree.tokens[i].sentence == trigger.sentence)
    spoken = type in SAYING
    place = place_of(annotated, found.trigger, told_here, timexes, spoken=spoken)
    if place is None and spoken:
        told_as = statement_told_by(trigger.start, statements)
        within = statement_at(_trigger(tree, found).start, statements)
        place = _place_of_saying(annotated, told_as) or _place_of_saying(annotated, within)
    return place


def _place_of_saying(annotated: AnnotatedDocument, statement: Statement | None) -> Span | None:
    """Where it was said: "told a briefing in Solen that it would ask for a rise"."""
    tree = annotated.parse
    cue = tree.token_at(statement.cue.start) if statement and statement.cue else None
    if cue is None or cue.pos != "VERB":
        return None
    occasion = [child.i for child in tree.children(cue.i, "dobj", "dative")]
    return place_of(annotated, cue.i, occasion)
