"""
The story's own anchor: what days a text's dates allow without believing the page's.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.calendar.compose import work_out
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import Timex


def story_anchor(timexes: Sequence[Timex]) -> Interval:
    """
    The latest day told in full in the story, or UNKNOWN where none is.
    """
    latest = UNKNOWN
    for timex in timexes:
        if timex.formula.anchor != "none" or timex.formula.operator != "date":
            continue
        reading = work_out(timex.formula, None, None, timex.direction)
        if reading is None or reading.granularity != "day":
            continue
        days = reading.interval
        if days.latest and (latest.latest is None or days.latest > latest.latest):
            latest = days
    return latest
