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
from verbale.link.issue_edits import apply_issue_edits
from verbale.link.phrases import Phrase, read_phrase, stem
from verbale.model.act import ActType, Report
from verbale.model.actor import Register
from verbale.model.edit import Edit
from verbale.model.extraction import Extraction
from verbale.model.issue import Issue, IssueReference, IssueTree
from verbale.model.mention import ActorKind
from verbale.model.span import Span

# Share of the weight of the shorter phrase that must stand in the leader too.
SAME_MATTER = 0.55
# A label longer than this is cut at a word.
LABEL_WORDS = 9
SLUG_WORDS = 4
# A longer content tells of more than its matter.
SHORT_CONTENT = 12
ANSWER = frozenset({"answer", "written"})
# The rank of words that lead no group.
JOINING = 2
# A party that acts less than this share as often as the busiest one may be a matter itself.
MAIN_PARTY = 0.2
# "16" tells how much of a matter, hardly which.
NUMBER = 0.2
WORD = re.compile(r"\w+")

# Acts that are about a matter. A meeting or a warning is not by itself.
ABOUT = frozenset(
    {
        ActType.DEMAND,
        ActType.PROPOSE,
        ActType.HAND_OVER,
        ActType.COUNTER_PROPOSE,
        ActType.REPLY,
        ActType.ACCEPT,
        ActType.ACCEPT_IN_PART,
        ActType.RESERVE,
        ActType.REJECT,
        ActType.REFUSE_TO_DISCUSS,
        ActType.DEFER,
        ActType.REITERATE,
        ActType.AMEND,
        ActType.WITHDRAW,
        ActType.PLEDGE,
        ActType.DECLARE_RED_LINE,
        ActType.IMPLEMENT,
        ActType.VIOLATE,
        ActType.SET_DEADLINE,
    }
)
# Whose words lead: what is asked for, then what is said to it, then the rest.
ASKED = frozenset(
    {ActType.DEMAND, ActType.PROPOSE, ActType.DECLARE_RED_LINE, ActType.COUNTER_PROPOSE}
)
ANSWERED = frozenset(
    {ActType.DEMAND, ActType.PROPOSE, ActType.COUNTER_PROPOSE, ActType.DECLARE_RED_LINE,
     ActType.REITERATE, ActType.PLEDGE, ActType.WITHDRAW, ActType.ACCEPT, ActType.REJECT,
     ActType.DEFER, ActType.REFUSE_TO_DISCUSS}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Naming:
    """One report's words for its matter."""

    document: str
    report: int
    phrase: Phrase
    rank: int


@dataclass(slots=True)
class Group:
    """Phrases that go with one leader."""

    leader: Phrase
    namings: list[Naming] = field(default_factory=list)


def find_issues(
    extractions: Sequence[Extraction], register: Register, edits: Sequence[Edit] = ()
) -> IssueTree:
    """
    Group what the pile's demands, offers and refusals are about into a tree of issues.
    """
    cast = Cast(register)
    pages = sorted(extractions, key=lambda extraction: extraction.document.id)
    main = _main_parties(pages, cast)
    namings = [naming for page in pages for naming in _namings(page, cast, main)]
    groups = _group(namings, _weights(namings))
    issues: list[Issue] = []
    references: list[IssueReference] = []
    for group in groups:
        _grow(group, issues, references)
    tree = IssueTree(
        tuple(sorted(issues, key=lambda issue: issue.id)),
        tuple(sorted(references, key=lambda entry: (entry.document, entry.report))),
    )
    return apply_issue_edits(tree, edits)


def _main_parties(extractions: Sequence[Extraction], cast: Cast) -> frozenset[str]:
    """
    The parties that do most of the asking and answering: their names tell no matter.
    """
    counts: Counter[str] = Counter()
    for extraction in extractions:
        for report in extraction.reports:
            if report.type in ASKED | ANSWERED:
                for side in (report.actors, report.addressees):
                    counts.update(cast.parties(cast.all_meant(extraction.document.id, side)))
    least = max(counts.values(), default=0) * MAIN_PARTY
    return frozenset(party for party, count in counts.items() if count >= least)


def _namings(extraction: Extraction, cast: Cast, main: frozenset[str]) -> Iterator[Naming]:
    """The phrases of one page, the names of who acts and on whom left out of them."""
    for report in extraction.reports:
        if report.type not in ABOUT and report.verdict is None:
            continue
        own = _own_names(extraction, report, cast)
        phrases = [
            read_phrase(span.text, own | _names_in(extraction, span, main, cast))
            for span in _spans(report)
        ]
        if report.content and not any(phrase.stems for phrase in phrases):
            whole = report.content
            phrases = [read_phrase(whole.text, own | _names_in(extraction, whole, main, cast))]
        phrase = _together(phrases)
        if phrase is not None and report.verdict is not None:
            # "The reply is vague" is about all that was asked, not about replies.
            phrase = Phrase(phrase.text, phrase.stems - ANSWER, phrase.names)
            phrase = phrase if phrase.stems else None
        if phrase is not None:
            yield Naming(extraction.document.id, report.i, phrase, _rank(report.type))


def _rank(type: ActType) -> int:
    """Whose words lead a group: the lower, the sooner."""
    return 0 if type in ASKED else 1 if type in ANSWERED else JOINING


def _spans(report: Report) -> Iterator[Span]:
    """The words that name the matter, and the whole content where it is short."""
    if report.issue is not None:
        yield report.issue
    content = report.content
    if content and (report.issue is None or len(content.text.split()) <= SHORT_CONTENT):
        yield content


def _together(phrases: Sequence[Phrase]) -> Phrase | None:
    """One phrase out of a matter's name and its content: the name's words, all the stems."""
    told = [phrase for phrase in phrases if phrase.stems]
    if not told:
        return None
    # A name that is only a name ("Harrania") does not tell what is wanted of it.
    spoken = next((phrase for phrase in told if phrase.stems > phrase.names), told[-1])
    return Phrase(
        spoken.text,
        frozenset().union(*(phrase.stems for phrase in told)),
        frozenset().union(*(phrase.names for phrase in told)),
    )


def _own_names(extraction: Extraction, report: Report, cast: Cast) -> frozenset[str]:
    """Stems of the names of those who act and are addressed: they are not the matter."""
    names: set[str] = set()
    for at in (*report.actors, *report.addressees, *report.on_behalf_of):
        mention = extraction.mentions[at]
        actor = cast.meant(extraction.document.id, at)
        for text in (mention.name, mention.party, *_spellings(actor, cast)):
            names.update(stem(word) for word in WORD.findall(text or ""))
    return frozenset(names)


def _names_in(
    extraction: Extraction, span: Span, main: frozenset[str], cast: Cast
) -> frozenset[str]:
    """Stems of the words in a span that stand for a main party, however it is called."""
    names: set[str] = set()
    for mention in extraction.mentions:
        if span.start <= mention.start and mention.end <= span.end:
            actor = cast.meant(extraction.document.id, mention.i)
            if actor is not None and cast.party(actor) in main:
                names.update(stem(word) for word in WORD.findall(mention.text))
    return frozenset(names)


def _spellings(actor: str | None, cast: Cast) -> Iterator[str]:
    for one in (actor, cast.party(actor) if actor else None):
        entry = cast.actors.get(one) if one else None
        if entry is not None:
            yield entry.name
            if entry.kind in (ActorKind.PARTY, ActorKind.BLOC):
                yield from entry.variants


def _weights(namings: Sequence[Naming]) -> dict[str, float]:
    """How much each stem tells: the rarer in the pile, the more."""
    seen = Counter(root for naming in namings for root in naming.phrase.stems)
    total = len(namings) + 1
    return {
        root: math.log(1 + total / count) * (NUMBER if root.isdigit() else 1.0)
        for root, count in seen.items()
    }


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
        at = _closest(phrase, groups, leading, weights)
        if at is None and min(naming.rank for naming in members) == JOINING:
            continue  # a paper or a verdict makes no issue, it only has one
        if at is None:
            at = len(groups)
            groups.append(Group(phrase))
            for root in sorted(stems):
                leading[root].append(at)
        groups[at].namings.extend(members)
    return groups


def _closest(
    phrase: Phrase,
    groups: Sequence[Group],
    leading: Mapping[str, Sequence[int]],
    weights: Mapping[str, float],
) -> int | None:
    """The group whose leader shares most, if it shares enough."""
    shared: Counter[int] = Counter()
    for root in sorted(phrase.stems):
        for at in leading.get(root, ()):
            shared[at] += weights[root]  # type: ignore[assignment]
    best: tuple[float, int] | None = None
    for at, weight in sorted(shared.items()):
        leader = groups[at].leader
        smaller = min(_weigh(phrase.stems, weights), _weigh(leader.stems, weights))
        enough = smaller and weight / smaller >= SAME_MATTER
        # By how much is shared, not by its share: one common word is a small leader's all.
        if enough and (best is None or weight > best[0]):
            best = (weight, at)
    return best[1] if best else None


def _weigh(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights[root] for root in sorted(stems))


def _plainness(phrase: Phrase) -> tuple[int, int, str]:
    """Plain before long: a label should be the shortest of the pile's own words."""
    return (len(phrase.text.split()), len(phrase.text), phrase.text)


def _grow(group: Group, issues: list[Issue], references: list[IssueReference]) -> None:
    """Make the issue of a group, and a child for each set of names the plain ones lack."""
    plain = [naming for naming in group.namings if not naming.phrase.names]
    named: dict[frozenset[str], list[Naming]] = defaultdict(list)
    for naming in group.namings:
        if naming.phrase.names:
            named[naming.phrase.names].append(naming)
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
    label = min(texts, key=lambda text: (-texts[text], len(text), text))
    slug = _slug(label) or "-".join(sorted(leader.stems))
    return Issue(
        id=f"{parent}/{slug}" if parent else slug,
        label=_label(label),
        parent=parent,
        phrases=tuple(sorted(texts)),
    )


def _label(text: str) -> str:
    """The phrase, cut where it grows past a label's length."""
    spoken = text.split()
    return " ".join(spoken[:LABEL_WORDS]) + (" …" if len(spoken) > LABEL_WORDS else "")


def _slug(label: str) -> str:
    """An id that can be read and typed."""
    told = [word.lower() for word in WORD.findall(label) if read_phrase(word).stems]
    return "-".join(told[:SLUG_WORDS])


def _refer(namings: Sequence[Naming], issue: str) -> Iterator[IssueReference]:
    for naming in namings:
        reason = f"grouped by its words: {', '.join(sorted(naming.phrase.stems))}"
        yield IssueReference(naming.document, naming.report, issue, naming.phrase.text, reason)
