"""
Joined acts: the day of an act whose verb hangs on another's that has one.

"Raised its bid on Wednesday and extended the term to 26 October", "slammed the door
yesterday, telling reporters that he would not talk", "the session was broken off at 11 p.m.
when the union's team walked out": each second act is of the first one's day. So is what the
sentences behind a meeting tell of it: "They met on 10 May. After an hour Vella walked out."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verbale.extract.times import TERMS, governor_of, signal_of, timexes_within
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement
from verbale.model.timex import DATELINE, Timex, TimexType

DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
PAST = ("VBD", "VBN")
# "Then" tells that the second came later; who knows by how much.
PARTING = frozenset({"then", "later", "subsequently", "afterwards", "meanwhile"})
# "When the team walked out", "as the team walked out": at the same time.
MEANWHILE = frozenset({"when", "as"})
HIGHEST = 3
# So many sentences behind a meeting its story goes on, with words that count from its begin.
NEAR = 2
IN_COURSE = re.compile(
    r"(?:After|Within|For|Some|Barely|Only|Just|About|Less than|More than|At the end|At the close|"
    r"At the outset|In the end|Halfway|During the|In the course|There,? )\b"
    r"(?! (?:the|that|this) (?:meeting|talks|round|session))"
)


def of_joined_acts(
    annotated: AnnotatedDocument, statements: Sequence[Statement], reports: Sequence[Report]
) -> Iterator[Report]:
    """The reports, those without a day that hang on an act with one dated by it."""
    tree = annotated.parse
    dated = _dated(tree, reports)
    meeting: Report | None = None
    for report in reports:
        if report.type is ActType.MEET and report.modality is Modality.HAPPENED:
            meeting = report if report.timexes and not report.days_off else None
        verb = _verb(tree, report, statements)
        if verb is None or report.timexes or report.modality not in DONE:
            yield report
            continue
        days = () if _has_own(annotated, report, verb) else _of_upper(annotated, verb, dated)
        if days:
            rule = f"{report.rule}; on the day of what it hangs on"
            yield replace(report, timexes=days, rule=rule, day_inferred=True)
        elif meeting is not None and _goes_on(annotated, meeting, report, verb):
            rule = f"{report.rule}; on the day of the meeting told before"
            yield replace(report, timexes=meeting.timexes, rule=rule, day_inferred=True)
        else:
            yield report


def _goes_on(annotated: AnnotatedDocument, meeting: Report, report: Report, verb: Token) -> bool:
    """Whether an act is told right behind a meeting, as what came of it there."""
    tree = annotated.parse
    here = tree.sentence_of(verb.i)
    held = tree.token_at(meeting.trigger.start)
    if held is None or report.statement is not None or verb.tag != "VBD":
        return False
    before = tree.sentence_of(held.i)
    near = before.paragraph == here.paragraph and 0 < here.i - before.i <= NEAR
    sentence = tree.sentence_span(here)
    opened = tree.text[sentence.start : verb.start]
    told = any(
        _is_a_time(annotated, timex)
        for timex in timexes_within(annotated, sentence.start, sentence.end)
    )
    return near and not told and IN_COURSE.match(opened) is not None


def _dated(tree: Parse, reports: Sequence[Report]) -> Mapping[int, tuple[int, ...]]:
    """The times of acts by the token that tells each."""
    found: dict[int, tuple[int, ...]] = {}
    for report in reports:
        token = tree.token_at(report.trigger.start)
        counted = report.day_inferred or report.days_off
        if token is not None and report.timexes and report.modality in DONE and not counted:
            found.setdefault(token.i, report.timexes)
    return found


def _verb(tree: Parse, report: Report, statements: Sequence[Statement]) -> Token | None:
    """The verb that tells an act: that of its saying, where it is told in what is said."""
    start = report.trigger.start
    if report.statement is not None and report.statement < len(statements):
        statement = statements[report.statement]
        inside = any(span.start <= start < span.end for span in statement.content)
        if inside and statement.cue is not None:
            start = statement.cue.start
    token = tree.token_at(start)
    return token if token is not None and token.pos in ("VERB", "AUX") else None


def _of_upper(
    annotated: AnnotatedDocument, verb: Token, dated: Mapping[int, tuple[int, ...]]
) -> tuple[int, ...]:
    """The times of the nearest act that a verb hangs on."""
    tree = annotated.parse
    for _ in range(HIGHEST):
        upper = tree.head(verb.i)
        if upper.i == verb.i or not _is_of_its_time(tree, verb, upper):
            return ()
        days = dated.get(upper.i) or _hung_on(annotated, upper)
        if days:
            return days
        verb = upper
    return ()


def _is_of_its_time(tree: Parse, verb: Token, upper: Token) -> bool:
    """Whether what a verb tells is told as of the time of the one above it."""
    if upper.pos not in ("VERB", "AUX") or upper.tag not in PAST:
        return False
    children = {child.lower for child in tree.children(verb.i)}
    helped = any(helper.lower not in ("was", "were") for helper in tree.children(verb.i, "aux"))
    if helped or children & PARTING:
        return False  # "had refused", "to refuse", "then refused"
    if verb.tag == "VBG":
        return verb.dep in ("advcl", "conj") and not children & {"after", "before", "since"}
    if verb.tag not in PAST:
        return False
    between = {t.lower for t in tree.children(upper.i) if upper.i < t.i < verb.i}
    if verb.dep == "conj":
        return verb.tag == "VBD" and not between & (PARTING | {"but"})
    return verb.dep == "advcl" and bool(children & MEANWHILE)


def _hung_on(annotated: AnnotatedDocument, verb: Token) -> tuple[int, ...]:
    """The one day told of a verb that tells no act of its own."""
    tree = annotated.parse
    sentence = tree.sentence_span(tree.sentence_of(verb.i))
    days = [
        timex.i
        for timex in timexes_within(annotated, sentence.start, sentence.end)
        if _is_a_time(annotated, timex) and (head := governor_of(tree, timex)) and head.i == verb.i
    ]
    return tuple(days) if len(days) == 1 else ()


def _has_own(annotated: AnnotatedDocument, report: Report, verb: Token) -> bool:
    """Whether a verb's own clause tells a time that could be its act's."""
    tree = annotated.parse
    inside = [part for part in (report.content, report.condition) if part is not None]
    first, last = tree.edges(verb.i)
    return any(
        timex.i not in report.limits
        and _is_a_time(annotated, timex)
        and not any(part.start <= timex.start < part.end for part in inside)
        for timex in timexes_within(annotated, tree.tokens[first].start, tree.tokens[last].end)
    )


def _is_a_time(annotated: AnnotatedDocument, timex: Timex) -> bool:
    timed = timex.type in (TimexType.DATE, TimexType.TIME) and timex.signal != DATELINE
    return timed and signal_of(annotated, timex) not in (*TERMS, "to", "after")
