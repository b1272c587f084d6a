"""
Provisos: the words that make what is offered hang on something else.

"If" is only one of them: "once", "as soon as", "the day when", "in exchange for", "on
condition that" do the same, and a small parser hangs each in another place. They are
found by their words, and belong to the nearest verb of the main clause before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from verbale.lexicon import alternatives, terms
from verbale.model.parse import Parse, Token
from verbale.model.span import Span

PACKAGE = "verbale.extract"
STOPS = (";", ":", "—", "“", "”", "--")
FINITE = ("VBD", "VBZ", "VBP", "MD")
# Behind these an "if" asks, or grants: "asked if", "as if", "even if".
NO_PROVISO_AFTER = ("as", "even", "what", "if", "ask", "wonder", "know", "see", "say", "decide")
# Wordings that may as well give a time; only a main clause of what would be takes them.
LOOSE = (
    "when", "once", "as soon as", "only after", "the day", "the day when", "the day that",
    "the day after", "the moment", "immediately after", "at the same time as", "in parallel with",
    "should",
)  # fmt: skip
# How far behind a verb its proviso may begin.
REACH = 40


@dataclass(frozen=True, slots=True)
class Proviso:
    """A condition: tokens `first` to `last`, of which `opener` words begin it."""

    first: int
    last: int
    wording: str

    def span(self, tree: Parse) -> Span:
        """The words of the condition, with what opens it."""
        return tree.span(self.first, self.last)


@cache
def _wordings(kind: str) -> tuple[tuple[str, ...], ...]:
    listed = terms(PACKAGE, "provisos")[kind]
    return tuple(sorted((tuple(each.split()) for each in listed), key=len, reverse=True))


@cache
def _by_first_word(kind: str) -> dict[str, list[tuple[str, ...]]]:
    """The wordings by their first word, the longest first: few words of a text open one."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for wording in _wordings(kind):
        found.setdefault(wording[0], []).append(wording)
    return found


def is_failure(condition: str) -> bool:
    """
    Whether what it hangs on is that the talks come to nothing: no bargain, but a threat.

    >>> is_failure("if there is no deal by May"), is_failure("if there is a deal by May")
    (True, False)
    >>> is_failure("unless an agreement is reached"), is_failure("unless they leave the island")
    (True, False)
    """
    return _failure().match(condition.strip()) is not None


@cache
def _failure() -> re.Pattern[str]:
    listed = terms(PACKAGE, "provisos")
    outcomes, failing, supposing, lacking = (
        alternatives(listed[key]) for key in ("outcomes", "failing", "supposing", "lacking")
    )
    gap = r"(?:\W+\w+){0,4}?\W*"
    return re.compile(
        rf"(?:{supposing})\b{gap}(?:\b(?:{failing})\b{gap}\b(?:{outcomes})\b"
        rf"|\b(?:{outcomes})\b{gap}(?:\b|(?<=\w))(?:{failing})\b)"
        rf"|(?:{lacking})\b(?:\W+\w+){{0,3}}?\W+(?:{outcomes})\b",
        re.IGNORECASE,
    )


def proviso_of(tree: Parse, i: int) -> Proviso | None:
    """The proviso of the clause that verb or adjective `i` leads, behind or before it."""
    sentence = tree.sentence_of(i)
    for at in range(i + 1, min(i + REACH, sentence.last)):
        if tree.tokens[at].text in STOPS:
            break
        wording = _opens(tree, at)
        if wording is None:
            continue
        return _proviso(tree, at, wording) if _main_verb(tree, at, sentence.first) == i else None
    return _fronted(tree, i)


def is_price(tree: Parse, at: int) -> bool:
    """
    Tell whether a "without" names what is wanted for the deed that is denied.

    "No guarantee without the foundry" does, "will not pay without delay" does not.
    """
    if tree.forms[at] != "without":
        return False
    price = tree.child(at, "pobj", "pcomp")
    return price is not None and price.lemma not in terms(PACKAGE, "provisos")["no_prices"]


def price_of(tree: Parse, i: int) -> Proviso | None:
    """The "without the foundry" of a clause that verb `i` leads and that denies something."""
    sentence = tree.sentence_of(i)
    below = frozenset(tree.subtree(i))
    for at in range(sentence.first, sentence.last):
        if at in below and is_price(tree, at):
            return Proviso(at, tree.edges(at)[1], "without")
    return None


def hung_on(tree: Parse, i: int) -> Span | None:
    """The condition behind an offer told at word `i`: "its readiness to leave in exchange for"."""
    at = tree.tokens[i]
    for _ in range(4):
        found = proviso_of(tree, at.i) if at.pos in ("VERB", "AUX") else None
        if found is not None and found.first > i and found.wording not in LOOSE:
            return found.span(tree)
        if at.dep not in ("dobj", "xcomp", "acomp", "attr", "pobj", "prep") or at.head == at.i:
            return None
        at = tree.head(at.i)
    return None


def _opens(tree: Parse, at: int) -> str | None:
    """The wording of a proviso that begins at a token, or None."""
    first = tree.forms[at]
    if first not in _by_first_word("phrases") and first not in _by_first_word("clauses"):
        return None
    before = tree.tokens[at - 1] if at else None
    for kind in ("phrases", "clauses"):
        for wording in _by_first_word(kind).get(first, ()):
            if tree.forms[at : at + len(wording)] != wording:
                continue
            if before is not None and (
                before.lower in NO_PROVISO_AFTER or before.lemma in NO_PROVISO_AFTER
            ):
                return None
            if wording == ("when",) and names_day_before(tree, at):
                return None
            if kind == "clauses" and not _has_clause(tree, at + len(wording)):
                return None
            return " ".join(wording)
    return None


def names_day_before(tree: Parse, at: int) -> bool:
    """Tell whether "when" tells what is on a day: "on Friday, 3 May, when the two meet again"."""
    before = at - 1
    while before > 0 and tree.tokens[before].text == ",":
        before -= 1
    day = tree.tokens[before]
    return before >= 0 and day.sentence == tree.tokens[at].sentence and day.entity == "DATE"


def _has_clause(tree: Parse, at: int) -> bool:
    """Tell whether a clause with a subject of its own begins here: "once it has read"."""
    end = min(at + 14, tree.sentence_of(at - 1).last)
    for token in tree.tokens[at:end]:
        if token.text in (",", *STOPS):
            return False
        if token.pos in ("VERB", "AUX") and token.i > at:
            return True
    return False


def _main_verb(tree: Parse, at: int, first: int) -> int | None:
    """The nearest verb before `at` that leads a main clause or what somebody says."""
    for i in range(at - 1, first - 1, -1):
        token = tree.tokens[i]
        if token.text in STOPS:
            return None
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass", "relcl", "amod"):
            continue
        if token.dep in ("acl", "xcomp", "pcomp") or (
            token.tag in ("VBG", "VB") and not _modal(tree, token)
        ):
            continue
        if token.tag == "VBN" and not tree.child(i, "aux", "auxpass"):
            continue
        return i
    return None


def _modal(tree: Parse, token: Token) -> bool:
    return any(aux.tag in FINITE for aux in tree.children(token.i, "aux"))


def _proviso(tree: Parse, at: int, wording: str) -> Proviso:
    """The proviso that begins at `at`: to the end of its clause."""
    sentence = tree.sentence_of(at)
    last = at + len(wording.split()) - 1
    verbs = [
        token
        for token in tree.tokens[last + 1 : sentence.last]
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass")
    ]
    finite = [v for v in verbs if v.tag in FINITE or _modal(tree, v)]
    verb = next(iter(finite or verbs), None)
    if verb is not None:
        last = max(last, tree.edges(verb.i)[1])
    elif tree.tokens[last].pos == "ADP":
        last = max(last, tree.edges(last)[1])
    else:
        last = sentence.last - 1
    for i in range(at + 2, last):
        if tree.tokens[i].text in STOPS:
            last = i - 1
            break
    while last > at and tree.tokens[last].pos in ("PUNCT", "SPACE", "CCONJ"):
        last -= 1
    return Proviso(at, last, wording)


def _fronted(tree: Parse, i: int) -> Proviso | None:
    """A condition before its main clause: "If Brum pays, Arden will open the road"."""
    for clause in tree.children(i, "advcl"):
        low, high = tree.edges(clause.i)
        if high > i:
            continue
        wording = _opens(tree, low)
        if wording is not None:
            last = high
            while last > low and tree.tokens[last].pos in ("PUNCT", "SPACE"):
                last -= 1
            return Proviso(low, last, wording)
    return None
