"""
What is worked out of a whole page, kept at hand while its lines ask for it again.

A page is known here by being the same page in memory: to compare two by all they hold
takes longer than what is asked of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from verbale.model.extraction import Extraction

Made = TypeVar("Made")
# Pages of which something is kept; their lines come page by page.
AT_HAND = 32


def kept_at_hand(work: Callable[[Extraction], Made]) -> Callable[[Extraction], Made]:
    """Keep what `work` makes of the last few pages."""
    # With the page itself, so that no other can come to stand where it stood in memory.
    kept: dict[int, tuple[Extraction, Made]] = {}

    @wraps(work)
    def found(extraction: Extraction) -> Made:
        known = kept.get(id(extraction))
        if known is None or known[0] is not extraction:
            if len(kept) >= AT_HAND:
                kept.clear()
            known = kept[id(extraction)] = extraction, work(extraction)
        return known[1]

    return found
