"""
In whose stead an offer is made: "instead of the freeze, the owner offers …".

A counter-offer is on what it is made against, whatever its own words are on. The sentence
names that behind "instead of"; a bare "instead" means what was refused before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verbale.extract.issues import issue_of
from verbale.extract.matching import is_amount
from verbale.lexicon import terms
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse
from verbale.model.span import Span

PACKAGE = "verbale.extract"
REFUSED = (ActType.REJECT, ActType.REFUSE_TO_DISCUSS)


def in_stead(annotated: AnnotatedDocument, reports: Iterable[Report]) -> Iterator[Report]:
    """The reports, counter-offers on what they are made against where the page says so."""
    told = list(reports)
    for report in told:
        if report.type is ActType.COUNTER_PROPOSE:
            against = _named(annotated.parse, report)
            if against is None:
                against = _refused_before(annotated.parse, report, told)
            if against is not None:
                report = replace(report, issue=against)
        yield report


def _named(tree: Parse, report: Report) -> Span | None:
    """What stands behind "instead of", "in place of"; a mere amount names nothing."""
    for token in tree.tokens_in(report.passage.start, report.passage.end):
        for wording in _wordings():
            if tree.forms[token.i : token.i + len(wording)] != wording:
                continue
            last = token.i + len(wording) - 1
            thing = tree.child(last, "pobj", "pcomp")
            if thing is not None and thing.i > last and not is_amount(tree, thing.i):
                return issue_of(tree, [thing.i])
    return None


def _wordings() -> Sequence[tuple[str, ...]]:
    return [tuple(each.split()) for each in terms(PACKAGE, "answers")["in_place_of"]]


def _refused_before(tree: Parse, report: Report, told: Sequence[Report]) -> Span | None:
    """
    What was refused in the same sentence or the one before, where the offer is one "instead",
    or stands behind the refusal by the same: "refused to cut the fee but offered a rebate".
    """
    here = tree.token_at(report.trigger.start)
    if here is None:
        return None
    own = set(report.actors)
    told_instead = any(f in ("instead", "alternatively") for f in _forms(tree, report))
    found = None
    for other in told:
        at = tree.token_at(other.trigger.start)
        if other.type not in REFUSED or other.modality is not Modality.HAPPENED or at is None:
            continue
        if other.issue is None or at.i >= here.i:
            continue
        gap = here.sentence - at.sentence
        if (gap == 0 and own & set(other.actors)) or (gap in (0, 1) and told_instead):
            found = other.issue
    return found


def _forms(tree: Parse, report: Report) -> list[str]:
    return [token.lower for token in tree.tokens_in(report.passage.start, report.passage.end)]
