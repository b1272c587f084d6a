"""
A document with what annotation found in it, ready for extraction.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from verbale.model.document import Document
from verbale.model.mention import Chain, Mention, Reference
from verbale.model.parse import Parse, Token
from verbale.model.timex import Timex


@dataclass(frozen=True, slots=True)
class QuotedRegion:
    """
    Words between quotation marks; `start` and `end` leave the marks out.

    `closed` is False where no closing mark was found and the paragraph's end was
    taken. `scare` marks a few words in quotes that are a name, title or irony, by
    form alone (short and not a clause): those may be part of speech, never speech.
    """

    start: int
    end: int
    text: str
    closed: bool = True
    scare: bool = False


@dataclass(frozen=True)
class AnnotatedDocument:
    """
    One document after its only parse.

    `mentions`, `timexes` and `quotes` are in order of their start. `references`
    holds one entry a mention, by the same index.
    """

    document: Document
    parse: Parse
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    references: tuple[Reference, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quotes: tuple[QuotedRegion, ...] = ()

    @property
    def text(self) -> str:
        """The clean text all offsets refer to."""
        return self.document.text

    @cached_property
    def _mention_by_head(self) -> dict[int, Mention]:
        return {mention.head: mention for mention in self.mentions}

    def mention_headed(self, token: Token) -> Mention | None:
        """The mention whose head is `token`, or None."""
        return self._mention_by_head.get(token.i)

    def timexes_in(self, start: int, end: int) -> list[Timex]:
        """Time expressions inside the characters `start` to `end`."""
        return [timex for timex in self.timexes if start <= timex.start and timex.end <= end]
