"""
Problems: what could not be read or done, one line each.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """`path` is what the user gave, `stage` where it failed, `message` one sentence."""

    path: str
    stage: str
    message: str
