"""
Annotate: Document → AnnotatedDocument. One parse, then rules that only read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.annotate.coreference import resolve_mentions
from verbale.annotate.mentions import find_mentions
from verbale.annotate.parsing import load_parser, parse
from verbale.model.annotated import AnnotatedDocument
from verbale.model.document import Document

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["annotate", "load_parser", "parse"]


def annotate(document: Document, parser: Language) -> AnnotatedDocument:
    """
    Parse a document once and mark its mentions, time expressions and quotations.
    """
    tree = parse(document.text, parser)
    mentions = find_mentions(document, tree)
    chains, references = resolve_mentions(document, tree, mentions, ())
    return AnnotatedDocument(
        document=document,
        parse=tree,
        mentions=mentions,
        chains=chains,
        references=references,
    )
