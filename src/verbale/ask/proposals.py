"""
Proposals: what was put on the table, how far it came, and how public it is.
"""

from __future__ import annotations

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.listing import Listing
from verbale.model.answer import ProposalRow
from verbale.model.state import Proposal
from verbale.store import View


def proposals(view: View, filters: Filters = EVERYTHING) -> list[ProposalRow]:
    """List the proposals in the order they were made."""
    folded = Folded(view, filters)
    return [proposal_row(entry, folded) for entry in PROPOSALS.asked(folded)]


def _made(entry: Proposal) -> str:
    """The day of its first step, or by which that was told."""
    if not entry.steps:
        return ""
    first = entry.steps[0]
    return str(first.when.latest if first.when.known else first.told)


PROPOSALS = Listing(
    kind="proposal",
    noun=Proposal,
    of=lambda state: state.proposals,
    id=lambda entry: entry.id,
    order=lambda entry: (_made(entry), entry.id),
    actors=lambda entry, acts: (*entry.by, *entry.to),
    issues=lambda entry, acts: (entry.issue,),
)


def proposal_row(entry: Proposal, folded: Folded) -> ProposalRow:
    """One proposal as shown."""
    return ProposalRow(
        id=entry.id,
        title=entry.title,
        kind=entry.kind,
        by=folded.sources.names(entry.by),
        to=folded.sources.names(entry.to),
        state=entry.state,
        disclosure=entry.disclosure,
        history=folded.steps(entry.steps),
        issue=folded.sources.issue(entry.issue),
        sources=folded.passages_of(entry.steps),
    )
