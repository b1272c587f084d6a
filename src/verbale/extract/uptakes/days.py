"""
Days of uptakes: when a clause was said that may turn out to be an answer.

Whether a clause answers anybody is known only across pages; the day on which a page tells
it is read as that of any refusal: by its own words, by the story's day, or as news.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.extract.days.as_news import is_news
from verbale.extract.days.entries import of_entries
from verbale.extract.days.story import on_story_day
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.statement import Statement
from verbale.model.uptake import Uptake

STAND_IN = "stands in for an uptake"


def with_days(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    reports: Sequence[Report],
    uptakes: Sequence[Uptake],
) -> tuple[Uptake, ...]:
    """The uptakes of a page, each with the day it is told on, or marked as its news."""
    if not uptakes:
        return ()
    told = sorted([*reports, *map(_refusal, uptakes)], key=lambda each: each.trigger.start)
    dated = on_story_day(annotated, statements, list(of_entries(annotated, told)))
    refusals = {report.i: report for report in dated if report.rule.startswith(STAND_IN)}
    return tuple(
        replace(
            uptake,
            timexes=refusals[uptake.i].timexes,
            day_inferred=refusals[uptake.i].day_inferred,
            as_news=is_news(annotated, statements, refusals[uptake.i]),
        )
        for uptake in uptakes
    )


def _refusal(uptake: Uptake) -> Report:
    """A refusal told where the uptake is."""
    return Report(
        i=uptake.i,
        type=ActType.REJECT,
        trigger=uptake.trigger,
        passage=uptake.passage,
        modality=Modality.HAPPENED,
        rule=STAND_IN,
        actors=uptake.actors,
        timexes=uptake.timexes,
        content=uptake.content,
        condition=uptake.condition,
        statement=uptake.statement,
    )
