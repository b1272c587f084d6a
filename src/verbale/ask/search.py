"""
Search: words looked for in everything, each hit with what stands around it.

Pages and passages are found by the full-text tables; actors and issues by their names.
A hit in a page has its offsets, so that the page can be opened at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from verbale.ask.words import NOTHING, full_text_query
from verbale.model.finding import HitRow
from verbale.store import View

# What may be searched, in the order it is shown.
KINDS = ("actor", "issue", "statement", "act", "page")
# Around a hit; these two are no characters, so that no page's text is taken for them.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
AROUND = 90
PER_KIND = 10
MOST = 100


def search(
    view: View, words: str, *, kind: str | None = None, limit: int = PER_KIND, offset: int = 0
) -> list[HitRow]:
    """
    Look for `words`; of each kind the first `limit`, the best match first.

    With a `kind`, `offset` pages through its hits.
    """
    query = full_text_query(words)
    if query == NOTHING:
        return []
    limit = min(limit, MOST)
    return [
        hit
        for name in KINDS
        if kind in (None, name)
        for hit in FINDERS[name](view, query, limit, offset if kind else 0)
    ]


def _pages(view: View, query: str, limit: int, offset: int) -> Iterator[HitRow]:
    for id, title, name, marked in view.rows(
        "SELECT id, d.title, d.name, highlight(documents_search, 1, ?, ?) "
        "FROM documents_search JOIN documents AS d ON d.number = documents_search.rowid "
        "WHERE documents_search MATCH ? ORDER BY rank, d.name, id LIMIT ? OFFSET ?",
        (OPEN, CLOSE, query, limit, offset),
    ):
        yield _hit("page", id, title or name, marked, document=id, start=0)


def _acts(view: View, query: str, limit: int, offset: int) -> Iterator[HitRow]:
    for act, type, document, start, marked in view.rows(
        "SELECT r.act, a.type, r.document, r.start, highlight(passages_search, 0, ?, ?) "
        "FROM passages_search JOIN act_reports AS r ON r.number = passages_search.rowid "
        "JOIN acts AS a ON a.id = r.act "
        "WHERE passages_search MATCH ? ORDER BY rank, r.number LIMIT ? OFFSET ?",
        (OPEN, CLOSE, query, limit, offset),
    ):
        yield _hit("act", act, type, marked, document=document, start=start)


def _statements(view: View, query: str, limit: int, offset: int) -> Iterator[HitRow]:
    for id, source, document, marked in view.rows(
        "SELECT s.id, s.as_written, s.document, highlight(statements_search, 1, ?, ?) "
        "FROM statements_search JOIN statements AS s ON s.number = statements_search.rowid "
        "WHERE statements_search MATCH ? ORDER BY rank, s.number LIMIT ? OFFSET ?",
        (OPEN, CLOSE, query, limit, offset),
    ):
        yield _hit("statement", id, source, marked, document=document)


def _actors(view: View, query: str, limit: int, offset: int) -> Iterator[HitRow]:
    named = ((each.id, each.name, (each.name, *each.variants)) for each in view.actors)
    return _named(named, "actor", query, limit, offset)


def _issues(view: View, query: str, limit: int, offset: int) -> Iterator[HitRow]:
    named = ((each.id, each.label, (each.label, *each.phrases)) for each in view.issues)
    return _named(named, "issue", query, limit, offset)


FINDERS: dict[str, Callable[[View, str, int, int], Iterator[HitRow]]] = {
    "actor": _actors,
    "issue": _issues,
    "statement": _statements,
    "act": _acts,
    "page": _pages,
}


def _named(
    entries: Iterator[tuple[str, str, tuple[str, ...]]],
    kind: str,
    query: str,
    limit: int,
    offset: int,
) -> Iterator[HitRow]:
    """What goes by a name that has all the words."""
    wanted = [piece.casefold() for piece in query.strip('"').split('" "')]
    found = 0
    for id, label, names in entries:
        name = next((n for n in names if all(word in n.casefold() for word in wanted)), None)
        if name is None:
            continue
        found += 1
        if found > offset + limit:
            return
        if found > offset:
            yield HitRow(kind, id, label, before=name if name != label else "")


def _hit(
    kind: str, id: str, label: str, marked: Any, *, document: str, start: int | None = None
) -> HitRow:
    """The first hit in a text whose hits are marked, with what stands around it."""
    text = str(marked or "")
    at = text.find(OPEN)
    if at < 0:  # the words stand in the title or the source's name
        return HitRow(kind, id, label, document, after=_plain(text)[: 2 * AROUND])
    end = text.find(CLOSE, at)
    before, hit, after = text[:at], text[at + 1 : end], _plain(text[end + 1 :])
    return HitRow(
        kind,
        id,
        label,
        document,
        start=None if start is None else start + at,
        end=None if start is None else start + at + len(hit),
        before=_from_a_word(before),
        hit=hit,
        after=_to_a_word(after),
    )


def _plain(text: str) -> str:
    return text.replace(OPEN, "").replace(CLOSE, "")


def _from_a_word(text: str) -> str:
    """The last words of a text."""
    if len(text) <= AROUND:
        return text
    cut = text[-AROUND:]
    return "… " + cut[cut.find(" ") + 1 :]


def _to_a_word(text: str) -> str:
    """The first words of a text."""
    if len(text) <= AROUND:
        return text
    cut = text[:AROUND]
    return cut[: cut.rfind(" ") if " " in cut else AROUND] + " …"
