"""
Mouths: whose word a clause can be that says what becomes of a matter.

An answer is given by the one asked. Where a page tells nobody, or only somebody of whom no
page tells whose he is ("the ministry", "the permanent secretary"), a no to what one party
alone was asked for is that party's: nobody else could say it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.lexicon import words
from verbale.link.cast import Cast
from verbale.link.issues.phrases import read_phrase
from verbale.link.issues.wanted import Wanted
from verbale.link.issues.ways import way_of
from verbale.link.replies.wording import of_an_accord
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind
from verbale.model.uptake import Firmness, Uptake

# Share of a demand's matter that must be named where nobody is told to say it.
UNTOLD = 0.75
# What nobody talked about nobody has refused.
TALK = frozenset({"talk", "consider"})


@dataclass(frozen=True, slots=True)
class Mouth:
    """
    Whose word a clause can be: the parties of those who act in it, with the stems of their
    names, and the party of whoever says it. `takers` are the parties of who gets something.
    `of_any` where it might be that of any party, `faceless` where somebody without a name tells it.
    """

    by: frozenset[str]
    names: frozenset[str]
    speaker: str | None
    takers: frozenset[str]
    faceless: bool
    of_any: bool

    @property
    def told(self) -> frozenset[str]:
        """Those who act in it or say it."""
        return self.by if self.speaker is None else self.by | {self.speaker}


def mouth_of(uptake: Uptake, extraction: Extraction, at_table: frozenset[str], cast: Cast) -> Mouth:
    """Read whose word a clause can be; `at_table` are those who ask or are asked in the pile."""
    by = cast.parties(cast.all_meant(extraction.document.id, uptake.actors))
    names = [read_phrase(extraction.mentions[at].text).stems for at in uptake.actors]
    speaker = None
    if uptake.statement is not None:
        told_by = extraction.statements[uptake.statement].speaker
        actor = cast.meant(extraction.document.id, told_by)
        speaker = cast.party(actor) if actor is not None else None
    takers = cast.parties(cast.all_meant(extraction.document.id, uptake.takers))
    told = by if speaker is None else by | {speaker}
    apart = not told & at_table and not _is_anybody(uptake, extraction, cast)
    faceless = apart and bool(told) and all(_is_of_a_side(who, cast) for who in told)
    of_any = apart and all(_is_of_a_side(who, cast) or cast.is_unplaced(who) for who in told)
    return Mouth(by, frozenset[str]().union(*names), speaker, takers, faceless, of_any)


def may_answer(
    uptake: Uptake,
    mouth: Mouth,
    entry: Wanted,
    settled: Sequence[frozenset[str]],
    share: float,
) -> bool:
    """
    Whether it is by the one asked, or said by them of whatever is to be, or tells what
    both came to.

    "Vella can go home", says the ministry that holds him: he acts, and the ministry answers.
    """
    by = mouth.by
    if entry.by in mouth.takers and entry.to not in by:
        done = uptake.firmness is Firmness.DONE and not uptake.negated
        return done or mouth.speaker == entry.to or (not by and mouth.speaker is None)
    if entry.to in by:
        return entry.by not in by or len(by) > 1
    if mouth.speaker == entry.to:
        return entry.by not in by or bool(mouth.names & entry.stems)
    if mouth.faceless and uptake.firmness is not Firmness.DONE:
        return True
    told = bool(by) or mouth.speaker is not None
    if mouth.of_any and _is_no(uptake):
        return True
    if told:
        return False
    untold = uptake.statement is None and not uptake.actors and share >= UNTOLD
    if untold and uptake.firmness is Firmness.COMING:
        return True  # "the duty will be repaid": by nobody but whom that was asked of
    return is_settled(uptake, entry, settled)


def _is_anybody(uptake: Uptake, extraction: Extraction, cast: Cast) -> bool:
    """Whether it is told by, or done by, somebody of whom not even the sort is known."""
    statement = None if uptake.statement is None else extraction.statements[uptake.statement]
    speaker = () if statement is None or statement.speaker is None else (statement.speaker,)
    return any(
        cast.meant(extraction.document.id, at) is None
        and not _holds_office(extraction.mentions[at].text)
        for at in (*uptake.actors, *speaker)
    )


def _is_of_a_side(actor: str, cast: Cast) -> bool:
    """
    Whether it may speak for any of the parties: "the ministry", "the dockers"; "a shipping
    agent" speaks for none.
    """
    if not cast.is_faceless(actor):
        return False
    return cast.kind(actor) is ActorKind.GROUP or _holds_office(cast.name(actor))


def _holds_office(name: str) -> bool:
    """Whether words tell of a side's own people or bodies: "the ministry", "two officials"."""
    return bool(words("verbale.link", "answers", "holders") & set(name.lower().split()))


def _is_no(uptake: Uptake) -> bool:
    """
    Whether it says no, or not now, whoever says it: "the duty cannot be repaid".

    What "was not raised" nobody has refused.
    """
    families = frozenset(uptake.families)
    if "silence" in families or (uptake.negated and families & TALK):
        return False
    if uptake.firmness is Firmness.DONE:
        return False
    return uptake.negated or "refuse" in families or set(map(way_of, families)) == {"defer"}


def is_settled(uptake: Uptake, entry: Wanted, settled: Sequence[frozenset[str]]) -> bool:
    """Whether it tells what both came to: on a page of their accord, or "under the text"."""
    both = {entry.by, entry.to}
    return bool(of_an_accord().search(uptake.passage.text)) or any(
        both <= parties for parties in settled
    )
