"""
Text from pages, made safe to look at.

A page may hold characters that reorder what stands around them, hide it, or steer
a terminal. They are shown by their number, so that what is on the screen is what
stands in the page.
"""

from __future__ import annotations

import re

# Controls (tab and newline aside), bidirectional controls, zero-width characters that
# hide or join words, and the byte-order mark. Joiners (200C, 200D) stay: Persian and
# emoji need them.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029"
    "\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)


def visible(text: str) -> str:
    r"""
    Show unseen characters by number.

    >>> print(visible("sign\u202eed"))
    sign‹U+202E›ed
    """
    return UNSEEN.sub(lambda match: f"‹U+{ord(match.group()):04X}›", text)


def on_one_line(text: str) -> str:
    r"""
    The same without tabs and line breaks, for a cell of a table.

    >>> on_one_line("talks\n\nresumed")
    'talks resumed'
    """
    return visible(" ".join(text.split()))
