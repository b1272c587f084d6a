"""
Together: which pages tell of one meeting.

What two pages tell beside a meeting that both tell of (how long it took, whose idea a
thing was, how much was offered) is of one occasion, and can be held against each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from verbale.link.telling import MEETINGS
from verbale.model.act import Act, Modality

HELD = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})


def told_together(acts: Sequence[Act]) -> frozenset[frozenset[str]]:
    """Pairs of pages that tell one meeting, held."""
    return frozenset(
        frozenset(pair)
        for act in acts
        if act.type in MEETINGS and act.modality in HELD
        for pair in combinations(sorted({report.document for report in act.reports}), 2)
    )
