"""
Oughts: demands told as what must be, in the words of who wants it.

"The complaint must go," the minister added, demands it without the word. What must be
done by the speaker's own side is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.clauses import phrase
from verbale.extract.contents import said
from verbale.extract.issues import issue_of
from verbale.extract.matching import is_actor
from verbale.extract.negation import is_negated
from verbale.extract.plover import category
from verbale.extract.roles import is_first_person, mentions_at, statement_at
from verbale.extract.tense import conditions
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

# Attitudes in which nothing is asked of anybody.
MUSING = ("believe", "think", "know", "fear", "hope", "admit")
# Clauses in which "must" tells somebody else's view or a mere circumstance.
ASIDE = ("relcl", "advcl", "acl", "csubj", "pcomp")


def oughts(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what a speaker says that others must do, or what must come about."""
    tree = annotated.parse
    for token in tree.tokens:
        verb = _obliged(tree, token)
        if verb is None or verb.dep in ASIDE:
            continue
        statement = statement_at(verb.start, statements)
        if statement is None or statement.speaker is None:
            continue
        subject = tree.child(verb.i, "nsubj", "nsubjpass")
        if subject is None or is_first_person(subject) or subject.pos == "PRON":
            continue
        if statement.sayer in MUSING:
            continue
        if conditions(tree, verb.i) or tree.text[verb.end : verb.end + 2].strip() == "?":
            continue
        asked = mentions_at(annotated, [subject.i], statements)
        if statement.speaker in asked or is_negated(tree, subject.i):
            continue
        addressees = asked if is_actor(annotated, subject.i) else ()
        yield Report(
            i=0,
            type=ActType.DEMAND,
            trigger=tree.span(token.i, token.i),
            passage=tree.sentence_span(tree.sentence_of(token.i)),
            modality=Modality.HAPPENED,
            rule="oughts: must be done",
            actors=(statement.speaker,),
            addressees=addressees,
            content=said(phrase(tree, verb.i), statement),
            issue=issue_of(tree, [subject.i] if not addressees else [verb.i]),
            plover=category(ActType.DEMAND, Modality.HAPPENED),
            statement=statement.i,
        )


def _obliged(tree: Parse, token: Token) -> Token | None:
    """The verb that "must", "has to" or "have got to" is said of, or None."""
    if token.lower == "must" and token.dep == "aux":
        return tree.head(token.i)
    return None
