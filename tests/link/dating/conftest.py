"""
A press that prints pages of one invented story, with what annotation and extraction would find.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from verbale.model.act import ActType, Modality, Report
from verbale.model.document import DateCandidate, Document, Page
from verbale.model.extraction import Extraction
from verbale.model.interval import Interval
from verbale.model.span import Span
from verbale.model.timex import DATELINE, Direction, Formula, Timex, TimexType

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
TIME = re.compile(
    rf"({'|'.join(WEEKDAYS)})|(last week|this week)|(\d+) ({'|'.join(MONTHS)})(?: (\d{{4}}))?"
)
PLANNED = re.compile(r"\b(?:will|plans?|is to)\b")
MEETING = re.compile(r"\b(?:met|meet|talks)\b")


class Press:
    """Print pages; two of its stories are told by most tests."""

    # 1999-05-20 was a Thursday.
    ROUND = (
        "Lowmark said on Thursday that it had no illusions. "
        "It met the Dray Pact in Osterholt on Monday. "
        "The second talks of Lowmark and the Dray Pact were held in Vinsk on Wednesday."
    )
    LATER = (
        "Lowmark said on Thursday that it was waiting for a reply. "
        "It will meet the Dray Pact in Quarn on Friday. "
        "Lowmark and the Dray Pact held talks in Osterholt and Vinsk last week."
    )

    def page(self, id: str, story: str, *shown: tuple[str, str]) -> Extraction:
        """A page with its time expressions and meetings, and `shown` days by origin."""
        dates = tuple(
            DateCandidate(origin, Interval.day(date.fromisoformat(day)), day)
            for origin, day in shown
        )
        document = Document(
            id=id,
            page=Page(path=id, name=id, sha256=id, media="text/plain"),
            text=story,
            dates=dates,
        )
        sentences = []
        for match in re.finditer(r"[^.]+\.", story):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            sentences.append(Span.of(story, start, match.end()))
        timexes = tuple(_timexes(story, sentences))
        return Extraction(
            document=document,
            sentences=tuple(sentences),
            mentions=(),
            chains=(),
            references=(),
            timexes=timexes,
            quotes=(),
            statements=(),
            reports=tuple(_meetings(sentences, timexes)),
        )

    def opened(self, id: str, story: str) -> Extraction:
        """A page whose first date is its dateline."""
        plain = self.page(id, story)
        first = replace(plain.timexes[0], signal=DATELINE, direction=Direction.EITHER)
        return replace(plain, timexes=(first, *plain.timexes[1:]))


def _timexes(story: str, sentences: Sequence[Span]) -> list[Timex]:
    found: list[Timex] = []
    for i, match in enumerate(TIME.finditer(story)):
        weekday, week, day, month, year = match.groups()
        if weekday:
            formula = Formula("weekday", "page", weekday=WEEKDAYS.index(weekday))
        elif week:
            formula = Formula("shift", "page", count=-1 if week == "last week" else 0, unit="week")
        else:
            formula = Formula(
                "date",
                "none" if year else "page",
                year=int(year) if year else None,
                month=MONTHS.index(month) + 1,
                day=int(day),
            )
        around = next(s for s in sentences if s.start <= match.start() < s.end)
        way = Direction.FUTURE if PLANNED.search(around.text) else Direction.PAST
        found.append(
            Timex(i, match.start(), match.end(), match.group(), TimexType.DATE, formula, way)
        )
    return found


def _meetings(sentences: Sequence[Span], timexes: Sequence[Timex]) -> list[Report]:
    found: list[Report] = []
    for sentence in sentences:
        inside = tuple(t.i for t in timexes if sentence.start <= t.start < sentence.end)
        trigger = MEETING.search(sentence.text)
        if trigger and inside:
            planned = PLANNED.search(sentence.text)
            found.append(
                Report(
                    i=len(found),
                    type=ActType.MEET,
                    trigger=Span(0, 0, trigger.group()),
                    passage=sentence,
                    modality=Modality.PLANNED if planned else Modality.HAPPENED,
                    rule="by hand",
                    timexes=inside,
                )
            )
    return found


@pytest.fixture(scope="session")
def press() -> Press:
    return Press()
