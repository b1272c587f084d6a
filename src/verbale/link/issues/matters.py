"""
Matters: which demand an answer or offer is on, where its own words group it elsewhere.

"Ruled out scrapping the pork licences" answers a demand to lift import licences for pork,
though the two namings make no one issue by themselves: issues are grouped over a whole
pile, and answers are read against what was asked of whoever gives them. An act keeps its
issue where somebody asked for just that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.link.acts.telling import Telling, speaker_of
from verbale.link.cast import Cast
from verbale.link.issues.frames import frames_of
from verbale.link.issues.namings import own_names
from verbale.link.issues.phrases import Phrase, read_phrase
from verbale.link.issues.shares import Shares
from verbale.link.issues.wanted import PUT, Wanted, actions, read_wanted
from verbale.link.replies.lone import lone_by_deed, lone_by_thing, lone_by_words
from verbale.model.act import ActType, Modality

# What is said to a demand, or offered on it.
ON_A_DEMAND = frozenset(
    {ActType.ACCEPT, ActType.ACCEPT_IN_PART, ActType.AGREE, ActType.RESERVE, ActType.REJECT,
     ActType.REFUSE_TO_DISCUSS, ActType.DEFER, ActType.COUNTER_PROPOSE, ActType.IMPLEMENT,
     ActType.VIOLATE, ActType.PROPOSE, ActType.PLEDGE}
)  # fmt: skip
# What only an answer is.
ANSWERS = ON_A_DEMAND - {ActType.PROPOSE, ActType.PLEDGE, ActType.AGREE, ActType.IMPLEMENT}
# What may give what was asked.
GIVING = frozenset({ActType.PROPOSE, ActType.PLEDGE})
UNREAL = frozenset({Modality.FEARED, Modality.ASKED_FOR, Modality.DENIED})
# What is on its own matter, whatever the sentence opens with.
OFFHAND = frozenset({ActType.AGREE, ActType.IMPLEMENT, ActType.VIOLATE})
# How much of a demand's matter the words of an answer must name.
IN_ITS_WORDS = 0.4


def settle_matters(tellings: Sequence[Telling], cast: Cast) -> list[Telling]:
    """
    Give each answer the issue of the demand it names most of what was asked of its giver.
    """
    wanted = read_wanted(tellings, cast)
    shares = Shares(wanted)
    asked: dict[str, list[Wanted]] = {}
    for entry in wanted:
        asked.setdefault(entry.to, []).append(entry)
    told = [_given_by(telling, wanted, shares, cast) for telling in tellings]
    return [
        _settle(telling, asked, shares, cast) if telling.report.type in ON_A_DEMAND else telling
        for telling in told
    ]


def _given_by(telling: Telling, wanted: Sequence[Wanted], shares: Shares, cast: Cast) -> Telling:
    """
    An answer by somebody the page does not name: "the studios turned down the guild's call",
    "the owners would not hear of a third week".

    Whoever was asked for that by the one it is told to gives it, where that is one party only.
    """
    if telling.report.type not in ANSWERS or telling.report.modality in UNREAL:
        return telling
    if not all(cast.is_faceless(party) for party in telling.by):
        return telling
    to = telling.to - telling.by
    entries = [e for e in wanted if (e.by in to or not to) and _is_told_after(telling, e)]
    if telling.by or len({entry.to for entry in entries}) > 1:
        stems = _told(telling, cast)
        entries = [e for e in entries if shares.of(e, stems, frozenset())[0] >= IN_ITS_WORDS]
    givers = sorted({entry.to for entry in entries})
    if len(givers) != 1:
        return telling
    if not to and not telling.by:
        return telling  # by nobody, to nobody
    actors = (givers[0],)
    inferred = (*telling.inferred, "actor")
    return replace(telling, actors=actors, by=cast.parties(actors), inferred=inferred)


def _told(telling: Telling, cast: Cast) -> frozenset[str]:
    """The words of an answer that may name a matter."""
    report = telling.report
    told = " ".join(span.text for span in (report.content, report.issue) if span is not None)
    return read_phrase(told, own_names(telling.extraction, report, cast)).stems


def _settle(
    telling: Telling,
    asked: Mapping[str, Sequence[Wanted]],
    shares: Shares,
    cast: Cast,
) -> Telling:
    if telling.report.modality in UNREAL or telling.report.verdict is not None:
        return telling
    entries = [
        entry
        for party in sorted(telling.by)
        for entry in asked.get(party, ())
        if (entry.by not in telling.by or len(telling.by) > 1) and _is_told_after(telling, entry)
    ]
    own = own_names(telling.extraction, telling.report, cast)
    phrase = read_phrase(_told_words(telling), own)
    best = _most_named(phrase, frozenset(), entries, shares)
    if any(telling.issue == entry.issue for entry in entries if telling.issue is not None):
        return telling
    meant = best or _framed(telling, phrase, own, entries, shares)
    meant = meant or _lone(telling, phrase, _told_words(telling), entries, cast)
    if meant is None:
        return telling
    return replace(telling, issue=meant.issue, inferred=(*telling.inferred, "issue"))


def _told_words(telling: Telling) -> str:
    """An answer's own words for its matter."""
    report = telling.report
    return " ".join(span.text for span in (report.content, report.issue) if span is not None)


def _most_named(
    phrase: Phrase, before: frozenset[str], entries: Sequence[Wanted], shares: Shares
) -> Wanted | None:
    """The demand of whose matter the words name most, where they name enough of it."""
    best: tuple[tuple[float, float], Wanted] | None = None
    for entry in entries:
        if _shares_names_only(phrase, entry) and not before & entry.stems:
            continue
        share = shares.of(entry, phrase.stems, before)
        if share[0] >= IN_ITS_WORDS and (best is None or share > best[0]):
            best = (share, entry)
    return best[1] if best is not None else None


def _framed(
    telling: Telling,
    phrase: Phrase,
    own: frozenset[str],
    entries: Sequence[Wanted],
    shares: Shares,
) -> Wanted | None:
    """The demand that is named beside the answer's own words: "On pay, he promised nothing"."""
    if not entries or telling.report.type in OFFHAND:
        return None
    for frame in frames_of(telling):
        told = read_phrase(frame.text, own)
        both = (
            Phrase(told.text, told.stems | phrase.stems, told.names | phrase.names)
            if frame.near
            else phrase
        )
        before = frozenset() if frame.near else told.stems
        found = _most_named(both, before, entries, shares)
        if found is not None:
            return found
    return None


def _lone(
    telling: Telling, phrase: Phrase, told: str, entries: Sequence[Wanted], cast: Cast
) -> Wanted | None:
    """The one demand that can be meant, by a word only it has, or by the deed."""
    if telling.report.type not in ANSWERS | GIVING or not _is_their_word(telling, cast):
        return None
    by_words = lone_by_words(phrase, entries) if telling.report.type in ANSWERS else None
    return by_words or lone_by_deed(told, entries) or lone_by_thing(told, entries)


def _is_their_word(telling: Telling, cast: Cast) -> bool:
    """Whether it is told as done, or by one of theirs: what they might do, others only guess."""
    if telling.report.modality in PUT:
        return True
    speaker = speaker_of(telling.extraction, telling.report, cast)
    return speaker is not None and cast.party(speaker) in telling.by


def _shares_names_only(phrase: Phrase, entry: Wanted) -> bool:
    """
    Whether it has nothing but names in common with a demand that tells more than a name:
    "trade with Solenia" is not on "troops out of Solenia"; "Solenia" alone would be.
    """
    if not phrase.stems & entry.stems <= phrase.names:
        return False
    return all(wording.stems - wording.names - actions() for wording in entry.phrases)


def _is_told_after(telling: Telling, entry: Wanted) -> bool:
    """Whether it can have been said once the demand had been made."""
    begun = min(
        (other.days.earliest for other in entry.tellings if other.days.earliest), default=None
    )
    ended = telling.days.latest or telling.told.latest
    return begun is None or ended is None or begun <= ended
