"""
Contents: the words that tell what is demanded, offered, refused or warned of.

They end where the next thing begins: the item joined by "and", the addressee, the day
on which it was said, the ", the envoy said".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.extract.clauses import phrase
from verbale.extract.matching import Match
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
# Where a content ends although the phrase goes on: another's outcome, the occasion.
BEYOND = re.compile(
    r",? but not (?:on|to|for|in)\b| at (?:a|the|their) (?:\w+ )?(?:meeting|talks|summit|round)\b"
    r"|, (?:yes|no) to\b| (?:off|from|on) the table\b"
)
# What a content neither begins nor ends with.
EDGES = ' \t\n,;:–—“”„"'
# The mark that closes what a mark opens; "straight" ones close themselves.
CLOSED_BY = {"“": "”", "„": "“", '"': '"'}


def said(span: Span | None, statement: Statement | None) -> Span | None:
    """The part of a span that lies in the words of the statement it begins in, if in any."""
    if span is None or statement is None:
        return span
    for part in statement.content:
        if part.start <= span.start < part.end < span.end:
            return _stripped(span, span.start, part.end)
    return span


def said_around(span: Span | None, statement: Statement, at: int) -> Span | None:
    """The part of a span that lies in the same words of a statement as the character `at`."""
    for part in statement.content:
        if span is not None and part.start <= at < part.end and span.start < part.start:
            span = _stripped(span, part.start, span.end)
    return said(span, statement)


def bare(annotated: AnnotatedDocument, span: Span | None, timexes: Sequence[int]) -> Span | None:
    """The span without marks at its ends and without the day of the act behind it."""
    if span is None:
        return None
    tree = annotated.parse
    for i in timexes:
        timex = annotated.timexes[i]
        if not span.start < timex.start < span.end <= timex.end + 1:
            continue
        token = tree.token_at(timex.start)
        before = tree.tokens[token.i - 1] if token is not None and token.i else None
        if before is not None and before.lower in ("on", "at", "in", "late", "early"):
            span = _stripped(span, span.start, before.start) or span
        elif before is not None and before.pos != "ADP":
            span = _stripped(span, span.start, timex.start) or span
    end = min((found.start() for found in BEYOND.finditer(span.text)), default=len(span.text))
    stripped = _stripped(span, span.start, span.start + (end or len(span.text)))
    return _closed(annotated.text, stripped) if stripped is not None else None


def _stripped(span: Span, start: int, end: int) -> Span | None:
    text = span.text[start - span.start : end - span.start]
    begin = len(text) - len(text.lstrip(EDGES))
    kept = text.strip(EDGES)
    start += begin
    return Span(start, start + len(kept), kept) if kept else None


def _closed(text: str, span: Span) -> Span:
    """With the mark that was cut off a quotation which lies half inside: a “quick answer”."""
    for opening, closing in CLOSED_BY.items():
        opened, closed = span.text.count(opening), span.text.count(closing)
        if not (opened % 2 if opening == closing else opened != closed):
            continue
        if opened >= closed and text[span.end : span.end + 1] == closing:
            return Span.of(text, span.start, span.end + 1)
        if closed >= opened and text[max(span.start - 1, 0) : span.start] == opening:
            return Span.of(text, span.start - 1, span.end)
    return span


def is_listed_task(tree: Parse, token: Token) -> bool:
    """Tell whether it is a further "to …" in a list: "to leave, to pay and to answer"."""
    if token.tag != "VB" or tree.child(token.i, "nsubj", "nsubjpass"):
        return False
    to = next((aux for aux in tree.children(token.i, "aux") if aux.tag == "TO"), None)
    return to is not None and to.i > 0 and tree.tokens[to.i - 1].lower in (",", "and", "or", ";")


def _asked_of(tree: Parse, i: int, whole: Span, found: Match) -> Span:
    """The "to leave" of "wants the garrison to leave", where the garrison is who is asked."""
    token = tree.tokens[i]
    subject = tree.child(i, "nsubj")
    to = next((aux for aux in tree.children(i, "aux") if aux.tag == "TO"), None)
    if token.tag != "VB" or subject is None or to is None or subject.i not in found.addressees:
        return whole
    return Span.of(tree.text, to.start, whole.end) if to.start < whole.end else whole


def content_of(tree: Parse, found: Match) -> Span | None:
    """The words that tell what is demanded, offered, refused: from first to last part."""
    heads = [_inner(tree, i) for i in found.content if i != found.trigger]
    parts = [_unaddressed(tree, i, found) for i in heads]
    # A relative clause's antecedent holds the trigger itself: take its bare noun phrase.
    trigger = tree.tokens[found.trigger]
    parts = [
        part if not part.start <= trigger.start < part.end else _without(tree, i, found.trigger)
        for part, i in zip(parts, heads, strict=True)
    ]
    if not parts:
        return None
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    if _is_stranded(tree, found, end):
        return None
    end = max(end, _torn_off_until(tree, found, end))
    if start <= trigger.start < end:
        return max(parts, key=lambda part: (part.end - part.start, -part.start))
    return Span.of(tree.text, start, max(end, _bound_until(tree, heads)))


def _is_stranded(tree: Parse, found: Match, end: int) -> bool:
    """Tell whether what it is about stands before: "something that Brum refused to bow to"."""
    last = tree.token_at(end - 1)
    if last is None or last.dep != "prep" or tree.children(last.i) or last.i < found.trigger:
        return False
    return any(
        each.dep == "relcl" for each in (*tree.ancestors(last.i), tree.tokens[found.trigger])
    )


def _torn_off_until(tree: Parse, found: Match, end: int) -> int:
    """
    Where it ends what the parser hung beside the trigger without an "and" or a comma:
    "urged Brum to give the crews live access", read as if "live" were joined to "urged".
    """
    after = tree.token_at(end + 1)
    if after is None or after.start != end + 1 or after.dep != "conj" or after.i < found.trigger:
        return 0
    torn = after.head == found.trigger and tree.tokens[found.trigger].pos == "VERB"
    finite = tree.child(after.i, "nsubj", "nsubjpass", "cc", "aux") is not None
    return tree.tokens[tree.edges(after.i)[1]].end if torn and not finite else 0


def _bound_until(tree: Parse, heads: Sequence[int]) -> int:
    """
    Where it ends what somebody is to bind himself to, which the parser hangs elsewhere:
    "that Brum undertake, in writing, never to return"; 0 where nothing is missing.
    """
    for i in heads:
        binds = tree.tokens[i].lemma in words(PACKAGE, "light", "binding")
        whole = tree.child(i, "dobj", "xcomp", "ccomp", "advcl", "prep") is not None
        if binds and not whole:
            last = tree.sentence_of(i).last - 1
            while last > i and tree.tokens[last].pos in ("PUNCT", "SPACE"):
                last -= 1
            return tree.tokens[last].end
    return 0


def _inner(tree: Parse, i: int) -> int:
    """The noun behind a preposition that was taken for the content: "no to payment"."""
    noun = tree.child(i, "pobj") if tree.tokens[i].pos == "ADP" else None
    return i if noun is None else noun.i


def _unaddressed(tree: Parse, i: int, found: Match) -> Span:
    """The phrase of `i` without the "to the council" at its end that names the addressee."""
    whole = _item(tree, i) if found.alone else phrase(tree, i)
    whole = _asked_of(tree, i, whole, found)
    if found.entry.object != "matter" or not found.addressees:
        return whole
    preposition = tree.head(min(found.addressees))
    if preposition.pos == "ADP" and whole.start < preposition.start < whole.end:
        return Span.of(tree.text, whole.start, tree.tokens[preposition.i - 1].end)
    return whole


def _item(tree: Parse, i: int) -> Span:
    """One item of a list: its phrase without the items joined to it."""
    first, last = tree.edges(i)
    for child in tree.children(i, "conj", "cc", "appos", "advcl", "xcomp"):
        listed = child.dep in ("conj", "cc", "appos") or is_listed_task(tree, child)
        if child.i > i and listed:
            last = min(last, tree.edges(child.i)[0] - 1)
    while last > i and tree.tokens[last].pos in ("PUNCT", "CCONJ"):
        last -= 1
    opening = next((p for p in tree.children(i, "prep") if p.i < i), None)
    if opening is not None:  # "among them a rise"
        first = tree.edges(opening.i)[1] + 1
    while first < i and tree.tokens[first].pos in ("PUNCT", "CCONJ"):
        first += 1
    return tree.span(first, max(last, i))


def _without(tree: Parse, i: int, trigger: int) -> Span:
    """The noun phrase of `i` up to the clause that holds the trigger."""
    first, last = tree.edges(i)
    if trigger > i:
        clause = trigger
        while tree.tokens[clause].head != i and tree.tokens[clause].head != clause:
            clause = tree.tokens[clause].head
        last = max(min(tree.edges(clause)[0] - 1, last), i)
        while last > i and tree.tokens[last].pos in ("PUNCT", "CCONJ"):
            last -= 1
    else:
        first = max(trigger + 1, first) if trigger + 1 <= i else i
    return tree.span(min(first, i), max(last, i))
