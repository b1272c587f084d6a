"""
Spreading: beliefs about days go from page to page, in rounds, until nothing changes.

In every round all pages listen to what was believed in the round before, so that the
order of pages plays no part. A page hears what its neighbour believes *without* what
the page told it: nobody is confirmed by their own echo.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from verbale.link.dating.belief import Belief, Weights, narrowest, own_scores, weigh
from verbale.link.dating.clues import Clue, ShownDay
from verbale.link.dating.copies import beside_copies
from verbale.link.dating.days import ActDays
from verbale.link.dating.moves import Moves, Plans
from verbale.link.dating.neighbours import Neighbour
from verbale.link.dating.pairs import Pinned
from verbale.link.dating.pile import Member, Pile
from verbale.link.dating.pins import PinnedPage
from verbale.link.dating.stages import Stage
from verbale.link.dating.voices import HEARD, Likely, Voice, by_pin, gains, page_days, voice
from verbale.link.dating.yearly import YearlyDate

ROUNDS = 5
# A page speaks to its neighbours only if its likeliest days hold this much of its belief.
SPEAKS = 0.5
# Whoever has been heard before goes on with this much: two pages that hear each other would
# else speak and fall silent in turns.
SPEAKS_ON = 0.4
# A day shown where it is so often right settles a page that gives it so much belief.
TRUSTY, SETTLED = 0.88, 0.97
# A day shown where it is seldom right ("last updated") is hardly a page's claim.
DOUBTFUL = 0.4
# A page without any clue of its own is dated by neighbours that surely tell its acts.
ALONE_ENOUGH = 0.3
# Pages less alike than this tell nothing about each other's time.
ALIKE = 0.1


@dataclass(frozen=True)
class PageClues:
    """All that one page brings: its clues, its pins, and its neighbours."""

    document: str
    clues: tuple[Clue, ...]
    pinned: PinnedPage
    neighbours: tuple[Neighbour, ...] = ()
    fixed: Belief | None = None  # set by hand
    stage: Stage = Stage.OPEN
    plans: Plans = field(default_factory=Plans)

    @property
    def shows_day(self) -> bool:
        """Whether it claims a day for itself that may well be its own."""
        return any(isinstance(clue, ShownDay) and clue.trust > DOUBTFUL for clue in self.clues)

    def scores(self, days: AbstractSet[int]) -> dict[int, float]:
        """What its own clues say of each day; no day is weighed twice."""
        self._weighed.update(own_scores(self.clues, days - self._weighed.keys()))
        return {day: self._weighed[day] for day in sorted(days) if day in self._weighed}

    @cached_property
    def _weighed(self) -> dict[int, float]:
        return {}

    @cached_property
    def suggested(self) -> frozenset[int]:
        """The days that its own clues make worth looking at."""
        return frozenset(day for clue in self.clues for day in clue.suggests())

    def seasons(self, years: Iterable[int]) -> set[int]:
        """The days that its dates without a year suggest, for some years."""
        for year in years:
            if year not in self._seasons:
                self._seasons[year] = frozenset(
                    day
                    for clue in self.clues
                    if isinstance(clue, YearlyDate | Pinned)
                    for day in clue.seasons(year)
                )
        return set().union(*(self._seasons[year] for year in years))

    @cached_property
    def _seasons(self) -> dict[int, frozenset[int]]:
        return {}


@dataclass
class Standing:
    """What is believed of a page after a round, and what it heard from whom."""

    belief: Belief
    voices: tuple[Voice, ...] = ()
    weights: Weights | None = None
    act_days: Mapping[int, ActDays] = field(default_factory=dict)
    gained: Mapping[int, Mapping[int, float]] = field(default_factory=dict)
    pile: Pile | None = None
    copies: Mapping[str, int] = field(default_factory=dict)  # pages of the same words, by day
    moves: Moves | None = None
    heard: frozenset[str] = frozenset()  # whom it listened to

    def without(self, speaker: str) -> Likely:
        """
        The likeliest days without what `speaker` said: only the acts it told of are weighed anew.
        """
        touched = {v.match.mine.timex for v in self.voices if v.document == speaker}
        if not touched or self.weights is None:
            return self.belief.top(HEARD)
        days = dict(self.weights.days)
        for timex in sorted(touched):
            others = [
                v for v in self.voices if v.match.mine.timex == timex and v.document != speaker
            ]
            for day, gain in self.gained[timex].items():
                days[day] /= gain
            for day, gain in gains(others, self.act_days[timex], days).items():
                days[day] *= gain
        return Weights(days, self.weights.left).likeliest()


def _standing(
    base: Mapping[int, float], elsewhere: float, page: PinnedPage, voices: tuple[Voice, ...]
) -> Standing:
    """A page's own scores and its neighbours' voices together."""
    alike = by_pin(voices)
    act_days = {timex: page.act_days(said[0].match.mine) for timex, said in alike.items()}
    gained = {timex: gains(said, act_days[timex], base) for timex, said in alike.items()}
    weights = weigh(base, elsewhere).times(gained.values())
    return Standing(weights.belief, voices, weights, act_days, gained)


def is_settled(page: PageClues) -> bool:
    """Whether a page shows a day that is mostly right, and nothing on it speaks against it."""
    if page.fixed is not None:
        return True
    best = max((c.trust for c in page.clues if isinstance(c, ShownDay)), default=0.0)
    return best >= TRUSTY and sum(s for _, s in _alone(page).belief.top(1)) >= SETTLED


def spread(pages: Mapping[str, PageClues]) -> dict[str, Standing]:
    """
    What is believed of every page once the pile has been heard.
    """
    standings = {name: _alone(page) for name, page in sorted(pages.items())}
    changed = set(pages)
    for _ in range(ROUNDS):
        heard_anew = {
            name
            for name, page in sorted(pages.items())
            if any(neighbour.document in changed for neighbour in page.neighbours)
        }
        latest = {
            name: _listen(pages[name], pages, standings)
            for name in sorted(heard_anew)
            if pages[name].fixed is None
        }
        changed = {name for name, standing in latest.items() if _moved(standings[name], standing)}
        standings.update(latest)
        if not changed:
            break
    return standings


def _moved(before: Standing, after: Standing) -> bool:
    """Whether a round changed what would be concluded, or how firmly."""
    if narrowest(before.belief) != narrowest(after.belief):
        return True
    if _speaks(before.belief.top(8)) is not _speaks(after.belief.top(8)):
        return True
    return before.belief.top(1)[:1] != after.belief.top(1)[:1] and any(
        abs(before.belief.shares.get(day, 0.0) - share) > 0.05 for day, share in after.belief.top(3)
    )


def _speaks(best: Sequence[tuple[int, float]], *, before: bool = False) -> bool:
    """Whether a page's likeliest days hold enough for others to listen."""
    return sum([share for _, share in best]) >= (SPEAKS_ON if before else SPEAKS)


def _alone(page: PageClues) -> Standing:
    """A page before it has heard anybody."""
    if page.fixed is not None:
        return Standing(page.fixed)
    days = page.suggested | page.seasons(_years(page.suggested))
    base = page.scores(days)
    elsewhere = sum(clue.far for clue in page.clues)
    return Standing(weigh(base, elsewhere).belief)


def _years(days: Iterable[int]) -> set[int]:
    return {date.fromordinal(day).year for day in days if 400 < day < 3_600_000}


def _listen(
    page: PageClues, pages: Mapping[str, PageClues], standings: Mapping[str, Standing]
) -> Standing:
    """One page hears all its neighbours that have something to say."""
    voices = [
        (neighbour, best)
        for neighbour in page.neighbours
        for best in [standings[neighbour.document].without(page.document)]
        if _speaks(best, before=neighbour.document in standings[page.document].heard)
    ]
    if not page.clues and not any(n.sureness >= ALONE_ENOUGH for n, _ in voices):
        return _alone(page)  # its pile's time alone is no day
    days: set[int] = set(page.suggested)
    for neighbour, best in voices:
        if neighbour.likeness >= ALIKE:
            days.update(range(best[0][0] - 30, best[0][0] + 31))
        for match in neighbour.matches:
            for their_day, _ in best[:3]:
                act = pages[neighbour.document].pinned.days(match.theirs, their_day)
                if act is not None:
                    days.update(page_days(page.pinned, match.mine, act))
    days |= page.seasons({year + step for year in _years(days) for step in (-1, 0, 1)})
    base = page.scores(days)
    far = sum(clue.far for clue in page.clues)
    pile = Pile(
        [
            Member(n.document, n.likeness, best[0][0], pages[n.document].stage)
            for n, best in voices
            if n.likeness >= ALIKE
        ],
        stage=page.stage,
        shows_day=page.shows_day,
    )
    near = pile.over(base)
    copies = {
        n.document: best[0][0] for n, best in voices if n.copy and pages[n.document].shows_day
    }
    beside = beside_copies(copies.values(), base)
    moves = Moves(
        page.plans,
        tuple((n.document, pages[n.document].plans, best[0][0]) for n, best in voices),
    )
    moved = moves.over(base)
    base = {
        day: score + near[day] + beside[day] + moved.get(day, 0.0) for day, score in base.items()
    }
    far += pile.far
    said = tuple(
        one
        for neighbour, best in voices
        for match in neighbour.matches
        if (one := voice(neighbour.document, match, pages[neighbour.document].pinned, best))
    )
    return replace(
        _standing(base, far, page.pinned, said),
        pile=pile,
        copies=copies,
        moves=moves,
        heard=frozenset(n.document for n, _ in voices),
    )
