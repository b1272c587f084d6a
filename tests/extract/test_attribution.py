"""Attribution is judged case by case (cases/attribution.toml); hostile pages cost little."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from verbale.annotate import annotate, load_parser
from verbale.annotate.parsing import parse
from verbale.annotate.quotes import quoted_regions
from verbale.extract.attribution.statements import as_polnear, find_statements
from verbale.model.annotated import AnnotatedDocument
from verbale.model.document import Document, Page
from verbale.model.mention import Mention
from verbale.model.span import Span
from verbale.model.statement import Statement

FOLDER = Path(__file__).with_name("cases")
CASES = [
    case
    for name in ("attribution.toml", "attribution_context.toml")
    for case in tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))["case"]
]
EDGES = " \t\n.,;:!?“”\"'‘’„«»–—-"
# Seconds of find_statements on a hostile page; measured .18 at most on the slower of two cores.
LONGEST = 3.0


def _document(text: str) -> Document:
    return Document(id="a1", page=Page("a1", "a1", "0", "text/plain"), text=text)


def _marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True)] if case.get("expect") == "fail" else []
    return pytest.param(case, id=case["label"], marks=marks)


def _text(span: Span | None) -> str:
    return "" if span is None else span.text.strip(EDGES)


def _shown(
    statement: Statement, wanted: dict[str, Any], mentions: Sequence[Mention] = ()
) -> dict[str, Any]:
    """The fields of a statement that a case names, without the marks at the edges."""
    speaker = statement.speaker
    fields = {
        "speaker": mentions[speaker].text if mentions and speaker is not None else "",
        "source": _text(statement.source),
        "content": " … ".join(_text(span) for span in statement.content),
        "cue": _text(statement.cue),
        "kind": statement.kind.value,
        "sayer": statement.sayer,
        "addressee": _text(statement.addressee),
        "channel": _text(statement.channel),
        "on_behalf_of": _text(statement.on_behalf_of),
        "via": [_text(span) for span in statement.via],
        "unsure": statement.unsure is not None,
        "nested": statement.inside is not None,
    }
    return {name: fields[name] for name in wanted}


@pytest.mark.parametrize("case", list(map(_marked, CASES)))
def test_statements_are_found_as_the_case_tells(case: dict[str, Any]) -> None:
    """
    The outermost statements are the wanted ones, no more; nested ones are among all.
    """
    annotated = annotate(_document(case["text"]), load_parser())

    found = find_statements(annotated)

    outermost = [s for s in found if s.inside is None]
    wanted = case["statements"]
    assert len(outermost) == len(wanted), [
        _shown(s, {"source": 1, "content": 1}) for s in outermost
    ]
    for statement, fields in zip(outermost, wanted, strict=True):
        assert _shown(statement, fields, annotated.mentions) == fields
    for fields in case.get("nested", []):
        assert fields in [_shown(s, fields) for s in found if s.inside is not None]


@pytest.mark.parametrize(
    "text",
    [
        '"' * 5000,
        "“" * 5000,
        "“ he said ” “" * 1500,
        "He said: “" + "We will not sign the paper that they sent us. " * 400,
        ", ".join(f"Envoy Vella{i}" for i in range(300)) + " said that the talks had failed.",
        "He said " * 1500 + "it failed.",
        "“We will go,” he said. " * 1000,
        "according to " * 1500,
        "X: " * 2000,
        "",
        " \n \n",
        "“",
    ],
    ids=lambda text: text[:12] or "empty",
)
def test_a_hostile_page_costs_little_and_raises_nothing(text: str) -> None:
    """
    Thousands of marks, sayings in sayings, lists of speakers: bounded time, sound spans.
    """
    tree = parse(text, load_parser())
    page = AnnotatedDocument(_document(text), tree, quotes=quoted_regions(text))

    started = time.process_time()
    found = find_statements(page)
    as_polnear(found, page)

    assert time.process_time() - started < LONGEST
    for statement in found:
        for span in statement.content:
            assert text[span.start : span.end] == span.text


def test_marks_of_direction_do_not_hide_a_speaker() -> None:
    """
    Right-to-left marks around a name and a quotation leave both found.
    """
    text = "\u200f“We will not sign this,”\u200e said Minister \u202bVella\u202c on Friday."

    found = find_statements(annotate(_document(text), load_parser()))

    assert len(found) == 1
    assert _text(found[0].source).startswith("Minister")
    assert found[0].kind.value == "direct"


def test_the_saying_is_dated_and_what_was_said_is_not_its_date() -> None:
    """
    "said on Monday that talks start on Friday": the saying is of Monday.
    """
    text = "Vella said on Monday that the talks will start on Friday."
    annotated = annotate(_document(text), load_parser())
    if not annotated.timexes:
        pytest.skip("no time expressions are marked")

    statement = find_statements(annotated)[0]

    assert statement.timex is not None
    assert "Monday" in annotated.timexes[statement.timex].text


def test_the_speaker_is_the_mention_of_the_source() -> None:
    """
    The speaker of a relative clause is whom "who" means.
    """
    text = "The row began with Ana Vella, who said that the offer was an insult."
    annotated = annotate(_document(text), load_parser())

    statement = find_statements(annotated)[0]

    assert statement.speaker is not None
    assert "Vella" in annotated.mentions[statement.speaker].text


def test_the_benchmark_shape_joins_what_the_record_keeps_apart() -> None:
    """
    A quotation carried on in the next paragraph is one attribution for PolNeAR.
    """
    text = "“There is no deal on the harbour,” Vella said.\n\n“We will wait until they call us.”"
    annotated = annotate(_document(text), load_parser())
    found = find_statements(annotated)

    joined = as_polnear(found, annotated)

    assert len(found) == 2
    assert found[1].unsure is not None
    assert len(joined) == 1
    assert len(joined[0]["content"]) == 2
