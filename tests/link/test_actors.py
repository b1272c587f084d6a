"""The register: who is one actor over a pile, and what corrections by hand do to it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from verbale.annotate import load_parser, mark, parse
from verbale.errors import EditError
from verbale.extract import extract
from verbale.link.actors.register import register_actors
from verbale.model.actor import Register
from verbale.model.document import Document, Page
from verbale.model.edit import Edit
from verbale.model.extraction import Extraction

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("actors.toml").read_text(encoding="utf-8")
)["case"]
NOBODY: Mapping[str, str] = MappingProxyType({})


def _pile(texts: Sequence[str], outlets: Mapping[str, str] = NOBODY) -> list[Extraction]:
    found = []
    for number, text in enumerate(texts):
        id_ = f"d{number}"
        page = Page(id_, id_, "0" * 64, "text/plain", outlet=outlets.get(id_))
        document = Document(id_, page, text)
        found.append(extract(mark(document, parse(text, load_parser()))))
    return found


def _edit(kind: str, *targets: str, value: str | None = None, number: int = 1) -> Edit:
    return Edit(f"e{number}", kind, targets, value, "me", "seen", f"2020-01-0{number}T00:00:00Z")


def _marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True)] if case.get("expect") == "fail" else []
    return pytest.param(case, id=case["label"], marks=marks)


def _meant(pile: Sequence[Extraction], register: Register, place: str) -> tuple[str, ...]:
    """Actors of a mention told as "document:words"."""
    document, words = place.split(":", 1)
    extraction = next(e for e in pile if e.document.id == document)
    mention = next(m for m in extraction.mentions if m.text == words)
    return next(
        r.actors for r in register.references if (r.document, r.mention) == (document, mention.i)
    )


@pytest.mark.parametrize("case", list(map(_marked, CASES)))
def test_actors_are_as_the_case_tells(case: dict[str, Any]) -> None:
    """
    Actors by id with name, kind and party; mentions of one page meant by another.
    """
    pile = _pile(case["texts"], case.get("outlets", NOBODY))

    register = register_actors(pile)

    told = {
        actor.id: [actor.name, actor.kind.value, actor.party or "-"] for actor in register.actors
    }
    for id_, wanted in case.get("actors", {}).items():
        assert told.get(id_) == wanted, told
    assert not set(case.get("absent", [])) & set(told)
    for place, ids in case.get("meant", {}).items():
        assert list(_meant(pile, register, place)) == ids, told


def test_any_order_of_pages_gives_the_same_register() -> None:
    """
    The register does not hang on the order in which pages come.
    """
    pile = _pile([text for case in CASES[:6] for text in case["texts"]])

    assert register_actors(pile) == register_actors(list(reversed(pile)))


def test_every_mention_has_a_reference_and_every_reference_an_actor() -> None:
    """
    References cover all mentions, and name actors of the register only.
    """
    pile = _pile([text for case in CASES for text in case["texts"]])

    register = register_actors(pile)

    ids = {actor.id for actor in register.actors}
    assert len(register.references) == sum(len(e.mentions) for e in pile)
    assert all(set(reference.actors) <= ids for reference in register.references)
    assert len(ids) == len(register.actors)
    assert {actor.party for actor in register.actors if actor.party} <= ids


TWO = ("Minister Ana Vella spoke in Lima.", "Envoy Anna Bella left. Malta was late.")


def test_merged_actors_are_one_in_every_rebuild() -> None:
    """
    A merger keeps the first, with both ways of writing, and mentions follow.
    """
    pile = _pile(TWO)

    register = register_actors(pile, [_edit("merge-actors", "ana-vella", "anna-bella")])

    assert [a.id for a in register.actors if "bella" in a.id or "vella" in a.id] == ["ana-vella"]
    assert _meant(pile, register, "d1:Envoy Anna Bella") == ("ana-vella",)
    assert "Anna Bella" in next(a for a in register.actors if a.id == "ana-vella").variants


def test_an_actor_is_renamed_and_an_undone_edit_counts_for_nothing() -> None:
    """
    A new name keeps the id; undoing the edit brings the old name back.
    """
    pile = _pile(TWO)
    rename = _edit("rename-actor", "ana-vella", value="Ana Maria Vella")

    names = {a.id: a.name for a in register_actors(pile, [rename]).actors}
    undone = register_actors(pile, [rename, _edit("undo", "e1", number=2)])

    assert names["ana-vella"] == "Ana Maria Vella"
    assert {a.id: a.name for a in undone.actors}["ana-vella"] == "Ana Vella"


def test_a_split_actor_gives_its_mentions_to_another() -> None:
    """
    What one page calls so becomes an actor of its own.
    """
    pile = _pile(["Minister Ana Vella spoke.", "Minister Ana Vella left."])

    register = register_actors(pile, [_edit("split-actor", "ana-vella", "d1", value="A. Vella")])

    assert _meant(pile, register, "d0:Minister Ana Vella") == ("ana-vella",)
    assert _meant(pile, register, "d1:Minister Ana Vella") == ("a-vella",)


@pytest.mark.parametrize(
    ("edits", "sentence"),
    [
        ([_edit("merge-actors", "ana-vella", "nobody-such")], "no actor 'nobody-such'"),
        ([_edit("merge-actors", "ana-vella")], "one actor only"),
        ([_edit("merge-actors", "ana-vella", "Ana Vella")], "with itself"),
        ([_edit("merge-actors", "ana-vella", "malta")], "a person and a party"),
        ([_edit("rename-actor", "ana-vella", value=" ")], "to nothing"),
        ([_edit("split-actor", "ana-vella")], "does not say what"),
        ([_edit("split-actor", "ana-vella", "d0")], "leave nothing"),
        (
            [
                _edit("merge-actors", "ana-vella", "anna-bella"),
                _edit("merge-actors", "anna-bella", "ana-vella", number=2),
            ],
            "with itself",
        ),
        (
            [
                _edit("rename-actor", "ana-vella", value="A"),
                _edit("rename-actor", "ana-vella", value="B", number=2),
            ],
            "undo one",
        ),
    ],
)
def test_edits_that_cannot_be_are_refused_in_a_sentence(edits: list[Edit], sentence: str) -> None:
    """
    Unknown actors, circles and contradictions stop the build and say why.
    """
    pile = _pile(TWO)

    with pytest.raises(EditError, match=sentence):
        register_actors(pile, edits)
