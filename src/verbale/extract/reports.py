"""
Reports: a match with its fields filled from the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.answers.answerers import tellers
from verbale.extract.answers.refusals import as_refusal
from verbale.extract.authors import authors, is_paper
from verbale.extract.clauses import phrase
from verbale.extract.constructions import matches
from verbale.extract.contents import bare, content_of, said
from verbale.extract.details.fields import (
    condition_of,
    level_of,
    object_type_of,
    ordinal_of,
    timexes_of,
)
from verbale.extract.details.places import place_of
from verbale.extract.instances import at_instance_of
from verbale.extract.issues import issue_of
from verbale.extract.matching import Match, is_actor
from verbale.extract.modality.judging import judge
from verbale.extract.modality.tense import is_going_on, is_kept_up
from verbale.extract.plover.categories import category
from verbale.extract.provisos import hung_on
from verbale.extract.purposes import is_purpose_of_deed
from verbale.extract.quantities import quantities_in
from verbale.extract.roles import mentions_at, statement_at, statement_told_by
from verbale.extract.times import own_times
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
# Acts that are words: what was said is their content.
SPEAKING = (ActType.WARN, ActType.DEMAND, ActType.PLEDGE, ActType.CONFIRM, ActType.REITERATE)
# Acts that are done by saying them: whoever is doing it has done it.
SAYING = (
    ActType.DEMAND, ActType.REJECT, ActType.REFUSE_TO_DISCUSS, ActType.PROPOSE, ActType.WARN,
    ActType.ACCUSE, ActType.DEFER, ActType.REITERATE, ActType.DECLARE_RED_LINE, ActType.DENY,
    ActType.COUNTER_PROPOSE, ActType.PLEDGE,
)  # fmt: skip
# Done by being made known, too.
MOVING = (ActType.POSTPONE, ActType.EXTEND_DEADLINE, ActType.SET_DEADLINE, ActType.CANCEL)
# Answers to what somebody else put.
TO_OTHERS = (
    ActType.REJECT,
    ActType.REFUSE_TO_DISCUSS,
    ActType.ACCEPT,
    ActType.ACCEPT_IN_PART,
    ActType.DEFER,
)
# Acts that may hang on something in return.
OFFERING = (
    ActType.PROPOSE, ActType.ACCEPT, ActType.PLEDGE, ActType.COUNTER_PROPOSE, ActType.WITHDRAW,
)  # fmt: skip
RUNNING = (Modality.UNDER_WAY, Modality.PLANNED)
GOING_ON = (*RUNNING, Modality.HYPOTHETICAL)
NOT_YET = (Modality.PLANNED, Modality.POSSIBLE, Modality.ASKED_FOR)
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
    if not actors and found.actors:
        actors = authors(annotated, found.actors[0], statements)
    if not actors and found.actors and is_paper(tree.tokens[found.actors[0]]):
        speaker = statement.speaker if statement is not None else None
        # "The letter asks Brum to pay, the ministry said."
        actors = (speaker,) if speaker is not None else ()
    if not actors and not found.actors and statement is None and entry.speaker:
        actors = tellers(annotated, statements, tree.tokens[found.trigger])
    if not actors and not found.actors and entry.type is ActType.HAND_OVER and found.content:
        actors = authors(annotated, found.content[0], statements)
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
        modality
        or judge(
            annotated,
            found.trigger if found.told is None else found.told,
            negative=entry.negative and not _is_denied(tree, found),
            ahead=entry.ahead or entry.negative,
        ).modality
    )
    saying = entry.type in (*SAYING, *MOVING, ActType.REPLY)
    if told in RUNNING and saying and is_going_on(tree, found.trigger):
        told = Modality.HAPPENED  # "is demanding a rise": it has been put
    if told in GOING_ON and entry.type in SAYING and is_kept_up(tree, found.trigger):
        told = Modality.HAPPENED  # "would continue to press for a vote"
    purposed: tuple[int, ...] = ()
    if told in NOT_YET and is_purpose_of_deed(tree, found.trigger, entry.type):
        doing = tree.head(found.trigger)  # "marched on Friday to protest", "wrote to ask for"
        told = judge(annotated, doing.i).modality
        purposed = timexes_of(annotated, doing.i)
    if not actors and found.passive:
        actors = mentions_at(annotated, at_instance_of(tree, found.trigger), statements)
    must = any(aux.lower == "must" for aux in tree.children(found.trigger, "aux"))
    if entry.type is ActType.VISIT and told is Modality.ASKED_FOR and (statement is None or must):
        told = Modality.PLANNED  # "must go to Solen on Monday"
    if not addressees and found.content and _is_to_what_was_put(tree, found):
        asked = mentions_at(annotated, _owners(annotated, found.content[0]), statements)
        addressees = tuple(i for i in asked if i not in actors)  # "answers the Solen note"
    present = tree.tokens[found.trigger].tag in ("VBZ", "VBP")
    if told is Modality.HAPPENED and present and entry.type is ActType.VISIT:
        told = Modality.UNDER_WAY  # "travels to Solen": on the way, or about to be
    head = tree.head(found.trigger)
    attempted = head.lemma in ("try", "attempt") and tree.tokens[found.trigger].dep in (
        "xcomp",
        "acl",
    )
    timexes = own_times(annotated, timexes_of(annotated, found.trigger) or purposed, told)
    content = content_of(tree, found)
    condition = condition_of(tree, found.trigger, found.content)
    if condition is None and entry.type in OFFERING:
        condition = hung_on(tree, found.trigger)
    content, condition = said(content, statement), said(condition, statement)
    told_as = statement_told_by(tree.tokens[found.trigger].start, statements)
    if content is None and told_as is not None and entry.type in SPEAKING:
        content, condition = told_as.content[-1], _condition_in(annotated, told_as)
    issue = issue_of(tree, found.content)
    if issue is not None and content is not None and content.start <= issue.start < content.end:
        issue = issue if issue.end <= content.end else None
    content = bare(annotated, content, timexes)
    if entry.type is ActType.REITERATE and any(
        tree.tokens[i].lemma in words(PACKAGE, "light", "bids") for i in found.content
    ):
        entry = replace(entry, type=ActType.PROPOSE)  # "repeated its offer to open two ports"
    within = content or trigger
    here = tree.tokens[found.trigger].sentence
    told_here = tuple(i for i in found.content if tree.tokens[i].sentence == here)
    place = place_of(annotated, found.trigger, told_here, timexes, spoken=entry.type in SAYING)
    if place is None and entry.type in SAYING:
        place = _place_of_saying(annotated, told_as) or _place_of_saying(annotated, statement)
    return Report(
        i=0,
        type=entry.type,
        trigger=trigger,
        passage=tree.sentence_span(tree.sentence_of(found.trigger)),
        modality=told,
        rule=entry.rule,
        actors=actors,
        addressees=addressees,
        place=place,
        timexes=timexes,
        issue=issue,
        content=content,
        condition=condition,
        object_type=entry.fields.get("object_type") or object_type_of(tree, found.content),
        verdict=entry.fields.get("verdict"),
        level=level_of(tree, found.trigger),
        ordinal=ordinal_of(tree, found.trigger),
        quantities=quantities_in(tree, within),
        plover=category(entry.type, told, entry.tag, attempted=attempted),
        statement=statement.i if statement is not None else None,
    )


def _is_denied(tree: Parse, found: Match) -> bool:
    """Tell whether a wording with a "no" of its own is denied: "did not say no to"."""
    denial = tree.child(found.trigger, "neg")
    return denial is not None and denial.i not in found.words and denial.lower != "no"


def _is_to_what_was_put(tree: Parse, found: Match) -> bool:
    """Tell whether it answers a demand, request or paper: whose that is, is answered."""
    if found.entry.type is ActType.REPLY:
        return True
    asked = words(PACKAGE, "scorn", "asked") | words(PACKAGE, "scorn", "askings")
    return found.entry.type in TO_OTHERS and tree.tokens[found.content[0]].lemma in asked


def _owners(annotated: AnnotatedDocument, i: int) -> list[int]:
    """Whose a demand or paper is: "Brum's claim", "a request by Brum"."""
    tree = annotated.parse
    owners = [child.i for child in tree.children(i, "poss", "amod", "compound")]
    for prep in tree.children(i, "prep"):
        if prep.lower in ("by", "from", "of"):
            owners.extend(noun.i for noun in tree.children(prep.i, "pobj"))
    return [owner for owner in owners if is_actor(annotated, owner)]


def _place_of_saying(annotated: AnnotatedDocument, statement: Statement | None) -> Span | None:
    """Where it was said: "told a briefing in Solen that it would ask for a rise"."""
    tree = annotated.parse
    cue = tree.token_at(statement.cue.start) if statement and statement.cue else None
    if cue is None or cue.pos != "VERB":
        return None
    occasion = [child.i for child in tree.children(cue.i, "dobj", "dative")]
    return place_of(annotated, cue.i, occasion)


def _condition_in(annotated: AnnotatedDocument, statement: Statement) -> Span | None:
    """The "if …" with which words that are a warning begin."""
    tree = annotated.parse
    for token in tree.tokens_in(statement.content[0].start, statement.content[0].end):
        if token.lower in ("if", "unless") and token.dep == "mark":
            return phrase(tree, token.head)
    opening = statement.content[0]
    if len(statement.content) > 1 and opening.text.lower().startswith(
        ("if ", "should ", "unless ")
    ):
        return opening
    return None


def _is_done_to(annotated: AnnotatedDocument, found: Match) -> bool:
    """Tell whether a passive names who it was done to: "has been accused of …"."""
    return any(is_actor(annotated, i) for i in found.addressees)


def _adjoin(found: Match) -> bool:
    return max(found.words) - min(found.words) < 2 * len(found.words)
