"""
Acts against three public sets: PLOVER's gold standard records, ICBe, and ENB.

- `plover_gsr.jsonl`: one sentence a line with its coded event. The categories found
  in the sentence are compared with the gold one(s), as sets.
- `icbe_speech_dev.jsonl`: sentences about crises with kinds of speech acts; the kinds
  demand, offer, accept, reject, threaten, promise and appeal, as sets a sentence.
- `enb_propositions_gold.jsonl`: minutes as actor, predicate, point. Names are compared
  by their letters, through the gazetteer where it knows them; a point is right where
  its words are those of the gold.

Each file is optional; figures come for those that are there.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from verbale.annotate import annotate, load_parser
from verbale.errors import ConfigError
from verbale.extract import find_reports
from verbale.extract.attribution.statements import find_statements
from verbale.extract.minutes.propositions import propositions
from verbale.gazetteer import look_up
from verbale.lexicon import terms
from verbale.model.act import Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.document import Document, Page

PACKAGE = "verbale.evaluate"
WORD = re.compile(r"\w+")
FOLDERS = ("", "acts")


def run(data: Path) -> dict[str, float]:
    """Score every set that lies in `data`."""
    figures: dict[str, float] = {}
    for name, score in (
        ("plover_gsr", _plover),
        ("icbe_speech_dev", _icbe),
        ("enb_propositions_gold", _enb),
    ):
        path = next(
            (data / f / f"{name}.jsonl" for f in FOLDERS if (data / f / f"{name}.jsonl").is_file()),
            None,
        )
        if path is not None:
            figures |= score(_rows(path))
    if not figures:
        raise ConfigError(f"No benchmark of acts in {data}; see docs/benchmarks.md.")
    return figures


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _annotated(row: dict[str, Any]) -> AnnotatedDocument:
    page = Page(path=row["id"], name=row["id"], sha256="", media="text/plain")
    return annotate(Document(id=row["id"], page=page, text=row["text"]), load_parser())


class _Tally:
    """Right, spurious and missed, in all and for each kind."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.spurious: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()

    def add(self, gold: Iterable[str], told: Iterable[str]) -> None:
        wanted, found = Counter(gold), Counter(told)
        self.right += wanted & found
        self.spurious += found - wanted
        self.missed += wanted - found

    def figures(self, name: str) -> dict[str, float]:
        right, spurious, missed = (
            sum(counter.values()) for counter in (self.right, self.spurious, self.missed)
        )
        precision = right / (right + spurious or 1)
        recall = right / (right + missed or 1)
        kinds = sorted({*self.right, *self.missed})
        return {
            f"{name} precision": precision,
            f"{name} recall": recall,
            f"{name} F1": _f1(right, spurious, missed),
            f"{name} macro F1": sum(
                _f1(self.right[k], self.spurious[k], self.missed[k]) for k in kinds
            )
            / (len(kinds) or 1),
        }


def _f1(right: int, spurious: int, missed: int) -> float:
    return 2 * right / (2 * right + spurious + missed or 1)


def _plover(rows: Iterable[dict[str, Any]]) -> dict[str, float]:
    tally = _Tally()
    for row in rows:
        reports = _alluded(row)
        gold = {event["plover"] for event in row["gold"] if event["plover"]}
        tally.add(gold, {report.plover for report in reports if report.plover})
    return tally.figures("plover")


def _alluded(row: dict[str, Any]) -> tuple[Report, ...]:
    """Every act a sentence tells of, those too that it only points back at."""
    annotated = _annotated(row)
    return find_reports(annotated, find_statements(annotated))


def _icbe(rows: Iterable[dict[str, Any]]) -> dict[str, float]:
    tally = _Tally()
    kinds: dict[str, str] = terms(PACKAGE, "icbe")["gold"]
    for row in rows:
        gold = {
            kinds[kind]
            for event in row["gold"]
            for kind in event["kinds"].get("sayintkind", ())
            if kind in kinds
        }
        told = {kind_of(report) for report in _alluded(row)}
        tally.add(gold, {kind for kind in told if kind is not None})
    return tally.figures("icbe")


def kind_of(report: Report) -> str | None:
    """ICBe's kind of speech for an act, or None; a demand in mild words is an appeal."""
    table = terms(PACKAGE, "icbe")
    kind: str | None = table["acts"].get(report.type.value)
    if kind is None or report.modality not in (
        Modality.HAPPENED,
        Modality.UNDER_WAY,
        Modality.PLANNED,
    ):
        return None
    word = report.rule.partition(": ")[2].partition(" (")[0]
    if kind == "promise" and word in table["intent"]["words"]:
        return None
    if kind == "demand":
        return "demand" if word in table["firm"]["words"] else "appeal"
    return kind


def _enb(rows: Iterable[dict[str, Any]]) -> dict[str, float]:
    triples, pairs = _Tally(), _Tally()
    for row in rows:
        gold = [
            (_actor(p["actor"]), p["predicate"].lower(), _words((p["point"] or [""])[0]))
            for p in row["propositions"]
        ]
        told = [
            (
                _actor(p.actor.text),
                p.predicate.text.lower(),
                _words(p.point.text if p.point else ""),
            )
            for p in propositions(_annotated(row))
        ]
        triples.add(map(" | ".join, gold), map(" | ".join, told))
        pairs.add((" | ".join(g[:2]) for g in gold), (" | ".join(t[:2]) for t in told))
    return {
        "enb triple F1": triples.figures("")[" F1"],
        "enb actor and predicate F1": pairs.figures("")[" F1"],
    }


def _words(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


def _actor(name: str) -> str:
    found = look_up(name) or look_up(name.title())
    known = _words(found.name if found is not None else name)
    groups: dict[str, str] = terms(PACKAGE, "groups")["groups"]
    return groups.get(known, known)
