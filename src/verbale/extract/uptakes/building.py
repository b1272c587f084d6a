"""
Building: an uptake from the clause around its words, with who does it and who says it.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.extract.clauses import agents, is_passive, phrase
from verbale.extract.contents import bare, said
from verbale.extract.details.fields import timexes_of
from verbale.extract.matching import is_actor
from verbale.extract.roles import mentions_at, statement_at
from verbale.extract.times import own_times
from verbale.extract.uptakes.clauses import (
    after_condition,
    clause_around,
    condition_at,
    condition_words,
    is_negated,
    sentence_before,
    topic_of,
)
from verbale.extract.uptakes.takers import takers
from verbale.model.act import Modality
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement
from verbale.model.uptake import Firmness, Uptake

# "Said of the toll", "was asked about the toll".
OF_IT = frozenset({"of", "about", "regarding", "concerning"})
# Clauses of which no sentence is told: "the decision to close the base".
ASIDE = ("acl", "relcl", "advcl", "pcomp")


def uptake_at(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    last: Token,
    families: tuple[str, ...],
    firmness: Firmness,
) -> Uptake:
    """The clause around a token, told as an uptake."""
    tree = annotated.parse
    sentence = tree.sentence_of(token.i)
    first, end = clause_around(tree, token)
    opens = condition_at(tree, token, negated=is_negated(tree, first, end, token.i))
    if opens is not None and opens > token.i:
        end = min(end, opens)
    if opens is not None and first <= opens < token.i:
        first = after_condition(tree, opens, token.i)
    end = max(end, last.i + 1)
    statement = statement_at(token.start, statements)
    taking = takers(annotated, token)
    doing = [i for i in agents(tree, token.i) if is_actor(annotated, i) and i not in taking]
    actors = mentions_at(annotated, doing, statements)
    if not actors and statement is not None and statement.speaker is not None:
        actors = (statement.speaker,)
    if not actors:
        told_of = [i for i in _told_of(annotated, token) if i not in taking]
        actors = mentions_at(annotated, told_of, statements)
    times = own_times(annotated, timexes_of(annotated, token.i), Modality.HAPPENED)
    whole = tree.span(first, end - 1)
    content = said(whole, statement) or whole
    if statement is not None and content == whole:
        content = _inside(tree, whole, statement)
    topic = topic_of(tree, first, token.i)
    said_of = _said_of(tree, statement) if statement is not None else None
    return Uptake(
        i=0,
        trigger=tree.span(token.i, last.i),
        passage=tree.sentence_span(sentence),
        families=families,
        negated=is_negated(tree, first, end, token.i),
        firmness=firmness,
        words=tuple(span for span in (content, topic, said_of) if span is not None),
        content=bare(annotated, content, times) or whole,
        actors=actors,
        takers=mentions_at(annotated, taking, statements),
        before=sentence_before(tree, first, end, token.i),
        condition=condition_words(tree, token, opens),
        timexes=times if firmness is Firmness.DONE else (),
        statement=statement.i if statement is not None else None,
    )


def _said_of(tree: Parse, statement: Statement) -> Span | None:
    """What a speaker is told to have said it of: "…, she said of the report"."""
    cue = tree.token_at(statement.cue.start) if statement.cue is not None else None
    if cue is None:
        return None
    for at in range(cue.i + 1, tree.sentence_of(cue.i).last):
        prep = tree.tokens[at]
        # "Said on Thursday of the report" may hang it on the day.
        hangs = prep.head == cue.i or tree.head(tree.head(prep.i).i).head == cue.i
        noun = tree.child(prep.i, "pobj") if prep.lower in OF_IT and hangs else None
        if noun is not None:
            return phrase(tree, noun.i)
    return None


def _inside(tree: Parse, whole: Span, statement: Statement) -> Span:
    """The clause's words that are the speaker's, and not the "he said" around them."""
    for part in statement.content:
        start, end = max(whole.start, part.start), min(whole.end, part.end)
        if start < end:
            return Span.of(tree.text, start, end)
    return whole


def _told_of(annotated: AnnotatedDocument, token: Token) -> list[int]:
    """
    Of whom the sentence is told: who stands as subject of the nearest verb before.

    "On the clause the ministry would say only that it was being looked at."
    """
    tree = annotated.parse
    for at in range(token.i - 1, tree.sentence_of(token.i).first, -1):
        verb = tree.tokens[at]
        if verb.pos in ("VERB", "AUX") and verb.dep not in ASIDE and not is_passive(tree, at):
            found = [i for i in agents(tree, at) if is_actor(annotated, i) and i < token.i]
            if found:
                return found
    return []
