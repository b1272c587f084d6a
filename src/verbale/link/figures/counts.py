"""
Counts: one thing, counted by two.

"About 40 boats, organisers said. The harbour police put the number at 25": the second
number has no noun, and a teller of its own. In two pages, numbers are of one thing where
the words around them say so (see `disputes`).

What is found hangs on the act told there, as values of a field of its own; whether
they can both be true is for the record to say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.link.acts.together import told_together, with_attestations
from verbale.link.figures.counting import told_again, unit_of, value_of
from verbale.link.figures.disputes import TERMS, also_told, disputed
from verbale.link.figures.reading import Figure, unit_behind
from verbale.link.pages import Pages
from verbale.model.act import Act, Attestation, Mode
from verbale.model.dating import Dating
from verbale.model.document import Passage
from verbale.model.extraction import Extraction

# A second count stands no further behind the first than this many characters.
NEAR = 400
# Two counts of one thing are of one order of magnitude.
MAGNITUDE = 10
# An act told no further from the count than this is what it is a count at.
REACH = 600
# How many counts before a number are looked at.
LATEST = 12
# "Our draft speaks of 60": what a paper asks for is no count.
PAPER = re.compile(
    r"\b(?:draft|text|treaty|proposal|note|paper|offer|demand|plan|law|article|agreement)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Recount:
    """A number that somebody puts in another's place, of the same noun."""

    passage: Passage
    told: str
    noun: str

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands."""
        return self.passage.document, self.passage.start


Counted = Figure | Recount


def link_counts(
    acts: Sequence[Act],
    extractions: Sequence[Extraction],
    datings: Mapping[str, Dating],
    figures: Mapping[str, Sequence[Figure]],
) -> list[Act]:
    """
    Hang each thing that is counted more than once on the act that is told there.

    `figures` are the numbers of each page.
    """
    alike: list[tuple[Counted, Counted]] = []
    for extraction in Pages.of(extractions):
        alike.extend(_recounted(extraction, figures[extraction.document.id]))
    alike.extend(disputed(figures, datings, told_together(acts, datings)))
    by_value: dict[tuple[str, float], list[Figure]] = defaultdict(list)
    for _, found in sorted(figures.items()):
        for figure in found:
            by_value[figure.unit, figure.value].append(figure)
    places = places_of(acts)
    added: dict[str, list[Attestation]] = defaultdict(list)
    things: dict[tuple[str, str], int] = defaultdict(int)
    for group in _joined(alike):
        first = [count for count in group if isinstance(count, Figure)]
        group.extend(also_told(first, by_value, datings))
        act = next((at for count in group if (at := told_at(count.passage, places))), None)
        if act is None:
            continue
        noun = group[0].noun
        things[(act, noun)] += 1
        number = things[(act, noun)]
        field = f"count: {noun}" if number == 1 else f"count: {noun} ({number})"
        added[act].extend(
            Attestation(field, count.told, count.passage, Mode.PARAPHRASE) for count in group
        )
    return with_attestations(acts, added)


def _joined(pairs: Sequence[tuple[Counted, Counted]]) -> list[list[Counted]]:
    """Pairs that share a count are counts of one thing."""
    group_of: dict[tuple[str, int], list[Counted]] = {}
    groups: list[list[Counted]] = []
    for pair in pairs:
        known = next((group_of[count.place] for count in pair if count.place in group_of), None)
        if known is None:
            known = []
            groups.append(known)
        for count in pair:
            if count.place not in group_of:
                group_of[count.place] = known
                known.append(count)
    return [sorted(group, key=lambda count: count.place) for group in groups if len(group) > 1]


def _recounted(
    extraction: Extraction, counts: Sequence[Figure]
) -> Iterator[tuple[Figure, Recount]]:
    """Pairs of a count and the number somebody else puts in its place just after."""
    starts = [count.passage.start for count in counts]
    for sentence in extraction.sentences:
        for match in told_again().finditer(sentence.text):
            at, value = sentence.start + match.start(), value_of(match["number"])
            own, length = unit_of(match["behind"])
            unit = unit_behind(match["behind"])
            if PAPER.search(sentence.text[: match.start()]) or (match["bare"] and not unit):
                continue
            # With a noun of its own, it is of the last that was counted of those.
            last = bisect_right(starts, at)
            before = [
                count
                for count in counts[max(0, last - LATEST) : last]
                if 0 <= at - count.passage.end <= NEAR
                and count.noun not in TERMS
                and (unit in ("", count.unit) if match["bare"] else own in ("", count.noun))
            ]
            first = before[-1] if before else None
            if first is None or first.value == value or not _comparable(first.value, value):
                continue
            end = match.start("behind") + length if own else match.end("number")
            start = match.start("qualifier") if match["qualifier"] else match.start("number")
            words = sentence.text[start:end].rstrip()
            begins = sentence.start + start
            passage = Passage(extraction.document.id, begins, begins + len(words), words)
            told = " ".join(filter(None, [(match["qualifier"] or "").lower(), f"{value:.12g}"]))
            yield first, Recount(passage, told, first.noun)


def _comparable(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return low > 0 and high <= low * MAGNITUDE


def places_of(acts: Sequence[Act]) -> dict[str, list[tuple[int, int, str]]]:
    """Where each page tells which act."""
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for act in acts:
        for report in act.reports:
            places[report.document].append((report.passage.start, report.passage.end, act.id))
    for told in places.values():
        told.sort()
    return places


def told_at(passage: Passage, places: Mapping[str, Sequence[tuple[int, int, str]]]) -> str | None:
    """The act told in a passage, else the last one told before it."""
    told = places.get(passage.document, ())
    after = bisect_right(told, (passage.start, 1 << 60, ""))
    if not after or passage.start - told[after - 1][0] > REACH:
        return None
    return told[after - 1][2]
