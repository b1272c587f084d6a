"""
Reading one document: the per-document stages, one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.annotate import load_parser, mark, parse
from verbale.errors import DocumentError
from verbale.extract import extract
from verbale.model.document import Document
from verbale.model.extraction import Extraction
from verbale.model.parse import Parse
from verbale.model.problem import Problem

# A document to read, with the parse that an earlier build kept of it, or None.
Task = tuple[Document, Parse | None]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """
    What reading came to: an extraction, or the problem that stood in its way.

    `parse` is there where it was made now, None where a kept one was used.
    """

    document: str
    extraction: Extraction | None
    parse: Parse | None = None
    problem: Problem | None = None


def read_document(document: Document, model: str, tree: Parse | None = None) -> ReadPage:
    """
    Annotate and extract one document, from its kept parse `tree` where there is one.

    A page the stages refuse costs itself only: the refusal comes back as a problem.
    """
    fresh = None
    try:
        if tree is None:
            fresh = tree = parse(document.text, load_parser(model))
        return ReadPage(document.id, extract(mark(document, tree)), fresh)
    except DocumentError as error:
        problem = Problem(document.page.path, "extract", str(error))
    except RecursionError:
        problem = Problem(document.page.path, "annotate", "Its sentences are nested too deep.")
    return ReadPage(document.id, None, problem=problem)
