"""
Reading: a page as far as it is read, which every rule of this room looks back on.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from verbale.annotate.coreference.entities import Entity, Meaning
from verbale.annotate.coreference.naming import Names
from verbale.annotate.coreference.salience import Salience
from verbale.model.mention import Mention
from verbale.model.parse import Parse

MOST_COMPARED = 200  # actors told of last, that a noun is compared with


@dataclass(eq=False, slots=True)
class Reading:
    """
    Whom the mentions up to here mean, who was told of, and how high each stands.

    `own` is the body whose own page it is, `quoted` holds each place between quotation marks.
    """

    tree: Parse
    mentions: Sequence[Mention]
    names: Names
    meant: dict[int, Meaning]
    quoted: Container[int]
    own: Entity | None = None
    salience: Salience = field(default_factory=Salience)
    by_head: dict[int, Mention] = field(init=False)
    seen: dict[int, Entity] = field(init=False, default_factory=dict)  # the latest last

    def __post_init__(self) -> None:
        self.by_head = {mention.head: mention for mention in self.mentions}

    def saw(self, entity: Entity) -> None:
        """Remember that an entity was told of, the latest last."""
        self.seen.pop(entity.number, None)
        self.seen[entity.number] = entity

    def told_last(self) -> list[Entity]:
        """The actors told of last, the latest first."""
        return list(itertools.islice(reversed(self.seen.values()), MOST_COMPARED))
