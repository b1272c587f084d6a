"""
The read side: a record file opened for questions.

Opening changes nothing in the folder. What a question needs is asked in SQL;
`record()` gives the whole record back as nouns for questions that fold it.
"""

from __future__ import annotations

from types import TracebackType

from verbale.model.record import Record


class View:
    """A record opened for reading; close it, or use it in a `with` block."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def record(self) -> Record:
        """The whole record as nouns, read once."""
        return self._record

    def close(self) -> None:
        """Let go of the file."""

    def __enter__(self) -> View:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
