"""
Tails: short lines under a story's last paragraph that have nothing to do with it.

"Elk stops train", "Send your picture!", "gull: same every summer": the next headline, a
call to readers, a comment without its form. They share no word with the story, and no
sentence of it ends so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.ingest.lines import FUNCTION_WORDS, Line
from verbale.ingest.noise import is_prose

LONGEST = 14  # words
SHORTEST_WORD = 4  # characters; shorter ones are shared by chance
LEAST_PROSE = 3  # paragraphs that a story must have before anything is its tail
SIGNATURE = 4  # words: "Ilse Benno", "General Secretary"
COMMENTER = re.compile(r"[a-z][\w.\-]{2,18}: \S")


def find_tail(lines: Sequence[Line], kept: Sequence[int]) -> Iterator[int]:
    """
    The lines of `kept` that hang on to the end of the story, from the last one back.
    """
    prose = [i for i in kept if is_prose(lines[i])]
    if len(prose) < LEAST_PROSE:
        return
    last = prose[-1] if not _is_comment(lines[prose[-1]]) else prose[-2]
    told = {word for i in kept if i <= last for word in _own(lines[i])}
    for i in reversed(kept):
        if i <= last or not _is_stray(lines[i], told):
            return
        yield i


def _is_stray(line: Line, told: set[str]) -> bool:
    if _is_comment(line):
        return True
    if len(line.words) > LONGEST or line.quoted or line.bullet or _is_signature(line):
        return False
    if line.text.endswith((":", ",")) or (line.text.endswith(".") and "|" not in line.text):
        return False
    return _own(line).isdisjoint(told)


def _is_comment(line: Line) -> bool:
    return COMMENTER.match(line.text) is not None and len(line.words) <= 2 * LONGEST


def _is_signature(line: Line) -> bool:
    found = line.text.split()
    return len(found) <= SIGNATURE and all(word[0].isupper() for word in found)


def _own(line: Line) -> set[str]:
    return {
        word.removesuffix("'s")
        for word in line.words
        if len(word) >= SHORTEST_WORD and word not in FUNCTION_WORDS
    }
