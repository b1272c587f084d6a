"""
Unwillingness and bettered offers: "will not pay for it", "raised its offer to 4 percent".

What a side says it will not do, and the other side wants, is a refusal. That an army
will not attack is none: only verbs of yielding count, under "will", "would" or "can".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import agents, phrase, prepositions
from verbale.extract.contents import bare, said
from verbale.extract.details.fields import condition_of, timexes_of
from verbale.extract.issues import issue_of
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_going_to, is_negated
from verbale.extract.provisos import price_of
from verbale.extract.roles import mentions_at, statement_at
from verbale.extract.times import own_times
from verbale.extract.told import told_at
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
REFUSED = ActType.REFUSE_TO_DISCUSS
ABLE = ("can", "ca", "could")
ASIDE = ("relcl", "advcl", "acl", "pcomp")
HEARING = frozenset({"hear"})


def unwilling(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what sides say they will not do."""
    tree = annotated.parse
    yielding = words(PACKAGE, "light", "yielding")
    talking = words(PACKAGE, "light", "talking")
    refusing = words(PACKAGE, "light", "refusing") - {"does", "do", "may", "must"}
    holding = words(PACKAGE, "light", "holding_talks")
    for token in tree.with_lemma(yielding | HEARING | holding):
        if token.pos != "VERB" or token.dep in ASIDE:
            continue
        heard = token.lemma in HEARING and _heard(tree, token) is not None
        talks = _talks_held(tree, token)
        if token.lemma not in yielding and not heard and talks is None:
            continue
        going = is_going_to(tree, token)
        if not going and not any(aux.lower in refusing for aux in tree.children(token.i, "aux")):
            continue
        denied = is_negated(tree, token.head if going else token.i)
        if not denied or tree.child(token.i, "nsubjpass") is not None:
            continue
        if condition_of(tree, token.i) is not None or price_of(tree, token.i) is not None:
            continue
        actors = mentions_at(annotated, agents(tree, token.i), statements)
        what = _heard(tree, token) if heard else None
        content = phrase(tree, what) if what is not None else _refused(tree, token)
        matter = [what] if what is not None else [token.i]
        if actors and not _are_mere_people(annotated, token, actors):
            kind = REFUSED if token.lemma in talking or talks is not None else ActType.REJECT
            if talks is not None:
                content = phrase(tree, talks)
                matter = [talks]
            yield _report(annotated, statements, token, kind, actors, content, matter)


def _talks_held(tree: Parse, token: Token) -> int | None:
    """What "will not hold talks on it", "will not enter into a discussion of it" is about."""
    if token.lemma not in words(PACKAGE, "light", "holding_talks"):
        return None
    heads = [child.i for child in tree.children(token.i, "dobj")]
    heads.extend(noun.i for word, noun in prepositions(tree, token.i) if word in ("in", "into"))
    talks = next((i for i in heads if tree.tokens[i].lemma in _talks_nouns()), None)
    if talks is None:
        return None
    for word, noun in (*prepositions(tree, talks), *prepositions(tree, token.i)):
        if word in ("on", "about", "over", "of", "regarding", "concerning"):
            return noun.i
    return talks


def _talks_nouns() -> frozenset[str]:
    return words(PACKAGE, "light", "talks_held")


def _are_mere_people(annotated: AnnotatedDocument, token: Token, actors: tuple[int, ...]) -> bool:
    """Tell whether it is told of what people at large are able to: "people cannot pay"."""
    able = any(aux.lower in ABLE for aux in annotated.parse.children(token.i))
    return able and all(
        annotated.mentions[i].actor_kind is ActorKind.GROUP and annotated.mentions[i].party is None
        for i in actors
    )


def bettered(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find offers told as raised: what is offered is what it was raised to."""
    tree = annotated.parse
    for token in tree.with_lemma(words(PACKAGE, "light", "bettering")):
        if token.pos != "VERB":
            continue
        bid = tree.child(token.i, "dobj", "nsubjpass")
        if bid is None or bid.lemma not in words(PACKAGE, "light", "bids"):
            continue
        actors = mentions_at(annotated, agents(tree, token.i), statements)
        if not actors:
            actors = mentions_at(annotated, [c.i for c in tree.children(bid.i, "poss")], statements)
        to = next(
            (
                noun.i
                for at in (token.i, bid.i)
                for prep in tree.children(at, "prep")
                if prep.lower == "to"
                for noun in tree.children(prep.i, "pobj")
            ),
            None,
        )
        modality = judge(annotated, token.i).modality
        if actors and to is not None and modality is Modality.HAPPENED:
            content = phrase(tree, to)
            yield _report(annotated, statements, token, ActType.PROPOSE, actors, content, [to])


def _heard(tree: Parse, token: Token) -> int | None:
    """What somebody would not hear of."""
    for prep in tree.children(token.i, "prep"):
        if prep.lower == "of":
            below = tree.child(prep.i, "pobj", "pcomp")
            return below.i if below is not None else None
    return None


def _refused(tree: Parse, token: Token) -> Span:
    """The verb with what follows it, without its subject and the "will not"."""
    whole = phrase(tree, token.i)
    return Span.of(tree.text, token.start, max(whole.end, token.end))


def _report(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    kind: ActType,
    actors: tuple[int, ...],
    content: Span,
    matter: list[int],
) -> Report:
    tree = annotated.parse
    statement = statement_at(token.start, statements)
    times = own_times(annotated, timexes_of(annotated, token.i), Modality.HAPPENED)
    told = said(content, statement)
    rule = "unwilling: offer raised" if kind is ActType.PROPOSE else "unwilling: will not"
    return replace(
        told_at(tree, token, statement, kind, rule=rule),
        actors=actors,
        timexes=times if kind is ActType.PROPOSE else (),
        content=bare(annotated, told, times),
        issue=issue_of(tree, matter),
    )
