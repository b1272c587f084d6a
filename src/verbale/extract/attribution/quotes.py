"""
Quotations: each belongs to a cue beside it, or to the speaker before.

In this order: a quotation that a complement reaches into is taken whole; the others
go to the saying right behind the closing mark, to the saying that leads up to the
opening mark, to the statement whose quotation stands before in the paragraph, to the
nearest saying of the paragraph; at last to the speaker of the paragraph before.
"""

from __future__ import annotations

from verbale.extract.attribution.finding import Finding, Page, is_verb, span_of
from verbale.extract.attribution.sources import source_tokens, subject_of
from verbale.model.mention import ActorKind

REACH = 14  # tokens between a closing mark and the saying that follows it
LEAD = 30  # tokens between a saying and the quotation it leads up to
NEAR = 40  # tokens to the nearest saying of the paragraph
ENDS = frozenset({".", "!", "?", ";"})
MARKS = frozenset({"“", "”", '"', "''", "``", "‘", "’", "'", ",", "„", "«", "»", "-", "–", "—"})
SPEAKING = frozenset({"clause", "parenthesis", "quotation", "according to"})
LESSER = frozenset(
    {
        "object",
        "preposition",
        "infinitive",
        "noun with preposition",
        "noun with infinitive",
        "adjective with clause",
        "adjective with infinitive",
        "adjective with preposition",
        "stance phrase",
    }
)


def take_touched(page: Page, findings: list[Finding]) -> None:
    """A quotation that content reaches into, or right up to, is taken whole."""
    for finding in findings:
        if finding.rule == "object" and finding.content:
            _take_next(page, finding)
        for number in sorted({page.quote_of[i] for i in finding.content if i in page.quote_of}):
            first, last = page.quote_tokens[number]
            inside = span_of(first, last)
            if page.is_long(number) and not finding.cue & inside:
                finding.content |= inside
                finding.owned.add(number)


def _take_next(page: Page, finding: Finding) -> None:
    """Called the demand “out of the question”: the judgement stands behind the object."""
    tokens = page.tree.tokens
    at = max(finding.content) + 1
    while at < len(tokens) and tokens[at].text in MARKS - {","}:
        at += 1
    number = page.quote_of.get(at)
    if number is None or at in finding.cue or at == max(finding.content) + 1:
        return
    first, last = page.quote_tokens[number]
    if first == at and tokens[at].sentence == tokens[finding.sayer].sentence:
        finding.content |= span_of(first, last)


def assign_free(page: Page, findings: list[Finding]) -> list[Finding]:
    """Give quotations that no content reaches to a cue; returns findings for the rest."""
    owner: dict[int, Finding] = {}
    for finding in findings:
        for number in finding.owned:
            best = owner.get(number)
            if best is None or len(finding.content) > len(best.content):
                owner[number] = finding
    by_paragraph: dict[int, list[Finding]] = {}
    for finding in sorted(findings, key=lambda f: f.sayer):
        by_paragraph.setdefault(page.paragraph(finding.sayer), []).append(finding)
    added: list[Finding] = []
    known = {id(finding) for finding in findings}
    previous: Finding | None = None
    before = -1  # last token of the quotation before
    for number in range(len(page.quotes)):
        if not page.is_long(number):
            continue
        first, last = page.quote_tokens[number]
        if number not in owner:
            here = page.paragraph(first)
            near = by_paragraph.get(here, [])
            found = (
                _behind(page, near, last)
                or _leading(page, near, first)
                or _same_paragraph(page, previous, before, near, first)
                or _nearest(near, first, last)
                or _before_colon(page, by_paragraph.get(here - 1, []), first)
            )
            if found is not None:
                if id(found) not in known:
                    known.add(id(found))
                    added.append(found)
                found.content |= span_of(first, last) - found.cue - found.source
                found.owned.add(number)
                owner[number] = found
            elif previous is not None and here - page.paragraph(before) <= 1:
                owner[number] = _carried_on(previous, first, last, number)
                added.append(owner[number])
            else:
                spoken = _named_before(page, first, last, number)
                if spoken is None:
                    continue
                owner[number] = spoken
                added.append(spoken)
        previous, before = owner[number], last
    return added


def _behind(page: Page, near: list[Finding], last: int) -> Finding | None:
    """“…,” she said; “…,” said the envoy."""
    tokens = page.tree.tokens
    stop = last + 1
    while stop < len(tokens) and tokens[stop].text in MARKS:
        stop += 1
    ended = page.annotated.text[tokens[last].start : tokens[last].end] == "."
    limit = stop
    while limit < min(len(tokens), stop + REACH) and tokens[limit].text not in ENDS:
        if page.in_speech(limit):
            break
        limit += 1
    for finding in near:
        if stop <= finding.sayer < limit and finding.rule not in LESSER:
            apart = {i for i in finding.content if i > last}
            if apart and (ended or finding.rule == "clause"):
                return None
            return finding
    return None


def _leading(page: Page, near: list[Finding], first: int) -> Finding | None:
    """She said: “…”; he told reporters that the plan was “…”."""
    tokens = page.tree.tokens
    start = first - 1
    colon = False
    while start > 0 and tokens[start].text in MARKS | {":"}:
        colon = colon or tokens[start].text == ":"
        start -= 1
    low = start
    while low > max(0, first - LEAD) and tokens[low].text not in ENDS and not page.in_speech(low):
        low -= 1
    best: Finding | None = None
    for finding in near:
        if low <= finding.sayer <= start and (colon or finding.rule not in LESSER):
            best = finding if best is None or finding.sayer > best.sayer else best
    if colon and best is not None and best.rule in LESSER:
        outer = [f for f in near if best.sayer in f.content and f.sayer < best.sayer and f.source]
        return outer[-1] if outer else _doer_before_colon(page, near, best, start)
    return best


def _doer_before_colon(
    page: Page, near: list[Finding], told: Finding, start: int
) -> Finding | None:
    """
    Asked about Vella's wish to go, the envoy waved it away: “…”: what is told on the
    way to the main verb is not the quotation's saying; its subject speaks.
    """
    tree = page.tree
    doing = next(
        (
            token
            for token in reversed(tree.tokens[told.sayer + 1 : start + 1])
            if token.tag in ("VBD", "VBZ", "VBP")
            and is_verb(token)
            and token.dep not in ("relcl", "acl", "advcl")
            and not page.in_speech(token.i)
        ),
        None,
    )
    subject = subject_of(tree, doing) if doing is not None else None
    if doing is None or subject is None or subject.head is None or subject.passive:
        return told
    source = source_tokens(tree, subject.head, doing.i)
    fresh = Finding("quotation", doing.i, {doing.i}, set(), source, subject.head)
    near.append(fresh)
    return fresh


def _same_paragraph(
    page: Page, previous: Finding | None, before: int, near: list[Finding], first: int
) -> Finding | None:
    """“…,” she said. “…”: the second half is hers too, unless another speaks between."""
    if previous is None or page.paragraph(before) != page.paragraph(first):
        return None
    tokens = page.tree.tokens
    for finding in reversed(near):
        if finding.sayer <= before:
            break
        if finding.sayer < first and finding is not previous:
            sayer = tokens[finding.sayer]
            apart = tokens[finding.sayer].sentence != tokens[previous.sayer].sentence
            speaks = finding.rule in SPEAKING and sayer.dep not in ("relcl", "advcl", "acl")
            if speaks and apart:
                return finding
    return previous


def _nearest(near: list[Finding], first: int, last: int) -> Finding | None:
    """The saying of the paragraph that stands nearest."""
    apart = [
        (min(abs(min(f.cue) - last), abs(first - max(f.cue))), order, f)
        for order, f in enumerate(near)
        if f.cue
    ]
    apart = [entry for entry in apart if entry[0] < NEAR]
    return min(apart, key=lambda entry: entry[:2])[2] if apart else None


def _before_colon(page: Page, before: list[Finding], first: int) -> Finding | None:
    """A saying that ends the paragraph before with a colon."""
    tree = page.tree
    at = first - 1
    while at > 0 and tree.tokens[at].text in MARKS:
        at -= 1
    if at < 0 or tree.tokens[at].text != ":":
        return None
    sentence = tree.tokens[at].sentence
    here = [f for f in before if tree.tokens[f.sayer].sentence == sentence]
    if here:
        return here[-1]
    # "The ministry released this statement:" has no cue; its subject speaks.
    root = tree.tokens[tree.sentences[sentence].root]
    subject = subject_of(tree, root) if is_verb(root) else None
    if subject is None or subject.head is None:
        return None
    source = source_tokens(tree, subject.head, root.i)
    fresh = Finding("quotation", root.i, {root.i}, set(), source, subject.head)
    before.append(fresh)
    return fresh


def _named_before(page: Page, first: int, last: int, number: int) -> Finding | None:
    """A paragraph that opens with a quotation, after one whose subject is a person."""
    tree = page.tree
    sentence = tree.sentence_of(first)
    if first - sentence.first > 1 or sentence.i == 0:
        return None
    before = tree.sentences[sentence.i - 1]
    if before.paragraph != sentence.paragraph - 1:
        return None
    root = tree.tokens[before.root]
    subject = subject_of(tree, root) if is_verb(root) else None
    if subject is None or subject.head is None or subject.passive or page.in_speech(root.i):
        return None
    mention = page.annotated.mention_headed(tree.tokens[subject.head])
    if mention is None or mention.actor_kind is not ActorKind.PERSON:
        return None
    return Finding(
        "speaker before",
        root.i,
        set(),
        span_of(first, last),
        source_tokens(tree, subject.head, root.i),
        subject.head,
        owned={number},
        unsure="the speaker is the subject of the paragraph before",
    )


def _carried_on(previous: Finding, first: int, last: int, number: int) -> Finding:
    """A quotation without a saying of its own, after one that has."""
    return Finding(
        "speaker before",
        previous.sayer,
        set(),
        span_of(first, last),
        set(previous.source),
        previous.source_head,
        owned={number},
        unsure="the speaker is the one quoted before",
    )
