"""
Ways: what a demand wants to become of its matter.

Verbs that bring one thing about stand together as a family ("free", "release", "send
home"), and each family goes one way: the matter is given, taken away, kept as it is,
or put off. "The lifting of a ban on isotopes" wants the ban taken away and, which is
the same, isotopes given.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from verbale.lexicon import in_order, terms
from verbale.link.issues.phrases import stem

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# How far behind its verb a particle may stand: "pull its last troops out".
REACH = 6
# "Not to deploy": what follows is to be left.
LEAVING = frozenset({"not", "never", "no"})
GRANTING = "grant"
GIVING, REMOVING = "give", "remove"

Table = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def _changes() -> dict[str, Any]:
    return terms("verbale", "changes")


@cache
def _table() -> Table:
    """The stem of each verb that somebody can ask for, with its wordings and families."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for family, entry in _changes()["families"].items():
        if entry["way"] == "defer":
            continue
        for wording in entry["verbs"]:
            verb, *rest = wording.split()
            table[stem(verb)].append((tuple(rest), family))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry))
    return dict(table)


@cache
def action_stems() -> frozenset[str]:
    """Stems of the verbs of change: they tell what is wanted of a matter, not which it is."""
    return frozenset(_table())


@cache
def way_of(family: str) -> str:
    """Which way a family goes: "give", "remove", "keep", "defer"; its own name for others."""
    entry = _changes()["families"].get(family)
    return str(entry["way"]) if entry is not None else family


@cache
def _barriers() -> frozenset[str]:
    return frozenset(map(stem, _changes()["lists"]["barriers"]))


def names_barrier(text: str) -> bool:
    """
    Whether words name what bars something.

    >>> names_barrier("the ban on imports"), names_barrier("imports")
    (True, False)
    """
    return any(stem(word) in _barriers() for word in WORD.findall(text.lower()))


@cache
def wanted_families(content: str) -> frozenset[str]:
    """
    What a demand in these words wants done; nothing where it names only its matter.

    >>> sorted(wanted_families("the closing of two stations")), wanted_families("a calendar")
    (['dismantle', 'lift', 'stop'], frozenset())
    """
    told = [word.lower() for word in WORD.findall(content)]
    for at in range(len(told)):
        families = _families_at(told, at)
        if families and set(told[max(at - 2, 0) : at]) & LEAVING:
            return frozenset({"stop"})
        if families:
            return families | _families_at(told, at + 1)
    return frozenset()


def _families_at(told: Sequence[str], at: int) -> frozenset[str]:
    """The families of the longest wording that begins there."""
    if at >= len(told):
        return frozenset()
    found: dict[str, int] = {}
    behind = told[at + 1 : at + 1 + REACH]
    for rest, family in _table().get(stem(told[at]), ()):
        if family not in found and in_order(rest, behind):
            found[family] = len(rest)
    longest = max(found.values(), default=-1)
    return frozenset(family for family, length in found.items() if length == longest)
