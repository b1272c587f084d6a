"""
Words: what somebody typed to look for, as a full-text query that cannot go wrong.

Nothing typed is taken for an operator: each word is quoted, and words between double
quotes are looked for side by side. All of them must be there.
"""

from __future__ import annotations

import re

MOST_WORDS = 32
NOTHING = '""'
PIECES = re.compile(r'"([^"]*)"|(\S+)')
# SQLite ends a text at NUL; other controls are no part of a word.
CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


def full_text_query(words: str) -> str:
    """
    The query for FTS5; one that finds nothing where no word was typed.

    >>> print(full_text_query('toll "free passage" NEAR('))
    "toll" "free passage" "NEAR"
    """
    pieces = (quoted or bare for quoted, bare in PIECES.findall(CONTROLS.sub(" ", words)))
    kept = (re.sub(r"[^\w\s]+", " ", piece).strip() for piece in pieces)
    phrases = [f'"{piece}"' for piece in kept if piece]
    return " ".join(phrases[:MOST_WORDS]) or NOTHING
