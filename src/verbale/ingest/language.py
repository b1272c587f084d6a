"""
Is it English? By the share of words that only English uses much.
"""

from __future__ import annotations

import re

from verbale.lexicon import words

WORD = re.compile(r"[^\W\d_]+")
ENGLISH = words("verbale.ingest", "language", "english_only")
# English news prose has .28 to .40; German, Spanish, Indonesian… under .06, headlines
# and lists of names about .10.
LEAST_SHARE = 0.12
LEAST_WORDS = 12  # shorter texts cannot be told


def english_share(text: str) -> float | None:
    """The share of English function words, or None where the text is too short to tell."""
    found = WORD.findall(text[:50_000].lower())
    if len(found) < LEAST_WORDS:
        return None
    return sum(word in ENGLISH for word in found) / len(found)


def looks_english(text: str) -> bool:
    """
    Tell whether a text is English; a text too short to tell is taken for English.

    >>> german = "Die Gespräche wurden am Montag in der Hauptstadt von beiden Seiten fortgesetzt."
    >>> looks_english(german + " Sie dauern an.")
    False
    """
    share = english_share(text)
    return share is None or share >= LEAST_SHARE
