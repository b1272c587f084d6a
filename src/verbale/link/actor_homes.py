"""
Homes: the party of people of whom no page says it outright.

"Trade Minister Vella said" under a dateline of Valletta is Malta's minister, and so is
one who comes right after what Malta wants, on two pages; "Vella's spokesman" is of
Vella's party; a "fisheries commissioner" on a page about the Union is the Union's. Pages
vote; where two parties have as many votes, none is chosen, and a
party whose office somebody else is said to hold is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from verbale.gazetteer import How, country_of_city, look_up
from verbale.gazetteer.offices import is_former, is_voice, office_head, office_key
from verbale.gazetteer.people import people_words
from verbale.link.actor_letterheads import letterhead_party, scene, state_before
from verbale.link.actor_ministries import ministry_of, own_ministries
from verbale.link.actor_nodes import Cluster, Node
from verbale.link.actor_people import told_party
from verbale.link.actor_sayings import Sayings
from verbale.link.actor_towns import is_town_office, town_told
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind

Homes = Mapping[int, tuple[list[Cluster], str]]

LINES_OF_DATELINE = 12  # lines from the top among which a dateline is looked for
DATELINE = re.compile(
    r"^\s*([A-Z][A-Z'’.\-]+(?:[ -][A-Z][A-Z'’.\-]*){0,3})(?:, ([A-Z][\w .]{2,24}?))?"
    r"(?:,? [\w .,]{1,24})?(?: ?\([^()\n]{1,40}\))? ?(?:--|[-–—]) "
)
STATE_OFFICES = frozenset({"minister", "premier", "chancellor", "king", "queen", "president"})
STATE_BODIES = frozenset(
    {"ministry", "army", "parliament", "presidency", "navy", "cabinet", "senate"}
)
COMMISSION = "European Commission"
UNION = "European Union"
SECOND = frozenset({"deputy", "vice", "assistant", "associate"})
ENOUGH = 2  # votes, where each only makes a party likely
ALONE = 4  # pages on which the one state acts for each on which another does
# Votes of a letterhead, of a scene and of the sentence before, to a dateline's one.
OWN_PAGE, SCENE_SET, TOLD_BEFORE = 3, 3, 2
REACH = 400  # characters from a party's doing to the minister who speaks for it


def find_homes(
    people: Sequence[Cluster], nodes: Sequence[Node], extractions: Sequence[Extraction]
) -> None:
    """
    Set the party of people who hold a state's office that no page gives to a party, and
    of ministries without a state.
    """
    owners, datelines, texts, topics, told, starts = {}, {}, {}, {}, {}, {}
    for each in extractions:
        document = each.document.id
        owners[document] = letterhead_party(each.document)
        texts[document] = each.document.text
        datelines[document] = _dateline(each.document.text)
        topics[document] = _topics(each)
        told[document] = Sayings.of(each)
        starts[document] = [m.start for m in each.mentions]
    states = _states(nodes)
    acting = {(node.document, node.party) for node in nodes if node.acts and node.name_is_party}
    lone = _lone(acting, states)
    taken = _offices_taken(people)
    found: list[tuple[Cluster, str]] = []
    town = town_told(texts.values())
    held = _parties_by_office(people)
    countries = {name for told_of in states.values() for name, kind in told_of.items() if kind}
    ministries = own_ministries(nodes, acting, countries)
    for cluster in people:
        if told_party(cluster) is not None:
            continue
        if (ministry := ministry_of(cluster, ministries)) is not None:
            found.append((cluster, ministry))
            continue
        if town is not None and any(is_town_office(office) for office in cluster.offices):
            found.append((cluster, town))
            continue
        if (senior := _party_of_senior(cluster, held)) is not None:
            found.append((cluster, senior))
            continue
        offices = {office_key(office) for office in cluster.offices if not is_former(office)}
        if any(_is_commissioner(office) for office in cluster.offices):
            if any(UNION in states.get(node.document, {}) for node in cluster.nodes):
                found.append((cluster, UNION))
            continue
        state = any(map(_is_state_office, cluster.offices)) or _is_state_body(cluster)
        if not state and not any(map(is_voice, cluster.offices)):
            continue
        sure: Counter[str] = Counter()
        likely: Counter[str] = Counter()
        for document in sorted({node.document for node in cluster.nodes}):
            here = {name for name, kind in states.get(document, {}).items() if kind}
            dateline = datelines.get(document)
            first = min(
                i for n in cluster.nodes if n.document == document for i in n.chain.mentions
            )
            start = starts[document][first]
            if (owner := owners.get(document)) is not None:
                sure[owner] += OWN_PAGE
            if (before := state_before(texts[document], start)) in here and before is not None:
                sure[before] += TOLD_BEFORE
            if not state:
                continue  # a voice may be anybody's: only what stands right there tells
            # A host is no party: "GENEVA" under talks of two others tells nothing.
            host = (document, dateline) not in acting
            for party, weight in (
                (scene(texts[document], start), SCENE_SET),
                (None if host else dateline, 1),
            ):
                if party in here and party is not None:
                    sure[party] += weight
            if len(here) == 1:
                sure.update(here)
            if not here and dateline is not None:
                sure[dateline] += 1  # no state is told of but where the story is sent from
            mine = {i for n in cluster.nodes if n.document == document for i in n.chain.mentions}
            doing = told[document].state_of(mine)
            if doing in here and doing is not None:
                likely[doing] += ENOUGH
            alone = {party for party in here if (document, party) in acting}
            for party in (
                next(iter(alone)) if len(alone) == 1 else None,
                _before(topics[document], start),
                lone,
            ):
                if party in here:
                    likely[party] += 1
        for votes, enough in ((sure, 1), (likely, ENOUGH)):
            open_to = [p for p in votes if not any((office, p) in taken for office in offices)]
            ranked = sorted(open_to, key=lambda party: (-votes[party], party))
            if ranked and votes[ranked[0]] >= enough:
                if len(ranked) == 1 or votes[ranked[0]] > votes[ranked[1]]:
                    found.append((cluster, ranked[0]))
                break
    for cluster, party in found:
        cluster.party = party


def follow_service(homes: Homes, nodes: Sequence[Node]) -> None:
    """
    Give people without a party that of whom they serve: "the minister's spokeswoman".
    """
    number = {(node.document, node.chain.i): i for i, node in enumerate(nodes)}
    for _ in range(2):  # an aide of a spokesman of a minister
        told: list[tuple[Cluster, str]] = []
        for i, node in enumerate(nodes):
            if node.chain.serves is None or len(homes[i][0]) != 1:
                continue
            cluster = homes[i][0][0]
            master = homes[number[node.document, node.chain.serves]][0]
            if told_party(cluster) is None and len(master) == 1 and master[0] is not cluster:
                party = told_party(master[0])
                if party is not None:
                    told.append((cluster, party))
        parties: dict[int, set[str]] = {}
        for cluster, party in told:
            parties.setdefault(id(cluster), set()).add(party)
        for cluster, party in told:
            if len(parties[id(cluster)]) == 1:
                cluster.party = party


def _topics(extraction: Extraction) -> list[tuple[int, str]]:
    """Where a page tells what a state says or does, and which, in the order of the text."""
    chains = {reference.mention: reference.chains for reference in extraction.references}
    doers = {s.speaker for s in extraction.statements if s.speaker is not None}
    doers.update(actor for report in extraction.reports for actor in report.actors)
    found = []
    for i in sorted(doers):
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


def _dateline(text: str) -> str | None:
    """The country of the town a story is sent from: "VALLETTA, 3 May (AA) –"."""
    for line in text.split("\n", LINES_OF_DATELINE)[:LINES_OF_DATELINE]:
        found = DATELINE.match(line)
        if found is None:
            continue
        for told in (found[2], found[1].title()):
            if not told:
                continue
            entry = look_up(told.strip())
            if entry is not None and entry.how in (How.CAPITAL, How.NAME):
                return entry.name
            country = country_of_city(told.strip())
            if country is not None:
                return country
    return None


def _states(nodes: Sequence[Node]) -> dict[str, dict[str, bool]]:
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


def _lone(
    acting: Collection[tuple[str, str | None]], states: Mapping[str, Mapping[str, bool]]
) -> str | None:
    """The one state that acts on the pages of a pile: "the ministry" is its own."""
    counts = Counter(
        party for document, party in acting if party and states.get(document, {}).get(party)
    )
    ranked = sorted(counts, key=lambda party: (-counts[party], party))
    if not ranked or counts[ranked[0]] < ENOUGH:
        return None
    runner_up = counts[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if runner_up * ALONE <= counts[ranked[0]] else None


def _parties_by_office(people: Sequence[Cluster]) -> dict[str, set[str]]:
    """Each office with the parties it is held for."""
    found: dict[str, set[str]] = {}
    for cluster in people:
        party = told_party(cluster)
        for office, told in cluster.held():
            if (told or party) is not None and not is_former(office):
                found.setdefault(office_key(office), set()).add(told or party or "")
    return found


def _party_of_senior(cluster: Cluster, held: Mapping[str, set[str]]) -> str | None:
    """The party of the one whose deputy somebody is: "deputy commissioner" of a league."""
    for office in cluster.offices:
        words = office_key(office).split()
        if len(words) < 2 or words[0] not in SECOND:
            continue
        parties = held.get(" ".join(words[1:]), set())
        if len(parties) == 1:
            return next(iter(parties))
    return None


def _offices_taken(people: Sequence[Cluster]) -> frozenset[tuple[str, str]]:
    """Each office with a party for which the pile says somebody holds it."""
    return frozenset(
        (office_key(office), party)
        for cluster in people
        for office, party in cluster.held()
        if party is not None and not is_former(office)
    )


def _is_state_body(cluster: Cluster) -> bool:
    """Tell whether it is a ministry or the like: "the Finance Ministry"."""
    names = {node.chain.name for node in cluster.nodes if node.chain.name}
    kinds = {node.kind for node in cluster.nodes}
    return kinds == {ActorKind.ORGANISATION} and any(
        name.split()[-1].lower() in STATE_BODIES or name.split()[0].lower() == "ministry"
        for name in names
    )


def _is_state_office(office: str) -> bool:
    words = office.lower().split()
    head = office_head(words[-1]) if words else None
    of = words[: words.index("of")] if "of" in words else words
    return (
        head in STATE_OFFICES
        or bool(of and office_head(of[-1]) in STATE_OFFICES)
        or bool(people_words("state_nouns") & set(words[:-1]))
        or words[-1:] == ["ministry"]
        or " ".join(words) == "head of state"
    )


def _is_commissioner(office: str) -> bool:
    """Tell whether an office is one of a commission's members, with a portfolio."""
    words = office.lower().split()
    return len(words) > 1 and words[-1] == "commissioner" and words[-2] in _portfolios()


def _portfolios() -> frozenset[str]:
    return people_words("portfolios") | {"enlargement", "competition", "budget", "climate"}
