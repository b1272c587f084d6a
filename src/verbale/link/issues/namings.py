"""
Namings: the words by which a page's reports name their matters.

The parties' own names are left out of them: "the Norlandic ferries" are ferries, and
who wants them is told by the act.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from verbale.lexicon import words
from verbale.link.cast import Cast
from verbale.link.issues.labels import bare_matter, points_only
from verbale.link.issues.phrases import Phrase, read_phrase, stem
from verbale.model.act import ActType, Report
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind
from verbale.model.span import Span

WORD = re.compile(r"\w+")
# The rank of words that lead no group.
JOINING = 2
ANSWER = frozenset({"answer", "written"})
# A longer content tells of more than its matter.
SHORT_CONTENT = 12
# A party that acts less than this share as often as the busiest one may be a matter itself.
MAIN_PARTY = 0.2

# Acts that are about a matter. A meeting or a warning is not by itself.
ABOUT = frozenset(
    {
        ActType.DEMAND,
        ActType.PROPOSE,
        ActType.HAND_OVER,
        ActType.COUNTER_PROPOSE,
        ActType.REPLY,
        ActType.ACCEPT,
        ActType.AGREE,
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
        ActType.SUPPORT,
    }
)
# Whose words lead: what is asked for, then what is said to it, then the rest.
ASKED = frozenset(
    {ActType.DEMAND, ActType.PROPOSE, ActType.DECLARE_RED_LINE, ActType.COUNTER_PROPOSE}
)
ANSWERED = frozenset(
    {ActType.DEMAND, ActType.PROPOSE, ActType.COUNTER_PROPOSE, ActType.DECLARE_RED_LINE,
     ActType.REITERATE, ActType.PLEDGE, ActType.WITHDRAW, ActType.ACCEPT, ActType.REJECT,
     ActType.DEFER, ActType.REFUSE_TO_DISCUSS, ActType.SUPPORT}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Naming:
    """
    One report's words for its matter. `listed` is the page and place of the word that asks
    for it, where that may ask for several things, each a matter of its own.
    """

    document: str
    report: int
    phrase: Phrase
    rank: int
    listed: tuple[str, int] | None = None


def main_parties(extractions: Sequence[Extraction], cast: Cast) -> frozenset[str]:
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


def namings_of(extraction: Extraction, cast: Cast, main: frozenset[str]) -> Iterator[Naming]:
    """The phrases of one page, the names of who acts and on whom left out of them."""
    for report in extraction.reports:
        if report.type not in ABOUT and report.verdict is None:
            continue
        own = own_names(extraction, report, cast)
        phrases = [
            read_phrase(bare_matter(span.text), own | _names_in(extraction, span, main, cast))
            for span in _spans(report)
        ]
        if report.content and not any(phrase.stems - deeds() for phrase in phrases):
            whole = report.content
            phrases.append(read_phrase(whole.text, own | _names_in(extraction, whole, main, cast)))
        phrase = _together(phrases)
        if phrase is not None and report.verdict is not None:
            # "The reply is vague" is about all that was asked, not about replies.
            phrase = Phrase(phrase.text, phrase.stems - ANSWER, phrase.names)
            phrase = phrase if phrase.stems else None
        if phrase is not None and not points_only(phrase.text):
            document = extraction.document.id
            asked = report.type is ActType.DEMAND and report.content is not None
            listed = (document, report.trigger.start) if asked else None
            yield Naming(document, report.i, phrase, _rank(report.type), listed)


@cache
def deeds() -> frozenset[str]:
    """What is done to a matter, and never which it is: "release", "rise"."""
    return words("verbale.link", "issues", "deeds")


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
    # A name that is only a name ("Harrania") does not tell what is wanted of it, nor does a
    # mere deed ("release") tell of what.
    full = [phrase for phrase in told if phrase.stems > phrase.names]
    spoken = next((phrase for phrase in full if phrase.stems - deeds()), (full or told[-1:])[0])
    return Phrase(
        spoken.text,
        frozenset().union(*(phrase.stems for phrase in told)),
        frozenset().union(*(phrase.names for phrase in told)),
        spoken.stems,
    )


def _rank(type: ActType) -> int:
    """Whose words lead a group: the lower, the sooner."""
    return 0 if type in ASKED else 1 if type in ANSWERED else JOINING


def own_names(extraction: Extraction, report: Report, cast: Cast) -> frozenset[str]:
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
