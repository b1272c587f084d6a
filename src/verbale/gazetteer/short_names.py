"""
Short names: what a body is called by the first words of its name, or by its last.

"Brightwater" of the Brightwater Motor Company, "the Tram Drivers' Union" of the Turin Tram
Drivers' Union, "Local 9" of the Bakers and Millers Local 9. A name that has its legal form
is no short one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import bare_body, body_kind, body_kinds
from verbale.gazetteer.people import is_given_name, people_words
from verbale.gazetteer.spelling import level

# Of these one place has one: no two unions or companies that share words.
PLACED = frozenset({"committee", "party", "authority", "league"})
SHORT_PAIR = 2  # words of a name whose first one alone may stand for it
Body = TypeVar("Body")


def short_names(bodies: Sequence[Body], names: Sequence[str]) -> Iterator[tuple[Body, Body]]:
    """
    Yield pairs of a body under a short name and the one whose full name begins so.

    >>> list(short_names([1, 2, 3], ["Brightwater", "Brightwater Motor Company", "Dockers Union"]))
    [(1, 2)]
    >>> list(short_names([1, 2], ["Redhill", "Redhill University"]))
    []
    >>> list(short_names([1, 2], ["Vuori", "Vuori Kodit"]))
    [(1, 2)]
    """
    full: dict[tuple[str, ...], Body] = {}
    body_of: dict[tuple[str, ...], str] = {}
    for body, name in zip(bodies, names, strict=True):
        full.setdefault(bare_body(name), body)
        body_of.setdefault(bare_body(name), name)
    longer: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    tailed: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    trades = people_words("bodies", "legal_forms", "company_nouns")
    for words in full:
        length = len(words)
        # Only words that say what sort of company it is may be left out.
        formed = has_form(body_of[words])
        while length > 1 and words[length - 1] in trades:
            length -= 1
            if length == 1 and words[1] in people_words("town_bodies"):
                break  # "Redhill" is the town, and not "Redhill University"
            longer.setdefault(words[:length], []).append(words)
        if formed or (length < len(words) and "company" in body_kinds(body_of[words])):
            # "Redhill", of the "Redhill Cold Storage Company": a company's first words
            while length > 1 and words[0] not in people_words("modifiers"):
                length -= 1
                longer.setdefault(words[:length], []).append(words)
        elif length == len(words) and is_bare_pair(body_of[words]):
            longer.setdefault(words[:1], []).append(words)
        if "and" in words[1:-1] and words.index("and") == 1:
            # "The Farmers", of the "Farmers and Regions Party"
            longer.setdefault(words[:1], []).append(words)
        tail = words[words.index("and") + 1 :] if "and" in words[1:-2] else ()
        if len(tail) > 1 and body_kind(body_of[words]) in PLACED:
            # "Isles Regional Council", where a parser parted "Lorn and Isles Regional Council"
            longer.setdefault(tail, []).append(words)
        for tail in _tails(words, body_of[words]):
            tailed.setdefault(tail, []).append(words)
    for body, name in zip(bodies, names, strict=True):
        words = bare_body(name)
        if full[words] is not body:
            yield body, full[words]
        elif len(tailed.get(words, [])) == 1:
            yield body, full[tailed[words][0]]
        elif has_form(name):
            continue
        elif len(longer.get(words, [])) == 1 and (
            words[-1] not in trades or "and" in longer[words][0]
        ):
            yield body, full[longer[words][0]]


def is_bare_pair(name: str) -> bool:
    """
    Tell whether two words are a body's of which nothing tells the sort, as of "Rovan Wohnen".

    It may be called by its first word; but so are things by who makes them.
    """
    words = bare_body(name)
    if len(words) != SHORT_PAIR or has_form(name) or body_kind(name) is not None:
        return False
    common = people_words("modifiers", "area_words", "outlet_nouns", "bodies", "trades")
    trade = words[1] in people_words("bodies", "legal_forms", "company_nouns")
    return not (trade or words[0] in common or is_given_name(words[0]))


def _tails(words: tuple[str, ...], name: str) -> Iterator[tuple[str, ...]]:
    """
    What a union is called without its land or town: "the Tram Drivers' Union", of the
    "Turin Tram Drivers' Union".
    """
    if len(words) > SHORT_PAIR and words[-1].isdigit() and words[-2] in people_words("numbered"):
        yield words[-2:]  # "Local 9", of "Bakers and Millers Local 9"
    first = name.removeprefix("the ").removeprefix("The ").split()[0]
    if "union" not in body_kinds(name) or "and" in words or look_up(first) is None:
        return
    for at in range(1, len(words) - 1):
        yield words[at:]


def has_form(name: str) -> bool:
    """Tell whether a name ends in a company's legal form: "Co.", "plc"."""
    return len(bare_body(name)) < len(level(name).replace(",", " ").split())
