"""
The shape benchmarks want: one attribution for what is said, without nested ones.

PolNeAR joins `"A," she said. "B"` into one attribution, also where B is the next
paragraph, and marks none inside another. The record keeps them all, and apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from verbale.model.annotated import AnnotatedDocument
from verbale.model.span import Span
from verbale.model.statement import Statement

# How far back the statement stands that a quotation without a saying carries on.
REACH = 6
# Rules that find speech proper; the others find attitudes, which are less sure.
SPEECH = frozenset({"clause", "parenthesis", "quotation", "according to", "speaker before"})


def as_polnear(
    statements: Sequence[Statement], annotated: AnnotatedDocument
) -> list[dict[str, Any]]:
    """
    Rows in PolNeAR's shape, offsets as `[start, end]`, with what else a statement tells.
    """
    return [_row(statement, annotated) for statement in outermost(statements)]


def _row(statement: Statement, annotated: AnnotatedDocument) -> dict[str, Any]:
    row: dict[str, Any] = {
        "source": _spans(statement.source),
        "cue": _spans(statement.cue),
        "content": [[span.start, span.end] for span in statement.content],
        "kind": statement.kind.value,
        "speaker": _speaker(statement, annotated),
        "on_behalf_of": _offsets(statement.on_behalf_of),
        "addressee": _offsets(statement.addressee),
        "channel": _offsets(statement.channel),
        "via": [[span.start, span.end] for span in statement.via],
        "unsure": statement.unsure,
        "rule": statement.rule,
    }
    if statement.source_head is not None:
        row["source_head"] = _offsets(statement.source_head)
    return row


def _speaker(statement: Statement, annotated: AnnotatedDocument) -> str | None:
    """The fullest name of the speaker in this document, if one person or party fits."""
    if statement.speaker is None or statement.speaker >= len(annotated.references):
        return None
    chains = annotated.references[statement.speaker].chains
    return annotated.chains[chains[0]].name if len(chains) == 1 else None


def _offsets(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _spans(span: Span | None) -> list[list[int]]:
    return [] if span is None else [[span.start, span.end]]


def outermost(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Join a quotation to the statement it carries on, and drop nested statements."""
    kept: list[Statement] = []
    dropped = _dropped(statements)
    for statement in statements:
        if statement.i in dropped:
            continue
        carried = statement.rule == "speaker before"
        before = _carried(kept, statement) if carried else None
        if before is not None:
            joined = tuple(sorted((*kept[before].content, *statement.content)))
            kept[before] = replace(kept[before], content=joined)
        else:
            kept.append(statement)
    return tuple(kept)


def _dropped(statements: Sequence[Statement]) -> set[int]:
    """
    Of two nested statements the inner one, unless only the inner one is speech.
    """
    dropped: set[int] = set()
    for statement in sorted(statements, key=lambda s: s.end - s.start, reverse=True):
        if statement.inside is None or statement.inside in dropped:
            continue
        outer = statements[statement.inside]
        if statement.rule in SPEECH and outer.rule not in SPEECH:
            dropped.add(outer.i)
        else:
            dropped.add(statement.i)
    return dropped


def _carried(kept: list[Statement], statement: Statement) -> int | None:
    """Which of the last statements has the same source."""
    for k in range(len(kept) - 1, max(-1, len(kept) - REACH), -1):
        if kept[k].source == statement.source:
            return k
    return None
