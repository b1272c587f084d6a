"""
Page dates: what a page's content, its neighbours and its metadata agree on.

A date shown on a page is a claim like any other. It is weighed by where it stands,
held against the weekdays, dates and years of the story under it, and against other
pages that tell the same acts. The result is an interval with every reason for it, and
every reason that lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verbale.link.cast import Cast
from verbale.link.dating.act_dates import date_report, date_statement
from verbale.link.dating.belief import Belief
from verbale.link.dating.edits import SetByHand, pages_dated_by_hand
from verbale.link.dating.moves import find_plans
from verbale.link.dating.names import find_names
from verbale.link.dating.neighbours import find_neighbours
from verbale.link.dating.pins import PinnedPage, find_pins
from verbale.link.dating.reasons import conclude, conclude_by_hand
from verbale.link.dating.shown import shown_days
from verbale.link.dating.spread import PageClues, is_settled, spread
from verbale.link.dating.stages import find_stage
from verbale.link.dating.story import story_clues
from verbale.link.pages import Pages
from verbale.model.actor import Register
from verbale.model.dating import Dating
from verbale.model.edit import Edit
from verbale.model.extraction import Extraction

__all__ = ["date_pages", "date_report", "date_statement"]


def date_pages(
    extractions: Sequence[Extraction],
    register: Register | None = None,
    edits: Sequence[Edit] = (),
) -> dict[str, Dating]:
    """
    Date every page of a pile, by document id.

    An edit `set-page-date` stands before everything, and its neighbours believe it too.
    Pages that hear of each other are dated together, group after group, so that what is
    believed of the days of a large pile is never held all at once.
    """
    ordered = Pages.of(extractions)
    cast = Cast(register) if register is not None else None
    by_hand = pages_dated_by_hand(edits)
    named: dict[str, list[str]] = {}
    alone: dict[str, PageClues] = {}
    for page in ordered:
        id = page.document.id
        names = find_names(page, cast)
        named[id] = [name.key for name in names]
        alone[id] = PageClues(
            document=id,
            clues=(*shown_days(page.document), *story_clues(page)),
            pinned=PinnedPage.of(page, find_pins(page, names)),
            fixed=_fixed(by_hand.get(id)),
            stage=find_stage(page),
            plans=find_plans(page),
        )
    neighbours = find_neighbours(
        named,
        {document: clues.pinned for document, clues in alone.items()},
        # What a page's own words settle needs nobody; so a pile mostly settled is quick.
        [document for document, clues in alone.items() if not is_settled(replace(clues))],
    )
    pages = {
        document: replace(clues, neighbours=neighbours.get(document, ()))
        for document, clues in alone.items()
    }
    datings = [dating for group in _groups(pages) for dating in _date(group, pages, by_hand)]
    return {dating.document: dating for dating in sorted(datings, key=lambda d: d.document)}


def _groups(pages: Mapping[str, PageClues]) -> Iterator[list[str]]:
    """
    Pages that hear of each other, directly or through others, in a fixed order.

    Nobody changes what is believed of a page that listens to nobody, so two groups may
    hear the same one.
    """
    hearing: dict[str, set[str]] = {name: set() for name, page in pages.items() if page.neighbours}
    for name in hearing:
        for neighbour in pages[name].neighbours:
            if neighbour.document in hearing:
                hearing[name].add(neighbour.document)
                hearing[neighbour.document].add(name)
    seen: set[str] = set()
    for name in sorted(pages):
        if name in seen:
            continue
        group, waiting = {name}, [name]
        while waiting:
            fresh = hearing.get(waiting.pop(), set()) - group
            group |= fresh
            waiting.extend(fresh)
        seen |= group
        yield sorted(group)


def _date(
    group: Sequence[str], pages: Mapping[str, PageClues], by_hand: Mapping[str, SetByHand]
) -> Iterator[Dating]:
    """The datings of the pages of a group."""
    heard = {near.document for name in group for near in pages[name].neighbours}
    # Copies: what a page works out about itself is dropped with them.
    standings = spread({name: replace(pages[name]) for name in sorted(heard.union(group))})
    for name in group:
        if name in by_hand:
            yield conclude_by_hand(pages[name], by_hand[name])
        else:
            yield conclude(pages[name], standings[name], standings)


def _fixed(by_hand: SetByHand | None) -> Belief | None:
    """A day set by hand, as a belief that nothing moves."""
    if by_hand is None or by_hand.days.earliest is None or by_hand.days.latest is None:
        return None
    first, last = by_hand.days.earliest.toordinal(), by_hand.days.latest.toordinal()
    return Belief(dict.fromkeys(range(first, last + 1), 1 / (last - first + 1)), 0.0)
