"""
Layers: the per-document stages alone, on a user's own text, one JSON object a line.

In: `{"id", "text", "dct"?}`, where `dct` is the page's day if it is known. Out: one
line each, in the same order. The text is taken as already clean, and offsets refer
to it as given; only the body layer takes a raw scrape and cleans it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from verbale.annotate import annotate, load_parser
from verbale.annotate.parsing import PACKAGED_MODEL
from verbale.calendar import marked
from verbale.errors import ConfigError, DocumentError
from verbale.extract import extract
from verbale.extract.attribution.statements import as_polnear, find_statements
from verbale.extract.minutes.propositions import propositions
from verbale.extract.rows import as_rows
from verbale.ingest import clean_text
from verbale.model.annotated import AnnotatedDocument
from verbale.model.document import Document, Page
from verbale.model.problem import Problem
from verbale.model.proposition import Proposition

if TYPE_CHECKING:
    from spacy.language import Language

Row = dict[str, Any]


def annotate_lines(
    lines: Iterable[str], layer: str, problems: list[Problem], model: str = PACKAGED_MODEL
) -> Iterator[Row]:
    """
    Yield one row for each input line; a line that cannot be read is noted and passed over.

    Raises ConfigError where there is no such `layer`.
    """
    if layer not in LAYERS:
        raise ConfigError(f"No layer {layer!r}; verbale annotate has: {', '.join(LAYERS)}.")
    make = LAYERS[layer]
    # The parser takes a second to load and the body layer has no need of it.
    parser = None if layer == "body" else load_parser(model)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            identifier, text, dct = _line(line)
            yield {"id": identifier, **make(text, dct, parser)}
        except DocumentError as error:
            problems.append(Problem(f"line {number}", "annotate", str(error)))


def _line(line: str) -> tuple[str, str, date | None]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DocumentError(f"It is not JSON: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise DocumentError('It must be an object with "id" and "text".')
    dct = row.get("dct")
    try:
        return str(row["id"]), row["text"], date.fromisoformat(str(dct)[:10]) if dct else None
    except ValueError as error:
        raise DocumentError(f'"dct" must be a day as YYYY-MM-DD, not {dct!r}.') from error


def _annotated(text: str, parser: Language | None) -> AnnotatedDocument:
    if parser is None:
        raise ConfigError("This layer needs a parser.")
    page = Page(path="", name="", sha256="", media="text/plain")
    return annotate(Document(id="", page=page, text=text), parser)


def _body(text: str, dct: date | None, parser: Language | None) -> Row:
    return {"text": clean_text(text)}


def _timex(text: str, dct: date | None, parser: Language | None) -> Row:
    timexes = _annotated(text, parser).timexes
    return {
        "timexes": [
            {
                "start": timex.start,
                "end": timex.end,
                "type": timex.type.value,
                "value": resolution.value,
                "earliest": resolution.days.earliest and resolution.days.earliest.isoformat(),
                "latest": resolution.days.latest and resolution.days.latest.isoformat(),
                "steps": list(resolution.steps),
            }
            for timex, resolution in marked(timexes, dct)
        ]
    }


def _statements(text: str, dct: date | None, parser: Language | None) -> Row:
    annotated = _annotated(text, parser)
    return {"attributions": as_polnear(find_statements(annotated), annotated)}


def _acts(text: str, dct: date | None, parser: Language | None) -> Row:
    annotated = _annotated(text, parser)
    return {
        "acts": as_rows(extract(annotated)),
        "propositions": [_proposition(each) for each in propositions(annotated)],
    }


def _proposition(found: Proposition) -> Row:
    return {
        "actor": asdict(found.actor),
        "predicate": asdict(found.predicate),
        "point": asdict(found.point) if found.point else None,
        "opposed": found.opposed,
    }


# What `verbale annotate --layer` offers.
LAYERS: dict[str, Callable[[str, date | None, Language | None], Row]] = {
    "body": _body,
    "timex": _timex,
    "statements": _statements,
    "acts": _acts,
}
