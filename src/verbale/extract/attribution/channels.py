"""
Channels carried on: through what somebody goes on to say what he says.

"Vella told Radio Lumen that Malta would wait. “We have time,” she said." is one interview:
whoever goes on speaking does so through the channel told last, as long as nobody else
speaks and no other channel is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.extract.attribution.context import channel_phrase
from verbale.extract.attribution.finding import PACKAGE, Finding, Page
from verbale.lexicon import terms
from verbale.model.span import Span
from verbale.model.statement import Statement, StatementKind

FARTHEST = 1  # paragraphs from the last words said through a channel to the next


def carry_channels(page: Page, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements with the channel that their speaker was told to use right before."""
    references = page.annotated.references
    told: tuple[tuple[int, ...], Span, int] | None = None
    found: dict[int, Statement] = {}
    for statement in sorted(statements, key=_place):
        if statement.speaker is None or statement.inside is not None or statement.cue is None:
            continue
        speaker = references[statement.speaker].chains
        paragraph = _paragraph(page, statement)
        if not speaker or (told is not None and told[0] != speaker):
            told = None
        if statement.channel is not None:
            told = (speaker, statement.channel, paragraph) if speaker else None
        elif told is not None and statement.kind is not StatementKind.INDIRECT:
            if paragraph - told[2] > FARTHEST or statement.addressee is not None:
                told = None
                continue
            found[statement.i] = replace(statement, channel=told[1])
            told = (speaker, told[1], paragraph)
    return tuple(found.get(statement.i, statement) for statement in statements)


def tells_channel(page: Page, finding: Finding) -> bool:
    """Tell whether a finding's content is where somebody speaks: "speaking on *Radio Lumen*"."""
    verb = page.tree.tokens[finding.sayer]
    if finding.rule != "preposition" or verb.lemma not in terms(PACKAGE, "channels")["speaking"]:
        return False
    bare = Finding(finding.rule, finding.sayer, finding.cue, set())
    return any(
        channel_phrase(page, bare, preposition) is not None
        for preposition in page.tree.children(verb.i, "prep")
    )


def _place(statement: Statement) -> tuple[int, int]:
    """Where the cue stands: who speaks is told there, wherever the words begin."""
    return (statement.cue.start if statement.cue is not None else statement.start, statement.i)


def _paragraph(page: Page, statement: Statement) -> int:
    token = page.tree.token_at(_place(statement)[0])
    return page.paragraph(token.i) if token is not None else 0
