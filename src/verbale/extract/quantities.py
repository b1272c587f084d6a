"""
Quantities: numbers with what they count, and how exactly.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.lexicon import terms
from verbale.model.act import Quantity
from verbale.model.parse import Parse, Token
from verbale.model.span import Span

PACKAGE = "verbale.extract"


def quantities_in(tree: Parse, within: Span) -> tuple[Quantity, ...]:
    """Numbers with what they count, inside the span."""
    return tuple(_quantities(tree, within))


def _quantities(tree: Parse, within: Span) -> Iterator[Quantity]:
    small: dict[str, int] = terms(PACKAGE, "quantities")["numbers"]
    for token in tree.tokens_in(within.start, within.end):
        if token.dep not in ("nummod", "quantmod") and token.pos != "NUM":
            continue
        if token.entity in ("DATE", "TIME", "ORDINAL") or token.dep == "compound":
            continue
        value = _number(token, small)
        if value is None:
            continue
        head = tree.head(token.i)
        first, last = token.i, token.i
        for part in tree.children(token.i, "compound"):
            inner = _number(part, small)
            value = value * inner if inner is not None else value
            first = min(first, part.i)
        unit = head if token.dep == "nummod" and head.pos in ("NOUN", "PROPN", "SYM") else None
        if unit is None:
            continue
        last = max(last, unit.i)
        yield Quantity(
            tree.span(min(first, unit.i), last), value, unit.lemma, _qualifier(tree, first)
        )


def _number(token: Token, small: dict[str, int]) -> float | None:
    if token.lower in small:
        return float(small[token.lower])
    scale: dict[str, float] = terms(PACKAGE, "quantities")["scale"]
    if token.lower in scale:
        return float(scale[token.lower])
    try:
        value = float(token.text.replace(",", ""))
    except ValueError:
        return None
    return value if value == value and abs(value) < 1e15 else None


def _qualifier(tree: Parse, first: int) -> str | None:
    """As in "About", "at least", "up to" right before the number."""
    qualifiers: list[str] = terms(PACKAGE, "quantities")["qualifiers"]
    before = [token.lower for token in tree.tokens[max(first - 3, 0) : first]]
    for size in (3, 2, 1):
        joined = " ".join(before[-size:])
        if joined in qualifiers:
            return joined
    return None
