"""
The pages in a browser: with a mouse, by keyboard, by assistive tools, without scripts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

Serve = Callable[..., AbstractContextManager[str]]
VIEWS = (
    "/",
    "/timeline",
    "/positions?since=2031-03-01",
    "/demands",
    "/proposals",
    "/rounds",
    "/deadlines",
    "/conflicts",
    "/siding",
    "/changes",
    "/statements",
    "/actors",
    "/actors/norland",
    "/documents",
    "/documents/d1?at=31-38",
    "/explain/a1",
    "/search?q=ferries",
    "/problems",
    "/edits",
    "/nowhere",
)


# What the tabulator must reach, numbered; and where it is, with whether that can be seen.
LIST_FOCUSABLE = """() => {
  const all = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']")];
  const shown = all.filter(each => each.checkVisibility());
  shown.forEach((each, number) => { each.dataset.number = number; });
  return shown.length;
}"""
TELL_FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at);
  const inside = at.querySelector("rect");
  const marked = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
    || (inside && getComputedStyle(inside).strokeWidth === "3px")
    || at.type === "date";  // the browser marks the part of the day inside
  return { number: Number(at.dataset.number), marked: Boolean(marked),
           words: (at.textContent || at.id).slice(0, 60) };
}"""


def _until(page: Any, says: Callable[[str], bool]) -> None:
    """Wait until the address says something; no page is loaded when the script changes it."""
    for _ in range(400):
        if says(page.url):
            return
        page.wait_for_timeout(25)
    raise AssertionError(page.url)


@pytest.fixture
def address(record_file: Path, serve: Serve) -> Iterator[str]:
    """The small record on a running server that takes corrections."""
    with serve(record_file, editing=True) as address:
        yield address


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1200, "light")])
def test_axe_finds_nothing_serious_and_nothing_runs_off_the_screen(
    browser: Any, address: str, width: int, scheme: str
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
    for view in VIEWS:
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


def test_every_view_says_the_same_without_scripts(browser: Any, address: str) -> None:
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
        for view in VIEWS:
            page.goto(address + view)
            told[scripts].append(page.evaluate(words))
        context.close()

    assert told[True] == told[False]
    assert all(told[False])


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


def test_every_view_is_walked_by_keyboard(browser: Any, address: str) -> None:
    """
    The tabulator reaches every link, field, fold and scrolling table, in the order of the
    page, shows where it is, and leaves at the end.
    """
    page = browser.new_page()
    missed = []
    for view in VIEWS:
        page.goto(address + view)
        wanted = page.evaluate(LIST_FOCUSABLE)
        seen: list[int] = []
        for _ in range(5 * wanted + 20):  # a day has a stop for each of its parts
            page.keyboard.press("Tab")
            at = page.evaluate(TELL_FOCUS)
            if at is None or (len(seen) > 1 and at["number"] == 0):
                break
            if not seen or seen[-1] != at["number"]:
                seen.append(at["number"])
            if not at["marked"]:
                missed.append((view, at["words"], "no mark of the focus"))
        if sorted(seen) != list(range(wanted)):
            missed.append((view, seen, f"of {wanted}"))
    page.close()

    assert missed == []


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


def test_the_keyboard_alone_gets_everywhere(browser: Any, address: str) -> None:
    """
    Past the menu by the first link, to the search by its key, and into a fold.
    """
    page = browser.new_page()
    page.goto(address + "/timeline")

    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    main = page.evaluate("document.activeElement.id")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    unfolded = page.locator("details.filters[open]").count()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type("toll")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=toll")
    hits = page.locator("mark.hit").count()

    page.close()
    assert (first, main) == ("To the content", "main")
    assert unfolded == 1
    assert hits > 0


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


def test_none_of_fifty_hostile_pages_runs(browser: Any, hostile_file: Path, serve: Serve) -> None:
    """
    With the policy of the pages switched off, so that escaping alone must hold.
    """
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(f"a dialog: {dialog.message}"))
    page.on("request", lambda request: asked.append(request.url))
    views = [
        view.partition("?")[0] for view in VIEWS if "/a1" not in view and "norland" not in view
    ]
    views = [view for view in views if not view.startswith("/documents/")]
    views += [f"/documents/h{number:02}" for number in range(50)]
    views += ["/search?q=script", "/explain/act-000000000001", "/actors/x01"]
    ran = []
    with serve(hostile_file) as address:
        for view in views:
            page.goto(address + view)
            if page.evaluate("window.ran"):
                ran.append(view)
    context.close()

    outside = [url for url in asked if not url.startswith(address)]
    assert ran == []
    assert outside == []


def test_the_policy_stops_what_escaping_would_miss(browser: Any, address: str) -> None:
    """
    A script put into a page by hand does not run, and the pages' own does.
    """
    page = browser.new_page()
    page.goto(address + "/documents/d1")

    page.evaluate(
        "const it = document.createElement('script'); it.textContent = 'window.ran = 1';"
        "document.body.append(it)"
    )

    ran = page.evaluate("window.ran")
    page.close()
    assert ran is None
