"""
The opening's day: when a story played, as its first sentences tell.

"Arden's union struck on Monday, …", "The council met today, 3 May 2014, …". What the page
tells beside it, without a day, is news of that day as a rule (see `as_news`).
"""

from __future__ import annotations

from itertools import takewhile

from verbale.extract.times import TERMS, governor_of, held_things, signal_of, timexes_within
from verbale.model.act import Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Sentence, Token
from verbale.model.timex import Timex

# How many sentences open a story.
OPENING = 3
ENDINGS = (".", "!", "?", "”", '"', "''")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Parts of the page's own day, and of the one before.
OF_TODAY = frozenset(
    {"last night", "last evening", "this morning", "this afternoon", "this evening", "tonight",
     "earlier today", "later today"}
)  # fmt: skip
PAST = ("VBD", "VBN")
PARTS = ("morning", "afternoon", "evening", "night", "noon", "midday")
# "As he had said", "which it rejected": told to say who or what, not what is new.
ASIDE = frozenset({"relcl", "acl"})
# Before what is held, they tell where something was done: "offered it in talks on Monday".
SETTINGS = frozenset({"in", "during", "at"})
# What a day stands behind that is not the story's own: "was put off to Tuesday".
NOT_ITS_DAY = (*TERMS, "to")
# What may stand between a day and the verb that it is told of.
BETWEEN = frozenset({"NOUN", "PROPN", "ADP", "NUM", "ADJ", "SYM"})


def day_of_story(annotated: AnnotatedDocument) -> int | None:
    """
    The expression that tells the story's own day; None where the opening gives none or two.

    "Arden's union struck on Monday, …", "On 3 May 2014 talks took place …": the weekday,
    today, yesterday or date on which the main verb of the first sentences is told.
    """
    tree = annotated.parse
    days: dict[str, Timex] = {}
    for sentence in opening(annotated):
        span = tree.sentence_span(sentence)
        for timex in timexes_within(annotated, span.start, span.end):
            if not _is_its_day(annotated, timex):
                continue
            if any(_is_named_again(annotated, day, timex) for day in days.values()):
                continue
            if told_then(annotated, timex):
                days.setdefault(timex.text.lower(), timex)
        if days:
            break
    return next(iter(days.values())).i if len(days) == 1 else None


def _is_named_again(annotated: AnnotatedDocument, day: Timex, beside: Timex) -> bool:
    """Whether a day stands beside its own other name: "today, Friday 24 May", "yesterday, on"."""
    between = annotated.parse.text[day.end : beside.start].strip(" ,(–—-")
    return day.end <= beside.start and between in ("", "on", "the")


def opening(annotated: AnnotatedDocument) -> list[Sentence]:
    """The first whole sentences behind the headline; banners and mastheads are none."""
    tree = annotated.parse
    title = annotated.document.title
    body = [s for s in tree.sentences if title is None or tree.tokens[s.first].start >= title.end]
    whole = [s for s in body if tree.tokens[s.last - 1].text in ENDINGS]
    return (whole or body)[:OPENING]


def _is_its_day(annotated: AnnotatedDocument, timex: Timex) -> bool:
    """Whether a story may be of the day: a bare one, or a date with its day and month."""
    dated = timex.formula.day is not None and timex.formula.month is not None
    return is_bare_day(annotated, timex) or (
        dated and signal_of(annotated, timex) not in NOT_ITS_DAY
    )


def is_bare_day(annotated: AnnotatedDocument, timex: Timex) -> bool:
    """Whether it is what a story calls its own day: a bare weekday, today, yesterday."""
    return is_story_day(timex) and signal_of(annotated, timex) not in NOT_ITS_DAY


def is_story_day(timex: Timex) -> bool:
    """Whether it is a bare weekday, today or yesterday, or a part of one: "Monday evening"."""
    if timex.text.lower() in OF_TODAY:
        return True
    told = [word for word in timex.text.lower().split() if word not in ("late", "early", "this")]
    while len(told) > 1 and told[-1] in PARTS:
        told.pop()
    return len(told) == 1 and told[0] in (*WEEKDAYS, "today", "yesterday")


def told_then(annotated: AnnotatedDocument, timex: Timex) -> bool:
    """
    Whether a time hangs on a past verb of a clause of its own.

    In "accepted a rise of 4 percent on Thursday" the parser may hang it on the noun before.
    """
    tree = annotated.parse
    head = governor_of(tree, timex)
    if head is not None and head.pos in BETWEEN and signal_of(annotated, timex) == "on":
        way = list(takewhile(lambda a: a.pos in BETWEEN, (head, *tree.ancestors(head.i))))
        if any(_is_setting(tree, a) for a in way):
            over = (a for a in tree.ancestors(head.i) if a.tag in PAST)
            head = next(over, None)  # "offered it in talks on Monday": on that day
        else:
            held = any(a.lemma in held_things() for a in way)
            head = None if held else tree.head(way[-1].i)  # "the march on Monday": its own day
    if head is None or head.pos not in ("VERB", "AUX") or head.tag not in PAST:
        return False
    return not any(a.dep in ASIDE for a in (head, *tree.ancestors(head.i)))


def _is_setting(tree: Parse, noun: Token) -> bool:
    """Whether what is held is where something was done: "offered in talks on Monday"."""
    tie = tree.head(noun.i)
    return noun.lemma in held_things() and tie.pos == "ADP" and tie.lower in SETTINGS


def is_commented_on(tree: Parse, report: Report) -> bool:
    """Whether the page only says something of a meeting: "welcomes the meeting held on 3 May"."""
    token = tree.token_at(report.trigger.start)
    root = tree.tokens[tree.sentence_of(token.i).root] if token is not None else None
    return root is not None and root.pos == "VERB" and root.tag in ("VBZ", "VBP")
