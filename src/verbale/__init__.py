"""
verbale: the record of a negotiation, computed from the news.

In Python: `verbale.build` reads pages into a record, `verbale.open` asks it. Both load
what they need when they are called, so that the import costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verbale.pipeline import Summary
    from verbale.talks import Talks

__version__ = "0.1.0"
__all__ = ["build", "correct", "open"]


def build(
    sources: Sequence[str | Path] | str | Path,
    to: str | Path,
    *,
    workers: int = 1,
    about: str | None = None,
    model: str | None = None,
    engine: str = "local",
    ray_address: str | None = None,
    shards: str | Path | None = None,
    fields: Mapping[str, str] | None = None,
) -> Summary:
    """
    Read pages and write their record to the file `to`, or add them to the one there.

    `sources` are files, folders, globs or archives; `about` are words that say which
    negotiation is meant; `model` is another English spaCy model. With the engine "ray",
    many machines read pages: those of the cluster at `ray_address`; `shards` is a folder
    that keeps what they read. `fields` are other names of fields in JSON pages:
    {"text": "body"}.
    """
    from verbale.config import Settings
    from verbale.pipeline import DEFAULTS
    from verbale.pipeline import build as build_record

    settings = Settings(
        model=model or DEFAULTS.model,
        workers=workers,
        about=about,
        engine=engine,
        address=ray_address,
        shards=Path(shards) if shards is not None else None,
        fields=tuple((fields or {}).items()),
    )
    given = [sources] if isinstance(sources, str | Path) else sources
    return build_record(given, Path(to), settings)


def open(path: str | Path) -> Talks:
    """
    Open a record for questions.
    """
    from verbale.talks import Talks

    return Talks(path)


def correct(
    path: str | Path,
    kind: str,
    *targets: str,
    author: str,
    reason: str,
    at: str,
    value: str | None = None,
) -> str:
    """
    Correct a record by hand and link it anew; gives the edit's id, for undoing it.

    `kind` is one of verbale.model.edit.KINDS; `at` is the instant, in ISO and UTC.
    """
    from verbale.edits import make_edit
    from verbale.pipeline import rebuild

    edit = make_edit(kind, targets, value, author, reason, at)
    rebuild(Path(path), edit)
    return edit.id
