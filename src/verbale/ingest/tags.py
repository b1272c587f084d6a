"""
A page's visible text by its tags alone, without building a tree.

Needs no more than one pass, however broken or deep the page.
"""

from __future__ import annotations

import re
from html import unescape

from verbale.lexicon import terms

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
VOID = frozenset(terms("verbale.ingest", "tags")["void"])
HIDDEN = re.compile(
    r"<(?P<name>script|style|noscript|template|svg|iframe|select|head|textarea)\b[^<>]*>"
    r"|(?P<comment><!--)",
    re.IGNORECASE,
)
DECLARATION = re.compile(r"<[!?][^<>]*>")
BLOCK = frozenset(terms("verbale.ingest", "tags")["block"])
DEEPEST_TREE = 400  # real pages stay under 100; libxml2 itself gives up at 256 open tags


def deepest(html: str) -> int:
    """
    How deep the page's tags are nested, roughly.

    >>> deepest("<div><div><p>Talks<p>resumed</div></div>")
    2
    """
    depth = most = 0
    for closing, name in TAG.findall(html):
        if name.lower() not in VOID:
            depth = max(depth - 1, 0) if closing else depth + 1
            most = max(most, depth)
    return most


def visible_text(html: str) -> str:
    r"""
    The text a reader sees, one block a line.

    >>> visible_text("<p>Talks <b>re</b>sumed.</p><ul><li>Home</ul>")
    'Talks resumed.\n• Home'
    """
    html = DECLARATION.sub("", _without_hidden(html))
    parts: list[str] = []
    at = 0
    for match in TAG.finditer(html):
        parts.append(_inline(html[at : match.start()]))
        at = match.end()
        name = match.group(2).lower()
        if name in BLOCK:
            parts.append("\n• " if name == "li" and not match.group(1) else "\n")
    parts.append(_inline(html[at:]))
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line and line != "•")


def _without_hidden(html: str) -> str:
    """Leave out what is never shown, and comments; what never closes hides nothing."""
    lower = html.lower()
    kept: list[str] = []
    unclosed: set[str] = set()
    at = 0
    for match in HIDDEN.finditer(html):
        if match.start() < at:
            continue
        close = "-->" if match["comment"] else f"</{match['name'].lower()}"
        if close in unclosed:
            continue  # looked for once already, up to the end of the page
        end = lower.find(close, match.end())
        if end < 0:
            unclosed.add(close)
            continue
        kept.append(html[at : match.start()])
        kept.append("\n")
        at = end + len(close) if match["comment"] else lower.find(">", end) + 1 or len(html)
    kept.append(html[at:])
    return "".join(kept)


def _inline(text: str) -> str:
    return unescape(text.replace("\n", " ").replace("\r", " "))
