"""
Initiatives: whose idea a thing is told to have been; see terms/initiatives.toml.

Told by verbs ("Arden proposed a hotline", "the hotline, put forward by Arden"), by nouns
("Arden's idea of a hotline"), and most often by the way ("at the suggestion of Arden, a
hotline will be set up"). Only what is told as done counts: an idea that somebody might
come up with is nobody's yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from verbale.extract.clauses import agents, complement, objects, phrase
from verbale.extract.initiative_matters import (
    LIST,
    holders_of,
    listed,
    name_of,
    nouns_of,
    pointed_at,
    said_of,
    whole,
    with_what,
)
from verbale.extract.modality import judge
from verbale.extract.negation import is_negated
from verbale.extract.roles import mentions_at
from verbale.lexicon import in_order, terms
from verbale.model.act import Modality
from verbale.model.annotated import AnnotatedDocument
from verbale.model.initiative import Initiative
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
TOLD = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
RELATIVE = ("who", "which", "that")
# How far behind its verb a particle may stand.
REACH = 7


def initiatives(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> tuple[Initiative, ...]:
    """Find every thing of which a page tells whose idea it was."""
    found: dict[tuple[int, int], Initiative] = {}
    for each in (
        *_by_verb(annotated, statements),
        *_by_noun(annotated, statements),
        *_by_the_way(annotated, statements),
        *_asked_for(annotated, statements),
        *_by_origin(annotated, statements),
    ):
        found.setdefault((each.trigger.start, each.matter.start), each)
    return tuple(sorted(found.values(), key=lambda each: (each.trigger.start, each.matter.start)))


@cache
def _verbs(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Each verb of a list with the particles that may follow it, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for wording in terms(PACKAGE, LIST)[name]:
        verb, *rest = wording.split()
        table.setdefault(verb, []).append(tuple(rest))
    return {verb: tuple(sorted(rests, key=len, reverse=True)) for verb, rests in table.items()}


def _wording(tree: Parse, token: Token, name: str) -> str | None:
    """The entry of a list of verbs that a token begins, or None."""
    behind = [other.lower for other in tree.tokens[token.i + 1 : token.i + 1 + REACH]]
    for rest in _verbs(name).get(token.lemma, ()):
        if in_order(rest, behind):
            return " ".join((token.lemma, *rest))
    return None


def _by_verb(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Initiative]:
    """Tell who proposed it: "Arden proposed", "put forward by Arden", "it was Arden that"."""
    tree = annotated.parse
    for token in tree.tokens:
        if token.pos != "VERB":
            continue
        wording = _wording(tree, token, "verbs")
        making = token.lemma in listed("making")
        if wording is None and not making:
            continue
        things = [whole(tree, i) for i in objects(tree, token.i)] or with_what(tree, token)
        of_idea = any(_is_idea(tree, i) for i in things)
        if not of_idea and (wording is None or wording in listed("only_ideas")):
            continue
        if wording is None and not any(tree.tokens[i].lemma in listed("hollow") for i in things):
            continue
        if judge(annotated, token.i).modality not in TOLD:
            continue
        clause = complement(tree, token.i)
        if not things:
            things = [clause.i] if clause is not None else said_of(tree, token)
        by = mentions_at(annotated, _doers(tree, token), statements)
        yield from _told(annotated, token, by, things, bool(clause))


def _doers(tree: Parse, token: Token) -> list[int]:
    """
    Who does it; of "it was our side which proposed", the one that is pointed out, and of
    "was the first to propose", the one who was.
    """
    head = tree.head(token.i)
    if head.dep == "attr" and head.lemma in ("first", "one", "only"):
        return [first.i for first in tree.children(head.head, "nsubj")]
    relative = tree.child(token.i, "nsubj")
    if relative is not None and relative.lower in RELATIVE and head.lemma == "be":
        pointed = tree.child(head.i, "attr")
        if pointed is not None:
            return [pointed.i]
    return agents(tree, token.i)


def _by_noun(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Initiative]:
    """Tell whose idea it is: "Arden's proposal to", "the initiative of Arden on"."""
    tree = annotated.parse
    for token in tree.tokens:
        if token.pos != "NOUN" or token.lemma not in listed("hollow"):
            continue
        above = tree.head(token.i)
        if above.lemma in listed("making"):
            continue  # told by its verb
        if above.lower in listed("openers") and not _tells_what(tree, token):
            continue  # told by the way
        holders = holders_of(annotated, token)
        by = mentions_at(annotated, holders, statements)
        if not by:
            continue
        below = [
            child
            for child in tree.children(token.i, "acl", "relcl", "prep", "ccomp", "xcomp")
            if child.i > token.i and child.lower not in ("of", "by", "from")
        ]
        below += [
            held
            for of in tree.children(token.i, "prep")
            for noun in tree.children(of.i, "pobj")
            for held in tree.children(noun.i, "acl", "relcl")
            if noun.i in holders
        ]
        if below:
            yield from _told(annotated, token, by, [below[0].i], True)


def _tells_what(tree: Parse, token: Token) -> bool:
    """Whether the noun itself says what is proposed: "on the proposal of Arden to meet"."""
    return any(
        child.i > token.i and any(to.lower == "to" for to in tree.children(child.i, "aux"))
        for child in tree.children(token.i, "acl", "relcl", "xcomp")
    )


def _by_the_way(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> Iterator[Initiative]:
    """Tell at whose word a thing came about: "at the suggestion of Arden, …"."""
    tree = annotated.parse
    for token in tree.tokens:
        opener = tree.head(token.i)
        if token.lemma not in listed("instances") or opener.lower not in listed("openers"):
            continue
        if token.dep not in ("pobj", "pcomp") or _tells_what(tree, token):
            continue
        owners = holders_of(annotated, token)
        by = mentions_at(annotated, owners, statements)
        verb = _verb_over(tree, opener.i)
        if verb is not None and verb.lemma == "be":  # "it was at Arden's suggestion that …"
            verb = tree.child(token.i, "acl", "relcl") or tree.child(verb.i, "ccomp", "advcl")
        if by and verb is not None and judge(annotated, verb.i).modality is not Modality.DENIED:
            yield from _told(annotated, token, by, _around(tree, verb, opener.i), False)


def _asked_for(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> Iterator[Initiative]:
    """Tell who asked for what then came: "was put back after the union asked for time"."""
    tree = annotated.parse
    for token in tree.tokens:
        if token.pos != "VERB" or token.lemma not in listed("asking") or token.dep != "advcl":
            continue
        opened = any(mark.lower in listed("causes") for mark in tree.children(token.i, "mark"))
        opened = opened or any(
            word.lower in listed("causes") for word in tree.children(token.i, "advmod")
        )
        verb = tree.head(token.i)
        moved = _wording(tree, verb, "moved") is not None
        if not opened or not moved or judge(annotated, token.i).modality not in TOLD:
            continue
        by = mentions_at(annotated, _doers(tree, token), statements)
        if by:
            yield from _told(annotated, token, by, _around(tree, verb, token.i), False)


def _by_origin(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> Iterator[Initiative]:
    """Tell where it comes from: "the idea came from Arden", "the fund was Arden's idea"."""
    tree = annotated.parse
    for token in tree.tokens:
        subject = tree.child(token.i, "nsubj", "nsubjpass")
        if subject is None or judge(annotated, token.i).modality not in TOLD:
            continue
        if token.lemma in listed("coming") and subject.lemma in listed("ideas"):
            holders = [
                noun.i
                for prep in tree.children(token.i, "prep")
                if prep.lower in ("from", "with")
                for noun in tree.children(prep.i, "pobj")
            ]
            things = [subject.i]
        elif token.lemma == "be":
            idea = tree.child(token.i, "attr")
            if idea is None or idea.lemma not in listed("hollow") or is_negated(tree, token.i):
                continue
            holders, things = holders_of(annotated, idea), [subject.i]
        else:
            continue
        by = mentions_at(annotated, holders, statements)
        if by:
            yield from _told(annotated, token, by, things, False)


def _verb_over(tree: Parse, i: int) -> Token | None:
    """The nearest verb that a token stands under."""
    for above in tree.ancestors(i):
        if above.pos in ("VERB", "AUX") and not (above.dep == "advcl" and above.tag == "VBG"):
            return above  # of "acting on a proposal from Arden, …" the main one
    return None


def _around(tree: Parse, verb: Token, leaving: int) -> list[int]:
    """What a verb tells of: its subject, objects and places, but for the branch at `leaving`."""
    found = [verb.i]
    for child in tree.children(verb.i):
        if child.i != leaving and child.dep in ("nsubjpass", "dobj", "nsubj", "prep", "attr"):
            found.append(child.i)
    return found


def _is_idea(tree: Parse, i: int) -> bool:
    token = tree.tokens[i]
    return token.lemma in listed("ideas") or token.lower in listed("pointers")


def _told(
    annotated: AnnotatedDocument,
    trigger: Token,
    by: Sequence[int],
    things: Sequence[int],
    has_clause: bool,
) -> Iterator[Initiative]:
    """The initiative, its matter looked for where the words beside the verb only point."""
    tree = annotated.parse
    if not by or not things:
        return
    sentence = tree.sentence_of(trigger.i)
    heads = [noun for i in things for noun in nouns_of(tree, i, trigger.i)]
    if heads or has_clause:
        spans = [phrase(tree, i) for i in things if i != trigger.i]
        first, last = min(span.start for span in spans), max(span.end for span in spans)
        matter: Span | None = Span.of(tree.text, first, last)
    else:
        matter, heads = pointed_at(tree, sentence.first, trigger.i)
    if matter is None or not heads:
        return
    yield Initiative(
        trigger=tree.span(trigger.i, trigger.i),
        passage=tree.sentence_span(sentence),
        by=tuple(by),
        matter=matter,
        heads=tuple(dict.fromkeys(name_of(tree, i) for i in heads)),
    )
