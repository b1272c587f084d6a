"""
Columns: what each listing shows to people. JSON has every field.
"""

from __future__ import annotations

from collections.abc import Iterable

from verbale.cli.printing import Column
from verbale.model.cited import ActorName, SourceRow
from verbale.model.listing import EditRow


def names(actors: Iterable[ActorName]) -> str:
    """Names, with commas."""
    return ", ".join(actor.name for actor in actors)


def cited(sources: Iterable[SourceRow]) -> str:
    """Where a row stands, as page and characters."""
    return " ".join(f"{source.document}:{source.start}-{source.end}" for source in sources)


def targets_shown(row: EditRow) -> tuple[str, ...]:
    """What an edit is of; where a marked line's words stand is left to JSON."""
    return row.targets[:1] if row.kind == "mark-wrong" else row.targets


ID = Column("id", lambda row: row.id, whole=True)
SOURCES = Column("sources", lambda row: cited(row.sources))

COLUMNS: dict[str, tuple[Column, ...]] = {
    "timeline": (
        Column("date", lambda row: str(row.date), whole=True),
        Column("type", lambda row: row.type),
        Column("modality", lambda row: row.modality),
        Column("summary", lambda row: row.summary, wide=True),
        Column("sources", lambda row: str(row.independent_sources)),
        ID,
    ),
    "statements": (
        Column("date", lambda row: str(row.date), whole=True),
        Column("speaker", lambda row: row.speaker.name if row.speaker else f"? {row.as_written}"),
        Column("party", lambda row: (row.speaker.party if row.speaker else None) or ""),
        Column("kind", lambda row: row.kind),
        Column("content", lambda row: row.content, wide=True),
        Column("place", lambda row: f"{row.document}:{row.start}-{row.end}"),
        ID,
    ),
    "rounds": (
        Column("date", lambda row: str(row.date), whole=True),
        Column("state", lambda row: row.state),
        Column("track", lambda row: row.track or ""),
        Column("place", lambda row: row.place or ""),
        Column("participants", lambda row: names(row.participants), wide=True),
        Column("level", lambda row: row.level or ""),
        ID,
    ),
    "proposals": (
        Column("state", lambda row: row.state),
        Column("title", lambda row: row.title, wide=True),
        Column("by", lambda row: names(row.by)),
        Column("to", lambda row: names(row.to)),
        Column("disclosure", lambda row: row.disclosure),
        ID,
    ),
    "demands": (
        Column("since", lambda row: str(row.since), whole=True),
        Column("by", lambda row: names(row.by)),
        Column("to", lambda row: names(row.to)),
        Column("content", lambda row: row.content, wide=True),
        Column("status", lambda row: row.status),
        Column("verdict", lambda row: row.verdict),
        ID,
    ),
    "positions": (
        Column("party", lambda row: row.party),
        Column("issue", lambda row: row.issue),
        Column("stance", lambda row: row.stance),
        Column("since", lambda row: str(row.since) if row.act else "", whole=True),
        Column("words", lambda row: row.quote or "", wide=True),
        Column("basis", lambda row: row.basis if row.act else ""),
    ),
    "deadlines": (
        Column("by", lambda row: str(row.by), whole=True),
        Column("state", lambda row: row.state),
        Column("set by", lambda row: names(row.set_by)),
        Column("on", lambda row: names(row.on)),
        Column("for", lambda row: row.content, wide=True),
        Column("hardness", lambda row: row.hardness or ""),
        ID,
    ),
    "conflicts": (
        Column("about", lambda row: row.about, wide=True),
        Column("field", lambda row: row.what),
        Column(
            "values",
            lambda row: " | ".join(
                f"{each.value} ({', '.join(each.documents)})" for each in row.values
            ),
            wide=True,
        ),
        ID,
    ),
    "changes": (
        Column("date", lambda row: str(row.date), whole=True),
        Column("kind", lambda row: row.kind),
        Column("about", lambda row: row.about, wide=True),
        Column("before", lambda row: row.before or ""),
        Column("after", lambda row: row.after),
        Column("act", lambda row: row.act or "", whole=True),
    ),
    "documents": (
        Column("published", lambda row: str(row.published), whole=True),
        Column("page date", lambda row: _page_date(row.page_date, row.page_date_trusted)),
        Column("title", lambda row: row.title or "", wide=True),
        Column("outlet", lambda row: row.outlet or ""),
        Column("copy of", lambda row: row.copy_of or ""),
        Column("path", lambda row: row.path),
        ID,
    ),
    "actors": (
        Column("name", lambda row: row.name),
        Column("kind", lambda row: row.kind),
        Column("office", lambda row: row.office or ""),
        Column("party", lambda row: row.party or ""),
        Column("variants", lambda row: ", ".join(row.variants), wide=True),
        Column("lines", lambda row: str(row.statements + row.acts)),
        ID,
    ),
    "issues": (
        Column("issue", lambda row: f"  {row.label}" if row.parent else row.label, wide=True),
        Column("phrases", lambda row: "; ".join(row.phrases), wide=True),
        Column("acts", lambda row: str(row.acts)),
        ID,
    ),
    "edits": (
        Column("at", lambda row: row.at[:16].replace("T", " "), whole=True),
        Column("by", lambda row: row.author),
        Column("kind", lambda row: row.kind),
        Column("of", lambda row: ", ".join(targets_shown(row)), wide=True),
        Column("as", lambda row: row.value or "", wide=True),
        Column("reason", lambda row: row.reason, wide=True),
        Column("state", lambda row: row.state),
        ID,
    ),
    "cuts": (
        Column("path", lambda row: row.path),
        Column("place", lambda row: f"{row.start}-{row.end}"),
        Column("reason", lambda row: row.reason),
        Column("text", lambda row: row.text, wide=True),
    ),
    "problems": (
        Column("path", lambda row: row.path),
        Column("stage", lambda row: row.stage),
        Column("message", lambda row: row.message, wide=True),
    ),
}


def _page_date(days: object, trusted: bool | None) -> str:
    if days is None:
        return "none"
    return f"{days}" if trusted else f"{days} (not trusted)"
