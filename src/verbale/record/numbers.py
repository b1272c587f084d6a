"""
Numbers: whether two counts of one thing can both be true.

"At least 90" and "100" can, "about 100" and "103" can, "90" and "100" cannot. Only
counts of one unit come here.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.lexicon import terms

# How far off a number told as rough may be: rounding to one figure.
ROUGH = 0.15


def differ(values: Sequence[str]) -> bool:
    """
    Whether some two of the values exclude each other.

    >>> differ(["at least 90", "100"]), differ(["90", "100"]), differ(["about 100", "103"])
    (False, True, False)
    """
    ranges = [_range(value) for value in values]
    known = [bounds for bounds in ranges if bounds is not None]
    return any(
        max(one[0], other[0]) > min(one[1], other[1])
        for at, one in enumerate(known)
        for other in known[at + 1 :]
    )


def _range(value: str) -> tuple[float, float] | None:
    """The lowest and highest the words allow."""
    *words, number = value.split()
    try:
        exact = float(number.replace(",", ""))
    except ValueError:
        return None
    qualifier = " ".join(words).casefold()
    lists = terms("verbale.record", "qualifiers")
    if qualifier in lists["at_least"]:
        return exact, float("inf")
    if qualifier in lists["at_most"]:
        return float("-inf"), exact
    if qualifier in lists["about"]:
        return exact * (1 - ROUGH), exact * (1 + ROUGH)
    return exact, exact
