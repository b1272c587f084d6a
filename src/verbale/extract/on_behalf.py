"""
On behalf: for whom somebody acts who is told with it, "Arden, for the island states,".

Minutes and wires set it off by commas or brackets behind the name: "for", "on behalf of",
"in the name of", "speaking for". The one who speaks stays the actor; the act is theirs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.model.act import Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind, Mention

SPEAKING_FOR = re.compile(
    r"\s*[,(–—]\s*(?:(?:who|that|which)\s+(?:(?:is|was|are|were)\s+)?"
    r"(?:speak|spoke|negotiat|bargain|act|answer|appear|talk|handl|conduct|lead)(?:s|es|ed|ing)?\s+"
    r"(?:the\s+(?:case|talks|negotiations|dispute)\s+)?"
    r"|(?:speaking|acting|negotiating|bargaining|answering|appearing|replying)\s+|also\s+)?"
    r"(?:for|on\s+behalf\s+of|in\s+the\s+name\s+of|as\s+(?:chair|spokesman|spokeswoman|coordinator)\s+of|representing)\s+",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"\b(?:who|that|which)\b", re.IGNORECASE)
NAMED = (ActorKind.PARTY, ActorKind.BLOC, ActorKind.ORGANISATION)
ENDS = re.compile(r"\s*(?:/\s*[A-Z]\w+|\([^)]*\))?\s*(?:[,):–—]|and\b)")
BODIES = (ActorKind.PARTY, ActorKind.BLOC, ActorKind.ORGANISATION, ActorKind.GROUP)
# A name and those it speaks for stand no farther apart.
NEAR = 60


def with_principals(annotated: AnnotatedDocument, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, each with those for whom its one actor is told to act."""
    meant = dict(_principals(annotated))
    for report in reports:
        if len(report.actors) == 1 and not report.on_behalf_of and report.actors[0] in meant:
            yield replace(report, on_behalf_of=(meant[report.actors[0]],))
        else:
            yield report


def _principals(annotated: AnnotatedDocument) -> Iterator[tuple[int, int]]:
    """Each mention that is set before those it speaks for, with the mention of those."""
    mentions = annotated.mentions
    starts = [mention.start for mention in mentions]
    for mention in mentions:
        found = SPEAKING_FOR.match(annotated.text, mention.end, mention.end + NEAR)
        if found is None:
            continue
        at = bisect_left(starts, found.end())
        principal = mentions[at] if at < len(mentions) else None
        if principal is None or not _is_set_off(annotated, principal, found.end()):
            continue
        # A body that bargains for "seven studios" is who they are at the table.
        named = principal.actor_kind in NAMED and principal.name is not None
        if named or not CLAUSE.search(found.group()):
            yield mention.i, principal.i


def _is_set_off(annotated: AnnotatedDocument, principal: Mention, start: int) -> bool:
    """Whether the words behind "for" name a body, and nothing but it."""
    between = annotated.text[start : principal.start].strip().lower()
    if principal.actor_kind not in BODIES or between not in ("", "the", "all", "its"):
        return False
    return ENDS.match(annotated.text, principal.end) is not None
