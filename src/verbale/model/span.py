"""
Spans: where words stand.

Offsets are code points into the clean text of one document, half open as in
Python slices. A span carries its text so that it can be shown, and checked,
without the document at hand.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """
    A run of characters in a document.

    >>> Span.of("Talks resumed.", 0, 5)
    Span(start=0, end=5, text='Talks')
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut the span out of its document's `text`."""
        return cls(start, end, text[start:end])

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
