"""
Times: the time expressions of a stretch of text, found without reading all of them.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache

from verbale.lexicon import terms
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.timex import Direction, Timex, TimexType

PACKAGE = "verbale.extract"
# Prepositions of terms and spans: what they lead is no day on which something was said.
TERMS = ("by", "until", "till", "within", "before", "since", "for", "from", "than", "about", "over")
# What a day is later by, in a comparison.
LENGTHS = frozenset(
    {"hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"}
)
# Where somebody speaks on the day that something is.
PRESENT = frozenset({"at", "in", "during", "on", "after", "before", "following"})
# What lies ahead is no day of what was done: "offered to pay 80 crowns next year".
AHEAD = ("next ", "the next ", "tomorrow", "the coming ", "coming ")


def own_times(
    annotated: AnnotatedDocument, timexes: tuple[int, ...], told: Modality
) -> tuple[int, ...]:
    """The times that can be the act's day: not those of a term, nor mere lengths."""
    if told not in (Modality.HAPPENED, Modality.UNDER_WAY):
        return timexes
    return tuple(
        i
        for i in timexes
        if annotated.timexes[i].type.value in ("DATE", "TIME")
        and (
            signal_of(annotated, annotated.timexes[i]) not in TERMS
            or _is_over_days(annotated, annotated.timexes[i])
        )
        and not annotated.timexes[i].text.lower().startswith(AHEAD)
        and not _is_named(annotated, annotated.timexes[i])
        and not _is_compared(annotated, annotated.timexes[i])
    )


def _is_compared(annotated: AnnotatedDocument, timex: Timex) -> bool:
    """Tell whether it compares what is told: "to retire three years later than now"."""
    last = annotated.parse.token_at(timex.end - 1)
    if last is None or last.i + 1 >= len(annotated.parse.tokens):
        return False
    return annotated.parse.tokens[last.i + 1].lower == "than"


def _is_named(annotated: AnnotatedDocument, timex: Timex) -> bool:
    """Tell whether a date ahead is itself what is told: "named 30 June as the time limit"."""
    ahead = timex.direction is Direction.FUTURE and timex.formula.operator == "date"
    return ahead and not signal_of(annotated, timex)


def without_new_day(annotated: AnnotatedDocument, timexes: tuple[int, ...]) -> tuple[int, ...]:
    """The times of a putting off without the day that it was put to, or from."""
    return tuple(
        i
        for i in timexes
        if signal_of(annotated, annotated.timexes[i]) not in (*TERMS, "to")
        and annotated.timexes[i].type is not TimexType.DURATION
        and not annotated.timexes[i].text.lower().startswith(("a ", "an ", "one "))
    )


def without_days_of_matter(
    annotated: AnnotatedDocument, timexes: tuple[int, ...], content: Span
) -> tuple[int, ...]:
    """
    The times of an act without those of its matter: "demands a rise backdated to 1 May".

    A day with "on" may be either's, as the parser hangs it, and so stays the act's; nothing
    is said or asked "to" a day.
    """
    own = [i for i in timexes if signal_of(annotated, annotated.timexes[i]) != "to"]
    return tuple(
        i
        for i in own
        if not content.start <= annotated.timexes[i].start < content.end
        or not _is_of_matter(annotated, annotated.timexes[i], content)
    )


def without_days_of_task(annotated: AnnotatedDocument, report: Report) -> Report:
    """
    The report of what is asked now, without the day on which it is to be done: "calls on Brum
    to return to the table on Friday".
    """
    token = annotated.parse.token_at(report.trigger.start)
    asks = report.type in (ActType.DEMAND, ActType.SET_DEADLINE)
    if token is None or not asks or not report.timexes or token.tag not in ("VBZ", "VBP"):
        return report
    own = tuple(
        i
        for i in report.timexes
        if annotated.timexes[i].start < token.start
        or signal_of(annotated, annotated.timexes[i]) != "on"
    )
    return report if own == report.timexes else replace(report, timexes=own)


def without_months_of_matter(annotated: AnnotatedDocument, report: Report) -> Report:
    """
    The report of what has been done, without a month or year behind it: "has offered a rise
    in two phases, the first in January". What has been done has been by now, and not then.
    """
    tree = annotated.parse
    token = tree.token_at(report.trigger.start)
    if token is None or token.tag != "VBN" or not report.timexes:
        return report
    if not any(aux.lower in ("has", "have") for aux in tree.children(token.i, "aux")):
        return report
    own = tuple(
        i
        for i in report.timexes
        if signal_of(annotated, annotated.timexes[i]) != "in"
        or annotated.timexes[i].start < token.start
        or annotated.timexes[i].formula.day is not None
    )
    return report if own == report.timexes else replace(report, timexes=own)


def _is_of_matter(annotated: AnnotatedDocument, timex: Timex, content: Span) -> bool:
    """Whether a time hangs on a word of the matter by another word than "on"."""
    head = governor_of(annotated.parse, timex)
    signal = signal_of(annotated, timex)
    if head is None or signal in ("", "on") or not content.start <= head.start < content.end:
        return False
    return head.pos in ("NOUN", "PROPN", "ADJ", "VERB") and head.start < timex.start


def _is_over_days(annotated: AnnotatedDocument, timex: Timex) -> bool:
    """Tell whether it is "over the weekend", which is when, and not how long."""
    return timex.type.value == "DATE" and signal_of(annotated, timex) == "over"


def signal_of(annotated: AnnotatedDocument, timex: Timex) -> str:
    """
    The preposition that ties a time to its act: "by", "within", "" for none.

    In "about yesterday's talks" and "since Monday's meeting" it ties the talks.
    """
    if owns(annotated.parse, timex):
        return ""
    if timex.signal:
        return timex.signal.lower()
    other = annotated.timexes[timex.i - 1] if timex.i else None
    if other is not None and other.signal and _names_again(annotated.parse, other, timex):
        return other.signal.lower()
    token = annotated.parse.token_at(timex.start)
    while token is not None and token.i > 0 and token.start >= timex.start:
        before = annotated.parse.tokens[token.i - 1]
        if before.pos == "DET":
            token = before
            continue
        if before.lower == "than" and annotated.parse.tokens[before.i - 1].lower == "later":
            measured = annotated.parse.tokens[max(before.i - 2, 0)].lower in LENGTHS
            return "than" if measured else "by"  # "three years later than now", "no later than May"
        return before.lower if before.pos in ("ADP", "SCONJ") else ""
    return ""


def _names_again(tree: Parse, day: Timex, other: Timex) -> bool:
    """Whether a date is the day's other name: "to this Saturday, March 13"."""
    beside = tree.text[day.end : other.start] == ", "
    return beside and day.type is other.type and other.formula.operator == "date"


def owns(tree: Parse, timex: Timex) -> bool:
    """Whether a noun follows that is told to be of that time: "yesterday's talks"."""
    last = tree.token_at(timex.end - 1)
    if last is None or last.i + 1 >= len(tree.tokens):
        return False
    after = tree.tokens[last.i + 1]
    return last.tag == "POS" or (after.tag == "POS" and after.start == last.end)


def is_of_what_was_spoken_of(tree: Parse, timex: Timex) -> bool:
    """
    Whether a time is another thing's: "asked about Thursday's call, A said".

    At Thursday's meeting somebody speaks on Thursday.
    """
    if not owns(tree, timex):
        return False
    token = tree.token_at(timex.start)
    above = tree.ancestors(token.i) if token is not None else ()
    tie = next((each for each in above if each.pos == "ADP"), None)
    return tie is not None and tie.lower not in PRESENT


def is_past(token: Token, tree: Parse) -> bool:
    """
    Whether a verb stands in the simple past; an "-ed" that has a subject and no helper does,
    whatever the parser calls it.
    """
    if token.tag == "VBD":
        return True
    helped = tree.child(token.i, "aux", "auxpass") is not None
    return token.tag == "VBN" and not helped and tree.child(token.i, "nsubj") is not None


def governor_of(tree: Parse, timex: Timex) -> Token | None:
    """What a time hangs on, over its preposition: the verb of "struck on Monday"."""
    inside = list(tree.tokens_in(timex.start, timex.end))
    top = min(inside, key=lambda token: (tree.depth(token.i), token.i), default=None)
    if top is None:
        return None
    head = tree.head(top.i)
    head = tree.head(head.i) if head.pos == "ADP" else head
    return _told_of(tree, timex, head) or head


def _told_of(tree: Parse, timex: Timex, noun: Token) -> Token | None:
    """
    The verb right behind a time that was hung on its subject: "the union on Monday asked",
    "a group led by Arden on Monday asked".
    """
    if noun.dep == "acl" and tree.child(noun.i, "agent", "dobj") is not None:
        above = (tree.head(noun.i), *tree.ancestors(noun.head))
        noun = next((each for each in above if each.dep in ("nsubj", "nsubjpass")), noun)
    if noun.dep not in ("nsubj", "nsubjpass") or noun.start >= timex.start:
        return None
    if noun.lemma in held_things():
        return None  # "the march on Monday ended": its own day
    verb = tree.head(noun.i)
    last = tree.token_at(timex.end - 1)
    between = tree.tokens[last.i + 1 : verb.i] if last is not None else ()
    near = last is not None and last.i < verb.i
    return verb if near and all(word.pos in ("AUX", "ADV", "PART") for word in between) else None


@cache
def held_things() -> frozenset[str]:
    """Nouns of what is held on a day of its own: talks, votes, strikes."""
    return frozenset(
        word
        for name in ("occasions", "sittings", "measures")
        for word in terms(PACKAGE, "meetings")["lists"][name]
    )


def timexes_within(annotated: AnnotatedDocument, start: int, end: int) -> list[Timex]:
    """Time expressions wholly inside the characters `start` to `end`, in order."""
    at = bisect_left(annotated.timexes, start, key=lambda timex: timex.start)
    found = []
    while at < len(annotated.timexes) and annotated.timexes[at].start < end:
        if annotated.timexes[at].end <= end:
            found.append(annotated.timexes[at])
        at += 1
    return found
