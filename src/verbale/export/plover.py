"""
PLOVER and CAMEO: the acts as a table of coded events, for political scientists.

A row is one act from one source to one target. Acts that no category fits are left
out, as everywhere; the modality says what was told as done.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from verbale.export.csv import safe
from verbale.export.pairs import pairs
from verbale.export.writing import whole_file
from verbale.model.answer import ActRow
from verbale.model.cited import ActorName
from verbale.model.dossier import Dossier

# The root code of CAMEO that a category of PLOVER was made from, and its quadrant: verbal
# and material co-operation (1, 2), verbal and material conflict (3, 4).
CAMEO = {
    "AGREE": ("03", 1),
    "CONSULT": ("04", 1),
    "SUPPORT": ("05", 1),
    "CONCEDE": ("08", 1),
    "COOPERATE": ("06", 2),
    "AID": ("07", 2),
    "RETREAT": ("08", 2),
    "REQUEST": ("10", 3),
    "ACCUSE": ("11", 3),
    "REJECT": ("12", 3),
    "THREATEN": ("13", 3),
    "PROTEST": ("14", 4),
    "SANCTION": ("16", 4),
    "MOBILIZE": ("15", 4),
    "COERCE": ("17", 4),
    "ASSAULT": ("18", 4),
}
COLUMNS = (
    *("event", "earliest", "latest", "source", "source_party", "target", "target_party"),
    *("plover", "mode", "cameo_root", "quad_class", "act_type", "modality", "issue", "place"),
    *("independent_sources", "pages", "text"),
)


class PloverExporter:
    """The acts as a table of PLOVER events, with CAMEO root codes."""

    name = "plover"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the table."""
        with whole_file(path) as fresh, fresh.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(COLUMNS)
            for row in dossier.timeline:
                for cells in _events(row):
                    writer.writerow(map(safe, cells))


def _events(row: ActRow) -> Iterator[tuple[str, ...]]:
    if row.plover not in CAMEO:
        return
    root, quadrant = CAMEO[row.plover]
    told: list[tuple[ActorName, ActorName | None]] = list(pairs(row))
    for source, target in told or [(actor, None) for actor in row.actors]:
        yield (
            row.id,
            row.date.earliest.isoformat() if row.date.earliest else "",
            row.date.latest.isoformat() if row.date.latest else "",
            source.name,
            source.party or "",
            target.name if target else "",
            (target.party or "") if target else "",
            row.plover,
            row.plover_mode or "",
            root,
            str(quadrant),
            row.type,
            row.modality,
            row.issue or "",
            row.place or "",
            str(row.independent_sources),
            " ".join(dict.fromkeys(source.document for source in row.sources)),
            row.sources[0].quote if row.sources else "",
        )
