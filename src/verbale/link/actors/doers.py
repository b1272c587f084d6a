"""
Doers: who says or does something on a page, for those told of right behind.

"The State Department said no. 'We won't,' spokesman Orton added": whoever acted last before
a voice is told of is likely the one that it speaks for.
"""

from __future__ import annotations

from verbale.model.extraction import Extraction

REACH = 400  # characters from what somebody does to the one who speaks for them


def doers(page: Extraction) -> list[int]:
    """The mentions of who says or does something, in the order of the text."""
    acting = {actor for report in page.reports for actor in report.actors}
    return sorted(acting | {s.speaker for s in page.statements if s.speaker is not None})
