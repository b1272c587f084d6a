"""
Page dates from language, tested with cases: see tests/link/cases/dating*.toml.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.link.actors.register import register_actors
from verbale.link.dating.dating import date_pages
from verbale.model.dating import Dating
from verbale.model.document import DateCandidate, Document, Page
from verbale.model.interval import Interval
from verbale.model.span import Span

CASES = Path(__file__).parents[1] / "cases"


def cases() -> list[Any]:
    """Every case, known failures marked as strict."""
    return [
        pytest.param(
            case,
            id=case["label"],
            marks=[pytest.mark.xfail(strict=True)] if case.get("expect") == "fail" else [],
        )
        for name in ("dating.toml", "dating_days.toml")
        for case in tomllib.loads((CASES / name).read_text(encoding="utf-8"))["case"]
    ]


def read(name: str, page: dict[str, str]) -> Document:
    """A page with its headline, and the days it shows by origin."""
    text = page["text"]
    title = page.get("title")
    if title:
        text = f"{title}\n\n{text}"
    shown = [
        (origin, page[origin])
        for origin in ("meta", "banner", "byline", "updated")
        if origin in page
    ]
    return Document(
        id=name,
        page=Page(path=name, name=name, sha256=name, media="text/plain"),
        text=text,
        title=Span.of(text, 0, len(title)) if title else None,
        dates=tuple(
            DateCandidate(origin, Interval.day(date.fromisoformat(day)), day)
            for origin, day in shown
        ),
    )


def dated(case: dict[str, Any]) -> dict[str, Dating]:
    """The case's pages, dated as one pile."""
    parser = load_parser()
    pages = [extract(annotate(read(name, page), parser)) for name, page in case["pages"].items()]
    return date_pages(pages, register_actors(pages, ()))


@pytest.mark.parametrize("case", cases())
def test_pages_are_dated_as_the_case_tells(case: dict[str, Any]) -> None:
    """
    Every page with `within` has its day in these days; one with `holds` has it among its own.
    """
    datings = dated(case)

    for name, page in case["pages"].items():
        found = datings[name].published
        if "within" in page:
            first, last = (date.fromisoformat(day) for day in page["within"])
            assert found.earliest and found.latest, datings[name].reason
            assert first <= found.earliest <= found.latest <= last, datings[name].reason
        if "holds" in page:
            assert found.known, datings[name].reason
            assert all(date.fromisoformat(day) in found for day in page["holds"]), found
        if "trusted" in page:
            assert datings[name].page_date_trusted is page["trusted"], datings[name].reason
        if "reason" in page:
            reasons = [datings[name].reason, *(line.reason for line in datings[name].evidence)]
            assert any(page["reason"] in reason for reason in reasons), reasons
