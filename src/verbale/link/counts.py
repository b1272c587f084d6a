"""
Counts: one thing, counted by two.

"About 40 boats, organisers said. The harbour police put the number at 25": the second
number has no noun, and a teller of its own. Across pages two counts are of one thing
only where the same noun is counted and the words next to it are the same; measures
(hours, percent, money) are compared inside a page only, since two pages may well give
them of two things.

What is found hangs on the act told there, as values of a field of its own; whether
they can both be true is for the record to say.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verbale.link.counting import Count, count_at, counts_in, listed, told_again, unit_of, value_of
from verbale.model.act import Act, Attestation, Mode
from verbale.model.dating import Dating
from verbale.model.document import Passage
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN, Interval

# A second count stands no further behind the first than this many characters.
NEAR = 400
# Two counts of one thing are of one order of magnitude.
MAGNITUDE = 10
# Words two sentences of different pages share, at least, if they count one thing.
SHARED = 2
# Pages further apart than this many days count at another time.
APART = 21
# Counts of one noun beside one word that are compared, at most.
MOST = 30
# An act told no further from the count than this is what it is a count at.
REACH = 600
# How many counts before a number are looked at.
LATEST = 12


def link_counts(
    acts: Sequence[Act], extractions: Sequence[Extraction], datings: Mapping[str, Dating]
) -> list[Act]:
    """
    Hang each thing that is counted more than once on the act that is told there.
    """
    alike: list[list[Count]] = []
    first_counts: list[Count] = []
    for extraction in sorted(extractions, key=lambda extraction: extraction.document.id):
        counts = list(counts_in(extraction))
        alike.extend(_recounted(extraction, counts))
        first_counts.extend(count for count in counts if _is_of_a_thing(count))
    alike.extend(_across(first_counts, datings))
    places = places_of(acts)
    added: dict[str, list[Attestation]] = defaultdict(list)
    things: dict[tuple[str, str], int] = defaultdict(int)
    for group in _joined(alike):
        act = next((found for count in group if (found := told_at(count.passage, places))), None)
        if act is None:
            continue
        unit = group[0].unit
        things[(act, unit)] += 1
        number = things[(act, unit)]
        field = f"count: {unit}" if number == 1 else f"count: {unit} ({number})"
        added[act].extend(
            Attestation(field, count.told, count.passage, Mode.PARAPHRASE) for count in group
        )
    return [
        replace(act, attestations=(*act.attestations, *added[act.id])) if act.id in added else act
        for act in acts
    ]


def _is_of_a_thing(count: Count) -> bool:
    """Whether another page may count the very same; what is wanted changes by the day."""
    return count.unit not in listed("measures") and not count.wished


def _joined(pairs: Sequence[Sequence[Count]]) -> list[list[Count]]:
    """Pairs that share a count are counts of one thing."""
    group_of: dict[tuple[str, int], list[Count]] = {}
    groups: list[list[Count]] = []
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


def _recounted(extraction: Extraction, counts: Sequence[Count]) -> Iterator[list[Count]]:
    """Pairs of a count and the number somebody else puts in its place just after."""
    starts = [count.passage.start for count in counts]
    for sentence in extraction.sentences:
        for match in told_again().finditer(sentence.text):
            at, value = sentence.start + match.start(), value_of(match["number"])
            own, length = unit_of(match["behind"])
            # With a noun of its own, it is of the last that was counted of those.
            last = bisect_right(starts, at)
            before = [
                count
                for count in counts[max(0, last - LATEST) : last]
                if 0 <= at - count.passage.end <= NEAR and own in ("", count.unit)
            ]
            first = before[-1] if before else None
            if first is None or not _comparable(first.value, value):
                continue
            end = match.start("behind") + length if own else match.end("number")
            yield [
                first,
                count_at(extraction, sentence.start, sentence.text, match, value, first.unit, end),
            ]


def _comparable(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return low > 0 and high <= low * MAGNITUDE


def _across(counts: Sequence[Count], datings: Mapping[str, Dating]) -> Iterator[list[Count]]:
    """Pairs of counts of one noun in different pages, with the same words beside it."""
    buckets: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in counts:
        for word in sorted(count.beside):
            buckets[(count.unit, word)].append(count)
    seen: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for _, members in sorted(buckets.items()):
        ordered = sorted(members[:MOST], key=lambda count: count.place)
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 :]:
                pair = (one.place, other.place)
                if pair not in seen and _one_thing(one, other, datings):
                    seen.add(pair)
                    yield [one, other]


def _one_thing(one: Count, other: Count, datings: Mapping[str, Dating]) -> bool:
    if one.document == other.document or one.told == other.told:
        return False
    if len(one.around & other.around) < SHARED or not _comparable(one.value, other.value):
        return False
    days = [_published(count.document, datings) for count in (one, other)]
    wide = Interval(days[0].shift(-APART).earliest, days[0].shift(APART).latest)
    return (wide & days[1]) is not None


def _published(document: str, datings: Mapping[str, Dating]) -> Interval:
    return datings[document].published if document in datings else UNKNOWN


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
