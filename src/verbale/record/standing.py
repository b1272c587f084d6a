"""
Standing: which acts count as of a day, by what was known on a day.

An act counts once it has happened; a plan counts once it was told. Pages published
after the day of knowledge are put aside first, and what is left of an act is said
anew from the reports and attestations that remain: nothing of a later page may shine
through, not even in the act's wording.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from verbale.model.act import Act, ActType, Modality, ReportedIn
from verbale.model.agreement import agreed_days, firmest
from verbale.model.document import Passage
from verbale.model.record import Record
from verbale.model.tracks import with_tracks
from verbale.record.parties import Parties

FACT = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
# Field of the act, and the name its attestations go by.
ATTESTED = (
    ("place", "place"),
    ("channel", "channel"),
    ("issue", "issue"),
    ("content", "content"),
    ("condition", "condition"),
    ("consequence", "consequence"),
    ("object_type", "object_type"),
    ("hardness", "hardness"),
    ("verdict", "verdict"),
    ("level", "level"),
)
# Fields of what pages tell beside the act, whether or not they tell the act itself.
BESIDE = ("count: ", "initiator: ")
MANY = (("actors", "actor"), ("addressees", "addressee"), ("on_behalf_of", "on behalf of"))
# Asked before answered, where the days do not tell.
LATER = frozenset(
    {ActType.REPLY, ActType.ACKNOWLEDGE, ActType.ACCEPT, ActType.AGREE,
     ActType.ACCEPT_IN_PART, ActType.RESERVE,
     ActType.REJECT, ActType.REFUSE_TO_DISCUSS, ActType.DEFER, ActType.COUNTER_PROPOSE,
     ActType.IMPLEMENT, ActType.VIOLATE}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """
    An act as it stands: cut down to what is known, and the day from which it counts.

    `since` is the latest day its own day can be, or by which it was told; None where
    neither is known. `told` is the latest day by which the first page told of it.
    """

    act: Act
    since: date | None
    told: date | None

    @property
    def order(self) -> tuple[date, bool, bool, date, str, int, str]:
        """What acts are folded in: by day, asking before answering, verdicts last; as told."""
        passage = min(report.passage for report in self.act.reports)
        return (
            self.since or date.min,
            self.act.type in LATER,
            self.act.verdict is not None,
            self.told or date.min,
            passage.document,
            passage.start,
            self.act.id,
        )


def standing(record: Record, as_of: date | None, known: date | None) -> list[Standing]:
    """
    The acts that count, in the order they are folded.
    """
    published = {entry.document.id: entry.dating.published.latest for entry in record.documents}
    relevant = {entry.document.id for entry in record.documents if entry.relevant}
    found = []
    for act in record.acts:
        reports = [report for report in act.reports if report.document in relevant]
        if known is not None:
            reports = [report for report in reports if _by(published, report, known)]
        if as_of is not None and reports:
            reports = list(_counting(act, reports, published, as_of))
        if reports:
            cut = _cut(act, reports, published)
            found.append(_stand(_known(cut, relevant, published, known), published))
    present = {entry.act.id for entry in found}
    acts = with_tracks([_untie(entry.act, present) for entry in found], _seated(record))
    found = [replace(entry, act=act) for entry, act in zip(found, acts, strict=True)]
    return sorted(found, key=lambda entry: entry.order)


def _seated(record: Record) -> Callable[[Act], Iterable[str]]:
    """Who sits at an act's table, by name: its parties, without mediators and guests."""
    parties = Parties(record.actors)

    def seated(act: Act) -> Iterable[str]:
        present = parties.of((*act.actors, *act.addressees))
        return [parties.name(party) for party in present if not parties.alone(party)]

    return seated


def _known(
    act: Act, relevant: set[str], published: Mapping[str, date | None], known: date | None
) -> Act:
    """
    The act without what pages that do not count tell beside it: what they count differently,
    or whose idea they say it was.
    """
    told = {entry.passage.document for entry in act.attestations}
    gone = {
        document
        for document in told
        if document not in relevant
        or (known is not None and ((out := published.get(document)) is None or out > known))
    }
    if not gone:
        return act
    kept = tuple(entry for entry in act.attestations if entry.passage.document not in gone)
    return replace(act, attestations=kept)


def _by(published: Mapping[str, date | None], report: ReportedIn, day: date) -> bool:
    """Whether the page was surely out by the day."""
    out = published.get(report.document)
    return out is not None and out <= day


def _counting(
    act: Act, reports: list[ReportedIn], published: Mapping[str, date | None], as_of: date
) -> Iterator[ReportedIn]:
    """
    The reports of what had happened, or was planned and told, by the day.

    Of an act that all its pages tell, its own day counts, be it told or found as its page's
    news; of one cut down to some of them, what these tell.
    """
    facts = [report for report in reports if report.modality in FACT]
    days, _ = agreed_days(facts) if facts else (None, ())
    if len(reports) == len(act.reports) and act.modality in FACT:
        days = act.when
    for report in reports:
        told = published.get(report.document)
        if report.modality not in FACT:
            if told is not None and told <= as_of:
                yield report
            continue
        ends = [day for day in (days.latest if days else None, told) if day is not None]
        if ends and min(ends) <= as_of:
            yield report


def _stand(act: Act, published: Mapping[str, date | None]) -> Standing:
    out = [day for report in act.reports if (day := published.get(report.document)) is not None]
    told = min(out, default=None)
    ends = [told] if told else []
    if act.modality in FACT and act.when.latest is not None:
        ends.append(act.when.latest)
    return Standing(act, min(ends, default=None), told)


def _cut(act: Act, reports: list[ReportedIn], published: Mapping[str, date | None]) -> Act:
    """The act as the remaining reports alone would tell it."""
    if len(reports) == len(act.reports):
        return act
    left = {(report.document, report.passage) for report in reports}
    documents = {report.document for report in reports}
    attestations = tuple(
        entry
        for entry in act.attestations
        if entry.field.startswith(BESIDE)
        or (entry.passage.document in documents and _within(entry.passage, left))
    )
    told: dict[str, list[str]] = {}
    for entry in attestations:
        told.setdefault(entry.field, []).append(entry.value)
    changes: dict[str, Any] = {}
    for name, attested in ATTESTED:
        value = getattr(act, name)
        if value is not None and value not in told.get(attested, ()):
            changes[name] = told[attested][0] if attested in told else None
    for name, attested in MANY:
        kept = set(told.get(attested, ()))
        changes[name] = tuple(actor for actor in getattr(act, name) if actor in kept)
    if "type" in told and act.type.value not in told["type"]:
        changes["type"] = ActType(told["type"][0])
    if act.ordinal is not None and str(act.ordinal) not in told.get("ordinal", ()):
        changes["ordinal"] = int(told["ordinal"][0]) if "ordinal" in told else None
    out = {document: day for document in documents if (day := published.get(document))}
    when, reasons = agreed_days(reports, out)
    first = changes.get("content", act.content)
    return replace(
        act,
        **changes,
        when=when,
        when_reasons=reasons,
        modality=firmest(reports),
        reports=tuple(reports),
        attestations=attestations,
        quantities=tuple(
            quantity
            for quantity in act.quantities
            if any(quantity.span.text == entry.passage.text for entry in attestations)
        ),
        summary=act.summary if first == act.content and not changes else first or "",
    )


def _within(passage: Passage, left: set[tuple[str, Passage]]) -> bool:
    """Whether the passage stands in the sentence of a remaining report."""
    return any(
        document == passage.document
        and sentence.start <= passage.start
        and passage.end <= sentence.end
        for document, sentence in left
    )


def _untie(act: Act, present: set[str]) -> Act:
    """Forget ties to acts that do not count yet."""
    answers = [
        target
        for target in (act.answers, *act.also_answers)
        if target is not None and target in present
    ]
    # A plan keeps the name of its round, whether or not it is known to have been held.
    kept = act.meeting in present or act.type is ActType.MEET
    meeting = act.meeting if kept else None
    if act.meeting == meeting and len(answers) == len(act.also_answers) + (act.answers is not None):
        return act
    return replace(
        act,
        meeting=meeting,
        answers=answers[0] if answers else None,
        also_answers=tuple(answers[1:]),
    )
