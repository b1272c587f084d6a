"""
Extract: AnnotatedDocument → Statement, Report: what one page tells.

An extractor is one module and one line in EXTRACTORS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.extract.accusations import accusations
from verbale.extract.announced import announced
from verbale.extract.answers.conditional import conditional, not_flatly
from verbale.extract.answers.counters import as_counter, counters
from verbale.extract.answers.deferring import deferring
from verbale.extract.answers.elliptic import elliptic
from verbale.extract.answers.granting import granting, in_part
from verbale.extract.answers.later import later, not_yet
from verbale.extract.answers.questioned import questioned
from verbale.extract.answers.redlines import red_lines
from verbale.extract.answers.refusing import refusing
from verbale.extract.answers.replies import replies
from verbale.extract.answers.scorned import scorned
from verbale.extract.answers.tied import tied
from verbale.extract.answers.unwilling import bettered, unwilling
from verbale.extract.answers.verdicts import verdicts
from verbale.extract.answers.yes_no import yes_no
from verbale.extract.attribution.statements import find_statements
from verbale.extract.backing import backing
from verbale.extract.days.apart import days_apart
from verbale.extract.days.as_news import news, news_sayings
from verbale.extract.days.entries import of_entries, said_in_entries
from verbale.extract.days.joined import of_joined_acts
from verbale.extract.days.opening import day_of_story
from verbale.extract.days.story import on_story_day
from verbale.extract.deadlines.implied import implied
from verbale.extract.deadlines.named import named_deadlines
from verbale.extract.deadlines.worded import deadlines
from verbale.extract.demands.again import conditions_of_accord, repeated, without_vessel
from verbale.extract.demands.imperatives import imperatives
from verbale.extract.demands.oughts import oughts
from verbale.extract.demands.returns import returns
from verbale.extract.demands.withheld import withheld
from verbale.extract.demands.worded import demands
from verbale.extract.deployments import deployments
from verbale.extract.echoes import echoes
from verbale.extract.events import events
from verbale.extract.initiatives.finding import initiatives
from verbale.extract.meetings.day import on_day_of_saying
from verbale.extract.meetings.journey_ends import with_ends_of_journeys
from verbale.extract.meetings.journeys import journeys
from verbale.extract.meetings.schedules import rescheduled
from verbale.extract.meetings.worded import meetings
from verbale.extract.modality.gainsaid import without_gainsaid
from verbale.extract.modality.hearsay import unvouched
from verbale.extract.on_behalf import with_principals
from verbale.extract.papers import papers
from verbale.extract.plover.categories import coded
from verbale.extract.plover.modes import with_modes
from verbale.extract.proposals import proposals
from verbale.extract.saying_place import at_place_of_saying
from verbale.extract.sides import with_sides
from verbale.extract.stances.lines import lines
from verbale.extract.times import (
    without_days_of_matter,
    without_days_of_task,
    without_months_of_matter,
    without_new_day,
)
from verbale.extract.topics import on_topics
from verbale.extract.uptakes.days import with_days
from verbale.extract.uptakes.finding import uptakes
from verbale.extract.warnings.worded import warnings
from verbale.extract.worth import SPOKEN, worth_telling
from verbale.model.act import ActType, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.extraction import Extraction
from verbale.model.span import Span
from verbale.model.statement import Statement

Find = Callable[[AnnotatedDocument, Sequence[Statement]], Iterator[Report]]
Step = Callable[[AnnotatedDocument, Sequence[Statement], Sequence[Report]], Iterable[Report]]
Alone = Callable[[AnnotatedDocument, Sequence[Report]], Iterable[Report]]


@dataclass(frozen=True, slots=True)
class Extractor:
    """One family of acts: its name and the function that finds them."""

    name: str
    find: Find


# In the order they run: where two find the same act at the same word, the first stays.
EXTRACTORS = (
    Extractor("deadlines", deadlines),
    Extractor("deadlines named", named_deadlines),
    Extractor("conditional", conditional),
    Extractor("tied", tied),
    Extractor("scorned", scorned),
    Extractor("replies", replies),
    Extractor("counters", counters),
    Extractor("granting", granting),
    Extractor("deferring", deferring),
    Extractor("later", later),
    Extractor("refusing", refusing),
    Extractor("yes or no", yes_no),
    Extractor("questioned", questioned),
    Extractor("elliptic", elliptic),
    Extractor("verdicts", verdicts),
    Extractor("meetings", meetings),
    Extractor("journeys", journeys),
    Extractor("papers", papers),
    Extractor("red lines named", lines),
    Extractor("red lines", red_lines),
    Extractor("no deal without", conditions_of_accord),
    Extractor("demands", demands),
    Extractor("oughts", oughts),
    Extractor("imperatives", imperatives),
    Extractor("withheld", withheld),
    Extractor("proposals", proposals),
    Extractor("unwilling", unwilling),
    Extractor("bettered", bettered),
    Extractor("warnings", warnings),
    Extractor("accusations", accusations),
    Extractor("deployments", deployments),
    Extractor("backing", backing),
    Extractor("events", events),
)

# Acts that move a day: what they moved it to is not when they were done.
PUT_OFF = (ActType.POSTPONE, ActType.EXTEND_DEADLINE, ActType.SET_DEADLINE, ActType.ADJOURN)
# Acts of which one word may tell several: "demanded a rise and shorter hours".
SPLIT = (ActType.DEMAND, ActType.PROPOSE, ActType.PLEDGE, ActType.SUPPORT)


def extract(annotated: AnnotatedDocument) -> Extraction:
    """Find what one annotated page tells: its statements and the acts reported in it."""
    told = list(said_in_entries(annotated, list(find_statements(annotated))))
    statements = tuple(news_sayings(annotated, told))
    tree = annotated.parse
    reports = useful_reports(annotated, statements)
    return Extraction(
        document=annotated.document,
        sentences=tuple(map(tree.sentence_span, tree.sentences)),
        mentions=annotated.mentions,
        chains=annotated.chains,
        references=annotated.references,
        timexes=annotated.timexes,
        quotes=annotated.quotes,
        statements=statements,
        reports=reports,
        uptakes=with_days(annotated, statements, reports, uptakes(annotated, statements)),
        story_day=day_of_story(annotated),
        initiatives=initiatives(annotated, statements),
        echoes=echoes(annotated, statements, reports),
    )


def find_reports(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> tuple[Report, ...]:
    """All acts told in a page, in text order, each trigger word once a type; not numbered yet."""
    found: dict[tuple[int, str, tuple[int, ...], int], Report] = {}
    for extractor in EXTRACTORS:
        for report in extractor.find(annotated, statements):
            content = report.content.start if report.content and report.type in SPLIT else 0
            key = (report.trigger.start, report.type.value, report.addressees[:1], content)
            found.setdefault(key, report)
    told = list(found.values())
    told.extend(returns(annotated, statements, told))
    told = list(without_vessel([*told, *repeated(annotated, told)]))
    ordered = sorted(
        [*told, *implied(annotated, statements, told)],
        key=_place,
    )
    coding = coded(annotated.parse, with_sides(annotated, ordered))
    return tuple(with_modes(annotated.parse, coding))


def of_their_own_days(annotated: AnnotatedDocument, reports: Sequence[Report]) -> Iterator[Report]:
    """The acts dated by no day of their matter, nor one that something was put to."""
    for report in reports:
        yield _of_its_own_day(annotated, report)


def _of_its_own_day(annotated: AnnotatedDocument, report: Report) -> Report:
    if report.content is not None and report.type in SPOKEN and report.timexes:
        own = without_days_of_matter(annotated, report.timexes, report.content)
        report = replace(report, timexes=own)
    report = without_days_of_task(annotated, without_months_of_matter(annotated, report))
    if report.content is not None and _is_time(annotated, report.content):
        report = replace(report, content=None, issue=None)  # "the five we gave in 2002"
    if report.type not in PUT_OFF or not report.timexes:
        return report
    return replace(report, timexes=without_new_day(annotated, report.timexes))


def _is_time(annotated: AnnotatedDocument, words: Span) -> bool:
    """Tell whether words are a time expression and nothing else."""
    return any(
        (each.start, each.end) == (words.start, words.end)
        for each in annotated.timexes_in(words.start, words.end)
    )


def _place(report: Report) -> tuple[int, str, str, int]:
    """Where a report stands among those of its page."""
    content = report.content.start if report.content is not None else -1
    return report.trigger.start, report.type.value, report.rule, content


def _whatever_is_said(step: Alone) -> Step:
    """A step that looks at the acts and the page alone."""
    return lambda annotated, _, reports: step(annotated, reports)


# In the order they run: each takes the acts of a page and gives those that stay, as they stay.
STEPS: tuple[Step, ...] = (
    _whatever_is_said(worth_telling),
    _whatever_is_said(of_their_own_days),
    _whatever_is_said(days_apart),
    _whatever_is_said(announced),
    _whatever_is_said(rescheduled),
    _whatever_is_said(with_ends_of_journeys),
    _whatever_is_said(with_principals),
    unvouched,
    without_gainsaid,
    _whatever_is_said(not_flatly),
    _whatever_is_said(not_yet),
    _whatever_is_said(as_counter),
    _whatever_is_said(in_part),
    _whatever_is_said(on_topics),
    _whatever_is_said(of_entries),
    of_joined_acts,
    on_story_day,
    on_day_of_saying,
    at_place_of_saying,
    news,
)


def useful_reports(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> tuple[Report, ...]:
    """The acts a record can use: without those that only point back at one told elsewhere."""
    kept = list(find_reports(annotated, statements))
    for step in STEPS:
        kept = list(step(annotated, statements, kept))
    return tuple(report if report.i == i else replace(report, i=i) for i, report in enumerate(kept))
