"""
Warnings: told as such (terms/warnings.toml), or made without the word (see threats).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.reports import lexical
from verbale.extract.warnings.threats import rest, threats, warned_of
from verbale.model.act import Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.statement import Statement


def warnings(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find warnings and threats, each once a sentence and speaker."""
    told = []
    for report in lexical(annotated, statements, "warnings"):
        warned = report.addressees or warned_of(
            annotated, statements, report.condition, report.actors
        )
        told.append(_split(replace(report, addressees=warned)))
    yield from told
    for report in threats(annotated, statements):
        if not any(_is_same(report, other) for other in told):
            told.append(report)
            yield report


def _is_same(one: Report, other: Report) -> bool:
    """Tell whether a sentence tells one warning in two of its words."""
    actors = set(one.actors) & set(other.actors) or one.statement == other.statement
    return one.passage == other.passage and bool(actors)


def _split(report: Report) -> Report:
    """What will follow, without the condition it hangs on."""
    if report.content is None:
        return report
    return replace(report, consequence=rest(report.content, report.condition))
