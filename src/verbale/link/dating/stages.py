"""
Stages: how far a negotiation has come when a page is written, by the page's news.

Only the end is told apart: what is settled was talked about before. What comes first
in a story (a demand, an offer) comes again in its middle.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from verbale.lexicon import terms
from verbale.model.extraction import Extraction

GAP = r"(?: [\w’'-]+){0,2}? "


class Stage(IntEnum):
    """How far things are: still open, or settled."""

    OPEN = 1
    SETTLED = 2


def find_stage(extraction: Extraction) -> Stage:
    """
    The stage that a page's headline tells.
    """
    title = extraction.document.title
    heading = title.text if title else ""
    if not _any_of("settled").search(heading) or _any_of("unsettled").search(heading):
        return Stage.OPEN
    return Stage.SETTLED


@cache
def _any_of(key: str) -> re.Pattern[str]:
    listed: list[str] = terms("verbale.link", "dating")["stages"][key]
    # "Call off Easter strike", "reach a new wage deal": a word or two may stand between.
    choices = "|".join(GAP.join(map(re.escape, phrase.split())) for phrase in sorted(listed))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)
