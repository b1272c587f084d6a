"""
Named deadlines: a day made the last one, "set Friday as the deadline for a deal".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import agents, phrase
from verbale.extract.deadlines.worded import deadline
from verbale.extract.roles import mentions_at, speaker_at
from verbale.extract.times import timexes_within
from verbale.lexicon import words
from verbale.model.act import Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement
from verbale.model.timex import Timex, TimexType

PACKAGE = "verbale.extract"
# How many words may stand between the verb, the day, and what the day is made.
NEAR = 5


def named_deadlines(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> Iterator[Report]:
    """Find "set 5 May as the deadline", "made Friday the last day for an answer"."""
    tree = annotated.parse
    for verb in tree.with_lemma(words(PACKAGE, "urgency", "fixing")):
        if verb.pos != "VERB":
            continue
        day = _day_behind(annotated, verb)
        last = _made_the_last(tree, day) if day is not None else None
        setters = mentions_at(annotated, agents(tree, verb.i), statements)
        speaker = speaker_at(verb.start, statements)
        if not setters and speaker is not None:
            setters = (speaker,)
        if day is None or last is None or not setters:
            continue
        report = deadline(
            annotated,
            statements,
            verb,
            actors=setters,
            addressees=(),
            content=phrase(tree, last.i),
            limits=(day.i,),
            hardness="hard",
            rule="deadlines: made the last day",
        )
        present = verb.tag in ("VBZ", "VBP") and report.modality is Modality.PLANNED
        yield replace(report, modality=Modality.HAPPENED) if present else report


def _day_behind(annotated: AnnotatedDocument, verb: Token) -> Timex | None:
    """The day that the verb is about, close behind it."""
    tree = annotated.parse
    sentence = tree.sentence_of(verb.i)
    end = tree.tokens[min(verb.i + NEAR, sentence.last) - 1].end
    for timex in timexes_within(annotated, verb.end, end):
        if timex.type in (TimexType.DATE, TimexType.TIME):
            return timex
    return None


def _made_the_last(tree: Parse, day: Timex) -> Token | None:
    """The noun that makes a day the last: "as the deadline", "the final date for an answer"."""
    token = tree.token_at(day.end - 1)
    if token is None:
        return None
    last = min(token.i + 1 + NEAR, tree.sentence_of(token.i).last)
    between = tree.tokens[token.i + 1 : last]
    if not between or between[0].lower not in ("as", "the", "a", "its", "their", "his", "her"):
        return None
    for noun in between:
        if noun.text in (",", ";", "."):
            return None
        if noun.lower in words(PACKAGE, "urgency", "cut_offs"):
            return noun
        if noun.lower in ("day", "date") and _is_due(tree, noun):
            return noun
    return None


def _is_due(tree: Parse, noun: Token) -> bool:
    """Whether a day is the last, or that by which something is owed: "the date for a reply"."""
    due = words(PACKAGE, "urgency", "due")
    if any(child.lower in ("last", "final", "latest") for child in tree.children(noun.i, "amod")):
        return True
    behind = tree.tokens[noun.i + 1 : min(noun.i + 1 + NEAR, tree.sentence_of(noun.i).last)]
    return bool(behind) and behind[0].lower in ("for", "by") and any(t.lemma in due for t in behind)
