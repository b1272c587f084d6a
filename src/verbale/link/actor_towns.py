"""
Towns: for whom a mayor speaks where no page says it beside his name.

"Mayor Vella" is of the one town that the pile calls a city, or of whose council it tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from verbale.gazetteer.people import people_words

NAME = r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
KIND = r"(?:[Cc]ity|[Tt]own|[Mm]unicipality|[Bb]orough|[Cc]ounty|[Mm]ayor|[Mm]ayor's office)"
TOLD = (
    re.compile(rf"\b{KIND}(?: council)? of {NAME}"),
    re.compile(rf"\b{NAME} (?:[Cc]ity|[Tt]own) (?:[Cc]ouncil|[Hh]all)\b"),
    re.compile(rf"\b{NAME}(?:'s|’s) (?:deputy )?mayor\b"),
)


def is_town_office(office: str) -> bool:
    """Tell whether an office is a town's: "deputy mayor"."""
    told = office.lower()
    seated = any(house in told for house in ("town hall", "city hall", "city council"))
    return seated or bool(people_words("town_offices") & set(told.split()))


def town_told(texts: Iterable[str]) -> str | None:
    """The one town of whose government the pages tell; None where there are two."""
    towns: Counter[str] = Counter()
    for text in texts:
        towns.update({found for pattern in TOLD for found in pattern.findall(text)})
    ranked = sorted(towns, key=lambda town: (-towns[town], town))
    if not ranked or (len(ranked) > 1 and towns[ranked[0]] == towns[ranked[1]]):
        return None
    return ranked[0]
