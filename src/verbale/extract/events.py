"""
Events beside the table: support, aid, protest, sanctions, coercion, releases.

They are no moves of a negotiation, but they surround one, and carry its PLOVER
categories; a timeline of a negotiation may leave them out by type. The words and
their constructions are in terms/events.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.reports import lexical
from verbale.model.act import Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.statement import Statement


def events(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what parties do to and for each other beside the table."""
    yield from lexical(annotated, statements, "events")
