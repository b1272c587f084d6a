"""
Told parties: of which party somebody is, by all that the pages tell of the offices held.
"""

from __future__ import annotations

from collections import Counter

from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import head_word
from verbale.gazetteer.offices import is_former
from verbale.gazetteer.people import people_words
from verbale.link.actors.nodes import Cluster
from verbale.model.mention import ActorKind


def told_party(cluster: Cluster) -> str | None:
    """
    The party most pages give; a bloc that somebody speaks for first, then states before
    bodies, then by name.
    """
    blocs = _blocs_spoken_for(cluster)
    if len(blocs) == 1:
        return next(iter(blocs))
    if cluster.party is not None:
        return cluster.party
    counts: Counter[str] = cluster.parties()
    if not counts:
        return None

    def rank(party: str) -> tuple[bool, bool, int, str]:
        entry = look_up(party)
        state = entry is not None and entry.kind is ActorKind.PARTY
        origin = state and len(counts) > 1 and not _by_office(cluster, party)
        return (origin, not state, -counts[party], party)

    return min(counts, key=rank)


def _blocs_spoken_for(cluster: Cluster) -> frozenset[str]:
    """The blocs that somebody is told to chair, or to speak or negotiate for."""
    voices = people_words("bloc_voices")
    return frozenset(
        party
        for node in cluster.nodes
        for office, party in zip(node.chain.offices, node.chain.office_parties, strict=False)
        if party is not None
        and not is_former(office)
        and voices & set(office.lower().split())
        and _is_bloc(party)
    )


def _is_bloc(party: str) -> bool:
    """Tell whether states may be its members: a listed bloc, or any "Like-Minded *Group*"."""
    entry = look_up(party)
    if entry is not None:
        return entry.kind is ActorKind.BLOC
    return head_word(party) in people_words("joined_states")


def _by_office(cluster: Cluster, party: str) -> bool:
    """
    Tell whether an office is told that is held for a party, not only where one is from, or
    that one is some official of.
    """
    return any(
        told == party
        and not is_former(office)
        and office.lower().split(" of ")[0].split()[-1] not in people_words("origins")
        for node in cluster.nodes
        for office, told in zip(node.chain.offices, node.chain.office_parties, strict=False)
    )
