"""
Studies: "would study it" is no answer yet, and no receipt.

Whoever will look at what he was asked has put nothing off unless he says until when, or to
whom it goes; and has acknowledged nothing unless he is told to have received it.
"""

from __future__ import annotations

import re
from functools import cache

from verbale.lexicon import alternatives, terms
from verbale.model.act import Act, ActType

PACKAGE = "verbale.record"


def is_mere_study(act: Act) -> bool:
    """Whether every page that tells of a deferral tells only that the matter is looked at."""
    return act.type is ActType.DEFER and all(
        _only_reads(report.content.text if report.content else report.passage.text)
        for report in act.reports
    )


def is_mere_silence(act: Act) -> bool:
    """Whether all that is told is that somebody would not comment, which answers nothing."""
    return act.type is ActType.REFUSE_TO_DISCUSS and all(
        _any("commenting").search(report.passage.text) for report in act.reports
    )


def is_mere_event(condition: str) -> bool:
    """
    Whether a condition only waits for something to be over, which nobody is asked to do.

    >>> is_mere_event("once the talks were over"), is_mere_event("once Brum has paid")
    (True, False)
    """
    return bool(_event().match(condition))


@cache
def _event() -> re.Pattern[str]:
    lists = terms(PACKAGE, "studies")
    opens, over, late = (alternatives(lists[key]) for key in ("waiting", "over", "occasions"))
    return re.compile(rf"^(?:{opens})\b.*\b(?:{late})\b.*\b(?:{over})\W*$", re.IGNORECASE)


def is_receipt(act: Act) -> bool:
    """Whether a page tells that what was sent has come."""
    return any(_any("receipt").search(report.passage.text) for report in act.reports)


def _only_reads(words: str) -> bool:
    """
    Whether words tell of looking at something, and of no later time or other body.

    >>> _only_reads("it would study it"), _only_reads("would look at it once the audit is done")
    (True, False)
    """
    cut = _any("answering").search(words)
    told = words[: cut.start()] if cut else words
    return bool(_any("studying").search(told)) and not _any("later").search(told)


@cache
def _any(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(terms(PACKAGE, 'studies')[key])})\b", re.IGNORECASE)
