"""
Wordings: in which of its tellings' words a demand is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model.act import Act
from verbale.record.parties import Parties
from verbale.record.standing import Standing

# More words than this tell more than the demand.
FULL = 16
# A demand told once has one wording.
SEVERAL = 2


def content_of(put: Sequence[Standing], to: str | None, parties: Parties) -> str:
    """
    The demand in its fullest words, the first of several: those a page puts to this
    counterpart, where one page tells it of several.
    """
    told = [entry.act for entry in put if entry.act.content]
    if not told:
        return put[0].act.reports[0].passage.text
    # A headline's two words, or "the demand" told again, hide what was asked.
    fullest = max(told, key=lambda act: min(len((act.content or "").split()), FULL))
    return _put_to(fullest, to, parties) or fullest.content or ""


def _put_to(act: Act, to: str | None, parties: Parties) -> str | None:
    """The content of the first report whose sentence is told of this counterpart alone."""
    if to is None or len(act.reports) < SEVERAL:
        return None
    told: dict[tuple[str, int], set[str]] = {}
    for report in act.reports:
        key = (report.document, report.passage.start)
        told[key] = {
            parties.party(entry.value)
            for entry in act.attestations
            if entry.field == "addressee" and entry.passage == report.passage
        }
    words = [
        report.content.text
        for report in act.reports
        if report.content is not None and told[(report.document, report.passage.start)] == {to}
    ]
    return " ".join(words[0].split()) if words else None
