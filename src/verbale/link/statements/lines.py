"""
Statement lines: which of a page's statements become lines of the record.

A page is read for every attribution; the record lists who said what. One saying found
twice (a town before the speaker taken for a second one) is one line, and an attitude
that nobody is told to have ("a date was proposed") is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from verbale.link.cast import Cast
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind, MentionKind
from verbale.model.statement import Statement, StatementKind

RELATIVE = frozenset({"who", "which", "that", "whom"})


def lines_of(extraction: Extraction, cast: Cast) -> Iterator[Statement]:
    """The statements of one page that tell who said something, each saying once."""
    kept = [
        statement
        for statement in extraction.statements
        if _tells(statement) and not _is_of_a_place(statement, extraction, cast)
    ]
    by_cue: dict[int, list[Statement]] = defaultdict(list)
    for statement in kept:
        if statement.cue is not None:
            # "Has denied" and "has denied planning" are one cue.
            by_cue[statement.cue.start].append(statement)
    repeated = {
        statement.i
        for same in by_cue.values()
        if len(same) > 1
        for statement in _repeated(same, extraction, cast)
    }
    yield from (statement for statement in kept if statement.i not in repeated)


def source_as_written(extraction: Extraction, statement: Statement) -> str:
    """The source's words; for a "which" or "who" those it stands for."""
    if statement.source is None:
        return ""
    written = statement.source.text
    if written.lower() not in RELATIVE or statement.speaker is None:
        return written
    meant = next((r for r in extraction.references if r.mention == statement.speaker), None)
    if meant is None or len(meant.chains) != 1:
        return written
    mentions = (extraction.mentions[i] for i in extraction.chains[meant.chains[0]].mentions)
    before = [
        mention
        for mention in mentions
        if mention.end <= statement.source.start and mention.kind is not MentionKind.PRONOUN
    ]
    return before[-1].text if before else written


def _tells(statement: Statement) -> bool:
    """Tell whether somebody is told to say it, or quotation marks show that it was said."""
    if not statement.content:
        return False
    if statement.source is None:
        # "A: It will.": an answer by a letter has a speaker and no words that name him.
        return statement.speaker is not None or statement.kind is not StatementKind.INDIRECT
    # "An answer which would show …": a thing, where no actor is meant.
    return statement.speaker is not None or statement.source.text.lower() not in RELATIVE


def _is_of_a_place(statement: Statement, extraction: Extraction, cast: Cast) -> bool:
    """Tell whether the source is a town that the parser took for a speaker."""
    if statement.speaker is None or cast.candidates(extraction.document.id, statement.speaker):
        return False
    return extraction.mentions[statement.speaker].actor_kind is ActorKind.PLACE


def _repeated(same: Sequence[Statement], extraction: Extraction, cast: Cast) -> Iterator[Statement]:
    """Of statements with one cue those that another tells better, or tells more of."""
    document = extraction.document.id

    def worth(statement: Statement) -> tuple[bool, bool, bool, int, int]:
        speakers = cast.candidates(document, statement.speaker)
        place = (
            statement.speaker is not None
            and extraction.mentions[statement.speaker].actor_kind is ActorKind.PLACE
        )
        length = sum(span.end - span.start for span in statement.content)
        return (
            len(speakers) == 1 and not place,
            bool(speakers),
            bool(statement.source),
            length,
            -statement.i,
        )

    ranked = sorted(same, key=worth, reverse=True)
    for at, statement in enumerate(ranked):
        mine = cast.candidates(document, statement.speaker)
        for better in ranked[:at]:
            theirs = cast.candidates(document, better.speaker)
            if _within(statement, better) and (mine == theirs or len(mine) != 1):
                yield statement
                break


def _within(statement: Statement, other: Statement) -> bool:
    """Tell whether the content of one is the other's, or a part of it."""
    return all(
        any(mine.start >= theirs.start and mine.end <= theirs.end for theirs in other.content)
        for mine in statement.content
    )
