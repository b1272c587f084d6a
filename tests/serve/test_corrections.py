"""
Corrections from a browser: made, listed, undone, and taken from our own pages only.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from verbale.pipeline import build
from verbale.serve.app import make_app
from verbale.store import open_record

HERE = "http://127.0.0.1"
OURS = {"origin": HERE}
Correct = Callable[..., str]
PAGES = {
    "one.txt": (
        "Ferry talks open\n\nTuesday, 11 March 2031\n\nNorland demanded free passage for its "
        "ferries from the Isle Union on Monday. “We will not pay the toll,” said Norland's "
        "envoy Ada Brandt. The Isle Union rejected the demand.\n"
    ),
    "two.txt": (
        "Norland and the Isle Union meet\n\nThursday, 13 March 2031\n\nNorland and the Isle "
        "Union held talks in Port Maro on Wednesday, envoy Ada Brandt said.\n"
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two pages, read once for all tests of this module."""
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    record = tmp_path_factory.mktemp("record") / "ferries.verbale"
    build([folder], record)
    return record


@pytest.fixture
def record(built: Path, tmp_path: Path) -> Path:
    """A copy of it to correct."""
    return Path(shutil.copy(built, tmp_path / "ferries.verbale"))


@pytest.fixture
def editor(record: Path) -> Iterator[TestClient]:
    """Requests to a server that takes corrections."""
    with TestClient(make_app(record, editing=True), base_url=HERE) as client:
        yield client


def _form(kind: str, *targets: str, value: str | None = None) -> dict[str, object]:
    form: dict[str, object] = {
        "kind": kind,
        "target": list(targets),
        "author": "Ida Holm",
        "reason": "the page says so",
    }
    return form if value is None else {**form, "value": value}


def _first(record: Path, query: str) -> str:
    with open_record(record) as view:
        return str(view.rows(query)[0][0])


def test_a_page_gets_its_day_by_hand_and_loses_it_again(editor: TestClient, record: Path) -> None:
    """
    The day is the page's after one form, the list tells who set it, and undoing takes it back.
    """
    page = _first(record, "SELECT id FROM documents ORDER BY name")

    answer = editor.post(
        "/edits", data=_form("set-page-date", page, value="2031-03-20"), headers=OURS
    )
    dated = editor.get(f"/documents/{page}").text
    listed = editor.get("/edits").text
    edit = _first(record, "SELECT id FROM edits")
    undone = editor.post("/edits", data=_form("undo", edit), headers=OURS)

    assert answer.status_code == undone.status_code == 200  # both lead back to the list
    assert "20 March 2031" in dated
    assert "Ida Holm: the page says so" in listed
    assert "20 March 2031" not in editor.get(f"/documents/{page}").text
    assert "undone" in editor.get("/edits").text


def test_an_actor_gets_another_name(editor: TestClient, record: Path) -> None:
    """
    The new name stands on the actor's page, with the old one among its spellings.
    """
    actor = _first(record, "SELECT id FROM actors WHERE name LIKE '%Brandt%'")

    editor.post("/edits", data=_form("rename-actor", actor, value="A. Brandt"), headers=OURS)

    assert "<h1>A. Brandt</h1>" in editor.get(f"/actors/{actor}").text


def test_a_line_marked_wrong_is_told_no_more(editor: TestClient, record: Path) -> None:
    """
    It is gone from the timeline, and its id leads to who marked it.
    """
    act = _first(
        record, "SELECT act FROM act_reports GROUP BY act HAVING count(*) = 1 ORDER BY act"
    )

    answer = editor.post("/edits", data=_form("mark-wrong", act), headers=OURS)

    assert answer.status_code == 200
    assert f'id="line-{act}"' not in editor.get("/timeline").text
    assert "Ida Holm" in editor.get(f"/explain/{act}").text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1.evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_page_changes_nothing(
    editor: TestClient, record: Path, headers: dict[str, str]
) -> None:
    """
    Without the browser's word that the form is ours, it is refused.
    """
    page = _first(record, "SELECT id FROM documents")

    answer = editor.post(
        "/edits", data=_form("set-page-date", page, value="2031-03-20"), headers=headers
    )

    assert answer.status_code == 403
    with open_record(record) as view:
        assert view.edits() == ()


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"kind": "dance", "target": "x", "author": "I", "reason": "r"},
        {"kind": "set-page-date", "target": "none", "value": "2031-03-20", "author": "I",
         "reason": "r"},
        {"kind": "undo", "target": "none", "author": "I", "reason": "r"},
        {"kind": "rename-actor", "target": "nobody", "value": "x", "author": "I", "reason": "r"},
        {"kind": "mark-wrong", "target": "x", "author": "", "reason": ""},
        {f"field{number}": "x" for number in range(40)},
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_in_a_sentence(
    editor: TestClient, record: Path, form: dict[str, str]
) -> None:
    """
    400 with the reason, and the record as it was.
    """
    answer = editor.post("/edits", data=form, headers=OURS)

    assert answer.status_code == 400
    with open_record(record) as view:
        assert view.edits() == ()


def test_a_form_without_end_is_cut_off(editor: TestClient) -> None:
    """
    Nobody fills the memory through a form.
    """
    answer = editor.post("/edits", content=b"kind=" + b"x" * 1_000_000, headers=OURS)

    assert answer.status_code == 413


@pytest.fixture
def corrected(
    browser: Any, record: Path, serve: Callable[..., AbstractContextManager[str]]
) -> Iterator[Correct]:
    """Fill a form of a page as a person would, without scripts; gives the list of edits."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with serve(record, editing=True) as address:

        def correct(view: str, label: str, **fields: str) -> str:
            page.goto(address + view)
            page.get_by_text(label, exact=True).click()
            form = page.locator("details[open] form", has=page.locator("[name=kind]"))
            for name, value in fields.items():
                field = form.locator(f"[name={name}]:not([type=hidden])")
                if name == "part":
                    form.get_by_label(value, exact=True).check()
                elif field.evaluate("each => each.tagName") == "SELECT":
                    field.select_option(label=value)
                else:
                    field.fill(value)
            form.locator("[name=reason]").fill("the page says so")
            form.locator("[name=author]").fill("Ida Holm")
            form.get_by_role("button").click()
            page.wait_for_url("**/edits#*")
            return str(page.locator("main").inner_text())

        yield correct
    context.close()


def test_actors_are_merged_and_split_again_in_a_browser(corrected: Correct, record: Path) -> None:
    """
    Two become one under a new name; then the spelling of one is somebody else again.
    """
    with open_record(record) as view:
        found = {actor.name: actor.id for actor in view.actors}
    ids = {found["Norland"], found["Isle Union"]}

    merged = corrected(
        f"/actors/{found['Norland']}",
        "Merge another into this",
        target="Isle Union",
        value="The two coasts",
    )
    with open_record(record) as view:
        together = [actor for actor in view.actors if actor.name == "The two coasts"]
        left = {actor.id for actor in view.actors} & ids
    corrected(
        f"/actors/{together[0].id}",
        "Split off somebody else",
        part="Isle Union",
        value="Union of the Isles",
    )
    with open_record(record) as view:
        apart = {actor.name for actor in view.actors}

    assert "Ida Holm: the page says so" in merged
    assert left == {together[0].id}
    assert {"The two coasts", "Union of the Isles"} <= apart


def test_issues_are_renamed_moved_and_merged_in_a_browser(corrected: Correct, record: Path) -> None:
    """
    Each by its form on the page that explains the issue.
    """
    with open_record(record) as view:
        one, other = (issue.id for issue in view.issues if issue.parent is None)

    corrected(f"/explain/{one}", "Rename", value="the first matter")
    with open_record(record) as view:
        names = {issue.id: issue.label for issue in view.issues}
    corrected(f"/explain/{other}", "Move under another", value="the first matter")
    with open_record(record) as view:
        parents = {issue.id: issue.parent for issue in view.issues}
    corrected(f"/explain/{other}", "Move under another", value="nothing (to the top)")
    corrected(f"/explain/{one}", "Merge another into this", target=names[other])
    with open_record(record) as view:
        left = {issue.id for issue in view.issues}

    assert names[one] == "the first matter"
    assert parents[other] == one
    assert one in left
    assert other not in left


def test_a_page_is_corrected_in_a_browser(
    browser: Any, record: Path, serve: Callable[..., AbstractContextManager[str]]
) -> None:
    """
    By the form on the page; a form of somebody else's page that posts here is refused.
    """
    page = browser.new_page()
    id = _first(record, "SELECT id FROM documents ORDER BY name")
    with serve(record, editing=True) as address:
        page.goto(f"{address}/documents/{id}")
        page.get_by_text("Set its day").click()
        page.fill("#set-page-date-value", "2031-03-20")
        page.fill("#set-page-date-reason", "printed on the paper")
        page.fill("#set-page-date-author", "Ida Holm")
        page.get_by_role("button", name="Correct").click()
        page.wait_for_url("**/edits#*")
        listed = page.locator("main").inner_text()
        page.goto(
            "data:text/html,"
            f"<form method=post action={address}/edits><input name=kind value=undo>"
            "<button>Win a prize</button></form>"
        )
        with page.expect_response(lambda answer: answer.url.endswith("/edits")) as answer:
            page.get_by_role("button").click()
        status = answer.value.status
    page.close()

    assert "Ida Holm: printed on the paper" in listed
    assert status == 403
