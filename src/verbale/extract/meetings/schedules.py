"""
Schedules: for which day a meeting was set, and to which it was moved.

"Postponed the talks which had been scheduled for 27 June", "the round, which is to be held
on 16 June": the day stands in the meeting's own clause, and Wednesday, on which it was put
off, is none of its days. "From Tuesday to Friday" names two: it was to be on the one, and
now is on the other. Each is told as a plan of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.modality.wording import clause_words
from verbale.extract.plover.categories import category
from verbale.extract.roles import mentions_at
from verbale.extract.times import signal_of, timexes_within
from verbale.lexicon import terms, words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.timex import Timex

PACKAGE = "verbale.extract"
CLAUSES = ("relcl", "acl")
JOURNEYS = frozenset({"visit", "trip", "journey"})
# How a day is tied to what is set for it.
SET_FOR = ("", "on", "for", "at", "in", "over", "from")
MOVED_TO = ("to", "until", "till")
AHEAD = frozenset({"to", "will", "would"})
# How far behind its occasion the clause may hang: "the first round of talks on grain, which".
DEEPEST = 6


def set_for(annotated: AnnotatedDocument, token: Token) -> tuple[tuple[int, ...], bool]:
    """
    The days of an occasion's own clause, and whether they lie ahead of what it tells.
    """
    tree = annotated.parse
    setting = words(PACKAGE, "light", "setting")
    held = {*clause_words("occurrence"), *clause_words("opening")}
    for clause in _clauses_of(tree, token):
        inner = _inner(tree, clause)
        set_ = inner.lemma in setting or clause.lemma in setting
        coming = set_ or any(
            aux.lower in AHEAD for aux in tree.children(inner.i, "aux") if inner.i > clause.i
        )
        coming = coming or any(aux.lower in AHEAD for aux in tree.children(clause.i, "aux"))
        if not set_ and inner.lemma not in held:
            continue
        days = tuple(timex.i for timex in _days_below(annotated, clause))
        if days:
            return days, coming
    return (), False


def rescheduled(annotated: AnnotatedDocument, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, meetings that are put off being planned for the old day and the new one."""
    moves = [report for report in reports if _moves_a_meeting(annotated, report)]
    told: set[int] = set()
    for move in moves:
        for report in reports:
            if report.type in (ActType.MEET, ActType.VISIT) and _is_of(report, move):
                told.add(id(report))
    for report in reports:
        if id(report) not in told:
            yield report
        if report in moves:
            meeting = next(
                (each for each in reports if id(each) in told and _is_of(each, report)), None
            )
            yield from _plans(annotated, report, meeting)


def _plans(annotated: AnnotatedDocument, move: Report, meeting: Report | None) -> Iterator[Report]:
    """The meeting as it was planned before, and as it is now."""
    days = [days for days in (_old_days(annotated, move), _new_days(annotated, move)) if days]
    if not days:
        if meeting is not None:
            yield meeting
        return
    for planned in days:
        if meeting is not None:
            yield replace(meeting, timexes=planned, modality=Modality.PLANNED, as_news=False)
        else:
            noun = _noun_of(annotated, move)
            assert noun is not None
            yield Report(
                i=0,
                type=ActType.VISIT if noun.lemma in JOURNEYS else ActType.MEET,
                trigger=annotated.parse.span(noun.i, noun.i),
                passage=move.passage,
                modality=Modality.PLANNED,
                rule=f"schedules: {move.rule.partition(':')[2].strip()}",
                timexes=planned,
                plover=category(ActType.MEET, Modality.PLANNED),
                actors=_travellers(annotated, noun),
                statement=move.statement,
            )


def _travellers(annotated: AnnotatedDocument, noun: Token) -> tuple[int, ...]:
    """Whose a journey is: "his visit", "the envoy's trip", "the trip of the delegation"."""
    tree = annotated.parse
    if noun.lemma not in JOURNEYS:
        return ()
    owners = list(tree.children(noun.i, "poss"))
    for prep in tree.children(noun.i, "prep"):
        if prep.lower in ("of", "by"):
            owners.extend(tree.children(prep.i, "pobj"))
    return mentions_at(annotated, [owner.i for owner in owners], ())


def _moves_a_meeting(annotated: AnnotatedDocument, report: Report) -> bool:
    done = report.modality in (Modality.HAPPENED, Modality.UNDER_WAY)
    return report.type is ActType.POSTPONE and done and _noun_of(annotated, report) is not None


def _noun_of(annotated: AnnotatedDocument, move: Report) -> Token | None:
    """The occasion that is put off: the head of what is told to be."""
    if move.content is None:
        return None
    tree = annotated.parse
    inside = list(tree.tokens_in(move.content.start, move.content.end))
    head = min(inside, key=lambda token: (tree.depth(token.i), token.i), default=None)
    listed = frozenset(terms(PACKAGE, "meetings")["lists"]["occasions"]) | words(
        PACKAGE, "light", "gatherings"
    )
    known = head is not None and (head.lemma in listed or head.lower in listed)
    return head if known else None


def _is_of(meeting: Report, move: Report) -> bool:
    """Whether a meeting is told by the words that tell what was put off."""
    content = move.content
    inside = content is not None and content.start <= meeting.trigger.start < content.end
    return inside and meeting.modality is Modality.PLANNED


def _old_days(annotated: AnnotatedDocument, move: Report) -> tuple[int, ...]:
    """The day it was to have been on: of its own clause, "Tuesday's", or moved "from"."""
    noun = _noun_of(annotated, move)
    if noun is None or move.content is None:
        return ()
    own, _ = set_for(annotated, noun)
    if own:
        return own
    tree = annotated.parse
    before = tree.tokens[tree.edges(noun.i)[0]].start
    owned = [timex.i for timex in timexes_within(annotated, before, noun.start) if _is_day(timex)]
    if owned:
        return tuple(owned[:1])
    rest = timexes_within(annotated, move.passage.start, move.passage.end)
    return tuple(
        timex.i for timex in rest if signal_of(annotated, timex) == "from" and _is_day(timex)
    )[:1]


def _new_days(annotated: AnnotatedDocument, move: Report) -> tuple[int, ...]:
    """The day it was put off to."""
    own: tuple[int, ...] = ()
    noun = _noun_of(annotated, move)
    if noun is not None:
        own, _ = set_for(annotated, noun)
    rest = timexes_within(annotated, move.trigger.start, move.passage.end)
    found = [
        timex
        for timex in rest
        if timex.i not in own and _is_day(timex) and signal_of(annotated, timex) in MOVED_TO
    ]
    return tuple(timex.i for timex in found[:1])


def _clauses_of(tree: Parse, token: Token) -> Iterator[Token]:
    """The clauses that hang on a noun, or on the last noun of its phrase."""
    last = min(tree.edges(token.i)[1], tree.sentence_of(token.i).last - 1)
    for noun in tree.tokens[token.i : last + 1]:
        if noun.pos in ("NOUN", "PROPN") and _is_in_phrase(tree, noun, token):
            yield from (each for each in tree.children(noun.i, *CLAUSES) if each.i > noun.i)
            yield from (each for each in tree.children(noun.i, "amod") if each.i > noun.i)
    yield from _clauses_behind(tree, token)


def _clauses_behind(tree: Parse, token: Token) -> Iterator[Token]:
    """The clauses behind an occasion that the parser hung on what is "of" it: its agenda."""
    of, outer = tree.head(token.i), tree.head(tree.head(token.i).i)
    if token.dep == "pobj" and of.lower == "of" and outer.pos == "NOUN":
        yield from (each for each in tree.children(outer.i, *CLAUSES) if each.i > token.i)


def _is_in_phrase(tree: Parse, noun: Token, token: Token) -> bool:
    at = noun
    for _ in range(DEEPEST):
        if at.i == token.i:
            return True
        if at.pos in ("VERB", "AUX") or at.head == at.i:
            return False
        at = tree.head(at.i)
    return False


def _inner(tree: Parse, clause: Token) -> Token:
    """What a clause comes to: "is to be held" to "held"."""
    below = tree.child(clause.i, "xcomp", "acomp") if clause.lemma == "be" else None
    return below if below is not None else clause


def _days_below(annotated: AnnotatedDocument, clause: Token) -> list[Timex]:
    tree = annotated.parse
    first, last = tree.edges(clause.i)
    found = timexes_within(annotated, tree.tokens[first].start, tree.tokens[last].end)
    return [each for each in found if _is_day(each) and signal_of(annotated, each) in SET_FOR]


def _is_day(timex: Timex) -> bool:
    return timex.type.value in ("DATE", "TIME") and timex.formula.operator != "now"
