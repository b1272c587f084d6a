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
    The demand in its fullest words, the first of several: of a page that tells it of
    several counterparts, those it puts to this one.

    A headline's two words, or "the demand" told again, hide what was asked.
    """
    wordings = [words for entry in put for words in _wordings(entry.act, to, parties)]
    if not wordings:
        return put[0].act.reports[0].passage.text
    return max(wordings, key=lambda words: min(len(words.split()), FULL))


def _wordings(act: Act, to: str | None, parties: Parties) -> list[str]:
    """The act's own words, or those of its reports that are told of this counterpart alone."""
    own = [act.content] if act.content else []
    if to is None or len(act.reports) < SEVERAL:
        return own
    told: dict[tuple[str, int], set[str]] = {}
    for report in act.reports:
        key = (report.document, report.passage.start)
        told[key] = {
            parties.party(entry.value)
            for entry in act.attestations
            if entry.field == "addressee" and entry.passage == report.passage
        }
    words = [
        " ".join(report.content.text.split())
        for report in act.reports
        if report.content is not None and told[(report.document, report.passage.start)] == {to}
    ]
    return words or own
