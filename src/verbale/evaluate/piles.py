"""
Piles: the whole way, held to what a careful reader takes from a heap of pages.

A pile is a folder with `pages/` and a `gold.json` (its shape is that of
`examples/gold.json`). It is built as a user would build it and asked through `ask`,
so that the figures are of what a user sees.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from verbale.ask.conflicts import conflicts
from verbale.ask.demands import demands
from verbale.ask.documents import documents
from verbale.ask.filters import Filters
from verbale.ask.statements import statements
from verbale.ask.timeline import timeline
from verbale.model.answer import ActorName, ActRow, DocumentRow, StatementRow
from verbale.model.interval import Interval
from verbale.pipeline import build
from verbale.store import View, open_record

Gold = Mapping[str, Any]
HAPPENED = ("happened", "under way")


def run(folder: Path) -> dict[str, float]:
    """
    Build the pile in `folder` and score it; each figure is a share from 0 to 1.

    `…_lost` figures do not exist: where less is better, the share that is right is
    given ("traps" is the share of traps not told as having happened).
    """
    return {name: _share(hits) for name, hits in examine(folder).items() if hits}


def examine(folder: Path) -> dict[str, dict[str, bool]]:
    """For each figure, each thing the gold asks for and whether the record has it."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        to = Path(scratch, "pile.verbale")
        build([folder / "pages"], to)
        with open_record(to) as view:
            return _examine(view, gold)


def _examine(view: View, gold: Gold) -> dict[str, dict[str, bool]]:
    pages = {Path(row.path).name: row for row in documents(view)}
    names = {row.id: name for name, row in pages.items()}
    acts = timeline(view, Filters())
    said = statements(view, Filters())
    checks: dict[str, dict[str, bool]] = {
        "dated": {},
        "trusted": {},
        "noise_gone": {},
        "body_kept": {},
        "relevant": {},
        "copies": {},
    }
    for want in gold["documents"]:
        _check_page(want, pages.get(want["path"]), names, checks)
    checks["statements"] = _each(gold, "statements", lambda want: _said(want, said, names))
    checks["acts"] = _each(gold, "acts", lambda want: _told(want, acts, names))
    checks["traps"] = _each(gold, "traps", lambda want: not _told_as_done(want, acts, names))
    checks["demands"], checks["demand_status"] = _check_demands(view, gold)
    checks["conflicts"] = _each(gold, "conflicts", lambda want: _disputed(want, view, names))
    return checks


def _check_page(
    want: Gold,
    row: DocumentRow | None,
    names: Mapping[str, str],
    checks: dict[str, dict[str, bool]],
) -> None:
    path = want["path"]
    checks["relevant"][path] = bool(row and row.relevant == want.get("relevant", True))
    if "published" in want:
        checks["dated"][path] = bool(row and _inside(row.published, want["published"]))
        checks["trusted"][path] = bool(row and row.page_date_trusted == want["trusted"])
    if row and (row.copy_of or "copy_of" in want):
        checks["copies"][path] = names.get(row.copy_of or "") == want.get("copy_of")
    for text in want.get("noise", ()):
        checks["noise_gone"][f"{path}: {text}"] = bool(row and text not in row.text)
    for text in want.get("body", ()):
        checks["body_kept"][f"{path}: {text}"] = bool(row and text in row.text)


def _said(want: Gold, rows: Sequence[StatementRow], names: Mapping[str, str]) -> bool:
    """Whether the quotation is a statement of the record, by the right speaker."""
    for row in rows:
        pages = {names.get(each.document) for each in row.attestations} | {names.get(row.document)}
        if want["path"] in pages and _folded(want["quote"]) in _folded(row.content):
            speaker = row.speaker
            if speaker and _is(want["speaker"], speaker) and _of(want.get("party"), speaker):
                return "channel" not in want or want["channel"] in (row.channel or "")
    return False


def _told(want: Gold, rows: Sequence[ActRow], names: Mapping[str, str]) -> bool:
    """Whether the act stands in the timeline, with its day, place and tellers."""
    return any(
        row.type == want["type"]
        and row.modality == want["modality"]
        and all(_any(who, (*row.actors, *row.addressees)) for who in want["actors"])
        and all(_any(who, (*row.actors, *row.addressees)) for who in want.get("addressees", ()))
        and ("date" not in want or _inside(row.date, want["date"]))
        and ("place" not in want or want["place"] in (row.place or ""))
        and set(want.get("documents", ())) <= {names.get(each.document) for each in row.sources}
        for row in rows
    )


def _told_as_done(want: Gold, rows: Sequence[ActRow], names: Mapping[str, str]) -> bool:
    """Whether the trap's sentence gave an act of the trap's type as having happened."""
    return any(
        row.type == want["type"]
        and row.modality in HAPPENED
        and any(
            names.get(each.document) == want["path"] and want["text"] in each.quote
            for each in row.sources
        )
        for row in rows
    )


def _check_demands(view: View, gold: Gold) -> tuple[dict[str, bool], dict[str, bool]]:
    found: dict[str, bool] = {}
    status: dict[str, bool] = {}
    for want in gold.get("demands", ()):
        name = f"{want['by']} → {want['to']}: {want['issue']}"
        for day, expected in want["status"].items():
            rows = [
                row
                for row in demands(view, Filters(as_of=date.fromisoformat(day)))
                if _any(want["by"], row.by)
                and _any(want["to"], row.to)
                and _folded(want["issue"]) in _folded(f"{row.issue} {row.content}")
            ]
            found[name] = found.get(name, True) and bool(rows)
            status[f"{name} on {day}"] = any(row.status == expected for row in rows)
    return found, status


def _disputed(want: Gold, view: View, names: Mapping[str, str]) -> bool:
    return any(
        row.field == want["field"]
        and set(want["documents"])
        <= {names.get(document) for value in row.values for document in value.documents}
        for row in conflicts(view, Filters())
    )


def _each(gold: Gold, key: str, holds: Callable[[Gold], bool]) -> dict[str, bool]:
    return {
        " · ".join(str(value) for value in want.values()): holds(want) for want in gold.get(key, ())
    }


def _share(hits: Mapping[str, bool]) -> float:
    return sum(hits.values()) / len(hits)


def _inside(found: Interval, wanted: Sequence[str]) -> bool:
    if found.earliest is None or found.latest is None:
        return False
    return wanted[0] <= found.earliest.isoformat() and found.latest.isoformat() <= wanted[1]


def _any(who: str, actors: Iterable[ActorName]) -> bool:
    return any(_is(who, actor) or actor.party == who for actor in actors)


def _is(who: str, actor: ActorName) -> bool:
    return _folded(who) == _folded(actor.name) or _folded(who) in _folded(actor.name)


def _of(party: str | None, actor: ActorName) -> bool:
    return party is None or party in (actor.party, actor.name)


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold()
