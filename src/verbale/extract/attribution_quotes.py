"""
Quotations: each belongs to a cue beside it, or to the speaker before.
"""

from __future__ import annotations

from verbale.extract.attribution_finding import Finding, Page, span_of


def take_touched(page: Page, findings: list[Finding]) -> None:
    """A quotation that content reaches into is taken whole."""
    for finding in findings:
        for number in sorted({page.quote_of[i] for i in finding.content if i in page.quote_of}):
            first, last = page.quote_tokens[number]
            inside = span_of(first, last)
            if page.is_long(number) and not finding.cue & inside:
                finding.content |= inside
                finding.owned.add(number)


def assign_free(page: Page, findings: list[Finding]) -> list[Finding]:
    """Give quotations that no content reaches to the nearest cue of their paragraph."""
    owned = {number for finding in findings for number in finding.owned}
    by_paragraph: dict[int, list[Finding]] = {}
    for finding in findings:
        by_paragraph.setdefault(page.paragraph(finding.sayer), []).append(finding)
    added: list[Finding] = []
    previous: Finding | None = None
    for number in range(len(page.quotes)):
        if not page.is_long(number):
            continue
        first, last = page.quote_tokens[number]
        here = page.paragraph(first)
        if number in owned:
            previous = next(f for f in findings if number in f.owned)
            continue
        near = [
            (min(abs(min(f.cue) - last), abs(first - max(f.cue))), order, f)
            for order, f in enumerate(by_paragraph.get(here, []))
        ]
        near = [entry for entry in near if entry[0] < 40]
        if near:
            _, _, best = min(near, key=lambda entry: entry[:2])
            best.content |= span_of(first, last)
            best.owned.add(number)
            previous = best
        elif previous is not None:
            fresh = Finding(
                "speaker before",
                previous.sayer,
                set(),
                span_of(first, last),
                set(previous.source),
                previous.source_head,
                unsure="the speaker is the one quoted before",
            )
            fresh.owned.add(number)
            added.append(fresh)
            previous = fresh
    return added
