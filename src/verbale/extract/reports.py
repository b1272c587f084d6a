"""
Reports: a match with its fields filled from the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.clauses import phrase
from verbale.extract.constructions import matches
from verbale.extract.details import (
    condition_of,
    level_of,
    object_type_of,
    ordinal_of,
    place_of,
    timexes_of,
)
from verbale.extract.issues import issue_of
from verbale.extract.matching import Match, is_actor
from verbale.extract.modality import judge
from verbale.extract.plover import category
from verbale.extract.quantities import quantities_in
from verbale.extract.refusals import as_refusal
from verbale.extract.roles import mentions_at, statement_at
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse
from verbale.model.span import Span
from verbale.model.statement import Statement

# Words that may stand for somebody even where no mention was found.
NAMING = ("PRON", "PROPN")


def lexical(
    annotated: AnnotatedDocument, statements: Sequence[Statement], family: str
) -> Iterator[Report]:
    """Report every entry of a family's lexicon that stands in the document."""
    for found in matches(annotated, family):
        report = report_of(annotated, statements, found)
        if report is not None:
            yield as_refusal(annotated.parse, found.trigger, report)


def report_of(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    found: Match,
    *,
    modality: Modality | None = None,
) -> Report | None:
    """Fill a report's fields; None where the entry needs an actor and there is none."""
    tree = annotated.parse
    entry = found.entry
    trigger = (
        tree.span(min(found.words), max(found.words))
        if _adjoin(found)
        else tree.span(found.trigger, found.trigger)
    )
    statement = statement_at(trigger.start, statements)
    actors = mentions_at(annotated, found.actors, statements)
    if not actors and not found.actors and statement is not None and (entry.speaker):
        actors = (statement.speaker,) if statement.speaker is not None else ()
    if (
        entry.actor_needed
        and not actors
        and not any(is_actor(annotated, i) or tree.tokens[i].pos in NAMING for i in found.actors)
        and not (found.passive and (entry.agentless or _is_done_to(annotated, found)))
    ):
        return None
    addressees = tuple(
        i for i in mentions_at(annotated, found.addressees, statements) if i not in actors
    )
    told = (
        modality or judge(annotated, found.trigger if found.told is None else found.told).modality
    )
    present = tree.tokens[found.trigger].tag in ("VBZ", "VBP")
    if told is Modality.HAPPENED and present and entry.type is ActType.VISIT:
        told = Modality.UNDER_WAY  # "travels to Solen": on the way, or about to be
    head = tree.head(found.trigger)
    attempted = head.lemma in ("try", "attempt") and tree.tokens[found.trigger].dep in (
        "xcomp",
        "acl",
    )
    content = content_of(tree, found)
    within = content or trigger
    return Report(
        i=0,
        type=entry.type,
        trigger=trigger,
        passage=tree.sentence_span(tree.sentence_of(found.trigger)),
        modality=told,
        rule=entry.rule,
        actors=actors,
        addressees=addressees,
        place=place_of(annotated, found.trigger, found.content),
        timexes=timexes_of(annotated, found.trigger),
        issue=issue_of(tree, found.content),
        content=content,
        condition=condition_of(tree, found.trigger, found.content),
        object_type=entry.fields.get("object_type") or object_type_of(tree, found.content),
        verdict=entry.fields.get("verdict"),
        level=level_of(tree, found.trigger),
        ordinal=ordinal_of(tree, found.trigger),
        quantities=quantities_in(tree, within),
        plover=category(entry.type, told, entry.tag, attempted=attempted),
        statement=statement.i if statement is not None else None,
    )


def _is_done_to(annotated: AnnotatedDocument, found: Match) -> bool:
    """Tell whether a passive names who it was done to: "has been accused of …"."""
    return any(is_actor(annotated, i) for i in found.addressees)


def _adjoin(found: Match) -> bool:
    return max(found.words) - min(found.words) < 2 * len(found.words)


def content_of(tree: Parse, found: Match) -> Span | None:
    """The words that tell what is demanded, offered, refused: from first to last part."""
    parts = [_unaddressed(tree, i, found) for i in found.content if i != found.trigger]
    # A relative clause's antecedent holds the trigger itself: take its bare noun phrase.
    trigger = tree.tokens[found.trigger]
    parts = [
        part if not part.start <= trigger.start < part.end else _without(tree, i, found.trigger)
        for part, i in zip(parts, (c for c in found.content if c != found.trigger), strict=True)
    ]
    if not parts:
        return None
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    if start <= trigger.start < end:
        return max(parts, key=lambda part: (part.end - part.start, -part.start))
    return Span.of(tree.text, start, end)


def _unaddressed(tree: Parse, i: int, found: Match) -> Span:
    """The phrase of `i` without the "to the council" at its end that names the addressee."""
    whole = _item(tree, i) if found.alone else phrase(tree, i)
    if found.entry.object != "matter" or not found.addressees:
        return whole
    preposition = tree.head(min(found.addressees))
    if preposition.pos == "ADP" and whole.start < preposition.start < whole.end:
        return Span.of(tree.text, whole.start, tree.tokens[preposition.i - 1].end)
    return whole


def _item(tree: Parse, i: int) -> Span:
    """One item of a list: its phrase without the items joined to it."""
    first, last = tree.edges(i)
    for child in tree.children(i, "conj", "cc", "appos"):
        if child.i > i:
            last = min(last, tree.edges(child.i)[0] - 1)
    while last > i and tree.tokens[last].pos in ("PUNCT", "CCONJ"):
        last -= 1
    while first < i and tree.tokens[first].pos in ("PUNCT", "CCONJ"):
        first += 1
    return tree.span(first, max(last, i))


def _without(tree: Parse, i: int, trigger: int) -> Span:
    """The noun phrase of `i` up to the clause that holds the trigger."""
    first, last = tree.edges(i)
    if trigger > i:
        clause = trigger
        while tree.tokens[clause].head != i and tree.tokens[clause].head != clause:
            clause = tree.tokens[clause].head
        last = max(min(tree.edges(clause)[0] - 1, last), i)
        while last > i and tree.tokens[last].pos in ("PUNCT", "CCONJ"):
            last -= 1
    else:
        first = max(trigger + 1, first) if trigger + 1 <= i else i
    return tree.span(min(first, i), max(last, i))
