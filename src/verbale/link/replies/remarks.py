"""
Remarks: what is told as wanted and asks nothing of whoever sits across the table.

"Stressed to the president that …" was told to the president, and "talks must not drag
on" is a word on the talks: to guess an addressee for them would invent a demand.
"""

from __future__ import annotations

import re

from verbale.link.acts.telling import Telling

# "Stressed to the president": the words in front of whom it was told to.
TOLD_TO = re.compile(r"\s+(?:on\s+\w+\s+)?to\s+(?:the\s+|his\s+|her\s+|its\s+|their\s+)?(?=\w)")
NEAR = 2
# "That the talks must not drag on", "that talks without X make no sense".
TALKS_AT_LARGE = re.compile(
    r"(?:that\s+)?(?:the\s+|these\s+|such\s+|any\s+)?(?:peace\s+)?"
    r"(?:talks|negotiations|discussions|consultations|dialogue|negotiating|talking)\b.{0,60}?"
    r"(?:\b(?:must|should|can|could|may|shall)\s?(?:not|n[’']t)\s+(?:drag|go\s+on|last|be\s+end|continue|take)"
    r"|\bdrag|\b(?:makes?|has|have)\s+no\s+(?:sense|point|meaning)|\bmakes?\s+little\s+sense"
    r"|\b(?:is|are|would\s+be)\s+(?:senseless|pointless|useless|meaningless|futile|in\s+vain))",
    re.IGNORECASE | re.DOTALL,
)


def tells_another(telling: Telling) -> bool:
    """Whether the sentence says whom it was told to: "stressed to the president that …"."""
    report = telling.report
    end = report.content.start if report.content is not None else report.passage.end
    after = telling.extraction.document.text[report.trigger.end : end]
    told = TOLD_TO.match(after)
    if told is None:
        return False
    start = report.trigger.end + told.end()
    return any(start <= mention.start <= start + NEAR for mention in telling.extraction.mentions)


def is_on_talks(telling: Telling) -> bool:
    """Whether it is a remark on the talks at large, which asks nothing of one party."""
    content = telling.report.content
    return content is not None and TALKS_AT_LARGE.match(content.text) is not None
