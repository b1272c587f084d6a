"""
Told: the report of an act as its trigger alone tells it, for the rules to say more of.
"""

from __future__ import annotations

from verbale.extract.plover.categories import category
from verbale.model.act import ActType, Modality, Report
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement


def told_at(
    tree: Parse,
    token: Token,
    statement: Statement | None,
    type: ActType,
    *,
    rule: str,
    modality: Modality = Modality.HAPPENED,
) -> Report:
    """
    An act told at a word, in a statement or in the page's own words: its sentence, and the
    category of its type. Whose it is, and on what, is for the rule to add.
    """
    return Report(
        i=0,
        type=type,
        trigger=tree.span(token.i, token.i),
        passage=tree.sentence_span(tree.sentence_of(token.i)),
        modality=modality,
        rule=rule,
        plover=category(type, modality),
        statement=statement.i if statement is not None else None,
    )
