"""
Coreference: which mentions of one document mean the same actor.

Names are joined first, over the whole document; then grammar's own ties; then, in
reading order, descriptions and pronouns go to whoever stands highest and fits. Where
two fit, both are offered and none is chosen. "I" and "we" are left to attribution,
which knows who speaks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from verbale.annotate.coreference.entities import BODIES, PEOPLE, Entity, Meaning
from verbale.annotate.coreference.leads import Leads
from verbale.annotate.coreference.naming import Names
from verbale.annotate.coreference.own_voice import own_body
from verbale.annotate.coreference.pointing import Pointing
from verbale.annotate.coreference.reading import Reading
from verbale.annotate.coreference.salience import QUOTED_SENTENCE
from verbale.annotate.coreference.sorts import is_party_body
from verbale.annotate.coreference.ties import tied_mentions
from verbale.annotate.names.bodies import told_body
from verbale.annotate.names.unions import learn_members
from verbale.gazetteer import look_up
from verbale.model.annotated import QuotedRegion
from verbale.model.document import Document
from verbale.model.mention import ActorKind, Chain, Mention, MentionKind, Reference
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
    names = Names()
    meant: dict[int, Meaning] = names.add(mentions, document.text)
    _follow_ties(tree, mentions, names, meant)
    names.settle_bodies()
    learn_members(tree, mentions, meant)
    quoted = _Inside(quotes)
    passed = _sentences_passed(tree, quoted)
    own = own_body(document, tree, names, quoted)
    reading = Reading(tree, mentions, names, meant, quoted, own)
    leads, pointing = Leads(reading), Pointing(reading)
    for mention in sorted(mentions, key=lambda mention: (mention.head, mention.i)):
        reading.salience.move_to(passed[tree.tokens[mention.head].sentence])
        if mention.i not in meant:
            meant[mention.i] = pointing.resolve(mention, quoted=mention.start in quoted)
        entities, _ = meant[mention.i]
        if len(entities) == 1:
            if mention.i not in entities[0].mentions:
                entities[0].mentions.append(mention.i)
            if entities[0].party is None and entities[0].kind in PEOPLE and mention.office:
                entities[0].party = mention.party
            if entities[0].kind in PEOPLE and (entities[0].party is None or entities[0].by_origin):
                told = pointing.party_told(mention)
                if told is not None:
                    entities[0].serve(told)
            elif entities[0].kind in PEOPLE and mention.kind is not MentionKind.PRONOUN:
                _serve_too(entities[0], mention, pointing)
            if entities[0].kind in PEOPLE and pointing.belonging.leading.heads_team(mention):
                entities[0].lead()
            further = pointing.belonging.leading.spoken_for(mention)
            if further is not None and entities[0].kind in PEOPLE:
                entities[0].hold(*further)
            if mention.office and entities[0].kind in PEOPLE and entities[0].serves is None:
                master = pointing.belonging.owner(mention)
                if master is not None and master.kind in PEOPLE and master is not entities[0]:
                    entities[0].serves = master
            leads.note(mention, entities[0])
            entities, _ = meant[mention.i]
        for entity in entities:
            reading.saw(entity)
        lifted = len(entities) == 1 or (entities and entities[-1].number in pointing.beside)
        if lifted and mention.actor_kind is not ActorKind.PLACE:
            reading.salience.lift(entities[-1], tree, mention.head, quoted=mention.start in quoted)
    leads.close(names.people())
    return _chains(mentions, names, meant)


def _serve_too(entity: Entity, mention: Mention, pointing: Pointing) -> None:
    """Note a further body for which somebody speaks whose party is known: a council's chair."""
    told = pointing.party_told(mention)
    if told is None or told == entity.party or look_up(told) is not None:
        return
    office = mention.office if mention.office != "" else None
    entity.hold(office or "spokesperson", told)


def _follow_ties(
    tree: Parse, mentions: Sequence[Mention], names: Names, meant: dict[int, Meaning]
) -> None:
    """Give descriptions that grammar ties to somebody the same entity."""
    ties = sorted(tied_mentions(tree, mentions))
    for _ in range(3):  # a description tied to a description tied to a name
        for left, right in ties:
            for one, other in ((left, right), (right, left)):
                if one in meant or other not in meant or len(meant[other][0]) != 1:
                    continue
                entity = meant[other][0][0]
                if entity.agrees(mentions[one].gender, None):
                    meant[one] = ((entity,), "said beside the name")
                    entity.learn(mentions[one])
                    if entity.kind in BODIES:
                        entity.called.add(tree.tokens[mentions[one].head].lower)
                    if entity.kind is ActorKind.UNKNOWN:
                        entity.kind = mentions[one].actor_kind
    for mention in mentions:
        begins = tree.token_at(mention.start) if mention.i in meant else None
        if begins is not None and told_body(tree, begins.i):
            for entity in meant[mention.i][0]:
                entity.called.add(tree.tokens[begins.i - 1].lower)
        if mention.i not in meant and mention.party is not None:
            noun = tree.tokens[mention.head].lower
            if is_party_body(mention, noun):
                entity = names.of_party(mention.party)
                entity.learn(mention)
                meant[mention.i] = ((entity,), "stands for its party")


class _Inside:
    """Whether an offset lies in a quoted region; regions are in order."""

    def __init__(self, quotes: Sequence[QuotedRegion]) -> None:
        self._quotes = [quote for quote in quotes if not quote.scare]
        self._starts = [quote.start for quote in self._quotes]

    def __contains__(self, offset: object) -> bool:
        if not isinstance(offset, int):
            return False
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._quotes[at].end


def _sentences_passed(tree: Parse, quoted: _Inside) -> list[float]:
    """How much story has passed at each sentence; long quotations pass more quickly."""
    passed, total = [], 0.0
    for sentence in tree.sentences:
        passed.append(total)
        first, last = tree.tokens[sentence.first], tree.tokens[sentence.last - 1]
        whole = (first.start in quoted or first.end in quoted) and last.start - 1 in quoted
        total += QUOTED_SENTENCE if whole else 1.0
    return passed


def _chains(
    mentions: Sequence[Mention], names: Names, meant: dict[int, Meaning]
) -> tuple[tuple[Chain, ...], tuple[Reference, ...]]:
    """Number the entities by their first mention and write everything down."""
    used: dict[int, Entity] = {}
    for mention in mentions:
        entities, _ = meant[mention.i]
        used.update({entity.number: entity for entity in entities})
    order = sorted(
        used.values(),
        key=lambda entity: (min(entity.mentions, default=len(mentions)), entity.number),
    )
    place = {entity.number: i for i, entity in enumerate(order)}
    chains = tuple(
        entity.chain(i, place.get(entity.serves.number) if entity.serves else None)
        for i, entity in enumerate(order)
    )
    references = tuple(
        Reference(
            mention.i,
            tuple(place[entity.number] for entity in meant[mention.i][0]),
            meant[mention.i][1],
        )
        for mention in mentions
    )
    return chains, references
