"""
Listings of what is folded: which nouns, in which order, and what picks among them.

A listing is told once, here and in the module of its question, and asked in two ways:
of the lines that the build has kept, which reads those it shows, or, for any other day,
of a state folded for the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from verbale.ask.choosing import falls_within
from verbale.ask.conditions import Conditions, listed, paged
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.model.act import Act
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.state import State
from verbale.model.state_line import StateLine

Noun = TypeVar("Noun")
Acts = Mapping[str, Act]


def _nothing(_noun: Any, _acts: Acts) -> tuple[()]:
    return ()


def _no_day(_noun: Any) -> Interval:
    return UNKNOWN


@dataclass(frozen=True)
class Listing(Generic[Noun]):
    """
    One folded listing: the nouns of a state that are its lines, and their order.

    `actors` and `issues` are those a line is asked for by, `days` those that `--from` and
    `--to` leave; a listing without issues or days is not narrowed by them.
    """

    kind: str
    noun: type[Noun]
    of: Callable[[State], Iterable[Noun]]
    id: Callable[[Noun], str]
    order: Callable[[Noun], Any]
    actors: Callable[[Noun, Acts], Iterable[str | None]]
    issues: Callable[[Noun, Acts], Iterable[str | None]] = _nothing
    days: Callable[[Noun], Interval] = _no_day

    def asked(self, folded: Folded) -> list[Noun]:
        """The nouns that the filters leave, in order, and of them the page asked for."""
        if folded.is_kept:
            return self._kept(folded)
        filters, acts = folded.filters, folded.acts
        found = [
            noun
            for noun in self.of(folded.state)
            if folded.wants_party(self.actors(noun, acts))
            and self._wanted_issue(noun, folded)
            and (
                self.days is _no_day or falls_within(self.days(noun), filters.since, filters.until)
            )
        ]
        return page(sorted(found, key=self.order), filters)

    def one(self, folded: Folded, id: str) -> Noun | None:
        """The noun of this id."""
        if folded.is_kept:
            found = folded.view.state_lines(
                self.noun, "SELECT noun FROM state_lines WHERE kind = ? AND id = ?", (self.kind, id)
            )
            return next(found, None)
        return next((noun for noun in self.of(folded.state) if self.id(noun) == id), None)

    def lines(self, state: State, acts: Acts) -> list[StateLine]:
        """What a build keeps of it, in order."""
        return [
            StateLine(
                self.kind,
                self.id(noun),
                noun,
                tuple(actor for actor in self.actors(noun, acts) if actor is not None),
                tuple(issue for issue in self.issues(noun, acts) if issue is not None),
                self.days(noun),
            )
            for noun in sorted(self.of(state), key=self.order)
        ]

    def _wanted_issue(self, noun: Noun, folded: Folded) -> bool:
        if folded.issues is None or self.issues is _nothing:
            return True
        return any(map(folded.wants_issue, self.issues(noun, folded.acts)))

    def _kept(self, folded: Folded) -> list[Noun]:
        chosen = Conditions()
        chosen.add("kind = ?", self.kind)
        if folded.parties is not None:
            chosen.add(
                "place IN (SELECT place FROM state_actors WHERE kind = ? "
                "AND actor IN (SELECT value FROM json_each(?)))",
                self.kind,
                listed(folded.parties),
            )
        if folded.issues is not None and self.issues is not _nothing:
            chosen.add(
                "place IN (SELECT place FROM state_issues WHERE kind = ? "
                "AND issue IN (SELECT value FROM json_each(?)))",
                self.kind,
                listed(folded.issues),
            )
        if self.days is not _no_day:
            chosen.add_days(folded.filters, "earliest", "latest")
        limit, values = paged(folded.filters)
        found = folded.view.state_lines(
            self.noun,
            # The page is worked out on the index alone; nouns are read for the rows shown.
            "SELECT noun FROM state_lines WHERE number IN (SELECT number FROM state_lines"
            f"{chosen.where} ORDER BY place{limit}) ORDER BY place",
            (*chosen.values, *values),
        )
        return list(found)
