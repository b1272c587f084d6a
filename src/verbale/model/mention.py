"""
Mentions: where a document names, describes or points at somebody.

A mention is what stands in the text; who it is, is decided in two steps: chains
join the mentions of one document, the register (link/actors) joins documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MentionKind(StrEnum):
    """What sort of words the mention is."""

    NAME = "name"  # "Vella", "Ana Vella", "the Foreign Ministry", "Malta"
    DESCRIPTION = "description"  # "the Maltese foreign minister", "the diplomat"
    PRONOUN = "pronoun"  # "she", "they"
    GROUP = "group"  # "two officials", "analysts", "sources close to the talks"


# Why a description has two referents: who stands beside it, and who is told to hold its office.
BESIDE = "whoever stands beside it, or who is told to hold such an office"


class ActorKind(StrEnum):
    """What sort of actor is meant."""

    PERSON = "person"
    PARTY = "party"  # a government or state, by name, demonym, capital or seat
    BLOC = "bloc"  # an alliance or union that speaks as one
    ORGANISATION = "organisation"
    OUTLET = "outlet"  # a newspaper, agency, channel
    GROUP = "group"  # plural, not named
    ANONYMOUS = "anonymous"  # a person or source that is not named
    PLACE = "place"  # only where something happened
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """
    Words that refer to an actor.

    `i` is its place in the document's mentions; `head` the index of its head token.
    `name` is the proper name in it ("Ana Vella"), `office` the office it states
    ("foreign minister"), `party` the canonical party it states or is ("Malta" for
    "Maltese", "Valletta", "the Maltese foreign minister"). `gender` is "female",
    "male" or None, `plural` whether more than one is meant.
    """

    i: int
    start: int
    end: int
    text: str
    head: int
    kind: MentionKind
    actor_kind: ActorKind
    name: str | None = None
    office: str | None = None
    party: str | None = None
    gender: str | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """
    Mentions of one document that mean the same actor, with what they say together.

    `mentions` are indices, in order. `name` is the fullest name, None for somebody
    who is not named here. `offices` are as stated here ("foreign minister"), and
    `office_parties` names the party each is held for, in the same order. `serves` is the
    chain of the person whose spokesman, aide or envoy it is.
    """

    i: int
    mentions: tuple[int, ...]
    actor_kind: ActorKind
    name: str | None = None
    offices: tuple[str, ...] = ()
    party: str | None = None
    office_parties: tuple[str | None, ...] = ()
    serves: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """
    Whom one mention means: the chains that fit, best first.

    Empty: nobody can be told. One: resolved. Several: two or more fit and none is
    chosen. `reason` says how it was decided.
    """

    mention: int
    chains: tuple[int, ...]
    reason: str
