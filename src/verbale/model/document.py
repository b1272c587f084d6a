"""
Evidence: the page as found, and the clean text we read.

Cleaning never throws anything away unseen: what is cut is kept with its reason,
and every stretch of clean text knows where it stood in the page.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from verbale.model.interval import Interval
from verbale.model.span import Span


@dataclass(frozen=True, slots=True)
class Page:
    """
    A page as found. `path` is as the user gave it, with `#member` for a part of an
    archive; `name` is the part of it that does not depend on the machine (relative
    to the folder that was given), used for ids and order. `retrieved` is an ISO day
    or instant if the container tells it (an archive does), never the file's mtime.
    """

    path: str
    name: str
    sha256: str
    media: str  # "text/plain", "text/html", …
    url: str | None = None
    outlet: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the page's text that was judged not to be story, and why."""

    start: int  # into the page's text as found
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Segment:
    """`length` characters at `start` of the clean text stood at `found` in the page."""

    start: int
    found: int
    length: int


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """
    A day that something on the page may mean as its day of publication.

    `origin` is one of: json-ld, meta, url, time-tag, http-header, banner, dateline,
    headline, headed, byline, updated, comment, feed, field. `text` is it as found; `weekday_agrees`
    is None where no weekday is named. Never believed alone: see link/dating.
    """

    origin: str
    days: Interval
    text: str
    weekday_agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """
    Somebody the page itself credits: "MOSCOW (AA) –", "Source: TASS",
    "Reuters contributed". `role` is agency, source, contributor or byline.
    """

    name: str
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """
    The clean text of one page, and all that the page says about itself.

    `text` holds the headline (if there is one) as its first paragraph, then the
    story; paragraphs are separated by one blank line. `title` is the headline's
    span in `text`. `segments` lead back to the page's text as found (exact for
    text pages; for HTML, to the text that was taken out of it).
    """

    id: str
    page: Page
    text: str
    title: Span | None = None
    byline: str | None = None
    dateline: str | None = None  # place named before the story: "MOSCOW"
    language: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    credits: tuple[Credit, ...] = ()
    cuts: tuple[Cut, ...] = ()
    segments: tuple[Segment, ...] = ()

    def passage(self, start: int, end: int) -> Passage:
        """Cut a passage out of the text."""
        return Passage(self.id, start, end, self.text[start:end])

    def found_at(self, offset: int) -> int | None:
        """Where the character at `offset` stood in the page, if it stood there."""
        at = bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1
        if at < 0:
            return None
        segment = self.segments[at]
        inside = offset - segment.start
        return segment.found + inside if inside < segment.length else None


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Exact words of one document, by id; the ground every line stands on."""

    document: str
    start: int
    end: int
    text: str
