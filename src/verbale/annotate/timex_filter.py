"""
What looks like a time and is not: "May" a name, "march" a walk, "1997 troops", "second" place.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.annotate.timex_grammar import Draft
from verbale.annotate.timex_words import CLASSES, Word
from verbale.lexicon import words as listed
from verbale.model.parse import Parse, Token
from verbale.model.timex import TimexType

# Months and weekdays whose names are other words too.
DOUBTFUL = frozenset({"may", "march", "august", "april", "june", "sun", "sat", "mar", "dec", "jan"})
TIME_ENTITIES = frozenset({"DATE", "TIME"})
NOT_TIME = frozenset({"MONEY", "QUANTITY", "PERCENT"})


def plausible(draft: Draft, words: Sequence[Word], tree: Parse) -> bool:
    """Whether the words of a draft are a time here."""
    span = words[draft.first : draft.last + 1]
    token = tree.token_at(span[0].start)
    before = words[draft.first - 1] if draft.first else None
    after = words[draft.last + 1] if draft.last + 1 < len(words) else None
    check = CHECKS.get(draft.rule)
    if token is None or check is None:
        return True
    return check(draft, span, before, after, token, tree)


def _prepositions() -> frozenset[str]:
    return listed("verbale.annotate", "timex_context", "prepositions")


def _year(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """A number of four digits is a year unless it counts or costs something."""
    if before is not None and before.lower in ("$", "£", "€", "#", "no", "boeing", "flight"):
        return False
    if after is not None and after.lower in ("%", "°"):
        return False
    if token.entity in NOT_TIME:
        return False
    if before is not None and before.text == "." and before.end == span[0].start:
        return False
    introduced = before is not None and before.lower in _prepositions()
    counts = listed("verbale.annotate", "timex_context", "counted")
    if after is not None and after.lower in counts:
        return False
    number = span[-1].value
    if isinstance(number, int) and not 1400 <= number <= 2100 and token.entity not in TIME_ENTITIES:
        return introduced and not _counts_noun(token, tree)
    if token.entity in TIME_ENTITIES:
        return True
    if _counts_noun(token, tree):
        return False
    return introduced or token.entity in ("", "CARDINAL", "EVENT", "ORG", "GPE", "LAW")


def _counts_noun(token: Token, tree: Parse) -> bool:
    """Whether the number stands before a plural noun it may count."""
    head = tree.head(token.i)
    return (
        token.dep == "nummod"
        and head.i > token.i
        and head.tag == "NNS"
        and token.entity == "CARDINAL"
    )


def _month(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """A month's name alone, where it is also a verb, a person or a demonstration."""
    word = span[-1]
    if not word.text[0].isupper():
        return False
    last = tree.token_at(word.start) or token
    if word.lower not in DOUBTFUL:
        return last.entity not in ("PERSON",) or _introduced(before)
    if last.entity in TIME_ENTITIES:
        # The tagger also calls "May" a date where it opens a question.
        return last.pos not in ("VERB", "AUX")
    if last.pos in ("VERB", "AUX") or last.entity in ("PERSON", "ORG", "FAC"):
        return False
    return _introduced(before)


def _introduced(before: Word | None) -> bool:
    return before is not None and (
        before.lower in _prepositions() or before.kind in (CLASSES["EDGE"], CLASSES["LAST"])
    )


def _season(
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


def _often(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """A newspaper's name is not a repetition."""
    return token.pos != "PROPN" and token.entity not in ("ORG", "WORK_OF_ART")


def _weekday(
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
    return last.entity not in ("PERSON", "WORK_OF_ART")


def _vague(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """ "once", "past", "present" and their like only where they tell a time."""
    lower = span[-1].lower
    if lower in ("past", "future", "present"):
        return before is not None and before.lower in ("the", "near", "foreseeable") and (
            token.pos in ("NOUN", "DET", "ADJ") and (after is None or after.kind in (CLASSES["STOP"], CLASSES["COMMA"], CLASSES["OTHER"]))
        )  # fmt: skip
    if lower == "once":
        return False
    return token.pos in ("ADV", "ADJ", "NOUN", "SCONJ", "INTJ")


def _length(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """Plural units alone; "second" alone is an ordinal; "a second" is hardly a length."""
    unit = span[-1] if span[-1].kind == CLASSES["UNIT"] else next(
        (w for w in span if w.kind == CLASSES["UNIT"]), span[-1]
    )  # fmt: skip
    if unit.lower == "second" and draft.formula.name not in ("PT1S",):
        return False
    if unit.lower == "second":
        return span[0].lower == "one"
    if unit.lower in ("quarter", "quarters"):
        return (
            span[0].kind != CLASSES["A"]
            and draft.rule == "length"
            and (after is None or after.lower != "of")
        )
    if unit.lower in ("min",):
        return span[0].kind in (CLASSES["NUM"], CLASSES["INT"])
    return unit.lower != "yr" or len(span) > 1


def _day_of_month(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """ "The 17th" unless it ranks something: "the 17th round"."""
    ordinal = tree.token_at(span[-1].start)
    if ordinal is None:
        return False
    head = tree.head(ordinal.i)
    ranks = head.i > ordinal.i and head.pos in ("NOUN", "PROPN", "ADJ") and ordinal.dep in (
        "amod", "nummod", "compound", "nmod", "advmod",
    )  # fmt: skip
    return not ranks or ordinal.entity == "DATE"


CHECKS = {
    "year": _year,
    "years": _year,
    "month": _month,
    "season": _season,
    "repeated": _often,
    "weekday": _weekday,
    "vague time": _vague,
    "length": _length,
    "vague length": _length,
    "day of the month": _day_of_month,
}
