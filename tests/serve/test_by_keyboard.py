"""
The pages in a browser by keyboard alone.
"""

from __future__ import annotations

from typing import Any

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


def test_every_view_is_walked_by_keyboard(
    browser: Any, address: str, views: tuple[str, ...]
) -> None:
    """
    The tabulator reaches every link, field, fold and scrolling table, in the order of the
    page, shows where it is, and leaves at the end.
    """
    page = browser.new_page()
    missed = []
    for view in views:
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
