"""
Days apart: the day of an act that is told by so many days from another.

"The delegation flew home on Wednesday, a day after the second round": the round was on
Tuesday. The act's day is that of the other's expression, moved; only where the act
itself is what stands behind "after" or "before", and not what is told of it by the way.
"Yesterday, when the two sides sat down" is a day told with its act, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.extract.days.opening import day_of_story
from verbale.extract.times import TERMS, signal_of, timexes_within
from verbale.model.act import Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.timex import DATELINE, Timex, TimexType

DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
LENGTH = re.compile(r"P(\d+)([DW])$")
DAYS_OF = {"D": 1, "W": 7}
# "The day after the talks" stands whole as an expression.
WHOLE = re.compile(r"^(?:the|a|one) (day|week) (after|before)$", re.IGNORECASE)
WAYS = {"after": -1, "before": 1}
BETWEEN = re.compile(r",? ")
# What tells an act by way of the noun behind "after": "the start of the talks".
OF = ("of", "between", "with", "in", "at")
HIGHEST = 6
# More days than this are told roughly.
MOST = 21


@dataclass(frozen=True, slots=True)
class Step:
    """A length of days with "after" or "before" behind it: `word`, and what it comes to."""

    timex: Timex
    word: Token
    days: int


def days_apart(annotated: AnnotatedDocument, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, those told by days from another act dated so."""
    steps = list(_steps(annotated))
    for report in reports:
        step = _step_to(annotated, steps, report)
        day = _day_of_main(annotated, step) if step is not None else None
        if step is None or day is None:
            yield report
        else:
            rule = f"{report.rule}; days from another"
            yield replace(
                report,
                timexes=(day.i,),
                days_off=step.days,
                day_inferred=bool(step.days),
                rule=rule,
            )


def _steps(annotated: AnnotatedDocument) -> Iterator[Step]:
    tree = annotated.parse
    for timex in annotated.timexes:
        when = _next(tree, timex.end)
        if when is not None and when.lower == "when" and _is_a_day(timex):
            yield Step(timex, when, 0)
            continue
        whole = WHOLE.match(timex.text)
        if whole is not None:
            word = tree.token_at(timex.end - len(whole[2]))
            length = DAYS_OF[whole[1][0].upper()]
        else:
            told = LENGTH.match(timex.formula.name or "")
            if told is None or timex.type is not TimexType.DURATION:
                continue
            word = _next(tree, timex.end)
            length = int(told[1]) * DAYS_OF[told[2]]
        if word is not None and word.lower in WAYS and 0 < length <= MOST:
            yield Step(timex, word, WAYS[word.lower] * length)


def _next(tree: Parse, at: int) -> Token | None:
    """The word that follows at once, or behind a comma."""
    gap = BETWEEN.match(tree.text, at)
    return tree.token_at(gap.end()) if gap is not None else None


def _step_to(annotated: AnnotatedDocument, steps: Sequence[Step], report: Report) -> Step | None:
    """The step that a report is at the end of."""
    tree = annotated.parse
    token = tree.token_at(report.trigger.start)
    for step in steps:
        if report.modality not in DONE and (step.days or report.modality is not Modality.PLANNED):
            continue
        others = [annotated.timexes[i] for i in report.timexes if i != step.timex.i]
        alone = not any(_is_a_day(timex) for timex in others)  # "an election in May" is no day
        if token is not None and alone and token.i > step.word.i and _hangs(tree, token, step.word):
            return step
    return None


def _hangs(tree: Parse, token: Token, word: Token) -> bool:
    """Whether an act's word is what stands behind "after": as its clause, or its noun."""
    at = token
    for _ in range(HIGHEST):
        if at.head == word.i:
            return True
        if any(child.i == word.i for child in tree.children(at.i, "mark", "prep", "advmod")):
            return at.pos in ("VERB", "AUX") and at.i > word.i
        joined = at.dep == "conj" or (at.dep == "pobj" and tree.head(at.i).lower in OF)
        if not (joined or at.dep in ("prep", "dobj", "compound", "nsubj", "nsubjpass")):
            return False
        subject = at.dep in ("nsubj", "nsubjpass")
        if subject and tree.head(at.i).lemma not in ("take", "hold", "end"):
            return False
        at = tree.head(at.i)
    return False


def _day_of_main(annotated: AnnotatedDocument, step: Step) -> Timex | None:
    """The day told of the act it is counted from: before it in its sentence, else behind."""
    if not step.days:
        return step.timex
    tree = annotated.parse
    sentence = tree.sentence_span(tree.sentence_of(step.word.i))
    days = [
        timex
        for timex in timexes_within(annotated, sentence.start, sentence.end)
        if timex.i != step.timex.i
        and timex.type is TimexType.DATE
        and timex.signal != DATELINE
        and signal_of(annotated, timex) not in TERMS
        and _is_a_day(timex)
    ]
    before = [timex for timex in days if timex.end <= step.timex.start]
    if before:
        return before[-1]
    opens = tree.text[sentence.start : step.timex.start].count(" ") <= 1
    comma = tree.text.find(",", step.timex.end, sentence.end)
    behind = [timex for timex in days if opens and 0 < comma < timex.start]
    if behind:
        return behind[0]
    # "Her appeal came a day after Arden extended the term": the appeal is the story's news.
    story = day_of_story(annotated)
    return annotated.timexes[story] if story is not None else None


def _is_a_day(timex: Timex) -> bool:
    """Whether it tells a day: a weekday, a date, yesterday."""
    formula = timex.formula
    if formula.operator == "shift":
        return formula.unit == "day"
    return formula.operator == "weekday" or (formula.operator == "date" and formula.day is not None)
