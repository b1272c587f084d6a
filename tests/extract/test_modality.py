"""Modality is judged word by word on the cases in cases/modality.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract.modality.judging import judge
from verbale.model.document import Document, Page

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("modality.toml").read_text(encoding="utf-8")
)["case"]


def _marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True)] if case.get("expect") == "fail" else []
    return pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", list(map(_marked, CASES)))
def test_an_act_is_told_as_its_sentence_tells_it(case: dict[str, Any]) -> None:
    """
    The word of the act, at its place, gets the modality the case names.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    annotated = annotate(Document(id="a", page=page, text=case["text"]), load_parser())

    word = annotated.parse.token_at(case["text"].index(case["word"]))

    assert word is not None
    assert judge(annotated, word.i).modality == case["modality"]
