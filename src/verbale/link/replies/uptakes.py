"""
Uptakes as answers: what a clause says becomes of a matter, where somebody has asked for it.

"The monthly calendar can go" is an acceptance once a pile tells that an end to the
calendar was demanded of whoever says so. A clause is taken for an answer only if it is
by the one asked, names the matter by words that tell it from the pair's other demands,
and can have been said after the demand. Of several demands it answers the closest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verbale.link.acts.telling import Telling, read_telling
from verbale.link.cast import Cast
from verbale.link.issues.phrases import read_phrase
from verbale.link.issues.shares import Shares
from verbale.link.issues.wanted import NAMED, PUT, Wanted, read_wanted
from verbale.link.pages import Pages
from verbale.link.replies.claimed import is_awaited, is_claimed
from verbale.link.replies.linking import ANSWERING
from verbale.link.replies.meaning import Meaning, meaning_of
from verbale.link.replies.mouths import is_settled, may_answer, mouth_of
from verbale.model.act import ActType, Report
from verbale.model.dating import Dating
from verbale.model.extraction import Extraction
from verbale.model.span import Span
from verbale.model.uptake import Firmness, Uptake

SETTLING = frozenset({ActType.AGREE, ActType.SIGN})
# Share of a demand's matter that a clause must name which nobody is told to say.
WHOLLY = 0.5
# A demand named by so much of what the best is named by is answered with it.
HARDLY_LESS = 0.8
# An accord is of two at least.
BOTH = 2


def take_up(
    tellings: Sequence[Telling],
    extractions: Sequence[Extraction],
    datings: Mapping[str, Dating],
    cast: Cast,
) -> list[Telling]:
    """
    Find the clauses that answer a demand of the pile, and tell them as answers.
    """
    wanted = read_wanted(tellings, cast)
    if not wanted:
        return []
    shares = Shares(wanted)
    pages: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        pages[telling.document].append(telling)
    found: list[Telling] = []
    files = Pages.of(extractions)
    for extraction in files:
        dating = datings.get(extraction.document.id)
        if dating is None:
            continue
        page = pages[extraction.document.id]
        settled = _settled(page)
        for uptake in extraction.uptakes:
            found.extend(_answers(uptake, extraction, page, shares, settled, dating, cast, files))
    return found


def _settled(page: Sequence[Telling]) -> list[frozenset[str]]:
    """
    Those whom a page tells to have come to terms: what becomes of things is theirs.

    "Under the agreement, signed in Solen" names nobody: it is of those the page is about.
    """
    settled = [
        telling.parties
        for telling in page
        if telling.report.type in SETTLING and telling.report.modality in PUT
    ]
    if any(len(parties) < BOTH for parties in settled):
        settled.append(frozenset[str]().union(*(telling.parties for telling in page)))
    return settled


def _answers(
    uptake: Uptake,
    extraction: Extraction,
    page: Sequence[Telling],
    shares: Shares,
    settled: Sequence[frozenset[str]],
    dating: Dating,
    cast: Cast,
    files: Pages,
) -> Iterator[Telling]:
    """
    The clause as an answer to the demand it names most of, and to those of the same pair
    that it names hardly less: a demand is often put twice, once in full and once in short.
    """
    if is_awaited(extraction.uptakes, uptake) or any(is_claimed(t, uptake) for t in page):
        return
    mouth = mouth_of(uptake, extraction, shares.parties, cast)
    found: list[tuple[tuple[float, float], Wanted, Meaning]] = []
    here = frozenset[str]().union(*(read_phrase(span.text).stems for span in uptake.words))
    before = read_phrase(uptake.before.text).stems if uptake.before else frozenset[str]()
    mouths = mouth.by if mouth.speaker is None else mouth.by | {mouth.speaker}
    mouths -= mouth.takers  # "we have got our maps" is told by who asked for them
    if mouth.of_any:
        mouths = frozenset()
    for entry in shares.near(here, before, mouths):
        if not _in_time(dating, entry):
            continue
        share = shares.of(entry, here, before)
        if share[0] < (NAMED if mouths else WHOLLY):
            continue
        if not may_answer(uptake, mouth, entry, settled, share[0]):
            continue
        if not uptake.families and (share[0] < WHOLLY or entry.to not in mouth.told):
            continue  # by a verb of any sort, the one asked must say it
        if uptake.firmness is Firmness.MIGHT and mouth.speaker not in (None, entry.to):
            continue  # a bystander only guesses
        both = is_settled(uptake, entry, settled)
        named = _names(extraction, uptake.condition, entry.by, cast)
        meaning = meaning_of(uptake, entry.contents, named, both)
        if meaning is not None and not (
            # What a page tells after an offer is asked against it.
            meaning.type is ActType.COUNTER_PROPOSE and _asked_after(uptake, extraction, entry)
        ):
            found.append((share, entry, meaning))
    if not found or (not mouths and len({e.to for _, e, _ in found}) > 1):
        return
    found.sort(key=lambda each: (-each[0][0], -each[0][1]))
    taken = _taken_there(page, uptake) & {entry.issue for _, entry, _ in found}
    if taken:  # the page's own words of answering tell what it is on
        found = [each for each in found if each[1].issue in taken]
    first = found[0]
    for at, (share, entry, meaning) in enumerate(found):
        pair = (entry.by, entry.to) == (first[1].by, first[1].to)
        if at and (not pair or share[0] < HARDLY_LESS * first[0][0] or share[0] < WHOLLY):
            continue
        if not any(_answers_already(telling, uptake, entry) for telling in page):
            after = len(extraction.reports) + at * len(extraction.uptakes)
            report = _report(uptake, meaning, after)
            yield _tell(report, extraction, entry, dating, cast, files)


def _tell(
    report: Report,
    extraction: Extraction,
    entry: Wanted,
    dating: Dating,
    cast: Cast,
    files: Pages,
) -> Telling:
    """The answer as a telling: by the one asked, to the one who asked."""
    telling = read_telling(extraction, report, dating, cast, entry.issue, files)
    actors = telling.actors if entry.to in telling.by else (entry.to,)
    guessed = () if entry.to in telling.by else ("actor",)
    return replace(
        telling,
        actors=actors,
        by=cast.parties(actors),
        addressees=(entry.by,),
        to=frozenset({entry.by}),
        people=telling.people if not guessed else frozenset(),
        inferred=(*telling.inferred, *guessed, "addressee"),
    )


def _names(extraction: Extraction, span: Span | None, party: str, cast: Cast) -> bool:
    """Whether words name a party or somebody of it."""
    if span is None:
        return False
    return any(
        (actor := cast.meant(extraction.document.id, mention.i)) is not None
        and cast.party(actor) == party
        for mention in extraction.mentions
        if span.start <= mention.start and mention.end <= span.end
    )


def _in_time(dating: Dating, entry: Wanted) -> bool:
    """Whether the page can have come out after the demand was made."""
    out = dating.published.latest
    return out is None or entry.begun is None or entry.begun <= out


def _asked_after(uptake: Uptake, extraction: Extraction, entry: Wanted) -> bool:
    """Whether this page tells the demand, and only behind the clause."""
    here = [
        telling.report.passage.start
        for telling in entry.tellings
        if telling.document == extraction.document.id
    ]
    return bool(here) and min(here) > uptake.passage.start


def _answers_already(telling: Telling, uptake: Uptake, entry: Wanted) -> bool:
    """Whether the page's own words of answering tell the same, there."""
    report = telling.report
    return (
        report.type in ANSWERING
        and report.passage.start == uptake.passage.start
        and telling.issue == entry.issue
        and entry.by not in telling.by
    )


def _taken_there(page: Sequence[Telling], uptake: Uptake) -> set[str | None]:
    """What the answers are on that the page tells by the very word."""
    return {
        telling.issue
        for telling in page
        if telling.report.type in ANSWERING
        and telling.issue is not None
        and telling.report.trigger.start == uptake.trigger.start
    }


def _report(uptake: Uptake, meaning: Meaning, after: int) -> Report:
    return Report(
        i=after + uptake.i,
        type=meaning.type,
        trigger=uptake.trigger,
        passage=uptake.passage,
        modality=meaning.modality,
        rule=f"uptakes: {meaning.reason}",
        actors=uptake.actors,
        timexes=uptake.timexes,
        content=uptake.content,
        condition=uptake.condition if meaning.conditional else None,
        statement=uptake.statement,
        day_inferred=uptake.day_inferred,
        as_news=uptake.as_news,
    )
