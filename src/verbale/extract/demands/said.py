"""
Demands said: the report of a demand that lies in somebody's words, without a word for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.extract.issues import issue_of
from verbale.extract.told import told_at
from verbale.model.act import ActType, Quantity, Report
from verbale.model.parse import Parse
from verbale.model.span import Span
from verbale.model.statement import Statement


def demand_said(
    tree: Parse,
    statement: Statement,
    at: int,
    *,
    rule: str,
    content: Span | None,
    matter: Sequence[int],
    asked: tuple[int, ...] = (),
    quantities: tuple[Quantity, ...] = (),
) -> Report:
    """
    What the speaker of a statement asks for: told at token `at`, of those `asked`, who are
    mentions; `matter` are the tokens that name the matter.
    """
    return replace(
        told_at(tree, tree.tokens[at], statement, ActType.DEMAND, rule=rule),
        actors=(statement.speaker,) if statement.speaker is not None else (),
        addressees=tuple(i for i in asked if i != statement.speaker),
        content=content,
        issue=issue_of(tree, matter),
        quantities=quantities,
    )
