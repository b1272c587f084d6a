"""
Propositions: minutes taken apart into party, predicate and point.

Minutes tell several stands in one sentence: "A, supported by B and opposed by C,
proposed …" holds three. The list before the predicate is read from the words, since
parsers tear lists of names in capitals; the predicates come from the tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.extract.clauses import logical_subject
from verbale.extract.minutes.siding import actors_between, joining, siding
from verbale.extract.minutes.stances import (
    is_absolute,
    is_bare_opposition,
    is_stance,
    predicates,
    start_of_clause,
)
from verbale.extract.modality.negation import is_negated
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Sentence, Token
from verbale.model.proposition import Proposition
from verbale.model.span import Span

PACKAGE = "verbale.extract"


def propositions(annotated: AnnotatedDocument) -> Iterator[Proposition]:
    """Find every party's stand in every sentence."""
    for sentence in annotated.parse.sentences:
        yield from _of_sentence(annotated.parse, sentence)
        yield from _of_nouns(annotated.parse, sentence)


def _of_sentence(tree: Parse, sentence: Sentence) -> Iterator[Proposition]:
    verbs = predicates(tree, sentence)
    # "Announced that it has withdrawn …": the outer verb only lends its actors.
    outer = {verb.head for verb in verbs if verb.dep == "ccomp" and verb.head < verb.i}
    last: list[Proposition] = []
    before: list[tuple[Span, bool]] = []
    for verb in verbs:
        if is_bare_opposition(tree, verb, sentence) and last:
            for actor, _ in actors_between(tree, start_of_clause(tree, verb, sentence), verb.i):
                yield Proposition(actor, last[0].predicate, last[0].point, opposed=True)
            continue
        found = _actors(tree, verb, sentence)
        if not found and (verb.dep in ("conj", "ccomp") or before):
            found = before + joining(tree, verb)
        if not found:
            continue
        before = found
        if verb.i in outer:
            continue
        point, behind = _point(tree, verb, verbs, sentence)
        negated = is_negated(tree, verb.i)
        predicate = tree.span(verb.i, verb.i)
        last = [
            Proposition(actor, predicate, point, opposed=opposed != negated)
            for actor, opposed in [*found, *behind]
        ]
        yield from last


def _of_nouns(tree: Parse, sentence: Sentence) -> Iterator[Proposition]:
    """Stances told by a noun: "Arden's proposal to …", "a request from Brum for …"."""
    nouns = words(PACKAGE, "stances", "nouns")
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.lemma not in nouns or token.pos != "NOUN":
            continue
        owners: list[tuple[Span, bool]] = []
        first = token.i + 1
        for child in tree.children(token.i, "poss", "compound", "nmod"):
            if child.i < token.i and (child.dep == "poss" or child.pos == "PROPN"):
                low, high = tree.edges(child.i)
                if tree.tokens[high].lower in ("'s", "’s", "'", "’"):
                    high -= 1
                owners.extend(actors_between(tree, low, high + 1))
        for prep in tree.children(token.i, "prep"):
            giver = tree.child(prep.i, "pobj")
            if prep.lower in ("by", "from") and giver is not None:
                last = _end_of_name(tree, giver)
                owners.extend(actors_between(tree, prep.i + 1, last + 1))
                first = max(first, last + 1) if prep.i == token.i + 1 else first
        end = min(tree.edges(token.i)[1] + 1, sentence.last)
        if not owners or end <= first:
            continue
        point, predicate = tree.span(first, end - 1), tree.span(token.i, token.i)
        for actor, _ in owners:
            yield Proposition(actor, predicate, point)


def _end_of_name(tree: Parse, giver: Token) -> int:
    """The last word of a name or list of names, before what is hung on it."""
    last = giver.i
    for child in tree.children(giver.i, "conj"):
        if child.pos == "PROPN":
            last = max(last, _end_of_name(tree, child))
    return last


def _actors(tree: Parse, verb: Token, sentence: Sentence) -> list[tuple[Span, bool]]:
    """Who stands behind a predicate; True for those who stand against it."""
    agent = tree.child(verb.i, "agent")
    if agent is not None and tree.child(verb.i, "auxpass"):
        first = agent.i + 1
        last = tree.edges(agent.i)[1]
        end = next(
            (i for i in range(first, last + 1) if tree.tokens[i].lower in ("who", "which", "that")),
            last + 1,
        )
        return actors_between(tree, first, end)
    if verb.dep == "relcl":
        head = verb.head
        return actors_between(tree, tree.edges(head)[0], head + 1)
    if verb.dep == "advcl" and verb.tag == "VBG" and verb.i < tree.head(verb.i).i:
        main = tree.head(verb.i)
        return _actors(tree, main, sentence) if main.dep != "advcl" else []
    subject = tree.child(verb.i, "nsubj", "nsubjpass")
    if subject is None and verb.dep not in ("conj", "ccomp", "ROOT", "advcl"):
        return actors_between(tree, sentence.first, verb.i)
    if subject is None:
        controller = logical_subject(tree, verb.i)
        if verb.dep in ("conj", "ccomp") or controller is None:
            return []
        subject = tree.tokens[controller]
    if subject.pos == "PRON":
        return []
    first = min(tree.edges(subject.i)[0], subject.i)
    opening = _opening_support(tree, sentence)
    if opening is not None and opening < first:
        first = opening
    return actors_between(tree, first, _end_of_subject(tree, verb))


def _end_of_subject(tree: Parse, verb: Token) -> int:
    end = verb.i
    for child in tree.children(verb.i, "aux", "neg", "advmod", "auxpass"):
        if child.i < end and child.i > verb.i - 5:
            end = min(end, child.i)
    return end


def _opening_support(tree: Parse, sentence: Sentence) -> int | None:
    """The start of a sentence that opens with "Opposed by C, …"."""
    first = tree.tokens[sentence.first]
    second = tree.tokens[min(sentence.first + 1, sentence.last - 1)]
    return first.i if first.tag == "VBN" and second.lower == "by" else None


def _point(
    tree: Parse, verb: Token, verbs: list[Token], sentence: Sentence
) -> tuple[Span | None, list[tuple[Span, bool]]]:
    """What the predicate is about, and who is told to side or not behind it."""
    if tree.child(verb.i, "auxpass") and tree.child(verb.i, "nsubjpass"):
        subject = tree.child(verb.i, "nsubjpass")
        span = tree.subtree_span(subject.i) if subject is not None else None
        first, behind = siding(tree, verb.i + 2, sentence.last)
        return span, behind
    first = verb.i + 1
    end = sentence.last
    for other in verbs:
        if other.i <= verb.i:
            continue
        if is_bare_opposition(tree, other, sentence):
            end = min(end, start_of_clause(tree, other, sentence) - 1)
        elif is_absolute(tree, other) or other.dep == "relcl" or other.dep != "ccomp":
            end = min(end, _cut(tree, other, verb))
    end = min(end, _trailing(tree, verb, end))
    end, behind = siding(tree, first, end)
    if verb.dep == "advcl" and verb.i < tree.head(verb.i).i:
        end = min(end, tree.edges(verb.i)[1] + 1)
    while first < end and tree.tokens[first].text == ",":
        first += 1
    while end > first and (
        tree.tokens[end - 1].text in (",", ";")
        or tree.tokens[end - 1].lower in ("and", "but", "while", "with")
    ):
        end -= 1
    return (tree.span(first, end - 1) if end > first else None), behind


def _trailing(tree: Parse, verb: Token, end: int) -> int:
    """Where a trailing ", stating that …" begins."""
    for token in tree.tokens[verb.i + 2 : end]:
        if (
            token.tag == "VBG"
            and is_stance(token)
            and tree.tokens[token.i - 1].text == ","
            and token.head == verb.i
        ):
            return token.i - 1
    return end


def _cut(tree: Parse, other: Token, verb: Token) -> int:
    """Where the point ends before a joined predicate: at its conjunction."""
    at = other.i - 1
    while at > verb.i and tree.tokens[at].lower not in ("and", "but", "while", ",", ";"):
        at -= 1
    return at if at > verb.i else other.i
