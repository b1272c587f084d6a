"""
Marks of tokens: part of speech and lemma, looked up where they were worked out before.

The library works both out by rules over a word with its tag and its label, a few of them
over two words side by side ("gon na"), and does so for every token anew. A heap has far
fewer different words than tokens, so here each word is asked for once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

# A word with its tag and its label.
Word = tuple[str, str, str]
# It in small letters, its part of speech, tag, label (rules may mend them) and lemma.
Marked = tuple[str, str, str, str, str]
# Different words at hand.
AT_HAND = 200_000
CONDITIONS = ("LOWER", "TAG", "DEP", "IS_SPACE")
TESTS = ("IN", "NOT_IN", "REGEX")


@dataclass(frozen=True, slots=True)
class Rule:
    """What two words side by side have to be like for a rule of the library to speak of them."""

    first: Mapping[str, Any]
    second: Mapping[str, Any]


def rules_of_two(patterns: Sequence[Sequence[Mapping[str, Any]]]) -> list[Rule] | None:
    """
    Of the library's rules those over two words; None where one asks for something that a
    word with its tag and its label does not tell, or looks at more words.

    >>> rules_of_two([[{"TAG": "NN"}], [{"LOWER": "gon"}, {"LOWER": "na"}]])
    [Rule(first={'LOWER': 'gon'}, second={'LOWER': 'na'})]
    >>> rules_of_two([[{"SHAPE": "Xxxx"}]]) is None
    True
    """
    for pattern in patterns:
        known = all(
            name in CONDITIONS and (not isinstance(value, dict) or value.keys() <= {*TESTS})
            for conditions in pattern
            for name, value in conditions.items()
        )
        if not known or len(pattern) > 2:
            return None
    return [Rule(*pattern) for pattern in patterns if len(pattern) == 2]


class Marks:
    """
    The marks of words. `work_out` gives those of some words side by side; each lone word
    is asked for once, and so are words that a rule over two of them speaks of.
    """

    def __init__(
        self, work_out: Callable[[Sequence[Word]], list[Marked]], rules: Sequence[Rule]
    ) -> None:
        self._work_out = work_out
        self._rules = rules
        self._known: dict[Word, Marked] = {}
        self._followers: dict[str, tuple[Rule, ...]] = {}
        self._free: set[str] = set()  # words that no such rule wants second

    def of(self, words: Sequence[Word]) -> list[Marked]:
        """The marks of words that stand one behind the other."""
        if len(self._known) > AT_HAND:
            self._known.clear()
            self._followers.clear()
            self._free.clear()
        found = list(map(self._known.get, words))
        marks = [mark or self._asked(word) for word, mark in zip(words, found, strict=True)]
        for first, last in self._runs(words):
            marks[first:last] = self._work_out(words[first:last])
        return marks

    def _asked(self, word: Word) -> Marked:
        """The marks of a word that is not known yet, or was not a moment ago."""
        if word not in self._known:
            self._known[word] = self._work_out([word])[0]
        return self._known[word]

    def _runs(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Words side by side that rules over two of them speak of: first, and behind the last."""
        if self._free.issuperset([form for form, _, _ in words[1:]]):
            return
        begun = None
        for i, (one, other) in enumerate(pairwise(words)):
            rules = self._followers.get(other[0])
            if rules is None:
                rules = tuple(r for r in self._rules if _is_like(other, r.second, "LOWER"))
                self._followers[other[0]] = rules
                self._free.update(() if rules else (other[0],))
            if rules and any(_fits(one, r.first) and _fits(other, r.second) for r in rules):
                begun = i if begun is None else begun
            elif begun is not None:
                yield begun, i + 1
                begun = None
        if begun is not None:
            yield begun, len(words)


def _fits(word: Word, conditions: Mapping[str, Any]) -> bool:
    return all(_is_like(word, conditions, name) for name in CONDITIONS)


def _is_like(word: Word, conditions: Mapping[str, Any], name: str) -> bool:
    """Whether a word is as one of the conditions wants it, which may be left open."""
    if name not in conditions:
        return True
    wanted = conditions[name]
    text, tag, dep = word
    value = {"LOWER": text.lower(), "TAG": tag, "DEP": dep, "IS_SPACE": text.isspace()}[name]
    if not isinstance(wanted, dict):
        return bool(value == wanted)
    return (
        ("IN" not in wanted or value in wanted["IN"])
        and ("NOT_IN" not in wanted or value not in wanted["NOT_IN"])
        and ("REGEX" not in wanted or re.search(wanted["REGEX"], str(value)) is not None)
    )
