"""
Word lists: what no list may be, whatever it is about.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import verbale

SOURCE = Path(verbale.__file__).parent
TERMS = sorted(SOURCE.rglob("terms/*.toml"))


def _lists(found: dict[str, object], path: str = "") -> Iterator[tuple[str, list[str]]]:
    for key, value in found.items():
        if isinstance(value, dict):
            yield from _lists(value, f"{path}{key}.")
        elif isinstance(value, list) and all(isinstance(each, dict) for each in value):
            for number, each in enumerate(value):
                yield from _lists(each, f"{path}{key}.{number}.")
        elif isinstance(value, list) and all(isinstance(word, str) for word in value):
            yield path + key, value


@pytest.mark.parametrize("path", TERMS, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_no_list_has_a_word_twice(path: Path) -> None:
    """
    Whoever looks a word up in a list, to take it out or to add it, finds one place.
    """
    lists = _lists(tomllib.loads(path.read_text(encoding="utf-8")))

    twice = {name: sorted({w for w in told if told.count(w) > 1}) for name, told in lists}

    assert {name: words for name, words in twice.items() if words} == {}
