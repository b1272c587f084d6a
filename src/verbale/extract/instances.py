"""
Instances: at whose word something was done, "postponed at the request of Arden".
"""

from __future__ import annotations

from verbale.extract.clauses import coordinated
from verbale.lexicon import words
from verbale.model.parse import Parse

PACKAGE = "verbale.extract"


def at_instance_of(tree: Parse, i: int) -> list[int]:
    """At whose word a passive was done: "postponed at the request of Arden"."""
    for prep in tree.children(i, "prep"):
        for noun in tree.children(prep.i, "pobj"):
            if prep.lower not in ("at", "on") or noun.lemma not in words(
                PACKAGE, "light", "instances"
            ):
                continue
            owners = [child.i for child in tree.children(noun.i, "poss")]
            for of in tree.children(noun.i, "prep"):
                if of.lower in ("of", "by", "from"):
                    owners.extend(
                        j for c in tree.children(of.i, "pobj") for j in coordinated(tree, c.i)
                    )
            return owners
    return []
