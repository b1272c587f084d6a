"""
Red lines told without the words: "not one inch", "never", "cannot be negotiated".

Those told with the words are in stances/lines. What a side says it will never do, or
what it says can never be bargained over, is a red line beside the refusal it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import agents, phrase
from verbale.extract.contents import bare, said
from verbale.extract.issues import issue_of
from verbale.extract.matching import is_actor
from verbale.extract.modality.tense import conditions
from verbale.extract.roles import is_first_person, mentions_at, statement_at
from verbale.extract.sides import side_of
from verbale.extract.told import told_at
from verbale.lexicon import words
from verbale.model.act import ActType, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
RULE = "red lines: never, not one inch"
ASIDE = ("relcl", "advcl", "acl", "pcomp")
COMING = ("will", "would", "wo", "shall", "can", "could", "'ll", "’ll", "'d", "’d")


def red_lines(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what somebody says will never be, or can never be bargained over."""
    tree = annotated.parse
    for token in tree.tokens:
        if token.pos not in ("VERB", "AUX") or token.dep in ASIDE:
            continue
        subject = tree.child(token.i, "nsubj", "nsubjpass", "expl")
        if subject is None:
            continue
        closed = _beyond_bargaining(tree, token) or _no_bargain(tree, token)
        if not closed and not _never(tree, token, subject):
            continue
        if conditions(tree, token.i):
            continue
        statement = statement_at(token.start, statements)
        speaker = statement.speaker if statement is not None else None
        if closed:
            if speaker is None:
                continue
            thing = _thing(tree, token, subject)
            yield _report(annotated, statements, token, (speaker,), thing)
            continue
        own = mentions_at(annotated, agents(tree, token.i), statements)
        acts_itself = is_first_person(subject) or is_actor(annotated, subject.i)
        actors = own if acts_itself and token.lemma in _yielding() else ()
        foreign = speaker is not None and not (set(own) & {speaker}) and token.lemma in _entering()
        if not actors and speaker is not None and (foreign or not acts_itself):
            actors = (speaker,) if token.lemma in (*_yielding(), *_entering()) else ()
        if actors and _is_side(annotated, actors[0]):
            yield _report(annotated, statements, token, actors, token.i)


def _yielding() -> frozenset[str]:
    return words(PACKAGE, "light", "yielding") | words(PACKAGE, "light", "consenting")


def _entering() -> frozenset[str]:
    return words(PACKAGE, "light", "entering")


def _is_side(annotated: AnnotatedDocument, i: int) -> bool:
    return side_of(annotated, i) is not None or annotated.mentions[i].name is not None


def _beyond_bargaining(tree: Parse, token: Token) -> bool:
    """As in "cannot be negotiated", "is not negotiable", "are non-negotiable"."""
    bargaining = words(PACKAGE, "light", "bargaining")
    negated = tree.child(token.i, "neg") is not None
    if token.lemma in bargaining and tree.child(token.i, "auxpass") is not None:
        return negated and any(aux.lower in COMING for aux in tree.children(token.i, "aux"))
    if token.lemma != "be":
        return False
    end = min(token.i + 7, tree.sentence_of(token.i).last)
    told = " ".join(other.lower for other in tree.tokens[token.i + 1 : end])
    told = told.replace("non - ", "non-").replace("n't ", "not ")
    return told.startswith(("non-negotiable", "nonnegotiable", "not negotiable", "sacrosanct"))


def _no_bargain(tree: Parse, token: Token) -> bool:
    """As in "there can be no compromise on pensions"."""
    named = tree.child(token.i, "attr", "dobj")
    if token.lemma != "be" or named is None or tree.child(token.i, "expl") is None:
        return False
    none = any(child.lower == "no" for child in tree.children(named.i, "det"))
    ahead = any(aux.lower in COMING for aux in tree.children(token.i, "aux"))
    return none and ahead and named.lemma in words(PACKAGE, "light", "compromises")


def _thing(tree: Parse, token: Token, subject: Token) -> int:
    """What is beyond bargaining: the subject, or the noun behind "no compromise on"."""
    if subject.dep != "expl":
        return subject.i
    named = tree.child(token.i, "attr", "dobj")
    for prep in tree.children(named.i if named is not None else token.i, "prep"):
        inner = tree.child(prep.i, "pobj")
        if inner is not None:
            return inner.i
    return named.i if named is not None else token.i


def _never(tree: Parse, token: Token, subject: Token) -> bool:
    """As in "will never give up", "not one inch will be", "no soldier will ever set foot"."""
    if not any(aux.lower in COMING for aux in tree.children(token.i, "aux")):
        return False
    adverbs = {child.lower for child in tree.children(token.i, "advmod", "neg")}
    if "never" in adverbs:
        return True
    around = tree.tokens[tree.edges(subject.i)[0] : subject.i + 1]
    opening = " ".join(child.lower for child in around)
    object_ = tree.child(token.i, "dobj")
    behind = tree.tokens[tree.edges(object_.i)[0] : object_.i + 1] if object_ is not None else []
    least = words(PACKAGE, "light", "least")
    sworn = subject.lemma in least or any(other.lemma in least for other in behind)
    if (opening.startswith(("not one ", "not a single ", "not an ")) or "not" in adverbs) and sworn:
        return True
    return opening.startswith(("no ", "nobody", "none ")) and bool({"ever", "never"} & adverbs)


def _report(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    actors: tuple[int, ...],
    matter: int,
) -> Report:
    tree = annotated.parse
    statement = statement_at(token.start, statements)
    whole = phrase(tree, matter)
    told = said(whole, statement)
    return replace(
        told_at(tree, token, statement, ActType.DECLARE_RED_LINE, rule=RULE),
        actors=actors,
        content=bare(annotated, told, ()),
        issue=issue_of(tree, [matter]),
    )
