"""
Amounts: how many of what words tell, whatever the words for the number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from verbale.lexicon import alternatives, terms
from verbale.link.figures.counting import unit_of, value_of
from verbale.link.issues.phrases import stem

THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")


def amounts(texts: Sequence[str]) -> dict[str, list[float]]:
    """
    Numbers, in figures or words, by the stem of what they count.

    >>> amounts(["to pull back five kilometres"]), amounts(["40 sick prisoners"])
    ({'kilometr': [5.0]}, {'prisoner': [40.0]})
    """
    found: dict[str, list[float]] = {}
    for text in texts:
        for match in _amount().finditer(text):
            unit = stem(unit_of(match["behind"])[0] or match["behind"].split()[0].lower())
            found.setdefault(unit, []).append(_value(match["number"]))
    return found


@cache
def _amount() -> re.Pattern[str]:
    told = alternatives(terms("verbale.link", "counts")["numbers"])
    return re.compile(
        rf"\b(?P<number>\d+(?:[.,]\d+)*|{told})(?P<behind>(?: (?:per cent|[^\W\d_]+)){{1,3}})",
        re.IGNORECASE,
    )


def _value(text: str) -> float:
    """
    The value of a number as written, be its thousands apart by commas or points.

    >>> _value("60,000"), _value("50.000"), _value("4.5"), _value("two")
    (60000.0, 50000.0, 4.5, 2.0)
    """
    return value_of(THOUSANDS.sub("", text))
