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
        self._copies: dict[str, list[Copy]] = {}
        for copy in sorted(copies, key=lambda copy: (copy.document, copy.original)):
            self._copies.setdefault(copy.document, []).append(copy)

    def root(self, passage: Passage) -> str:
        """The page a passage's words first stood in."""
        seen: set[str] = set()
        document, start, end = passage.document, passage.start, passage.end
        while document not in seen:
            seen.add(document)
            found = self._original(document, start, end)
            if found is None:
                return document
            document, start, end = found
        return min(seen)  # pages that copy one another: one source, named by the first id

    def independent(self, passages: Iterable[Passage]) -> int:
        """How many pages that copy nobody the passages lead to."""
        return len({self.root(passage) for passage in passages})

    def _original(self, document: str, start: int, end: int) -> tuple[str, int, int] | None:
        for copy in self._copies.get(document, ()):
            for here, there in copy.passages:
                if here.start < end and start < here.end:
                    return copy.original, there.start, there.end
            if copy.whole:
                return copy.original, -1, -1
        return None
