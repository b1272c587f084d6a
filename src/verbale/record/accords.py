"""
Accords: what signing a paper of both sides settles of what stood half answered.

Two sides that sign have dealt with what lay between them. Where an offer had been made in
place of what was asked, something of it is in the paper; what was offered on a condition is
given with the paper that meets it. Pages seldom tell that point by point; where one does,
its own words are what counts, as they are told behind the signing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from verbale.lexicon import alternatives, terms
from verbale.model.act import Act, ActType, Modality
from verbale.record.parties import Parties
from verbale.record.standing import Standing

DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})

# What is reached opens with the paper's name.
OPENING = 24

# Accords by each party that signed them.
Accords = Mapping[str, Sequence[Standing]]


def accords_of(acts: Sequence[Standing], parties: Parties) -> Accords:
    """The signed papers of several sides, by side."""
    found: dict[str, list[Standing]] = defaultdict(list)
    for entry in acts:
        signers = parties.of((*entry.act.actors, *entry.act.addressees))
        if len(signers) > 1 and entry.since is not None and is_accord(entry.act):
            for party in signers:
                found[party].append(entry)
    return found


def between(accords: Accords, one: str, other: str | None) -> list[Standing]:
    """The papers that both have signed."""
    if other is None:
        return []
    theirs = {entry.act.id for entry in accords.get(other, ())}
    return [entry for entry in accords.get(one, ()) if entry.act.id in theirs]


def is_accord(act: Act) -> bool:
    """Whether a paper that settles something was signed, or a deal was reached."""
    if act.modality not in DONE or not act.content:
        return False
    paper, other = _papers().search(act.content), _others().search(act.content)
    if paper is None or (other is not None and other.start() < paper.start()):
        return False
    first = paper.start() <= OPENING  # "a deal", and not "to sign the deal in May"
    return act.type is ActType.SIGN or (act.type is ActType.AGREE and first)


@cache
def _papers() -> re.Pattern[str]:
    return _any("papers")


@cache
def _others() -> re.Pattern[str]:
    return _any("others")


def _any(key: str) -> re.Pattern[str]:
    listed = alternatives(terms("verbale.record", "accords")[key])
    return re.compile(rf"\b(?:{listed})s?\b", re.IGNORECASE)
