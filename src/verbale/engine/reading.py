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
from verbale.model.packed import packed, unpacked
from verbale.model.parse import Parse
from verbale.model.problem import Problem

# A document to read, with the packed parse that an earlier build kept of it, or None.
Task = tuple[Document, bytes | None]


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


@dataclass(frozen=True, slots=True)
class PackedPage:
    """The same as it goes from process to process and is kept: its nouns packed."""

    document: str
    extraction: bytes | None
    parse: bytes | None = None
    problem: Problem | None = None


def read_task(task: Task, model: str) -> PackedPage:
    """Read a document, and pack what was read: here, so that whoever keeps it has no work."""
    document, kept = task
    page = read_document(document, model, unpacked(kept, Parse) if kept else None)
    return PackedPage(
        page.document,
        packed(page.extraction) if page.extraction else None,
        packed(page.parse) if page.parse else None,
        page.problem,
    )


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
