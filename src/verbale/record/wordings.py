"""
Wordings: in which of its tellings' words a demand is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model.act import Act
from verbale.record.parties import Parties
from verbale.record.standing import Standing

MARKS = re.compile('[“”"]')
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
    best = max(wordings, key=lambda words: (_is_whole(words), min(len(words.split()), FULL)))
    return best if _is_whole(best) else MARKS.sub("", best)


def _is_whole(words: str) -> bool:
    """
    Whether no quotation was cut in it: a mark that opens is closed.

    >>> _is_whole("the “key issues” of it"), _is_whole("key issues” of security")
    (True, False)
    """
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


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
