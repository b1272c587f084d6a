"""
Short names across pages: "Brightwater", the "Brightwater Motor Company", "Brightwater Motors".

A pile calls one company by a short name. So what pages that have both names took for one is
one on pages that have the short name only, and two full names that are cut short alike are
one, unless a page tells of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from verbale.gazetteer import is_state, match_at
from verbale.gazetteer.bodies import bare_body, body_kinds, body_words
from verbale.gazetteer.people import people_words
from verbale.gazetteer.short_names import has_form, is_bare_pair, short_names
from verbale.link.actors.nodes import BARE, Cluster, merge
from verbale.model.mention import ActorKind

Words = tuple[str, ...]
LEAST_LANDED = 2  # words behind a land that may be a body's name without it
OFTENER = 3  # times as many pages of one kind tell more than the few of the other


def join_short_names(clusters: Mapping[tuple[str, ...], Cluster]) -> None:
    """Join bodies under their short names with those under the full one, where one alone fits."""
    bodies = [cluster for key, cluster in clusters.items() if _may_be_cut(key, cluster)]
    full = _cut_short(bodies)
    for homes in full.values():
        _join_companies(homes)
    by_words: dict[Words, list[Cluster]] = {}
    for body in bodies:
        if body.nodes:
            by_words.setdefault(bare_body(_name(body)), []).append(body)
    for words, homes in full.items():
        left = [home for home in homes if home.nodes]
        for body in by_words.get(words, []) if len(left) == 1 else []:
            if not _are_told_apart(body, left[0]):
                merge(body, left[0])
    left = [body for body in bodies if body.nodes]
    alone = {words[0]: _pages(same[0]) for words, same in by_words.items() if len(words) == 1}
    kept = [body for body in left if not _is_made_by(body, alone)]
    for body, home in short_names(kept, [_name(body) for body in kept]):
        merge(body, home)


def join_landed(clusters: Mapping[tuple[str, ...], Cluster]) -> None:
    """Join "the Bread Agency" with "the US Bread Agency", where the pile tells of one land's."""
    owned: dict[str, dict[str, list[Cluster]]] = {}
    for key, cluster in clusters.items():
        words = (_name(cluster) if cluster.nodes and key[0] == "named" else "").split()
        found = match_at(words, 0) if len(words) > LEAST_LANDED else None
        if found is not None and is_state(found[1].name) and len(words) - found[0] >= LEAST_LANDED:
            rest = body_words(" ".join(words[found[0] :]))
            owned.setdefault(rest, {}).setdefault(found[1].name, []).append(cluster)
    for rest, by_land in owned.items():
        bare = clusters.get(("named", rest))
        ending = [key for key in clusters if key[0] == "named" and key[1].endswith(f" {rest}")]
        same = next(iter(by_land.values()))
        # A town's, too, would have the words: neither is then the bare one.
        if len(by_land) == 1 and bare is not None and bare.nodes and len(ending) == len(same):
            for cluster in same:
                merge(cluster, bare)


def join_town_bodies(clusters: Mapping[tuple[str, ...], Cluster]) -> None:
    """Join "the City Council" with "Redhill City Council", where the pile tells of one town's."""
    named = {key[1]: cluster for key, cluster in clusters.items() if key[0] == "named"}
    areas = people_words("governed_places", "school_words")
    for name, cluster in named.items():
        *before, body = name.split()
        if not before or not cluster.nodes or not areas.issuperset(before):
            continue
        if body not in people_words("bodies", "councils"):
            continue
        whole = [other for key, other in named.items() if key.endswith(f" {name}") and other.nodes]
        if len(whole) == 1:
            merge(cluster, whole[0])


def _may_be_cut(key: tuple[str, ...], cluster: Cluster) -> bool:
    kinds = {node.kind for node in cluster.nodes}
    places = [node for node in cluster.nodes if node.kind is ActorKind.PLACE]
    if not cluster.nodes or len(places) * 2 > len(cluster.nodes):
        return False  # a town is not short for its university
    return key[0] == "named" and len(key) == BARE and ActorKind.OUTLET not in kinds


def _cut_short(bodies: Iterable[Cluster]) -> dict[Words, list[Cluster]]:
    """By each short name the bodies that some page calls so beside their full name."""
    found: dict[Words, list[Cluster]] = {}
    for body in bodies:
        cut: dict[Words, None] = {}
        for node in body.nodes:
            words = bare_body(node.chain.name or "")
            for form in sorted(node.forms):
                short = bare_body(form)
                if short != words and short == words[: len(short)]:
                    cut[short] = None
        for short in cut:
            found.setdefault(short, []).append(body)
    return found


def _join_companies(homes: list[Cluster]) -> None:
    """Join companies that are cut short alike, where no page tells of two of them."""
    if len(homes) == 1 or not all(_is_company(home) for home in homes):
        return
    pages = [_pages(home) for home in homes]
    if sum(map(len, pages)) > len(frozenset().union(*pages)):
        return
    first = max(homes, key=lambda home: len(home.nodes))
    for home in homes:
        if home is not first:
            merge(home, first)


def _are_told_apart(body: Cluster, home: Cluster) -> bool:
    """Tell whether pages have a name with its legal form beside a longer one, as another's."""
    pages = _pages(body)
    return has_form(_name(body)) and OFTENER * len(pages & _pages(home)) > len(pages)


def _is_company(cluster: Cluster) -> bool:
    kinds = body_kinds(_name(cluster))
    return not kinds or "company" in kinds


def _is_made_by(body: Cluster, alone: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a pair that tells no sort may be a thing, so much oftener is its first word."""
    name = _name(body)
    if not is_bare_pair(name):
        return False
    short = alone.get(bare_body(name)[0], frozenset())
    return len(short) > OFTENER * len(_pages(body))


def _pages(cluster: Cluster) -> frozenset[str]:
    return frozenset(node.document for node in cluster.nodes)


def _name(cluster: Cluster) -> str:
    return max((node.chain.name or "" for node in cluster.nodes), key=len)
