"""
Verdicts: what the demander makes of the answer it got, in whole or part by part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.lexicon import terms

PACKAGE = "verbale.record"


def judge(words: str) -> str | None:
    """
    Read a judgement as satisfied, unsatisfied or partly; None where it is neither.

    >>> judge("does not satisfy us"), judge("to a certain extent constructive"), judge("long")
    ('unsatisfied', 'satisfied', None)
    """
    lists = terms(PACKAGE, "verdicts")
    text = " ".join(words.casefold().split())
    if _any(lists["unsatisfied"], text):
        return "unsatisfied"
    if _any(lists["satisfied"], text):
        return "satisfied"
    return "partly" if _any(lists["partly"], text) else None


def together(verdicts: Sequence[str]) -> str:
    """
    The verdict on the whole, from those on its parts.

    >>> together(["unsatisfied", "satisfied"])
    'partly'
    """
    kinds = set(verdicts)
    if not kinds:
        return "pending"
    return kinds.pop() if len(kinds) == 1 else "partly"


def wants_answer(content: str) -> bool:
    """Whether what is demanded is an answer."""
    return _any(terms(PACKAGE, "verdicts")["answer"], content.casefold())


def wants_writing(content: str) -> bool:
    """Whether it is to be in writing."""
    return _any(terms(PACKAGE, "verdicts")["written"], content.casefold())


def is_refusal(words: str) -> bool:
    """
    Whether words say no to something.

    >>> is_refusal("that a fixed share was out of the question"), is_refusal("a fixed share")
    (True, False)
    """
    return _any(terms(PACKAGE, "verdicts")["refusing"], words.casefold())


def is_offer(words: str) -> bool:
    """Whether what is told is an offer, by its name."""
    return _any(terms(PACKAGE, "verdicts")["offering"], words.casefold())


def is_spoken(words: str) -> bool:
    """Whether an answer is told to have been given by mouth."""
    return _any(terms(PACKAGE, "verdicts")["spoken"], words.casefold())


def _any(words: Sequence[str], text: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in words)
