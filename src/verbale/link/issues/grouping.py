"""
Issues: the matters of a negotiation, found in the words of the demands themselves.

Nobody hands us a list. Phrases of demands, offers and refusals are grouped by the
words that weigh most in them (rare in the pile), so that a fuller naming joins the
shorter one. Inside a group, phrases that name somebody or somewhere the shorter ones
do not ("… of Harrania") become its children: two levels, no more.

Groups are led by one phrase and never drift: a phrase joins by what it shares with the
leader, not with the last to come. Phrases are taken in a fixed order, so that the order
of pages does not matter.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from verbale.link.cast import Cast
from verbale.link.issues.edits import apply_issue_edits
from verbale.link.issues.heads import matter_head
from verbale.link.issues.labels import label_of, shorten
from verbale.link.issues.namings import JOINING, Naming, main_parties, namings_of
from verbale.link.issues.phrases import Phrase, measures, read_phrase
from verbale.link.pages import Pages
from verbale.model.actor import Register
from verbale.model.edit import Edit
from verbale.model.extraction import Extraction
from verbale.model.issue import Issue, IssueReference, IssueTree
from verbale.model.problem import Problem

# Share of the weight of the shorter phrase that must stand in the leader too.
SAME_MATTER = 0.55
SLUG_WORDS = 4
# What a unit's weight is worth; a number's is worth as little of that.
NUMBER = 0.2
WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Group:
    """Phrases that go with one leader."""

    leader: Phrase
    namings: list[Naming] = field(default_factory=list)

    @property
    def listed(self) -> frozenset[tuple[str, int]]:
        """The lists of demands of which one item is in the group."""
        return frozenset(naming.listed for naming in self.namings if naming.listed is not None)


def find_issues(
    extractions: Sequence[Extraction],
    register: Register,
    edits: Sequence[Edit] = (),
    refused: list[Problem] | None = None,
) -> IssueTree:
    """
    Group what the pile's demands, offers and refusals are about into a tree of issues.
    """
    cast = Cast(register)
    pages = Pages.of(extractions)
    main = main_parties(pages, cast)
    namings = [naming for page in pages for naming in namings_of(page, cast, main)]
    groups = _group(namings, _weights(namings))
    issues: list[Issue] = []
    references: list[IssueReference] = []
    for group in groups:
        _grow(group, issues, references)
    tree = IssueTree(
        tuple(sorted(issues, key=lambda issue: issue.id)),
        tuple(sorted(references, key=lambda entry: (entry.document, entry.report))),
    )
    return apply_issue_edits(tree, edits, refused)


def _weights(namings: Sequence[Naming]) -> dict[str, float]:
    """How much each stem tells: the rarer in the pile, the more."""
    seen = Counter(root for naming in namings for root in naming.phrase.stems)
    total = len(namings) + 1
    return {root: math.log(1 + total / count) * _worth(root) for root, count in seen.items()}


def _worth(root: str) -> float:
    """What a word tells of which matter it is: a unit little, a number less."""
    return NUMBER**2 if root[0].isdigit() else NUMBER if _measures(root) else 1.0


def _measures(root: str) -> bool:
    """Whether it tells how much of a matter, hardly which: "16", "dollars"."""
    return root[0].isdigit() or root in measures()


def _group(namings: Sequence[Naming], weights: Mapping[str, float]) -> list[Group]:
    """
    Give every phrase to the leader it shares most with, or make it a leader.

    Only leaders that share a stem are looked at, by an index, so a pile of many
    issues costs no more than its words.
    """
    by_stems: dict[frozenset[str], list[Naming]] = defaultdict(list)
    for naming in namings:
        by_stems[naming.phrase.stems].append(naming)
    order = sorted(
        by_stems.items(),
        key=lambda item: (
            _is_amount(item[0]),
            min(naming.rank for naming in item[1]),
            len(item[0]),
            -len(item[1]),
            sorted(item[0]),
        ),
    )
    groups: list[Group] = []
    leading: dict[str, list[int]] = defaultdict(list)
    for stems, members in order:
        phrase = min((naming.phrase for naming in members), key=_plainness)
        at = _numbered(stems, groups) if _is_amount(stems) else None
        if at is None and _is_number(stems):
            continue  # "16 percent" of what, nobody tells
        if at is None:
            # "A halt to tests and an end to patrols": what one sentence asks apart is apart.
            beside = frozenset(naming.listed for naming in members if naming.listed is not None)
            asked = min(naming.rank for naming in members) == 0
            at = _closest(phrase, groups, leading, weights, beside, asked=asked)
        if at is None and min(naming.rank for naming in members) == JOINING:
            continue  # a paper or a verdict makes no issue, it only has one
        if at is None:
            at = len(groups)
            groups.append(Group(phrase))
            for root in sorted(stems):
                leading[root].append(at)
        groups[at].namings.extend(members)
    return groups


def _is_number(stems: frozenset[str]) -> bool:
    """Whether a phrase is nothing but a number: "16 percent"."""
    return all(root[0].isdigit() for root in stems)


def _is_amount(stems: frozenset[str]) -> bool:
    """Whether it is nothing but a number and its unit: "160 dollars"."""
    return all(map(_measures, stems))


def _numbered(stems: frozenset[str], groups: Sequence[Group]) -> int | None:
    """The one matter that is told with the same number."""
    found = [
        at
        for at, group in enumerate(groups)
        if any(stems <= naming.phrase.stems for naming in group.namings)
    ]
    return found[0] if len(found) == 1 else None


def _closest(
    phrase: Phrase,
    groups: Sequence[Group],
    leading: Mapping[str, Sequence[int]],
    weights: Mapping[str, float],
    beside: frozenset[tuple[str, int]] = frozenset(),
    *,
    asked: bool = False,
) -> int | None:
    """The group whose leader shares most, if it shares enough."""
    shared: Counter[int] = Counter()
    for root in sorted(phrase.stems):
        for at in leading.get(root, ()):
            shared[at] += weights[root]  # type: ignore[assignment]
    best: tuple[float, int] | None = None
    for at, weight in sorted(shared.items()):
        leader = groups[at].leader
        if _is_amount(phrase.stems) != _is_amount(leader.stems):
            continue  # "a debt of a billion dollars" is not what "160 dollars" is about
        if beside & groups[at].listed:
            continue
        if asked and _other_heads(phrase, leader):
            continue
        enough = _share(phrase.matter, leader.stems, weights) >= SAME_MATTER
        enough = enough or _share(leader.matter, phrase.stems, weights) >= SAME_MATTER
        # By how much is shared, not by its share: one common word is a small leader's all.
        if enough and (best is None or weight > best[0]):
            best = (weight, at)
    return best[1] if best else None


def _other_heads(phrase: Phrase, leader: Phrase) -> bool:
    """
    Whether two things are asked for of which neither names the other's head noun: "escorts for
    the ships" and "checks of ships" are on ships, and no one matter.
    """
    one, other = matter_head(phrase.text), matter_head(leader.text)
    return bool(one and other) and one not in leader.stems and other not in phrase.stems


def _share(matter: frozenset[str], stems: frozenset[str], weights: Mapping[str, float]) -> float:
    """How much of a matter is told by the other's words."""
    whole = _weigh(matter, weights)
    return _weigh(matter & stems, weights) / whole if whole else 0.0


def _weigh(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights[root] for root in sorted(stems))


def _plainness(phrase: Phrase) -> tuple[int, int, str]:
    """Plain before long: a label should be the shortest of the pile's own words."""
    return (len(phrase.text.split()), len(phrase.text), phrase.text)


def _grow(group: Group, issues: list[Issue], references: list[IssueReference]) -> None:
    """
    Make the issue of a group, and a child for each set of names the plain ones lack.

    A name that the child's own label would not show ("progress when they meet in Solen") makes
    no part of the matter.
    """
    plain: list[Naming] = []
    named: dict[frozenset[str], list[Naming]] = defaultdict(list)
    for naming in group.namings:
        names = _shown(naming.phrase)
        (named[names] if names else plain).append(naming)
    if not plain:
        # Nobody names the whole; the most told part stands for it.
        most = min(named, key=lambda names: (-len(named[names]), sorted(names)))
        plain = named.pop(most)
    parent = _apart(_issue(plain, group.leader, None), issues)
    issues.append(parent)
    references.extend(_refer(plain, parent.id))
    for names in sorted(named, key=sorted):
        members = named[names]
        child = _issue(members, min((n.phrase for n in members), key=_plainness), parent.id)
        child = _apart(child, issues)
        issues.append(child)
        references.extend(_refer(members, child.id))


def _shown(phrase: Phrase) -> frozenset[str]:
    """The names that are left in a phrase's short form."""
    return phrase.names & read_phrase(shorten(phrase.text)).stems


def _apart(issue: Issue, others: Sequence[Issue]) -> Issue:
    """The issue with an id of its own: two matters may be named in the same words."""
    taken = {other.id for other in others}
    id_, number = issue.id, 2
    while id_ in taken:
        id_ = f"{issue.id}-{number}"
        number += 1
    return replace(issue, id=id_)


def _issue(namings: Sequence[Naming], leader: Phrase, parent: str | None) -> Issue:
    texts = Counter(naming.phrase.text for naming in namings)
    label = label_of(_most_like(namings, texts))
    slug = _slug(label) or "-".join(sorted(leader.stems))
    return Issue(
        id=f"{parent}/{slug}" if parent else slug,
        label=label,
        parent=parent,
        phrases=tuple(sorted(texts)),
    )


def _most_like(namings: Sequence[Naming], texts: Counter[str]) -> Counter[str]:
    """
    The phrases that share a word with most of the others: a stray one names no matter.
    """
    stems = {naming.phrase.text: read_phrase(naming.phrase.text).stems for naming in namings}
    alike = {
        text: sum(1 for other in stems if stems[other] & stems[text]) for text in sorted(stems)
    }
    most = max(alike.values())
    return Counter({text: count for text, count in texts.items() if 2 * alike[text] >= most})


def _slug(label: str) -> str:
    """An id that can be read and typed."""
    told = [word.lower() for word in WORD.findall(label) if read_phrase(word).stems]
    return "-".join(told[:SLUG_WORDS])


def _refer(namings: Sequence[Naming], issue: str) -> Iterator[IssueReference]:
    for naming in namings:
        reason = f"grouped by its words: {', '.join(sorted(naming.phrase.stems))}"
        yield IssueReference(naming.document, naming.report, issue, naming.phrase.text, reason)
