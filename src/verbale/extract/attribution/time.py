"""
The time of a saying: which expression of a sentence tells when something was said.

What lies in the words themselves tells when something else was or will be.
"""

from __future__ import annotations

from verbale.extract.attribution.finding import Finding, Page, is_verb
from verbale.extract.times import is_of_what_was_spoken_of
from verbale.model.parse import Parse, Token

NEAR = 3  # tokens between a cue and a time expression the parser hung elsewhere
JOINED = 3  # verbs of one subject: "met, agreed and said"


def time_of_saying(page: Page, finding: Finding) -> int | None:
    """
    The time expression that dates the saying: in its clause, outside what was said.

    "On Tuesday called on Arden to leave and said …": the second was said then, too.
    """
    if not page.annotated.timexes:
        return None
    cue = frozenset(finding.cue)
    for _ in range(JOINED):
        found = _time_near(page, finding, cue)
        if found is not None:
            return found
        before = {_joined_to(page.tree, i) for i in sorted(cue)} - {None}
        if not before:
            return None
        cue = frozenset(i for i in before if i is not None)
    return None


def _joined_to(tree: Parse, i: int) -> int | None:
    """The verb before with whose subject it goes on: "called … and said", "left, saying"."""
    token = tree.tokens[i]
    own = tree.child(i, "nsubj", "nsubjpass")
    beside = token.tag == "VBG" and token.dep == "advcl" and own is None
    if beside and token.head < i and tree.head(i).tag == "VBD":
        return token.head  # "yesterday turned down the plan, telling reporters that …"
    joined = token.dep == "conj" and token.head < i and tree.head(i).pos == "VERB"
    return token.head if joined and own is None and token.tag == tree.head(i).tag else None


def _time_near(page: Page, finding: Finding, cue: frozenset[int]) -> int | None:
    """The time in the clause of a verb that is outside what was said."""
    tree = page.tree
    sentence = tree.sentence_of(finding.sayer)
    begin, end = tree.tokens[sentence.first].start, tree.tokens[sentence.last - 1].end
    best: tuple[int, int] | None = None
    for timex in page.annotated.timexes_in(begin, end):
        inside = [token.i for token in tree.tokens_in(timex.start, timex.end)]
        if not inside or any(
            i in finding.content or i in finding.source or i in page.quote_of for i in inside
        ):
            continue
        if timex.type.value not in ("DATE", "TIME"):
            continue
        if is_of_what_was_spoken_of(tree, timex) or _ends_what_was_said(tree, finding, inside):
            continue
        governors = {ancestor.i for ancestor in _clause_of(page, inside[0])}
        apart = min(abs(inside[0] - c) for c in cue)
        if governors & cue or apart <= NEAR:
            best = min(best or (apart, timex.i), (apart, timex.i))
    return best[1] if best is not None else None


def _ends_what_was_said(tree: Parse, finding: Finding, inside: list[int]) -> bool:
    """Whether it ends what was said, a comma before who said it: "left on Monday, A said"."""
    source = sorted(finding.source)
    comma = inside[-1] + 1
    if not source or comma != source[0] - 1 or tree.tokens[comma].text != ",":
        return False
    return min(finding.cue) > source[-1] and any(i < inside[0] for i in finding.content)


def _clause_of(page: Page, i: int) -> list[Token]:
    """The governors of a token up to and with its nearest verb."""
    found: list[Token] = []
    for ancestor in page.tree.ancestors(i):
        found.append(ancestor)
        if is_verb(ancestor):
            break
    return found
