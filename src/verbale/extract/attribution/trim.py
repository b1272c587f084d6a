"""
Trimming: what a parser hangs at the end of a clause that its speaker did not say.

", adding that …" is the same speaker's next saying; ", although nobody …" and
", as the envoy left" are the writer's. Nothing inside a quotation is cut.
"""

from __future__ import annotations

from verbale.extract.attribution.finding import PACKAGE, Finding, Page, is_verb
from verbale.lexicon import words

WRITERS = frozenset({"as", "although", "though", "while", "whereas", "after", "before", "when"})
RELATIVES = frozenset({"which", "who", "whose", "where"})


def trim(page: Page, findings: list[Finding]) -> None:
    """Cut the tails of findings in place, and hand cut sayings to the outer speaker."""
    by_sayer = {finding.sayer: finding for finding in findings}
    for finding in findings:
        if finding.rule not in ("clause", "infinitive", "object", "preposition"):
            continue
        if not finding.content or max(finding.content) < finding.sayer:
            continue
        cut = (
            _behind_quotation(page, finding)
            or _joined(page, finding, by_sayer)
            or _tail(page, finding, by_sayer)
        )
        if cut is not None:
            kept = {i for i in finding.content if i < cut}
            if any(i > finding.sayer for i in kept):
                finding.content = kept


def _behind_quotation(page: Page, finding: Finding) -> int | None:
    """Said, “We will stay,” and left: what is joined behind the quotation was not said."""
    tokens = page.tree.tokens
    first = next(i for i in sorted(finding.content) if i > finding.sayer)
    start = first + 1 if first not in page.quote_of and tokens[first].pos == "PUNCT" else first
    number = page.quote_of.get(start)
    if number is None or not page.is_long(number):
        return None
    at = page.quote_tokens[number][1] + 1
    while at in finding.content and tokens[at].pos == "PUNCT":
        at += 1
    return at if at in finding.content and tokens[at].pos == "CCONJ" else None


def _joined(page: Page, finding: Finding, by_sayer: dict[int, Finding]) -> int | None:
    """Where the next saying of the same speaker begins: "and added that"."""
    if finding.rule != "clause":
        return None
    tree = page.tree
    for i in sorted(finding.content):
        inner = by_sayer.get(i)
        if inner is None or i <= finding.sayer or inner.source_head != finding.source_head:
            continue
        joined = tree.tokens[i].dep == "conj" and inner.source_head is not None
        if joined and tree.tokens[i - 1].pos in ("CCONJ", "ADV"):
            return i - 1
    return None


def _tail(page: Page, finding: Finding, by_sayer: dict[int, Finding]) -> int | None:
    """The first token of the tail to cut, or None."""
    tokens = page.tree.tokens
    said = sorted(finding.content)
    last = said[-1]
    first = next(i for i in said if i > finding.sayer)
    for i in said:
        if i <= first + 2 or i in page.quote_of:
            continue
        if tokens[i - 1].text == ",":
            if (
                _next_saying(page, finding, by_sayer, i, last)
                or _writers_clause(page, i, last)
                or _aside(page, i, last)
            ):
                return i - 1
        elif finding.rule != "clause" and _writers_clause(page, i, last):
            return i
    return None


def _next_saying(
    page: Page, finding: Finding, by_sayer: dict[int, Finding], i: int, last: int
) -> bool:
    """Adding that …: cut, and handed to the same source."""
    tree = page.tree
    token = tree.tokens[i]
    if token.pos == "ADV" and i < last and tree.tokens[i + 1].tag == "VBG":
        token = tree.tokens[i + 1]
    if token.tag != "VBG" or token.lemma not in words(PACKAGE, "cues", "clause"):
        return False
    inner = by_sayer.get(token.i)
    if inner is None or inner.rule not in ("clause", "quotation"):
        return False
    if tree.edges(token.i)[1] < last - 1:
        return False
    inner.source, inner.source_head = set(finding.source), finding.source_head
    return True


def _writers_clause(page: Page, i: int, last: int) -> bool:
    """Even as the envoy left, although nobody asked, to the end of the content."""
    tree = page.tree
    token = tree.tokens[i]
    if token.lower in ("even", "just", "though") and i + 1 <= last:
        token = tree.tokens[i + 1]
    if token.lower not in WRITERS or token.dep not in ("mark", "advmod"):
        return False
    if token.lower in ("while", "whereas") and any(j in page.quote_of for j in range(i, last + 1)):
        return False  # "the first part was fair, while the second was “useless”"
    clause = tree.head(token.i)
    return is_verb(clause) and clause.dep == "advcl" and tree.edges(clause.i)[1] >= last - 1


def _aside(page: Page, i: int, last: int) -> bool:
    """Which nobody had expected, to the end of the content."""
    tree = page.tree
    if tree.tokens[i].lower not in RELATIVES:
        return False
    clause = next((a for a in tree.ancestors(i) if a.dep == "relcl"), None)
    return clause is not None and tree.edges(clause.i)[1] >= last - 1
