"""
Page dates: banners believed and not, neighbours, order, shifts, contradictions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.link.dating.dating import date_pages, date_report, date_statement
from verbale.model.act import ActType, Modality, Report
from verbale.model.dating import Dating
from verbale.model.document import DateCandidate, Document, Page
from verbale.model.edit import Edit
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.span import Span
from verbale.model.statement import Statement, StatementKind
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


def page(id: str, story: str, *shown: tuple[str, str]) -> Extraction:
    """A page with its time expressions and meetings, and `shown` days by origin."""
    dates = tuple(
        DateCandidate(origin, Interval.day(date.fromisoformat(day)), day) for origin, day in shown
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


def dated(*pages: Extraction) -> dict[str, Dating]:
    return date_pages(pages)


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


def test_a_banner_that_the_story_fits_is_believed() -> None:
    """
    The banner's day is the day of "said on Thursday".
    """
    story = page("a", "Lowmark said on Thursday that it would wait.", ("banner", "1999-05-20"))

    dating = dated(story)["a"]

    assert dating.published == Interval.day(date(1999, 5, 20))
    assert dating.page_date_trusted is True


def test_a_banner_days_after_the_story_is_kept_and_not_believed() -> None:
    """
    A Tuesday is not when "said on Thursday" and "talks this week" are news.
    """
    text = ROUND + " The talks this week brought nothing."
    story = page("a", text, ("banner", "1999-06-01"))

    dating = dated(story)["a"]

    assert dating.page_date == Interval.day(date(1999, 6, 1))
    assert dating.page_date_trusted is False
    assert any(not line.agrees and line.origin == "banner" for line in dating.evidence)


def test_a_crawl_day_whose_weekday_agrees_is_found_out_by_a_neighbour() -> None:
    """
    The crawl came 54 weeks later to the day; a dated page tells the same talks.
    """
    crawled = page("a", ROUND, ("banner", "2000-06-01"))
    trusted = page("b", LATER, ("json-ld", "1999-05-27"))
    second = page("c", ROUND, ("meta", "1999-05-21"))

    alone, dating = dated(crawled, trusted)["a"], dated(crawled, trusted, second)["a"]

    assert alone.page_date_trusted is False
    assert dating.page_date_trusted is False
    assert dating.published == Interval(date(1999, 5, 20), date(1999, 5, 21))
    assert any(line.document == "b" and line.agrees for line in dating.evidence)


def test_a_crawl_day_alone_is_believed_but_not_called_confirmed() -> None:
    """
    One page without any clue but its banner: nothing speaks against it.
    """
    dating = dated(page("a", "Lowmark waits.", ("banner", "1999-05-20")))["a"]

    assert dating.page_date_trusted is True
    assert "nor confirmed" in dating.reason


def test_metadata_beats_a_banner_of_another_day() -> None:
    """
    Written with the page against shown when it was saved.
    """
    story = page("a", ROUND, ("banner", "1999-07-22"), ("json-ld", "1999-05-20"))

    dating = dated(story)["a"]

    assert dating.published == Interval.day(date(1999, 5, 20))
    assert dating.page_date == Interval.day(date(1999, 5, 20))


def test_a_comment_or_a_crawl_is_no_day_of_publication() -> None:
    """
    They bound the day, and are not called the page's date.
    """
    dating = dated(page("a", "Lowmark waits.", ("comment", "1999-05-20")))["a"]

    assert dating.page_date is None
    assert dating.published == Interval(None, date(1999, 5, 20))


def test_a_page_that_tells_no_time_has_no_day() -> None:
    """
    Likeness to a dated page is no evidence.
    """
    bare = page("a", "Lowmark and the Dray Pact are far apart.")

    dating = dated(bare, page("b", LATER, ("meta", "1999-05-27")))["a"]

    assert dating.published == UNKNOWN
    assert dating.page_date_trusted is None


def test_an_undated_page_gets_its_year_from_dated_ones() -> None:
    """
    A Monday, a plan for Tuesday, a day of June: the year is the pile's.
    """
    undated = page(
        "a",
        "Lowmark told the Dray Pact on Monday that it would wait. "
        "Its envoy will meet Holm on Tuesday. "
        "Lowmark will not strike on 16 June, it plans.",
    )

    dating = dated(undated, page("b", LATER, ("meta", "1999-05-27")))["a"]

    assert dating.published.earliest is not None
    assert dating.published.earliest.year == 1999


def test_a_past_date_is_only_a_bound() -> None:
    """
    What happened on a day may be told any time after.
    """
    dating = dated(page("a", "The Dray Pact met in Vinsk on 12 March 1998."))["a"]

    assert dating.published == Interval(date(1998, 3, 12), None)
    assert dating.method == "bounds"


def test_evidence_that_cannot_all_be_true_is_all_shown() -> None:
    """
    Two places of metadata a year apart: one is concluded, both are told.
    """
    story = page("a", ROUND, ("meta", "1999-05-20"), ("url", "2001-02-03"), ("feed", "1990-01-01"))

    dating = dated(story)["a"]

    assert {line.origin for line in dating.evidence if not line.agrees} >= {"url", "feed"}
    assert dating.reason


def test_a_day_set_by_hand_stands_and_dates_its_neighbours() -> None:
    """
    An edit is believed before the banner, and undone it is as if never made.
    """
    crawled, undated = page("a", LATER, ("banner", "2003-03-07")), page("b", ROUND)
    edit = Edit(
        "e1", "set-page-date", ("a",), "1999-05-27", "Ida", "the print edition", "2004-01-01"
    )
    undo = Edit("e2", "undo", ("e1",), None, "Ida", "wrong page", "2004-01-02")

    by_hand = date_pages([crawled, undated], None, [edit])
    undone = date_pages([crawled, undated], None, [edit, undo])

    assert by_hand["a"].published == Interval.day(date(1999, 5, 27))
    assert by_hand["a"].page_date_trusted is False
    assert by_hand["b"].published == Interval(date(1999, 5, 20), date(1999, 5, 21))
    assert undone["a"].method != "by hand"


@pytest.mark.parametrize("value", ["soon", "1999-02-31", "1999-05-02..1999-05-01", "", None])
def test_an_edit_that_is_no_day_changes_nothing(value: str | None) -> None:
    """
    It is refused when made; here it must not break a build.
    """
    story = page("a", ROUND, ("banner", "1999-05-20"))
    edit = Edit("e1", "set-page-date", ("a",), value, "Ida", "", "2004-01-01")

    assert date_pages([story], None, [edit]) == date_pages([story])


@given(st.permutations(range(4)))
@settings(max_examples=12, deadline=None)
def test_the_order_of_pages_changes_nothing(order: list[int]) -> None:
    """
    Four pages, any order, the same datings.
    """
    pages = _pile(date(1999, 5, 20))

    assert date_pages([pages[i] for i in order]) == date_pages(pages)


@given(st.integers(-700, 700))
@settings(max_examples=25, deadline=None)
def test_shifting_a_pile_by_weeks_shifts_every_answer(weeks: int) -> None:
    """
    Weekdays stay what they are; so the days move with the banners.
    """
    step = timedelta(weeks=weeks)

    here, there = date_pages(_pile(date(1999, 5, 20))), date_pages(_pile(date(1999, 5, 20) + step))

    for name, dating in here.items():
        assert there[name].published == dating.published.shift(step.days)
        assert there[name].page_date_trusted == dating.page_date_trusted


@given(st.integers(0, 2), st.integers(-1500, 1500))
@settings(max_examples=25, deadline=None)
def test_a_page_that_loses_its_true_banner_keeps_its_day(index: int, weeks: int) -> None:
    """
    The rest of a dated pile tells the day that the banner told, in any week.
    """
    pages = _pile(date(1999, 5, 20) + timedelta(weeks=weeks), crawled=False)
    banner = pages[index].document.dates[0].days.earliest
    bare = replace(pages[index], document=replace(pages[index].document, dates=()))

    published = date_pages([*pages[:index], bare, *pages[index + 1 :]])[bare.document.id].published

    assert banner is not None and banner in published
    assert published.days is not None and published.days <= 3


def _pile(thursday: date, crawled: bool = True) -> list[Extraction]:
    """Two pages of one round, one of the week after, and one that a crawler found."""

    def shown(days: int) -> tuple[str, str]:
        return "banner", (thursday + timedelta(days=days)).isoformat()

    pages = [
        page("a", ROUND, shown(0)),
        page("b", "Lowmark and the Dray Pact met in Vinsk on Wednesday. " + ROUND, shown(0)),
        page("c", LATER, shown(7)),
    ]
    return [*pages, page("d", ROUND, shown(400))] if crawled else pages


def test_an_act_without_a_time_has_no_day() -> None:
    """
    The page's day is never taken for it.
    """
    story = page("a", "Lowmark met the Dray Pact.", ("meta", "1999-05-20"))
    report = Report(0, ActType.MEET, Span(8, 11, "met"), Span(0, 5, ""), Modality.HAPPENED, "r")

    days, reasons = date_report(story, report, dated(story)["a"])

    assert days == UNKNOWN
    assert reasons == ()


def test_an_act_has_the_day_of_the_expression_that_governs_it() -> None:
    """
    "On Monday" under a Thursday is three days before, and the steps say so.
    """
    story = page("a", ROUND, ("meta", "1999-05-20"))

    days, reasons = date_report(story, story.reports[0], dated(story)["a"])

    assert days == Interval.day(date(1999, 5, 17))
    assert any("1999-05-17" in reason for reason in reasons)


def test_a_saying_has_the_day_told_beside_it() -> None:
    """
    The timex of the statement, not that of its content.
    """
    story = page("a", ROUND, ("meta", "1999-05-20"))
    said = Statement(0, StatementKind.INDIRECT, None, None, (Span(0, 1, "L"),), "r", timex=0)

    assert date_statement(story, said, dated(story)["a"])[0] == Interval.day(date(1999, 5, 20))
    assert date_statement(story, replace(said, timex=None), dated(story)["a"])[0] == UNKNOWN


def test_empty_and_odd_piles_are_no_trouble() -> None:
    """
    No page, an empty page, a page of far years.
    """
    odd = page("b", "Met on 1 January 9999.", ("banner", "0001-01-01"), ("meta", "9999-12-31"))

    assert date_pages([]) == {}
    assert set(dated(page("a", ""), odd)) == {"a", "b"}


PUBLISHED = Interval.day(date(1999, 5, 20))


def opened(id: str, story: str) -> Extraction:
    """A page whose first date is its dateline."""
    plain = page(id, story)
    first = replace(plain.timexes[0], signal=DATELINE, direction=Direction.EITHER)
    return replace(plain, timexes=(first, *plain.timexes[1:]))


def test_a_dateline_without_its_year_is_the_day_shown() -> None:
    """
    Another page of the same story gives the year.
    """
    wire = opened("a", "OSTERHOLT, 20 May (LW) - " + ROUND)
    second = page("c", ROUND, ("meta", "1999-05-21"))

    dating = dated(wire, second)["a"]

    assert dating.page_date == Interval.day(date(1999, 5, 20))
    assert dating.page_date_trusted is True
    assert dating.published == Interval.day(date(1999, 5, 20))


def test_the_day_of_a_dateline_is_no_acts_day() -> None:
    """
    The talks were on Monday, whatever day stands over the story.
    """
    wire = opened("a", "20 May 1999 Lowmark met the Dray Pact in Osterholt on Monday.")

    dating = dated(wire)["a"]
    days, reasons = date_report(wire, wire.reports[0], replace(dating, published=PUBLISHED))

    assert days == Interval.day(date(1999, 5, 17))
    assert any("“Monday” (past) from 1999-05-20" in reason for reason in reasons)


def test_a_day_written_in_figures_is_two_days_and_not_a_month() -> None:
    """
    5/6/1999 under "said on Saturday": the 5th of June was one, the 6th of May was none.
    """
    story = page("a", "Lowmark said on Saturday that it would wait.")
    shown = DateCandidate("banner", Interval(date(1999, 5, 6), date(1999, 6, 5)), "5/6/1999")
    story = replace(story, document=replace(story.document, dates=(shown,)))

    dating = dated(story)["a"]

    assert dating.published == Interval.day(date(1999, 6, 5))


def test_a_term_that_is_set_lies_ahead_of_its_page() -> None:
    """
    "If they did not answer by 15 June" is no news of the day after the term.
    """
    text = "Lowmark said on Friday that it would strike if the Pact did not pay by 15 June."
    plain = page("a", text, ("banner", "1999-06-20"))
    term = replace(plain.timexes[1], signal="by", direction=Direction.PAST)
    story = replace(plain, timexes=(plain.timexes[0], term))

    dating = dated(story)["a"]

    assert dating.page_date_trusted is False
    assert not dating.published.latest or dating.published.latest < date(1999, 6, 16)


def test_two_weeks_that_fit_alike_are_both_kept() -> None:
    """
    The Monday of neither week is chosen where nothing speaks for one of them.
    """
    pages = [
        page("a", "Lowmark said on Monday that the Dray Pact had not come to Osterholt."),
        page("b", LATER, ("json-ld", "1999-05-06")),
        page("c", LATER, ("json-ld", "1999-05-20")),
    ]

    published = dated(*pages)["a"].published

    assert published.days is None or published.days > 3
