"""
The register of actors: who is meant, across the pages of a pile.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model.actor import Actor, ActorReference, Register
from verbale.model.edit import Edit
from verbale.model.extraction import Extraction


def register_actors(extractions: Sequence[Extraction], edits: Sequence[Edit] = ()) -> Register:
    """
    Join the chains of all pages into actors.
    """
    actors: dict[str, Actor] = {}
    references = []
    for extraction in sorted(extractions, key=lambda extraction: extraction.document.id):
        ids = {}
        for chain in extraction.chains:
            if chain.name is None:
                continue
            id_ = "-".join(chain.name.lower().split())
            ids[chain.i] = id_
            actors.setdefault(id_, Actor(id_, chain.name, chain.actor_kind, (chain.name,)))
        for reference in extraction.references:
            meant = tuple(ids[i] for i in reference.chains if i in ids)
            references.append(
                ActorReference(extraction.document.id, reference.mention, meant, reference.reason)
            )
    return Register(tuple(actors[id_] for id_ in sorted(actors)), tuple(references))
