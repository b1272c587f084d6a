"""
The heap: all pages that were given to a record, and which of them belong to it.

A heap may hold several negotiations. One record tells one: that of the story which
speaks most of bargaining, or the one that is asked for by words.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from verbale.config import Settings
from verbale.engine import code_fingerprint
from verbale.errors import NothingToBuildError
from verbale.kept import text_digest
from verbale.link.page_words import PageWords, words_of
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
    """
    All pages, which of them belong to the negotiation, and the words that asked for it.

    `given` are the pages that were given now. `words` names the pages' kept words, by the
    sha256 of a text, and `fresh` are those counted now.
    """

    documents: list[Document]
    relevance: dict[str, Relevance]
    about: str | None
    given: frozenset[str]
    words: frozenset[str]
    fresh: dict[str, PageWords]


@dataclass(frozen=True, slots=True)
class Earlier:
    """
    The pages and problems of the record that is there, what it was asked for by, and the
    words of its pages that are kept in it.
    """

    pile: dict[str, Document]
    problems: list[Problem]
    about: str | None
    words: dict[str, PageWords]


def judge_heap(earlier: Earlier, pile: dict[str, Document]) -> Heap:
    """
    Tell the pages of the negotiation from the others, those there were and those of `pile`;
    NothingToBuildError where no page is about what is asked for.
    """
    about = earlier.about
    documents = sorted((earlier.pile | pile).values(), key=lambda document: document.id)
    texts = {document.id: text_digest(document.text) for document in documents}
    fresh: dict[str, PageWords] = {}
    for document in documents:
        text = texts[document.id]
        if text not in earlier.words and text not in fresh:
            fresh[text] = words_of(document.text)
    words = earlier.words | fresh
    relevance = judge_relevance(documents, about, {id: words[texts[id]] for id in texts})
    if about and not any(each.relevant for each in relevance.values()):
        raise NothingToBuildError(_nobody_tells(about, relevance))
    return Heap(documents, relevance, about, frozenset(pile), frozenset(texts.values()), fresh)


def read_earlier(path: Path, settings: Settings) -> Earlier:
    """
    What the record at `path` holds, nothing where there is no file.

    As long as no words are given, the last ones count: a record asked for by words stays
    that record when pages are added or it is corrected.
    """
    given = settings.about
    if not path.exists():
        return Earlier({}, [], _asked(given), {})
    with open_record(path) as view:
        pile = {entry.document.id: entry.document for entry in view.documents()}
        asked = view.notes().get(ABOUT) if given is None else given
        # An edit that found nothing to correct may find it now.
        problems = [problem for problem in view.problems() if problem.stage != "edits"]
        words = view.kept("words", code_fingerprint("words", settings.model), PageWords)
    return Earlier(pile, problems, _asked(asked), words)


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
