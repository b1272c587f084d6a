"""
Spelling: the same name written by different hands.

Levelling takes away what differs between British and American English, between
typewriters, and between ways to romanise; it is for comparing, never for showing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Word by word, after accents, case and apostrophes are gone.
SAME_WORDS = (
    (re.compile(r"\b(organ|normal|stabil|central)i[sz]ation"), r"\1isation"),
    (re.compile(r"\bco[ -]*operation"), "cooperation"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"\bprogramme\b"), "program"),
    (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\bdefence\b"), "defense"),
)
# Letters that ways to romanise Cyrillic, Arabic, Persian, Hebrew and Greek disagree on.
SAME_SOUNDS = (
    ("shch", "sh"),
    ("tsch", "ch"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("kh", "h"),
    ("gh", "g"),
    ("dj", "j"),
    ("dzh", "j"),
    ("dh", "d"),
    ("zh", "z"),
    ("ts", "c"),
    ("tz", "c"),
    ("ks", "x"),
    ("ph", "f"),
    ("ck", "k"),
    ("q", "k"),
    ("w", "v"),
    ("iy", "i"),
    ("ij", "i"),
    ("yi", "i"),
    ("ey", "ei"),
    ("ay", "ai"),
    ("ou", "u"),
    ("oe", "o"),
    ("ae", "a"),
    ("ue", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("y", "i"),
    ("j", "i"),
)
# Letters that have no accent to take away.
PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
MUTE = re.compile(r"(?<=[aeiou])h$")  # "Saleh" and "Sale", "Abdallah" and "Abdalla"
REPEATED = re.compile(r"(.)\1+")


@cache
def fold(text: str) -> str:
    """
    Lower case without accents; curly apostrophes straight.

    >>> fold("Élysée’s")
    "elysee's"
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ʼ", "'"))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return kept.casefold().translate(PLAIN)


@cache
def level(name: str) -> str:
    """
    A name for comparing: what only spelling habits differ in is made the same.

    >>> level("Organization for Co-operation") == level("organisation for cooperation")
    True
    """
    levelled = " ".join(fold(name).replace("-", " ").split())
    for pattern, same in SAME_WORDS:
        levelled = pattern.sub(same, levelled)
    return levelled


@cache
def sound(word: str) -> str:
    """
    What a romanised name sounds like, roughly.

    >>> sound("Sergey") == sound("Sergei"), sound("Dmitriy") == sound("Dmitri")
    (True, True)
    >>> sound("Sørensen") == sound("Soerensen"), sound("Müller") == sound("Mueller")
    (True, True)
    """
    plain = "".join(letter for letter in fold(word) if letter.isalnum())
    for written, heard in SAME_SOUNDS:
        plain = plain.replace(written, heard)
    return MUTE.sub("", REPEATED.sub(r"\1", plain))


def slug(name: str) -> str:
    """
    A readable id.

    >>> slug("Side “A” of São Tomé")
    'side-a-of-sao-tome'
    """
    return "-".join(re.findall(r"[a-z0-9]+", fold(name).replace("'", ""))) or "unnamed"
