"""
The brief in a browser: readable by assistive tools, on a telephone, on paper, without a script.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from verbale.ask.dossier import collect
from verbale.export.html import html_brief
from verbale.store import open_record


@pytest.fixture
def page_file(record_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "brief.html"
    with open_record(record_file) as view:
        dossier = collect(view, since=date(2031, 3, 10))
    path.write_text(html_brief(dossier), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1100])
def test_axe_finds_nothing(browser: Any, page_file: Path, scheme: str, width: int) -> None:
    """
    Landmarks, headings, contrast and table headers, in both colours and both widths.
    """
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(page_file.as_uri())

    found = axe.Axe().run(page).response["violations"]

    context.close()
    assert [violation["id"] for violation in found] == []


def test_nothing_runs_off_a_narrow_screen(browser: Any, page_file: Path) -> None:
    """
    Wide tables scroll inside themselves, and can be reached by the keyboard.
    """
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(page_file.as_uri())

    width = page.evaluate("document.documentElement.scrollWidth")
    reachable = page.evaluate(
        "[...document.querySelectorAll('.scroll')].every(each => each.tabIndex === 0)"
    )

    page.close()
    assert width <= 360
    assert reachable


def test_it_works_without_scripts_and_asks_the_network_for_nothing(
    browser: Any, page_file: Path
) -> None:
    """
    More passages unfold by themselves; no request leaves the file.
    """
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(page_file.as_uri())
    details = page.locator("details").first

    details.locator("summary").click()

    unfolded = details.locator("blockquote").first.is_visible()
    context.close()
    assert unfolded
    assert requests == [page_file.as_uri()]


def test_paper_shows_what_the_screen_folds(
    browser: Any, page_file: Path, record_file: Path
) -> None:
    """
    Every passage is printed under its number, and a line has the numbers of those that
    the screen folds.
    """
    pypdf = pytest.importorskip("pypdf")
    page = browser.new_page()
    page.goto(page_file.as_uri())
    target = page_file.with_suffix(".pdf")

    page.pdf(path=str(target), prefer_css_page_size=True)

    page.close()
    text = " ".join(
        " ".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(target).pages
    )
    with open_record(record_file) as view:
        acts = collect(view).timeline
    for source in (source for act in acts for source in act.sources):
        assert f"“{' '.join(source.quote.split())}”" in text
    assert "3.1 “The round in Port Maro was held on Tuesday”" in text
    assert "also [3.1]" in text
    assert "1 / " in text


def test_a_number_leads_to_its_passage(browser: Any, page_file: Path) -> None:
    """
    The fold under the source opens at it, without a script.
    """
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())

    page.locator("#timeline ~ ol a.cite").first.click()

    shown = page.locator("li:target").inner_text()
    seen = page.locator("li:target").is_visible()
    context.close()
    assert seen
    assert "Norland demanded free passage" in shown
