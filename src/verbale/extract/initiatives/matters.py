"""
The matter of an initiative: the nouns that name it, wherever they stand.

"The idea of an electoral commission" is the commission, and "it" or "the proposal" is what
the sentence said it was about, or what the sentence before told of.
"""

from __future__ import annotations

from verbale.extract.uptakes.clauses import topic_of
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span

PACKAGE = "verbale.extract"
LIST = "initiatives"
NOUNS = ("NOUN", "PROPN")
# How far down a matter its nouns are looked for.
DEEPEST = 5


def listed(name: str) -> frozenset[str]:
    """One list of words about initiatives."""
    return words(PACKAGE, LIST, name)


def holders_of(annotated: AnnotatedDocument, noun: Token) -> list[int]:
    """Whose it is: "Arden's proposal", "the proposal of Arden", "an Ardenian proposal"."""
    tree = annotated.parse
    found = [child.i for child in tree.children(noun.i, "poss")]
    for of in tree.children(noun.i, "prep"):
        if of.lower in ("of", "by", "from"):
            found.extend(child.i for child in tree.children(of.i, "pobj"))
    if not found:
        found = [
            child.i
            for child in tree.children(noun.i, "amod", "compound", "nmod")
            if (held := annotated.mention_headed(child)) is not None and held.party is not None
        ]
    return found


def whole(tree: Parse, i: int) -> int:
    """The noun that an "of …", a "between …" or an aside ("…, an idea of his") belongs to."""
    token = tree.tokens[i]
    if token.dep == "appos" and token.lemma in listed("hollow"):
        token = tree.head(i)
    while token.dep == "pobj" and tree.head(token.i).dep == "prep":
        above = tree.head(tree.head(token.i).i)
        if above.pos not in NOUNS:
            break
        token = above
    return token.i


def with_what(tree: Parse, token: Token) -> list[int]:
    """The plan that somebody came up with."""
    return [
        noun.i
        for prep in tree.children(token.i, "prep")
        if prep.lower == "with"
        for noun in tree.children(prep.i, "pobj")
    ]


def said_of(tree: Parse, token: Token) -> list[int]:
    """The noun of "an idea he said he had put forward himself"."""
    at = token
    while at.dep in ("ccomp", "xcomp") and tree.head(at.i).pos == "VERB":
        at = tree.head(at.i)
    return [whole(tree, at.head)] if at.dep == "relcl" and at.i != token.i else []


def nouns_of(tree: Parse, i: int, trigger: int, depth: int = 0) -> list[int]:
    """The nouns that name what token `i` tells of; those that name nothing lend theirs."""
    token = tree.tokens[i]
    if depth > DEEPEST or i == trigger:
        return []
    if token.pos in NOUNS and token.lemma not in listed("hollow"):
        if token.lemma in listed("ideas") - listed("making_nouns"):  # "a plan for a joint fund"
            told = [
                noun
                for child in tree.children(i, "prep", "acl")
                if child.lower in ("for", "on") or child.dep == "acl"
                for noun in nouns_of(tree, child.i, trigger, depth + 1)
                if child.i > i
            ]
            return [i, *told]
        if token.lemma not in listed("making_nouns"):
            return [i]
        if token.lemma in listed("put_off") and not _of_what(tree, i):
            return [i]  # "an adjournment until Friday" is the adjournment
    elif token.pos == "PRON":
        return []
    found = []
    deps = ("prep", "pobj", "pcomp", "dobj", "nsubjpass", "nsubj", "acl", "ccomp", "xcomp", "attr")
    for child in tree.children(i, *deps, "appos", "relcl"):
        if child.dep == "relcl" and token.pos not in NOUNS:
            continue
        found.extend(nouns_of(tree, child.i, trigger, depth + 1))
    if not found and token.pos in NOUNS and token.dep == "appos":
        found = nouns_of(tree, token.head, trigger, depth + 1)
    return found


def _of_what(tree: Parse, i: int) -> bool:
    return any(prep.lower in ("of", "to") for prep in tree.children(i, "prep", "acl"))


def named_before(annotated: AnnotatedDocument, noun: Token) -> list[int]:
    """What a noun for an idea is about, told before it: "Arden's hotline proposal"."""
    tree = annotated.parse
    return [
        child.i
        for child in tree.children(noun.i, "compound", "nmod")
        if child.pos == "NOUN" and annotated.mention_headed(child) is None
    ]


def name_of(tree: Parse, i: int) -> Span:
    """A noun with the words before it that belong to its name."""
    first = i
    for child in tree.children(i, "compound", "amod", "nmod"):
        if child.i < i:
            first = min(first, child.i)
    return tree.span(first, i)


def pointed_at(tree: Parse, first: int, trigger: int) -> tuple[Span | None, list[int]]:
    """What "it" or "the proposal" means: the sentence's topic, else the sentence before."""
    topic = topic_of(tree, first, trigger)
    if topic is not None:
        held = [token for token in tree.tokens_in(topic.start, topic.end) if token.pos in NOUNS]
        return topic, [token.i for token in held if not _belongs(tree, token)]
    at = tree.tokens[first].sentence
    if not at:
        return None, []
    before = tree.sentences[at - 1]
    nouns = [
        token.i
        for token in tree.tokens[before.first : before.last]
        if token.pos in NOUNS and not _belongs(tree, token)
    ]
    return tree.sentence_span(before), nouns


def _belongs(tree: Parse, token: Token) -> bool:
    """Whether it is only part of another noun's name."""
    return token.dep in ("compound", "nmod", "amod") and tree.head(token.i).pos in NOUNS
