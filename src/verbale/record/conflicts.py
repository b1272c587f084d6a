"""
Conflicts: values of one field of one act that cannot all be true.

Only like is compared with like: one act, one field, one unit, one qualifier. Every
value is kept with the passages that give it. A later page's value that replaces an
earlier plan is an update, not a dispute; both are listed, and told apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, pairwise

from verbale.gazetteer.places import may_be_one_place
from verbale.model.act import Act, Modality
from verbale.model.document import Passage
from verbale.model.identity import identity
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.record import Record
from verbale.model.state import Conflict, ConflictValue
from verbale.record.denials import find_denials
from verbale.record.numbers import differ
from verbale.record.parties import Parties
from verbale.record.repeats import without_repeats
from verbale.record.standing import Standing

# Fields that hold numbers: those of the act itself, and what is counted where it is told.
NUMBERS = ("quantity: ", "count: ")
PERCENT = ("%", "percent", "per cent", "per cent.", "pct")
# Pages no further apart give their accounts of one occasion: neither brings up to date what
# the other counted.
OCCASION = timedelta(days=2)
# The field of who is told to have brought a thing up.
INITIATOR = "initiator"


Values = Mapping[str, Mapping[str, Sequence[Passage]]]


def find_conflicts(
    acts: Sequence[Standing], record: Record, parties: Parties
) -> tuple[Conflict, ...]:
    """
    Everything on which the pages disagree.
    """
    published = {entry.document.id: entry.dating.published for entry in record.documents}
    found: list[Conflict] = []
    originals = {copy.document: copy.original for copy in record.copies if copy.whole}
    for act in _with_plans(acts):
        found.extend(_within(_without_copies(act, originals), parties, published))
    found = list(without_repeats(found))
    found.extend(find_denials(acts, parties, published))
    return tuple(sorted(found, key=lambda conflict: conflict.id))


def _with_plans(acts: Sequence[Standing]) -> Iterator[Act]:
    """
    The acts, a meeting with its plans as one: what it was planned to be, and what it was, is
    told of one thing.
    """
    plans: dict[str, list[Act]] = defaultdict(list)
    for entry in acts:
        if entry.act.modality is Modality.PLANNED and entry.act.meeting is not None:
            plans[entry.act.meeting].append(entry.act)
    present = {entry.act.id for entry in acts}
    for entry in acts:
        act = entry.act
        beside = plans.get(act.id, [])
        if not beside:
            lone = act.modality is not Modality.PLANNED or act.meeting not in present
            yield from [act] if lone else []
            continue
        whole = (act, *beside)
        yield replace(
            act,
            reports=tuple(report for each in whole for report in each.reports),
            attestations=tuple(told for each in whole for told in each.attestations),
        )


def _without_copies(act: Act, originals: Mapping[str, str]) -> Act:
    """The act without the pages that copy others that tell it: a copy disagrees with nobody."""
    documents = {report.document for report in act.reports}
    gone = {document for document in documents if originals.get(document) in documents}
    if not gone:
        return act
    return replace(
        act,
        reports=tuple(report for report in act.reports if report.document not in gone),
        attestations=tuple(
            entry for entry in act.attestations if entry.passage.document not in gone
        ),
    )


def _within(act: Act, parties: Parties, published: Mapping[str, Interval]) -> Iterator[Conflict]:
    """Disagreements between the reports of one act."""
    values: dict[str, dict[str, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for entry in act.attestations:
        values[entry.field][entry.value].append(entry.passage)
    if _days_disagree(act):
        yield _conflict(act, "date", _days_told(act), published, "days that do not meet")
    if any(not may_be_one_place(*pair) for pair in combinations(sorted(values["place"]), 2)):
        yield _conflict(act, "place", values["place"], published, "different places")
    yield from _numbers(act, values, published)
    for field in sorted(values):
        kind, _, thing = field.partition(": ")
        if kind == INITIATOR and len(values[field]) > 1:
            named = {parties.name(party): passages for party, passages in values[field].items()}
            beside = f"whose idea it was: {thing}"
            yield _conflict(act, "actors", named, published, beside, beside)


def _numbers(act: Act, values: Values, published: Mapping[str, Interval]) -> Iterator[Conflict]:
    """
    Numbers of one thing that exclude each other.

    What is counted beside the act comes first: an amount of the act itself that the same
    pages dispute is that very number, read a second time.
    """
    counted: list[set[str]] = []
    for field in sorted(values):
        kind, _, unit = field.partition(": ")
        if f"{kind}: " not in NUMBERS or not differ(sorted(values[field])):
            continue
        pages = _pages(values[field])
        if kind == "count":
            counted.append(pages)
            tells = {report.document for report in act.reports}
            beside = "" if pages <= tells else number_of(unit)
            found = _conflict(act, "quantity", values[field], published, f"numbers of {unit}")
            yield replace(found, beside=beside, unit=unit)
        elif _told_apart(values[field]) and not any(pages <= seen for seen in counted):
            found = _conflict(act, "quantity", values[field], published, f"numbers of {unit}")
            yield replace(found, unit=unit)


def number_of(unit: str) -> str:
    """
    What a number of some unit is, in words.

    >>> number_of("hours"), number_of("per cent")
    ('number of hours', 'percentage')
    """
    return "percentage" if unit in PERCENT else f"number of {unit}"


def _pages(values: Mapping[str, Sequence[Passage]]) -> set[str]:
    return {passage.document for passages in values.values() for passage in passages}


def _told_apart(values: Mapping[str, Sequence[Passage]]) -> bool:
    """
    Whether two values that exclude each other stand in two pages.

    "54,000 tonnes, of which 2,000 are organic": one page that gives both contradicts nobody.
    """
    by_page: dict[str, set[str]] = defaultdict(set)
    for value, passages in values.items():
        for passage in passages:
            by_page[passage.document].add(value)
    pages = [by_page[document] for document in sorted(by_page)]
    return any(
        not one & other and differ(sorted(one | other))
        for at, one in enumerate(pages)
        for other in pages[at + 1 :]
    )


def _days_told(act: Act) -> dict[str, list[Passage]]:
    """Each day that a report gives, with the words that give it, else its sentence."""
    words: dict[tuple[str, str], Passage] = {}
    for entry in act.attestations:
        if entry.field == "day":
            words.setdefault((entry.passage.document, entry.value), entry.passage)
    told: dict[str, list[Passage]] = defaultdict(list)
    for report in act.reports:
        if report.days.known:
            day = str(report.days)
            told[day].append(words.get((report.document, day), report.passage))
    return told


def _days_disagree(act: Act) -> bool:
    """Whether two reports give days that do not meet."""
    days = sorted({report.days for report in act.reports if report.days.known}, key=str)
    return any((one & other) is None for at, one in enumerate(days) for other in days[at + 1 :])


def _conflict(
    act: Act,
    field: str,
    values: Mapping[str, Sequence[Passage]],
    published: Mapping[str, Interval],
    reason: str,
    beside: str = "",
) -> Conflict:
    told = tuple(
        ConflictValue(value, tuple(sorted(set(values[value]))), _told(values[value], published))
        for value in sorted(values)
    )
    return Conflict(
        id=identity("conflict", act.id, field, reason),
        about=act.id,
        field=field,
        kind=_kind(act, told, OCCASION if field == "quantity" else timedelta(0)),
        values=told,
        reason=reason,
        acts=(act.id,),
        beside=beside,
    )


def _told(passages: Sequence[Passage], published: Mapping[str, Interval]) -> Interval:
    """From the first to the last day on which a page gives the value."""
    days = [published.get(passage.document, UNKNOWN) for passage in passages]
    first = [day.earliest for day in days if day.earliest]
    last = [day.latest for day in days if day.latest]
    return Interval(min(first, default=None), max(last, default=None))


def _kind(act: Act, values: Sequence[ConflictValue], apart: timedelta) -> str:
    """
    An update where each value's pages come wholly after the one before, by more than
    `apart`, and the earlier ones told a plan; else a dispute.
    """
    ordered = sorted(values, key=lambda value: (str(value.told), value.value))
    for earlier, later in pairwise(ordered):
        ends, begins = earlier.told.latest, later.told.earliest
        if ends is None or begins is None or ends + apart >= begins:
            return "dispute"
        documents = set(earlier.documents)
        plans = [report for report in act.reports if report.document in documents]
        if not plans or any(report.modality is not Modality.PLANNED for report in plans):
            return "dispute"
    return "update"
