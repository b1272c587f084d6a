"""
Papers: see terms/papers.toml for the words and their constructions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.reports import lexical
from verbale.model.act import Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.statement import Statement


def papers(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find papers."""
    yield from lexical(annotated, statements, "papers")
