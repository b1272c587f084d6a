"""
Counted: what "one" stands for, where somebody asks for one of what was told of before.

"The mayor ruled out a second ballot, hours after the opposition demanded one": the ballot is
what is demanded, and the word "one" would tell nothing of it.
"""

from __future__ import annotations

from dataclasses import replace

from verbale.extract.matching import Match
from verbale.model.act import ActType
from verbale.model.parse import Parse, Token

# As what the noun before it stands: told of, and no part of a name or a day.
STANDING = ("dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj", "appos")
WHENS = ("DATE", "TIME", "PERSON", "GPE", "ORG", "NORP")


def of_what(tree: Parse, found: Match) -> Match:
    """The match with the thing that a bare "one" means, told before it in its sentence."""
    if found.entry.type is not ActType.DEMAND:
        return found
    meant = {i: _meant(tree, found, tree.tokens[i]) for i in found.content}
    if not any(meant.values()):
        return found
    return replace(found, content=tuple(meant[i] or i for i in found.content))


def _meant(tree: Parse, found: Match, one: Token) -> int | None:
    if one.lower != "one" or one.i < found.trigger or one.dep not in ("dobj", "pobj"):
        return None
    if any(child.dep in ("amod", "relcl", "acl") for child in tree.children(one.i)):
        return None  # "a bigger one", "one that pays": another thing than the first
    if any(child.lower == "of" for child in tree.children(one.i, "prep")):
        return None
    actors = {j for i in found.actors for j in tree.subtree(i)}
    before = range(found.trigger - 1, tree.sentence_of(one.i).first - 1, -1)
    return next((i for i in before if i not in actors and _is_countable(tree, i)), None)


def _is_countable(tree: Parse, i: int) -> bool:
    """Whether a noun is told as one of several: "a second ballot"."""
    token = tree.tokens[i]
    article = any(child.lower in ("a", "an", "another") for child in tree.children(i, "det"))
    thing = token.tag == "NN" and token.entity not in WHENS
    return thing and article and token.dep in STANDING
