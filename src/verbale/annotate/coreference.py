"""
Coreference: which mentions of one document mean the same actor.

Where two actors fit a mention, both are offered and none is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model.annotated import QuotedRegion
from verbale.model.document import Document
from verbale.model.mention import Chain, Mention, Reference
from verbale.model.parse import Parse


def resolve_mentions(
    document: Document,
    tree: Parse,
    mentions: Sequence[Mention],
    quotes: Sequence[QuotedRegion],
) -> tuple[tuple[Chain, ...], tuple[Reference, ...]]:
    """
    Join the mentions of one document into chains, and say whom each mention means.
    """
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.name:
            by_name.setdefault(mention.name.split()[-1].lower(), []).append(mention)
    chains = tuple(
        Chain(
            i,
            tuple(mention.i for mention in same),
            same[0].actor_kind,
            max((mention.name or "" for mention in same), key=len),
        )
        for i, same in enumerate(by_name.values())
    )
    chain_of = {i: chain.i for chain in chains for i in chain.mentions}
    references = tuple(
        Reference(mention.i, (chain_of[mention.i],), "same name")
        if mention.i in chain_of
        else Reference(mention.i, (), "nobody fits")
        for mention in mentions
    )
    return chains, references
