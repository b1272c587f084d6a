"""
Answer words: what an answer's words tell of what it is to, read from terms/answers.toml.
"""

from __future__ import annotations

import re
from functools import cache

from verbale.lexicon import alternatives, terms

PACKAGE = "verbale.link"


@cache
def what_was_asked() -> re.Pattern[str]:
    """What was asked, by any name: "these demands"."""
    return re.compile(rf"\b(?:{_any('asked')})s?\b", re.IGNORECASE)


@cache
def what_was_not_asked() -> re.Pattern[str]:
    """What was not asked: "the mediator's plan", "to meet on Friday"."""
    return re.compile(
        rf"^(?:the|its|his|her|their|an?|\w+['’]s)\s+(?:\w+\s+){{0,3}}?(?:{_any('others')})\b"
        rf"|^to\s+(?:{_any('meeting')})\b",
        re.IGNORECASE,
    )


@cache
def of_an_accord() -> re.Pattern[str]:
    """What tells that a clause is of both sides: "under the text", "the accord provides"."""
    return re.compile(
        rf"\bunder\s+(?:the|this|that|its|their)\s+(?:\w+\s+){{0,2}}?(?:{_any('accords')})\b"
        rf"|\b(?:{_any('providing')})\s+(?:{_any('provides')})\b",
        re.IGNORECASE,
    )


@cache
def asked_by_the_press() -> re.Pattern[str]:
    """A question that the press asks: "asked whether", "in answer to a reporter"."""
    press, asks = _any("press"), _any("asks_for_readers")
    return re.compile(
        rf"\banswer(?:s|ed|ing)?\s+(?:\w+\s+){{0,2}}?questions\b(?!\s+(?:of|from|by|put|posed)\s+(?!{press}))"
        rf"|^\W*(?:{asks})\b|\b(?:answering|answered|in\s+answer\s+to|to)\s+"
        rf"(?:a|the|another|this|his|her)\s+(?:\w+\s+)?(?:{press})s?\b"
        rf"|\b(?:answering|to)\s+(?:{press})s\b",
        re.IGNORECASE,
    )


def _any(key: str) -> str:
    """The words of one list of `answers.toml`, as alternatives."""
    return alternatives(terms(PACKAGE, "answers")[key])
