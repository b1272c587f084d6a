"""
Salience: who is in a reader's mind at a point of a story.

Every mention lifts its actor by the part it plays in its sentence; every sentence that
passes lets all sink. What a pronoun means is whoever stands highest and fits.
"""

from __future__ import annotations

from collections.abc import Iterable

from verbale.annotate.coreference.entities import Entity
from verbale.model.parse import Parse

# How much a mention lifts its actor, by its part in the sentence.
LIFT = {"nsubj": 1.0, "nsubjpass": 0.8, "agent": 0.7, "dobj": 0.5, "dative": 0.5, "appos": 0.3}
LIFT_OTHER = 0.35
LIFT_MAIN = 0.3  # more for the subject of the main verb
SINK = 0.5  # what is left after a sentence; 0.4 to 0.6 give the same on our cases
GONE = 0.01
NEAR = 0.12  # height of a subject three sentences back; lower is too far for a pronoun
QUOTED = 0.3  # a mention inside quoted words counts less for the words outside
QUOTED_SENTENCE = 0.3  # of a sentence is a sentence that is quoted from end to end
# A runner-up this near to the best makes both possible.
TOO_CLOSE = 0.8
TOO_CLOSE_DESCRIBED = 0.5  # "the minister" bears less of a rival than "he" does


class Salience:
    """How high each entity of a document stands, sentence by sentence."""

    def __init__(self) -> None:
        self._height: dict[int, float] = {}
        self._passed = 0.0
        self._entities: dict[int, Entity] = {}

    def move_to(self, passed: float) -> None:
        """Let everything sink for the sentences passed since the start of the story."""
        if passed <= self._passed:
            return
        left = SINK ** min(passed - self._passed, 20.0)
        self._passed = passed
        self._height = {
            number: height * left for number, height in self._height.items() if height * left > GONE
        }

    def lift(self, entity: Entity, tree: Parse, head: int, *, quoted: bool) -> None:
        """Take note of a mention of `entity` with head token `head`."""
        token = tree.tokens[head]
        dep = token.dep
        above = token
        if dep == "conj":
            above = tree.head(head)
            dep = above.dep
        if dep in ("compound", "nmod") or (dep == "pobj" and tree.head(above.i).lower == "by"):
            dep = "agent" if dep == "pobj" else dep
        height = LIFT.get(dep, LIFT_OTHER)
        if dep in ("nsubj", "nsubjpass") and tree.head(above.i).dep == "ROOT":
            height += LIFT_MAIN
        if quoted:
            height *= QUOTED
        self._height[entity.number] = self._height.get(entity.number, 0.0) + height
        self._entities[entity.number] = entity

    def merge(self, entity: Entity, target: Entity) -> None:
        """Let what turned out to be one actor stand as high as both did."""
        height = self._height.pop(entity.number, 0.0)
        if height:
            self._height[target.number] = self._height.get(target.number, 0.0) + height
            self._entities[target.number] = target

    def ranked(self, allowed: Iterable[Entity] | None = None) -> list[tuple[float, Entity]]:
        """Entities by height, highest first; only `allowed` ones if given."""
        if allowed is None:
            pool = [(height, self._entities[number]) for number, height in self._height.items()]
        else:
            pool = [(self._height.get(entity.number, 0.0), entity) for entity in allowed]
        return sorted(pool, key=lambda pair: (-pair[0], pair[1].number))


def best(ranked: list[tuple[float, Entity]], *, close: float = TOO_CLOSE) -> list[Entity]:
    """
    The highest entity, with those that come too close to it.
    """
    if not ranked:
        return []
    top = ranked[0][0]
    return [entity for height, entity in ranked if height >= top * close][:4]
