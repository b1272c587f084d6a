"""
Saying place: where an act of words was done, if its teller says where he spoke.

"Said at a news conference in Solen on Monday that his party would not enter": the
refusal was made in Solen. The place stands with the word of saying, outside what was said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.days.story import side_or_self
from verbale.extract.details.places import place_of
from verbale.gazetteer import How, look_up
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

# Acts that are done by saying them.
SPOKEN = frozenset(
    {ActType.DEMAND, ActType.PROPOSE, ActType.COUNTER_PROPOSE, ActType.ACCEPT,
     ActType.ACCEPT_IN_PART,
     ActType.REJECT, ActType.REFUSE_TO_DISCUSS, ActType.DEFER, ActType.WARN, ActType.DENY,
     ActType.ACCUSE, ActType.SET_DEADLINE, ActType.EXTEND_DEADLINE, ActType.DECLARE_RED_LINE,
     ActType.REITERATE, ActType.CONFIRM, ActType.PLEDGE}
)  # fmt: skip
WHERE = ("in", "at")


def at_place_of_saying(
    annotated: AnnotatedDocument, statements: Sequence[Statement], reports: Sequence[Report]
) -> Iterator[Report]:
    """The reports, acts of words without a place done where they were said."""
    stages = _stages(annotated, statements)
    for report in reports:
        open_place = report.place is None and report.modality is Modality.HAPPENED
        if not open_place or report.type not in SPOKEN:
            yield report
            continue
        statement = None
        if report.statement is not None and 0 <= report.statement < len(statements):
            statement = statements[report.statement]
        place = _place(annotated, statement) if statement is not None else None
        yield replace(report, place=place or _stage(annotated, stages, report, statement))


def _stages(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> dict[str, list[Span]]:
    """For each side, the places where the page says that it spoke."""
    found: dict[str, list[Span]] = {}
    for statement in statements:
        place = _place(annotated, statement) if statement.speaker is not None else None
        if place is not None and statement.speaker is not None and not _is_state(place):
            found.setdefault(side_or_self(annotated, statement.speaker), []).append(place)
    return found


def _is_state(place: Span) -> bool:
    """Tell whether a place is a whole state: "denied involvement in Galmara" was said anywhere."""
    entry = look_up(place.text)
    return entry is not None and entry.how is How.NAME


def _stage(
    annotated: AnnotatedDocument,
    stages: dict[str, list[Span]],
    report: Report,
    statement: Statement | None,
) -> Span | None:
    """
    Where a side spoke, told elsewhere on the page: "told reporters in Solen. … She added".

    Only where the page has it speak in one place, and in one day's words.
    """
    speaker = statement.speaker if statement is not None else None
    if speaker is None and len(report.actors) == 1:
        speaker = report.actors[0]
    if speaker is None or (report.timexes and not report.day_inferred and statement is None):
        return None
    places = stages.get(side_or_self(annotated, speaker), [])
    return places[0] if len({place.text for place in places}) == 1 else None


def _place(annotated: AnnotatedDocument, statement: Statement) -> Span | None:
    """The place that hangs on the cue of a statement, itself or behind the occasion."""
    if statement.cue is None:
        return None
    tree = annotated.parse
    cue = next(iter(tree.tokens_in(statement.cue.start, statement.cue.end)), None)
    if cue is None or cue.pos not in ("VERB", "AUX"):
        return None
    found = place_of(annotated, cue.i)
    if found is None:
        found = _behind(tree, cue, statement)
    if found is None or any(part.overlaps(found) for part in statement.content):
        return None
    return found


def _behind(tree: Parse, cue: Token, statement: Statement) -> Span | None:
    """As in "Told a news conference in Solen", "said at a briefing in Solen"."""
    for i in tree.subtree(cue.i):
        token = tree.tokens[i]
        if token.dep != "pobj" or token.entity != "GPE" or tree.head(i).lower not in WHERE:
            continue
        if any(part.start <= token.start < part.end for part in statement.content):
            continue
        above = tree.head(tree.head(i).i)
        for _ in range(3):  # over the occasion, never over another verb or over who speaks
            if above.i == cue.i:
                return tree.span(i, i)
            if above.pos not in ("NOUN", "ADP") or above.dep not in ("pobj", "prep", "dobj"):
                break
            above = tree.head(above.i)
    return None
