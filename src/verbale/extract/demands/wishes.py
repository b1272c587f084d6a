"""
Wishes: demands told by what somebody wants to see, and by no verb of asking.

"What Brum wants is an apology", "the dockers want their men back", "Brum would like to see
the fence gone", "its position is that the fence must go", "on strike for a rise": each is
a demand of whoever wants it. What somebody wants to do himself is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verbale.extract.clauses import agents, coordinated
from verbale.extract.demands.deeds import given_goods
from verbale.extract.entries import Entry
from verbale.extract.matching import TIMES, Match, is_actor
from verbale.extract.modality.negation import is_negated
from verbale.extract.needs import is_for_a_purpose, is_wanted
from verbale.extract.roles import is_first_person
from verbale.lexicon import words
from verbale.model.act import ActType
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
WISHED = Entry("demands", ActType.DEMAND, ("wished",), "verb", actor_needed=True)
# Where people may be wanted, or whence gone.
WHERE = frozenset({"at", "in", "inside", "on", "off", "out", "back", "away", "outside"})
LIKED = replace(WISHED, ahead=True)  # "would like": its "would" wishes
OPENING = frozenset({"all", "thing", "something"})


def wishes(annotated: AnnotatedDocument) -> Iterator[Match]:
    """Find what somebody is told to want, stand for or be on strike for."""
    tree = annotated.parse
    for token in tree.with_lemma({"be"}):
        yield from _cleft(annotated, token)
    for token in tree.with_lemma({"be", "remain", "stay"}):
        yield from _stood_for(annotated, token)
    for token in tree.with_lemma(words(PACKAGE, "asking", "wanting")):
        yield from _wanted(annotated, token)
    for token in tree.with_lemma(words(PACKAGE, "asking", "striking")):
        yield from _fought_for(annotated, token)


def _match(
    trigger: Token, actors: list[int], content: list[int], addressees: tuple[int, ...] = ()
) -> Match:
    return Match(
        WISHED,
        trigger.i,
        (trigger.i,),
        actors=tuple(actors),
        addressees=addressees,
        content=tuple(content),
        alone=len(content) > 1,
    )


def _cleft(annotated: AnnotatedDocument, token: Token) -> Iterator[Match]:
    """Find "what Brum wants from Arden is a pledge", "a pledge is what Brum wants"."""
    tree = annotated.parse
    if is_negated(tree, token.i):
        return
    for clause in tree.children(token.i, "csubj", "nsubj", "ccomp", "attr"):
        verb = clause
        if clause.lower in OPENING:
            verb = tree.child(clause.i, "relcl") or clause
        what = _what(tree, verb)
        if verb.lemma not in words(PACKAGE, "light", "wishing") or (verb is clause and not what):
            continue
        who = tree.child(verb.i, "nsubj")
        if who is None or is_first_person(who) or is_negated(tree, verb.i):
            continue
        sides = [
            other
            for other in tree.children(token.i, "nsubj", "attr", "ccomp", "dobj")
            if other.i != clause.i and other.pos in ("NOUN", "PROPN", "VERB")
        ]
        if len(sides) == 1 and sides[0].tag != "VBG":
            asked = tuple(
                noun.i
                for prep in tree.children(verb.i, "prep")
                if prep.lower in ("from", "of")
                for noun in tree.children(prep.i, "pobj")
                if is_actor(annotated, noun.i)
            )
            yield _match(verb, agents(tree, verb.i), coordinated(tree, sides[0].i), asked)


def _what(tree: Parse, verb: Token) -> Token | None:
    """The "what" of "what Brum wants", "what Brum is asking for"."""
    below = [*tree.children(verb.i, "dobj")]
    for prep in tree.children(verb.i, "prep"):
        below.extend(tree.children(prep.i, "pobj"))
    return next((c for c in below if c.lower == "what"), None)


def _stood_for(annotated: AnnotatedDocument, token: Token) -> Iterator[Match]:
    """Find "its position is that the fence must go"."""
    tree = annotated.parse
    stand = tree.child(token.i, "nsubj")
    clause = tree.child(token.i, "ccomp")
    if stand is None or stand.lemma not in words(PACKAGE, "asking", "stands") or clause is None:
        return
    own = tree.child(stand.i, "poss")
    if own is not None and not is_first_person(own) and is_wanted(tree, clause):
        yield _match(stand, coordinated(tree, own.i), [clause.i], _doing(annotated, clause, own))


def _doing(annotated: AnnotatedDocument, clause: Token, own: Token) -> tuple[int, ...]:
    """Who is to act in what is wanted, where that is somebody else."""
    subject = annotated.parse.child(clause.i, "nsubj")
    if subject is None or subject.pos == "PRON" or subject.i == own.i:
        return ()
    return (subject.i,) if is_actor(annotated, subject.i) else ()


def _wanted(annotated: AnnotatedDocument, token: Token) -> Iterator[Match]:
    """Find "wants its men back", "would like to see the fence gone", "wants to see a pledge"."""
    tree = annotated.parse
    if token.pos != "VERB" or is_negated(tree, token.i):
        return
    who = agents(tree, token.i)
    seen = next((c for c in tree.children(token.i, "xcomp") if c.lemma == "see"), None)
    would = any(aux.lower in ("would", "'d", "’d") for aux in tree.children(token.i, "aux"))
    if seen is None and would and token.lemma in ("like", "prefer", "love", "wish"):
        yield from _liked(annotated, token, who)
    if not who or (seen is None and token.lemma not in ("want", "need")):
        return
    verb = seen or token
    for where in tree.children(token.i, "advmod"):  # "wants its archive back", hung on "back"
        thing = tree.child(where.i, "nsubj")
        if where.lower in words(PACKAGE, "asking", "whither") and thing is not None:
            yield _match(token, who, [thing.i])
    for held in tree.children(verb.i, "ccomp", "dobj"):
        if held.i > verb.i:
            yield from _held(annotated, token, seen, held, who)


def _liked(annotated: AnnotatedDocument, token: Token, who: list[int]) -> Iterator[Match]:
    """Find "would like Arden to scrap the tariff", "would like access to the port"."""
    tree = annotated.parse
    held = tree.child(token.i, "dobj")
    task = tree.child(token.i, "xcomp")
    if held is None or not who:
        return
    if task is not None and task.tag == "VB" and task.i > held.i and is_actor(annotated, held.i):
        yield replace(_match(token, who, [task.i], (held.i,)), entry=LIKED)
    elif held.lemma in given_goods() and not is_actor(annotated, held.i):
        things = [i for i in coordinated(tree, held.i) if i > token.i]
        yield replace(_match(token, who, things), entry=LIKED)


def _held(
    annotated: AnnotatedDocument, token: Token, seen: Token | None, held: Token, who: list[int]
) -> Iterator[Match]:
    """What hangs on the verb of wanting, or on the "see" below it, where that is a wish."""
    tree = annotated.parse
    subject = tree.child(held.i, "nsubj", "nsubjpass")
    of_thing = subject is not None and subject.pos in ("NOUN", "PROPN")
    joined = [i for i in coordinated(tree, held.i) if i > token.i]
    if held.lower in words(PACKAGE, "asking", "whither") and held.pos != "NOUN":
        if of_thing:
            yield _match(token, who, [held.i])
    elif seen is not None:
        if held.dep == "ccomp" and of_thing and held.pos in ("VERB", "AUX", "ADJ"):
            yield _match(token, who, [held.i], _doing(annotated, held, token))
        elif held.lemma in words(PACKAGE, "light", "deeds"):
            yield _match(token, who, joined)
    elif held.dep == "ccomp":
        if held.pos == "NOUN" and subject is None:
            yield _match(token, who, joined)
        elif subject is not None and is_for_a_purpose(tree, held, subject):
            yield _match(token, who, coordinated(tree, subject.i))
    elif _is_wish(annotated, token, held):
        yield _match(token, who, joined)
    elif held.pos in ("NOUN", "PROPN"):
        yield from _back(tree, token, held, who)
        yield from _placed(annotated, token, held, who)


def _back(tree: Parse, token: Token, held: Token, who: list[int]) -> Iterator[Match]:
    """Find "wants its men back", where "back" hangs on the verb."""
    behind = tree.edges(held.i)[1] + 1
    for where in tree.children(token.i, "advmod", "prt"):
        if where.i == behind and where.lower in ("back", "out", "gone", "home"):
            yield _match(token, who, [held.i, where.i])


def _placed(
    annotated: AnnotatedDocument, token: Token, held: Token, who: list[int]
) -> Iterator[Match]:
    """Find "wants the inspectors in Solen by May": people wanted at a place, or out of it."""
    tree = annotated.parse
    if token.lemma != "want" or held.pos != "NOUN" or not is_actor(annotated, held.i):
        return
    behind = [prep for at in (held.i, token.i) for prep in tree.children(at, "prep")]
    if any(prep.i > held.i and prep.lower in WHERE for prep in behind):
        yield _match(token, who, [held.i])


def _is_wish(annotated: AnnotatedDocument, token: Token, held: Token) -> bool:
    """Whether a thing is wanted that another can give: "wants a new vote", not "wants peace"."""
    tree = annotated.parse
    if token.lemma == "need":  # "needs 90 cubic metres a second"
        counted = tree.child(held.i, "nummod") is not None and held.entity not in TIMES
        return counted and held.lemma not in words(PACKAGE, "asking", "no_wish")
    if token.lemma != "want" or held.pos != "NOUN" or is_actor(annotated, held.i):
        return False
    told = tree.child(held.i, "det", "amod", "nummod", "compound", "poss", "prep", "acl", "relcl")
    return told is not None and held.lemma not in words(PACKAGE, "asking", "no_wish")


def _fought_for(annotated: AnnotatedDocument, token: Token) -> Iterator[Match]:
    """Find "on strike for a rise", "are striking for shorter shifts"."""
    tree = annotated.parse
    verb = token
    if token.pos == "NOUN":
        above = tree.head(token.i)
        on = token.dep == "pobj" and above.lower == "on"
        verb = tree.head(above.i) if on else token
        if not on and not _is_staged(tree, token):
            return
    elif token.pos != "VERB":
        return
    near = {token.i, verb.i}
    for i in sorted(near):
        for prep in tree.children(i, "prep"):
            if prep.lower != "for" or prep.i < token.i:
                continue
            for noun in tree.children(prep.i, "pobj"):
                who = agents(tree, verb.i if verb.pos in ("VERB", "AUX") else tree.head(token.i).i)
                if (
                    noun.entity in TIMES
                    or noun.tag == "CD"
                    or is_actor(annotated, noun.i)
                    or not who
                ):
                    continue
                yield _match(token, who, coordinated(tree, noun.i))
                return


def _is_staged(tree: Parse, token: Token) -> bool:
    """Whether somebody holds it: "began a strike for", "staged a march for"."""
    verb = tree.head(token.i)
    return token.dep == "dobj" and verb.lemma in words(PACKAGE, "light", "verbs")
