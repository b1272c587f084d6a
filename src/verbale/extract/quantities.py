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
# The one unit of "3 percent", "3%" and "3 per cent".
SHARE = "percent"


def quantities_in(tree: Parse, within: Span) -> tuple[Quantity, ...]:
    """Numbers with what they count, inside the span."""
    return tuple(_quantities(tree, within))


def _quantities(tree: Parse, within: Span) -> Iterator[Quantity]:
    small: dict[str, int] = terms(PACKAGE, "quantities")["numbers"]
    for token in tree.tokens_in(within.start, within.end):
        if token.dep not in ("nummod", "quantmod") and token.pos != "NUM" and not _sum(token):
            continue
        if token.entity in ("DATE", "TIME", "ORDINAL") or token.dep == "compound":
            continue
        value = _number(token, small)
        if value is None:
            continue
        first, last = token.i, token.i
        for part in tree.children(token.i, "compound"):
            inner = _number(part, small)
            value = value * inner if inner is not None else value
            first = min(first, part.i)
        measure = _measure(tree, first, last, value)
        if measure is not None:
            last, value, unit = measure
            yield Quantity(tree.span(first, last), value, unit, _qualifier(tree, first))
            continue
        head = tree.head(token.i)
        counted = head if token.dep == "nummod" and head.pos in ("NOUN", "PROPN", "SYM") else None
        counted = _whole(tree, token) or counted
        if counted is None or (counted is head and _is_whole_of_part(tree, counted)):
            continue
        last = max(last, counted.i)
        yield Quantity(
            tree.span(min(first, counted.i), last), value, counted.lemma, _qualifier(tree, first)
        )


def _measure(tree: Parse, first: int, last: int, value: float) -> tuple[int, float, str] | None:
    """
    Where a share or a sum of money ends, what it comes to, and its unit.

    "2.5 per cent", "3%", "$120 bln", "EUR 40 million": the words beside the number tell it,
    however the parser hung them.
    """
    listed = terms(PACKAGE, "quantities")
    tokens = tree.tokens
    after = [token.lower for token in tokens[last + 1 : last + 3]]
    if after and after[0] in listed["shares"]:
        return last + 1, value, SHARE
    if after == ["per", "cent"]:
        return last + 2, value, SHARE
    sign = tokens[first - 1].lower if first else ""
    unit: str | None = listed["currencies"].get(sign)
    if unit is None:
        return None
    scale: float | None = {**listed["scale"], **listed["suffixes"]}.get(after[0] if after else "")
    return (last + 1, value * scale, unit) if scale else (last, value, unit)


def _sum(token: Token) -> bool:
    """Whether it is a number run into its scale: "140bn"."""
    return token.text[:1].isdigit() and _run_in(token) is not None


def _run_in(token: Token) -> float | None:
    """What a number run into its scale comes to."""
    scales: dict[str, float] = terms(PACKAGE, "quantities")["suffixes"]
    for suffix in sorted(scales, key=len, reverse=True):
        digits = token.lower.removesuffix(suffix).replace(",", "")
        if digits != token.lower and digits.replace(".", "", 1).isdigit():
            return float(digits) * scales[suffix]
    return None


def _whole(tree: Parse, token: Token) -> Token | None:
    """What so many are of: "14 of the 22 fishermen", "87 of its members"."""
    if token.dep == "nummod":
        return None
    of = next((c for c in tree.children(token.i, "prep") if c.lower == "of"), None)
    noun = tree.child(of.i, "pobj") if of is not None and of.i == token.i + 1 else None
    return noun if noun is not None and noun.pos == "NOUN" else None


def _is_whole_of_part(tree: Parse, noun: Token) -> bool:
    """Whether it is told of how many others are a part: the 22 of "14 of the 22"."""
    of = tree.head(noun.i)
    return (
        noun.dep == "pobj"
        and of.lower == "of"
        and of.i > 0
        and tree.head(of.i).i == of.i - 1
        and (tree.head(of.i).pos == "NUM" or tree.head(of.i).entity == "CARDINAL")
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
        return _run_in(token)
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
