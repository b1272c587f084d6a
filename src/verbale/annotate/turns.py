"""
Turns: the names before a colon that label who speaks in a transcript.

A small tagger takes a name that stands alone before a colon ("VELLA: No.") for an adverb
or an adjective as often as for a name. Where the same words open several paragraphs in
that way, or are a name of the page's, they are names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from msgspec.structs import replace as altered

from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import is_title, people_words
from verbale.lexicon import words
from verbale.model.parse import Parse, Token

LONGEST_LABEL = 6  # tokens before the colon
TURNS = 2  # of one speaker make a transcript


def name_turns(tree: Parse) -> Parse:
    """The tree with the labels of turns read as names; as it is where there are none."""
    labels = [label for label in _labels(tree) if label]
    if not labels:
        return tree
    often = Counter(_key(label) for label in labels)
    called = _names(tree, {token.i for label in labels for token in label})
    changed = {
        token.i: altered(token, pos="PROPN", tag="NNP", lemma=token.text)
        for label in labels
        if often[_key(label)] >= TURNS or label[-1].lower in called
        for token in label
        if token.pos != "PROPN"
    }
    if not changed:
        return tree
    return replace(tree, tokens=tuple(changed.get(token.i, token) for token in tree.tokens))


def _labels(tree: Parse) -> Iterator[list[Token]]:
    """The words of a name that stand alone before a paragraph's first colon."""
    no_names = words("verbale.annotate", "mending", "no_turns")
    for sentence in tree.openings():
        label: list[Token] = []
        for token in tree.tokens[sentence.first : sentence.first + LONGEST_LABEL]:
            if token.text == ":":
                yield label
                break
            if not token.text[:1].isupper() or token.lower.rstrip(".") in no_names:
                break
            if office_head(token.lower) is None and not is_title(token.lower):
                label.append(token)


def _key(label: list[Token]) -> tuple[str, ...]:
    return tuple(token.lower for token in label)


def _names(tree: Parse, but: set[int]) -> frozenset[str]:
    """The last words of the page's longer names, in lower case, the labels aside."""
    found = set()
    for token in tree.tokens:
        if token.pos != "PROPN" or token.i == 0 or tree.tokens[token.i - 1].pos != "PROPN":
            continue
        if token.i not in but and token.lower not in people_words("bodies"):
            found.add(token.lower)
    return frozenset(found)
