"""
Trimming: what a parser hangs at the end of a clause that its speaker did not say.

", adding that …" is the same speaker's next saying; ", although nobody …" and
", as the envoy left" are the writer's. Nothing inside a quotation is cut.
"""

from __future__ import annotations

from verbale.extract.attribution_finding import PACKAGE, Finding, Page, is_verb
from verbale.lexicon import words

WRITERS = frozenset({"as", "although", "though", "while", "whereas", "after", "before", "when"})
RELATIVES = frozenset({"which", "who", "whose", "where"})
DASHES = frozenset({"--", "–", "—"})


def trim(page: Page, findings: list[Finding]) -> None:
    """Cut the tails of findings in place, and hand cut sayings to the outer speaker."""
    by_sayer = {finding.sayer: finding for finding in findings}
    for finding in findings:
        if finding.rule not in ("clause", "infinitive", "object", "preposition"):
            continue
        if not finding.content or max(finding.content) < finding.sayer:
            continue
        cut = _joined(page, finding, by_sayer) or _tail(page, finding, by_sayer)
        if cut is not None:
            kept = {i for i in finding.content if i < cut}
            if any(i > finding.sayer for i in kept):
                finding.content = kept


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
    """The first token of the tail to cut, a comma or dash, or None."""
    tree = page.tree
    tokens = tree.tokens
    said = sorted(finding.content)
    last = said[-1]
    first = next(i for i in said if i > finding.sayer)
    for i in said:
        if i <= first + 2 or tokens[i - 1].text != "," or i in page.quote_of:
            continue
        token = tokens[i]
        if token.pos == "ADV" and i < last and tokens[i + 1].tag == "VBG":
            token = tokens[i + 1]
        if token.tag == "VBG" and token.lemma in words(PACKAGE, "cues", "clause"):
            inner = by_sayer.get(token.i)
            if (
                inner is not None
                and inner.rule in ("clause", "quotation")
                and tree.edges(token.i)[1] >= last - 1
            ):
                inner.source, inner.source_head = set(finding.source), finding.source_head
                return i - 1
        start = (
            tokens[i + 1] if token.lower in ("even", "just", "though") and i + 1 <= last else token
        )
        if start.lower in WRITERS and start.dep in ("mark", "advmod"):
            clause = tree.head(start.i)
            if is_verb(clause) and tree.edges(clause.i)[1] >= last - 1 and clause.dep == "advcl":
                return i - 1
        if token.lower in RELATIVES:
            relative = next((a for a in tree.ancestors(i) if a.dep == "relcl"), None)
            if relative is not None and tree.edges(relative.i)[1] >= last - 1:
                return i - 1
    return None
