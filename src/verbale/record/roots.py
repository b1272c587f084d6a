"""
Roots: how many independent sources stand behind a line.

A page that copies another, and the page it copies, are one source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verbale.model.copy import Copy
from verbale.model.document import Passage


class Roots:
    """Who copies whom, followed to the first page."""

    def __init__(self, copies: Sequence[Copy]) -> None:
        self._parts: dict[str, list[Copy]] = {}
        self._above: dict[str, str] = {}
        for copy in sorted(copies, key=lambda copy: (copy.document, copy.original)):
            if copy.whole:
                self._join(copy.document, copy.original)
            else:
                self._parts.setdefault(copy.document, []).append(copy)

    def root(self, passage: Passage) -> str:
        """
        The source a passage's words come from, named by one of its pages.

        A passage of a page that copies only parts belongs to the page it is copied
        from where it lies in one of those parts.
        """
        seen: set[str] = set()
        document, start, end = passage.document, passage.start, passage.end
        while document not in seen:
            seen.add(document)
            found = self._original(document, start, end)
            if found is None:
                break
            document, start, end = found
        return self._top(document)

    def independent(self, passages: Iterable[Passage]) -> int:
        """How many sources that copy nobody the passages lead to."""
        return len({self.root(passage) for passage in passages})

    def _original(self, document: str, start: int, end: int) -> tuple[str, int, int] | None:
        for copy in self._parts.get(document, ()):
            for here, there in copy.passages:
                if here.start < end and start < here.end:
                    return copy.original, there.start, there.end
        return None

    def _top(self, document: str) -> str:
        while document in self._above:
            document = self._above[document]
        return document

    def _join(self, one: str, other: str) -> None:
        """Make two pages one source, named by the smaller id, whoever copied whom."""
        first, second = sorted((self._top(one), self._top(other)))
        if first != second:
            self._above[second] = first
