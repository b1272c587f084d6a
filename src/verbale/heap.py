"""
The heap: all pages that were given to a record, and which of them belong to it.

A heap may hold several negotiations. One record tells one: that of the story which
speaks most of bargaining, or the one that is asked for by words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from verbale.config import Settings
from verbale.engine import code_fingerprint
from verbale.errors import NothingToBuildError
from verbale.kept import HEAP, STORIES, WORDS
from verbale.link.page_words import PageWords, text_digest, words_of
from verbale.link.relevance import Judgement, judge_heap_pages, stories_aside
from verbale.link.stories.profiles import HeapPage
from verbale.model.document import Document
from verbale.model.problem import Problem
from verbale.model.relevance import Relevance
from verbale.store import View, open_record

# The note that keeps the words by which a record was asked for.
ABOUT = "about"
# Stories that a message names.
MOST_STORIES = 5


@dataclass(frozen=True, slots=True)
class Heap:
    """
    All pages, which of them belong to the negotiation, and the words that asked for it.

    `wanted` are those that belong, `given` those that were given now, by id; the others are
    in the file. `words` names the pages' kept words, by the sha256 of a text, and `fresh` are
    those counted now. `judgement` is how all were judged, and None where that stands.
    """

    wanted: list[Document]
    relevance: dict[str, Relevance]
    about: str | None
    given: Mapping[str, Document]
    words: frozenset[str]
    fresh: dict[str, PageWords]
    judgement: Judgement | None

    def changed(self, view: View) -> Iterator[Document]:
        """The pages that are given now, or are not judged as the file tells."""
        judged = {
            id: (bool(relevant), reason)
            for id, relevant, reason in view.rows(
                "SELECT id, relevant, relevance_reason FROM documents"
            )
        }
        belonging = {document.id: document for document in self.wanted}
        for id, now in sorted(self.relevance.items()):
            if id in self.given or judged.get(id) != (now.relevant, now.reason):
                yield self.given.get(id) or belonging.get(id) or _document(view, id)


@dataclass(frozen=True, slots=True)
class Earlier:
    """
    The record that is there: its pages' names and texts, its problems, what it was asked for
    by, the words of its pages that are kept in it, and how they were judged.
    """

    path: Path
    pages: dict[str, tuple[str, str]]
    problems: list[Problem]
    about: str | None
    words: dict[str, PageWords]
    judgement: Judgement | None


def judge_heap(earlier: Earlier, pile: dict[str, Document]) -> Heap:
    """
    Tell the pages of the negotiation from the others, those there were and those of `pile`;
    NothingToBuildError where no page is about what is asked for.
    """
    about = earlier.about
    given = {id: (document.page.name, document.text) for id, document in pile.items()}
    fresh: dict[str, PageWords] = {}
    pages = []
    for id, (name, text) in (earlier.pages | given).items():
        digest = text_digest(text)
        words = earlier.words.get(digest) or fresh.get(digest)
        if words is None:
            words = fresh[digest] = words_of(text)
        pages.append(HeapPage(id, name, text, digest, words))
    relevance, judgement = judge_heap_pages(pages, about, earlier.judgement)
    belonging = sorted(id for id, each in relevance.items() if each.relevant)
    if about and not belonging:
        raise NothingToBuildError(_nobody_tells(about, relevance))
    return Heap(
        wanted=list(_documents(earlier.path, belonging, pile)),
        relevance=relevance,
        about=about,
        given=pile,
        words=frozenset(page.digest for page in pages),
        fresh=fresh,
        judgement=None if judgement == earlier.judgement else judgement,
    )


def read_earlier(path: Path, settings: Settings) -> Earlier:
    """
    What the record at `path` holds, nothing where there is no file.

    As long as no words are given, the last ones count: a record asked for by words stays
    that record when pages are added or it is corrected.
    """
    given = settings.about
    if not path.exists():
        return Earlier(path, {}, [], _asked(given), {}, None)
    with open_record(path) as view:
        pages = {
            id: (name, text)
            for id, name, text in view.rows("SELECT id, name, text FROM documents ORDER BY id")
        }
        asked = view.notes().get(ABOUT) if given is None else given
        # An edit that found nothing to correct may find it now.
        problems = [problem for problem in view.problems() if problem.stage != "edits"]
        words = view.kept(WORDS, code_fingerprint(WORDS, settings.model), PageWords)
        judged = view.kept(STORIES, code_fingerprint(STORIES, settings.model), Judgement)
    return Earlier(path, pages, problems, _asked(asked), words, judged.get(HEAP))


def _documents(path: Path, ids: list[str], pile: dict[str, Document]) -> Iterator[Document]:
    """These documents, of the pile or as they stand in the file."""
    if pile.keys() >= set(ids):
        yield from (pile[id] for id in ids)
        return
    with open_record(path) as view:
        yield from (pile[id] if id in pile else _document(view, id) for id in ids)


def _document(view: View, id: str) -> Document:
    """A document that stands in the file."""
    entry = view.document(id)
    if entry is None:
        raise KeyError(id)
    return entry.document


def pages_in(path: Path) -> frozenset[str]:
    """
    The ids of the pages in a record, none where there is no file.

    Whoever reads for long asks twice: once before, and once where nobody else can write.
    """
    if not path.exists():
        return frozenset()
    with open_record(path) as view:
        return frozenset(str(row[0]) for row in view.rows("SELECT id FROM documents"))


def _asked(words: str | None) -> str | None:
    return (words or "").strip() or None


def _nobody_tells(about: str, relevance: dict[str, Relevance]) -> str:
    stories = stories_aside(relevance)[:MOST_STORIES]
    told = "; ".join(f"{story.words} ({story.pages})" for story in stories)
    return f"No page is about {about!r}. The largest stories, with their pages: {told}."
