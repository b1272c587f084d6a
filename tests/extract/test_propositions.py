"""Minutes are taken apart into propositions, on cases/propositions.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract.minutes.propositions import propositions
from verbale.model.document import Document, Page

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("propositions.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_minutes_tell_who_stands_where(case: dict[str, Any]) -> None:
    """
    Every party named for or against a point is found, and nobody else.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    annotated = annotate(Document(id="a", page=page, text=case["text"]), load_parser())

    found = [[p.actor.text, p.predicate.text, p.opposed] for p in propositions(annotated)]

    assert found == case["found"]
