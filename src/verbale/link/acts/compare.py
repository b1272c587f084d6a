"""
Comparing two tellings: could they be of one act, and how much speaks for it?

First what forbids it (other people, another place, other days, another ordinal): no
score outweighs a veto. Then points for what agrees. The verb alone is never enough:
the points of a shared type do not reach the threshold. Every point has its reason,
so that a merge can be explained, and the weights are few enough to be argued with.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from verbale.gazetteer.places import is_one_place, may_be_one_place, may_lie_in
from verbale.link.acts.tables import (
    DIFFERENT,
    another_to_come,
    may_be_misnamed,
    other_table,
    table,
)
from verbale.link.acts.telling import MEETINGS, TURNS, Telling
from verbale.link.acts.undated import is_course, is_precise, news_of_one_day, out_of_time
from verbale.model.act import ActType, Modality
from verbale.model.interval import Interval

# Points. Reached by reason, on invented piles: two strong agreements, or one strong
# and two weak ones, join; one strong one does not.
SAME_PARTIES = 2.0
SHARED_PARTIES = 1.0
SAME_PEOPLE = 1.5
OTHER_PEOPLE = -1.5
SAME_PLACE = 1.5
SAME_DAY = 2.0
NEAR_DAYS = 0.5
SLIPPED = 1.5
SAME_ORDINAL = 1.0
SAME_LEVEL = 0.5
SAME_ISSUE = 2.0
SAME_WORDS = 2.0
SAME_PAPER = 1.0
SAME_PAGE = 0.5
ENOUGH = 3.5

# A plan that came about a few days off is the same meeting, its day moved or misreported.
SLIP = 4
# Share of the shorter content's words that makes two contents the same words.
ALIKE = 0.7
# What one party hardly does twice in a day, whatever the words for it.
ONCE = frozenset({ActType.SET_DEADLINE, ActType.EXTEND_DEADLINE, ActType.SIGN, ActType.HAND_OVER})
TOLD_AS_FACT = (Modality.HAPPENED, Modality.UNDER_WAY)
# What was not done is another act than what was, even of one type.
UNREAL = frozenset({Modality.DENIED, Modality.FEARED, Modality.HYPOTHETICAL, Modality.ASKED_FOR})


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    How far two tellings are one act: `score` against ENOUGH, None for a veto.

    `slip` marks a pair whose days differ and that is one act all the same, `doubtful` a veto
    that falls where nothing else can be meant.
    """

    score: float | None
    reasons: tuple[str, ...]
    slip: bool = False
    doubtful: bool = False

    @property
    def same(self) -> bool:
        """Whether the two are told to be one."""
        return self.score is not None and self.score >= ENOUGH


def compare(a: Telling, b: Telling) -> Judgement:
    """
    Judge whether two tellings are of one act.
    """
    forbidden = _veto(a, b)
    if forbidden:
        doubtful = forbidden == DIFFERENT and may_be_misnamed(a, b)
        return Judgement(None, (forbidden,), doubtful=doubtful)
    slip = False
    if a.days.known and b.days.known and (a.days & b.days) is None:
        why = _slipped(a, b)
        if why is None:
            return Judgement(None, (f"different days: {a.days} and {b.days}",))
        slip = True
    who, where, what = _participants(a, b), _when_and_where(a, b), _matter(a, b)
    points = [*who, *where, *what]
    if not where and not what and not slip:
        return Judgement(0.0, ("only the kind of act and its parties agree",))
    if slip:
        points.append((SLIPPED, "the days are told differently, but of what is evidently one"))
    if a.document == b.document:
        points.append((SAME_PAGE, "told by one page"))
    return Judgement(sum(score for score, _ in points), tuple(reason for _, reason in points), slip)


def _veto(a: Telling, b: Telling) -> str | None:
    """What cannot be one act, whatever else agrees."""
    if not _one_family(a, b):
        return f"{a.report.type} is not {b.report.type}"
    if (a.report.modality in UNREAL) != (b.report.modality in UNREAL):
        return f"{a.report.modality} is not {b.report.modality}"
    if a.report.ordinal and b.report.ordinal and a.report.ordinal != b.report.ordinal:
        return f"ordinals {a.report.ordinal} and {b.report.ordinal}"
    if a.place and b.place and _are_two_places(a, b, a.place, b.place):
        return f"places {a.place} and {b.place}"
    if a.report.type in MEETINGS:
        when = out_of_time(a, b) or out_of_time(b, a) or is_course(a, b) or is_course(b, a)
        return other_table(a, b) or when or another_to_come(a, b)
    if _done(a) != _done(b) and not _planned_day_came(a, b):
        return "what is planned or offered is not yet done"
    if _done(a) and _done(b) and (late := out_of_time(a, b) or out_of_time(b, a)):
        return late
    if _are_others(a, b, a.by, b.by):
        return "different actors"
    if _are_others(a, b, _told_to(a), _told_to(b)):
        return "different addressees"
    if a.issue and b.issue and a.issue != b.issue and not _nested(a.issue, b.issue):
        return "different issues"
    if _people_by(a) and _people_by(b) and not _people_by(a) & _people_by(b):
        return "different people"
    return None


def _are_two_places(a: Telling, b: Telling, here: str, there: str) -> bool:
    """
    Whether two places are told; on one day, a name that no list has may be of a house in the
    town that another page names.
    """
    if may_be_one_place(here, there):
        return False
    one_day = a.days.days == 1 and a.days == b.days and a.document != b.document
    return not (one_day and may_lie_in(here, there))


def _are_others(a: Telling, b: Telling, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """
    Whether two tellings name nobody in common on one side of an act.

    Of what is done once, "the main opposition movement" may be who another page names.
    """
    if a.report.type in ONCE | TURNS:
        mine, theirs = mine - a.faceless, theirs - b.faceless
    return bool(mine and theirs) and not mine & theirs


def _done(telling: Telling) -> bool:
    return telling.report.modality in TOLD_AS_FACT


def _planned_day_came(a: Telling, b: Telling) -> bool:
    """A signing planned for Tuesday and one on Tuesday; an offer under a condition never."""
    if a.report.condition or b.report.condition or not (is_precise(a.days) and is_precise(b.days)):
        return False
    return (a.days & b.days) is not None


def _one_family(a: Telling, b: Telling) -> bool:
    """One type; a visit to meet somebody is told as the meeting too."""
    kinds = {a.report.type, b.report.type}
    return len(kinds) == 1 or kinds == {ActType.MEET, ActType.VISIT}


def _nested(a: str, b: str) -> bool:
    """A child's id starts with its parent's."""
    return a.startswith(f"{b}/") or b.startswith(f"{a}/")


def _told_to(telling: Telling) -> frozenset[str]:
    """The addressees the page itself gives; a guess forbids nothing."""
    guessed = any(name.startswith("addressee") for name in telling.inferred)
    return frozenset() if guessed else telling.to


def _people_by(telling: Telling) -> frozenset[str]:
    return telling.people & frozenset(telling.actors)


def _slipped(a: Telling, b: Telling) -> str | None:
    """
    Why two tellings with different days may still be one act.

    Headline against body of one page; or a plan that came about, or was told
    again, within a few days. Two things that both happened never slip.
    """
    if _gap(a.days, b.days) > SLIP:
        return None
    if a.document == b.document:
        return "headline and story" if a.headline != b.headline else None
    facts = [telling.report.modality in TOLD_AS_FACT for telling in (a, b)]
    if all(facts) or a.report.type not in MEETINGS:
        return None
    if not any(facts):
        return "two plans of it"
    plan, fact = (b, a) if facts[0] else (a, b)
    before = plan.told.earliest is None or fact.days.latest is None
    sooner = plan.days.earliest and fact.days.latest and fact.days.latest < plan.days.earliest
    if sooner and plan.told.latest and fact.days.latest and plan.told.latest > fact.days.latest:
        return None  # what was still to come when another had been held
    if before or plan.told.earliest <= fact.days.latest:  # type: ignore[operator]
        return "a plan and how it came about"
    return None


def _gap(a: Interval, b: Interval) -> int:
    """Days between two intervals that do not meet."""
    gaps = [
        later.earliest - earlier.latest
        for earlier, later in ((a, b), (b, a))
        if earlier.latest and later.earliest and later.earliest > earlier.latest
    ]
    return min(gaps, default=timedelta(0)).days


def _participants(a: Telling, b: Telling) -> list[tuple[float, str]]:
    points = []
    meeting = a.report.type in MEETINGS
    mine, theirs = (table(a), table(b)) if meeting else (a.by, b.by)
    if mine and mine == theirs:
        strength = SAME_PARTIES if len(mine) > 1 or not meeting else SHARED_PARTIES
        points.append((strength, f"the same parties: {', '.join(sorted(mine))}"))
    elif mine & theirs:
        points.append((SHARED_PARTIES, f"shared parties: {', '.join(sorted(mine & theirs))}"))
    if a.people & b.people:
        points.append((SAME_PEOPLE, f"the same people: {', '.join(sorted(a.people & b.people))}"))
    elif a.people and b.people:
        points.append((OTHER_PEOPLE, "other people"))
    if not meeting and a.to & b.to:
        points.append((SHARED_PARTIES, f"to {', '.join(sorted(a.to & b.to))}"))
    return points


def _when_and_where(a: Telling, b: Telling) -> list[tuple[float, str]]:
    points = []
    if a.place and b.place and is_one_place(a.place, b.place):
        points.append((SAME_PLACE, f"both in {a.place}"))
    both = a.days & b.days
    if a.days.known and b.days.known and both is not None:
        if is_precise(a.days) and is_precise(b.days):
            points.append((SAME_DAY, f"on {both}"))
        elif is_precise(a.days) or is_precise(b.days):
            points.append((NEAR_DAYS, f"days that meet: {both}"))
    elif a.report.type in TURNS or (a.report.type in ONCE and a.document != b.document):
        together = news_of_one_day(a, b)
        points.extend([(SAME_DAY, together)] if together else [])
    if a.report.ordinal and a.report.ordinal == b.report.ordinal:
        points.append((SAME_ORDINAL, f"both number {a.report.ordinal}"))
    if a.report.level and a.report.level == b.report.level:
        points.append((SAME_LEVEL, f"both {a.report.level}"))
    return points


def _matter(a: Telling, b: Telling) -> list[tuple[float, str]]:
    points = []
    if a.issue and b.issue:
        points.append((SAME_ISSUE if a.issue == b.issue else NEAR_DAYS, "one issue"))
    if a.words and b.words:
        share = len(a.words & b.words) / min(len(a.words), len(b.words))
        if share >= ALIKE:
            points.append((SAME_WORDS, "the same words"))
    if a.report.object_type and a.report.object_type == b.report.object_type:
        points.append((SAME_PAPER, f"both of a {a.report.object_type}"))
    return points
