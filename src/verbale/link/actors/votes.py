"""
Votes: of which state somebody with a state's office is, by the pages that tell of them.

What a page shows outright (its letterhead, the sentence before, the scene, a dateline, the
only state told of) makes a party sure by one vote; what is merely near (what it says
before, who alone acts there) makes it likely by two. Where two have as many, none is it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from verbale.gazetteer import look_up
from verbale.link.actors.doers import REACH, doers
from verbale.link.actors.letterheads import (
    dateline_party,
    letterhead_party,
    scene,
    state_before,
    states_told,
)
from verbale.link.actors.nodes import Cluster, Node
from verbale.link.actors.sayings import Sayings
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind

COMMISSION = "European Commission"
UNION = "European Union"
ENOUGH = 2  # votes, where each only makes a party likely
ALONE = 4  # pages on which the one state acts for each on which another does
# Votes of a letterhead, of a scene and of the sentence before, to a dateline's one.
OWN_PAGE, SCENE_SET, TOLD_BEFORE = 3, 3, 2
BREAK = re.compile(r"\n\s*")

States = Mapping[str, bool]  # the parties of a page, and whether each is a state


@dataclass(frozen=True, slots=True)
class Scene:
    """What one page shows of whose it is: its owner, where it was sent from, who acts on it."""

    text: str
    owner: str | None
    dateline: str | None
    topics: Sequence[tuple[int, str]]
    told: Sayings
    starts: Sequence[int]
    parties: States
    acting: Collection[str | None]

    @property
    def states(self) -> frozenset[str]:
        """The states told of."""
        return frozenset(name for name, state in self.parties.items() if state)


@dataclass(frozen=True, slots=True)
class Scenes:
    """The pages of a pile, each with what it shows, and the one state that acts on them."""

    pages: Mapping[str, Scene]
    lone: str | None
    faced: str | None  # the state of whose rebels the pile tells

    @classmethod
    def of(
        cls, nodes: Sequence[Node], extractions: Sequence[Extraction], faced: str | None
    ) -> Scenes:
        """Read every page once; `faced` is the state of whose rebels the pile tells."""
        parties = _parties(nodes)
        acting: dict[str, set[str | None]] = {}
        for node in nodes:
            if node.acts and node.name_is_party:
                acting.setdefault(node.document, set()).add(node.party)
        pages = {
            each.document.id: Scene(
                text=each.document.text,
                owner=letterhead_party(each.document),
                dateline=dateline_party(each.document.text),
                topics=_topics(each),
                told=Sayings.of(each),
                starts=[mention.start for mention in each.mentions],
                parties=parties.get(each.document.id, {}),
                acting=frozenset(acting.get(each.document.id, ())),
            )
            for each in extractions
        }
        return cls(pages, _lone(pages), faced)


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes for each party: those that make it sure, and those that make it likely."""

    sure: Counter[str]
    likely: Counter[str]

    def winner(self, barred: Collection[str]) -> str | None:
        """The party with the most votes that is not barred; None where two have as many."""
        for votes, enough in ((self.sure, 1), (self.likely, ENOUGH)):
            ranked = sorted(
                (party for party in votes if party not in barred),
                key=lambda party: (-votes[party], party),
            )
            if ranked and votes[ranked[0]] >= enough:
                alone = len(ranked) == 1 or votes[ranked[0]] > votes[ranked[1]]
                return ranked[0] if alone else None
        return None


def votes_for(cluster: Cluster, scenes: Scenes, *, of_state: bool) -> Votes:
    """
    What the pages that tell of somebody say of their party.

    A voice without a state's office (`of_state` false) may be anybody's: only whose page it
    is and the sentence before tell of it.
    """
    votes = Votes(Counter(), Counter())
    for document in sorted({node.document for node in cluster.nodes}):
        page = scenes.pages[document]
        mine = {
            i for node in cluster.nodes if node.document == document for i in node.chain.mentions
        }
        start = page.starts[min(mine)]
        here = page.states
        if page.owner is not None:
            votes.sure[page.owner] += OWN_PAGE
        before = state_before(page.text, start)
        if before is not None and before in here:
            votes.sure[before] += TOLD_BEFORE
        elif (told := _told_right_before(page, start)) is not None and told in here:
            votes.sure[told] += 1
        if of_state and scenes.faced in here and scenes.faced is not None:
            votes.sure[scenes.faced] += TOLD_BEFORE
        if of_state:
            votes.sure.update(_shown(page, start, here))
            votes.likely.update(_near(page, start, here, mine, scenes.lone))
    return votes


def _shown(page: Scene, start: int, here: Collection[str]) -> Counter[str]:
    """What the scene, the dateline and the only state told of show."""
    found: Counter[str] = Counter()
    # A host is no party: "GENEVA" under talks of two others tells nothing.
    dateline = page.dateline if page.dateline in page.acting else None
    for party, weight in ((scene(page.text, start), SCENE_SET), (dateline, 1)):
        if party is not None and party in here:
            found[party] += weight
    if len(here) == 1:
        found.update(here)
    if not here and page.dateline is not None:
        found[page.dateline] += 1  # no state is told of but where the story is sent from
    return found


def _near(
    page: Scene, start: int, here: Collection[str], mine: Collection[int], lone: str | None
) -> Counter[str]:
    """What only stands near: what they do with others, whom the text told of last."""
    found: Counter[str] = Counter()
    doing = page.told.state_of(set(mine))
    if doing is not None and doing in here:
        found[doing] += ENOUGH
    alone = [party for party in here if party in page.acting]
    for party in (alone[0] if len(alone) == 1 else None, _before(page.topics, start), lone):
        if party is not None and party in here:
            found[party] += 1
    return found


def _topics(extraction: Extraction) -> list[tuple[int, str]]:
    """Where a page tells what a state says or does, and which, in the order of the text."""
    chains = {reference.mention: reference.chains for reference in extraction.references}
    found = []
    for i in doers(extraction):
        meant = chains.get(i, ())
        chain = extraction.chains[meant[0]] if len(meant) == 1 else None
        if chain is not None and chain.actor_kind is ActorKind.PARTY and chain.party:
            found.append((extraction.mentions[i].start, chain.party))
    return found


def _before(topics: Sequence[tuple[int, str]], start: int) -> str | None:
    """The party told of last before a place of the text, if near."""
    at = bisect_left(topics, start, key=lambda topic: topic[0]) - 1
    if at < 0 or start - topics[at][0] > REACH:
        return None
    return topics[at][1]


def _told_right_before(page: Scene, start: int) -> str | None:
    """
    The party told of last, in the paragraph or the one before it: "the State Department said
    no. 'We won't,' spokesman Orton added."
    """
    told = _before(page.topics, start)
    if told is None:
        return None
    at = bisect_left(page.topics, start, key=lambda topic: topic[0]) - 1
    if states_told(page.text, page.topics[at][0]) - {told}:
        return None  # "Norway met Chile": both do it
    breaks = BREAK.findall(page.text, page.topics[at][0], start)
    return told if len(breaks) <= 1 else None


def _parties(nodes: Sequence[Node]) -> dict[str, dict[str, bool]]:
    """The parties each page tells of, and whether each is a state."""
    found: dict[str, dict[str, bool]] = {}
    for node in nodes:
        for party in (node.party, node.chain.name):
            entry = look_up(party) if party else None
            if entry is None or node.kind is ActorKind.PLACE:
                continue
            if entry.name == COMMISSION:
                found.setdefault(node.document, {})[UNION] = False
            elif entry.kind in (ActorKind.PARTY, ActorKind.BLOC):
                state = entry.kind is ActorKind.PARTY
                found.setdefault(node.document, {})[entry.name] = state
    return found


def _lone(pages: Mapping[str, Scene]) -> str | None:
    """The one state that acts on the pages of a pile: "the ministry" is its own."""
    counts = Counter(
        party for page in pages.values() for party in page.acting if party in page.states
    )
    ranked = sorted(counts, key=lambda party: (-counts[party], str(party)))
    if not ranked or counts[ranked[0]] < ENOUGH:
        return None
    runner_up = counts[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if runner_up * ALONE <= counts[ranked[0]] else None
