"""
In words: how a page was dated, as a method of a few words and a reason of one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.link.dating.clues import ShownDay
from verbale.model.dating import Evidence
from verbale.model.interval import Interval

# Clues that change the odds less than this are not worth a line.
SLIGHT = 0.3


def method_of(believed: ShownDay | None, evidence: Sequence[Evidence], published: Interval) -> str:
    """What a day was told from, in a word or two."""
    if not published.known:
        return "none"
    if published.days is None:
        return "bounds"
    agreeing = {line.origin for line in evidence if line.agrees and line.weight >= SLIGHT}
    parts = [believed.origin] if believed else []
    if "story" in agreeing:
        parts.append("story")
    if "neighbour" in agreeing:
        parts.append("neighbours")
    return " and ".join(parts) or "story"


def reason_of(
    shown: ShownDay | None,
    trusted: bool | None,
    evidence: Sequence[Evidence],
    published: Interval,
) -> str:
    """One sentence."""
    story = [e for e in evidence if e.origin == "story" and e.agrees and e.weight >= SLIGHT]
    near = [e for e in evidence if e.origin == "neighbour" and e.agrees]
    pile = [e for e in evidence if e.origin == "pile" and e.agrees and e.weight >= SLIGHT]
    support = []
    if story:
        support.append(f"the story ({', '.join(f'“{e.text}”' for e in story[:3])})")
    if near:
        names = ", ".join(str(e.document) for e in near[:3])
        support.append(f"what other pages tell of the same acts ({names})")
    elif pile and shown is None:
        support.append("where the pages like it lie")
    found = " and ".join(support)
    if shown is not None and trusted:
        certainty = f"agrees with {found}" if found else "is contradicted by nothing, nor confirmed"
        return f"The {shown.origin} “{shown.text}” {certainty}."
    beside = (
        f" The {shown.origin} “{shown.text}” is not believed, because it does not fit them."
        if shown is not None
        else ""
    )
    if not published.known:
        return "Nothing on the page or near it tells its day." + beside
    if published.days is None:
        return f"Only bounds can be told: {published}." + beside
    return f"Published {published} by {found or 'its own clues'}.{beside}"
