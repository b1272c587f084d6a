"""
Sentences around a few words: "30 days" alone tells a reader nothing.

What a value rests on is often a word or a number. Shown to people it is the sentence in
which it stands, found in the stored text by its marks, since no parse is kept.
"""

from __future__ import annotations

import re

# A mark that ends a sentence: behind a word, a number or a closing mark, before a capital.
END = re.compile(r"(?:(?<=[a-z]{3})|(?<=\d)|(?<=[)%”\"’]))[.!?][\"”’)\]]*\s+(?=[\"“‘(]*[A-Z])|\n+")
# Characters on either side, at most.
REACH = 300


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """
    Where the sentence begins and ends that holds the characters from `start` to `end`.

    Offsets are code points. Where no end of a sentence is near, the words stay alone.

    >>> text = "They met. Norway asked for 30 days. It got 60."
    >>> first, last = sentence_around(text, 27, 34)
    >>> text[first:last]
    'Norway asked for 30 days.'
    """
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    before = [mark.end() for mark in END.finditer(text, low, start + 1) if mark.end() <= start]
    after = next((mark for mark in END.finditer(text, max(end - 1, 0), high)), None)
    if not before and low > 0:
        return start, end
    first = before[-1] if before else 0
    if after is None:
        return (first, max(end, len(text.rstrip()))) if high == len(text) else (start, end)
    return first, max(end, after.start() + len(after.group().rstrip()))
