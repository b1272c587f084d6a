"""
Groups: tellings that were put together so far, and what they say of who and when.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from verbale.lexicon import words
from verbale.link.acts.compare import UNREAL
from verbale.link.acts.telling import MEETINGS, TURNS, Telling, days_beside, is_noun
from verbale.link.acts.undated import HELD
from verbale.link.dating.act_dates import date_term
from verbale.model.act import ActType
from verbale.model.interval import Interval

# What changes the day of a meeting tells that day beside its own.
MOVES = frozenset({ActType.POSTPONE.value, ActType.CANCEL.value})
# How far before its noun an article stands: "the second mediation session".
PHRASE = 5
WORD = re.compile(r"[\w’']+")
OWNED = ("'s", "’s")  # "Monday's session"


@dataclass(frozen=True)
class Group:
    """The tellings that were put together so far, and what they say of who and when."""

    number: int
    members: tuple[int, ...]
    tellings: tuple[Telling, ...]

    @property
    def type(self) -> str:
        """The kind of act: meetings of all sorts are one."""
        kind = self.tellings[0].report.type
        return "meeting" if kind in MEETINGS else kind.value

    @cached_property
    def who(self) -> frozenset[str]:
        """Everybody named to be in it."""
        return frozenset(p for each in self.tellings for p in each.parties - each.faceless)

    @cached_property
    def points_back(self) -> bool:
        """Whether it is told by a noun that points at what is known: "the talks"."""
        return any(_is_definite(each) for each in self.tellings)

    @cached_property
    def days(self) -> frozenset[date]:
        """The days it is told to be of."""
        told = (each.days for each in self.tellings if each.report.modality not in UNREAL)
        return frozenset(days.latest for days in told if days.days == 1 and days.latest)

    @cached_property
    def held(self) -> frozenset[date]:
        """The days on which it is told as done."""
        told = (_day(each) for each in self.tellings if each.report.modality in HELD)
        return frozenset(days.latest for days in told if days.days == 1 and days.latest)

    @cached_property
    def is_undated(self) -> bool:
        """Whether it is told as done, and nothing tells when."""
        return all(each.report.modality in HELD and not each.days.known for each in self.tellings)

    @cached_property
    def pages(self) -> frozenset[str]:
        """The pages that tell it."""
        return frozenset(each.document for each in self.tellings)

    @cached_property
    def is_guessed(self) -> bool:
        """Whether who met is only worked out: "both sides" are the two of the pile."""
        return all("actor" in each.inferred for each in self.tellings)

    @cached_property
    def is_news(self) -> bool:
        """Whether a page tells it as its news."""
        return any(each.report.as_news or each.headline for each in self.tellings)

    @cached_property
    def by(self) -> frozenset[str]:
        """Everybody named to have done it."""
        return frozenset(p for each in self.tellings for p in each.by - each.faceless)

    @cached_property
    def to(self) -> frozenset[str]:
        """Everybody named as the one it was done to."""
        return frozenset(p for each in self.tellings for p in each.to - each.faceless)

    @cached_property
    def beside(self) -> frozenset[date]:
        """Other days told in the same breath: from which and to which a round was put off."""
        if self.type not in MOVES:
            return frozenset()
        return frozenset(day for each in self.tellings for day in days_beside(each))

    @cached_property
    def falls(self) -> frozenset[date]:
        """When the term ends that it sets."""
        terms = (date_term(each.extraction, each.report, each.told) for each in self.tellings)
        return frozenset(term.latest for term in terms if term is not None and term.latest)


def _day(telling: Telling) -> Interval:
    """The day it was done on: what is done once is of the day of the page's news."""
    news = None if telling.report.type in MEETINGS else telling.news
    return telling.days if telling.days.known or news is None else news


def _is_definite(telling: Telling) -> bool:
    """Whether its noun points at an occasion that is known: not "a meeting", not "its meeting"."""
    report = telling.report
    if report.type in TURNS or report.ordinal:
        return True
    if not is_noun(report) and not report.rule.startswith("schedules"):
        return False
    before = report.passage.text[: report.trigger.start - report.passage.start]
    near = [word.lower() for word in WORD.findall(before)[-PHRASE:]]
    pointing = words("verbale.link", "meetings", "pointing")
    if words("verbale.link", "meetings", "not_pointing") & set(near):
        return False
    return any(word in pointing or word.endswith(OWNED) for word in near)
