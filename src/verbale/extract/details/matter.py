"""
What a match is about: the words that are its content, what it hangs on, and the issue.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.extract.clauses import phrase
from verbale.extract.contents import bare, content_of, said
from verbale.extract.details.fields import condition_of
from verbale.extract.issues import issue_of
from verbale.extract.matching import Match
from verbale.extract.provisos import hung_on
from verbale.extract.roles import statement_told_by
from verbale.model.act import ActType
from verbale.model.annotated import AnnotatedDocument
from verbale.model.span import Span
from verbale.model.statement import Statement

# Acts that are words: what was said is their content.
SPEAKING = (ActType.WARN, ActType.DEMAND, ActType.PLEDGE, ActType.CONFIRM, ActType.REITERATE)
# Acts that may hang on something in return.
OFFERING = (
    ActType.PROPOSE, ActType.ACCEPT, ActType.PLEDGE, ActType.COUNTER_PROPOSE, ActType.WITHDRAW,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Matter:
    """What an act is about, each part where the page tells it."""

    content: Span | None
    condition: Span | None
    issue: Span | None


def matter_of(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    found: Match,
    *,
    statement: Statement | None,
    timexes: Sequence[int],
) -> Matter:
    """
    Read it from the match, or from the statement whose cue the match is.

    The cue of the `statement` in which the match stands is no content, and no more are the
    `timexes` that date the act.
    """
    tree, type = annotated.parse, found.entry.type
    content = content_of(tree, found)
    condition = condition_of(tree, found.trigger, found.content)
    if condition is None and type in OFFERING:
        condition = hung_on(tree, found.trigger)
    content, condition = said(content, statement), said(condition, statement)
    told_as = statement_told_by(tree.tokens[found.trigger].start, statements)
    if content is None and told_as is not None and type in SPEAKING:
        content, condition = told_as.content[-1], _condition_in(annotated, told_as)
    issue = issue_of(tree, found.content)
    if issue is not None and content is not None and content.start <= issue.start < content.end:
        issue = issue if issue.end <= content.end else None
    return Matter(bare(annotated, content, timexes), condition, issue)


def _condition_in(annotated: AnnotatedDocument, statement: Statement) -> Span | None:
    """The "if …" with which words that are a warning begin."""
    tree = annotated.parse
    for token in tree.tokens_in(statement.content[0].start, statement.content[0].end):
        if token.lower in ("if", "unless") and token.dep == "mark":
            return phrase(tree, token.head)
    opening = statement.content[0]
    if len(statement.content) > 1 and opening.text.lower().startswith(
        ("if ", "should ", "unless ")
    ):
        return opening
    return None
