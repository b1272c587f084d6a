"""
Copies: pages, and passages of pages, that repeat another page's words.

Corroboration counts independent sources, so what counts here is who took words
from whom. Words between quotation marks do not make a copy by themselves: two
reporters in one room quote alike. Nor does furniture that cleaning left in several
pages. Where nothing tells the direction, the fuller page is taken for the original
and the reason says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.link.copies.shingles import (
    LENGTH,
    Run,
    Wording,
    aligned,
    sharing_pairs,
    spread,
    wording,
)
from verbale.model.copy import Copy
from verbale.model.document import Document, Passage
from verbale.model.interval import Interval

LEAST_OWN = 15  # shared words outside quotation marks, in passages of one pair
LEAST_PASSAGE = 10  # words; shorter ones are ways of speaking
LONG_PASSAGE = 25  # words; one such makes a partial copy whatever the pages' length
LEAST_PART = 0.2  # of the smaller page; less is a paragraph or furniture
LONG_NAME = 5  # letters; a shorter one may begin any name
LETTERS = 2  # of an agency; one alone may begin any name
LEAST_LETTERS = 3  # of an agency in capitals whose desks are called by them
WHOLE = 0.8  # of the page's words
MANY = 3  # pages; wording of so many that share little else is furniture


@dataclass(frozen=True, slots=True)
class _Shared:
    runs: tuple[Run, ...]
    original: int
    copy: int
    reason: str


def find_copies(
    documents: Sequence[Document], published: Mapping[str, Interval] | None = None
) -> tuple[Copy, ...]:
    """
    Find who copies whom; `published` are the pages' days where they are known.

    Each passage of a page is traced to one page only, the first of its line.
    """
    days = published or {}
    ordered = sorted(documents, key=lambda document: _precedence(document, days))
    numbers: dict[str, int] = {}
    pages = [wording(document.text, numbers) for document in ordered]
    counts = spread(pages)
    shared: dict[int, list[_Shared]] = {}
    for i, j in sharing_pairs(pages):
        runs = tuple(
            run for run in aligned(pages[j], pages[i]) if run.last - run.first >= LEAST_PASSAGE
        )
        runs = _without_furniture(runs, pages[j], pages[i], counts)
        if not _is_copy(runs, pages[j], pages[i]):
            continue
        original, copy, reason = _direction(ordered, pages, days, i, j)
        if copy == i:
            runs = tuple(
                sorted((Run(r.at, r.until, r.first, r.last) for r in runs), key=lambda r: r.first)
            )
        shared.setdefault(copy, []).append(_Shared(runs, original, copy, reason))
    found = [
        copy
        for j, sources in shared.items()
        for copy in _traced(j, sources, shared, ordered, pages)
    ]
    return tuple(sorted(found, key=lambda copy: (copy.document, copy.original)))


def _precedence(document: Document, days: Mapping[str, Interval]) -> tuple[date, bool, str, str]:
    """Pages in the order in which they may be originals: early, crediting nobody."""
    when = days.get(document.id, Interval())
    credits = any(credit.role in ("source", "contributor") for credit in document.credits)
    return (when.earliest or date.max, credits, document.page.name, document.id)


def _without_furniture(
    runs: tuple[Run, ...], one: Wording, other: Wording, counts: dict[tuple[int, ...], int]
) -> tuple[Run, ...]:
    """
    Leave out furniture that cleaning left: what closes both and more pages, and,
    between pages that share little, what closes both or stands in more pages.
    """
    smaller = min(len(one.words), len(other.words))
    part = sum(run.last - run.first for run in runs) / max(smaller, 1)
    last_one, last_other = one.paragraphs[-1:], other.paragraphs[-1:]
    kept = []
    for run in runs:
        closes = (
            one.paragraphs[run.first : run.first + 1] == last_one
            and other.paragraphs[run.at : run.at + 1] == last_other
        )
        middle = (run.first + run.last - LENGTH) // 2
        wide = counts.get(one.words[middle : middle + LENGTH], 0) >= MANY
        if part >= WHOLE or not ((closes and wide) or (part < LEAST_PART and (closes or wide))):
            kept.append(run)
    return tuple(kept)


def _is_copy(runs: tuple[Run, ...], one: Wording, other: Wording) -> bool:
    own = sum(not one.quoted[i] for run in runs for i in range(run.first, run.last))
    if own < LEAST_OWN:
        return False
    words = sum(run.last - run.first for run in runs)
    longest = max(run.last - run.first for run in runs)
    part = words / max(1, min(len(one.words), len(other.words)))
    return part >= LEAST_PART or longest >= LONG_PASSAGE


def _direction(
    documents: Sequence[Document],
    pages: Sequence[Wording],
    days: Mapping[str, Interval],
    i: int,
    j: int,
) -> tuple[int, int, str]:
    """Original, copy and why: credits first, then days, then datelines, then fullness."""
    one, other = documents[i], documents[j]
    credits_one, credits_other = _credits(one, other), _credits(other, one)
    if credits_one != credits_other:
        return (
            (j, i, f"credits {credits_one}") if credits_one else (i, j, f"credits {credits_other}")
        )
    links_one, links_other = _links_on(one), _links_on(other)
    if links_one != links_other:
        reason = "says that it was taken from elsewhere"
        return (j, i, reason) if links_one else (i, j, reason)
    earlier = _earlier(days.get(one.id, Interval()), days.get(other.id, Interval()))
    if earlier:
        return (i, j, "published later") if earlier < 0 else (j, i, "published later")
    own_one, own_other = _own_line(one), _own_line(other)
    if own_one != own_other:
        reason = "the other has the dateline"
        return (i, j, reason) if own_one else (j, i, reason)
    longer = len(pages[i].words) - len(pages[j].words)
    if longer:
        reason = "nothing tells the direction; the other is fuller"
        return (i, j, reason) if longer > 0 else (j, i, reason)
    return i, j, "nothing tells the direction; by name"


def _credits(document: Document, other: Document) -> str | None:
    """The other page's outlet or agency, if this page credits it and is not it."""
    theirs = {name for name in (_plain(other.page.outlet), _host(other.page.outlet)) if name}
    ours = {name for name in (_plain(document.page.outlet), _host(document.page.outlet)) if name}
    for credit in document.credits:
        name = _plain(credit.name)
        long = len(credit.name) >= (LEAST_LETTERS if credit.name.isupper() else LONG_NAME)
        if name and _is_of(name, theirs, long) and not _is_of(name, ours, long):
            return credit.name
    return None


def _is_of(name: str, outlets: set[str], long: bool) -> bool:
    """
    Whether a credited name is one of these outlets, a desk of it if it is `long` enough to
    begin no other ("Interpress Energy", "NWA English"), or its letters ("NWA" for "Northern
    Wire Agency Online").
    """
    desks = long and any(each.startswith(f"{name} ") for each in outlets)
    letters = (
        name.isalpha()
        and len(name) >= LETTERS
        and any("".join(word[0] for word in each.split()).startswith(name) for each in outlets)
    )
    return name in outlets or desks or letters


def _plain(name: str | None) -> str | None:
    return name.lower().removeprefix("the ").strip(" .") if name else None


def _host(name: str | None) -> str | None:
    """The name inside an address: "paper" of "paper.example"."""
    return name.lower().split(".")[-2] if name and "." in name.strip(".") else None


def _earlier(one: Interval, other: Interval) -> int:
    """-1 if the first is surely earlier, 1 if the second is, else 0."""
    if one.latest and other.earliest and one.latest < other.earliest:
        return -1
    if other.latest and one.earliest and other.latest < one.earliest:
        return 1
    return 0


def _links_on(document: Document) -> bool:
    if any(credit.role == "source" for credit in document.credits):
        return True
    return any(
        cut.text.lower().strip(" :") in ("source link", "original source") for cut in document.cuts
    )


def _own_line(document: Document) -> bool:
    """Whether the page opens with a dateline or names its agency there, not in brackets below."""
    return document.dateline is not None or any(
        credit.role == "agency" and not credit.text.endswith(")") for credit in document.credits
    )


def _traced(
    j: int,
    sources: list[_Shared],
    shared: Mapping[int, list[_Shared]],
    documents: Sequence[Document],
    pages: Sequence[Wording],
) -> list[Copy]:
    """Give each passage of a page to the first page of its line that has it."""
    free = [True] * len(pages[j].words)
    found = []
    for source in sorted(sources, key=lambda s: (len(shared.get(s.original, ())), s.original)):
        pairs = []
        taken = 0
        for run in source.runs:
            if sum(free[run.first : run.last]) * 2 < run.last - run.first:
                continue  # traced to an earlier page of the line
            free[run.first : run.last] = [False] * (run.last - run.first)
            taken += run.last - run.first
            pairs.append(
                (
                    _passage(documents[j], pages[j], run.first, run.last),
                    _passage(documents[source.original], pages[source.original], run.at, run.until),
                )
            )
        if pairs:
            share = taken / len(pages[j].words)
            found.append(
                Copy(
                    document=documents[j].id,
                    original=documents[source.original].id,
                    share=round(share, 4),
                    whole=share >= WHOLE,
                    passages=tuple(pairs),
                    reason=source.reason,
                )
            )
    return found


def _passage(document: Document, page: Wording, first: int, last: int) -> Passage:
    return document.passage(page.starts[first], page.ends[last - 1])
