"""
Tellings: one page's report of an act, with its people, place, day and issue looked up.

Two reports can only be compared once "he", "the capital" and "on Thursday" are worked
out; a telling is a report after that. Nothing is decided here about which reports
belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verbale.link.acts.news_days import news_window
from verbale.link.cast import Cast
from verbale.link.dating.act_dates import date_report, date_statement, days_told, is_ahead
from verbale.link.owned import with_owners
from verbale.link.pages import Pages
from verbale.model.act import ActType, Modality, Report
from verbale.model.dating import Dating
from verbale.model.document import Passage
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.issue import IssueTree
from verbale.model.mention import ActorKind

ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
WORD = re.compile(r"\w+")
MEETINGS = frozenset({ActType.MEET, ActType.CALL, ActType.VISIT})
# How far before a meeting the page may tell, with its day, what was said there.
SAME_OCCASION = 1200
# What befalls a meeting that is already told of.
TURNS = frozenset(
    {ActType.POSTPONE, ActType.SUSPEND, ActType.RESUME, ActType.ADJOURN, ActType.CANCEL,
     ActType.WALK_OUT}
)  # fmt: skip
# Done by speaking: said on the day of the statement it is told in.
SPOKEN = frozenset(ActType) - MEETINGS - TURNS - {
    ActType.HAND_OVER, ActType.SIGN, ActType.IMPLEMENT, ActType.VIOLATE, ActType.PUBLISH,
    ActType.LEAK, ActType.DEPLOY, ActType.ATTACK,
}  # fmt: skip


# Done by announcing them, though not always by whoever tells it.
ANNOUNCED = SPOKEN | {ActType.POSTPONE, ActType.CANCEL, ActType.SUSPEND}


@dataclass(frozen=True, slots=True)
class Telling:
    """
    One report with its look-ups done.

    `people` are the named persons among its actors and addressees, `parties` those
    they and the others stand for; `by` and `to` are the parties of either side.
    `inferred` names the fields that were taken from context; where somebody was only
    added to those who are named, `named` are these. `told` is when the page
    was published, `news` the days it can be of where the page tells it as its
    news, `headline` whether it stands in the page's title.
    """

    document: str
    pages: Pages
    report: Report
    actors: tuple[str, ...]
    addressees: tuple[str, ...]
    on_behalf_of: tuple[str, ...]
    people: frozenset[str]
    by: frozenset[str]
    to: frozenset[str]
    place: str | None
    days: Interval
    day_reasons: tuple[str, ...]
    told: Interval
    issue: str | None
    words: frozenset[str]
    headline: bool
    inferred: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    faceless: frozenset[str] = frozenset()  # "the two delegations": parties by no name
    news: Interval | None = None

    @property
    def key(self) -> tuple[str, int]:
        """Page and place: what tellings are ordered by."""
        return self.document, self.report.i

    @property
    def extraction(self) -> Extraction:
        """The page that tells it."""
        return self.pages.page(self.document)

    @property
    def parties(self) -> frozenset[str]:
        """Everybody at the table, as parties."""
        return self.by | self.to

    @property
    def passage(self) -> Passage:
        """The words it rests on."""
        span = self.report.passage
        return Passage(self.document, span.start, span.end, span.text)


def read_tellings(
    extractions: Sequence[Extraction],
    datings: Mapping[str, Dating],
    cast: Cast,
    issues: IssueTree,
) -> list[Telling]:
    """
    All reports of a pile as tellings, in order of page and place.
    """
    about = {(entry.document, entry.report): entry.issue for entry in issues.references}
    tellings = []
    pages = Pages.of(extractions)
    for extraction in pages:
        dating = datings.get(extraction.document.id) or _undated(extraction)
        for report in extraction.reports:
            issue = about.get((extraction.document.id, report.i))
            tellings.append(read_telling(extraction, report, dating, cast, issue, pages))
    return tellings


def _undated(extraction: Extraction) -> Dating:
    return Dating(extraction.document.id, UNKNOWN, None, None, "none", "not dated")


def read_telling(
    extraction: Extraction,
    report: Report,
    dating: Dating,
    cast: Cast,
    issue: str | None,
    pages: Pages,
) -> Telling:
    """One report as a telling: who is meant, and when."""
    document = extraction.document
    actors = cast.all_meant(document.id, report.actors)
    addressees = cast.all_meant(document.id, report.addressees)
    behalf = cast.all_meant(document.id, report.on_behalf_of)
    inferred = []
    # "The bonuses were approved in February": what has a day of its own is no act of speaking.
    if not actors and report.type in SPOKEN and not is_noun(report) and not report.timexes:
        speaker = speaker_of(extraction, report, cast)
        if speaker is not None:
            actors = (speaker,)
            inferred.append("actor")
    actors = with_owners(extraction, report, actors, report.actors, cast)
    addressees = with_owners(extraction, report, addressees, report.addressees, cast)
    addressees = tuple(actor for actor in addressees if actor not in actors)
    by = cast.parties(behalf or actors)
    if report.type is ActType.WARN and report.condition is not None:
        # Whose deed the condition hangs on was read as whom it warns: hardly its own side.
        addressees = tuple(actor for actor in addressees if cast.party(actor) not in by)
    ahead = is_ahead(extraction, report, dating)
    if ahead and report.type in (*MEETINGS, ActType.SIGN):
        rule = f"{report.rule}; on a day that had not come"
        report = replace(report, modality=Modality.PLANNED, rule=rule)
        ahead = False
    days, reasons = _days(extraction, report, dating, ahead=ahead)
    if not days.known and report.type is ActType.MEET and len(actors + addressees) > 1:
        days, reasons = _said_then(extraction, report, dating, cast, {*actors, *addressees})
    matter = report.content or report.issue
    title = document.title
    in_headline = title is not None and report.passage.start < title.end
    return Telling(
        document=document.id,
        pages=pages,
        report=report,
        actors=actors,
        addressees=addressees,
        on_behalf_of=behalf,
        people=frozenset(
            actor for actor in (*actors, *addressees) if cast.kind(actor) is ActorKind.PERSON
        ),
        by=by,
        to=cast.parties(addressees) - by,
        place=_place(report),
        days=days,
        day_reasons=reasons,
        told=dating.published,
        issue=issue,
        words=frozenset(word.lower() for word in WORD.findall(matter.text))
        if matter
        else frozenset(),
        headline=in_headline,
        inferred=tuple(inferred),
        faceless=cast.faceless((*actors, *addressees)),
        news=_news(extraction, report, dating) if report.as_news or ahead else None,
    )


def _news(extraction: Extraction, report: Report, dating: Dating) -> Interval | None:
    """The days of what the page tells as its news."""
    return news_window(extraction, dating, now=report.told_now)


def is_noun(report: Report) -> bool:
    """
    Whether a noun tells it: "the offer" that somebody speaks of need not be his own.
    """
    return report.rule.endswith("(noun)")


def speaker_of(extraction: Extraction, report: Report, cast: Cast) -> str | None:
    """Who says the words the report stands in."""
    at = report.statement
    if at is None or not 0 <= at < len(extraction.statements):
        return None
    return cast.meant(extraction.document.id, extraction.statements[at].speaker)


def _days(
    extraction: Extraction, report: Report, dating: Dating, *, ahead: bool
) -> tuple[Interval, tuple[str, ...]]:
    """
    The act's day: by its own words, else, for what is done by speaking, the day it was said.

    Where its words tell a day that lies `ahead`, it is not theirs.
    """
    days, reasons = date_report(extraction, report, dating)
    if ahead:
        days, reasons = UNKNOWN, (f"{days} had not come when the page came out",)
    if days.known or report.statement is None or report.type not in ANNOUNCED:
        return days, tuple(reasons)
    done = report.modality in (Modality.HAPPENED, Modality.UNDER_WAY)
    # "Would sign if …" tells no signing, and is an answer given on that day all the same.
    if not done and not (report.type is ActType.ACCEPT and report.condition is not None):
        return days, tuple(reasons)
    if 0 <= report.statement < len(extraction.statements):
        said, why = date_statement(extraction, extraction.statements[report.statement], dating)
        if said.known:
            return said, ("done by saying it, on the day it was said", *why)
    return days, tuple(reasons)


def _said_then(
    extraction: Extraction, report: Report, dating: Dating, cast: Cast, present: set[str]
) -> tuple[Interval, tuple[str, ...]]:
    """
    The day of a meeting at which one told another: the day the page says he told him.

    "Vella told Arden on Monday that …. He told him in a meeting behind closed doors …"
    """
    if report.modality not in (Modality.HAPPENED, Modality.UNDER_WAY):
        return UNKNOWN, ()
    document = extraction.document.id
    for statement in reversed(extraction.statements):
        near = 0 <= report.passage.start - statement.start <= SAME_OCCASION
        if not near or statement.timex is None or statement.addressee is None:
            continue
        told = statement.addressee
        heard = {
            cast.meant(document, mention.i)
            for mention in extraction.mentions
            if told.start <= mention.start and mention.end <= told.end
        }
        speaker = cast.meant(document, statement.speaker)
        if speaker in present and heard & (present - {speaker}):
            days, why = date_statement(extraction, statement, dating)
            if days.known:
                return days, ("the day on which one told the other", *why)
    return UNKNOWN, ()


def _place(report: Report) -> str | None:
    """
    The place without its article and without the country it lies in.
    """
    if report.place is None:
        return None
    name = ARTICLE.sub("", report.place.text).split(",")[0].strip()
    return name or None


def days_beside(telling: Telling) -> frozenset[date]:
    """
    The days that its sentence tells beside its own: "was put off on Friday to 16 October".
    """
    extraction, report = telling.extraction, telling.report
    told = days_told(extraction, telling.told)
    return frozenset(
        days.latest
        for timex, days in zip(extraction.timexes, told, strict=True)
        if report.passage.start <= timex.start < report.passage.end
        and timex.i not in report.timexes
        and days.days == 1
        and days.latest is not None
        and days != telling.days
    )


def grouped(tellings: Sequence[Telling]) -> Iterator[tuple[str, list[Telling]]]:
    """The tellings of each page, in order."""
    pages: dict[str, list[Telling]] = {}
    for telling in tellings:
        pages.setdefault(telling.document, []).append(telling)
    yield from sorted(pages.items())
