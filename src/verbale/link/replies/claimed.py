"""
Claimed: clauses that another act of their sentence has, and which answer nothing.

"Demands that the road be opened", "warned that it would open the road" and "denied that it
would open the road" hold one clause; only who says it for himself gives anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from verbale.link.acts.telling import Telling
from verbale.link.issues.wanted import ASKING
from verbale.model.act import ActType, Modality, Report
from verbale.model.span import Span
from verbale.model.uptake import Uptake


def is_claimed(telling: Telling, uptake: Uptake) -> bool:
    """Whether another act of its sentence demands, warns of, denies or awaits the clause."""
    return (
        _holds(telling, uptake)
        or _threatens(telling, uptake)
        or _denies(telling, uptake)
        or _awaits(telling, uptake)
    )


def is_awaited(uptakes: Iterable[Uptake], uptake: Uptake) -> bool:
    """Whether another clause hangs on it: "would ease the ban if they freed the crew"."""
    return any(_hangs_on(other, uptake.trigger) for other in uptakes)


def _awaits(telling: Telling, uptake: Uptake) -> bool:
    return _hangs_on(telling.report, uptake.trigger)


def _hangs_on(teller: Report | Uptake, deed: Span) -> bool:
    condition = teller.condition
    if condition is None or not condition.start <= deed.start < condition.end:
        return False
    return not condition.start <= teller.trigger.start < condition.end


def _holds(telling: Telling, uptake: Uptake) -> bool:
    """Whether the clause is what a demand demands, and no answer to one."""
    content = telling.report.content
    return (
        telling.report.type in ASKING
        and content is not None
        and content.start <= uptake.trigger.start < content.end
    )


def _denies(telling: Telling, uptake: Uptake) -> bool:
    """
    Whether the clause is what somebody denies, or what is told to be untrue: "denied that it
    would open the road", "reports that it agreed to open the road are wrong".
    """
    report = telling.report
    if report.passage.start != uptake.passage.start or report.trigger.end > uptake.trigger.start:
        return False
    untrue = report.type is ActType.ACCEPT and report.modality is Modality.DENIED
    return report.type is ActType.DENY or (untrue and not uptake.negated)


def _threatens(telling: Telling, uptake: Uptake) -> bool:
    """Whether the clause is what somebody warns of: a threat grants nothing."""
    report = telling.report
    return report.type is ActType.WARN and report.passage.start == uptake.passage.start
