"""
Clauses: who does what to whom in the tree around one word.

The parser's labels tell the surface; these functions undo passives, relative
clauses, participles, conjunction and control, so that a rule can ask for "the
subject" and get the one that is meant. All of them give token indices.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.extract.strays import (
    behind_place,
    by_behind,
    has_modal,
    infinitive_between,
    is_aside_of_saying,
    is_told_of,
    object_behind_idiom,
    read_as_apposition,
    told_with,
    whole_before_comma,
    whole_of_number,
    whose_finite,
)
from verbale.lexicon import words
from verbale.model.parse import Parse, Token
from verbale.model.span import Span

PACKAGE = "verbale.extract"
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
RELATIVE = ("who", "which", "that", "whom")
# How far up control and conjunction are followed; longer chains are parser slips.
DEEPEST = 6


def coordinated(tree: Parse, i: int) -> list[int]:
    """Token `i` and what is joined to it by conjunction or apposition of a list."""
    apart = read_as_apposition(tree, i)
    if apart:
        return [i, *apart]
    if tree.tokens[i].pos != "PROPN" and not tree.children(i, "conj"):
        return [i]  # as most are
    found: list[int] = []
    stack = [i]
    while stack and len(found) < 40:
        at = stack.pop()
        found.append(at)
        stack.extend(child.i for child in tree.children(at, "conj"))
    if len(found) < 3 and tree.tokens[i].pos == "PROPN":
        found.extend(at for at in _enumerated(tree, max(found)) if at not in found)
    return sorted(found)


def _enumerated(tree: Parse, i: int) -> list[int]:
    """
    The rest of a list of names that the parser tore apart: "with Arden, Brum and the Union".

    Read from the words alone: names between commas up to an "and".
    """
    tokens = tree.tokens
    end = tree.sentence_of(i).last
    found: list[int] = []
    at = i + 1
    while at < end and tokens[at].text in (",", "and") and len(found) < 12:
        closing = tokens[at].text == "and"
        at += 1
        if at < end and tokens[at].text == "and":
            closing = True
            at += 1
        if at < end and tokens[at].pos == "DET":
            at += 1
        first = at
        while at < end and tokens[at].pos in ("PROPN", "ADJ"):
            at += 1
        while at > first and tokens[at - 1].pos == "ADJ":
            at -= 1
        if at == first or tokens[at - 1].pos != "PROPN" or tokens[at - 1].dep in SUBJECTS:
            return []
        found.append(at - 1)
        if closing:
            return found
    return []


def is_passive(tree: Parse, i: int) -> bool:
    """Tell whether the verb `i` is passive, in full or as a bare participle on a noun."""
    token = tree.tokens[i]
    if tree.child(i, "auxpass", "nsubjpass", "csubjpass"):
        return True
    if token.dep == "conj" and token.tag == "VBN" and not tree.child(i, *SUBJECTS, "aux"):
        return is_passive(tree, token.head)
    if token.tag != "VBN" or tree.child(i, "aux", "nsubj"):
        return False
    return token.dep in ("acl", "advcl", "amod", "ROOT") or bool(tree.child(i, "agent"))


def _surface_subject(tree: Parse, i: int) -> Token | None:
    several = [child for child in tree.children(i, *SUBJECTS) if child.i < i]
    subject = several[-1] if several else tree.child(i, *SUBJECTS) or behind_place(tree, i)
    if subject is not None and subject.dep == "expl":
        return None
    if subject is not None and subject.text.isupper() and len(subject.text) > 3:
        # "SOLEN – Arden and Brum signed …": the place of the dateline is no subject.
        after = tree.tokens[min(subject.i + 1, len(tree.tokens) - 1)]
        named = tree.child(subject.i, "appos")
        if after.text in ("–", "—", "-", "--", ":", "(") and named is not None:
            return named
    return subject


def _antecedent(tree: Parse, subject: Token, i: int) -> int:
    """The noun a relative pronoun stands for, else the subject itself."""
    verb = tree.tokens[i]
    if subject.lower in RELATIVE and subject.tag in ("WDT", "WP", "IN", "DT"):
        for _ in range(DEEPEST):
            if verb.dep == "relcl":
                return verb.head
            if verb.dep not in ("conj", "ccomp", "xcomp"):
                break
            verb = tree.tokens[verb.head]
    return subject.i


def logical_subject(tree: Parse, i: int, depth: int = 0) -> int | None:
    """
    The head of what stands as subject of verb `i`, by control where it has none.

    For a passive verb this is still the surface subject; see `agents`.
    """
    token = tree.tokens[i]
    subject = _surface_subject(tree, i)
    if subject is not None:
        return _antecedent(tree, subject, i)
    if depth > DEEPEST or token.head == i or tree.child(i, "expl"):
        return None  # "there is a wish to leave" tells nobody's
    head = tree.tokens[token.head]
    if token.dep == "conj" and head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
        nearer = infinitive_between(tree, head, token)
        return logical_subject(tree, head.i if nearer is None else nearer, depth + 1)
    if token.dep in ("acl", "relcl"):
        return _controller_of_noun(tree, token, head, depth)
    if token.dep in ("xcomp", "ccomp") and head.pos in ("VERB", "AUX", "ADJ"):
        # "urged the council to resign": the object acts; "agreed to resign": the subject.
        told = tree.child(head.i, "dobj", "dative")
        if told and head.lemma not in words(PACKAGE, "control", "subject_control"):
            return told.i
        return logical_subject(tree, head.i, depth + 1)
    if token.dep == "pcomp":
        above = tree.tokens[head.head]
        if above.pos in ("VERB", "AUX", "ADJ"):
            told = tree.child(above.i, "dobj")
            if told and above.lemma in words(PACKAGE, "control", "object_of_gerund"):
                return told.i
            return logical_subject(tree, above.i, depth + 1)
        return _holder(tree, above.i)
    if token.dep in ("advcl", "prep", "dep") and head.pos in ("VERB", "AUX"):
        with_it = told_with(tree, token)  # "ended with Arden asking for a port"
        if with_it is None and is_aside_of_saying(tree, token):
            head = tree.tokens[head.head]
        return logical_subject(tree, head.i, depth + 1) if with_it is None else with_it
    if token.dep == "advcl" and is_told_of(tree, head, token):
        return head.i  # "Vella in turn called on …"
    if token.dep in ("attr", "acomp", "oprd") or (head.dep == "ROOT" and token.dep == "aux"):
        return logical_subject(tree, head.i, depth + 1)
    return None


def _controller_of_noun(tree: Parse, token: Token, head: Token, depth: int) -> int | None:
    """The subject of an infinitive or participle that hangs on the noun `head`."""
    if token.tag in ("VBG", "VBN") and not tree.child(token.i, "aux"):
        return head.i
    if token.tag in ("VBD", "VBZ") and token.dep == "acl":
        return whose_finite(tree, token)
    if token.dep == "relcl":
        return head.i if not _surface_subject(tree, token.i) else None
    holder = _holder(tree, head.i)  # "its refusal to discuss"
    if holder is not None:
        return holder
    verb = tree.tokens[head.head]
    if head.dep in ("dobj", "attr") and verb.pos in ("VERB", "AUX"):
        return logical_subject(tree, verb.i, depth + 1)  # "voiced readiness to talk"
    return None


def _holder(tree: Parse, noun: int) -> int | None:
    poss = tree.child(noun, "poss")
    return poss.i if poss else None


def agents(tree: Parse, i: int) -> list[int]:
    """Heads of those who do what verb `i` tells, passives undone, lists taken apart."""
    if is_passive(tree, i):
        by = tree.child(i, "agent")
        if by is None:
            by = next((p for p in tree.children(i, "prep") if p.lower == "by"), None)
        by = by_behind(tree, i) if by is None else by
        doer = tree.child(by.i, "pobj") if by is not None else None
        if doer is None and tree.tokens[i].dep == "conj" and not tree.child(i, "agent"):
            return (
                agents(tree, tree.tokens[i].head) if by is None and not has_modal(tree, i) else []
            )
        return coordinated(tree, doer.i) if doer else []
    subject = logical_subject(tree, i)
    return coordinated(tree, subject) if subject is not None else []


def is_of_noun_before(tree: Parse, i: int) -> bool:
    """Tell whether a participle belongs to the noun before it: "the agreement, signed in Solen"."""
    token = tree.tokens[i]
    behind = i > 1 and tree.tokens[i - 1].text == "," and tree.tokens[i - 2].pos == "NOUN"
    return token.dep == "advcl" and token.tag == "VBN" and behind


def objects(tree: Parse, i: int) -> list[int]:
    """Heads of the direct object of verb `i`, passives and relative clauses undone."""
    if is_passive(tree, i):
        token = tree.tokens[i]
        if token.dep in ("acl", "amod") and not _surface_subject(tree, i):
            return [token.head]
        if is_of_noun_before(tree, i):
            return [i - 2]
        subject = logical_subject(tree, i)
        return coordinated(tree, subject) if subject is not None else []
    found = tree.child(i, "dobj") or object_behind_idiom(tree, i)
    if found is None:
        token = tree.tokens[i]
        # "signed and published the text": the object stands with the last verb.
        for joined in tree.children(i, "conj"):
            close = joined.i <= i + 2
            if close and joined.pos == "VERB" and not _surface_subject(tree, joined.i):
                found = tree.child(joined.i, "dobj")
                break
        if found is None and token.dep == "relcl":
            own = _surface_subject(tree, i)
            if own is not None and own.lower not in RELATIVE:
                return [whole_of_number(tree, token.head)]  # "the demands Moscow made"
        if found is None:
            return []
    if found.lower in RELATIVE:
        thing = whole_of_number(tree, _antecedent(tree, found, i))
        return [whole_before_comma(tree, found, thing)]
    return coordinated(tree, found.i)


def prepositions(tree: Parse, i: int) -> Iterator[tuple[str, Token]]:
    """Prepositions below `i` with their objects: ("with", Vella), lists taken apart."""
    for prep in tree.children(i, "prep", "dative", "agent"):
        yield from _below(tree, prep)
    # "handed the draft to the council": the phrase may hang on the object.
    for child in tree.children(i, "dobj", "prt", "advmod"):
        for prep in tree.children(child.i, "prep"):
            yield from _below(tree, prep)
            if child.dep == "dobj" and prep.lower == "of":  # "the draft of its terms to …"
                for noun in tree.children(prep.i, "pobj"):
                    for inner in tree.children(noun.i, "prep"):
                        yield from _below(tree, inner)


def _below(tree: Parse, prep: Token) -> Iterator[tuple[str, Token]]:
    word = prep.lower
    for child in tree.children(prep.i):
        if child.dep == "pobj":
            for i in coordinated(tree, child.i):
                yield word, tree.tokens[i]
        elif child.dep in ("prep", "pcomp") and child.pos in ("ADP", "SCONJ"):
            for _, token in _below(tree, child):
                yield f"{word} {child.lower}", token  # "ahead of", "out of"
        elif child.dep == "pcomp":
            yield word, child
        elif child.dep == "conj" and child.pos == "ADP":
            yield from _below(tree, child)


def complement(tree: Parse, i: int) -> Token | None:
    """The clause, infinitive or gerund that completes word `i`, or None."""
    for child in tree.children(i, "ccomp", "xcomp", "acl"):
        if child.i > i and child.pos in ("VERB", "AUX", "ADJ", "NOUN"):
            if child.dep == "acl" and child.tag in ("VBN",):
                continue
            return child
    for child in tree.children(i, "advcl"):  # "demanded for Malta to leave"
        if any(mark.lower == "for" for mark in tree.children(child.i, "mark")):
            return child
    return None


def phrase(tree: Parse, i: int) -> Span:
    """The words of token `i` with all below it, without marks and brackets at the ends."""
    first, last = tree.edges(i)
    while first < i and tree.tokens[first].pos in ("PUNCT", "SPACE", "CCONJ"):
        first += 1
    while last > i and tree.tokens[last].pos in ("PUNCT", "SPACE", "CCONJ"):
        last -= 1
    return tree.span(first, last)
