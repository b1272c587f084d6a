"""
Story day: the day of acts that a page tells on, after it told whose day it is.

"Arden and Brum met on Monday. … Brum declined." The second sentence has no time of its
own; a reader takes it for Monday. So does this, under conditions: the simple past, no
other time in the sentence, and somebody of whom the opening told that day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import agents
from verbale.extract.days.opening import WEEKDAYS, is_commented_on, is_story_day
from verbale.extract.days.own_page import is_own
from verbale.extract.days.speaking import spoke_on
from verbale.extract.roles import mentions_at
from verbale.extract.sides import side_of
from verbale.extract.times import TERMS, governor_of, is_past, owns, signal_of, timexes_within
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement
from verbale.model.timex import Timex, TimexType

# What keys of those of no known side begin with.
UNNAMED = "chain "
# How many sentences of a story may tell its day.
OPENING = 8
# How many sentences of a readout may name its meeting.
READOUT = 4
# Acts done where and when the story plays.
PLAYING = (
    ActType.DEMAND,
    ActType.REJECT,
    ActType.REFUSE_TO_DISCUSS,
    ActType.PROPOSE,
    ActType.COUNTER_PROPOSE,
    ActType.ACCEPT,
    ActType.AGREE,
    ActType.WARN,
    ActType.DENY,
    ActType.ACCUSE,
    ActType.SET_DEADLINE,
    ActType.HAND_OVER,
    ActType.WALK_OUT,
    ActType.PLEDGE,
    ActType.CONFIRM,
    ActType.REITERATE,
    ActType.POSTPONE,
    ActType.EXTEND_DEADLINE,
    ActType.WITHDRAW,
    ActType.SUSPEND,
    ActType.REPLY,
    ActType.COUNTER_PROPOSE,
    ActType.ACCEPT_IN_PART,
    ActType.DEFER,
    ActType.DECLARE_RED_LINE,
    ActType.CANCEL,
)
# Acts whose own words may tell when they were done.
DONE = (
    ActType.HAND_OVER,
    ActType.WALK_OUT,
    ActType.AGREE,
    ActType.ACCEPT,
    ActType.POSTPONE,
    ActType.WITHDRAW,
    ActType.SUSPEND,
    ActType.CANCEL,
    ActType.EXTEND_DEADLINE,
)


def on_story_day(
    annotated: AnnotatedDocument, statements: Sequence[Statement], reports: Sequence[Report]
) -> Iterator[Report]:
    """The reports, those without a time dated by the story where its people act on."""
    opening = _opening(annotated, statements)
    spoke = {side_or_self(annotated, i): day for i, day in spoke_on(annotated, statements)}
    spoken = _spoken(annotated, statements)
    meeting: tuple[int, ...] = ()
    held = _held(annotated, reports)
    for report in reports:
        met = report.type is ActType.MEET and report.modality is Modality.HAPPENED
        if met and report.timexes and not report.days_off:
            meeting = report.timexes
        day = None
        if _plays_on(annotated, statements, report):
            if _is_told_of_another(annotated, statements, report):
                day = meeting[0] if meeting else None  # "they accepted it, the mediator said"
            else:
                teller = _teller(statements, report)
                day = _day_for(annotated, report, teller, opening, spoken)
                day = held if day is None and teller is None else day
        then = _told_when(annotated, report, _teller(statements, report), spoke)
        late = day is None or annotated.timexes[day].start >= report.passage.end
        if late and then is not None and _plays_on(annotated, statements, report):
            rule = f"{report.rule}; on the day he was speaking"
            yield replace(report, timexes=(then,), rule=rule, day_inferred=True)
        elif late or day is None:
            yield report
        else:
            rule = f"{report.rule}; on the story's day"
            yield replace(report, timexes=(day,), rule=rule, day_inferred=True)


def _day_for(
    annotated: AnnotatedDocument,
    report: Report,
    teller: int | None,
    opening: dict[str, int],
    spoken: Sequence[tuple[int, str, int]],
) -> int | None:
    """The day on which its people were last told to speak or act, else the story's only one."""
    said_by = (teller,) if teller is not None else ()
    names = [side_or_self(annotated, i) for i in (*said_by, *report.actors)]
    before = [day for at, name, day in spoken if at < report.passage.start and name in names]
    if before:
        return before[-1]
    found = [opening[name] for name in names if name in opening]
    if not found and names:
        days = {annotated.timexes[i].formula for i in opening.values()}
        found = sorted(opening.values())[:1] if len(days) == 1 else []
    early = found and annotated.timexes[found[0]].start < report.passage.start
    return found[0] if early else None


def _told_when(
    annotated: AnnotatedDocument, report: Report, teller: int | None, spoke: dict[str, Timex]
) -> int | None:
    """The day on which the page tells that whoever says it was speaking."""
    who = teller if teller is not None else next(iter(report.actors), None)
    day = spoke.get(side_or_self(annotated, who)) if who is not None else None
    return day.i if day is not None else None


def _teller(statements: Sequence[Statement], report: Report) -> int | None:
    """Who is told to have said it, where it is told in somebody's words."""
    if report.statement is None or report.statement >= len(statements):
        return None
    return statements[report.statement].speaker


def _held(annotated: AnnotatedDocument, reports: Sequence[Report]) -> int | None:
    """
    The day of the one meeting that a page opens with: a readout tells what was done there.
    """
    tree = annotated.parse
    opening = tree.sentences[: min(READOUT, len(tree.sentences))]
    end = tree.tokens[opening[-1].last - 1].end if opening else 0
    days = [
        timex
        for report in reports
        if report.type is ActType.MEET
        and report.modality is Modality.HAPPENED
        and report.passage.start < end
        and not is_commented_on(tree, report)
        for timex in (annotated.timexes[i] for i in report.timexes)
        if timex.type.value == "DATE"
        and (timex.formula.day is not None or _is_day(annotated, timex))
    ]
    formulas = {timex.formula.weekday for timex in days if timex.formula.weekday is not None}
    return days[0].i if days and len(formulas) < 2 else None


def _spoken(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> list[tuple[int, str, int]]:
    """Where each side is told to have spoken on a day: place in the text, side, day."""
    return sorted(
        (statement.cue.start, side_or_self(annotated, statement.speaker), statement.timex)
        for statement in statements
        if statement.cue is not None
        and statement.speaker is not None
        and statement.timex is not None
        and _is_day(annotated, annotated.timexes[statement.timex])
    )


def _is_told_of_another(
    annotated: AnnotatedDocument, statements: Sequence[Statement], report: Report
) -> bool:
    """Tell whether somebody tells what others did before he spoke."""
    if report.statement is None or report.statement >= len(statements):
        return False
    statement = statements[report.statement]
    token = annotated.parse.token_at(report.trigger.start)
    if statement.speaker is None or token is None or not _is_past(annotated.parse, token):
        return False
    names = {side_or_self(annotated, i) for i in report.actors}
    return bool(names) and side_or_self(annotated, statement.speaker) not in names


def _words_of(statements: Sequence[Statement], report: Report) -> list[Span]:
    """What is said or asked: times in it do not date the saying."""
    found = [span for span in (report.content, report.condition) if span is not None]
    told = report.statement if report.type not in DONE else None
    if told is not None and told < len(statements):
        found.extend(statements[told].content)
    return found


def _opening(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> dict[str, int]:
    """For each side that the opening tells of, the day it gives."""
    tree = annotated.parse
    found: dict[str, int] = {}
    if not tree.sentences:
        return found
    last = tree.sentences[min(OPENING, len(tree.sentences)) - 1].last
    for timex in timexes_within(annotated, 0, tree.tokens[last - 1].end):
        if not _is_day(annotated, timex):
            continue
        verb = _verb_of(tree, timex)
        if verb is None:
            continue
        for mention in mentions_at(annotated, agents(tree, verb.i), statements):
            found.setdefault(side_or_self(annotated, mention), timex.i)
    return found


def side_or_self(annotated: AnnotatedDocument, i: int) -> str:
    """The side a mention belongs to, or a mark of the one it means."""
    chains = annotated.references[i].chains if i < len(annotated.references) else ()
    return side_of(annotated, i) or f"{UNNAMED}{chains[0] if chains else f'mention {i}'}"


def _is_day(annotated: AnnotatedDocument, timex: Timex) -> bool:
    """Tell whether it is a weekday, with its date or bare, or today: a day of the story."""
    told = timex.text.lower().split()
    bare = is_story_day(timex)
    dated = len(told) > 1 and told[0].rstrip(",") in WEEKDAYS and timex.type.value == "DATE"
    if owns(annotated.parse, timex):
        return False  # "dismissed Wednesday's answer": that was Wednesday's
    return (bare or dated) and signal_of(annotated, timex) not in TERMS


def _is_of_earlier(tree: Parse, timex: Timex) -> bool:
    """Tell whether it dates what had been done before: "as Arden had asked on Monday"."""
    token = tree.token_at(timex.start)
    verb = next((up for up in tree.ancestors(token.i) if up.pos == "VERB"), None) if token else None
    return verb is not None and any(aux.lower == "had" for aux in tree.children(verb.i, "aux"))


def _verb_of(tree: Parse, timex: Timex) -> Token | None:
    """The past verb that a time hangs on, with nothing but its preposition between."""
    head = governor_of(tree, timex)
    aside = head is None or head.dep in ("relcl", "acl")  # "who took part on Monday"
    return head if head is not None and not aside and _is_past(tree, head) else None


def _is_past(tree: Parse, token: Token) -> bool:
    if any(aux.lower == "had" for aux in tree.children(token.i, "aux")):
        return False
    passive = tree.child(token.i, "auxpass")
    return is_past(token, tree) or (passive is not None and passive.tag == "VBD")


def _plays_on(
    annotated: AnnotatedDocument, statements: Sequence[Statement], report: Report
) -> bool:
    """Tell whether an act is told in the simple past, with no time of another day about."""
    tree = annotated.parse
    if report.timexes or report.type not in PLAYING or report.modality is not Modality.HAPPENED:
        return False
    if report.rule.endswith("(noun)"):
        return False  # "its demand": made before
    inside = _words_of(statements, report)
    others = [
        timex
        for timex in timexes_within(annotated, report.passage.start, report.passage.end)
        if timex.i not in report.limits
        and timex.type is not TimexType.DURATION  # "after 25 minutes he walked out"
        and signal_of(annotated, timex) not in TERMS
        and not any(part.start <= timex.start < part.end for part in inside)
        and not _is_of_earlier(tree, timex)
    ]
    if others:
        return False
    token = tree.token_at(report.trigger.start)
    if token is None:
        return False
    if report.statement is None or report.statement >= len(statements):
        wanting = report.type is ActType.DEMAND and token.tag in ("VBZ", "VBP")
        early = tree.sentences[min(OPENING, len(tree.sentences)) - 1]
        news = wanting and token.sentence <= tree.tokens[early.first].sentence
        news = news and not is_own(annotated)
        ends = tree.tokens[tree.sentence_of(token.i).last - 1].text == "."
        return _is_past(tree, token) or (news and ends)
    statement = statements[report.statement]
    if statement.cue is not None and statement.cue.text.lower().startswith("according"):
        return _is_past(tree, token)
    cue = tree.token_at(statement.cue.start) if statement.cue is not None else None
    if cue is not None and token.i == cue.i:
        return _is_past(tree, token)
    return cue is not None and statement.timex is None and _is_past(tree, cue)
