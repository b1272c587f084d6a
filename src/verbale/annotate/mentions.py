"""
Mentions: the words that name, describe or point at somebody who can act or speak.

Every base noun phrase whose head is a name, a pronoun or a noun for people is one;
so is a party inside another noun phrase ("the *Maltese* proposals"), because acts ask
on whose side something is.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.model.document import Document
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Parse

ENTITY_KINDS = {
    "PERSON": ActorKind.PERSON,
    "GPE": ActorKind.PARTY,
    "NORP": ActorKind.PARTY,
    "ORG": ActorKind.ORGANISATION,
}


def find_mentions(document: Document, tree: Parse) -> tuple[Mention, ...]:
    """
    Find every mention of somebody in a document, in order of their start.
    """
    found = sorted(_mentions(tree), key=lambda mention: (mention.start, -mention.end))
    return tuple(
        Mention(i, m.start, m.end, m.text, m.head, m.kind, m.actor_kind, m.name, m.office, m.party)
        for i, m in enumerate(found)
    )


def _mentions(tree: Parse) -> Iterator[Mention]:
    for chunk in tree.chunks:
        root = tree.tokens[chunk.root]
        span = tree.span(chunk.first, chunk.last - 1)
        if root.pos == "PRON":
            kind, actor = MentionKind.PRONOUN, ActorKind.UNKNOWN
        elif root.entity in ENTITY_KINDS:
            kind, actor = MentionKind.NAME, ENTITY_KINDS[root.entity]
        elif root.pos == "PROPN":
            kind, actor = MentionKind.NAME, ActorKind.UNKNOWN
        else:
            continue
        name = span.text if kind is MentionKind.NAME else None
        yield Mention(0, span.start, span.end, span.text, root.i, kind, actor, name)
