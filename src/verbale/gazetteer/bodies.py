"""
Names of companies and bodies: the short form and the full one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeVar

from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level

Body = TypeVar("Body")


@cache
def bare_body(name: str) -> tuple[str, ...]:
    """
    The words of a body's name without what only tells its legal form.

    >>> bare_body("Brightwater Motor Inc.")
    ('brightwater', 'motor')
    """
    words = level(name).replace(",", " ").split()
    while len(words) > 1 and words[-1] in people_words("legal_forms"):
        words.pop()
    return tuple(words)


@cache
def acronyms(name: str) -> tuple[str, ...]:
    """
    The first letters of a body's name, with and without its legal form.

    >>> acronyms("General Dockyards Corporation")
    ('GDC', 'GD')
    """
    words = [word for word in name.replace("-", " ").split() if word[:1].isupper()]
    bare = [word for word in words if word.lower() not in people_words("legal_forms")]
    found = ("".join(word[0] for word in kept) for kept in (words, bare) if len(kept) > 1)
    return tuple(dict.fromkeys(found))


def short_names(bodies: Sequence[Body], names: Sequence[str]) -> Iterator[tuple[Body, Body]]:
    """
    Yield pairs of a body under a short name and the one whose full name begins so.

    >>> list(short_names([1, 2, 3], ["Brightwater", "Brightwater Motor Company", "Dockers Union"]))
    [(1, 2)]
    """
    full: dict[tuple[str, ...], Body] = {}
    for body, name in zip(bodies, names, strict=True):
        full.setdefault(bare_body(name), body)
    longer: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    trades = people_words("bodies") | people_words("legal_forms")
    for words in full:
        length = len(words)
        # Only words that say what sort of company it is may be left out.
        while length > 1 and words[length - 1] in trades:
            length -= 1
            longer.setdefault(words[:length], []).append(words)
    for body, name in zip(bodies, names, strict=True):
        words = bare_body(name)
        if full[words] is not body:
            yield body, full[words]
        elif len(longer.get(words, [])) == 1 and words[-1] not in people_words("bodies"):
            yield body, full[longer[words][0]]
