"""
A table to lay acts on: pages with days, parties, and acts told by them, made by hand.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from verbale.model.act import Act, ActType, Attestation, Modality, Mode, ReportedIn
from verbale.model.actor import Actor
from verbale.model.agreement import agreed_days, firmest
from verbale.model.copy import Copy
from verbale.model.dating import Dating
from verbale.model.document import Document, Page, Passage
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.issue import Issue
from verbale.model.mention import ActorKind
from verbale.model.record import DocumentEntry, Record
from verbale.model.state import Demand
from verbale.record.fold import fold

KINDS = {
    "norland": ActorKind.PARTY,
    "isles": ActorKind.BLOC,
    "skerry": ActorKind.PARTY,
    "malta": ActorKind.PARTY,
    "eu": ActorKind.BLOC,
    "board": ActorKind.ORGANISATION,
    "chair": ActorKind.PERSON,
}
# A body of the isles, and who speaks for it.
SPEAKS_FOR = {"board": "isles", "chair": "board"}
# A bloc and a member that the gazetteer knows.
NAMES = {"malta": "Malta", "eu": "European Union"}
ISSUES = ("passage", "passage/harbour", "tolls")


def days(told: str | None) -> Interval:
    """ "2031-03-10", "2031-03-10/2031-03-12", "/2031-03-12" or None."""
    if told is None:
        return UNKNOWN
    first, _, last = told.partition("/")
    if not _:
        last = first
    return Interval(
        date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
    )


class Table:
    """Lay pages and acts, then take the record."""

    def __init__(self) -> None:
        self.pages: dict[str, Interval] = {}
        self.texts: dict[str, str] = {}
        self.acts: list[Act] = []
        self.copies: list[Copy] = []

    def page(self, id: str, published: str | None) -> None:
        self.pages[id] = days(published)
        self.texts.setdefault(id, "")

    def act(self, id: str, type: str, told: dict[str, dict[str, Any]], **fields: Any) -> Act:
        """`told` gives for each page what it says: `on`, `modality`, `content`, …"""
        reports: list[ReportedIn] = []
        attestations: list[Attestation] = []
        for document, says in told.items():
            passage = self._say(document, f"{id} {type} {says.get('content', '')}.")
            modality = Modality(says.get("modality", "happened"))
            when = days(says.get("on"))
            reports.append(ReportedIn(document, len(reports), passage, when, (), modality))
            values = {
                "type": type,
                "modality": modality.value,
                "day": str(when) if when.known else None,
                "issue": fields.get("issue"),
                "place": says.get("place", fields.get("place")),
                "content": says.get("content"),
                "condition": fields.get("condition"),
                "verdict": fields.get("verdict"),
                **{f"quantity: {unit}": number for unit, number in says.get("count", {}).items()},
            }
            for field, value in values.items():
                if value:
                    attestations.append(Attestation(field, value, passage, Mode.INDIRECT))
            for role, ids in (("actor", fields.get("by", ())), ("addressee", fields.get("to", ()))):
                for actor in ids:
                    attestations.append(Attestation(role, actor, passage, Mode.INDIRECT))
        when, reasons = agreed_days(reports)
        contents = [says["content"] for says in told.values() if "content" in says]
        act = Act(
            id=id,
            type=ActType(type),
            modality=firmest(reports),
            when=when,
            when_reasons=reasons,
            reports=tuple(reports),
            actors=tuple(fields.get("by", ())),
            addressees=tuple(fields.get("to", ())),
            content=contents[0] if contents else None,
            attestations=tuple(attestations),
            **{name: value for name, value in fields.items() if name not in ("by", "to")},
        )
        self.acts.append(act)
        return act

    def put(self, **told: Any) -> None:
        """The demand that most tests begin with: free passage, asked of the isles."""
        self.page("p1", "2031-03-11")
        self.act(
            "a1",
            "demand",
            {"p1": {"on": "2031-03-10", "content": "free passage", **told}},
            by=["norland"],
            to=["isles"],
            issue="passage",
        )

    def answer(self, type: str, on: str | None, **fields: Any) -> None:
        """What the isles, or `by`, made of it on a day."""
        self.page("p2", "2031-03-20")
        said = {"on": on, "modality": fields.pop("modality", "happened")}
        self.act(
            "a2",
            type,
            {"p2": said},
            by=fields.pop("by", ["isles"]),
            to=["norland"],
            answers="a1",
            **fields,
        )

    def _say(self, document: str, words: str) -> Passage:
        start = len(self.texts[document])
        self.texts[document] += words + "\n\n"
        return Passage(document, start, start + len(words), words)

    def record(self) -> Record:
        return Record(
            documents=tuple(
                DocumentEntry(
                    Document(id, Page(id, id, id, "text/plain"), self.texts[id]),
                    Dating(id, self.pages[id], None, None, "story", ""),
                )
                for id in sorted(self.pages)
            ),
            actors=tuple(
                Actor(id, NAMES.get(id, id.title()), kind, (), (), SPEAKS_FOR.get(id, id))
                for id, kind in KINDS.items()
            ),
            issues=tuple(Issue(id, id, id.split("/")[0] if "/" in id else None) for id in ISSUES),
            statements=(),
            acts=tuple(sorted(self.acts, key=lambda act: act.id)),
            copies=tuple(self.copies),
        )

    def demand(self, as_of: str | None = None, to: str = "isles") -> Demand:
        """The one demand on a party, as of a day."""
        state = fold(self.record(), date.fromisoformat(as_of) if as_of else None)
        (found,) = [demand for demand in state.demands if demand.to == to]
        return found


@pytest.fixture
def table() -> Table:
    return Table()


@pytest.fixture(scope="session")
def new_table() -> type[Table]:
    """The class, for generated tables."""
    return Table
