"""
Nouns that point at acts: kept apart from the acts that a page tells.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verbale.annotate import annotate
from verbale.annotate.parsing import load_parser
from verbale.extract import extract
from verbale.model.document import Document, Page

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("echoes.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_nouns_point_at_acts_and_look_alikes_do_not(case: dict[str, Any]) -> None:
    """
    Each with the kind of act it points at and the day told with it.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    read = extract(annotate(Document(id="a", page=page, text=case["text"]), load_parser()))

    found = [
        [echo.type.value, " ".join(read.timexes[i].text for i in echo.timexes)]
        for echo in read.echoes
    ]
    assert found == case["echoes"]
