"""
Joining: one act out of all its tellings, nothing lost.

Each field takes the value that most independent pages give; whatever any page says
stays as an attestation, so that what lost the vote can be seen and disputed. A day
told of a thing done beats the day it was planned for; days that cannot both be true
give their hull, and the record will call it a conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from verbale.lexicon import terms
from verbale.link.acts.telling import MEETINGS, Telling
from verbale.link.cast import Cast
from verbale.link.dating.act_dates import date_term
from verbale.model.act import (
    Act,
    Attestation,
    Authority,
    Modality,
    Mode,
    Quantity,
    ReportedIn,
)
from verbale.model.agreement import agreed_days, firmest
from verbale.model.copy import Copy
from verbale.model.document import Passage
from verbale.model.identity import identity
from verbale.model.span import Span
from verbale.model.statement import StatementKind

SUMMARY_WORDS = 30

T = TypeVar("T", bound=Hashable)


def join_tellings(tellings: Sequence[Telling], cast: Cast, copies: Sequence[Copy] = ()) -> Act:
    """
    Make one act of tellings that were judged to be of it.
    """
    tellings = sorted(tellings, key=lambda telling: telling.key)
    originals = {copy.document: copy.original for copy in copies if copy.whole}
    vote = Vote(tellings, originals)
    first = tellings[0]
    reports = tuple(_reported(telling) for telling in tellings)
    modality = firmest(reports)
    when, reasons = agreed_days(reports, _out_by(tellings))
    actors, addressees = _sides(tellings)
    kind = vote.on(lambda telling: telling.report.type) or first.report.type
    content = vote.on(lambda telling: _text(telling.report.content))
    issue = vote.on(lambda telling: telling.issue)
    return Act(
        id=identity(
            "act", first.document, first.report.type, first.report.trigger.start, first.report.i
        ),
        type=kind,
        modality=modality,
        when=when,
        when_reasons=reasons,
        reports=reports,
        actors=actors,
        addressees=addressees,
        on_behalf_of=vote.on(lambda telling: telling.on_behalf_of or None) or (),
        authority=vote.on(_authority) or Authority.UNKNOWN,
        channel=vote.on(lambda telling: _text(telling.report.channel)),
        place=vote.on(lambda telling: telling.place),
        issue=issue,
        content=content,
        condition=vote.on(lambda telling: _text(telling.report.condition)),
        consequence=vote.on(lambda telling: _text(telling.report.consequence)),
        object_type=vote.on(lambda telling: telling.report.object_type),
        hardness=vote.on(lambda telling: telling.report.hardness),
        verdict=vote.on(lambda telling: telling.report.verdict),
        level=vote.on(lambda telling: telling.report.level),
        ordinal=vote.on(lambda telling: telling.report.ordinal),
        quantities=vote.on(lambda telling: telling.report.quantities or None) or (),
        plover=vote.on(lambda telling: telling.report.plover),
        plover_mode=vote.on(lambda telling: telling.report.plover_mode),
        attestations=tuple(entry for telling in tellings for entry in _attest(telling)),
        summary=_summary(kind.value, modality, actors, addressees, content, first, cast),
    )


class Vote:
    """
    Which value most independent pages give.

    A page that copies another has no vote of its own. Even votes go to the page that was
    published first, then to a story before a headline ("LOUIS TALKS"), then to the earlier
    by id, so that the order of reading never matters.
    """

    def __init__(self, tellings: Sequence[Telling], originals: dict[str, str]) -> None:
        self.tellings = sorted(
            tellings,
            key=lambda telling: (telling.told.latest or date.max, telling.headline, telling.key),
        )
        self.originals = originals

    def on(self, field: Callable[[Telling], T | None]) -> T | None:
        """The winning value of a field; None where no page gives any."""
        roots: dict[T, dict[str, None]] = defaultdict(dict)
        for telling in self.tellings:
            value = field(telling)
            if value is not None:
                root = self.originals.get(telling.document, telling.document)
                roots[value].setdefault(root)
        if not roots:
            return None
        order = list(roots)
        return max(order, key=lambda value: (len(roots[value]), -order.index(value)))


def _out_by(tellings: Sequence[Telling]) -> dict[str, date]:
    """The last day on which each page may have come out, where it is known."""
    return {
        telling.document: telling.told.latest
        for telling in tellings
        if telling.told.latest is not None
    }


def _text(span: Span | None) -> str | None:
    return " ".join(span.text.split()) if span is not None and span.text.strip() else None


def _authority(telling: Telling) -> Authority | None:
    told = telling.report.authority
    return told if told is not Authority.UNKNOWN else None


def _sides(tellings: Sequence[Telling]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """
    Everybody told to have acted, and to have been addressed, in the order of telling.
    """
    actors = _told_or_inferred([(telling, telling.actors) for telling in tellings], "actor")
    actors = tuple(dict.fromkeys((*actors, *(who for each in tellings for who in each.named))))
    addressees = _told_or_inferred(
        [(telling, telling.addressees) for telling in tellings], "addressee"
    )
    return actors, tuple(actor for actor in addressees if actor not in actors)


def _told_or_inferred(
    named: Sequence[tuple[Telling, tuple[str, ...]]], field: str
) -> tuple[str, ...]:
    """Those the pages name; what was inferred counts only where no page names anybody."""
    told = [actors for telling, actors in named if field not in telling.inferred and actors]
    found = told or [actors for _, actors in named]
    return tuple(dict.fromkeys(actor for actors in found for actor in actors))


def _reported(telling: Telling) -> ReportedIn:
    content = telling.report.content
    return ReportedIn(
        document=telling.document,
        report=telling.report.i,
        passage=telling.passage,
        days=telling.days,
        day_reasons=telling.day_reasons,
        modality=telling.report.modality,
        content=_passage(telling, content) if content else None,
        rule=telling.report.rule,
        type=telling.report.type,
        trigger=telling.report.trigger.start,
        falls=date_term(telling.extraction, telling.report, telling.told),
        news=telling.news,
    )


def _passage(telling: Telling, span: Span) -> Passage:
    return Passage(telling.document, span.start, span.end, span.text)


def _attest(telling: Telling) -> Iterator[Attestation]:
    """Every value one page gives for a field of the act."""
    mode, chain = _mode(telling), _chain(telling)
    report = telling.report
    sentence = telling.passage

    def attested(field: str, value: str | None, span: Span | None = None) -> Iterator[Attestation]:
        if value:
            passage = _passage(telling, span) if span is not None else sentence
            guessed = any(name.startswith(field) for name in telling.inferred)
            given = Mode.INFERENCE if guessed else mode
            yield Attestation(field, value, passage, given, chain)

    yield from attested("type", report.type.value, report.trigger)
    yield from attested("modality", report.modality.value, report.trigger)
    for actor in telling.actors:
        yield from attested("actor", actor)
    for actor in telling.addressees:
        yield from attested("addressee", actor)
    for actor in telling.on_behalf_of:
        yield from attested("on behalf of", actor)
    if telling.days.known:
        yield from attested("day", str(telling.days), _dating_words(telling))
    yield from attested("place", telling.place, report.place)
    yield from attested("issue", telling.issue, report.issue)
    for field in ("channel", "content", "condition", "consequence"):
        span = getattr(report, field)
        yield from attested(field, _text(span), span)
    for field in ("object_type", "hardness", "verdict", "level"):
        yield from attested(field, getattr(report, field))
    yield from attested("ordinal", str(report.ordinal) if report.ordinal else None)
    for quantity in report.quantities:
        yield from attested(f"quantity: {quantity.unit}", _number(quantity), quantity.span)


def _number(quantity: Quantity) -> str:
    """
    The number with its qualifier.

    >>> _number(Quantity(Span(0, 9, "about 7.5"), 7.5, "percent", "about"))
    'about 7.5'
    """
    return (
        f"{quantity.qualifier} {quantity.value:g}"
        if quantity.qualifier
        else f"{quantity.value:.12g}"
    )


def _dating_words(telling: Telling) -> Span | None:
    """The words that date it, where the page has them in one place."""
    if len(telling.report.timexes) == 1:
        timex = telling.extraction.timexes[telling.report.timexes[0]]
        return Span(timex.start, timex.end, timex.text)
    return None


def _mode(telling: Telling) -> Mode:
    """How the page gives it: in quotation marks, in somebody's reported words, or its own."""
    at = telling.report.statement
    if at is None or not 0 <= at < len(telling.extraction.statements):
        return Mode.PARAPHRASE
    kind = telling.extraction.statements[at].kind
    return Mode.VERBATIM if kind is StatementKind.DIRECT else Mode.INDIRECT


def _chain(telling: Telling) -> tuple[str, ...]:
    """Who it came through: outlet, credited agencies, and the one who told it."""
    document = telling.extraction.document
    links = [document.page.outlet or document.page.name]
    links.extend(credit.name for credit in document.credits if credit.role in ("agency", "source"))
    at = telling.report.statement
    if at is not None and 0 <= at < len(telling.extraction.statements):
        statement = telling.extraction.statements[at]
        links.extend(span.text for span in reversed(statement.via))
        if statement.source is not None:
            links.append(statement.source.text)
    return tuple(dict.fromkeys(links))


def _summary(
    kind: str,
    modality: Modality,
    actors: Sequence[str],
    addressees: Sequence[str],
    content: str | None,
    first: Telling,
    cast: Cast,
) -> str:
    """
    One line: who, what, to whom, and the page's own words.
    """
    forms = terms("verbale.link", "summaries")
    who = _list([cast.name(actor) for actor in actors]) or "Somebody"
    done = forms["done"].get(kind, kind)
    telling = forms["modality"].get(modality.value)
    verb = f"{telling}: {kind}" if telling else done
    whom = _list([cast.name(actor) for actor in addressees])
    joint = " with " if kind in {meeting.value for meeting in MEETINGS} else " to "
    line = f"{who} – {verb}" if telling else f"{who} {verb}"
    if whom:
        line += f"{joint}{whom}"
    words = (content or first.report.passage.text).split()
    shown = " ".join(words[:SUMMARY_WORDS]) + (" …" if len(words) > SUMMARY_WORDS else "")
    return f"{line}: {shown}" if content else f"{line} (“{shown}”)"


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
