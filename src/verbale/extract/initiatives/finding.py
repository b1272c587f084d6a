"""
Initiatives: whose idea a thing is told to have been; see terms/initiatives.toml.

Told by verbs ("Arden proposed a hotline", "the hotline, put forward by Arden"), by nouns
("Arden's idea of a hotline"), and most often by the way ("at the suggestion of Arden, a
hotline will be set up"). Only what is told as done counts: an idea that somebody might
come up with is nobody's yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.clauses import complement, objects, prepositions
from verbale.extract.initiatives.matters import (
    holders_of,
    listed,
    named_before,
    said_of,
    whole,
    with_what,
)
from verbale.extract.initiatives.telling import around, doers, tell, wording
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_negated
from verbale.extract.roles import mentions_at
from verbale.model.act import Modality
from verbale.model.annotated import AnnotatedDocument
from verbale.model.initiative import Initiative
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

TOLD = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})


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
        *_wanted(annotated, statements),
        *_by_origin(annotated, statements),
    ):
        found.setdefault((each.trigger.start, each.matter.start), each)
    return tuple(sorted(found.values(), key=lambda each: (each.trigger.start, each.matter.start)))


def _by_verb(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Initiative]:
    """Tell who proposed it: "Arden proposed", "put forward by Arden", "it was Arden that"."""
    tree = annotated.parse
    for token in tree.verbs:
        if token.pos != "VERB":
            continue
        found = wording(tree, token, "verbs")
        making = token.lemma in listed("making")
        if found is None and not making:
            continue
        things = [whole(tree, i) for i in objects(tree, token.i)] or with_what(tree, token)
        of_idea = any(_is_idea(tree, i) for i in things)
        if not of_idea and (found is None or found in listed("only_ideas")):
            continue
        if found is None and not any(tree.tokens[i].lemma in listed("hollow") for i in things):
            continue
        if judge(annotated, token.i).modality not in TOLD:
            continue
        clause = complement(tree, token.i)
        if not things:
            things = [clause.i] if clause is not None else said_of(tree, token)
        by = mentions_at(annotated, doers(tree, token), statements)
        yield from tell(annotated, token, by, things, bool(clause))


def _by_noun(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Initiative]:
    """Tell whose idea it is: "Arden's proposal to", "the initiative of Arden on"."""
    tree = annotated.parse
    for token in tree.with_lemma(listed("hollow")):
        if token.pos != "NOUN":
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
        things = [child.i for child in below[:1]] or named_before(annotated, token)
        yield from tell(annotated, token, by, things, True)


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
    for token in tree.with_lemma(listed("instances")):
        opener = tree.head(token.i)
        if opener.lower not in listed("openers"):
            continue
        if token.dep not in ("pobj", "pcomp") or _tells_what(tree, token):
            continue
        owners = holders_of(annotated, token)
        by = mentions_at(annotated, owners, statements)
        verb = _verb_over(tree, opener.i)
        if verb is not None and verb.lemma == "be":  # "it was at Arden's suggestion that …"
            verb = tree.child(token.i, "acl", "relcl") or tree.child(verb.i, "ccomp", "advcl")
        if by and verb is not None and judge(annotated, verb.i).modality is not Modality.DENIED:
            yield from tell(annotated, token, by, around(tree, verb, opener.i), False)


def _asked_for(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> Iterator[Initiative]:
    """Tell who asked for what then came: "was put back after the union asked for time"."""
    tree = annotated.parse
    for token in tree.with_lemma(listed("asking")):
        if token.pos != "VERB" or token.dep != "advcl":
            continue
        opened = any(mark.lower in listed("causes") for mark in tree.children(token.i, "mark"))
        opened = opened or any(
            word.lower in listed("causes") for word in tree.children(token.i, "advmod")
        )
        verb = tree.head(token.i)
        moved = wording(tree, verb, "moved") is not None
        if not opened or not moved or judge(annotated, token.i).modality not in TOLD:
            continue
        by = mentions_at(annotated, doers(tree, token), statements)
        if by:
            yield from tell(annotated, token, by, around(tree, verb, token.i), False)


def _wanted(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Initiative]:
    """
    Tell who wanted it so: "Arden offered to set up a fund", "the union asked to adjourn",
    "asked for an adjournment".
    """
    tree = annotated.parse
    for token in tree.with_lemma(listed("offering") | listed("asking")):
        if token.pos != "VERB":
            continue
        things = _wants(tree, token)
        if things and judge(annotated, token.i).modality in TOLD:
            by = mentions_at(annotated, doers(tree, token), statements)
            yield from tell(annotated, token, by, things, True)


def _wants(tree: Parse, token: Token) -> list[int]:
    """What is to be brought about or put off, by a clause or by a noun."""
    clause = complement(tree, token.i)
    if clause is not None:
        moved = wording(tree, clause, "moved") is not None
        made = token.lemma in listed("offering") and clause.lemma in listed("bringing_about")
        things = [whole(tree, i) for i in objects(tree, clause.i)] or [clause.i]
        return things if moved or made else []
    if token.lemma not in listed("asking"):
        return []
    for_it = [noun.i for word, noun in prepositions(tree, token.i) if word in ("for", "on")]
    wanted = (*objects(tree, token.i), *for_it)
    return [i for i in wanted if tree.tokens[i].lemma in listed("put_off")]


def _by_origin(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> Iterator[Initiative]:
    """Tell where it comes from: "the idea came from Arden", "the fund was Arden's idea"."""
    tree = annotated.parse
    for token in tree.with_lemma(listed("coming") | {"be"}):
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
            yield from tell(annotated, token, by, things, False)


def _verb_over(tree: Parse, i: int) -> Token | None:
    """The nearest verb that a token stands under."""
    for above in tree.ancestors(i):
        if above.pos in ("VERB", "AUX") and not (above.dep == "advcl" and above.tag == "VBG"):
            return above  # of "acting on a proposal from Arden, …" the main one
    return None


def _is_idea(tree: Parse, i: int) -> bool:
    token = tree.tokens[i]
    return token.lemma in listed("ideas") or token.lower in listed("pointers")
