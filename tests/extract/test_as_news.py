"""What a page tells as its own news is judged case by case (cases/news.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.extract.days.opening import day_of_story
from verbale.model.document import Document, Page

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("news.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_news_is_told_from_background_as_the_case_says(case: dict[str, Any]) -> None:
    """
    Acts told without a day: those of the page's own news, and no others.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    annotated = annotate(Document(id="page", page=page, text=case["text"]), load_parser())
    found = extract(annotated)
    told = [report.trigger.text for report in found.reports if report.as_news]
    day = day_of_story(annotated)

    assert [word for word in dict.fromkeys(told) if word in case["text"].split()] == case["news"]
    if "day" in case:
        assert day is not None
        assert annotated.timexes[day].text == case["day"]
