"""Acts are found by their constructions, on the cases in cases/*.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.extract.rows import as_rows
from verbale.model.act import ActType, Modality
from verbale.model.document import Document, Page
from verbale.model.extraction import Extraction

CASES = [
    case
    for name in (
        "acts.toml",
        "answers.toml",
        "clauses.toml",
        "families.toml",
        "prices.toml",
        "schedules.toml",
        "stances.toml",
        "wishes.toml",
    )
    for case in tomllib.loads(
        Path(__file__).with_name("cases").joinpath(name).read_text(encoding="utf-8")
    )["case"]
]


def _extraction(text: str) -> Extraction:
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    return extract(annotate(Document(id="a", page=page, text=text), load_parser()))


def _marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True)] if case.get("expect") == "fail" else []
    return pytest.param(case, id=case["label"], marks=marks)


def _tells_more(case: dict[str, Any]) -> bool:
    """Whether a case says more of its act than its kind."""
    return bool({"who", "to", "place", "content", "day", "condition"}.intersection(case))


@pytest.mark.parametrize("case", list(map(_marked, CASES)))
def test_acts_are_told_and_look_alikes_are_not(case: dict[str, Any]) -> None:
    """
    What the case names is found in its modality; what it calls absent did not happen.
    """
    reports = _extraction(case["text"]).reports

    for wanted in case.get("acts", ()):
        found = [(r.type.value, r.modality.value, r.trigger.text) for r in reports]
        assert any(told[: len(wanted)] == tuple(wanted) for told in found), found
    happened = {r.type.value for r in reports if r.modality is Modality.HAPPENED}
    assert not happened.intersection(case.get("absent", ()))
    for kind, number in case.get("times", {}).items():
        told = [r.content.text for r in reports if r.type.value == kind and r.content]
        assert len(told) == number, told


@pytest.mark.parametrize("case", [_marked(case) for case in CASES if _tells_more(case)])
def test_acts_have_their_people_place_day_and_words(case: dict[str, Any]) -> None:
    """
    The first act of the wanted kind has the fields the case names, and no others' people.
    """
    extraction = _extraction(case["text"])

    wanted = case["acts"][0][0]
    report = next(each for each in extraction.reports if each.type.value == wanted)
    people = {"who": report.actors, "to": report.addressees}
    for field, mentions in people.items():
        if field in case:
            assert [extraction.mentions[i].text for i in mentions] == case[field]
    spans = {"place": report.place, "content": report.content, "condition": report.condition}
    for field, span in spans.items():
        if field in case:
            assert (span.text if span is not None else "") == case[field]
    if "day" in case:
        assert [extraction.timexes[i].text for i in report.timexes] == case["day"]


def test_each_clause_of_a_demand_is_on_who_is_to_act_in_it() -> None:
    """
    "That A release the ferry and that B pay": two demands, each on its own party.
    """
    extraction = _extraction(
        "Norway demanded that Malta release the ferry and that Chile pay for the pilots."
    )

    put = [report for report in extraction.reports if report.type is ActType.DEMAND]

    asked = [[extraction.mentions[i].text for i in report.addressees] for report in put]
    assert asked == [["Malta"], ["Chile"]]


def test_talks_with_three_kept_apart_are_three_meetings() -> None:
    """
    "Separate talks with A, B and C" tells three meetings, each with one of them.
    """
    extraction = _extraction("Norway held separate talks with Malta, Portugal and Iceland.")

    met = [report for report in extraction.reports if report.type is ActType.MEET]

    assert [extraction.mentions[r.addressees[0]].text for r in met] == [
        "Malta",
        "Portugal",
        "Iceland",
    ]


def test_talks_with_two_in_two_places_are_two_meetings() -> None:
    """
    "Talks with A and B in P and Q" were held with A in P and with B in Q.
    """
    extraction = _extraction("Norway held talks with Malta and Portugal in Valletta and Lisbon.")

    met = [report for report in extraction.reports if report.type is ActType.MEET]

    assert [
        (extraction.mentions[r.addressees[0]].text, r.place.text if r.place else None) for r in met
    ] == [("Malta", "Valletta"), ("Portugal", "Lisbon")]


def test_talks_with_two_in_one_place_are_one_meeting() -> None:
    """
    One place is that of all who met there.
    """
    extraction = _extraction("Norway held talks with Malta and Portugal in Oslo.")

    met = [report for report in extraction.reports if report.type is ActType.MEET]

    assert [len(report.addressees) for report in met] == [2]


def test_the_fields_of_an_act_stand_in_the_page() -> None:
    """
    Every span of every report is, character for character, in the text.
    """
    text = (
        "Norway demanded that Malta withdraw its fleet by Friday, warning of “other means” "
        "if the talks in Geneva fail. Malta handed a draft treaty to Norway on Monday."
    )

    reports = _extraction(text).reports

    assert reports
    for report in reports:
        for span in (report.trigger, report.passage, report.content, report.condition):
            assert span is None or text[span.start : span.end] == span.text


def test_rows_name_who_acted_with_country_and_sector() -> None:
    """
    A row names its actors with their party's country code and sector.
    """
    rows = as_rows(_extraction("The Norwegian government rejected the plan."))

    refusal = next(row for row in rows if row["type"] == "reject")
    assert refusal["plover"] == "REJECT"
    assert [(a["country"], a["sector"]) for a in refusal["actors"]] == [("NOR", "GOV")]


def test_the_same_text_gives_the_same_reports() -> None:
    """
    Extraction has no memory and no chance in it.
    """
    text = "Norway accused Malta of deploying missiles and called for talks in Geneva."

    assert _extraction(text).reports == _extraction(text).reports


def test_a_number_keeps_its_unit_and_how_exact_it_is() -> None:
    """
    "About 40,000 troops" is a value, a unit and a qualifier.
    """
    reports = _extraction("Norway deployed about 40,000 troops near the border.").reports

    moved = next(report for report in reports if report.type is ActType.DEPLOY)

    quantity = moved.quantities[0]
    assert (quantity.value, quantity.unit, quantity.qualifier) == (40000, "troop", "about")


def test_the_time_of_another_clause_is_not_the_acts() -> None:
    """
    Only a time that hangs on the act, or on the verb it serves, dates it.
    """
    extraction = _extraction(
        "Norway rejected on Tuesday the draft that Malta had published on Friday."
    )

    times = {
        report.type: [extraction.timexes[i].text for i in report.timexes]
        for report in extraction.reports
    }

    assert times[ActType.REJECT] == ["Tuesday"]
    assert times[ActType.PUBLISH] == ["Friday"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Norway offered 2.5 per cent.", 2.5, "percent"),
        ("Norway offered a rise of 3%.", 3.0, "percent"),
        ("Norway offered $120 bln a year.", 120e9, "dollar"),
        ("Norway offered $140bn.", 140e9, "dollar"),
        ("Norway offered 40 million euros.", 40e6, "euro"),
    ],
)
def test_shares_and_sums_have_one_unit_however_written(text: str, value: float, unit: str) -> None:
    """
    So that what one page writes "%" is held against another's "per cent".
    """
    reports = _extraction(text).reports

    (offer,) = [report for report in reports if report.type is ActType.PROPOSE]

    assert [(each.value, each.unit) for each in offer.quantities] == [(value, unit)]


def test_three_ministers_are_those_of_the_table_told_before() -> None:
    """
    A number of ministers that fits the table is that table; another number is not.
    """
    text = (
        "Delegates of Malta, Norway and Portugal met in Oslo on Monday. "
        "A protocol was signed by the three ministers. A text was signed by the four ministers."
    )
    extraction = _extraction(text)

    three, four = (report for report in extraction.reports if report.type is ActType.SIGN)

    assert [extraction.mentions[i].text for i in three.actors] == ["Malta", "Norway", "Portugal"]
    assert [extraction.mentions[i].text for i in four.actors] == ["the four ministers"]
