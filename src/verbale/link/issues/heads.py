"""
Heads: the noun that tells which matter a phrase is about.
"""

from __future__ import annotations

import re
from functools import cache

from verbale.lexicon import words
from verbale.link.issues.labels import bare_matter, shorten
from verbale.link.issues.phrases import head_of, measures, read_phrase, stem
from verbale.link.issues.ways import action_stems

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
PREPOSITION = re.compile(
    r"\s(?:of|for|on|in|at|to|with|from|by|into|near|between|about|over|under)\s", re.IGNORECASE
)


@cache
def matter_head(text: str) -> str:
    """
    The stem of the noun a matter is about, be it in what is done to it; "" where none is told.

    >>> matter_head("naval escorts for the ships"), matter_head("the release of 40 sailors")
    ('escort', 'sailor')
    """
    deeds = words("verbale.link", "issues", "deeds")
    for part in PREPOSITION.split(shorten(bare_matter(text))):
        told = [stem(word) for word in WORD.findall(part) if not word.endswith("ing")]
        heads = [
            head_of(root)
            for root in told
            if read_phrase(root).stems and root not in action_stems() and root not in measures()
        ]
        heads = [head for head in heads if head not in deeds]
        if heads:
            return heads[-1]
    return ""
