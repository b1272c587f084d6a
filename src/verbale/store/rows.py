"""
From nouns to rows: which columns of which table hold what.

Every table is filled by one generator here, in the order of the record, so that
the file's content depends on the record alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.model.problem import Problem
from verbale.model.record import DocumentEntry, Record
from verbale.store.act_rows import (
    act_actors,
    act_attestations,
    act_reports,
    acts,
    conflict_acts,
    conflict_values,
    conflicts,
)
from verbale.store.packing import Row, ends, known_from, pack, published_days
from verbale.store.state_rows import state_actors, state_issues, state_lines


def documents(record: Record) -> Iterator[Row]:
    """Rows of `documents`."""
    for number, entry in enumerate(record.documents, start=1):
        yield document_row(number, entry)


def document_row(number: int, entry: DocumentEntry) -> Row:
    """A row of `documents`; the text is a column and left out of the noun."""
    document, page, dating = entry.document, entry.document.page, entry.dating
    bare = replace(entry, document=replace(document, text=""))
    return (
        number,
        document.id,
        page.path,
        page.name,
        page.url,
        page.outlet,
        page.media,
        page.sha256,
        document.title.text if document.title else None,
        document.byline,
        document.language,
        int(entry.relevant),
        entry.relevance_reason,
        *ends(dating.published),
        *ends(dating.page_date),
        None if dating.page_date_trusted is None else int(dating.page_date_trusted),
        dating.method,
        dating.reason,
        entry.copy_of,
        document.text,
        pack(bare),
    )


def evidence(record: Record) -> Iterator[Row]:
    """Rows of `evidence`: each reason a page was dated by."""
    for entry in record.documents:
        for ordinal, reason in enumerate(entry.dating.evidence):
            yield (
                entry.document.id,
                ordinal,
                reason.origin,
                *ends(reason.days),
                reason.weight,
                int(reason.agrees),
                reason.text,
                reason.reason,
                reason.document,
            )


def statements(record: Record) -> Iterator[Row]:
    """Rows of `statements`; document and offsets are those of the first attestation."""
    published = published_days(record.documents)
    for number, entry in enumerate(record.statements, start=1):
        first = entry.attestations[0]
        content = first.content or (first.passage,)
        yield (
            number,
            entry.id,
            first.document,
            content[0].start,
            content[-1].end,
            entry.kind.value,
            entry.speakers[0] if len(entry.speakers) == 1 else None,
            entry.as_written,
            entry.on_behalf_of,
            entry.addressee,
            entry.channel,
            first.cue.text if first.cue else None,
            " … ".join(passage.text for passage in content),
            *ends(entry.when),
            known_from([published[attestation.document] for attestation in entry.attestations]),
            entry.rule,
            entry.unsure,
            pack(entry),
        )


def statement_speakers(record: Record) -> Iterator[Row]:
    """Rows of `statement_speakers`: every candidate."""
    for entry in record.statements:
        for ordinal, actor in enumerate(entry.speakers):
            yield (entry.id, ordinal, actor)


def statement_attestations(record: Record) -> Iterator[Row]:
    """Rows of `statement_attestations`."""
    for entry in record.statements:
        for ordinal, attestation in enumerate(entry.attestations):
            content = attestation.content or (attestation.passage,)
            yield (
                entry.id,
                ordinal,
                attestation.document,
                attestation.passage.start,
                attestation.passage.end,
                attestation.passage.text,
                content[0].start,
                content[-1].end,
            )


def actors(record: Record) -> Iterator[Row]:
    """Rows of `actors`, with how much each said and did."""
    said = Counter(id for entry in record.statements for id in sorted(set(entry.speakers)))
    did = Counter(
        id
        for act in record.acts
        for id in sorted({*act.actors, *act.addressees, *act.on_behalf_of})
    )
    for number, actor in enumerate(record.actors, start=1):
        yield (
            number,
            actor.id,
            actor.name,
            actor.kind.value,
            actor.party,
            said[actor.id],
            did[actor.id],
            pack(actor),
        )


def variants(record: Record) -> Iterator[Row]:
    """Rows of `variants`: every way the pile writes an actor."""
    for actor in record.actors:
        for ordinal, variant in enumerate(actor.variants):
            yield (actor.id, ordinal, variant)


def names(record: Record) -> Iterator[Row]:
    """Rows of `names`: all that an actor may be asked for by, without regard to case."""
    yield from sorted(
        {
            (name.casefold(), actor.id)
            for actor in record.actors
            for name in (actor.id, actor.name, *actor.variants)
        }
    )


def offices(record: Record) -> Iterator[Row]:
    """Rows of `offices`."""
    for actor in record.actors:
        for ordinal, office in enumerate(actor.offices):
            yield (actor.id, ordinal, office.title, office.party, *ends(office.seen))


def issues(record: Record) -> Iterator[Row]:
    """Rows of `issues`."""
    for number, issue in enumerate(record.issues, start=1):
        phrases = json.dumps(issue.phrases, ensure_ascii=False)
        yield (number, issue.id, issue.label, issue.parent, phrases, pack(issue))


def copies(record: Record) -> Iterator[Row]:
    """Rows of `copies`."""
    for number, copy in enumerate(record.copies, start=1):
        yield (
            number,
            copy.document,
            copy.original,
            copy.share,
            int(copy.whole),
            copy.reason,
            pack(copy),
        )


def edits(record: Record) -> Iterator[Row]:
    """Rows of `edits`."""
    for number, edit in enumerate(record.edits, start=1):
        targets = json.dumps(edit.targets, ensure_ascii=False)
        yield (
            number,
            edit.id,
            edit.kind,
            targets,
            edit.value,
            edit.author,
            edit.reason,
            edit.at,
        )


def problems(record: Record) -> Iterator[Row]:
    """Rows of `problems`."""
    return problem_rows(record.problems)


def problem_rows(found: Sequence[Problem]) -> Iterator[Row]:
    """The same of problems that are in no record yet."""
    for number, problem in enumerate(found, start=1):
        yield (number, problem.path, problem.stage, problem.message)


# The table of pages, which is written by `store/pages.py`.
PAGES = "documents"
# In the order they are written. A table of the record is one line here.
TABLES = {
    PAGES: documents,
    "evidence": evidence,
    "statements": statements,
    "statement_speakers": statement_speakers,
    "statement_attestations": statement_attestations,
    "acts": acts,
    "act_actors": act_actors,
    "act_reports": act_reports,
    "act_attestations": act_attestations,
    "actors": actors,
    "variants": variants,
    "offices": offices,
    "issues": issues,
    "copies": copies,
    "edits": edits,
    "problems": problems,
}
# Made from the tables above, to find their rows by.
FINDING_TABLES = {"names": names}
# The note that names the code by which the kept state was folded; "" where none is kept.
STATE_KEPT = "state kept"
# Filled where the build has folded the state, else empty.
CONFLICT_TABLES = {
    "conflicts": conflicts,
    "conflict_acts": conflict_acts,
    "conflict_values": conflict_values,
}
STATE_TABLES = {
    "state_lines": state_lines,
    "state_actors": state_actors,
    "state_issues": state_issues,
}
SEARCHES = ("statements_search", "passages_search")
