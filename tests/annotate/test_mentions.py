"""Mentions and their chains are judged case by case (cases/mentions.toml, coreference.toml)."""

from __future__ import annotations

import itertools
import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from verbale.annotate import load_parser, mark, parse
from verbale.model.annotated import AnnotatedDocument
from verbale.model.document import Document, Page
from verbale.model.mention import ActorKind


def _cases(name: str) -> list[Any]:
    path = Path(__file__).with_name("cases") / name
    cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return [
        pytest.param(
            case,
            id=case["label"],
            marks=[pytest.mark.xfail(strict=True)] if case.get("expect") == "fail" else [],
        )
        for case in cases
    ]


def _annotated(text: str) -> AnnotatedDocument:
    page = Page("a.txt", "a.txt", "0" * 64, "text/plain")
    return mark(Document("a", page, text), parse(text, load_parser()))


def _meant(annotated: AnnotatedDocument, words: str) -> tuple[int, ...]:
    """The chains of the mention that `words` head or are; "word#2" is its second place."""
    words, _, number = words.partition("#")
    places = [m.start() for m in re.finditer(rf"\b{re.escape(words)}\b", annotated.text)]
    start = places[int(number or 1) - 1]
    end = start + len(words)
    inside = [m for m in annotated.mentions if m.start <= start and end <= m.end]
    exact = [m for m in annotated.mentions if (m.start, m.end) == (start, end)]
    headed = [m for m in inside if start <= annotated.parse.tokens[m.head].start < end]
    prefix = [m for m in annotated.mentions if m.start == start]
    mention = next(iter(exact or headed or prefix or inside))
    return annotated.references[mention.i].chains


@pytest.mark.parametrize("case", _cases("mentions.toml"))
def test_mentions_are_found_as_the_case_tells(case: dict[str, Any]) -> None:
    """
    Each mention listed is found with its kind, name, office and party.
    """
    annotated = _annotated(case["text"])

    found = {
        " | ".join((m.text, m.actor_kind.value, m.name or "-", m.office or "-", m.party or "-"))
        for m in annotated.mentions
    }
    assert set(case.get("mentions", [])) - found == set(), sorted(found)
    assert not set(case.get("absent", [])) & {m.text for m in annotated.mentions}
    places = {m.text for m in annotated.mentions if m.actor_kind is ActorKind.PLACE}
    assert set(case.get("places", [])) <= places


@pytest.mark.parametrize("case", _cases("coreference.toml"))
def test_chains_are_as_the_case_tells(case: dict[str, Any]) -> None:
    """
    The same actor is one chain, others are apart, and what two fit is left to both.
    """
    annotated = _annotated(case["text"])

    for group in case.get("same", []):
        meant = {words: _meant(annotated, words) for words in group}
        assert len(set(meant.values())) == 1 and all(len(c) == 1 for c in meant.values()), meant
    for left, right in case.get("apart", []):
        assert _meant(annotated, left) != _meant(annotated, right)
    for words in case.get("either", []):
        assert len(_meant(annotated, words)) > 1
    for words in case.get("nobody", []):
        assert _meant(annotated, words) == ()


@pytest.mark.parametrize(
    "text",
    [
        '"Yes," Vella said. ' * 3000,
        "Ana, Bo, the minister, " * 1000,
        "Secretary of State of State of State " * 300,
        "PRESIDENT VELLA SAYS NO TO NATO " * 300,
        "-- – ... “ ” ' 's 's , , of of the the " * 50,
        "Minister Ana ‏Vella‎ said so.",
        "The Judges' Council rejected it on Monday. The Mayors' Council agreed.",
        "",
    ],
)
def test_odd_pages_cost_little_and_raise_nothing(text: str) -> None:
    """
    Mentions have one reference each, no head twice, and their words at their place.
    """
    tree = parse(text, load_parser())
    document = Document("a", Page("a", "a", "0", "text/plain"), text)

    started = time.process_time()
    annotated = mark(document, tree)

    assert time.process_time() - started < 5
    assert [r.mention for r in annotated.references] == list(range(len(annotated.mentions)))
    assert len({m.head for m in annotated.mentions}) == len(annotated.mentions)
    assert all(text[m.start : m.end] == m.text for m in annotated.mentions)


def test_three_hundred_speakers_stay_apart() -> None:
    """
    A page of three hundred speakers is read in bounded time, each a chain of his own.
    """
    letters = itertools.islice(itertools.product("BDFGKLMNPRST", repeat=3), 300)
    names = [f"{a}a{b.lower()}o{c.lower()}en" for a, b, c in letters]
    text = " ".join(f"Minister Ana {name} said it was late. {name} left." for name in names)
    annotated = _annotated(text)

    people = [chain for chain in annotated.chains if chain.actor_kind is ActorKind.PERSON]

    assert len({chain.name for chain in people}) >= 290
