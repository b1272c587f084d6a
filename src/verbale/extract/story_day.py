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
from verbale.extract.roles import mentions_at
from verbale.extract.sides import side_of
from verbale.extract.times import TERMS, signal_of, timexes_within
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement
from verbale.model.timex import Timex

# What keys of those of no known side begin with.
UNNAMED = "chain "
# How many sentences of a story may tell its day.
OPENING = 8
# Acts done where and when the story plays.
PLAYING = (
    ActType.DEMAND,
    ActType.REJECT,
    ActType.REFUSE_TO_DISCUSS,
    ActType.PROPOSE,
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
)


def on_story_day(
    annotated: AnnotatedDocument, statements: Sequence[Statement], reports: Sequence[Report]
) -> Iterator[Report]:
    """The reports, those without a time dated by the opening where its people act on."""
    days = _opening(annotated, statements)
    for report in reports:
        names = [_key(annotated, i) for i in report.actors]
        found = [days[name] for name in names if name in days]
        if not found and names and len(set(days.values())) == 1:
            # A story of one day: whoever is not known to be of another side acts on it.
            unknown = all(side_of(annotated, i) is None for i in report.actors)
            alone = all(name.startswith(UNNAMED) for name in days)
            found = sorted(set(days.values())) if unknown or alone else []
        after = found and annotated.timexes[found[0]].start < report.passage.start
        if after and _plays_on(annotated, statements, report):
            rule = f"{report.rule}; on the story's day"
            yield replace(report, timexes=(found[0],), rule=rule, day_inferred=True)
        else:
            yield report


def _opening(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> dict[str, int]:
    """For each side that the opening tells of, the weekday it gives."""
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
            found.setdefault(_key(annotated, mention), timex.i)
    return found


def _key(annotated: AnnotatedDocument, i: int) -> str:
    """The side a mention belongs to, or a mark of the one it means."""
    chains = annotated.references[i].chains if i < len(annotated.references) else ()
    return side_of(annotated, i) or f"{UNNAMED}{chains[0] if chains else f'mention {i}'}"


def _is_day(annotated: AnnotatedDocument, timex: Timex) -> bool:
    """Tell whether it is a bare weekday, or today: what a story calls its own day."""
    bare = timex.formula.weekday is not None or timex.text.lower() in ("today", "yesterday")
    plain = len(timex.text.split()) == 1
    return bare and plain and signal_of(annotated, timex) not in TERMS


def _verb_of(tree: Parse, timex: Timex) -> Token | None:
    """The past verb that a time hangs on, with nothing but its preposition between."""
    inside = list(tree.tokens_in(timex.start, timex.end))
    top = min(inside, key=lambda token: (tree.depth(token.i), token.i), default=None)
    if top is None:
        return None
    head = tree.head(top.i)
    if head.pos == "ADP":
        head = tree.head(head.i)
    return head if _is_past(tree, head) else None


def _is_past(tree: Parse, token: Token) -> bool:
    return token.tag == "VBD" and not any(aux.lower == "had" for aux in tree.children(token.i))


def _plays_on(
    annotated: AnnotatedDocument, statements: Sequence[Statement], report: Report
) -> bool:
    """Tell whether an act is told in the simple past, with no time of another day about."""
    tree = annotated.parse
    if report.timexes or report.type not in PLAYING or report.modality is not Modality.HAPPENED:
        return False
    if report.rule.endswith("(noun)"):
        return False  # "its demand": made before
    others = [
        timex
        for timex in timexes_within(annotated, report.passage.start, report.passage.end)
        if timex.i not in report.limits and signal_of(annotated, timex) not in TERMS
    ]
    if others:
        return False
    token = tree.token_at(report.trigger.start)
    if token is None:
        return False
    if report.statement is None or report.statement >= len(statements):
        return _is_past(tree, token)
    statement = statements[report.statement]
    if statement.cue is not None and statement.cue.text.lower().startswith("according"):
        return _is_past(tree, token)
    cue = tree.token_at(statement.cue.start) if statement.cue is not None else None
    return cue is not None and statement.timex is None and _is_past(tree, cue)
