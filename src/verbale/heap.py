"""
The heap: all pages that were given to a record, and which of them belong to it.

A heap may hold several negotiations. One record tells one: that of the story which
speaks most of bargaining, or the one that is asked for by words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from verbale.errors import NothingToBuildError
from verbale.link.relevance import judge_relevance, stories_aside
from verbale.model.document import Document
from verbale.model.problem import Problem
from verbale.model.relevance import Relevance
from verbale.store import open_record

# The note that keeps the words by which a record was asked for.
ABOUT = "about"
# Stories that a message names.
MOST_STORIES = 5


@dataclass(frozen=True, slots=True)
class Heap:
    """All pages, which of them belong to the negotiation, and the words that asked for it."""

    documents: list[Document]
    relevance: dict[str, Relevance]
    about: str | None


@dataclass(frozen=True, slots=True)
class Earlier:
    """The pages and problems of the record that is there, and what it was asked for by."""

    pile: dict[str, Document]
    problems: list[Problem]
    about: str | None


def judge_heap(pile: Mapping[str, Document], about: str | None) -> Heap:
    """
    Tell the pages of the negotiation from the others; NothingToBuildError where no page is
    about what is asked for.
    """
    documents = sorted(pile.values(), key=lambda document: document.id)
    relevance = judge_relevance(documents, about)
    if about and not any(each.relevant for each in relevance.values()):
        raise NothingToBuildError(_nobody_tells(about, relevance))
    return Heap(documents, relevance, about)


def read_earlier(path: Path, given: str | None) -> Earlier:
    """
    What the record at `path` holds, nothing where there is no file.

    As long as no words are given, the last ones count: a record asked for by words stays
    that record when pages are added or it is corrected.
    """
    if not path.exists():
        return Earlier({}, [], _words(given))
    with open_record(path) as view:
        pile = {entry.document.id: entry.document for entry in view.documents()}
        asked = view.notes().get(ABOUT) if given is None else given
        # An edit that found nothing to correct may find it now.
        problems = [problem for problem in view.problems() if problem.stage != "edits"]
    return Earlier(pile, problems, _words(asked))


def pages_in(path: Path) -> frozenset[str]:
    """
    The ids of the pages in a record, none where there is no file.

    Whoever reads for long asks twice: once before, and once where nobody else can write.
    """
    if not path.exists():
        return frozenset()
    with open_record(path) as view:
        return frozenset(str(row[0]) for row in view.rows("SELECT id FROM documents"))


def _words(asked: str | None) -> str | None:
    return (asked or "").strip() or None


def _nobody_tells(about: str, relevance: dict[str, Relevance]) -> str:
    stories = stories_aside(relevance)[:MOST_STORIES]
    told = "; ".join(f"{story.words} ({story.pages})" for story in stories)
    return f"No page is about {about!r}. The largest stories, with their pages: {told}."
