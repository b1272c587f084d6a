"""
Statements: who is reported to have said, held or wanted what.

Takes an annotated document, gives its statements in order of their content. A
statement needs a cue: a verb, noun, adjective or phrase that tells of speech or
attitude, with a complement that holds it. Quotations without a cue of their own
go to the cue beside them, or to the speaker before, which is then marked unsure.
"""

from __future__ import annotations

import re

from verbale.extract.attribution.beside import named_beside
from verbale.extract.attribution.channels import carry_channels, tells_channel
from verbale.extract.attribution.context import context_of
from verbale.extract.attribution.finding import Finding, Page, runs
from verbale.extract.attribution.nouns import (
    adjective_findings,
    clarity_findings,
    copula_findings,
    noun_findings,
)
from verbale.extract.attribution.phrases import phrase_findings
from verbale.extract.attribution.quotes import assign_free, take_touched
from verbale.extract.attribution.shape import as_polnear
from verbale.extract.attribution.sources import dateline
from verbale.extract.attribution.trim import trim
from verbale.extract.attribution.verbs import verb_findings
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind, Mention
from verbale.model.parse import Token
from verbale.model.span import Span
from verbale.model.statement import Statement, StatementKind

__all__ = ["as_polnear", "find_statements"]

BARE = frozenset({"WP", "WDT", "WP$", "PRP", "DT"})
RELATIVE = frozenset({"WP", "WDT", "WP$"})
FIRST_PERSON = frozenset({"i", "we"})
MOST_TELLERS = 4  # "A said that B said that C said": nobody reads further
# Marks that belong to the sentence around a stretch of words, not to it.
LOOSE_BEFORE = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "--", "–", "—", "-"})
LOOSE_AFTER = frozenset({",", ";", ":", "(", "[", "--", "–", "—"})
WORD = re.compile(r"\w")


def find_statements(annotated: AnnotatedDocument) -> tuple[Statement, ...]:
    """Find every attributed utterance and attitude of a document, nested ones too."""
    page = Page.of(annotated)
    findings = [
        *verb_findings(page),
        *noun_findings(page),
        *adjective_findings(page),
        *copula_findings(page),
        *clarity_findings(page),
        *phrase_findings(page),
    ]
    trim(page, findings)
    take_touched(page, findings)
    findings += assign_free(page, findings)
    for finding in findings:
        if finding.content:
            finding.content -= dateline(page.tree, min(finding.content))
    findings = [finding for finding in findings if _says_something(page, finding)]
    findings = [finding for finding in findings if not tells_channel(page, finding)]
    findings.sort(key=lambda f: (min(f.content), -max(f.content), f.sayer))
    statements: list[Statement] = []
    holders = [_inside(i, finding, findings) for i, finding in enumerate(findings)]
    for i, finding in enumerate(findings):
        statements.append(_statement(page, i, finding, holders, findings))
    return carry_channels(page, statements)


def _statement(
    page: Page, i: int, finding: Finding, holders: list[int | None], findings: list[Finding]
) -> Statement:
    tokens = page.tree.tokens
    source = _spans(page, finding.source)
    cue = _spans(page, finding.cue)
    head = finding.source_head
    mention = _speaker(page, i, holders, findings)
    context = context_of(page, finding)
    via = [] if context.via is None else [context.via]
    outer = holders[i]
    for _ in range(MOST_TELLERS):
        if outer is None:
            break
        teller = _hull(page, _spans(page, findings[outer].source))
        if teller is not None and findings[outer].source_head != head:
            via.append(teller)
        outer = holders[outer]
    return Statement(
        i=i,
        kind=_kind(page, finding),
        source=_hull(page, source),
        cue=_hull(page, cue),
        content=_spans(page, finding.content),
        rule=finding.rule,
        source_head=page.tree.span(head, head) if head is not None else None,
        speaker=mention.i if mention is not None else None,
        sayer=tokens[finding.sayer].lemma if finding.cue else "",
        on_behalf_of=context.on_behalf_of,
        addressee=context.addressee,
        channel=context.channel,
        via=tuple(via),
        timex=context.timex,
        inside=holders[i],
        unsure=finding.unsure,
    )


def _speaker(
    page: Page, i: int, holders: list[int | None], findings: list[Finding]
) -> Mention | None:
    """The mention of who says it; "we" inside what somebody says are that somebody."""
    head = findings[i].source_head
    mention = _mention(page, head) if head is not None else None
    mention = named_beside(page, findings[i].sayer, head, mention) or mention
    outer = holders[i]
    for _ in range(MOST_TELLERS):
        if head is None or outer is None or page.tree.tokens[head].lower not in FIRST_PERSON:
            break
        head = findings[outer].source_head
        mention = _mention(page, head) if head is not None else mention
        outer = holders[outer]
    return mention


def _says_something(page: Page, finding: Finding) -> bool:
    """Whether there is content, and more of it than "it", "this" or "what"."""
    tokens = page.tree.tokens
    bare = all(tokens[i].tag in BARE or tokens[i].pos == "PUNCT" for i in finding.content)
    return not bare and bool(_spans(page, finding.content))


def _mention(page: Page, head: int) -> Mention | None:
    """The mention of a source: its own, or for "who" and "which" that of what they mean."""
    tree = page.tree
    token = tree.tokens[head]
    if token.tag in RELATIVE:
        clause = next((a for a in tree.ancestors(head) if a.dep == "relcl"), None)
        if clause is None:
            return None
        token = tree.head(clause.i)
        if tree.tokens[head].tag == "WP":
            token = _person_before(page, token)
    mention = page.annotated.mention_headed(token)
    if mention is None:
        # "His former partner, Ana Vella": the name beside a description nobody marked.
        named = (page.annotated.mention_headed(c) for c in tree.children(token.i, "appos"))
        mention = next((m for m in named if m is not None), None)
    return mention


def _person_before(page: Page, token: Token) -> Token:
    """Who is a person: in "a spokesman for the airline, who", the spokesman."""
    mention = page.annotated.mention_headed(token)
    above = page.tree.head(page.tree.head(token.i).i)
    if token.dep != "pobj" or above.pos not in ("NOUN", "PROPN"):
        return token
    if mention is not None and mention.actor_kind in (ActorKind.PERSON, ActorKind.GROUP):
        return token
    return above if page.annotated.mention_headed(above) is not None else token


def _inside(i: int, finding: Finding, findings: list[Finding]) -> int | None:
    """The smallest other finding whose content holds this one's."""
    best: int | None = None
    # Sorted by where content begins: whatever holds this one stands close before it.
    for other in range(max(0, i - 12), min(len(findings), i + 6)):
        larger = findings[other]
        if (
            other != i
            and len(larger.content) > len(finding.content)
            and finding.content <= larger.content
            and (best is None or len(larger.content) < len(findings[best].content))
        ):
            best = other
    return best


def _kind(page: Page, finding: Finding) -> StatementKind:
    """By how much of the content's words stands in quotation marks."""
    tokens = page.tree.tokens
    said = [i for i in finding.content if WORD.search(tokens[i].text)]
    quoted = sum(1 for i in said if i in page.quote_of)
    if quoted == 0:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if quoted == len(said) else StatementKind.MIXED


def _spans(page: Page, indices: set[int]) -> tuple[Span, ...]:
    tokens = page.tree.tokens
    spans: list[Span] = []
    for first, last in runs(indices):
        while first < last and tokens[first].text in LOOSE_BEFORE:
            first += 1
        while last > first and tokens[last].text in LOOSE_AFTER:
            last -= 1
        spans.append(page.tree.span(first, last))
    return tuple(span for span in spans if WORD.search(span.text))


def _hull(page: Page, spans: tuple[Span, ...]) -> Span | None:
    if not spans:
        return None
    return Span.of(page.annotated.text, spans[0].start, spans[-1].end)
