"""
Times: the time expressions of a stretch of text, found without reading all of them.
"""

from __future__ import annotations

from bisect import bisect_left

from verbale.model.annotated import AnnotatedDocument
from verbale.model.timex import Timex


def timexes_within(annotated: AnnotatedDocument, start: int, end: int) -> list[Timex]:
    """Time expressions wholly inside the characters `start` to `end`, in order."""
    at = bisect_left(annotated.timexes, start, key=lambda timex: timex.start)
    found = []
    while at < len(annotated.timexes) and annotated.timexes[at].start < end:
        if annotated.timexes[at].end <= end:
            found.append(annotated.timexes[at])
        at += 1
    return found
