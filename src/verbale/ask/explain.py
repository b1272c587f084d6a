"""
Explain: why a line of the record says what it says.

An id of anything in the record is followed down to the sentence it stands on, the
rule that found it, and the arithmetic of its date. Lines that are folded from acts
(demands, positions …) lead to the act that made each step.
"""

from __future__ import annotations

from verbale.ask.choosing import did_you_mean
from verbale.ask.conflicts import CONFLICTS, conflict_row, conflicts_about
from verbale.ask.deadlines import DEADLINES, deadline_row
from verbale.ask.demands import DEMANDS, demand_row
from verbale.ask.explain_acts import explain_act
from verbale.ask.explain_evidence import (
    explain_actor,
    explain_document,
    explain_edit,
    explain_issue,
    explain_statement,
)
from verbale.ask.explain_state import explain_conflict, explain_state
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.positions import cell_named, position_row
from verbale.ask.proposals import PROPOSALS, proposal_row
from verbale.ask.rounds import ROUNDS, round_row
from verbale.ask.sources import Sources
from verbale.errors import ConfigError
from verbale.model.finding import Explanation
from verbale.store import View


class UnknownIdError(ConfigError):
    """Nothing in the record has this id."""


def explain(view: View, id: str, filters: Filters = EVERYTHING) -> Explanation:
    """
    Follow an id down to its evidence.

    A cell of the positions matrix is named PARTY/ISSUE by their ids.
    """
    found = _explain_stored(view, id) or _explain_folded(view, id, filters)
    if found is None:
        known = [row[0] for row in view.rows("SELECT id FROM acts UNION SELECT id FROM actors")]
        raise UnknownIdError(
            f"This record has nothing with the id {id!r}. {did_you_mean(id, known)}"
            "The last column of a listing (or `id` in its JSON) names each line."
        )
    return found


def _explain_stored(view: View, id: str) -> Explanation | None:
    """What the file holds under this id."""
    if document := view.document(id):
        return explain_document(document, view)
    sources = Sources(view)
    if statement := view.statement(id):
        return explain_statement(statement, sources)
    if act := view.act(id):
        return explain_act(act, sources, conflicts_about(view, id))
    if actor := view.actor(id):
        return explain_actor(actor, view, sources)
    if issue := view.issue(id):
        return explain_issue(issue, view, sources)
    # A line that was marked wrong is no line any more; its edit tells why.
    return next(
        (
            explain_edit(edit)
            for edit in view.edits()
            if id == edit.id or (edit.kind == "mark-wrong" and id == edit.targets[0])
        ),
        None,
    )


def _explain_folded(view: View, id: str, filters: Filters) -> Explanation | None:
    """What is folded from acts under this id."""
    folded = Folded(view, filters)
    if demand := DEMANDS.one(folded, id):
        return explain_state(id, "demand", demand_row(demand, folded))
    if proposal := PROPOSALS.one(folded, id):
        return explain_state(id, "proposal", proposal_row(proposal, folded))
    if meeting := ROUNDS.one(folded, id):
        return explain_state(id, "round", round_row(meeting, folded))
    if deadline := DEADLINES.one(folded, id):
        return explain_state(id, "deadline", deadline_row(deadline, folded))
    if cell := cell_named(folded, id):
        return explain_state(id, "position", position_row(cell, folded))
    conflict = CONFLICTS.one(folded, id)
    return explain_conflict(conflict_row(conflict, folded)) if conflict else None
