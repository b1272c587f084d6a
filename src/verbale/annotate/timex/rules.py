"""
Compiling the grammar: rules are written with the names of word classes.

A rule is a pattern and a function that reads the matched words. The patterns of all
rules become one regular expression over the class letters, tried in their order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from verbale.annotate.timex.words import CLASSES, Word
from verbale.model.timex import Direction, Formula, TimexType

# Units a date can be told in.
COUNTED = frozenset({"day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade"})
# Words that count from the story and not from the page.
STORY_WORDS = frozenset({"following", "previous", "preceding", "prior", "subsequent", "ensuing"})


@dataclass(slots=True)
class Draft:
    """A time expression in the making: words `first` to `last`, both included."""

    first: int
    last: int
    type: TimexType
    formula: Formula
    modifier: str | None = None
    direction: Direction | None = None  # None: to be told from the sentence
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """The words a rule matched; `at` is where they begin in the text's words."""

    at: int
    words: Sequence[Word]

    @property
    def last(self) -> int:
        """Index of the last word."""
        return self.at + len(self.words) - 1

    def get(self, *names: str) -> Word | None:
        """The first word of one of these classes."""
        kinds = [CLASSES[name] for name in names]
        return next((word for word in self.words if word.kind in kinds), None)

    def all(self, *names: str) -> list[Word]:
        """All words of these classes, in order."""
        kinds = [CLASSES[name] for name in names]
        return [word for word in self.words if word.kind in kinds]

    def has(self, *names: str) -> bool:
        """Whether a word of one of these classes is there."""
        return self.get(*names) is not None

    def index(self, *names: str) -> int:
        """Index in the text's words of the first word of these classes."""
        kinds = [CLASSES[name] for name in names]
        return next(self.at + i for i, word in enumerate(self.words) if word.kind in kinds)


def covering(
    hit: Hit,
    formula: Formula,
    kind: TimexType = TimexType.DATE,
    *,
    modifier: str | None = None,
) -> Iterator[Draft]:
    """One expression over all the words matched."""
    yield Draft(hit.at, hit.last, kind, formula, modifier)


def shifted(count: float, unit: str, anchor: str = "page", told: str | None = None) -> Formula:
    """So many units from the anchor."""
    return Formula("shift", anchor, count=count, unit=unit, name=told)


Reader = Callable[[Hit], "Iterator[Draft]"]


@dataclass(frozen=True, slots=True)
class Rule:
    """
    A pattern over word classes, and what reads it.

    `DAY` stands for NUM or ORD, `COUNT` for any way to tell a number.
    """

    name: str
    pattern: str
    read: Reader


SHORT = {
    "DAY": "(?: (?:THE)? (?:NUM|ORD) )",
    "COUNT": (
        "(?: HALF OF? A? | VAGUE? NUMBER (?: DASH? (?:AND? WNUM | AND DASH? A? DASH? HALF)){0,6}"
        " | A? VAGUE OF? | A WNUM (?: AND? WNUM){0,6} | A )"
    ),
    "NUMBER": "(?: WNUM | NUM | INT | YEAR | DECIMAL )",
    "ROUGHLY": "(?: ABOUT | A? MORE THAN | LESS THAN | MORE | LESS | AT LEAST )",
}


# Most words of a page are of these classes, and no rule begins with one of them (a test
# holds it): the many rules are not tried there at all.
NEVER_FIRST = ("OTHER", "BREAK", "STOP", "COMMA", "OF", "IN", "ON", "AND", "TO", "FROM")


class Grammar:
    """Rules compiled into one expression."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.patterns = tuple(re.compile(compiled(rule.pattern)) for rule in self.rules)
        parts = [f"(?P<r{i}>{pattern.pattern})" for i, pattern in enumerate(self.patterns)]
        passed = "".join(re.escape(CLASSES[name]) for name in NEVER_FIRST)
        self.expression = re.compile(f"(?=[^{passed}])(?:{'|'.join(parts)})")

    def drafts(self, words: Sequence[Word]) -> Iterator[Draft]:
        """All expressions, from left to right, without overlap."""
        letters = "".join(word.kind for word in words)
        at = 0
        while match := self.expression.search(letters, at):
            at = match.start() + 1
            for draft in self._read(int((match.lastgroup or "r0")[1:]), match, letters, words):
                at = max(at, draft.last + 1)
                yield draft

    def _read(
        self, rule: int, match: re.Match[str], letters: str, words: Sequence[Word]
    ) -> list[Draft]:
        """What the rule reads there; if it reads nothing, what the next that fits reads."""
        first = match.start()
        found: re.Match[str] | None = match
        while True:
            if found is not None:
                drafts = list(self.rules[rule].read(Hit(first, words[first : found.end()])))
                for draft in drafts:
                    draft.rule = self.rules[rule].name
                if drafts:
                    return drafts
            rule += 1
            if rule == len(self.rules):
                return []
            found = self.patterns[rule].match(letters, first)


def compiled(pattern: str) -> str:
    """
    A pattern with class names turned into one over class letters.

    >>> compiled("MONTH COMMA? YEAR")
    'm,?y'
    """
    for name, expansion in SHORT.items():
        pattern = re.sub(rf"\b{name}\b", expansion, pattern)
    joined = re.sub(r"\s+", " ", pattern)
    return _letters(joined)


def _letters(pattern: str) -> str:
    names = sorted(CLASSES, key=len, reverse=True)
    known = re.compile("|".join(names))
    return known.sub(lambda match: re.escape(CLASSES[match.group()]), pattern).replace(" ", "")
