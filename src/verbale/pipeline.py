"""
The whole way: files → documents → extractions → links → record → file.

This page is the map. Each line calls one stage; what a stage does is told there.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from verbale.ask.keeping import is_up_to_date, write_with_state
from verbale.config import Settings
from verbale.edits import check_edit, try_edit
from verbale.engine import code_fingerprint
from verbale.errors import NothingToBuildError
from verbale.export.jsonl import is_jsonl_record, read_jsonl
from verbale.heap import ABOUT, Heap, judge_heap, pages_in, read_earlier
from verbale.ingest import read_sources
from verbale.kept import Kept, document_digest
from verbale.link.actors.register import date_offices, register_actors
from verbale.link.acts.linking import link_acts
from verbale.link.copies.finding import find_copies
from verbale.link.dating.dating import date_pages
from verbale.link.issues.grouping import find_issues
from verbale.link.marks import leave_out_reports, leave_out_statements
from verbale.link.pages import Pages
from verbale.link.relevance import stories_aside
from verbale.link.statements.joining import link_statements
from verbale.model.dating import Dating
from verbale.model.document import Document
from verbale.model.edit import Edit
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN
from verbale.model.problem import Problem
from verbale.model.record import DocumentEntry, Record
from verbale.model.relevance import Relevance, Story
from verbale.store import Store, open_record

DEFAULTS = Settings()
# The note that says what the record in a file was linked from.
LINKED = "linked"
# Told after each page: how many are done, and of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """
    What a build came to. `read` pages were read now, the others in an earlier build.

    `aside` are the other stories of the heap, which make up the `set_aside` pages.
    """

    pages: int
    read: int
    set_aside: int
    statements: int
    acts: int
    problems: tuple[Problem, ...]
    aside: tuple[Story, ...] = ()


def build(
    sources: Sequence[str | Path],
    to: Path,
    settings: Settings = DEFAULTS,
    progress: Progress | None = None,
) -> Summary:
    """
    Build the record of `sources` in the file `to`, or add them to the one there.

    Pages that an earlier build read stay in the pile; only new ones are parsed.
    Raises NothingToBuildError where no page can be read, and RecordError where `to` is
    a file but not a record (it is left as it was). A record exported as JSON lines is a
    source too: its pages, corrections and problems are taken over.
    """
    seen = pages_in(to)
    earlier = read_earlier(to, settings)
    pile: dict[str, Document] = {}
    new: list[Problem] = []
    exported = [Path(source) for source in sources if is_jsonl_record(Path(source))]
    taken = [read_jsonl(path) for path in exported]
    for record in taken:
        pile.update((entry.document.id, entry.document) for entry in record.documents)
        new.extend(problem for problem in record.problems if problem.stage != "edits")
    others = [source for source in sources if Path(source) not in exported]
    if others:
        found = read_sources(others, new, fields=dict(settings.fields))
        pile.update((document.id, document) for document in found)
    if not pile and not earlier.pages:
        raise NothingToBuildError(_nothing_readable(new))
    heap = judge_heap(earlier, pile)
    with Store(to) as store:
        if pages_in(to) != seen:  # somebody added pages while ours were read
            earlier = read_earlier(to, settings)
            heap = judge_heap(earlier, pile)
        problems = sorted({*earlier.problems, *new})
        edits = {edit.id: edit for record in taken for edit in record.edits}
        edits |= {edit.id: edit for edit in store.edits()}
        in_order = tuple(sorted(edits.values(), key=lambda edit: edit.at))
        return _build(heap, store, settings, problems, in_order, progress)


def rebuild(to: Path, edit: Edit | None = None, settings: Settings = DEFAULTS) -> Summary:
    """
    Link a record anew from the pages it holds, with one more correction by hand.

    Raises EditError, and changes nothing, where the correction cannot be applied.
    """
    open_record(to).close()  # what is no record is refused before it is written to
    with Store(to) as store:
        with open_record(to) as view:
            edit = check_edit(edit, view) if edit else None
        earlier = read_earlier(to, settings)
        heap = judge_heap(earlier, {})
        return _build(heap, store, settings, earlier.problems, store.edits(), None, edit)


def _build(
    heap: Heap,
    store: Store,
    settings: Settings,
    problems: list[Problem],
    edits: tuple[Edit, ...],
    progress: Progress | None,
    correction: Edit | None = None,
) -> Summary:
    wanted, relevance = heap.wanted, heap.relevance
    extractions = Pages()
    fresh = 0
    kept = Kept(store, settings)
    for done, (page, is_fresh) in enumerate(kept.read(wanted), start=1):
        fresh += is_fresh
        if page.extraction:
            extractions.add_packed(page.document, page.extraction)
        if page.problem:
            problems.append(page.problem)
        if progress:
            progress(done, len(wanted))
    kept.words(heap.words, heap.fresh)
    kept.judgement(heap.judgement)
    kept.prune()
    if correction is not None:
        try_edit(correction, edits, extractions)
        edits = (*edits, correction)
    read = [document for document in wanted if extractions.has(document.id)]
    inputs = _inputs(read, edits, settings)
    with open_record(store.path) as view:
        changed = list(heap.changed(view))
    if store.notes().get(LINKED) == inputs and is_up_to_date(store):
        _write_beside(heap, changed, problems, store)
    else:
        aside = [document for document in changed if not relevance[document.id].relevant]
        with _without_collecting():
            record = link([*wanted, *aside], extractions, relevance, edits, problems)
        store.note(LINKED, "")  # until the new record stands, none is told to be linked
        write_with_state(store, record, frozenset(relevance))
        store.note(LINKED, inputs)
    store.note(ABOUT, heap.about or "")
    with open_record(store.path) as view:
        return Summary(
            pages=len(relevance),
            read=fresh,
            set_aside=len(relevance) - len(wanted),
            statements=view.count("statements"),
            acts=view.count("acts"),
            problems=view.problems(),
            aside=stories_aside(relevance),
        )


def link(
    documents: Sequence[Document],
    extractions: Sequence[Extraction],
    relevance: dict[str, Relevance],
    edits: tuple[Edit, ...] = (),
    problems: Sequence[Problem] = (),
) -> Record:
    """
    Put what the pages tell together: who is who, which day is which, what is one act.
    """
    pages = leave_out_reports(extractions, edits)
    refused: list[Problem] = []
    register = register_actors(pages, edits, refused)
    datings = date_pages(pages, register, edits)
    register = date_offices(register, datings)
    published = {document: dating.published for document, dating in datings.items()}
    copies = find_copies([each for each in documents if pages.has(each.id)], published)
    issues = find_issues(pages, register, edits, refused)
    acts = link_acts(pages, datings, register, issues, copies)
    statements = link_statements(pages, datings, register, copies)
    statements = leave_out_statements(statements, edits)
    originals = {copy.document: copy.original for copy in copies if copy.whole}
    return Record(
        documents=tuple(
            _entry(each, relevance[each.id], datings.get(each.id), originals.get(each.id))
            for each in documents
        ),
        actors=register.actors,
        issues=issues.issues,
        statements=statements,
        acts=acts,
        copies=copies,
        edits=edits,
        problems=tuple(sorted({*problems, *refused})),
    )


def _write_beside(
    heap: Heap, changed: Sequence[Document], problems: Sequence[Problem], store: Store
) -> None:
    """
    Write the pages that were given now, or are judged otherwise now, beside what is linked.

    Only pages about something else have come or gone, so that all the rest stands.
    """
    entries = []
    with open_record(store.path) as view:
        for each in changed:
            now, stood = heap.relevance[each.id], view.document(each.id)
            linked = stood if stood and stood.relevant and now.relevant else None
            dating, copy_of = (linked.dating, linked.copy_of) if linked else (None, None)
            entries.append(_entry(each, now, dating, copy_of))
        refused = [problem for problem in view.problems() if problem.stage == "edits"]
    store.renew(entries, sorted({*problems, *refused}))


def _inputs(read: Sequence[Document], edits: tuple[Edit, ...], settings: Settings) -> str:
    """All that linking hangs on, as one name: the pages that were read, and the edits."""
    digest = hashlib.sha256(code_fingerprint("linked", settings.model).encode())
    for page in sorted(map(document_digest, read)):
        digest.update(page.encode())
    digest.update(msgspec.msgpack.encode(edits))
    return digest.hexdigest()


@contextmanager
def _without_collecting() -> Iterator[None]:
    """
    Leave the garbage collector out while pages are linked.

    Linking makes millions of small nouns, none of which refer to each other in a circle;
    to walk over them again and again in search of circles takes a fifth of its time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _entry(
    document: Document,
    judged: Relevance,
    dating: Dating | None,
    copy_of: str | None,
) -> DocumentEntry:
    unread = Dating(document.id, UNKNOWN, None, None, "not dated", "The page was not read.")
    return DocumentEntry(document, dating or unread, judged.relevant, judged.reason, copy_of)


def _nothing_readable(problems: Sequence[Problem]) -> str:
    if not problems:
        return "No page was found in what was given; name files, folders or archives of pages."
    first = min(problems)
    more = f" (and {len(problems) - 1} more problems)" if len(problems) > 1 else ""
    return f"No page could be read. {first.path}: {first.message}{more}"
