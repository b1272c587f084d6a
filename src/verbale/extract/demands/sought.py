"""
Sought: what somebody is after, told by no verb of asking.

"Has set its sights on a bonus", "is keen to get access to the port", "hopes to secure a
longer lease", "would settle for nothing less than an apology", "deserve a share", "is owed 4
million": each asks for the thing of whoever can give it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verbale.extract.clauses import agents, coordinated, objects
from verbale.extract.demands.deeds import given_goods
from verbale.extract.entries import Entry
from verbale.extract.matching import TIMES, Match, is_actor, is_amount
from verbale.extract.modality.negation import is_negated
from verbale.lexicon import terms, words
from verbale.model.act import ActType
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
SOUGHT = Entry("demands", ActType.DEMAND, ("sought",), "verb", actor_needed=True)
# "Would settle for nothing less": its "would" and its "nothing" are the demand.
AT_LEAST = replace(SOUGHT, negative=True, ahead=True)
THINGS = ("NOUN", "PROPN", "NUM")
# How far "less than" stands behind its "nothing".
NEAR = 3


def sought(annotated: AnnotatedDocument) -> Iterator[Match]:
    """Find what somebody is after, owed, or content with nothing less than."""
    tree = annotated.parse
    for token in tree.with_lemma(words(PACKAGE, "sought", "getting")):
        yield from _to_get(annotated, token)
    for token in tree.with_lemma(words(PACKAGE, "sought", "deserving")):
        yield from _deserved(annotated, token)
    for token in tree.with_form({"nothing"}):
        yield from _nothing_less(annotated, token)
    for token in tree.with_lemma(frozenset(_idioms())):
        yield from _aimed_at(annotated, token)
    for token in tree.with_lemma({"after"}):
        yield from _after(annotated, token)


def _match(
    annotated: AnnotatedDocument, trigger: Token, who: list[int], what: Token | None
) -> list[Match]:
    tree = annotated.parse
    if what is None or not who or what.pos not in THINGS or what.entity in TIMES:
        return []
    things = [i for i in coordinated(tree, what.i) if tree.tokens[i].pos in THINGS]
    things = [i for i in things if not is_actor(annotated, i)]
    if not things:
        return []
    found = Match(
        SOUGHT,
        trigger.i,
        (trigger.i,),
        actors=tuple(who),
        content=tuple(things),
        alone=len(things) > 1,
    )
    return [found]


def _to_get(annotated: AnnotatedDocument, token: Token) -> Iterator[Match]:
    """Find "is keen to get access", "hopes to secure a lease", "wants to obtain a guarantee"."""
    tree = annotated.parse
    above = tree.head(token.i)
    infinitive = any(aux.tag == "TO" for aux in tree.children(token.i, "aux"))
    if token.tag != "VB" or token.dep != "xcomp" or not infinitive or is_negated(tree, above.i):
        return
    wishing = words(PACKAGE, "sought", "wishing")
    if above.lemma not in wishing and above.lower not in wishing:
        return
    verb = tree.head(above.i) if above.pos == "ADJ" else above
    thing = tree.child(token.i, "dobj")
    if thing is not None and (thing.lemma in given_goods() or _is_from_another(annotated, token)):
        yield from _match(annotated, above, agents(tree, verb.i), thing)


def _is_from_another(annotated: AnnotatedDocument, token: Token) -> bool:
    """Whether it says from whom: "hopes to get the lease from Arden"."""
    tree = annotated.parse
    return any(
        is_actor(annotated, noun.i)
        for prep in tree.children(token.i, "prep")
        if prep.lower in ("from", "of")
        for noun in tree.children(prep.i, "pobj")
    )


def _deserved(annotated: AnnotatedDocument, token: Token) -> Iterator[Match]:
    """Find "they deserve a share", "is owed 4 million", "are entitled to a rise"."""
    tree = annotated.parse
    if token.pos not in ("VERB", "ADJ") or is_negated(tree, token.i):
        return
    above = tree.head(token.i)
    told = token.dep == "ccomp" and above.pos == "VERB"
    if not told:
        return  # only what is claimed: "say they deserve"
    if token.lemma in ("owe", "entitle"):
        who = objects(tree, token.i) if token.tag == "VBN" else []
    else:
        who = agents(tree, token.i)
    own = agents(tree, above.i)
    if not who or not (tree.tokens[who[0]].pos == "PRON" or set(who) & set(own)):
        return
    to = next((prep for prep in tree.children(token.i, "prep") if prep.lower == "to"), None)
    thing = tree.child(to.i, "pobj") if to is not None else tree.child(token.i, "dobj")
    if thing is not None and (thing.lemma in given_goods() or is_amount(tree, thing.i)):
        yield from _match(annotated, token, who, thing)


def _nothing_less(annotated: AnnotatedDocument, token: Token) -> Iterator[Match]:
    """Find "would settle for nothing less than X", "nothing short of X would satisfy Brum"."""
    tree = annotated.parse
    than = _limit(tree, token)
    thing = tree.child(than.i, "pobj") if than is not None else None
    verb = next((above for above in tree.ancestors(token.i) if above.pos == "VERB"), None)
    if thing is None or verb is None or verb.lemma not in words(PACKAGE, "sought", "contenting"):
        return
    who = agents(tree, verb.i)
    if token.i in who:
        who = [i for i in objects(tree, verb.i) if is_actor(annotated, i)]
    for found in _match(annotated, verb, who, thing):
        yield replace(found, entry=AT_LEAST)


def _limit(tree: Parse, token: Token) -> Token | None:
    """The last word of "less than", "short of", "below" behind "nothing"."""
    behind = tree.forms[token.i + 1 : token.i + 1 + NEAR]
    for wording in terms(PACKAGE, "sought")["limits"]:
        parts = tuple(wording.split())
        if tuple(behind[: len(parts)]) == parts:
            return tree.tokens[token.i + len(parts)]
    return None


def _aimed_at(annotated: AnnotatedDocument, token: Token) -> Iterator[Match]:
    """Find "has set its sights on a bonus", "is holding out for a rise", "presses a claim to"."""
    tree = annotated.parse
    if token.pos not in ("VERB", "AUX") or is_negated(tree, token.i):
        return
    for noun, led in _idioms().get(token.lemma, ()):
        held = next((c for c in tree.children(token.i, "dobj", "prep") if c.lower == noun), None)
        if held is None:
            continue
        for at in (held.i, token.i):
            for prep in tree.children(at, "prep"):
                if prep.lower == led and prep.i > held.i:
                    thing = tree.child(prep.i, "pobj")
                    yield from _match(annotated, token, agents(tree, token.i), thing)
                    return


def _idioms() -> dict[str, list[tuple[str, str]]]:
    """By their verb: the noun of a wording, and what leads to the thing."""
    found: dict[str, list[tuple[str, str]]] = {}
    for wording in terms(PACKAGE, "sought")["idioms"]:
        verb, noun, led = wording.split()
        found.setdefault(verb, []).append((noun, led))
    return found


def _after(annotated: AnnotatedDocument, token: Token) -> Iterator[Match]:
    """Find "is after a canteen": somebody is, and no day is told."""
    tree = annotated.parse
    verb = tree.head(token.i)
    thing = tree.child(token.i, "pobj")
    if token.lower != "after" or verb.lemma != "be" or thing is None or is_negated(tree, verb.i):
        return
    who = [i for i in agents(tree, verb.i) if is_actor(annotated, i)]
    beside = tree.child(verb.i, "attr", "acomp", "expl")
    if beside is None and token.i == verb.i + 1 and _is_indefinite(tree, thing):
        yield from _match(annotated, token, who, thing)


def _is_indefinite(tree: Parse, thing: Token) -> bool:
    article = tree.child(thing.i, "det")
    return thing.entity not in TIMES and (article is None or article.lower in ("a", "an", "more"))
