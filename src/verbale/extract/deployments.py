"""
Deployments: see terms/deployments.toml for the words and their constructions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.reports import lexical
from verbale.model.act import Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.statement import Statement


def deployments(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find deployments."""
    yield from lexical(annotated, statements, "deployments")
