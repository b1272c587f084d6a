"""
Piles: the whole way, held to what a careful reader takes from a heap of pages.

A pile is a folder with `pages/` and a `gold.json` (its shape is that of
`examples/gold.json`). It is built as a user would build it and asked through `ask`,
so that the figures are of what a user sees. Besides what the examples' gold holds, a
gold may name `positions` (party, issue, day, stance), acts that several pages tell and
that must be one (`merged`: type, day, documents), and passages that tell different acts
(`apart`: type, passages).
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from verbale.ask.conflicts import conflicts
from verbale.ask.demands import demands
from verbale.ask.filters import Filters
from verbale.ask.positions import positions
from verbale.evaluate.seen import Seen, folded
from verbale.model.answer import ActRow, StatementRow
from verbale.model.cited import ActorName
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
    seen = Seen(view)
    checks: dict[str, dict[str, bool]] = {
        "dated": {},
        "trusted": {},
        "noise_gone": {},
        "body_kept": {},
        "relevant": {},
        "copies": {},
    }
    for want in gold["documents"]:
        _check_page(want, seen, checks)
    checks["statements"] = _each(gold, "statements", lambda want: _said(want, seen))
    checks["speakers"] = _speakers(gold, seen)
    checks["acts"] = _each(gold, "acts", lambda want: _told(want, seen))
    checks["traps"] = _each(gold, "traps", lambda want: not _told_as_done(want, seen))
    checks["merged"] = _each(gold, "merged", lambda want: _merged(want, seen))
    checks["apart"] = _each(gold, "apart", lambda want: not _joined(want, seen))
    checks["demands"], checks["demand_status"] = _check_demands(gold, seen)
    checks["positions"] = _each(gold, "positions", lambda want: _stands(want, seen))
    checks["conflicts"] = _each(gold, "conflicts", lambda want: _disputed(want, seen))
    return checks


def _check_page(want: Gold, seen: Seen, checks: dict[str, dict[str, bool]]) -> None:
    path = want["path"]
    row = seen.pages.get(path)
    checks["relevant"][path] = bool(row and row.relevant == want.get("relevant", True))
    if "published" in want:
        checks["dated"][path] = bool(row and _inside(row.published, want["published"]))
        checks["trusted"][path] = bool(row and row.page_date_trusted == want["trusted"])
    if row and (row.copy_of or "copy_of" in want):
        checks["copies"][path] = seen.paths.get(row.copy_of or "") == want.get("copy_of")
    for text in want.get("noise", ()):
        checks["noise_gone"][f"{path}: {text}"] = bool(row and text not in row.text)
    for text in want.get("body", ()):
        checks["body_kept"][f"{path}: {text}"] = bool(row and text in row.text)


def _quoting(want: Gold, seen: Seen) -> list[StatementRow]:
    """The statements of the record that hold the gold's words on its page."""
    return [
        row
        for row in seen.statements
        if want["path"]
        in {
            seen.paths.get(each) for each in (row.document, *(s.document for s in row.attestations))
        }
        and folded(want["quote"]) in folded(row.content)
    ]


def _by(want: Gold, row: StatementRow, seen: Seen) -> bool:
    speaker = row.speaker
    return bool(
        speaker
        and seen.is_named(want["speaker"], speaker)
        and seen.is_of(want.get("party"), speaker)
    )


def _said(want: Gold, seen: Seen) -> bool:
    """Whether the quotation is a statement of the record, by the right speaker."""
    return any(
        _by(want, row, seen) and want.get("channel", "") in (row.channel or "")
        for row in _quoting(want, seen)
    )


def _speakers(gold: Gold, seen: Seen) -> dict[str, bool]:
    """
    Of the quotations found at all, who is told to have said the innermost statement:
    what somebody says that another has said is the other's.
    """
    found = {}
    for want in gold.get("statements", ()):
        rows = _quoting(want, seen)
        if rows:
            inner = min(rows, key=lambda row: (len(row.content), row.id))
            found[f"{want['path']} · {want['quote']} · {want['speaker']}"] = _by(want, inner, seen)
    return found


def _told(want: Gold, seen: Seen) -> bool:
    """Whether the act stands in the timeline, with its day, place and tellers."""
    return any(
        row.type == want["type"]
        and row.modality == want["modality"]
        and all(seen.has(who, (*row.actors, *row.addressees)) for who in want["actors"])
        and all(seen.has(who, (*row.actors, *row.addressees)) for who in want.get("addressees", ()))
        and ("date" not in want or _inside(row.date, want["date"]))
        and ("place" not in want or want["place"] in (row.place or ""))
        and set(want.get("documents", ())) <= _tellers(row, seen)
        for row in seen.acts
    )


def _told_as_done(want: Gold, seen: Seen) -> bool:
    """Whether the trap's sentence gave an act of the trap's type as having happened."""
    return any(
        row.type == want["type"]
        and row.modality in HAPPENED
        and _quotes(row, want["path"], want["text"], seen)
        for row in seen.acts
    )


def _merged(want: Gold, seen: Seen) -> bool:
    """Whether one act, on that day, is told by all these pages."""
    return any(
        row.type == want["type"]
        and _inside(row.date, (want["day"], want["day"]))
        and set(want["documents"]) <= _tellers(row, seen)
        for row in seen.acts
    )


def _joined(want: Gold, seen: Seen) -> bool:
    """Whether two of the passages, which tell different acts, stand under one act."""
    return any(
        row.type == want["type"]
        and any(
            all(_quotes(row, path, text, seen) for path, text in pair)
            for pair in combinations(want["passages"], 2)
        )
        for row in seen.acts
    )


def _tellers(row: ActRow, seen: Seen) -> set[str | None]:
    return {seen.paths.get(each.document) for each in row.sources}


def _quotes(row: ActRow, path: str, text: str, seen: Seen) -> bool:
    return any(seen.paths.get(each.document) == path and text in each.quote for each in row.sources)


def _check_demands(gold: Gold, seen: Seen) -> tuple[dict[str, bool], dict[str, bool]]:
    found: dict[str, bool] = {}
    status: dict[str, bool] = {}
    for want in gold.get("demands", ()):
        name = f"{want['by']} → {want['to']}: {want['issue']}"
        for day, expected in want["status"].items():
            rows = [
                row
                for row in demands(seen.view, Filters(as_of=date.fromisoformat(day)))
                if seen.has(want["by"], row.by)
                and seen.has(want["to"], row.to)
                and folded(want["issue"]) in folded(f"{row.issue} {row.content}")
            ]
            found[name] = found.get(name, True) and bool(rows)
            status[f"{name} on {day}"] = any(row.status == expected for row in rows)
    return found, status


def _stands(want: Gold, seen: Seen) -> bool:
    """Whether the cell of the positions says so on that day."""
    return any(
        row.stance == want["stance"]
        and seen.is_of(want["party"], ActorName(row.party_id, row.party))
        and folded(want["issue"]) in folded(f"{row.issue} {row.quote}")
        for row in positions(seen.view, Filters(as_of=date.fromisoformat(want["day"])))
    )


def _disputed(want: Gold, seen: Seen) -> bool:
    return any(
        row.field == want["field"]
        and set(want["documents"])
        <= {seen.paths.get(document) for value in row.values for document in value.documents}
        for row in conflicts(seen.view, Filters())
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
