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

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from verbale.lexicon import terms
from verbale.link.phrases import read_phrase
from verbale.model.act import Act, Attestation, Mode
from verbale.model.dating import Dating
from verbale.model.document import Passage
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN, Interval

PACKAGE = "verbale.link"
# A second count stands no further behind the first than this many characters.
NEAR = 400
# Two counts of one thing are of one order of magnitude.
MAGNITUDE = 10
# The words next to a number that tell what is counted, on either side.
BESIDE = 4
# Words two sentences of different pages share, at least, if they count one thing.
SHARED = 2
# Pages further apart than this many days count at another time.
APART = 21
# Counts of one noun beside one word that are compared, at most.
MOST = 30
# An act told no further from the count than this is what it is a count at.
REACH = 600
YEARS = range(1900, 2100)
TO_COME = re.compile(r"\b(?:is|are|was|were) to\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Count:
    """
    A number and the noun it counts, in a page's words.

    `beside` are the words next to it, `around` those of its sentence, `wished` whether
    that tells of what is wanted, offered or to come.
    """

    document: str
    passage: Passage
    value: float
    told: str
    unit: str
    beside: frozenset[str]
    around: frozenset[str]
    wished: bool

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands."""
        return self.document, self.passage.start


def link_counts(
    acts: Sequence[Act], extractions: Sequence[Extraction], datings: Mapping[str, Dating]
) -> list[Act]:
    """
    Hang each thing that is counted more than once on the act that is told there.
    """
    alike: list[list[Count]] = []
    first_counts: list[Count] = []
    for extraction in sorted(extractions, key=lambda extraction: extraction.document.id):
        counts = list(_counts(extraction))
        alike.extend(_recounted(extraction, counts))
        first_counts.extend(count for count in counts if _is_of_a_thing(count))
    alike.extend(_across(first_counts, datings))
    places = _places(acts)
    added: dict[str, list[Attestation]] = defaultdict(list)
    things: dict[tuple[str, str], int] = defaultdict(int)
    for group in _joined(alike):
        act = next((found for count in group if (found := _act_at(count, places))), None)
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
    return count.unit not in _list("measures") and not count.wished


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


def _list(name: str) -> frozenset[str]:
    return frozenset(terms(PACKAGE, "counts")["words"][name])


@cache
def _number() -> str:
    told = "|".join(sorted(terms(PACKAGE, "counts")["numbers"], key=len, reverse=True))
    return rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{told})(?![\w.,]*\d|[-–:/%])"


def _any(name: str) -> str:
    """A group of the words of a list, the longest first."""
    listed = sorted(terms(PACKAGE, "counts")["words"][name], key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, listed)) + ")"


@cache
def _counted() -> re.Pattern[str]:
    """A number with its qualifier and up to three words behind it."""
    return re.compile(
        rf"(?<![\w.,:/-])(?:(?P<qualifier>{_any('qualifiers')}) )?\b{_number()}"
        r"(?P<behind>(?: [^\W\d_]+(?:[’'-][^\W\d_]+)*){1,3})",
        re.IGNORECASE,
    )


@cache
def _told_again() -> re.Pattern[str]:
    """A number told by somebody with no noun of its own: "put it at 25", "counted 180"."""
    again = (
        rf"\b{_any('putting')} (?:it|this|that|them|[^\W_]+ [^\W_]+) at",
        rf"\b{_any('telling')}(?: only| just)?",
        rf"\b(?:by|on)(?: [^\W_]+){{1,3}}(?:[’']s)?(?: own)? {_any('accounts')},?",
        r"\b(?:by|on) (?:his|hers|theirs|ours),",
    )
    return re.compile(
        rf"(?:{'|'.join(again)}) (?:(?P<qualifier>{_any('qualifiers')}) )?\b{_number()}"
        r"(?P<behind>(?: [^\W\d_]+){0,2})",
        re.IGNORECASE,
    )


def _value(number: str) -> float:
    told: dict[str, int] = terms(PACKAGE, "counts")["numbers"]
    return float(told.get(number.lower(), 0)) or float(number.replace(",", ""))


def _unit(behind: str) -> tuple[str, int]:
    """The noun that is counted, the first plural behind a number, and where it ends."""
    for match in re.finditer(r"\S+", behind):
        lower = match.group().lower()
        if lower in _list("stop") or lower in _list("singular"):
            break
        plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "’s", "'s"))
        if plural or lower in _list("plurals"):
            return lower, match.end()
    return "", 0


def _counts(extraction: Extraction) -> Iterator[Count]:
    """Each number of a page that has its noun."""
    for sentence in extraction.sentences:
        for match in _counted().finditer(sentence.text):
            unit, length = _unit(match["behind"])
            value = _value(match["number"])
            if unit and not (value in YEARS and "," not in match["number"]):
                end = match.start("behind") + length
                yield _count(extraction, sentence.start, sentence.text, match, value, unit, end)


def _count(
    extraction: Extraction,
    offset: int,
    text: str,
    match: re.Match[str],
    value: float,
    unit: str,
    end: int,
) -> Count:
    start = match.start("qualifier") if match["qualifier"] else match.start("number")
    beside = [*WORD.findall(text[: match.start()])[-BESIDE:], *WORD.findall(text[end:])[:BESIDE]]
    # A name beside a number tells whose they are, and not what is counted.
    plain = " ".join(word for word in beside if word.islower())
    unit_stems = read_phrase(unit).stems | read_phrase(" ".join(_list("hollow"))).stems
    document = extraction.document.id
    span = text[start:end].rstrip()
    told = f"{match['qualifier'].lower()} {value:g}" if match["qualifier"] else f"{value:.12g}"
    return Count(
        document=document,
        passage=Passage(document, offset + start, offset + start + len(span), span),
        value=value,
        told=told,
        unit=unit,
        beside=read_phrase(plain).stems - unit_stems,
        around=read_phrase(text).stems - unit_stems,
        wished=bool(_list("wishing") & set(text.lower().split()) or TO_COME.search(text)),
    )


def _recounted(extraction: Extraction, counts: Sequence[Count]) -> Iterator[list[Count]]:
    """Pairs of a count and the number somebody else puts in its place just after."""
    starts = [count.passage.start for count in counts]
    for sentence in extraction.sentences:
        for match in _told_again().finditer(sentence.text):
            at = sentence.start + match.start("number")
            before = bisect_right(starts, sentence.start + match.start()) - 1
            first = counts[before] if before >= 0 else None
            if first is None or at - first.passage.end > NEAR:
                continue
            (own, length), value = _unit(match["behind"]), _value(match["number"])
            if own not in ("", first.unit) or not _comparable(first.value, value):
                continue
            end = match.start("behind") + length if own else match.end("number")
            yield [
                first,
                _count(extraction, sentence.start, sentence.text, match, value, first.unit, end),
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


def _places(acts: Sequence[Act]) -> dict[str, list[tuple[int, int, str]]]:
    """Where each page tells which act."""
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for act in acts:
        for report in act.reports:
            places[report.document].append((report.passage.start, report.passage.end, act.id))
    for told in places.values():
        told.sort()
    return places


def _act_at(count: Count, places: Mapping[str, Sequence[tuple[int, int, str]]]) -> str | None:
    """The act told in the count's sentence, else the last one told before it."""
    told = places.get(count.document, ())
    after = bisect_right(told, (count.passage.start, 1 << 60, ""))
    if not after or count.passage.start - told[after - 1][0] > REACH:
        return None
    return told[after - 1][2]
