"""
Demands told by name: "its first condition is the recall of the envoy".

The noun and what is asked for stand on two sides of a copula, of a colon, or of "made …
a condition", in either order; whose demand it is stands before the noun, behind its
"of", or as the subject of what was done with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.extract.clauses import agents, coordinated
from verbale.extract.entries import Entry
from verbale.extract.matching import Match, is_actor
from verbale.lexicon import words
from verbale.model.act import ActType
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
NAMED = Entry("demands", ActType.DEMAND, ("named",), "noun", of="actor", actor_needed=True)
# "At the very top of the list of demands": no name stands farther from its verb.
DEEPEST = 6
# Who put them: "the three conditions that Brum has set".
SET_BY = ("relcl", "acl")
THINGS = ("NOUN", "PROPN", "NUM")
POINTERS = frozenset({"this", "that", "it", "these", "those", "which", "what", "there", "who"})


def named_demands(annotated: AnnotatedDocument) -> Iterator[Match]:
    """Find what nouns of asking are said to be, or what is said to be one."""
    tree = annotated.parse
    for noun in tree.with_lemma(_listed("nouns") | _listed("said_of_things")):
        if noun.pos not in ("NOUN", "PROPN"):
            continue
        whole = _whole(tree, noun)
        things = _things(annotated, noun, whole)
        if not things:
            continue
        owners = _owners(annotated, noun, whole)
        if not owners:
            continue
        yield Match(
            NAMED,
            noun.i,
            (noun.i,),
            actors=tuple(owners),
            addressees=tuple(_asked(annotated, noun, owners)),
            content=tuple(things),
            alone=len(things) > 1,
        )


def _listed(key: str) -> frozenset[str]:
    return words(PACKAGE, "asking", key)


def _whole(tree: Parse, noun: Token) -> Token:
    """The list that the demands are told in, or the noun itself: "a list of demands"."""
    above = tree.head(noun.i)
    held = tree.head(above.i)
    if noun.dep == "pobj" and above.lower == "of" and held.lemma in _listed("lists"):
        return held
    return noun


def _things(annotated: AnnotatedDocument, noun: Token, whole: Token) -> list[int]:
    """The words for what is demanded."""
    tree = annotated.parse
    bare = noun.lemma in _listed("said_of_things")
    found = _said_to_be(tree, whole) or _made(tree, noun)
    if not found and not bare:
        found = _among(tree, whole) or _behind(tree, noun, whole)
    return [
        i
        for i in found
        if tree.tokens[i].lower not in POINTERS
        and tree.tokens[i].lemma not in _listed("nouns")
        and not _is_mere_actor(annotated, i)
    ]


def _is_mere_actor(annotated: AnnotatedDocument, i: int) -> bool:
    """Whether it is somebody, and nothing that could be asked for."""
    token = annotated.parse.tokens[i]
    return token.pos != "VERB" and is_actor(annotated, i)


def _said_to_be(tree: Parse, whole: Token) -> list[int]:
    """What the noun is said to be, or what is said to be one."""
    verb = tree.head(whole.i)
    if whole.dep == "nsubj" and verb.lemma in _listed("being"):
        named = tree.child(verb.i, "attr", "ccomp", "xcomp", "dobj", "nsubj")
        named = next(
            (c for c in tree.children(verb.i, "attr", "ccomp", "dobj") if c.i > verb.i), None
        )
        return _joined(tree, named)
    if whole.dep == "attr" and verb.lemma in ("be", "remain", "become", "stay"):
        return _joined(tree, _subject(tree, verb, whole))
    if whole.dep == "dobj" and verb.lemma in _listed("topping"):
        return _joined(tree, _subject(tree, verb, whole))
    return []


def _subject(tree: Parse, verb: Token, other: Token) -> Token | None:
    """The subject of a verb, if it is a thing."""
    subject = tree.child(verb.i, "nsubj", "csubj")
    if subject is None or subject.i == other.i:
        return None
    return subject if subject.pos in THINGS or subject.dep == "csubj" else None


def _joined(tree: Parse, named: Token | None) -> list[int]:
    if named is None:
        return []
    if named.pos not in (*THINGS, "VERB", "AUX") or named.tag == "VBG":
        return []
    if named.pos in ("VERB", "AUX"):
        told = tree.child(named.i, "mark", "aux", "nsubj", "nsubjpass") is not None
        return [named.i] if told else []
    return [i for i in coordinated(tree, named.i) if tree.tokens[i].pos in THINGS]


def _among(tree: Parse, whole: Token) -> list[int]:
    """What stands "among its demands", "at the top of its list", before or behind the verb."""
    if whole.dep != "pobj":
        return []
    at = whole
    for _ in range(DEEPEST):
        above = tree.head(at.i)
        if above.i == at.i:
            return []
        if above.pos in ("VERB", "AUX"):
            break
        fits = above.lower in _listed("among") or above.lemma in _listed("parts")
        if not fits and above.lower not in _listed("parts") and above.lemma not in _listed("lists"):
            return []
        at = above
    else:
        return []
    if above.lemma not in _listed("being") or at.dep not in ("prep", "nsubj", "attr", "advmod"):
        return []
    sides = [
        child
        for child in tree.children(above.i, "nsubj", "attr", "dobj", "ccomp")
        if child.i != at.i and not tree.edges(child.i)[0] <= whole.i <= tree.edges(child.i)[1]
    ]
    return _joined(tree, sides[0]) if len(sides) == 1 else []


def _behind(tree: Parse, noun: Token, whole: Token) -> list[int]:
    """What stands behind a colon or between commas: "its first demand, a rise of 7 percent,"."""
    end = tree.sentence_of(noun.i).last
    after = tree.tokens[noun.i + 1] if noun.i + 1 < end else None
    if after is not None and after.text in (":", "–", "—"):
        for item in tree.tokens[after.i + 1 : end]:
            if item.pos in ("VERB", "AUX") and item.tag != "VBN":
                return []
            if item.pos in THINGS and item.dep not in (
                "compound",
                "nmod",
                "poss",
                "amod",
                "nummod",
            ):
                return [i for i in coordinated(tree, item.i) if i >= item.i]
    appos = next((c for c in tree.children(noun.i, "appos") if c.i > noun.i), None)
    if appos is None or after is None or after.text != "," or noun.lemma not in _listed("nouns"):
        return []
    return _joined(tree, appos)


def _made(tree: Parse, noun: Token) -> list[int]:
    """What is made a condition, or set as the price."""
    verb = next((t for t in tree.ancestors(noun.i) if t.pos == "VERB"), None)
    if verb is None or verb.lemma not in _listed("making") or verb.i > noun.i:
        return []
    small = next((c for c in tree.children(noun.i, "nsubj") if verb.i < c.i < noun.i), None)
    if small is not None:
        return _joined(tree, small)
    thing = next((c for c in tree.children(verb.i, "dobj") if c.i < noun.i), None)
    if thing is None or thing.pos not in THINGS:
        return []
    between = tree.tokens[thing.i + 1 : noun.i]
    if any(token.text in (",", ";", ":") for token in between):
        return []
    above = tree.head(noun.i)
    as_one = noun.dep == "pobj" and above.lower in ("as", "among") and above.head == verb.i
    opens = tree.child(noun.i, "poss", "det")
    if as_one:
        return [thing.i]
    named = verb.lemma in ("make", "declare", "call", "name") and opens is not None
    return [thing.i] if named and noun.dep in ("oprd", "appos", "attr", "conj") else []


def _owners(annotated: AnnotatedDocument, noun: Token, whole: Token) -> list[int]:
    """Whose demand it is."""
    tree = annotated.parse
    for held in dict.fromkeys((noun.i, whole.i)):
        before = [c for c in tree.children(held, "poss") if c.i < held]
        if before:
            return coordinated(tree, before[0].i)
        for prep in tree.children(held, "prep"):
            of = prep.lower in ("of", "by", "from") or (
                prep.lower == "for" and noun.lemma in _listed("said_of_things")
            )
            meant = [n.i for n in tree.children(prep.i, "pobj") if is_actor(annotated, n.i)]
            if of and meant:
                return coordinated(tree, meant[0])
        for clause in tree.children(held, *SET_BY):
            doing = [i for i in agents(tree, clause.i) if i not in (noun.i, whole.i)]
            if doing:
                return doing
        named = [c.i for c in tree.children(held, "compound", "amod", "nmod") if c.i < held]
        found = [i for i in named if is_actor(annotated, i)]
        if found:
            return found
    verb = next((t for t in tree.ancestors(noun.i) if t.pos == "VERB"), None)
    lending = words(PACKAGE, "light", "verbs") | _listed("making")
    if verb is not None and verb.lemma in lending and verb.lemma != "be":
        return [i for i in agents(tree, verb.i) if i not in (noun.i, whole.i)]
    return []


def _asked(annotated: AnnotatedDocument, noun: Token, owners: list[int]) -> Iterator[int]:
    """On whom it is: "its demands to Brum", "its conditions for Brum are"."""
    tree = annotated.parse
    for prep in tree.children(noun.i, "prep"):
        if prep.lower not in ("to", "on", "of"):
            continue
        for thing in tree.children(prep.i, "pobj"):
            if is_actor(annotated, thing.i) and thing.i not in owners:
                yield from coordinated(tree, thing.i)
