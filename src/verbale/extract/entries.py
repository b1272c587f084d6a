"""
Entries: the lexicon of acts, read from `terms/<family>.toml`.

An entry says which words signal which act, in which construction, and which part
of the construction fills which field. The words are the language's; that they
make an act here is decided by the tree (see `constructions`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from verbale.lexicon import terms
from verbale.model.act import ActType

PACKAGE = "verbale.extract"


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One word or phrase with its construction.

    `words` are lemmas, the head first ("walk", "out"). `pos` is "verb", "noun" or
    "adjective". `needs` lists what must stand there, any one of "object", "clause",
    "infinitive", "gerund", "party" (the object is an actor), "alone", "prep:<word>"; empty
    for nothing. `object` tells what a direct object is: "content", "addressee" or
    "matter" (a paper or occasion, told as content too); `subject` is "actor" or
    "content". `prepositions` say what "to X", "on X" … fill. `of` is what a noun's
    "of" fills. `object_words` restrict the object's head, `not_object` exclude; where
    `amounts`, a sum will do for a listed word. `without` lists dependents that must not
    be there.
    Where `agentless`, a passive needs no agent ("the offer was declined").
    Where `speaker`, the act is its teller's when nobody else is named.
    `negative` wordings refuse by their own "no" ("sees no reason to"), `ahead` ones act
    by what they announce ("will study the text"). `clause_words` restrict the verb of
    the clause that completes the wording.
    `tag` is the PLOVER category, or "" for none of its own. `fields` sets plain
    fields of the report (verdict, object_type).
    """

    family: str
    type: ActType
    words: tuple[str, ...]
    pos: str
    needs: tuple[str, ...] = ()
    subject: str = "actor"
    object: str = "content"
    of: str = "content"
    prepositions: dict[str, str] = field(default_factory=dict)
    object_words: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()
    subject_words: frozenset[str] = frozenset()
    infinitive: str = "content"
    without: tuple[str, ...] = ()
    speaker: bool = False
    negative: bool = False
    ahead: bool = False
    clause_words: frozenset[str] = frozenset()
    agentless: bool = False
    not_before: frozenset[str] = frozenset()
    tag: str = ""
    actor_needed: bool = False
    amounts: bool = False
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def rule(self) -> str:
        """The name a report keeps: family, words, part of speech."""
        return f"{self.family}: {' '.join(self.words)} ({self.pos})"


@cache
def entries(family: str) -> dict[str, tuple[Entry, ...]]:
    """All entries of a family by the lemma of their head word, the longest first."""
    table = terms(PACKAGE, family)
    found: dict[str, list[Entry]] = {}
    for group in table["act"]:
        for entry in _read(family, group, table.get("lists", {})):
            found.setdefault(entry.words[0], []).append(entry)
    return {
        lemma: tuple(sorted(listed, key=lambda entry: -len(entry.words)))
        for lemma, listed in found.items()
    }


def _read(family: str, group: dict[str, Any], lists: dict[str, list[str]]) -> Iterable[Entry]:
    for wording in group["words"]:
        yield Entry(
            family=family,
            type=ActType(group["type"]),
            words=tuple(wording.split()),
            pos=group.get("pos", "verb"),
            needs=tuple(group.get("needs", ())),
            subject=group.get("subject", "actor"),
            object=group.get("object", "content"),
            of=group.get("of", "content"),
            prepositions=group.get("prepositions", {}),
            object_words=_words(group, "object_words", lists),
            not_object=_words(group, "not_object", lists),
            subject_words=_words(group, "subject_words", lists),
            agentless=group.get("agentless", False),
            not_before=_words(group, "not_before", lists),
            speaker=group.get("speaker", group.get("pos") == "adjective"),
            negative=group.get("negative", False),
            ahead=group.get("ahead", False),
            clause_words=_words(group, "clause_words", lists),
            infinitive=group.get("infinitive", "content"),
            without=tuple(group.get("without", ())),
            tag=group.get("plover", ""),
            actor_needed=group.get("actor_needed", False),
            amounts=group.get("amounts", False),
            fields=group.get("fields", {}),
        )


def _words(group: dict[str, Any], key: str, lists: dict[str, list[str]]) -> frozenset[str]:
    """A list of words given in place, or by the name of one of the file's `lists`."""
    given = group.get(key, ())
    if isinstance(given, str):
        return frozenset(word for name in given.split() for word in lists[name])
    return frozenset(given)
