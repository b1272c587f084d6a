"""
The listings as tables: name, rows, type of row, for every export that writes tables.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verbale.model.answer import (
    ActorRow,
    ActRow,
    ConflictRow,
    DeadlineRow,
    DemandRow,
    DocumentRow,
    PositionRow,
    ProposalRow,
    RoundRow,
    StatementRow,
)
from verbale.model.dossier import Dossier
from verbale.model.problem import Problem

Listing = tuple[str, Callable[[Dossier], Sequence[object]], type]

LISTINGS: tuple[Listing, ...] = (
    ("documents", lambda dossier: dossier.documents, DocumentRow),
    ("statements", lambda dossier: dossier.statements, StatementRow),
    ("timeline", lambda dossier: dossier.timeline, ActRow),
    ("rounds", lambda dossier: dossier.rounds, RoundRow),
    ("proposals", lambda dossier: dossier.proposals, ProposalRow),
    ("demands", lambda dossier: dossier.demands, DemandRow),
    ("positions", lambda dossier: dossier.positions, PositionRow),
    ("deadlines", lambda dossier: dossier.deadlines, DeadlineRow),
    ("conflicts", lambda dossier: dossier.conflicts, ConflictRow),
    ("actors", lambda dossier: dossier.actors, ActorRow),
    ("problems", lambda dossier: dossier.problems, Problem),
)
