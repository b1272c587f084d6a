"""
PLOVER: the category of an act, derived from its type, its modality and its entry.

The categories follow the manual where it surprises: what is agreed for later
(a future meeting, an offer, an invitation, a promise) is AGREE, signing is SUPPORT,
withdrawing a demand is CONCEDE. There is no default category: where none fits,
there is none.
"""

from __future__ import annotations

from verbale.lexicon import terms
from verbale.model.act import ActType, Modality

PACKAGE = "verbale.extract"
FACTUAL = (Modality.HAPPENED, Modality.UNDER_WAY)


def category(kind: ActType, modality: Modality, tag: str = "") -> str | None:
    """
    The PLOVER category of an act of `kind` told in `modality`; `tag` is its entry's own.

    >>> category(ActType.MEET, Modality.HAPPENED), category(ActType.MEET, Modality.PLANNED)
    ('CONSULT', 'AGREE')
    """
    if tag == "NONE":
        return None
    table: dict[str, str] = terms(PACKAGE, "plover")["types"]
    own = tag or table.get(kind.value, "")
    if not own:
        return None
    if modality in FACTUAL:
        return own
    told: dict[str, str] = terms(PACKAGE, "plover")["modalities"].get(modality.value, {})
    return told.get(own) or None
