"""
Pointed at: what "it" means beside a verb that takes only certain things.

"The meeting had been planned for Monday. It was put off by two days": only an occasion is
put off, so "it" is the one last told of, in the same sentence or the one before.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.extract.matching import is_listed
from verbale.model.act import ActType
from verbale.model.parse import Parse, Sentence

# Verbs of these take an occasion, a term or a paper, and hardly anything else.
TURNING = frozenset({ActType.POSTPONE, ActType.CANCEL, ActType.EXTEND_DEADLINE, ActType.SIGN})
POINTING = frozenset({"it", "this", "that", "they", "them", "which"})
ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT", "attr", "conj"})
# Of how many words a heading is, at most.
HEADING = 10


def meant_things(tree: Parse, acted: Sequence[int], listed: frozenset[str]) -> list[int]:
    """The things acted on, a pronoun read as the listed noun that it points back at."""
    return [_meant(tree, i, listed) for i in acted]


def _meant(tree: Parse, i: int, listed: frozenset[str]) -> int:
    if tree.tokens[i].lower not in POINTING:
        return i
    here = tree.sentence_of(i)
    before = [tree.sentences[here.i - 1]] if here.i > 0 else []
    before = [each for each in before if each.paragraph == here.paragraph or _heads(tree, each)]
    for sentence in (here, *before):
        found = _told_of(tree, sentence, i, listed)
        if found is not None:
            return found
    return i


def _heads(tree: Parse, sentence: Sentence) -> bool:
    """Whether a line stands over what follows: "What about the deadline?", "The second round"."""
    ending = tree.tokens[sentence.last - 1].text
    return sentence.last - sentence.first <= HEADING and ending not in (".", "!", "”", '"')


def _told_of(tree: Parse, sentence: Sentence, i: int, listed: frozenset[str]) -> int | None:
    """The first listed noun of a sentence that something is told of, before the word `i`."""
    for token in tree.tokens[sentence.first : min(sentence.last, i)]:
        heading = token.dep == "pobj" and _heads(tree, sentence)
        told_of = token.pos in ("NOUN", "PROPN") and (token.dep in ROLES or heading)
        if told_of and is_listed(tree, token.i, listed):
            return token.i
    return None
