"""
Marked: a page as it was read, with every statement and act at its words.

The text is cut where any line begins or ends, so that lines that overlap are each
told. What was cut out of the page stands, folded, where it stood.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

from verbale.ask.explain import UnknownIdError
from verbale.ask.sources import Sources
from verbale.ask.statements import statement_row
from verbale.ask.wording import shortened, summary
from verbale.model.document import Cut, Document
from verbale.model.leaf import Leaf, Note, Paragraph, Run
from verbale.store import View

PARAGRAPH = re.compile(r"[^\n](?:.|\n(?!\n))*")
LONGEST_NOTE = 160


def marked(view: View, id: str, *, asked: tuple[int, int] | None = None) -> Leaf:
    """
    Lay open the page `id`; `asked` are the offsets of a passage to show by itself.
    """
    entry = view.document(id)
    if entry is None:
        raise UnknownIdError(f"This record has no page with the id {id!r}.")
    document = entry.document
    notes = _notes(view, id)
    paragraphs = tuple(_paragraphs(document, notes, asked or (0, 0)))
    last = paragraphs[-1].runs[0].start if paragraphs else -1
    copies = tuple(view.copies_of(id))
    others = {copy.document for copy in copies} | {copy.original for copy in copies}
    others |= {each.document for each in entry.dating.evidence if each.document}
    return Leaf(
        entry,
        paragraphs,
        tuple(cut for place, cut in _placed(document) if place > last),
        copies,
        tuple((other, _name(view, other)) for other in sorted(others)),
    )


def _name(view: View, id: str) -> str:
    entry = view.document(id)
    if entry is None:
        return id
    return entry.document.title.text if entry.document.title else entry.document.page.name


def _notes(view: View, id: str) -> list[Note]:
    """The lines that rest on the page, in the order they stand there."""
    sources = Sources(view)
    found: list[tuple[int, int, str, str, str, str]] = []
    for statement, start, end in view.rows(
        "SELECT statement, content_start, content_end FROM statement_attestations "
        "WHERE document = ? ORDER BY content_start, statement",
        (id,),
    ):
        if entry := view.statement(statement):
            row = statement_row(entry, sources)
            who = row.speaker.name if row.speaker else f"? {row.as_written}"
            text = f"{who}: {shortened(row.content, longest=LONGEST_NOTE)}"
            found.append((start, end, "statement", statement, text, ""))
    for act, start, end in view.rows(
        'SELECT act, start, "end" FROM act_reports WHERE document = ? ORDER BY start, act', (id,)
    ):
        if told := view.act(act):
            text = summary(told, sources.names(told.actors), sources.names(told.addressees))
            found.append((start, end, "act", act, text, told.modality.value))
    found.sort(key=lambda each: (each[0], -each[1], each[2], each[3]))
    return [
        Note(number, kind, line, text, start, end, modality)
        for number, (start, end, kind, line, text, modality) in enumerate(found, start=1)
    ]


def _paragraphs(
    document: Document, notes: Sequence[Note], asked: tuple[int, int]
) -> Iterator[Paragraph]:
    """The paragraphs, each cut where a line begins or ends."""
    live: list[Note] = []
    waiting = deque(notes)
    left_out = deque(_placed(document))
    for match in PARAGRAPH.finditer(document.text):
        start, end = match.span()
        fresh, cut_before = [], []
        while waiting and waiting[0].start < end:
            fresh.append(waiting.popleft())
        while left_out and left_out[0][0] <= start:
            cut_before.append(left_out.popleft()[1])
        live = [note for note in (*live, *fresh) if note.end > start]
        edges = {start, end, *asked, *(n.start for n in live), *(n.end for n in live)}
        cuts = sorted(edge for edge in edges if start <= edge <= end)
        yield Paragraph(
            tuple(_runs(document.text, cuts, live, asked)),
            tuple(fresh),
            tuple(cut_before),
            heading=document.title is not None and document.title.start == start,
        )


def _runs(
    text: str, cuts: Sequence[int], live: Sequence[Note], asked: tuple[int, int]
) -> Iterator[Run]:
    """The stretches between cuts, each with the notes over it; `live` is in their order."""
    waiting = deque(live)
    over: list[Note] = []
    for start, end in pairwise(cuts):
        over = [note for note in over if start < note.end]
        while waiting and waiting[0].start < end:
            over.append(waiting.popleft())
        yield Run(
            start,
            text[start:end],
            tuple(note.number for note in over),
            tuple(dict.fromkeys(note.kind for note in over)),
            tuple(note.number for note in over if note.end == end),
            asked[0] < end and start < asked[1],
        )


def _placed(document: Document) -> list[tuple[int, Cut]]:
    """What was cut from the page, with the place in the clean text it stood before."""
    found = [segment.found for segment in document.segments]
    placed = []
    for cut in document.cuts:
        at = bisect_left(found, cut.start)
        place = document.segments[at].start if at < len(found) else len(document.text)
        placed.append((place, cut))
    return sorted(placed, key=lambda each: (each[0], each[1].start))
