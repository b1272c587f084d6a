"""
Words of time: a text cut into words, each with the class the grammar knows it by.

The NLP library's tokens are too coarse here ("1939–40", "mid-1990s" are one), so
the text is cut anew; parts of speech are looked up in the parse where they matter.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from verbale.calendar.feasts import feast_table
from verbale.lexicon import terms

# One letter a class, so that a sentence becomes a string and a rule a regular expression.
CLASSES = {
    "OTHER": "_",
    "BREAK": "|",
    "NUM": "d",  # 1 to 31: may be a day
    "INT": "n",  # any other number
    "YEAR": "y",  # four digits that may be a year
    "DECIMAL": "x",
    "WNUM": "N",  # a number word
    "VAGUE": "v",  # several, few, …
    "ORD": "o",  # 17th
    "WORD_ORD": "O",  # first
    "DEC": "D",  # 1990s, nineties
    "DOTTED": "K",  # 4.3.2013
    "MONTH": "m",
    "WEEKDAY": "w",
    "UNIT": "u",
    "PART": "p",
    "SEASON": "s",
    "LAST": "l",
    "NEXT": "X",
    "THIS": "T",
    "THAT": "t",
    "SAME": "S",
    "EDGE": "e",
    "THE": "h",
    "A": "a",
    "OF": "f",
    "IN": "i",
    "ON": "@",
    "AT": "#",
    "AGO": "g",
    "LATER": "L",
    "EARLIER": "E",
    "DEICTIC": "k",
    "TONIGHT": "G",
    "REF": "r",
    "EACH": "V",
    "PER": "P",
    "OFTEN": "Q",
    "DASH": "-",
    "COMMA": ",",
    "SLASH": "/",
    "COLON": ":",
    "APOS": "'",
    "AND": "&",
    "OR": "%",
    "FROM": "F",
    "TO": ">",
    "BETWEEN": "B",
    "ABOUT": "~",
    "MORE": "M",
    "LESS": "W",
    "THAN": "H",
    "AS": "A",
    "ERA": "C",
    "CHRISTIAN": "c",
    "AMPM": "I",
    "OCLOCK": "J",
    "ZONE": "Z",
    "FEAST": "Y",
    "INSIDE": "z",  # the rest of a feast's name
    "TIME": "q",
    "OLD": "R",
    "LONG": "U",
    "HALF": "b",
    "AGE": "j",
    "LEAST": "=",
    "STOP": ".",
    "AFTER": "9",
    "BEFORE": "8",
    "RECENT": "7",
    "LATTER": "6",
    "FISCAL": "5",
    "QUARTER": "4",
    "STARTING": "3",
    "THESE": "2",
    "RUNNING": "1",  # straight, consecutive: how counted units follow each other
}

WORD = re.compile(
    # Most words begin with none of the letters that the forms below begin with.
    r"(?P<PLAIN>(?![AaBbCOoPpQ])[^\W\d_]+)"
    r"|(?P<BREAK>\n)"
    r"|(?P<DOTTED>(?<![\d.])\d{1,2}\.\d{1,2}\.\d{4}(?![\d.]*\d))"
    r"|(?P<ORD>\d{1,4}(?:st|nd|rd|th)\b)"
    r"|(?P<DEC>(?:\d{2}|['’‘]?)\d0['’]?s\b)"
    r"|(?P<BIG>\d{1,3}(?:,\d{3})+(?![\d]))"
    r"|(?P<QUARTER>Q[1-4]\b)"
    r"|(?P<DECIMAL>\d+\.\d+(?:\.\d+)*)"
    r"|(?P<INT>\d+)"
    r"|(?P<AMPM>[aApP]\.\s?[mM]\.?(?!\w)|[aApP][mM]\b)"
    r"|(?P<ERA>[Bb]\.\s?[Cc]\.(?:\s?[Ee]\.)?|BCE?\b|[Bb]\.[Cc]\b)"
    r"|(?P<AD>A\.\s?D\.|C\.E\.|\bAD\b|\bCE\b)"
    r"|(?P<OCLOCK>[oO]['’]clock\b)"
    r"|(?P<APOS>['’]s\b|['’])"
    r"|(?P<DASH>--|[-–—‑‒])"
    r"|(?P<WORD>[^\W\d_]+)"
    r"|(?P<MARK>[^\w\s]|_)"
)
MARKS = {",": "COMMA", "/": "SLASH", ":": "COLON"} | dict.fromkeys('.;!?)”"', "STOP")
# Words that are dates only with a capital letter.
CAPITAL = frozenset({"may", "march", "mar", "jan", "dec", "sep", "sun", "sat", "wed", "august"})
WHOLE_NAMES = frozenset({"march", "april", "may", "june", "july"})
EARLIEST_YEAR, LATEST_YEAR = 1000, 2199


class Word(NamedTuple):
    """One word with its class (a letter) and what it stands for."""

    start: int
    end: int
    text: str
    lower: str
    kind: str
    value: Any = None


def words_of(text: str) -> list[Word]:
    """Cut a text into classed words."""
    table, short = _vocabulary(), _shortened()
    found: list[Word] = []
    taken = 0
    for match in WORD.finditer(text):
        if match.start() < taken:
            continue
        group = match.lastgroup or "MARK"
        raw = match.group()
        lower = raw.lower()
        taken = match.end()
        if lower in short and raw[0].isupper() and text[taken : taken + 1] == ".":
            taken += 1  # "Dec. 15": the full stop is the month's
        if group != "PLAIN" and group != "WORD":
            kind, value = _number_or_mark(group, raw)
        elif lower not in table or (lower in CAPITAL and not raw[0].isupper()):
            kind, value = "_", None
        else:
            kind, value = table[lower]
        found.append(Word(match.start(), taken, raw, lower, kind, value))
    _mark_feasts(found)
    return found


def _number_or_mark(group: str, raw: str) -> tuple[str, Any]:
    if group == "INT":
        number = int(raw) if len(raw) <= 9 else 10**9
        if len(raw) == 4 and EARLIEST_YEAR <= number <= LATEST_YEAR:
            return CLASSES["YEAR"], number
        if len(raw) <= 2 and 1 <= number <= 31:
            return CLASSES["NUM"], number
        return CLASSES["INT"], number
    if group == "BIG":
        digits = raw.replace(",", "")
        return CLASSES["INT"], int(digits) if len(digits) <= 9 else 10**9
    if group == "ORD":
        number = int(raw[:-2])
        return CLASSES["ORD"], number
    if group == "DEC":
        return CLASSES["DEC"], int("".join(char for char in raw if char.isdigit()))
    if group == "QUARTER":
        return CLASSES["QUARTER"], int(raw[1])
    if group == "DECIMAL":
        return CLASSES["DECIMAL"], raw
    if group == "AD":
        return CLASSES["CHRISTIAN"], None
    if group == "MARK":
        return CLASSES[MARKS.get(raw, "OTHER")], None
    if group == "AMPM":
        return CLASSES["AMPM"], raw[0].lower()
    return CLASSES[group], None


@cache
def _vocabulary() -> dict[str, tuple[str, Any]]:
    """Word → class letter and value, from the terms file."""
    data = terms("verbale.annotate", "timex")
    table: dict[str, tuple[str, Any]] = {}
    valued = {
        "references": "REF",
        "often": "OFTEN",
        "deictics": "DEICTIC",
        "edges": "EDGE",
        "numbers": "WNUM",
        "decades": "DEC",
        "units": "UNIT",
        "parts": "PART",
        "seasons": "SEASON",
        "ordinals": "WORD_ORD",
        "weekdays": "WEEKDAY",
        "months": "MONTH",
    }
    for section, kind in valued.items():
        for word, value in data[section].items():
            table[word] = (CLASSES[kind], value)
    listed = data["words"]
    for name in listed:
        for word in listed[name]:
            table[word] = (CLASSES[name.upper()], word)
    return table


@cache
def _shortened() -> frozenset[str]:
    """Short forms of months and weekdays, which may have a full stop."""
    data = terms("verbale.annotate", "timex")
    named = data["months"] | data["weekdays"]
    short = (word for word in named if len(word) <= 5 and word not in WHOLE_NAMES)
    return frozenset(short)


@cache
def _feasts() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word → the feast names that begin with it, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, entry in feast_table().items():
        for form in entry["names"]:
            parts = tuple(match.group() for match in WORD.finditer(form))
            found.setdefault(parts[0], []).append((parts, name))
    for entries in found.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[1]))
    return found


def _mark_feasts(words: list[Word]) -> None:
    """Give the words of a feast's name their classes."""
    table = _feasts()
    at = 0
    while at < len(words):
        entries = table.get(words[at].lower)
        # Feasts are names: the first word has a capital.
        if entries is None or not words[at].text[0].isupper():
            at += 1
            continue
        for parts, name in entries:
            stretch = words[at : at + len(parts)]
            if tuple(word.lower for word in stretch) == parts:
                for step, word in enumerate(stretch):
                    kind = CLASSES["FEAST"] if step == 0 else CLASSES["INSIDE"]
                    words[at + step] = Word(word.start, word.end, word.text, word.lower, kind, name)
                at += len(parts) - 1
                break
        at += 1
