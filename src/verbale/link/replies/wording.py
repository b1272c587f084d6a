"""
Answer words: what an answer's words tell of what it is to, read from terms/answers.toml.
"""

from __future__ import annotations

import re
from functools import cache

from verbale.lexicon import terms

PACKAGE = "verbale.link"


@cache
def what_was_asked() -> re.Pattern[str]:
    """What was asked, by any name: "these demands"."""
    return re.compile(rf"\b(?:{'|'.join(terms(PACKAGE, 'answers')['asked'])})s?\b", re.IGNORECASE)


@cache
def what_was_not_asked() -> re.Pattern[str]:
    """What was not asked: "the mediator's plan", "to meet on Friday"."""
    listed = terms(PACKAGE, "answers")
    others, meeting = "|".join(listed["others"]), "|".join(listed["meeting"])
    return re.compile(
        rf"^(?:the|its|his|her|their|an?|\w+['’]s)\s+(?:\w+\s+){{0,3}}?(?:{others})\b"
        rf"|^to\s+(?:{meeting})\b",
        re.IGNORECASE,
    )


@cache
def of_an_accord() -> re.Pattern[str]:
    """What tells that a clause is of both sides: "under the text", "the accord provides"."""
    listed = terms(PACKAGE, "answers")
    accords = "|".join(listed["accords"])
    providing, provides = "|".join(listed["providing"]), "|".join(listed["provides"])
    return re.compile(
        rf"\bunder\s+(?:the|this|that|its|their)\s+(?:\w+\s+){{0,2}}?(?:{accords})\b"
        rf"|\b(?:{providing})\s+(?:{provides})\b",
        re.IGNORECASE,
    )


@cache
def asked_by_the_press() -> re.Pattern[str]:
    """A question that the press asks: "asked whether", "in answer to a reporter"."""
    listed = terms(PACKAGE, "answers")
    press, asks = "|".join(listed["press"]), "|".join(listed["asks_for_readers"])
    return re.compile(
        rf"^\W*(?:{asks})\b|\b(?:answering|answered|in\s+answer\s+to|to)\s+"
        rf"(?:a|the|another|this|his|her)\s+(?:\w+\s+)?(?:{press})s?\b"
        rf"|\b(?:answering|to)\s+(?:{press})s\b",
        re.IGNORECASE,
    )
