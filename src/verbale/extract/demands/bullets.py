"""
Bullets: what is demanded in the lines below the sentence that announces it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.extract.demands.lists import LONGEST, Item
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Token
from verbale.model.span import Span

# With a colon, what announces a list in the lines below.
ANNOUNCING = {"following", "follows", "below"}
BULLET = re.compile(r"\s*(?:[-–—•*·▪‣]|\(?\d{1,2}[.)]|\(?[a-h][.)])\s+(?=\S)")


def bulleted(annotated: AnnotatedDocument, opening: int) -> Iterator[Item]:
    """
    The bullet points of the lines behind the sentence of token `opening`.

    Only a colon, or "the following", opens a list: the numbered paragraphs of a
    communiqué are sentences of their own.
    """
    tree = annotated.parse
    sentence = tree.sentence_of(opening)
    end = tree.tokens[sentence.last - 1].end
    text = annotated.text
    own = {token.lower for token in tree.tokens[sentence.first : sentence.last]}
    if text[end - 1 : end] != ":" and not own & ANNOUNCING:
        return
    at = text.find("\n", end)
    for _ in range(LONGEST):
        if at < 0:
            return
        while at < len(text) and text[at] == "\n":
            at += 1
        stop = text.find("\n", at)
        line = text[at : stop if stop >= 0 else len(text)]
        mark = BULLET.match(line)
        if mark is None:
            return
        told = line[mark.end() :].rstrip(" ;,.")
        told = re.sub(r"[;,]?\s+and$", "", told)
        inside = list(tree.tokens_in(at + mark.end(), at + mark.end() + len(told)))
        if inside:
            yield Item(
                Span.of(text, at + mark.end(), at + mark.end() + len(told)), _topmost(inside)
            )
        at = stop


def _topmost(inside: Sequence[Token]) -> int:
    """The token that no other of the line is above."""
    here = {token.i for token in inside}
    return next((t.i for t in inside if t.head == t.i or t.head not in here), inside[0].i)
