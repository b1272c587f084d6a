"""
Mentions: the words that name, describe or point at somebody who can act or speak.

Names first, then descriptions and pronouns around them. A party inside another noun
phrase ("the *Maltese* proposals") is a mention too, because acts ask on whose side
something is. No two mentions share a head.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.annotate.coreference.ties import may_be_person, tied_mentions
from verbale.annotate.descriptions import find_descriptions
from verbale.annotate.names.evidence import with_bodies
from verbale.annotate.names.finding import find_names
from verbale.gazetteer import How, is_land, look_up
from verbale.gazetteer.bodies import short_of
from verbale.gazetteer.people import (
    begins_with_family,
    gender_of_name,
    gender_of_title,
    people_words,
)
from verbale.gazetteer.spelling import level
from verbale.model.document import Document
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Parse


def find_mentions(document: Document, tree: Parse) -> tuple[Mention, ...]:
    """
    Find every mention of somebody in a document, in order of their start.
    """
    del document  # the parse holds its text; the page's own credits are not mentions
    names = with_bodies(tree, list(find_names(tree)))
    names = settle_kinds([*names, *_known_again(tree, names)])
    parties: dict[int, Mention] = {}
    taken: set[int] = set()
    for mention in names:
        covered = {token.i for token in tree.tokens_in(mention.start, mention.end)}
        if mention.party is not None and mention.actor_kind is not ActorKind.PERSON:
            parties.update(dict.fromkeys(sorted(covered), mention))
        if mention.actor_kind is ActorKind.PERSON or _is_body(mention):
            taken.update(covered)
    found = [_as_people(tree, _as_sayer(tree, mention)) for mention in names]
    found.extend(find_descriptions(tree, parties, taken))
    found = [_without_state(mention) for mention in found]
    found.sort(key=lambda mention: (mention.start, -mention.end, mention.head))
    numbered = tuple(replace(m, i=i) for i, m in enumerate(_one_a_head(found)))
    return _promoted(tree, numbered)


def _without_state(mention: Mention) -> Mention:
    """
    Those who are against their state do not speak for it, "the Maltese opposition leader",
    nor do its people and businesses: "Maltese fishermen".

    Rebels keep it until the pile has told of which land they are.
    """
    person = mention.actor_kind in (ActorKind.PERSON, ActorKind.ANONYMOUS)
    if mention.party is None or not (person or mention.kind is MentionKind.GROUP):
        return mention
    told = set(mention.text.lower().replace("-", " ").split())
    against = people_words("opposing") | (people_words("rebels") if person else frozenset())
    if mention.kind is MentionKind.GROUP:
        against |= people_words("trades") | people_words("private_people")
    if not is_land(mention.party) or not told & against:
        return mention
    return replace(mention, party=None)


def _promoted(tree: Parse, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """
    Make people of names that stand beside an office, whatever the model took them for.
    """
    people: dict[int, Mention] = {}
    for left, right in tied_mentions(tree, mentions):
        for one, other in ((left, right), (right, left)):
            name = mentions[one]
            if name.name is None or name.actor_kind is ActorKind.PERSON or not may_be_person(name):
                continue
            if mentions[other].kind is MentionKind.DESCRIPTION and mentions[other].office:
                gender = gender_of_name(name.name)
                people[one] = replace(name, actor_kind=ActorKind.PERSON, gender=gender)
    if not people:
        return mentions
    return tuple(settle_kinds([people.get(m.i, m) for m in mentions]))


def _known_again(tree: Parse, names: Sequence[Mention]) -> Iterator[Mention]:
    """
    Surnames of people told of elsewhere, where the model took them for a common word.
    """
    known = {m.name.split()[-1] for m in names if m.name and m.actor_kind is ActorKind.PERSON}
    known = {word for word in known if word[:1].isupper() and len(word) > 2}
    covered = {token.i for m in names for token in tree.tokens_in(m.start, m.end)}
    for token in tree.tokens:
        if token.text in known and token.i not in covered:
            yield Mention(
                0,
                token.start,
                token.end,
                token.text,
                token.i,
                MentionKind.NAME,
                ActorKind.PERSON,
                token.text,
            )


def _is_body(mention: Mention) -> bool:
    return mention.actor_kind in (ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.UNKNOWN)


def _one_a_head(found: Sequence[Mention]) -> list[Mention]:
    """Keep one mention for each head: the one that says most."""
    best: dict[int, Mention] = {}
    for mention in found:
        other = best.get(mention.head)
        if other is None or _says(mention) > _says(other):
            best[mention.head] = mention
    return [mention for mention in found if best[mention.head] is mention]


def _says(mention: Mention) -> tuple[bool, bool, int]:
    return mention.name is not None, mention.office is not None, mention.end - mention.start


def _as_sayer(tree: Parse, mention: Mention) -> Mention:
    """A name of two words or more that nothing tells the sort of, and that speaks, is a person."""
    verb = tree.head(mention.head)
    speaks = tree.tokens[mention.head].dep == "nsubj" and verb.lemma in people_words("saying")
    if not speaks or mention.actor_kind is not ActorKind.UNKNOWN or not may_be_person(mention):
        return mention
    return replace(mention, actor_kind=ActorKind.PERSON, gender=gender_of_name(mention.name or ""))


def _as_people(tree: Parse, mention: Mention) -> Mention:
    """
    "The Norwegian said" is a person, "the Norwegians" and "the French" are a party.
    """
    token = tree.tokens[mention.head]
    entry = look_up(mention.name or "")
    if entry is None or mention.actor_kind is not ActorKind.PARTY:
        return mention
    if entry.how is How.PEOPLE and token.tag in ("NN", "NNP") and _is_one(mention):
        gender = gender_of_title(mention.name or "")
        return replace(
            mention,
            kind=MentionKind.DESCRIPTION,
            actor_kind=ActorKind.PERSON,
            name=None,
            gender=gender,
            plural=False,
        )
    if entry.how is not How.ADJECTIVE:
        return mention
    if token.dep not in ("nsubj", "nsubjpass", "pobj", "dobj", "agent", "poss", "dative"):
        return mention
    people = look_up(f"{mention.name}s")
    begins = tree.token_at(mention.start)
    if people is None or people.how is not How.PEOPLE or begins is None or begins.lower != "the":
        return replace(mention, plural=begins is not None and begins.lower == "the")
    return replace(mention, kind=MentionKind.DESCRIPTION, actor_kind=ActorKind.PERSON, name=None)


def _is_one(mention: Mention) -> bool:
    """Tell whether a people's name is of one of them: "the Dutchman", "the Spaniard"."""
    name = (mention.name or "").lower()
    return name.endswith(("man", "woman")) or (
        mention.text.lower().startswith("the ") and not name.endswith(("s", "sh", "ch", "ese"))
    )


def settle_kinds(names: Sequence[Mention]) -> list[Mention]:
    """
    Give names of unknown kind the kind the same name has elsewhere in the document.

    A surname is the last word of a person's name; where the document gives a name no
    other kind, a majority of the model's labels decides.
    """
    surnames: set[str] = set()
    families: set[str] = set()
    single: set[str] = set()
    votes: dict[str, Counter[ActorKind]] = {}
    for mention in names:
        if mention.name is None:
            continue
        key = level(mention.name)
        single.update([key] if " " not in key else [])
        if mention.actor_kind is ActorKind.PERSON:
            surnames.add(key)
            surnames.add(key.split()[-1])
            if begins_with_family(mention.name):
                families.add(key.split()[0])
        if mention.actor_kind is not ActorKind.UNKNOWN:
            votes.setdefault(key, Counter())[mention.actor_kind] += 1
    for mention in names:
        # A body is not called by the last word of its name; a person is.
        if mention.name and may_be_person(mention) and level(mention.name).split()[-1] in single:
            surnames.update((level(mention.name), level(mention.name).split()[-1]))
    surnames |= families
    bodies = [m.name for m in names if m.name and m.actor_kind is ActorKind.ORGANISATION]
    shorts = {short for short in map(short_of, bodies) if short is not None}
    shorts |= {level(name).split()[-1] for name in bodies if _is_called_by_end(name)} - surnames
    return [_settled(mention, surnames - shorts, votes, shorts) for mention in names]


def _is_called_by_end(name: str) -> bool:
    """Tell whether a page may call a body by its last word: "the Platform"."""
    last = name.lower().split()[-1]
    return " " in name and last in people_words("proper_bodies", "party_heads", "owned_bodies")


def _settled(
    mention: Mention,
    surnames: set[str],
    votes: dict[str, Counter[ActorKind]],
    shorts: set[str],
) -> Mention:
    if mention.name is None or look_up(mention.name) is not None:
        return mention
    key = level(mention.name)
    if key in shorts and mention.office is None and mention.party is None:
        # "A spokeswoman for Brightwater", of the page's Brightwater Breweries
        return replace(mention, actor_kind=ActorKind.ORGANISATION, gender=None)
    doubtful = mention.actor_kind in (
        ActorKind.UNKNOWN,
        ActorKind.PLACE,
        ActorKind.ORGANISATION,
    )
    if doubtful and key in surnames and mention.party is None:
        gender = gender_of_name(mention.name) if " " in mention.name else None
        return replace(mention, actor_kind=ActorKind.PERSON, gender=gender)
    if mention.actor_kind is ActorKind.UNKNOWN and key in votes:
        kind = max(sorted(votes[key]), key=lambda kind: votes[key][kind])
        return replace(mention, actor_kind=kind)
    return mention
