"""
Sides: the body of people of whom no page says whose they are.

"Chief Orton said the Council would wait" and "'We wait,' negotiator Ana Vella said", on the
council's own page: who holds an office there, and who tells again and again what a body
will do, is of that body. An expert, a mediator or a reporter tells so of everybody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verbale.gazetteer.bodies import body_kinds
from verbale.gazetteer.offices import classes, office_head
from verbale.gazetteer.people import people_words
from verbale.lexicon import words
from verbale.link.actors.doers import REACH, doers
from verbale.link.actors.homes import is_state_office
from verbale.link.actors.nodes import Cluster, Homes
from verbale.link.actors.sorts import sorts_of
from verbale.link.actors.told import told_party
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind, MentionKind

OWN_PAGE, TOLD_BEFORE, SAID = 3, 2, 1
ENOUGH = 2  # votes
NEUTRAL = frozenset(
    ["expert", "analyst", "journalist", "mediator", "judge", "author", "lawyer", "lawmaker",
     "minister", "monarch", "cleric", "source"]
)  # fmt: skip
WORD = re.compile(r"[a-z'’]+")
BREAK = "\n\n"
SENTENCE = re.compile(r"[.!?][\"”’']?\s")
REACH_OF_WILL = 60  # characters behind who is told of
OPENING = 6  # characters of "that the" before whoever is told of


def follow_sides(
    homes: Homes, extractions: Sequence[Extraction], owners: Mapping[str, str]
) -> None:
    """Give people without a party the body whose side their pages and sayings show."""
    number: dict[tuple[str, int], Cluster] = {}
    for _, (clusters, _) in sorted(homes.items()):
        if len(clusters) == 1:
            number.update({(n.document, n.chain.i): clusters[0] for n in clusters[0].nodes})
    votes: dict[int, Counter[str]] = {}
    speakers: dict[int, Cluster] = {}
    for extraction in extractions:
        page = _Page.of(extraction, number)
        seen: set[int] = set()
        for statement in extraction.statements:
            speaker = page.meant(statement.speaker)
            if speaker is None or statement.speaker is None or not _is_open(speaker):
                continue
            told = votes.setdefault(id(speaker), Counter())
            speakers[id(speaker)] = speaker
            if statement.content and (side := page.willing(statement.content[0].start)):
                told[side] += SAID
            if id(speaker) in seen or not speaker.offices:
                continue
            seen.add(id(speaker))
            if (owner := owners.get(extraction.document.id)) is not None:
                told[owner] += OWN_PAGE
            body, votes_of = page.before(statement.speaker)
            if body is not None and _has_such(body, speaker.offices):
                told[body] += votes_of
    for key, speaker in speakers.items():
        ranked = sorted(votes[key].items(), key=lambda pair: (-pair[1], pair[0]))
        alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
        if alone and ranked[0][1] >= ENOUGH:
            speaker.party = ranked[0][0]


def _has_such(body: str, offices: Sequence[str]) -> bool:
    """Tell whether a body of that name may have such an officer: no union a managing director."""
    told = {sort for office in offices for sort in sorts_of(office)}
    kinds = set(body_kinds(body))
    return not told or not kinds or bool(told & kinds)


def _is_open(cluster: Cluster) -> bool:
    """Tell whether somebody may be of any body, by the offices that pages tell."""
    if told_party(cluster) is not None or not cluster.nodes:
        return False
    named = any(n.kind is ActorKind.PERSON and n.chain.name for n in cluster.nodes)
    if not named or any(node.chain.serves is not None for node in cluster.nodes):
        return False
    return not any(map(_is_others, cluster.offices))


def _is_others(office: str) -> bool:
    """Tell whether an office is a state's or town's, or of those who take no side."""
    towns = people_words("town_offices", "opposing", "gone") | {"governor"}
    told = {office_head(word) or word for word in office.lower().split()}
    if office.lower().startswith("speaker for "):
        return False  # no parliament's: "speaker for the five clans"
    return is_state_office(office) or bool(classes(office) & NEUTRAL) or bool(told & towns)


@dataclass(frozen=True, slots=True)
class _Page:
    """One page: what was read of it, whom its mentions mean in the pile, and who acts on it."""

    read: Extraction
    chains: Mapping[int, tuple[int, ...]]
    clusters: Mapping[tuple[str, int], Cluster]
    doers: Sequence[int]

    @classmethod
    def of(cls, extraction: Extraction, clusters: Mapping[tuple[str, int], Cluster]) -> _Page:
        chains = {each.mention: each.chains for each in extraction.references}
        acting = sorted(doers(extraction), key=lambda i: extraction.mentions[i].start)
        return cls(extraction, chains, clusters, acting)

    def meant(self, mention: int | None) -> Cluster | None:
        """The one actor that a mention means."""
        chains = self.chains.get(mention, ()) if mention is not None else ()
        return self.clusters.get((self.read.document.id, chains[0])) if len(chains) == 1 else None

    def willing(self, start: int) -> str | None:
        """The body of whose will words begin to tell at a place of the page."""
        mentions = self.read.mentions
        at = bisect_left(mentions, start, key=lambda mention: mention.start)
        if at >= len(mentions) or mentions[at].start - start > OPENING:
            return None
        mention = mentions[at]
        if mention.kind in (MentionKind.PRONOUN, MentionKind.GROUP):
            return None
        following = self.read.document.text[mention.end : mention.end + REACH_OF_WILL]
        return self._body(mention.i) if tells_will(following) else None

    def before(self, mention: int) -> tuple[str | None, int]:
        """
        The body that acts in the sentence before somebody speaks, and its votes: "The league
        backs them. *President Vella* said …".
        """
        mentions, text = self.read.mentions, self.read.document.text
        start = mentions[mention].start
        at = bisect_left(self.doers, start, key=lambda i: mentions[i].start) - 1
        if at < 0:
            return None, 0
        between = text[mentions[self.doers[at]].end : start]
        apart = len(between) > REACH or between.count(BREAK) > 1 or not SENTENCE.search(between)
        body = None if apart else self._body(self.doers[at])
        return body, TOLD_BEFORE if BREAK not in between else 1

    def _body(self, mention: int) -> str | None:
        """The name of the body that a mention means; None for states and people."""
        body = self.meant(mention)
        if body is None or all(node.kind is not ActorKind.ORGANISATION for node in body.nodes):
            return None
        names = [node.chain.name for node in body.nodes if node.chain.name]
        return told_party(body) or max(names, key=lambda name: (len(name), name), default=None)


def tells_will(text: str) -> bool:
    """
    Tell whether words behind whoever they are of tell its will or mind.

    >>> tells_will("would not wait."), tells_will("is still ready"), tells_will("fell by a half")
    (True, True, False)
    """
    told = [word for word in WORD.findall(text.lower()) if word not in _list("between")]
    if not told:
        return False
    if told[0] in _list("will"):
        return True
    following = told[1] if len(told) > 1 else ""
    return (told[0] in _list("be") and following in _list("minds")) or (
        told[0] in _list("have") and following in _list("decided")
    )


def _list(key: str) -> frozenset[str]:
    return words("verbale.link", "sides", key)
