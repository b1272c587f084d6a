"""
Hostile pages in a browser: nothing of theirs runs.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

Serve = Callable[..., AbstractContextManager[str]]


def test_none_of_fifty_hostile_pages_runs(
    browser: Any, hostile_file: Path, serve: Serve, views: tuple[str, ...]
) -> None:
    """
    With the policy of the pages switched off, so that escaping alone must hold.
    """
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(f"a dialog: {dialog.message}"))
    page.on("request", lambda request: asked.append(request.url))
    # The documents, acts and actors of the small record are not in this one.
    elsewhere = ("/documents/", "/explain/", "/actors/")
    addresses = [view.partition("?")[0] for view in views if not view.startswith(elsewhere)]
    addresses += [f"/documents/h{number:02}" for number in range(50)]
    addresses += ["/search?q=script", "/explain/act-000000000001", "/actors/x01"]
    ran = []
    with serve(hostile_file) as address:
        for view in addresses:
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
