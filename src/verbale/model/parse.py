"""
The parse of a document: tokens, their dependencies, and sentences.

Rules read this and not the NLP library's own objects, so that the library is
imported in one module only, a parse can be kept as compact rows, and a rule can
be tried on a parse written by hand.

Many rules read one page, and most of them find nothing in it. So a rule asks the page for
its own words (`with_lemma`, `with_form`, `near`) and looks around those; one that
walks over all tokens is paid on every page, whether it finds anything or not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, KeysView, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

import msgspec

from verbale.model.span import Span


class Token(msgspec.Struct, frozen=True, array_like=True):
    """
    One token. `lower` is its text in lower case, `head` the index of its governor (its
    own for a root), `dep` the label (ClearNLP style, as in the English spaCy models),
    `pos` the universal and `tag` the Penn tag, `entity` the entity type or "".

    A page has thousands of them: as a Struct one is made in a tenth of the time that a
    frozen dataclass takes, and kept as a row without the names of its fields.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    entity_begins: bool
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (exclusive); `paragraph` counts from 0."""

    i: int
    first: int
    last: int
    root: int
    paragraph: int


NONE: frozenset[str] = frozenset()  # labels of what hangs on a token without dependents


@dataclass(frozen=True)
class Parse:
    """The tokens of a document with the tree over them."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token)
        return tuple(map(tuple, below))

    @cached_property
    def _below(self) -> tuple[frozenset[str], ...]:
        """The labels of each token's dependents: most questions are for one it has not."""
        return tuple(
            frozenset([token.dep for token in below]) if below else NONE for below in self._children
        )

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Each token in lower case, so that a wording is one slice to compare."""
        return tuple(token.lower for token in self.tokens)

    @cached_property
    def lowered(self) -> str:
        """The text in lower case with every character where it was, for expressions."""
        lower = self.text.lower()
        if len(lower) == len(self.text):
            return lower
        return "".join(char.lower() if len(char.lower()) == 1 else char for char in self.text)

    @cached_property
    def _sentence_spans(self) -> tuple[Span, ...]:
        return tuple(self.span(each.first, each.last - 1) for each in self.sentences)

    @cached_property
    def verbs(self) -> tuple[Token, ...]:
        """The tokens that are verbs, helping ones too, in text order."""
        return tuple(token for token in self.tokens if token.pos in ("VERB", "AUX"))

    @cached_property
    def raised(self) -> tuple[Token, ...]:
        """The tokens that begin with a capital, in text order."""
        return tuple(token for token in self.tokens if token.text[:1].isupper())

    @cached_property
    def _by_form(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, form in enumerate(self.forms):
            found.setdefault(form, []).append(i)
        return found

    @cached_property
    def _by_lemma(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for token in self.tokens:
            found.setdefault(token.lemma, []).append(token.i)
        return found

    @property
    def words(self) -> KeysView[str]:
        """Each word of the page, as form and as lemma, as `near` finds it."""
        return self._by_word.keys()

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """Where each word stands, by its form in lower case and its lemma."""
        found: dict[str, list[int]] = {}
        for form, token in zip(self.forms, self.tokens, strict=True):
            found.setdefault(form, []).append(token.i)
            if token.lemma != form:
                found.setdefault(token.lemma, []).append(token.i)
            if token.dep == "neg" and "not" not in (form, token.lemma):
                found.setdefault("not", []).append(token.i)
        return found

    @cached_property
    def _edges(self) -> tuple[tuple[int, int], ...]:
        """For each token the first and last token of its subtree."""
        heads = [token.head for token in self.tokens]
        first, last = list(range(len(heads))), list(range(len(heads)))
        for i in range(len(heads)):
            at = i
            # Each token widens those above it, up to one that is wide enough: so are the rest.
            while heads[at] != at:
                at = heads[at]
                if i < first[at]:
                    first[at] = i
                elif i > last[at]:
                    last[at] = i
                else:
                    break
        return tuple(zip(first, last, strict=True))

    @cached_property
    def _depths(self) -> tuple[int, ...]:
        heads = [token.head for token in self.tokens]
        depths = [-1] * len(heads)
        for i in range(len(heads)):
            path = []
            at = i
            while depths[at] < 0 and heads[at] != at:
                path.append(at)
                at = heads[at]
            depth = max(depths[at], 0)
            depths[at] = depth
            for above in reversed(path):
                depth += 1
                depths[above] = depth
        return tuple(depths)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    def depth(self, i: int) -> int:
        """How many steps token `i` is below its sentence's root."""
        return self._depths[i]

    def with_form(self, listed: Set[str]) -> list[Token]:
        """The tokens that are one of the listed words in lower case, in text order."""
        return self._of(self._by_form, listed)

    def with_lemma(self, listed: Set[str]) -> list[Token]:
        """The tokens whose lemma is one of the listed, in text order."""
        return self._of(self._by_lemma, listed)

    def has_words(self, wording: Iterable[str]) -> bool:
        """Whether each of these words stands anywhere, as `near` would find it."""
        return all(map(self._by_word.__contains__, wording))

    def near(self, word: str, i: int, reach: int) -> list[int]:
        """
        Where `word` stands, as form or lemma, at most `reach` tokens from token `i`.

        Whatever negates a verb stands for "not": "n't", "never".
        """
        at = self._by_word.get(word)
        if at is None:
            return []
        return at[bisect_left(at, i - reach) : bisect_right(at, i + reach)]

    def _of(self, places: dict[str, list[int]], listed: Set[str]) -> list[Token]:
        # Whichever is shorter, the list or the page, is gone through.
        if len(listed) < len(places):
            found = [i for word in listed if word in places for i in places[word]]
        else:
            found = [i for word, at in places.items() if word in listed for i in at]
        found.sort()
        return [self.tokens[i] for i in found]

    def children(self, i: int, *deps: str) -> Sequence[Token]:
        """The dependents of token `i`, in order; only those with one of `deps` if given."""
        if not deps:
            return self._children[i]
        if self._below[i].isdisjoint(deps):
            return ()
        return [token for token in self._children[i] if token.dep in deps]

    def child(self, i: int, *deps: str) -> Token | None:
        """The first such dependent, or None."""
        for token in self._children[i]:
            if not deps or token.dep in deps:
                return token
        return None

    def head(self, i: int) -> Token:
        """The governor of token `i` (itself for a root)."""
        return self.tokens[self.tokens[i].head]

    def ancestors(self, i: int) -> Iterator[Token]:
        """The governors of token `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def subtree(self, i: int) -> list[int]:
        """Indices of token `i` and all below it, in order."""
        found, stack = [], [i]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(token.i for token in self._children[at])
        return sorted(found)

    def edges(self, i: int) -> tuple[int, int]:
        """First and last token of the subtree of `i` (both inclusive)."""
        return self._edges[i]

    def span(self, first: int, last: int) -> Span:
        """Characters of tokens `first` to `last`, both inclusive."""
        return Span.of(self.text, self.tokens[first].start, self.tokens[last].end)

    def subtree_span(self, i: int) -> Span:
        """Characters from the first to the last token of the subtree of `i`."""
        return self.span(*self.edges(i))

    def openings(self) -> Iterator[Sentence]:
        """The first sentence of each paragraph, in order."""
        for sentence in self.sentences:
            if sentence.i == 0 or sentence.paragraph != self.sentences[sentence.i - 1].paragraph:
                yield sentence

    def sentence_of(self, i: int) -> Sentence:
        """The sentence that token `i` belongs to."""
        return self.sentences[self.tokens[i].sentence]

    def sentence_span(self, sentence: Sentence) -> Span:
        """Characters of a sentence."""
        return self._sentence_spans[sentence.i]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers the character at `offset`, or None."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self.tokens[at].end:
            return None
        return self.tokens[at]

    def tokens_in(self, start: int, end: int) -> Iterator[Token]:
        """Tokens that overlap the characters `start` to `end`."""
        at = bisect_left(self._starts, start)
        if at and self.tokens[at - 1].end > start:
            at -= 1
        while at < len(self.tokens) and self.tokens[at].start < end:
            yield self.tokens[at]
            at += 1
