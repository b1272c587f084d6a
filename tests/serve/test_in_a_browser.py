"""
The pages in a browser: with a mouse, by assistive tools, narrow and wide.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


def _until(page: Any, says: Callable[[str], bool]) -> None:
    """Wait until the address says something; no page is loaded when the script changes it."""
    for _ in range(400):
        if says(page.url):
            return
        page.wait_for_timeout(25)
    raise AssertionError(page.url)


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1200, "light")])
def test_axe_finds_nothing_serious_and_nothing_runs_off_the_screen(
    browser: Any, address: str, width: int, scheme: str, views: tuple[str, ...]
) -> None:
    """
    Every view, narrow and wide, with every fold open.
    """
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    found: list[tuple[str, ...]] = []
    for view in views:
        page.goto(address + view)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((view, "wider than the screen"))
        violations = axe.Axe().run(page).response["violations"]
        found += [
            (view, each["id"], each["nodes"][0]["html"][:120])
            for each in violations
            if each["impact"] in ("serious", "critical")
        ]
    context.close()

    assert found == []


def test_on_a_telephone_the_menu_shows_where_one_is(browser: Any, address: str) -> None:
    """
    It scrolls sideways, and the view that is open is scrolled into sight.
    """
    page = browser.new_page(viewport={"width": 360, "height": 800})
    hidden = []
    for view in ("/", "/rounds", "/documents", "/documents/d1"):
        page.goto(address + view)
        open_one = page.locator(".menu [aria-current]").bounding_box()
        if open_one["x"] < 0 or open_one["x"] + open_one["width"] > 360:
            hidden.append((view, open_one))
    page.close()

    assert hidden == []


def test_the_timeline_is_seen_closer_by_hand(browser: Any, address: str) -> None:
    """
    A drag over some days, the keys + and 0 in the drawing, and the links: each draws anew
    in its place, and the address follows. A drag follows no link under it.
    """
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(address + "/timeline")
    page.evaluate("window.same = true")
    whole = page.locator("nav.zoom strong").inner_text()
    sheet = page.locator(".chart svg").bounding_box()

    page.mouse.move(sheet["x"] + sheet["width"] * 0.3, sheet["y"] + 60)
    page.mouse.down()
    page.mouse.move(sheet["x"] + sheet["width"] * 0.5, sheet["y"] + 60, steps=5)
    page.mouse.up()
    _until(page, lambda url: "since=2031-" in url)
    dragged = (page.url, page.locator("nav.zoom strong").inner_text())
    page.locator(".chart").focus()
    page.keyboard.press("0")
    _until(page, lambda url: "since=" not in url)
    back = page.locator("nav.zoom strong").inner_text()
    page.keyboard.press("+")
    _until(page, lambda url: "since=2031-" in url)
    focused = page.evaluate("document.activeElement.id")
    at = page.url
    page.get_by_role("link", name="later").click()
    _until(page, lambda url: url != at)
    told = page.locator("#shown").inner_text()
    moved = page.locator("nav.zoom strong").inner_text()

    same = page.evaluate("window.same")
    page.close()
    assert "#line" not in dragged[0]
    assert dragged[1] != whole == back
    assert focused == "chart"
    assert told == moved
    assert same


def test_a_slider_moves_the_day_and_marks_what_moved(browser: Any, address: str) -> None:
    """
    Back by some days and forth again: the address follows, and the cells say what they were.
    """
    page = browser.new_page()
    page.goto(address + "/positions")

    page.locator("#known-slider").focus()
    with page.expect_response(lambda answer: "known=" in answer.url):
        page.keyboard.press("Home")
    page.wait_for_function("location.search.includes('known=2031-03-11')")
    page.wait_for_selector("text=moved by what pages told")
    told = page.locator("#changing").inner_text()

    page.close()
    assert "moved" in told


def test_from_a_line_to_its_words_and_back(browser: Any, address: str) -> None:
    """
    A quotation leads into its page at its words; the number beside them to the line.
    """
    page = browser.new_page()
    page.goto(address + "/timeline")

    page.locator("#line-a2 a.place").click()
    words = page.locator("#asked").inner_text()
    page.locator("a.ref[id^=at-]").last.click()
    line = page.evaluate("document.querySelector(':target').innerText")
    page.locator(":target a.why").click()

    told = page.locator("h1").inner_text()
    page.close()
    assert "Isle Union rejected" in words
    assert "Isle Union" in line
    assert "Isle Union" in told
