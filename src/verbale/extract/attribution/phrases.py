"""
Phrases that name a source without a verb: "according to", "in her view", "Name: …".
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.extract.attribution.answers import answer_findings
from verbale.extract.attribution.finding import PACKAGE, Finding, Page, below, span_of
from verbale.extract.attribution.labels import label_findings
from verbale.extract.attribution.sources import source_tokens
from verbale.lexicon import terms, words
from verbale.model.parse import Token

MOST_IN_TAIL = 4  # words of a source that stands behind a headline's dash
DASHES = frozenset({"–", "—", "-", "--"})
NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "PRON"})


def phrase_findings(page: Page) -> Iterator[Finding]:
    """Findings for prepositional phrases and labels, in order of kind."""
    yield from _according(page)
    yield from _stances(page)
    yield from _papers(page)
    yield from _hearsay(page)
    yield from label_findings(page)
    yield from answer_findings(page)
    yield from _headline_labels(page)


def _according(page: Page) -> Iterator[Finding]:
    tree = page.tree
    tokens = tree.tokens
    for token in tree.with_form({"according"}):
        if token.i + 1 == len(tokens):
            continue
        follow = tokens[token.i + 1]
        if follow.lower != "to" or page.in_speech(token.i):
            continue
        head = tree.child(follow.i, "pobj") or tree.child(token.i, "pobj")
        if head is None or head.lemma in words(PACKAGE, "cue_nouns", "no_source"):
            continue
        cue = {token.i, follow.i}
        source = {i for i in source_tokens(tree, head.i, follow.i) if i > follow.i}
        yield Finding(
            "according to", token.i, cue, _beside(page, token, cue | source), source, head.i
        )


def _beside(page: Page, phrase: Token, own: set[int]) -> set[int]:
    """
    The part of the sentence that a source phrase speaks for.

    What stands before it in the sentence, back to a colon or semicolon; where the
    phrase opens the sentence, what comes after it.
    """
    tree = page.tree
    sentence = tree.sentence_of(phrase.i)
    before = [i for i in range(sentence.first, min(own)) if i not in own]
    for i in reversed(before):
        if tree.tokens[i].text in (":", ";") and i not in page.quote_of and len(before) > 3:
            before = [j for j in before if j > i]
            break
    after = list(range(max(own) + 1, sentence.last))
    words = [i for i in before if tree.tokens[i].pos != "PUNCT"]
    governor = tree.head(phrase.i)
    if len(words) < 3 or (governor.i > phrase.i and governor.i != phrase.i):
        return set(before) | set(after)
    return set(before)


def _stances(page: Page) -> Iterator[Finding]:
    """In her view, by their own account, in the words of the envoy."""
    tree = page.tree
    stance = terms(PACKAGE, "cue_nouns")["stance"]
    for token in tree.with_form({noun for nouns in stance.values() for noun in nouns}):
        if token.dep != "pobj" or page.in_speech(token.i):
            continue
        preposition = tree.head(token.i)
        if token.lower not in stance.get(preposition.lower, ()):
            continue
        owner = tree.child(token.i, "poss")
        if owner is None and any(c.lower == "the" for c in tree.children(token.i, "det")):
            of = next((c for c in tree.children(token.i, "prep") if c.lower == "of"), None)
            owner = tree.child(of.i, "pobj") if of is not None else None
        if owner is None:
            continue
        source = source_tokens(tree, owner.i, token.i)
        comma = next(
            (i for i in sorted(source) if i > owner.i and tree.tokens[i].text == ","), None
        )
        if comma is not None:
            # The comma closes the phrase; what follows is the sentence again.
            source = {i for i in source if i < comma}
        first, last = tree.edges(preposition.i)
        own = span_of(first, last)
        if tree.head(preposition.i).pos not in ("VERB", "AUX"):
            continue
        yield Finding(
            "stance phrase",
            token.i,
            own - source,
            _beside(page, preposition, own) & below(tree, tree.head(preposition.i).i),
            source,
            owner.i,
        )


def _papers(page: Page) -> Iterator[Finding]:
    """In a poll released on Monday, half of the voters …: the paper is the source."""
    tree = page.tree
    for sentence in tree.sentences:
        opening = tree.tokens[sentence.first]
        if opening.lower != "in" or opening.dep != "prep" or page.in_speech(opening.i):
            continue
        paper = tree.child(opening.i, "pobj")
        if paper is None or paper.lemma not in words(PACKAGE, "cue_nouns", "papers"):
            continue
        last = tree.edges(opening.i)[1]
        if last + 2 >= sentence.last or tree.tokens[last + 1].text != ",":
            continue
        source = source_tokens(tree, paper.i, opening.i)
        content = span_of(last + 2, sentence.last - 1)
        yield Finding("paper", opening.i, {opening.i}, content, source, paper.i)


def _hearsay(page: Page) -> Iterator[Finding]:
    """Reportedly, allegedly: somebody says so, and nobody is named."""
    tree = page.tree
    for token in tree.with_form(words(PACKAGE, "cue_nouns", "hearsay")):
        if page.in_speech(token.i):
            continue
        governor = tree.head(token.i)
        if token.dep != "advmod" or governor.pos not in ("VERB", "AUX"):
            continue
        yield Finding("hearsay", token.i, {token.i}, below(tree, governor.i) - {token.i})


def _headline_labels(page: Page) -> Iterator[Finding]:
    """No deal without guarantees – Vella: the source behind a headline's dash."""
    tokens = page.tree.tokens
    for sentence in page.tree.sentences:
        if sentence.paragraph:
            return
        last = sentence.last - 1
        dash = next((i for i in range(last, sentence.first, -1) if tokens[i].text in DASHES), None)
        if dash is None or dash - sentence.first < 3 or not 0 < last - dash <= MOST_IN_TAIL:
            continue
        named = [i for i in range(dash + 1, last + 1) if page.annotated.mention_headed(tokens[i])]
        spaced = page.annotated.text[tokens[dash].start - 1] == " "
        if spaced and named and all(tokens[i].pos in NOMINAL for i in range(dash + 1, last + 1)):
            yield Finding(
                "label",
                dash,
                {dash},
                span_of(sentence.first, dash - 1),
                span_of(dash + 1, last),
                named[-1],
            )
