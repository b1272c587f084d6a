"""
Tables: whether two meetings can be one by who is told to have sat there.

Two pages seldom name the same people: one leaves out the host or the third party, one
says "the two delegations". Somebody at the one who was not at the other makes two
meetings; who is only left out, on the same day, does not.
"""

from __future__ import annotations

from verbale.link.acts.telling import Telling
from verbale.link.acts.undated import HELD
from verbale.model.act import Modality

# Who are told to be at a table of their own are at least so many.
SEVERAL = 2
DIFFERENT = "different participants"


def other_table(a: Telling, b: Telling) -> str | None:
    """
    Meetings of different participants are different meetings.

    One telling may name fewer of them ("talks with the union"): then it must say
    nothing that the other does not.
    """
    few, many = sorted((table(a), table(b)), key=len)
    guessed = any("actor" in telling.inferred for telling in (a, b))
    if few and not few <= many and not guessed:
        return DIFFERENT
    if SEVERAL <= len(few) < len(many) and not guessed and not _one_sitting(a, b, few, many):
        return "more participants"
    if a.people and b.people and not a.people & b.people and a.report.level == b.report.level:
        same_side = a.parties == b.parties and min(len(a.people), len(b.people)) >= SEVERAL
        if same_side:
            return "different people at the table"
    return None


def may_be_misnamed(a: Telling, b: Telling) -> bool:
    """
    Whether two meetings with different participants may yet be one: two pages tell of one day
    and name one party alike, and call another by another name, or take the mediator for it.
    """
    one_day = a.days.days == 1 and a.days == b.days
    return one_day and a.document != b.document and bool(table(a) & table(b))


def another_to_come(a: Telling, b: Telling) -> str | None:
    """
    Where one page tells of a meeting without its day and then of one on a day to come, they
    are two: "met for four hours. They are to meet again on Friday".
    """
    plan, held = (a, b) if a.report.modality is Modality.PLANNED else (b, a)
    told_alike = plan.document == held.document and plan.headline == held.headline
    apart = told_alike and plan.passage != held.passage
    ahead = plan.report.modality is Modality.PLANNED and plan.days.known
    if apart and ahead and held.report.modality in HELD and not held.days.known:
        return None if plan.report.rule.startswith("schedules") else "another one, still to come"
    return None


def _one_sitting(a: Telling, b: Telling, few: frozenset[str], many: frozenset[str]) -> bool:
    """
    Whether one page only leaves out somebody: the host of a meeting on that very day, in that
    place, or one who sits at the same round of that day.
    """
    day = a.days.days == 1 and a.days == b.days
    undated = not a.days.known or not b.days.known
    return a.document != b.document and (day or (undated and len(many - few) == 1))


def table(telling: Telling) -> frozenset[str]:
    """
    Who sits at it: a mediator, or whoever is told without a party, makes no other table.

    "The two delegations" may be anybody's, and so are no table either.
    """
    return telling.parties - telling.people - telling.faceless or (
        telling.parties - telling.faceless
    )
