"""
Who does what a match tells, and towards whom.

The construction says where they stand; where nobody stands there, whoever wrote the paper,
is quoted, or tells the story does it. Nobody is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.extract.answers.answerers import tellers
from verbale.extract.authors import authors, authors_of_it, is_paper
from verbale.extract.clauses import prepositions
from verbale.extract.matching import Match, is_actor
from verbale.extract.roles import in_quotation, mentions_at
from verbale.lexicon import words
from verbale.model.act import ActType
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
# Answers to what somebody else put.
TO_OTHERS = (
    ActType.REJECT,
    ActType.REFUSE_TO_DISCUSS,
    ActType.ACCEPT,
    ActType.ACCEPT_IN_PART,
    ActType.DEFER,
)
# What a letter asks of whom it is written to.
ASKING = (ActType.DEMAND, ActType.PROPOSE, ActType.SET_DEADLINE)
# Words that may stand for somebody even where no mention was found.
NAMING = ("PRON", "PROPN")
# Who speaks of himself in what he is told to have said.
OWN = ("it", "they", "he", "she")


def actors_of(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    found: Match,
    statement: Statement | None,
) -> tuple[int, ...]:
    """The mentions of who does it; `statement` is the one in which it is told."""
    tree, entry = annotated.parse, found.entry
    speaker = statement.speaker if statement is not None else None
    spoken = (speaker,) if speaker is not None else ()
    if not found.actors:
        actors: tuple[int, ...] = ()
        if entry.speaker:
            told = statement is not None
            actors = spoken if told else tellers(annotated, statements, tree.tokens[found.trigger])
        if not actors and entry.type is ActType.HAND_OVER and found.content:
            actors = authors(annotated, found.content[0], statements)
        return actors
    first = found.actors[0]
    actors = authors_of_it(annotated, first, statements) if entry.type in ASKING else ()
    actors = actors or mentions_at(annotated, found.actors, statements)
    actors = actors or authors(annotated, first, statements)
    if not actors and is_paper(tree.tokens[first]):
        return spoken  # "The letter asks Brum to pay, the ministry said."
    if actors or in_quotation(annotated, tree.tokens[first]):
        return actors
    if tree.tokens[first].lower in OWN:
        return spoken  # "Arden said it was not prepared to": for once not known as Arden
    return actors


def has_no_doer(annotated: AnnotatedDocument, found: Match, actors: Sequence[int]) -> bool:
    """Tell whether the construction needs somebody who does it, and nobody stands there."""
    tree, entry = annotated.parse, found.entry
    return (
        entry.actor_needed
        and not actors
        and not any(is_actor(annotated, i) or tree.tokens[i].pos in NAMING for i in found.actors)
        and not (found.passive and (entry.agentless or _is_done_to(annotated, found)))
    )


def asked_by_owners(
    annotated: AnnotatedDocument, statements: Sequence[Statement], found: Match
) -> tuple[int, ...]:
    """Whose demand, request or paper it answers: "answers the Solen note"."""
    if not (found.content and _is_to_what_was_put(annotated.parse, found)):
        return ()
    return mentions_at(annotated, _owners(annotated, found.content[0]), statements)


def written_to(
    annotated: AnnotatedDocument, statements: Sequence[Statement], found: Match
) -> tuple[int, ...]:
    """To whom the letter goes in which it is asked: "wrote to Brum, demanding a rise"."""
    tree = annotated.parse
    token, above = tree.tokens[found.trigger], tree.head(found.trigger)
    if found.entry.type not in ASKING or token.tag != "VBG" or token.dep not in ("advcl", "acl"):
        return ()
    verb = tree.head(above.i) if above.pos == "NOUN" else above
    if verb.lemma not in words(PACKAGE, "light", "writing"):
        return ()
    reached = [noun.i for word, noun in prepositions(tree, verb.i) if word == "to"]
    reached.extend(noun.i for noun in tree.children(verb.i, "dative") if noun.pos != "ADP")
    return mentions_at(annotated, [i for i in reached if is_actor(annotated, i)], statements)


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


def _is_done_to(annotated: AnnotatedDocument, found: Match) -> bool:
    """Tell whether a passive names who it was done to: "has been accused of …"."""
    return any(is_actor(annotated, i) for i in found.addressees)
