"""
Annotate: Document → AnnotatedDocument. One parse, then rules that only read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.annotate.coreference.resolving import resolve_mentions
from verbale.annotate.mending import mend
from verbale.annotate.mentions import find_mentions
from verbale.annotate.parsing import load_parser, parse
from verbale.annotate.quotes import quoted_regions
from verbale.annotate.timex.finding import find_timexes
from verbale.annotate.turns import name_turns
from verbale.model.annotated import AnnotatedDocument
from verbale.model.document import Document
from verbale.model.parse import Parse

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["annotate", "load_parser", "mark", "parse"]


def annotate(document: Document, parser: Language) -> AnnotatedDocument:
    """
    Parse a document and mark its mentions, time expressions and quotations.
    """
    return mark(document, parse(document.text, parser))


def mark(document: Document, tree: Parse) -> AnnotatedDocument:
    """
    Mark mentions, time expressions and quotations of a document already parsed.

    The tree is mended first: what is kept of a parse is what the parser said, and a
    better mending needs no second parse.
    """
    tree = mend(name_turns(tree))
    quotes = quoted_regions(document.text)
    mentions = find_mentions(document, tree)
    chains, references = resolve_mentions(document, tree, mentions, quotes)
    return AnnotatedDocument(
        document=document,
        parse=tree,
        mentions=mentions,
        chains=chains,
        references=references,
        timexes=find_timexes(tree),
        quotes=quotes,
    )
