"""
Leads: somebody described in the headline or first lines and named below.

"The head of the Maltese delegation told Radio Lumen that… The results were poor, Ana
Vella explained." A full name that comes without any office, soon after a description
that spoke, is the person described. A headline's "Maltese diplomat" is the one diplomat
of that party in the story.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.annotate.coreference.entities import PEOPLE, Entity
from verbale.annotate.coreference.reading import Reading
from verbale.gazetteer.names import name_words
from verbale.gazetteer.offices import fits, is_voice, office_key
from verbale.model.mention import ActorKind, Mention

LEAD_PARAGRAPHS = 4  # headline, perhaps twice, line below it, first paragraph
REACH = 3  # sentences from the description to the bare name
SUBJECTS = ("nsubj", "nsubjpass", "agent")


class Leads:
    """People of one document who were described and not named yet."""

    def __init__(self, page: Reading) -> None:
        self._tree = page.tree
        self._page = page
        self._open: list[tuple[Entity, Mention]] = []
        self._seen: set[int] = set()

    def note(self, mention: Mention, entity: Entity) -> None:
        """Take note of a resolved mention; join it where a description waits for a name."""
        if entity.kind not in PEOPLE or entity.number in self._seen:
            return
        self._seen.add(entity.number)
        if entity.name is None:
            self._open.append((entity, mention))
        elif self._is_bare(entity, mention):
            waiting = [pair for pair in self._open if self._waits_for(pair, mention, entity)]
            if len(waiting) == 1:
                self._join(waiting[0][0], entity)

    def close(self, named: Sequence[Entity]) -> None:
        """Join what the headline describes with the one person below who fits."""
        for entity, mention in list(self._open):
            paragraph = self._tree.sentence_of(mention.head).paragraph
            if not entity.mentions or paragraph >= LEAD_PARAGRAPHS or not entity.offices:
                continue
            headline = self._is_headline(mention)
            if entity.kind is ActorKind.ANONYMOUS and not headline:
                if is_voice(entity.offices[0]):
                    self._join_voice(entity, mention, named)
                continue
            holders = [
                other
                for other in named
                if other.name is not None
                and other.agrees(entity.gender, entity.party)
                and _holds(other, entity.offices[0])
                and (
                    _shares(entity, other)
                    or (headline and entity.party is None)
                    or (other.party is None and _is_exact(other, entity.offices[0]))
                )
            ]
            if entity.kind is ActorKind.ANONYMOUS or (headline and len(holders) > 1):
                # "A senior official says", under a headline: the one whom the lead describes.
                holders = [other for other in holders if self._speaks_in_lead(other)]
            if len(holders) == 1:
                self._join(entity, holders[0])

    def _join_voice(self, entity: Entity, mention: Mention, named: Sequence[Entity]) -> None:
        """
        Join "a ministry spokesperson said" of an agency's first sentence with the one voice
        whom the next ones name: "Spokesperson Ana Vella made the remarks at a briefing".
        """
        first = self._tree.tokens[mention.head].sentence
        voices = [
            other
            for other in named
            if any(map(is_voice, other.offices)) and other.agrees(entity.gender, entity.party)
        ]
        unnamed = [other for other, _ in self._open if any(map(is_voice, other.offices))]
        if len(voices) != 1 or len(unnamed) != 1 or not voices[0].mentions:
            return
        told = self._page.mentions[min(voices[0].mentions)]
        after = self._tree.tokens[told.head].sentence - first
        if 0 < after <= REACH and self._tree.tokens[told.head].dep in SUBJECTS:
            self._join(entity, voices[0])

    def _is_bare(self, entity: Entity, mention: Mention) -> bool:
        return (
            not entity.offices
            and len(name_words(entity.name or "")) >= 2
            and self._tree.tokens[mention.head].dep in SUBJECTS
        )

    def _waits_for(self, pair: tuple[Entity, Mention], name: Mention, entity: Entity) -> bool:
        described, _ = pair
        if not described.mentions:
            return False
        mention = max((self._page.mentions[i] for i in described.mentions), key=lambda m: m.head)
        passed = self._tree.tokens[name.head].sentence - self._tree.tokens[mention.head].sentence
        return (
            described.kind is ActorKind.PERSON
            and 0 <= passed <= REACH
            and self._tree.tokens[mention.head].dep in SUBJECTS
            and entity.agrees(described.gender, described.party)
            and not self._is_headline(mention)
        )

    def _is_headline(self, mention: Mention) -> bool:
        """Tell whether a mention stands in a line without a full stop, near the top."""
        sentence = self._tree.sentence_of(mention.head)
        last = self._tree.tokens[sentence.last - 1].text
        return sentence.paragraph < LEAD_PARAGRAPHS and last not in (".", "?", "!", "”", '"', ":")

    def _speaks_in_lead(self, entity: Entity) -> bool:
        for i in entity.mentions:
            token = self._tree.tokens[self._page.mentions[i].head]
            paragraph = self._tree.sentences[token.sentence].paragraph
            if paragraph <= LEAD_PARAGRAPHS and token.dep in SUBJECTS:
                return True
        return False

    def _join(self, entity: Entity, target: Entity) -> None:
        for i in entity.mentions:
            self._page.meant[i] = ((target,), "described here, named below")
        for mention_i, (entities, why) in self._page.meant.items():
            if entity in entities and len(entities) > 1:
                changed = {e.number: e for e in (target if o is entity else o for o in entities)}
                self._page.meant[mention_i] = (tuple(changed.values()), why)
        target.offices.extend(o for o in entity.offices if o not in target.offices)
        for office, party in entity.office_parties.items():
            target.office_parties.setdefault(office, party)
        target.party = target.party or entity.party
        target.gender = target.gender or entity.gender
        target.mentions.extend(i for i in entity.mentions if i not in target.mentions)
        entity.mentions.clear()
        self._page.salience.merge(entity, target)


def _holds(other: Entity, office: str) -> bool:
    """Tell whether somebody may be called so: "the mediator" below is "the state mediator"."""
    return other.holds(office) or any(fits(held, office) for held in other.offices)


def _is_exact(other: Entity, office: str) -> bool:
    return any(office_key(held) == office_key(office) for held in other.offices)


def _shares(entity: Entity, other: Entity) -> bool:
    """Tell whether the other has the party of an entity, by birth or by an office."""
    return entity.party == other.party or entity.party in other.office_parties.values()


def describes_more(earlier: Entity, office: str, party: str | None) -> bool:
    """Tell whether an unnamed person may be told of again by a fuller description."""
    return (
        earlier.name is None
        and earlier.kind is ActorKind.PERSON
        and earlier.party is not None
        and earlier.party == party
        and any(fits(held, office) for held in earlier.offices)
    )
