"""
Echoes: nouns that point at an act, given to the one act of the pile that they mean.

"The walk-out of 9 May", "after the talks": no act by itself, and another telling of an
act that a page tells in full. It joins only where one act fits and its own page does not
tell it already; an echo that finds no act, or two, is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from verbale.link.acts.compare import compare
from verbale.link.acts.group import Group
from verbale.link.acts.only_fits import Held, fits, only_one
from verbale.link.acts.telling import Telling, read_telling
from verbale.link.cast import Cast
from verbale.link.pages import Pages
from verbale.model.dating import Dating
from verbale.model.extraction import Extraction


def read_echoes(
    extractions: Sequence[Extraction], datings: Mapping[str, Dating], cast: Cast
) -> list[Telling]:
    """The echoes of a pile as tellings; a page without a day has none that could be placed."""
    pages = Pages.of(extractions)
    return [
        read_telling(page, echo, datings[page.document.id], cast, None, pages)
        for page in pages
        if page.document.id in datings
        for echo in page.echoes
    ]


def with_echoes(
    groups: Sequence[Sequence[Telling]], echoes: Sequence[Telling]
) -> list[list[Telling]]:
    """The groups of tellings, each with the echoes of its act."""
    found = [list(group) for group in groups]
    known = [Group(at, (), tuple(group)) for at, group in enumerate(groups)]
    by_type: dict[str, list[Group]] = defaultdict(list)
    for group in known:
        by_type[group.type].append(group)
    held = {type_: Held(alike) for type_, alike in by_type.items()}
    told = {(group.number, page) for group in known for page in group.pages}
    for echo in sorted(echoes, key=lambda telling: telling.key):
        alone = Group(-1, (), (echo,))
        if alone.type not in held:
            continue
        meant = only_one(alone, held[alone.type], _may_be)
        if meant is not None and (meant, echo.document) not in told:
            told.add((meant, echo.document))
            found[meant].append(echo)
    return found


def _may_be(echo: Group, group: Group) -> bool:
    """Whether nothing keeps an echo from being of an act."""
    pairs = ((one, other) for one in echo.tellings for other in group.tellings)
    return fits(echo, group) and all(compare(*pair).score is not None for pair in pairs)
