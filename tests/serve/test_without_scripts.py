"""
The pages in a browser without scripts: everything is there.
"""

from __future__ import annotations

from typing import Any


def test_everything_is_there_without_scripts(browser: Any, address: str) -> None:
    """
    The matrix takes its days from a form, the timeline its filters; folds unfold.
    """
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(address + "/positions")
    page.fill("#since", "2031-03-01")
    page.get_by_role("button", name="Show").click()
    moved = page.locator("td.moved").count()
    page.goto(address + "/timeline")
    page.locator("details.filters summary").click()
    page.select_option("#modality", "planned")
    page.get_by_role("button", name="Show").click()
    acts = page.locator("ol.lines > li").count()
    address_says = page.url

    context.close()
    assert moved > 0
    assert acts == 1
    assert "modality=planned" in address_says


def test_every_view_says_the_same_without_scripts(
    browser: Any, address: str, views: tuple[str, ...]
) -> None:
    """
    What a script adds is sliders and keys; no word of a view depends on it.
    """
    words = "document.querySelectorAll('.slider').forEach(each => each.remove());"
    words += "document.getElementById('main').textContent.replace(/\\s+/g, ' ')"
    told: dict[bool, list[str]] = {}
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        told[scripts] = []
        for view in views:
            page.goto(address + view)
            told[scripts].append(page.evaluate(words))
        context.close()

    assert told[True] == told[False]
    assert all(told[False])


def test_the_timeline_is_seen_closer_without_scripts(browser: Any, address: str) -> None:
    """
    Each step is a link whose address says the days; the form takes days of one's own.
    """
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/timeline")
    whole = page.locator("nav.zoom strong").inner_text()

    page.get_by_role("link", name="closer").click()
    closer = (page.url, page.locator("nav.zoom strong").inner_text())
    page.get_by_role("link", name="all days").click()
    back = page.locator("nav.zoom strong").inner_text()
    page.locator("details.filters summary").click()
    page.fill("#since", "2031-03-10")
    page.fill("#until", "2031-03-12")
    page.get_by_role("button", name="Show").click()
    own = page.locator("nav.zoom strong").inner_text()

    context.close()
    assert "since=2031-" in closer[0]
    assert closer[1] != whole == back
    assert own == "10–12 March 2031"
