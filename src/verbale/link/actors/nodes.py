"""
Nodes: the chains of all pages, ready to be joined into actors.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verbale.gazetteer import How, look_up, match_at
from verbale.gazetteer.bodies import body_words
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level
from verbale.link.pages import Pages
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind, Chain, Mention, MentionKind
from verbale.model.span import Span

# Parts of a key; a ministry of which state nobody tells has its page as one more.
BARE = 2
# A name of these kinds is always in the register; the others only where they act or speak.
ALWAYS = frozenset(
    {
        ActorKind.PERSON,
        ActorKind.PARTY,
        ActorKind.BLOC,
        ActorKind.ORGANISATION,
        ActorKind.OUTLET,
    }
)


@dataclass(eq=False)
class Node:
    """One chain of one document, with how the page writes it."""

    document: str
    chain: Chain
    forms: Counter[str]  # names as written
    told: Counter[str]  # descriptions as written
    gender: str | None
    noun: str | None  # what a page calls a body that it does not name: "union"
    acts: bool  # whether a statement or report of the page rests on it

    @property
    def kind(self) -> ActorKind:
        """What sort of actor the page makes of it."""
        return self.chain.actor_kind

    @property
    def party(self) -> str | None:
        """The party the page gives it."""
        return self.chain.party

    @property
    def name_is_party(self) -> bool:
        """Whether it is a party or bloc itself, and no person of one."""
        return self.kind in (ActorKind.PARTY, ActorKind.BLOC)


@dataclass(eq=False)
class Cluster:
    """Nodes that are one actor."""

    nodes: list[Node] = field(default_factory=list)
    name: str | None = None  # set by the gazetteer or by hand; else the best attested form
    kind: ActorKind | None = None
    party: str | None = None  # canonical name, where the gazetteer tells it
    merged_into: Cluster | None = None  # the full name that this acronym is

    @property
    def genders(self) -> set[str]:
        """The genders told."""
        return {node.gender for node in self.nodes if node.gender}

    @property
    def offices(self) -> list[str]:
        """All offices told, in the order of the pages."""
        return [office for node in self.nodes for office in node.chain.offices]

    def parties(self) -> Counter[str]:
        """The parties told, with how many pages tell each."""
        return Counter(node.party for node in self.nodes if node.party)

    def held(self) -> Iterator[tuple[str, str | None]]:
        """Each office told with the party it is held for."""
        for node in self.nodes:
            parties = node.chain.office_parties or (None,) * len(node.chain.offices)
            for office, party in zip(node.chain.offices, parties, strict=True):
                yield office, party or node.party


# By the number of a node: the clusters that it may be, and why.
Homes = Mapping[int, tuple[list[Cluster], str]]


def merge(cluster: Cluster, home: Cluster) -> None:
    """Put a cluster into the one that it is another name of."""
    home = whole(home)
    if home is cluster:
        return
    home.nodes.extend(cluster.nodes)
    cluster.nodes = []
    cluster.merged_into = home


def whole(cluster: Cluster) -> Cluster:
    """The cluster that one was merged into, or itself."""
    while cluster.merged_into is not None:
        cluster = cluster.merged_into
    return cluster


def nodes_of(extractions: Sequence[Extraction]) -> list[Node]:
    """Take the chains of all pages, page by page in the order of their ids."""
    found: list[Node] = []
    for extraction in Pages.of(extractions):
        used = _acting(extraction)
        for chain in extraction.chains:
            mentions = [extraction.mentions[i] for i in chain.mentions]
            found.append(
                Node(
                    extraction.document.id,
                    chain,
                    Counter(form for mention in mentions for form in _forms(mention)),
                    Counter(
                        _bare(mention.text)
                        for mention in mentions
                        if mention.kind in (MentionKind.DESCRIPTION, MentionKind.GROUP)
                    ),
                    # What a pronoun tells is the page's guess, no fact to keep namesakes apart.
                    next((m.gender for m in mentions if m.gender and _tells(m)), None),
                    _noun(chain, mentions),
                    chain.i in used,
                )
            )
    return found


def _tells(mention: Mention) -> bool:
    return mention.kind is not MentionKind.PRONOUN


def _noun(chain: Chain, mentions: Sequence[Mention]) -> str | None:
    if chain.actor_kind is not ActorKind.ORGANISATION:
        return None
    nouns = Counter(
        _bare(mention.text).lower()
        for mention in mentions
        if mention.kind is MentionKind.DESCRIPTION
    )
    return min(nouns, key=lambda noun: (-nouns[noun], noun), default=None)


def _forms(mention: Mention) -> Iterator[str]:
    if mention.name is None or mention.kind is not MentionKind.NAME:
        return
    body = mention.actor_kind is ActorKind.ORGANISATION and look_up(mention.name) is None
    yield _bare(mention.text) if body else mention.name


def _bare(text: str) -> str:
    words = " ".join(text.split())
    for article in ("the ", "The ", "THE ", "a ", "A ", "an ", "An "):
        words = words.removeprefix(article)
    return words


def _acting(extraction: Extraction) -> set[int]:
    """Chains that a statement or a report of the page rests on."""
    meant = {reference.mention: reference.chains for reference in extraction.references}
    used: set[int] = set()
    mentions: list[int] = []
    for statement in extraction.statements:
        if statement.speaker is not None:
            mentions.append(statement.speaker)
        spans = [s for s in (statement.addressee, statement.on_behalf_of, *statement.via) if s]
        mentions.extend(_inside(extraction.mentions, spans))
    for report in extraction.reports:
        mentions.extend((*report.actors, *report.addressees, *report.on_behalf_of))
    for mention in mentions:
        used.update(meant.get(mention, ()))
    return used


def _inside(mentions: Sequence[Mention], spans: Iterable[Span]) -> Iterator[int]:
    for span in spans:
        at = bisect_left(mentions, span.start, key=lambda mention: mention.start)
        while at < len(mentions) and mentions[at].start < span.end:
            yield mentions[at].i
            at += 1


def body_key(node: Node) -> tuple[str, ...] | None:
    """
    What a party, body, outlet or place is compared by; None for people and groups.
    """
    name = node.chain.name
    if name is None or node.kind in (ActorKind.PERSON, ActorKind.ANONYMOUS, ActorKind.GROUP):
        return None
    entry = look_up(name)
    if node.kind is ActorKind.PLACE and (entry is None or entry.name != name):
        if node.acts and entry is not None and entry.how is How.CAPITAL:
            return ("listed", entry.name)  # a host: "received in Valletta"
        if entry is not None:
            return ("place", level(name))
    if entry is not None:
        return ("listed", entry.name)
    state = level(name).split()[-1] in people_words("state_bodies", "armed_heads")
    if node.party is not None and node.kind is ActorKind.ORGANISATION and (state or "of" in name):
        return ("body", node.party, level(_without_party(name, node.party)))
    return ("named", body_words(name))


def _without_party(name: str, party: str) -> str:
    """A state body's name without its state: "Air Force", of the "United States Air Force"."""
    words, kept, at = name.split(), [], 0
    while at < len(words):
        length, entry = match_at(words, at) or (1, look_up(words[at]))
        if entry is None or entry.name != party:
            kept.extend(words[at : at + length])
        at += length
    return " ".join(kept).removeprefix("'s ").removeprefix("’s ")
