"""
Constructions: where an entry of the lexicon stands in the tree, and what fills it.

A `Match` is still in tokens: which word signals the act, who stands as actor and
addressee, what the content is. `reports` turns it into a Report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from verbale.extract.clauses import (
    agents,
    complement,
    coordinated,
    is_passive,
    objects,
    prepositions,
)
from verbale.extract.entries import Entry, entries
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
# How far behind its verb the rest of a phrase may stand: "hand the draft over".
REACH = 12
VERBAL = ("VERB", "AUX")
TIMES = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found at `trigger`; roles are token indices, `content` a subtree's head."""

    entry: Entry
    trigger: int
    words: tuple[int, ...]
    actors: tuple[int, ...] = ()
    addressees: tuple[int, ...] = ()
    content: tuple[int, ...] = ()
    passive: bool = False
    alone: bool = False  # each content is one item of a list, told without the others
    told: int | None = None  # the word whose clause decides the modality, if not the trigger


def matches(annotated: AnnotatedDocument, family: str) -> Iterator[Match]:
    """Find every entry of a family, in text order; the longest wording wins."""
    tree = annotated.parse
    table = entries(family)
    for token in tree.tokens:
        for entry in table.get(token.lemma, ()):
            found = match(annotated, token, entry)
            if found is not None:
                yield found
                break


def match(annotated: AnnotatedDocument, token: Token, entry: Entry) -> Match | None:
    """The entry at `token`, or None where its construction is not there."""
    tree = annotated.parse
    if not _fits_pos(token, entry.pos):
        return None
    placed = _place(tree, token, entry.words)
    if placed is None:
        return None
    if entry.pos == "verb":
        return _verb(annotated, token, entry, placed)
    if entry.pos == "noun":
        return _noun(annotated, token, entry, placed)
    return _adjective(tree, token, entry, placed)


def _fits_pos(token: Token, pos: str) -> bool:
    if pos == "verb":
        return token.pos in VERBAL and token.dep not in ("aux", "auxpass", "amod")
    if pos == "noun":
        return token.pos in ("NOUN", "PROPN") or is_torn_noun(token)
    return token.pos in ("ADJ", "NOUN", "VERB", "ADV")


def is_torn_noun(token: Token) -> bool:
    """Tell whether a plural noun was read as a verb: "announced that talks with … will start"."""
    return token.tag == "VBZ" and token.lower in words(PACKAGE, "light", "torn")


def _place(tree: Parse, token: Token, wording: tuple[str, ...]) -> tuple[int, ...] | None:
    """Where the words of a phrase stand: each below the head or a word before it."""
    found = [token.i]
    for word in wording[1:]:
        below = next(
            (
                child.i
                for above in reversed(found)
                for child in tree.children(above)
                if word in (child.lower, child.lemma) and abs(child.i - token.i) <= REACH
            ),
            None,
        )
        if below is None:  # "non-starter": parts of one word, torn by the tokenizer
            near = tree.tokens[max(token.i - 2, 0) : token.i + 3]
            below = next((other.i for other in near if other.lower == word), None)
        if below is None:
            return None
        found.append(below)
    return tuple(found)


def _verb(
    annotated: AnnotatedDocument, token: Token, entry: Entry, placed: tuple[int, ...]
) -> Match | None:
    tree = annotated.parse
    last = tree.tokens[placed[-1]]
    if entry.without and tree.child(token.i, *entry.without):
        return None
    passive = is_passive(tree, token.i)
    clause = complement(tree, token.i)
    if len(placed) > 1 and last.pos in ("ADP", "SCONJ") and tree.child(last.i, "pobj", "pcomp"):
        below = tree.child(last.i, "pobj", "pcomp")
        acted = coordinated(tree, below.i) if below else []
    elif len(placed) > 1 and last.dep in ("dobj", "attr", "pobj"):
        acted = []
    else:
        acted = [i for i in objects(tree, token.i) if i not in placed]
    if entry.object_words and not any(_is_listed(tree, i, entry.object_words) for i in acted):
        return None
    if entry.not_object and any(_is_listed(tree, i, entry.not_object) for i in acted):
        return None
    filled: dict[str, list[int]] = {"actor": [], "addressee": [], "content": [], "matter": []}
    filled[entry.object].extend(acted)
    told = tree.child(token.i, "dative")
    if told is not None and told.pos != "ADP":
        filled["addressee"].extend(coordinated(tree, told.i))
    seen: set[str] = set()
    for word, noun in prepositions(tree, token.i):
        seen.add(word)
        role = entry.prepositions.get(word)
        if role is not None and noun.i not in acted and noun.entity not in TIMES:
            filled[role].append(noun.i)
    if clause is not None and clause.i not in acted and clause.i not in placed:
        _take_clause(tree, clause, entry, filled)
    doers = [i for i in agents(tree, token.i) if i not in acted or not passive]
    if entry.subject_words and not any(_is_listed(tree, i, entry.subject_words) for i in doers):
        return None
    filled[entry.subject].extend(i for i in doers if i not in filled[entry.subject])
    if not _has_needed(annotated, entry, acted, clause, seen, token):
        return None
    return replace(_match(entry, token.i, placed, filled), passive=passive)


def _take_clause(tree: Parse, clause: Token, entry: Entry, filled: dict[str, list[int]]) -> None:
    """A clause is content; the subject of "wants Malta to leave" is who is asked."""
    if entry.infinitive == "none":
        return
    filled["content"] = [i for i in filled["content"] if entry.object == "addressee"] or filled[
        "content"
    ]
    filled["content"].append(clause.i)
    if entry.infinitive == "asked":
        subject = tree.child(clause.i, "nsubj", "nsubjpass")
        if subject is not None and subject.pos != "PRON":
            filled["addressee"].extend(coordinated(tree, subject.i))


def _has_needed(
    annotated: AnnotatedDocument,
    entry: Entry,
    acted: list[int],
    clause: Token | None,
    seen: set[str],
    token: Token,
) -> bool:
    if not entry.needs:
        return True
    tree = annotated.parse
    for need in entry.needs:
        if need == "object" and acted:
            return True
        if need == "clause" and clause is not None:
            return True
        if need == "infinitive" and clause is not None and clause.tag in ("VB",):
            return True
        if need == "other" and clause is not None and tree.child(clause.i, "nsubj", "nsubjpass"):
            return True
        if need == "subjunctive" and clause is not None and _is_wanted(tree, clause):
            return True
        if need == "gerund" and clause is not None and clause.tag == "VBG":
            return True
        if need == "party" and any(is_actor(annotated, i) for i in acted):
            return True
        if need.startswith("prep:") and need[5:] in seen:
            return True
        if need == "quote" and any(
            child.dep in ("ccomp", "punct") and child.text in '"“”'
            for child in tree.children(token.i)
        ):
            return True
    return False


def _is_wanted(tree: Parse, clause: Token) -> bool:
    """As in "That Malta leave", "that Malta must leave": told as what ought to be."""
    if tree.child(clause.i, "nsubj", "nsubjpass") is None:
        return False
    ought = words(PACKAGE, "light", "ought")
    modals = [aux for aux in tree.children(clause.i, "aux") if aux.tag == "MD"]
    if modals:
        return any(aux.lower in ought for aux in modals)
    return clause.tag == "VB" and not tree.child(clause.i, "aux")


def _noun(
    annotated: AnnotatedDocument, token: Token, entry: Entry, placed: tuple[int, ...]
) -> Match | None:
    tree = annotated.parse
    filled: dict[str, list[int]] = {"actor": [], "addressee": [], "content": [], "matter": []}
    if any(child.lower in entry.not_before for child in tree.children(token.i)):
        return None
    for child in tree.children(token.i, "poss", "compound", "amod", "nmod"):
        if child.i < token.i and child.i not in placed:
            filled["actor"].extend(_before(annotated, child, token))
    seen: set[str] = set()
    last = tree.tokens[placed[-1]]
    for word, noun in prepositions(tree, token.i):
        if noun.entity in TIMES:
            continue
        seen.add(word)
        if last.pos == "ADP" and word == last.lower and len(placed) > 1:
            role = "content" if entry.object == "content" else entry.object
        else:
            role = entry.prepositions.get(word, _NOUN_ROLES.get(word, ""))
            if word == "of":
                role = entry.of
        if role:
            filled[role].append(noun.i)
    clause = complement(tree, token.i)
    if (
        entry.family != "meetings"
        and clause is None
        and token.dep == "nsubj"
        and tree.head(token.i).lemma == "be"
    ):
        clause = tree.child(token.head, "ccomp", "xcomp", "attr")  # "its demand is that …"
    if clause is not None and not is_torn_noun(token):
        filled["content"].append(clause.i)
    if not filled["actor"]:
        filled["actor"].extend(_lender(tree, token) or _framed(tree, token))
    if entry.needs and not _noun_has(entry, filled, clause, seen):
        return None
    if is_torn_noun(token) and tree.child(token.i, "nsubj"):
        own = tree.child(token.i, "nsubj")
        if own is not None and own.lower not in ("that", "which") and own.i == token.i - 1:
            return None  # "she talks with": a verb indeed
    if entry.object_words and not any(
        _is_listed(tree, i, entry.object_words) for i in filled["content"] + filled["matter"]
    ):
        return None
    return _match(entry, token.i, placed, filled)


def _before(annotated: AnnotatedDocument, child: Token, noun: Token) -> list[int]:
    """The actors in a modifier: "Vella's", "Maltese", both sides of "Malta-Arden"."""
    tree = annotated.parse
    found = [
        i
        for i in coordinated(tree, child.i)
        if i != noun.i and (child.dep == "poss" or is_actor(annotated, i))
    ]
    for i in list(found) or [child.i]:
        for part in tree.children(i, "compound", "nmod", "amod", "npadvmod"):
            joined = part.i + 1 < len(tree.tokens) and tree.tokens[part.i + 1].text in "-–—/"
            if joined and is_actor(annotated, part.i):
                found.append(part.i)
    return sorted(found)


_NOUN_ROLES = {"by": "actor", "from": "actor", "between": "actor"}


def _noun_has(
    entry: Entry, filled: dict[str, list[int]], clause: Token | None, seen: set[str]
) -> bool:
    for need in entry.needs:
        if need == "actor" and filled["actor"]:
            return True
        if need == "content" and filled["content"]:
            return True
        if need == "addressee" and filled["addressee"]:
            return True
        if need == "clause" and clause is not None:
            return True
        if need.startswith("prep:") and need[5:] in seen:
            return True
    return False


def _lender(tree: Parse, token: Token) -> list[int]:
    """Who makes, voices or repeats the noun: the subject of the light verb it hangs on."""
    head = tree.tokens[token.head]
    lending = words(PACKAGE, "light", "verbs")
    if token.dep in ("dobj", "nsubjpass") and head.lemma in lending:
        return agents(tree, head.i)
    if token.dep == "pobj" and head.lower in ("in", "with", "to", "for"):
        above = tree.tokens[head.head]
        if above.lemma in lending and above.pos in VERBAL:
            return agents(tree, above.i)
    return []


def _adjective(tree: Parse, token: Token, entry: Entry, placed: tuple[int, ...]) -> Match | None:
    """As in "X is unacceptable to Y", "Y calls X unacceptable", "Y is ready to …"."""
    filled: dict[str, list[int]] = {"actor": [], "addressee": [], "content": [], "matter": []}
    head = tree.tokens[token.head]
    if token.dep in ("acomp", "attr", "oprd", "ROOT", "ccomp", "conj", "xcomp", "relcl", "advcl"):
        verb = token.head if token.dep in ("acomp", "attr", "oprd") else token.i
    else:
        return None
    if (
        head.pos in VERBAL
        and token.dep in ("oprd", "xcomp", "ccomp")
        and not tree.child(token.i, "cop")
    ):
        held = tree.child(token.i, "nsubj")
        filled["content"].extend(
            coordinated(tree, held.i) if held is not None else objects(tree, head.i)
        )
        filled["actor"].extend(agents(tree, head.i))
        verb = head.i
    else:
        filled[entry.subject].extend(agents(tree, verb))
    for word, noun in prepositions(tree, token.i):
        role = entry.prepositions.get(word)
        if role is not None:
            filled[role].append(noun.i)
    if not filled["actor"] and is_passive(tree, verb):
        filled["actor"].extend(agents(tree, verb))  # "is considered unacceptable by Malta"
    clause = complement(tree, token.i) or tree.child(verb, "xcomp")
    if clause is not None and clause.i != token.i:
        filled["content"].append(clause.i)
    if "clause" in entry.needs and clause is None:
        return None
    return _match(entry, token.i, placed, filled, told=verb)


def _match(
    entry: Entry,
    trigger: int,
    placed: tuple[int, ...],
    filled: dict[str, list[int]],
    told: int | None = None,
) -> Match:
    def unique(role: str) -> tuple[int, ...]:
        return tuple(dict.fromkeys(filled[role]))

    content = unique("content") or unique("matter")
    return Match(
        entry=entry,
        trigger=trigger,
        words=placed,
        actors=unique("actor"),
        addressees=unique("addressee"),
        content=content,
        told=told,
    )


def _is_listed(tree: Parse, i: int, listed: frozenset[str]) -> bool:
    """Tell whether the noun `i`, or the noun after its "of", is one of the words."""
    token = tree.tokens[i]
    if token.lemma in listed or token.lower in listed:
        return True
    of = next((p for p in tree.children(i, "prep") if p.lower == "of"), None)
    below = tree.child(of.i, "pobj") if of else None
    return below is not None and below.lemma in listed


def is_actor(annotated: AnnotatedDocument, i: int) -> bool:
    """Tell whether the noun `i` names or describes somebody, or is spelt like a name."""
    token = annotated.parse.tokens[i]
    if annotated.mention_headed(token) is not None:
        return True
    return token.entity in ("GPE", "ORG", "NORP", "PERSON") or token.lemma in words(
        PACKAGE, "light", "people"
    )


def _framed(tree: Parse, token: Token) -> list[int]:
    """Whose demands they are in "…, with the main demands being that …"."""
    copula = tree.head(token.i)
    preposition = tree.head(copula.i)
    if token.dep == "nsubj" and copula.lemma == "be" and preposition.lower == "with":
        return agents(tree, preposition.head)
    return []
