"""
A pile laid by hand: pages of invented sentences with what extraction would find in them.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from verbale.link.acts.linking import link_acts
from verbale.link.issues.grouping import find_issues
from verbale.model.act import Act, ActType, Modality, Quantity, Report
from verbale.model.actor import Actor, ActorReference, Register
from verbale.model.copy import Copy
from verbale.model.dating import Dating
from verbale.model.document import Document, Page
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.issue import IssueTree
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.span import Span
from verbale.model.timex import Formula, Timex, TimexType

# Who is who at this table: name, kind, party.
CAST = {
    "Norland": (ActorKind.PARTY, "Norland"),
    "Isle Union": (ActorKind.BLOC, "Isle Union"),
    "Skerry": (ActorKind.PARTY, "Skerry"),
    "Isle Council": (ActorKind.ORGANISATION, "Isle Council"),
    "Ada Brandt": (ActorKind.PERSON, "Norland"),
    "Olaf Rask": (ActorKind.PERSON, "Norland"),
    "Mara Quill": (ActorKind.PERSON, "Isle Union"),
    "Tove Lindqvist": (ActorKind.PERSON, None),
    "the two delegations": (ActorKind.GROUP, None),
    "the isles": (ActorKind.GROUP, None),
    "the outer isles": (ActorKind.GROUP, None),
}


CALLED = {"Tove Lindqvist": ("the mediator",)}


class Pile:
    """Lay pages of tellings, then link them."""

    def __init__(self) -> None:
        self.pages: dict[str, Extraction] = {}
        self.days: dict[str, Interval] = {}
        self.copies: list[Copy] = []

    def page(
        self, id: str, published: str | None, *told: dict[str, Any], headline: bool = False
    ) -> None:
        """Each of `told` gives type, by, to, and any field of a report; `on` its day.

        `same_sentence` starts its sentence where that of the report before starts; an `echo`
        is a noun that points at an act, and comes behind the page's reports.
        """
        text = ""
        mentions: list[Mention] = []
        timexes: list[Timex] = []
        reports: list[Report] = []
        echoes: list[Report] = []

        def say(words: str) -> Span:
            nonlocal text
            start = len(text)
            text += f"{words} "
            return Span(start, start + len(words), words)

        def name(who: str) -> int:
            span = say(who)
            mentions.append(
                Mention(
                    len(mentions),
                    span.start,
                    span.end,
                    who,
                    0,
                    MentionKind.NAME,
                    CAST[who][0],
                    who,
                )
            )
            return mentions[-1].i

        def dated(day: str) -> int:
            span = say(day)
            at = date.fromisoformat(day)
            formula = Formula("date", year=at.year, month=at.month, day=at.day)
            timexes.append(Timex(len(timexes), span.start, span.end, day, TimexType.DATE, formula))
            return timexes[-1].i

        for says in told:
            fields = dict(says)
            start = len(text)
            by = tuple(name(who) for who in fields.pop("by", ()))
            if "article" in fields:
                say(fields.pop("article"))
            trigger = say(fields.pop("word", fields["type"]))
            if "beside" in fields:  # whom the sentence says it was told to
                say("to")
                name(fields.pop("beside"))
            to = tuple(name(who) for who in fields.pop("to", ()))
            behalf = tuple(name(who) for who in fields.pop("on_behalf_of", ()))
            on = fields.pop("on", None)
            when = (dated(on),) if on else ()
            count = fields.pop("count", None)
            counted = (
                (Quantity(say(f"{count[0]} {count[1]}"), float(count[0]), count[1]),)
                if count
                else ()
            )
            spans: dict[str, Any] = {
                field: say(fields.pop(field))
                for field in ("place", "issue", "content", "condition")
                if field in fields
            }
            kind = ActType(fields.pop("type"))
            modality = Modality(fields.pop("modality", "happened"))
            if fields.pop("same_sentence", False):
                start = reports[-1].passage.start
            passage = Span(start, len(text) - 1, text[start : len(text) - 1])
            told_as = echoes if fields.pop("echo", False) else reports
            told_as.append(
                Report(
                    i=len(reports) + len(echoes),
                    type=kind,
                    trigger=trigger,
                    passage=passage,
                    modality=modality,
                    rule=fields.pop("rule", "by hand"),
                    actors=by,
                    addressees=to,
                    on_behalf_of=behalf,
                    timexes=when,
                    quantities=counted,
                    **spans,
                    **fields,
                )
            )
            text = text[:-1] + "\n\n"
        title = reports[0].passage if headline and reports else None
        document = Document(id, Page(f"{id}.txt", f"{id}.txt", id, "text/plain"), text, title)
        self.pages[id] = Extraction(
            document,
            tuple(report.passage for report in reports),
            tuple(mentions),
            (),
            (),
            tuple(timexes),
            (),
            (),
            tuple(reports),
            echoes=tuple(echoes),
        )
        self.days[id] = Interval.day(date.fromisoformat(published)) if published else UNKNOWN

    def extractions(self) -> list[Extraction]:
        return list(self.pages.values())

    def register(self) -> Register:
        return Register(
            tuple(
                Actor(name, name, kind, (name, *CALLED.get(name, ())), (), party)
                for name, (kind, party) in sorted(CAST.items())
            ),
            tuple(
                ActorReference(id, mention.i, (mention.text,), "by name")
                for id, page in self.pages.items()
                for mention in page.mentions
            ),
        )

    def issues(self) -> IssueTree:
        return find_issues(self.extractions(), self.register())

    def labels(self) -> dict[str, str | None]:
        """Each issue's label with its parent's."""
        issues = {issue.id: issue for issue in self.issues().issues}
        return {
            issue.label: issues[issue.parent].label if issue.parent else None
            for issue in issues.values()
        }

    def acts(self) -> tuple[Act, ...]:
        datings = {
            id: Dating(id, published, None, None, "by hand", "")
            for id, published in self.days.items()
        }
        return link_acts(self.extractions(), datings, self.register(), self.issues(), self.copies)

    def groups(self) -> list[list[tuple[str, int]]]:
        """Which reports of which pages make each act."""
        return sorted(
            [(report.document, report.report) for report in act.reports] for act in self.acts()
        )


@pytest.fixture
def pile() -> Pile:
    return Pile()


@pytest.fixture(scope="session")
def new_pile() -> type[Pile]:
    """The class, for generated piles."""
    return Pile
