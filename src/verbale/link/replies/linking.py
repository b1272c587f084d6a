"""
Replies: which demand or proposal an act answers.

A refusal seldom stands in one sentence with what it refuses. It is tied by who asked
whom, by the issue, by the paper asked for and by what the page told just before; a
demand of another page, or another month, is found by its parties and its issue.

An answer with an issue of its own answers the demands on that issue. One without
("these demands", "called them impossible") answers the demands the page told last. A
counter-proposal answers what it was made against, though it is about something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.link.cast import Cast
from verbale.link.issues.ways import wanted_families
from verbale.link.replies.asked import Asked, candidates_of, index
from verbale.link.replies.instead import answer_instead, is_beside_refusal
from verbale.link.replies.ties import (
    ENOUGH,
    REACH,
    WHOLESALE,
    begun_of,
    choose_ties,
    distance_of,
    issue_points,
    side_of,
    weigh_tie,
)
from verbale.link.replies.wording import asked_by_the_press
from verbale.model.act import Act, ActType, Modality
from verbale.model.dating import Dating
from verbale.model.extraction import Extraction
from verbale.model.interval import Interval

ASKING = frozenset(
    {ActType.DEMAND, ActType.PROPOSE, ActType.HAND_OVER, ActType.DECLARE_RED_LINE,
     ActType.COUNTER_PROPOSE, ActType.REITERATE}
)  # fmt: skip
ANSWERING = frozenset(
    {ActType.ACKNOWLEDGE, ActType.REPLY, ActType.ACCEPT, ActType.AGREE, ActType.ACCEPT_IN_PART,
     ActType.RESERVE,
     ActType.REJECT, ActType.REFUSE_TO_DISCUSS, ActType.DEFER, ActType.COUNTER_PROPOSE,
     ActType.IMPLEMENT, ActType.VIOLATE}
)  # fmt: skip
# An offer answers a demand on its very matter, put to whoever makes the offer.
OFFERS = frozenset({ActType.PROPOSE, ActType.PLEDGE, ActType.REITERATE})
PAPERS = frozenset({ActType.HAND_OVER, ActType.PROPOSE, ActType.COUNTER_PROPOSE})
UNREAL = frozenset({Modality.FEARED, Modality.ASKED_FOR})

# What was not given is no answer; a refusal to be feared is none either.
NO_ANSWER = UNREAL | {Modality.DENIED}

REFUSING = frozenset({ActType.REJECT, ActType.REFUSE_TO_DISCUSS})
POINTING = re.compile(
    r"\b(?:these|those|such)\s+(?:\w+\s+)?(?:demand|request|proposal|call|condition|offer|appeal)s\b",
    re.IGNORECASE,
)
# Demands told within so many characters of each other stand together.
TOGETHER = 300

# What finds that a letter is being studied.
READ = "deferring: the paper is being read"
# A letter is got within so many days of being sent.
FRESH = 10

# No answer is to more than this many demands at once.
MOST = 40


def link_replies(
    acts: Sequence[Act],
    extractions: Sequence[Extraction],
    datings: Mapping[str, Dating],
    cast: Cast,
) -> list[Act]:
    """
    Give every answer the demands or proposals it answers.
    """
    asked = index([act for act in acts if act.type in ASKING and act.modality not in UNREAL], cast)
    told = {act.id: _told(act, datings) for act in acts}
    by_report = {(report.document, report.report): act.id for act in acts for report in act.reports}
    pointers = {
        (extraction.document.id, report.i): by_report.get((extraction.document.id, report.answers))
        for extraction in extractions
        for report in extraction.reports
        if report.answers is not None
    }
    linked = [
        _answer(act, asked, pointers, told, cast) if _can_answer(act) else act for act in acts
    ]
    return answer_instead(linked, cast)


def _can_answer(act: Act) -> bool:
    """Whether it may be an answer: no verdict is one."""
    return act.type in ANSWERING | OFFERS and act.modality not in NO_ANSWER and act.verdict is None


def _answer(
    act: Act,
    asked: Asked,
    pointers: Mapping[tuple[str, int], str | None],
    told: Mapping[str, Interval],
    cast: Cast,
) -> Act:
    pointed = {
        target
        for report in act.reports
        if (target := pointers.get((report.document, report.report))) is not None
    }
    candidates = candidates_of(act, pointed, asked, cast)
    if act.type is ActType.ACKNOWLEDGE:
        candidates = _of_senders(candidates, cast)
    if _points_back(act):
        candidates = _told_last(act, candidates)
        pointed |= {candidate.id for candidate in candidates}
    ties = [
        tie
        for candidate in candidates
        if _fits(act, candidate, told)
        and (act.type not in OFFERS or _offered_on(act, candidate, cast))
        and (tie := weigh_tie(act, candidate, candidate.id in pointed, cast)) is not None
    ]
    if is_beside_refusal(act):
        ties = [tie for tie in ties if issue_points(act, tie.act) > 0]
    if act.type in OFFERS:
        # What a page tells after the offer is asked against it, and not met by it.
        ties = [tie for tie in ties if tie.distance is None or tie.distance >= 0]
    chosen = choose_ties(act, [tie for tie in ties if tie.points >= ENOUGH])
    if not chosen:
        return act
    ids = [tie.act.id for tie in chosen[:MOST]]
    return replace(act, answers=ids[0], also_answers=tuple(ids[1:]))


def _of_senders(candidates: Sequence[Act], cast: Cast) -> list[Act]:
    """What was asked by those who are told to have sent a paper, where anybody is."""
    sent = [act for act in candidates if act.type is ActType.HAND_OVER]
    senders = frozenset[str]().union(*(side_of(act, cast) for act in sent))
    if not senders:
        return list(candidates)
    return [act for act in candidates if side_of(act, cast) & senders]


def _points_back(act: Act) -> bool:
    """Whether it refuses "these demands": those the page has just told, of whomever."""
    if act.type not in REFUSING or act.issue is not None or not act.reports:
        return False
    if act.content is not None and not POINTING.match(act.content):
        return False
    return all(POINTING.search(report.passage.text) for report in act.reports)


def _told_last(act: Act, candidates: Sequence[Act]) -> list[Act]:
    """What the pages told last before an act, and whatever stands together with it."""
    gaps = [(distance_of(act, candidate), candidate) for candidate in candidates]
    before = [(gap, other) for gap, other in gaps if gap is not None and 0 <= gap <= REACH]
    nearest = min((gap for gap, _ in before), default=0)
    return [other for gap, other in before if gap <= nearest + TOGETHER]


def _offered_on(act: Act, candidate: Act, cast: Cast) -> bool:
    """Whether an offer, or what is said once more, is on the very matter of a demand on it."""
    return (
        candidate.type in (ActType.DEMAND, ActType.DECLARE_RED_LINE)
        and act.issue is not None
        and act.issue == candidate.issue
        and not _pledges_otherwise(act, candidate)
        and bool(side_of(act, cast) & cast.parties(candidate.addressees))
    )


def _pledges_otherwise(act: Act, candidate: Act) -> bool:
    """Whether a pledge is to do something else with the matter: "will test", of "be dropped"."""
    if act.type is not ActType.PLEDGE:
        return False
    pledged, wanted = wanted_families(act.content or ""), wanted_families(candidate.content or "")
    return bool(pledged and wanted) and not pledged & wanted


def _told(act: Act, datings: Mapping[str, Dating]) -> Interval:
    """When a page first told of an act: from the earliest it can be to the latest."""
    days = [datings[r.document].published for r in act.reports if r.document in datings]
    first = [day.earliest for day in days if day.earliest]
    last = [day.latest for day in days if day.latest]
    return Interval(min(first, default=None), min(last, default=None))


def _fits(act: Act, candidate: Act, told: Mapping[str, Interval]) -> bool:
    """
    Whether a paper that answers everything can have answered this.

    A receipt is for a paper, and never for a reply, which is what it acknowledges
    having got. Without a shared issue, what is first told after it was not yet asked.
    """
    if act.type not in WHOLESALE or issue_points(act, candidate) > 0:
        return True
    if act.type is ActType.REPLY and all(_is_to_press(r.passage.text) for r in act.reports):
        return False  # "asked about the rumour, he replied that …" answers whoever asked that
    if act.type is ActType.ACKNOWLEDGE and _is_reply(act.object_type):
        return False
    if act.type is ActType.ACKNOWLEDGE and candidate.type not in PAPERS:
        # What it asks for is being gone into, where the letter is; a receipt tells nothing of it.
        read = any(report.rule.startswith(READ) for report in act.reports)
        return read and _is_fresh(act, candidate, told)
    begun = begun_of(candidate) or told[candidate.id].earliest
    ended = act.when.latest or told[act.id].latest
    return begun is None or ended is None or begun <= ended


def _is_to_press(sentence: str) -> bool:
    """Whether what was replied was asked by nobody at the table: "answering a question"."""
    return asked_by_the_press().search(sentence) is not None


def _is_fresh(act: Act, candidate: Act, told: Mapping[str, Interval]) -> bool:
    """Whether what was asked is new: a letter that has come holds what was asked of late."""
    begun = begun_of(candidate)
    if begun is None:
        return distance_of(act, candidate) is not None
    ended = act.when.latest or told[act.id].latest
    return ended is not None and 0 <= (ended - begun).days <= FRESH


def _is_reply(object_type: str | None) -> bool:
    return object_type is not None and any(
        word in object_type for word in ("reply", "response", "answer")
    )
