"""
Findings: statements in the making, as sets of tokens.

The rooms of attribution (verbs, nouns, quotations) hand findings to one another;
only `attribution` turns them into statements. Everything is counted in token
indices here, so that pieces can be joined and cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from verbale.model.annotated import AnnotatedDocument, QuotedRegion
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
# Quotations shorter than this are part of what stands around them.
SHORT_QUOTATION = 3  # words


@dataclass
class Finding:
    """
    Somebody's words or attitude: cue, source and content as token indices.

    `sayer` is the cue's head word. `owned` are the quoted regions taken in, by index.
    `passive` marks a subject that is told or spoken of, not speaking.
    """

    rule: str
    sayer: int
    cue: set[int]
    content: set[int]
    source: set[int] = field(default_factory=set)
    source_head: int | None = None
    addressee: int | None = None
    owned: set[int] = field(default_factory=set)
    unsure: str | None = None


@dataclass
class Page:
    """An annotated document with what attribution asks of it again and again."""

    annotated: AnnotatedDocument
    tree: Parse
    quotes: tuple[QuotedRegion, ...]
    quote_of: dict[int, int]  # token → the region it stands in, long regions only
    quote_tokens: list[tuple[int, int]]  # first and last token of each region

    @classmethod
    def of(cls, annotated: AnnotatedDocument) -> Page:
        """Number the tokens of every quoted region."""
        tree = annotated.parse
        quote_of: dict[int, int] = {}
        bounds: list[tuple[int, int]] = []
        for number, quote in enumerate(annotated.quotes):
            inside = [token.i for token in tree.tokens_in(quote.start, quote.end)]
            bounds.append((inside[0], inside[-1]) if inside else (0, -1))
            for i in inside:
                quote_of[i] = number
        return cls(annotated, tree, annotated.quotes, quote_of, bounds)

    def in_speech(self, i: int) -> bool:
        """Whether a token stands inside a quotation long enough to be speech."""
        number = self.quote_of.get(i)
        return number is not None and self.is_long(number)

    def is_long(self, number: int) -> bool:
        """Whether a quotation is more than a quoted word or two."""
        first, last = self.quote_tokens[number]
        quote = self.quotes[number]
        # “No.” and “Never,” are whole utterances.
        ended = quote.text.rstrip()[-1:] in (",", ".", "!", "?")
        return not quote.scare and (last - first >= SHORT_QUOTATION or (ended and last >= first))

    def paragraph(self, i: int) -> int:
        """The paragraph a token stands in."""
        return self.tree.sentence_of(i).paragraph


def span_of(first: int, last: int) -> set[int]:
    """Token indices from first to last, both inclusive."""
    return set(range(first, last + 1))


def below(tree: Parse, i: int) -> set[int]:
    """The stretch of tokens from the first to the last of a subtree."""
    return span_of(*tree.edges(i))


def is_verb(token: Token) -> bool:
    """Whether a token is tagged as a verb of any form."""
    return token.pos in ("VERB", "AUX")


def runs(indices: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Unbroken runs of token indices, first and last."""
    first = last = None
    for i in sorted(indices):
        if last is not None and first is not None and i == last + 1:
            last = i
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = i
    if first is not None and last is not None:
        yield first, last
