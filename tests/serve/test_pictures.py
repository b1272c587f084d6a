"""
The pictures in docs/: taken of the pages as they are, by `make pictures`.

A plain test run takes them too, and compares their size with what stands in docs/; the
bytes differ from one machine's letters to another's.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from verbale.ask.dossier import collect
from verbale.export.html import html_brief
from verbale.pipeline import build
from verbale.store import open_record

IMAGES = Path(__file__).parents[2] / "docs" / "images"
WRITE = os.environ.get("PICTURES") == "write"
WIDTH, HEIGHT = 960, 640
# Name of the picture, and the view it shows; what is to be seen of it begins at an element.
PICTURES = (
    ("overview", "/", "body"),
    ("timeline", "/timeline?since=2014-02-10&until=2014-03-01", "nav.zoom"),
    ("positions", "/positions?known=2014-03-20&known_since=2014-02-10", "#changing"),
    ("demands", "/demands?party=Iceland", "h1"),
    ("source", "/documents/{page}", ".legend"),
)


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the examples."""
    record = tmp_path_factory.mktemp("talks") / "talks.verbale"
    build([IMAGES.parents[1] / "examples" / "pages"], record)
    return record


@pytest.fixture
def sheet(browser: Any) -> Iterator[Any]:
    page = browser.new_page(
        viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
    )
    yield page
    page.close()


def _take(page: Any, name: str, begin: str) -> None:
    """Take the picture, and put it into docs/ or hold it against the one there."""
    page.evaluate("selector => document.querySelector(selector).scrollIntoView()", begin)
    taken = page.screenshot(animations="disabled", caret="hide")
    target = IMAGES / f"{name}.png"
    if WRITE:
        IMAGES.mkdir(exist_ok=True)
        target.write_bytes(taken)
    assert _size(taken) == _size(target.read_bytes()) == (WIDTH, HEIGHT)
    assert target.stat().st_size < 200_000


def _size(picture: bytes) -> tuple[int, int]:
    """Width and height, as a PNG's head says."""
    assert picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_the_pages_look_as_the_pictures_show(
    sheet: Any, talks: Path, serve: Callable[..., AbstractContextManager[str]]
) -> None:
    """
    Each picture is of a view that is there, and of the size of the one in docs/.
    """
    with open_record(talks) as view:
        page = next(
            e.document.id for e in view.documents() if e.document.page.name.startswith("03")
        )
    with serve(talks) as address:
        for name, view_address, begin in PICTURES:
            answer = sheet.goto(address + view_address.format(page=page))
            assert answer.status == 200, view_address
            _take(sheet, name, begin)


def test_the_brief_looks_as_its_picture_shows(sheet: Any, talks: Path, tmp_path: Path) -> None:
    """
    Its first screen, with who stands where on what.
    """
    with open_record(talks) as view:
        (tmp_path / "brief.html").write_text(html_brief(collect(view)), encoding="utf-8")
    sheet.goto((tmp_path / "brief.html").as_uri())

    _take(sheet, "brief", "body")


def test_every_picture_stands_in_a_page_of_the_documentation() -> None:
    """
    None is kept that nobody sees.
    """
    shown = "".join(page.read_text(encoding="utf-8") for page in IMAGES.parent.glob("*.md"))

    assert {path.stem for path in IMAGES.glob("*.png")} == {"brief", *(p[0] for p in PICTURES)}
    assert [
        path.name for path in IMAGES.glob("*.png") if f"(images/{path.name})" not in shown
    ] == []
