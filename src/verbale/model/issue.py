"""
Issues: the matters that demands, offers and positions are about.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """
    One matter, with the phrases the pile uses for it. `parent` is the id of the
    broader issue, None at the top.
    """

    id: str
    label: str
    parent: str | None = None
    phrases: tuple[str, ...] = ()
