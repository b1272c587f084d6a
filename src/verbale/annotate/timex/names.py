"""
Names that are also months, weekdays, seasons or feasts: May, March, the Sunday Times.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.annotate.timex.rules import Draft
from verbale.annotate.timex.words import CLASSES, Word
from verbale.lexicon import words as listed
from verbale.model.parse import Parse, Token

# Months and weekdays whose names are other words too.
DOUBTFUL = frozenset({"may", "march", "august", "april", "june", "sun", "sat", "mar", "dec", "jan"})
TIME_ENTITIES = frozenset({"DATE", "TIME"})


def prepositions() -> frozenset[str]:
    """Words that introduce a date."""
    return listed("verbale.annotate", "timex_context", "prepositions")


def introduced(before: Word | None) -> bool:
    """Whether the word before makes a date of a doubtful name."""
    return before is not None and (
        before.lower in prepositions() or before.kind in (CLASSES["EDGE"], CLASSES["LAST"])
    )


def month(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """A month's name alone, where it is also a verb, a person or a demonstration."""
    word = span[-1]
    if not word.text[0].isupper():
        return False
    last = tree.token_at(word.start) or token
    if word.lower not in DOUBTFUL:
        return last.entity not in ("PERSON",) or introduced(before)
    if not introduced(before) and after is not None and after.text[:1].isupper():
        following = tree.token_at(after.start)
        if (
            following is not None
            and following.pos == "PROPN"
            and following.entity not in TIME_ENTITIES
        ):
            return False  # a person or a body
        if following is not None and last.dep == "compound" and last.head == following.i:
            return False
    if last.entity in TIME_ENTITIES:
        # The tagger also calls "May" a date where it opens a question.
        return last.pos not in ("VERB", "AUX")
    if last.pos in ("VERB", "AUX") or last.entity in ("PERSON", "ORG", "FAC"):
        return False
    return introduced(before)


def season(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """Spring and fall as a source and a drop are not seasons."""
    word = next((w for w in span if w.kind == CLASSES["SEASON"]), span[0])
    if len(span) > 1 and span[-1].kind == CLASSES["YEAR"]:
        return True
    last = tree.token_at(word.start) or token
    if last.pos not in ("NOUN", "PROPN"):
        return False
    if before is not None and before.kind == CLASSES["A"]:
        return False
    if (
        before is not None
        and before.kind == CLASSES["OTHER"]
        and (before.text[0].isupper() and word.text[0].isupper())
    ):
        return False  # a rising named after its season
    if word.lower == "fall":
        return last.entity in TIME_ENTITIES or (
            before is not None and before.lower in ("in", "by", "since", "until", "during")
            and after is not None and after.lower != "of"
        )  # fmt: skip
    if last.entity in TIME_ENTITIES:
        return True
    if word.lower == "spring":
        return before is not None and before.lower in (
            "in",
            "by",
            "since",
            "until",
            "during",
            "early",
            "late",
        )
    return last.entity == ""


def weekday(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """Short names need a capital and must not be words; "Sunday Times" is a paper."""
    word = next(w for w in span if w.kind == CLASSES["WEEKDAY"])
    last = tree.token_at(word.start) or token
    if not word.text[0].isupper() and len(word.lower) < 6:
        return False
    if word.lower in ("sun", "sat", "wed", "mon", "fri", "thu", "tue") and (
        last.entity not in TIME_ENTITIES
    ):
        return False
    names = listed("verbale.annotate", "timex_context", "titled")
    if after is not None and after.lower in names and after.text[0].isupper():
        return False
    if after is not None and after.text[:1].isupper() and last.dep == "compound":
        head = tree.head(last.i)
        if head.pos == "PROPN" and head.entity not in TIME_ENTITIES and head.start == after.start:
            return False  # a person's name, or a title's
    return last.entity not in ("PERSON", "WORK_OF_ART", "ORG")


def feast(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """Easter Island, the Tet Offensive and Christmas trees are no times."""
    if after is None or span[-1].kind == CLASSES["YEAR"]:
        return True
    if after.lower in listed("verbale.annotate", "timex_context", "feast_things"):
        return False
    return not (after.text[:1].isupper() and after.kind == CLASSES["OTHER"])


def often(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """A newspaper's name is not a repetition."""
    return token.pos != "PROPN" and token.entity not in ("ORG", "WORK_OF_ART")
