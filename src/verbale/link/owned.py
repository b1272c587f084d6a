"""
Owned: "our members", "its officials", "their delegation" act for whose they are.

A group that is told only by whose it is does what its owner does: what "its members
would waive" the forum offers, and "our men will go back" is the speaker's own word. The
owner is who the pronoun means; where that is not known, the group stays by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.link.cast import SEATED, Cast
from verbale.model.act import Report
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind

# Whose it is that is the speaker's.
OURS = frozenset({"our", "my"})
THEIRS = frozenset({"its", "their", "his", "her"})


def with_owners(
    extraction: Extraction,
    report: Report,
    actors: Sequence[str],
    mentions: Sequence[int],
    cast: Cast,
) -> tuple[str, ...]:
    """The actors, each group that is told only as somebody's taken for its owner."""
    owners = {
        actor: owner
        for at in mentions
        if (actor := cast.meant(extraction.document.id, at)) in actors
        and (owner := _owner(extraction, report, at, cast)) is not None
    }
    return tuple(dict.fromkeys(owners.get(actor, actor) for actor in actors))


def _owner(extraction: Extraction, report: Report, at: int, cast: Cast) -> str | None:
    document = extraction.document.id
    mention = extraction.mentions[at]
    actor = cast.meant(document, at)
    if actor is None or cast.kind(cast.party(actor)) is not ActorKind.GROUP:
        return None
    opening = mention.text.split()[0].lower() if mention.text.split() else ""
    found: Iterator[str | None]
    if opening in OURS and report.statement is not None:
        speaker = extraction.statements[report.statement].speaker
        found = iter([cast.meant(document, speaker)])
    elif opening in THEIRS:
        found = (
            cast.meant(document, other.i)
            for other in extraction.mentions
            if other.start == mention.start and other.end < mention.end
        )
    else:
        return None
    owner = next((each for each in found if each is not None), None)
    if owner is None or cast.kind(cast.party(owner)) not in SEATED:
        return None
    return cast.party(owner)
