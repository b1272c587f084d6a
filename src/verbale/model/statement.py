"""
Statements: who is reported to have said what, in the terms of PARC 3.0 and PolNeAR.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verbale.model.span import Span


class StatementKind(StrEnum):
    """Whether the content stands in quotation marks wholly, not at all, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Statement:
    """
    One attributed utterance or attitude, as one page tells it.

    `source` said it, `cue` is what tells so, `content` is what was said (several
    spans where it is broken up). `speaker` is the index of the source's mention in
    the document, None where the source is not a mention or is not told. `sayer`
    is the lemma of the cue's head word. `on_behalf_of` ("on behalf of the union"),
    `addressee` ("told the envoy") and `channel` ("told Radio Lumen", "at a press
    conference", "in a statement") are spans outside the content. `via` are further
    sources between the speaker and the page, nearest to the speaker first ("an aide
    said, Reuters reported"). `timex` is the index of the expression that dates the
    saying itself. `inside` is the index of the statement whose content this one
    lies in (nested speech). `unsure` gives the reason where the source was taken
    from context. `rule` names what found it. `as_news`: told without a day, as what
    is new on the page.
    """

    i: int
    kind: StatementKind
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    rule: str
    source_head: Span | None = None
    speaker: int | None = None
    sayer: str = ""
    on_behalf_of: Span | None = None
    addressee: Span | None = None
    channel: Span | None = None
    via: tuple[Span, ...] = ()
    timex: int | None = None
    inside: int | None = None
    unsure: str | None = None
    as_news: bool = False

    @property
    def start(self) -> int:
        """First character of the content."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1].end
