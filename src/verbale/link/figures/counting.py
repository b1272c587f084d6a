"""
Counting: the numbers of a page with the nouns they count, by their words alone.
"""

from __future__ import annotations

import re
from functools import cache

from verbale.lexicon import alternatives, terms

PACKAGE = "verbale.link"
# The words next to a number that tell what is counted, on either side.
BESIDE = 4
YEARS = range(1900, 2100)
# "Fishermen" are a plural; "amen" and "omen" are none.
MEN = 4
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@cache
def listed(name: str) -> frozenset[str]:
    """One list of words about counts."""
    return frozenset(terms(PACKAGE, "counts")["words"][name])


@cache
def _number() -> str:
    # "Found one word": one of a thing is seldom a count of another.
    numbers = [number for number in terms(PACKAGE, "counts")["numbers"] if number != "one"]
    told = alternatives(numbers)
    return rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{told})(?![\w.,]*\d|[-–:/%])"


def _any(name: str) -> str:
    """A group of the words of a list, the longest first."""
    return f"(?:{alternatives(listed(name))})"


@cache
def told_again() -> re.Pattern[str]:
    """A number told by somebody with no noun of its own: "put it at 25", "counted 180"."""
    again = (
        rf"\b{_any('putting')} (?:it|this|that|them|[^\W_]+ [^\W_]+) at",
        rf"\b{_any('telling')}(?: only| just)?",
        rf"\b(?P<bare>{_any('saying')})(?: that)?",
        rf"\b(?:by|on)(?: [^\W_]+){{1,3}}(?:[’']s)?(?: own)? {_any('accounts')},?",
        r"\b(?:by|on) (?:his|hers|theirs|ours),",
    )
    return re.compile(
        rf"(?:{'|'.join(again)}) (?:(?P<qualifier>{_any('qualifiers')}) )?\b{_number()}"
        r"(?P<behind>(?: [^\W\d_]+){0,2})",
        re.IGNORECASE,
    )


def value_of(number: str) -> float:
    """
    A number's value, in figures or in words.

    >>> value_of("54,000"), value_of("twelve")
    (54000.0, 12.0)
    """
    told: dict[str, int] = terms(PACKAGE, "counts")["numbers"]
    return float(told.get(number.lower(), 0)) or float(number.replace(",", ""))


def unit_of(behind: str) -> tuple[str, int]:
    """The noun that is counted, the first plural behind a number, and where it ends."""
    for match in re.finditer(r"\S+", behind):
        lower = match.group().lower()
        if lower in listed("stop") or lower in listed("singular"):
            break
        plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "’s", "'s"))
        if plural or lower in listed("plurals") or (lower.endswith("men") and len(lower) > MEN):
            return lower, match.end()
    return "", 0
