"""
What a journey is for: "will fly to Solen on Tuesday to meet the envoy".

The day and the town are told of the going; the meeting it is for has no words of its own
for them, and without them would be a meeting of no day and no place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.model.act import ActType, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

# What people travel for and do where they arrive.
THERE = (ActType.MEET, ActType.SIGN, ActType.HAND_OVER, ActType.RESUME, ActType.PROPOSE)
ENDS = ("advcl", "xcomp")


def with_ends_of_journeys(
    annotated: AnnotatedDocument, reports: Sequence[Report]
) -> Iterator[Report]:
    """Give what a journey is for the journey's day, and its place, where it has none."""
    tree = annotated.parse
    going = {each.trigger.start: each for each in reports if each.type is ActType.VISIT}
    for report in reports:
        journey = _journey(tree, report, going) if report.type in THERE else None
        if journey is None or report.timexes:
            yield report
        else:
            place = report.place or journey.place
            yield replace(report, timexes=journey.timexes, place=place)


def _journey(tree: Parse, report: Report, going: dict[int, Report]) -> Report | None:
    """The journey that an infinitive gives the end of: "to meet", "to meet … and hand over"."""
    token = tree.token_at(report.trigger.start)
    if token is None or token.tag != "VB":
        return None
    first: Token = token
    while first.dep == "conj" and tree.head(first.i).tag == "VB":
        first = tree.head(first.i)
    led = any(aux.lower == "to" for aux in tree.children(first.i, "aux"))
    return going.get(tree.head(first.i).start) if led and first.dep in ENDS else None
