"""
PLOVER: the category of an act, derived from its type, its modality and its entry.

The categories follow the manual where it surprises: what is agreed for later
(a future meeting, an offer, an invitation, a promise) is AGREE, signing is SUPPORT,
withdrawing a demand is CONCEDE. There is no default category: where none fits,
there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.lexicon import terms
from verbale.model.act import ActType, Modality, Report
from verbale.model.parse import Parse

PACKAGE = "verbale.extract"
FACTUAL = (Modality.HAPPENED, Modality.UNDER_WAY)


def told_as(report: Report, kind: ActType, why: str) -> Report:
    """The report as one of another kind, with the category of that and the reason."""
    rule = f"{report.rule}; {why}"
    return replace(report, type=kind, plover=category(kind, report.modality), rule=rule)


def category(
    kind: ActType, modality: Modality, tag: str = "", *, attempted: bool = False
) -> str | None:
    """
    The PLOVER category of an act of `kind` told in `modality`; `tag` is its entry's own.

    An attempted assault is coded as one, though it is not told as done.

    >>> category(ActType.MEET, Modality.HAPPENED), category(ActType.MEET, Modality.PLANNED)
    ('CONSULT', 'AGREE')
    """
    if tag == "NONE":
        return None
    table: dict[str, str] = terms(PACKAGE, "plover")["types"]
    own = tag or table.get(kind.value, "")
    if not own:
        return None
    if modality in FACTUAL or (attempted and own in ("ASSAULT", "COERCE")):
        return own
    told: dict[str, str] = terms(PACKAGE, "plover")["modalities"].get(modality.value, {})
    return told.get(own) or None


# What is demanded, agreed or refused is the content of that act and no act beside it.
CONTENT = (
    *("xcomp", "ccomp", "pcomp", "prep", "pobj", "dobj", "acl", "conj", "oprd"),
    *("advcl", "relcl"),
)
SIDE = ("relcl", "acl", "advcl", "appos")


def coded(tree: Parse, reports: Sequence[Report]) -> list[Report]:
    """
    Take the category from acts that are another's content, or mere background.

    "Agreed to release the crew" is one AGREE, not an AGREE and a release; in "met
    after an attack" the attack is the background of a meeting.
    """
    triggers: dict[int, int] = {}
    for at, report in enumerate(reports):
        token = tree.token_at(report.trigger.start)
        if token is not None and report.plover is not None:
            triggers.setdefault(token.i, at)
    over = {i: _governing(tree, i, triggers) for i in triggers}
    governed = {i for i, above in over.items() if above is not None}
    hostile = frozenset(terms(PACKAGE, "plover")["background"]["hostile"])
    # "Is prepared to impose martial law" offers nothing: what is promised is a threat.
    threats = {
        above
        for i, above in over.items()
        if above is not None
        and reports[triggers[i]].type in hostile
        and reports[triggers[above]].type in (ActType.PROPOSE, ActType.PLEDGE)
    }
    aside = {i for i in triggers if _is_aside(tree, i)}
    mains = {tree.tokens[i].sentence for i in triggers if i not in aside and i not in governed}
    listed = frozenset(terms(PACKAGE, "plover")["background"]["types"])
    found = []
    for report in reports:
        token = tree.token_at(report.trigger.start)
        if (
            token is not None
            and report.plover is not None
            and (
                token.i in governed
                or (token.i in aside and report.type in listed and token.sentence in mains)
            )
        ):
            report = replace(report, plover=None)
        elif token is not None and token.i in threats and report.plover == "AGREE":
            report = replace(report, plover="THREATEN")
        found.append(report)
    return found


def _governing(tree: Parse, i: int, triggers: dict[int, int]) -> int | None:
    """The word of the act in whose content the act at `i` lies, or None."""
    token = tree.tokens[i]
    for _ in range(8):
        if token.dep not in CONTENT or (token.dep == "advcl" and token.tag not in ("VB", "VBG")):
            return None
        joined = token.dep == "conj"
        token = tree.head(token.i)
        if token.i in triggers and not joined:
            return token.i
    return None


def _is_aside(tree: Parse, i: int) -> bool:
    """Tell whether the act at `i` stands in a side clause or in a phrase of circumstance."""
    prepositions = frozenset(terms(PACKAGE, "plover")["background"]["prepositions"])
    token = tree.tokens[i]
    for _ in range(8):
        if token.dep in SIDE or (token.dep in ("poss", "compound", "nmod", "amod")):
            return True
        head = tree.head(token.i)
        if token.dep in ("pobj", "pcomp") and head.lower in prepositions:
            return True
        if head.i == token.i:
            return False
        token = head
    return False
