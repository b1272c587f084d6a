"""
Strays: who does something, where the parser hung the words for him elsewhere.
"""

from __future__ import annotations

from verbale.lexicon import words
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
DAYS = ("DATE", "TIME")
# How deep a list may hang in "of"s, and how long it may be.
DEEP = 4


def by_behind(tree: Parse, i: int) -> Token | None:
    """The "by" of "was asked to shorten the shifts by the union", hung on the task."""
    task = tree.child(i, "xcomp")
    if task is None or tree.child(task.i, "auxpass") is not None:
        return None
    for by in tree.children(task.i, "agent", "prep"):
        doer = tree.child(by.i, "pobj") if by.lower == "by" else None
        if doer is not None and doer.tag != "VBG" and doer.entity not in DAYS:
            return by
    return None


def told_with(tree: Parse, verb: Token) -> int | None:
    """Who stands between "with" and the "-ing" of what he does."""
    before = tree.tokens[verb.i - 1] if verb.i else None
    if verb.tag != "VBG" or before is None or before.dep != "pobj":
        return None
    return before.i if tree.head(before.i).lower == "with" else None


def is_told_of(tree: Parse, name: Token, verb: Token) -> bool:
    """Whether a verb that opens no clause of its own hangs on a name that stands alone."""
    alone = name.dep == "ROOT" and name.i < verb.i and name.pos in ("PROPN", "PRON")
    return alone and verb.tag in ("VBD", "VBZ") and not tree.child(verb.i, "mark", "advmod")


def infinitive_between(tree: Parse, above: Token, verb: Token) -> int | None:
    """
    The infinitive that a bare verb goes on, where it was joined to one before a clause.

    "I do not deny that there is a wish to stir things up, blame us, impose duties": whoever
    imposes them is not who denies, but he who is to stir things up, if anybody is named.
    """
    if verb.tag != "VB" or tree.child(verb.i, "aux", "nsubj", "nsubjpass"):
        return None
    clause = next((c for c in tree.children(above.i, "ccomp") if above.i < c.i < verb.i), None)
    if clause is None or tree.tokens[verb.i - 1].lower in ("and", "or"):
        return None
    inside = [
        token.i
        for token in tree.tokens[clause.i + 1 : verb.i]
        if token.tag == "VB" and any(aux.tag == "TO" for aux in tree.children(token.i, "aux"))
    ]
    return inside[-1] if inside else None


def is_aside_of_saying(tree: Parse, verb: Token) -> bool:
    """
    Tell whether a participle behind a comma tells what the speaker does by what he says.

    "The envoy said that the fees would not be cut, turning down the main request": nobody
    is named who would not cut them, and fees turn down nothing.
    """
    said = tree.head(verb.i)
    above = tree.head(said.i)
    if verb.dep != "advcl" or verb.tag != "VBG" or said.dep != "ccomp" or above.pos != "VERB":
        return False
    behind = verb.i > said.i and tree.tokens[tree.edges(verb.i)[0] - 1].text == ","
    return behind and above.i < said.i and tree.child(said.i, "nsubjpass") is not None


def object_behind_idiom(tree: Parse, i: int) -> Token | None:
    """
    The object of "lift for good its ban", hung on the "for" of the idiom before it.

    No adjective stands before the "its" or "the" of its noun: it belongs to the idiom.
    """
    if tree.tokens[i].pos != "VERB":
        return None
    for prep in tree.children(i, "prep"):
        noun = tree.child(prep.i, "pobj")
        if noun is None or prep.i != i + 1:
            continue
        opening = tree.child(noun.i, "poss", "det")
        first = tree.tokens[prep.i + 1]
        if opening is not None and first.i < tree.edges(opening.i)[0] and first.dep == "amod":
            return noun
    return None


def whose_finite(tree: Parse, verb: Token) -> int:
    """
    Whose a past verb is that hangs on a noun as a participle would.

    "In Solen, the union's leader, Vella, called on …": Vella's. Behind a clause of its own
    it is the one that the clause is about: "the league, which led the protest, called on …".
    """
    noun = tree.head(verb.i)
    if tree.tokens[verb.i - 1].text != ",":
        return noun.i
    clause = next((up for up in tree.ancestors(noun.i) if up.dep == "relcl"), None)
    return noun.i if clause is None else clause.head


def behind_place(tree: Parse, i: int) -> Token | None:
    """
    The subject read as a name beside the place that the sentence opens with.

    "In Solen, the leader of the union, Marta Vella, called on …": hung on Solen.
    """
    verb = tree.tokens[i]
    if verb.dep != "ROOT" or verb.tag not in ("VBD", "VBZ"):
        return None
    first = tree.tokens[tree.sentence_of(i).first]
    place = tree.child(first.i, "pobj") if first.dep == "prep" and first.head == i else None
    if place is None or tree.tokens[place.i + 1].text != ",":
        return None
    named = [each for each in tree.children(place.i, "appos") if each.i < i and each.tag == "NNP"]
    closed = bool(named) and all(
        token.text == "," or token.dep == "punct"
        for token in tree.tokens[tree.edges(named[-1].i)[1] + 1 : i]
    )
    return named[-1] if closed else None


def read_as_apposition(tree: Parse, i: int) -> list[int]:
    """
    The rest of a list that was taken for another name of its first: "the Ministry of Fish,
    the Council of Ports and the Sailors' Union met". Empty where there is none.

    Another name has a comma behind it, and two names are those of several: "the two
    ministers, Vella and Rossi". What one holds has one article: "Vella, the head and founder".
    """
    noun = tree.tokens[i]
    for _ in range(DEEP):
        for other in tree.children(noun.i, "appos"):
            joined = tree.child(other.i, "conj")
            if joined is not None and _is_list(tree, noun, other, joined):
                return [other.i, *_chain(tree, joined)]
        of = next((prep for prep in tree.children(noun.i, "prep") if prep.lower == "of"), None)
        below = tree.child(of.i, "pobj") if of is not None else None
        if below is None:
            break
        noun = below
    return []


def _is_list(tree: Parse, noun: Token, other: Token, joined: Token) -> bool:
    """Whether the noun, what was hung on it and what was joined to that are three of a list."""
    first, last = tree.edges(other.i)
    after = tree.tokens[last + 1].text if last + 1 < len(tree.tokens) else ""
    both = any(cc.lower == "and" for cc in tree.children(other.i, "cc"))
    several = noun.tag in ("NNS", "NNPS") or noun.pos == "PRON"
    offices = words(PACKAGE, "light", "delegates") - words(PACKAGE, "light", "collective")
    held = noun.pos == "PROPN" and other.lemma in offices
    own = joined.pos == "PROPN" or tree.child(joined.i, "det", "poss") is not None
    parted = tree.tokens[first - 1].text == "," and after != ","
    return both and parted and own and not several and not held


def _chain(tree: Parse, joined: Token) -> list[int]:
    """A joined noun, and those joined to it in turn."""
    found = [joined.i]
    for _ in range(DEEP):
        further = tree.child(found[-1], "conj")
        if further is None:
            break
        found.append(further.i)
    return found


def whole_of_number(tree: Parse, i: int) -> int:
    """The head of "the fixed share of 16 percent", where the number was taken for it."""
    of = tree.head(i)
    above = tree.head(of.i)
    counted = tree.tokens[i].lemma in ("percent", "%", "cent", "tonne", "ton", "dollar", "euro")
    if counted and of.lower == "of" and above.pos == "NOUN":
        return above.i
    return i


def has_modal(tree: Parse, i: int) -> bool:
    """Whether a passive has a modal of its own: "was taken by the board and will not be undone"."""
    return any(aux.tag == "MD" for aux in tree.children(i, "aux"))


def whole_before_comma(tree: Parse, pronoun: Token, i: int) -> int:
    """
    The thing of "help for the families of the dead, which Brum demands": behind a comma, all
    of it is meant, and not the noun that stands last.
    """
    if pronoun.i == 0 or tree.tokens[pronoun.i - 1].text != ",":
        return i
    for _ in range(DEEP):
        tie = tree.head(i)
        above = tree.head(tie.i)
        if tree.tokens[i].dep != "pobj" or tie.lower not in ("for", "of") or above.pos != "NOUN":
            break
        i = above.i
    return i
