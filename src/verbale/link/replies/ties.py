"""
Ties: how much speaks for an answer being to one demand, and which of several are meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.link.cast import Cast
from verbale.link.issues.phrases import read_phrase
from verbale.link.replies.wording import what_was_asked, what_was_not_asked
from verbale.model.act import Act, ActType

# A paper in answer answers everything that was asked, whatever part a page picks out.
WHOLESALE = frozenset({ActType.REPLY, ActType.ACKNOWLEDGE})

# Points. One clear tie (told as an answer, or issue and parties) reaches ENOUGH.
POINTED_AT = 6.0
SAME_ISSUE = 3.0
NESTED_ISSUE = 2.0
OTHER_ISSUE = -2.0
TO_THE_ASKER = 2.0
ASKED_OF_IT = 2.0
SAME_PAGE = 1.5
JUST_BEFORE = 1.0
TOLD_LATER = -1.0
WHOLLY = 1.0
ENOUGH = 3.0
# Answers that name what they are to.
NAMING = frozenset(
    {ActType.ACCEPT, ActType.AGREE, ActType.ACCEPT_IN_PART, ActType.REJECT, ActType.DEFER,
     ActType.RESERVE}
)  # fmt: skip
REFUSING = frozenset({ActType.REFUSE_TO_DISCUSS})
# What points at one thing that was told.
POINTERS = frozenset({"it", "this", "that"})
# How much of a page lies between an answer and "these demands", at most.
REACH = 900


@dataclass(frozen=True, slots=True)
class Tie:
    """One demand an answer may be to, with its points and how far before it is told."""

    act: Act
    points: float
    distance: int | None


def uppermost(issue: str) -> str:
    """The broadest issue it stands under: ids are paths."""
    return issue.split("/")[0]


def side_of(act: Act, cast: Cast) -> frozenset[str]:
    """The parties an act is by."""
    return cast.parties(act.on_behalf_of or act.actors)


def begun_of(candidate: Act) -> date | None:
    """
    From when it may have been asked: what is insisted on again was asked before.
    """
    if any(not report.days.known for report in candidate.reports):
        return None
    return min(
        (report.days.earliest for report in candidate.reports if report.days.earliest),
        default=None,
    )


def weigh_tie(act: Act, candidate: Act, pointed: bool, cast: Cast) -> Tie | None:
    """Weigh one demand; None where it cannot be what is answered."""
    mine, theirs = side_of(act, cast), side_of(candidate, cast)
    if mine and mine == theirs:
        return None
    begun, ended = begun_of(candidate), act.when.latest
    if begun and ended and begun > ended:
        return None
    points = POINTED_AT if pointed else 0.0
    points += issue_points(act, candidate)
    if cast.parties(act.addressees) & theirs:
        points += TO_THE_ASKER
    on = cast.parties(candidate.addressees)
    if on & mine:
        points += ASKED_OF_IT + (WHOLLY if act.type in WHOLESALE else 0.0)
    elif on and mine and not pointed and not act.issue:
        points -= ASKED_OF_IT  # put to somebody else; only a shared issue makes it a proxy's answer
    distance = distance_of(act, candidate)
    if distance is not None:
        points += SAME_PAGE
        if 0 <= distance <= REACH:
            points += JUST_BEFORE
        elif distance < 0:
            points += TOLD_LATER
    return Tie(candidate, points, distance)


def issue_points(act: Act, candidate: Act) -> float:
    """What their issues tell for or against an act answering a demand."""
    if not act.issue or not candidate.issue:
        return 0.0
    if act.issue == candidate.issue:
        return SAME_ISSUE
    if uppermost(act.issue) == uppermost(candidate.issue):
        return NESTED_ISSUE
    if act.type is ActType.COUNTER_PROPOSE or act.type in WHOLESALE:
        return 0.0  # an offer on something else is what a counter-offer is
    return OTHER_ISSUE


def distance_of(act: Act, candidate: Act) -> int | None:
    """Characters from the demand to its answer in a page that tells both, at least."""
    places: dict[str, list[int]] = defaultdict(list)
    for report in candidate.reports:
        places[report.document].append(report.passage.start)
    gaps = [
        report.passage.start - start
        for report in act.reports
        for start in places.get(report.document, ())
    ]
    return min(gaps, key=lambda gap: (gap < 0, abs(gap)), default=None)


def choose_ties(act: Act, ties: Sequence[Tie]) -> list[Tie]:
    """
    Which of the demands that fit are meant.
    """
    ordered = sorted(ties, key=lambda tie: (-tie.points, _far(tie), tie.act.id))
    if not ordered or act.type in WHOLESALE:
        return ordered
    on_issue = [tie for tie in ordered if issue_points(act, tie.act) > 0]
    if on_issue:
        return on_issue
    if _names_other(act) and not any(tie.points >= POINTED_AT for tie in ordered):
        return []  # "agreed to meet again", "rejected the offer": of something else
    ordered = [tie for tie in ordered if tie.points >= POINTED_AT or not _is_of_else(act, tie.act)]
    # No issue of its own: the demands told last before it, however many stand together.
    before = [tie for tie in ordered if tie.distance is not None and 0 <= tie.distance <= REACH]
    if before and _points_at_one(act):
        nearest = min(map(_far, before))
        before = [tie for tie in before if _far(tie) == nearest]
    return before or [tie for tie in ordered[:1] if tie.points >= POINTED_AT]


def _points_at_one(act: Act) -> bool:
    """Whether it names nothing and points at one thing told before: "declined to address it"."""
    told = {word.strip(".,;:“”\"'").lower() for word in (act.content or "").split()}
    return bool(told & POINTERS) and not read_phrase(act.content or "").stems


def _is_of_else(act: Act, candidate: Act) -> bool:
    """Whether an answer names a matter of its own, and no word of the demand's."""
    if act.type not in NAMING | REFUSING or not act.content or what_was_asked().search(act.content):
        return False
    told = read_phrase(act.content).stems
    asked = read_phrase(f"{candidate.content or ''} {candidate.issue or ''}").stems
    return bool(told) and not told & asked


def _names_other(act: Act) -> bool:
    """Whether an answer says what it is to, and that is no demand told before it."""
    if act.type not in NAMING or not act.content:
        return False
    return (
        what_was_not_asked().search(act.content) is not None
        and what_was_asked().search(act.content) is None
    )


def _far(tie: Tie) -> int:
    return abs(tie.distance) if tie.distance is not None else 1_000_000_000
