"""
Explaining evidence: a page and its day, a statement and its speaker, an actor, an issue.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.ask.sources import Sources
from verbale.model.actor import Actor
from verbale.model.copy import Copy
from verbale.model.dating import Dating, Evidence
from verbale.model.document import Passage
from verbale.model.edit import Edit
from verbale.model.finding import Explanation, Reason
from verbale.model.issue import Issue
from verbale.model.record import DocumentEntry, StatementEntry
from verbale.store import View

# Lines that rest on a page, an actor or an issue are named up to so many.
MOST_LINES = 200


def explain_document(entry: DocumentEntry, view: View) -> Explanation:
    """How a page was dated, whose copy it is, and what rests on it."""
    document, dating = entry.document, entry.dating
    return Explanation(
        document.id,
        "document",
        f"{document.title.text if document.title else document.page.name}, "
        f"published {dating.published}",
        (
            Reason("page", document.page.path, parts=tuple(_page_facts(entry))),
            Reason("day", dating.reason, parts=tuple(_candidates(dating))),
            *_copy_reasons(document.id, view),
            Reason("belongs", "yes" if entry.relevant else "no", parts=_because(entry)),
            *_resting("statement", view, "statement_attestations", "document", document.id),
            *_resting("act", view, "act_reports", "document", document.id),
        ),
    )


def explain_statement(entry: StatementEntry, sources: Sources) -> Explanation:
    """Which words were found, by which rule, whose they are, and when they were said."""
    speakers = sources.names(entry.speakers)
    told = tuple(
        Reason(
            "passage",
            _cue(attestation.cue),
            sources.row(attestation.passage),
            tuple(Reason("content", "", sources.row(part)) for part in attestation.content),
        )
        for attestation in entry.attestations
    )
    return Explanation(
        entry.id,
        "statement",
        f"{', '.join(each.name for each in speakers) or entry.as_written}: "
        + " … ".join(part.text for part in entry.attestations[0].content),
        (
            *told,
            Reason("rule", entry.rule),
            Reason("speaker", f"written as “{entry.as_written}”", parts=_speakers(entry, sources)),
            *_fields(
                ("on behalf of", sources.name(entry.on_behalf_of)),
                ("addressee", sources.name(entry.addressee)),
                ("channel", sources.name(entry.channel)),
                ("through", ", ".join(sources.actor(via).name for via in entry.via) or None),
            ),
            Reason("day", str(entry.when), parts=steps(entry.when_reasons)),
        ),
    )


def explain_actor(actor: Actor, view: View, sources: Sources) -> Explanation:
    """Which spellings were joined, which offices are attested, and by which pages."""
    offices = tuple(
        Reason(
            "office",
            f"{office.title}{f' of {office.party}' if office.party else ''}, seen {office.seen}",
            parts=tuple(Reason("page", _page(sources, id)) for id in office.documents),
        )
        for office in actor.offices
    )
    party = sources.name(actor.party)
    return Explanation(
        actor.id,
        "actor",
        f"{actor.name} ({actor.kind.value})",
        (
            *(Reason("written as", variant) for variant in actor.variants),
            *_fields(("party", party)),
            *offices,
            *_resting("statement", view, "statement_speakers", "actor", actor.id),
            *_resting("act", view, "act_actors", "actor", actor.id),
        ),
    )


def explain_issue(issue: Issue, view: View, sources: Sources) -> Explanation:
    """Which phrases were taken as one matter, and which acts are about it."""
    return Explanation(
        issue.id,
        "issue",
        issue.label,
        (
            *_fields(("part of", sources.issue(issue.parent))),
            *(Reason("phrase", phrase) for phrase in issue.phrases),
            *_resting("id", view, "acts", "issue", issue.id, label="act"),
        ),
    )


def explain_edit(edit: Edit) -> Explanation:
    """Who corrected what, when and why."""
    value = f" as {edit.value!r}" if edit.value else ""
    # The places of a marked line's words, after its id, are for the program.
    of = edit.targets[:1] if edit.kind == "mark-wrong" else edit.targets
    return Explanation(
        edit.id,
        "edit",
        f"{edit.kind} {', '.join(of)}{value}",
        (Reason("by", edit.author), Reason("at", edit.at), Reason("because", edit.reason)),
    )


def steps(reasons: tuple[str, ...]) -> tuple[Reason, ...]:
    """The arithmetic of a date, a step each."""
    return tuple(Reason("step", reason) for reason in reasons)


def _page_facts(entry: DocumentEntry) -> Iterator[Reason]:
    page = entry.document.page
    yield from _fields(
        ("address", page.url),
        ("outlet", page.outlet),
        ("byline", entry.document.byline),
        ("retrieved", page.retrieved),
        ("sha256", page.sha256),
    )
    if entry.document.cuts:
        reasons = sorted({cut.reason for cut in entry.document.cuts})
        yield Reason("cut", f"{len(entry.document.cuts)} stretches: {', '.join(reasons)}")


def _candidates(dating: Dating) -> Iterator[Reason]:
    """Each date that was weighed, heaviest first, with why it won or lost."""
    if dating.page_date:
        trusted = "believed" if dating.page_date_trusted else "not believed"
        yield Reason("shown on the page", f"{dating.page_date}, {trusted}")
    yield from (
        _candidate(each)
        for each in sorted(dating.evidence, key=lambda each: (not each.agrees, -each.weight))
    )


def _candidate(each: Evidence) -> Reason:
    verdict = "agrees" if each.agrees else "lost"
    where = f" in {each.document}" if each.document else ""
    words = f"“{each.text}”{where}: " if each.text else ""
    return Reason(
        f"{each.origin}, weight {each.weight:g}, {verdict}", f"{words}{each.days}; {each.reason}"
    )


def _copy_reasons(id: str, view: View) -> Iterator[Reason]:
    for copy in view.copies_of(id):
        yield Reason("copy", _copied(copy, id))


def _copied(copy: Copy, id: str) -> str:
    share = f"{copy.share:.0%} of its words"
    if copy.document == id:
        return f"repeats {share} from {copy.original}: {copy.reason}"
    return f"{copy.document} repeats it ({share}): {copy.reason}"


def _because(entry: DocumentEntry) -> tuple[Reason, ...]:
    return (Reason("because", entry.relevance_reason),) if entry.relevance_reason else ()


def _speakers(entry: StatementEntry, sources: Sources) -> tuple[Reason, ...]:
    speakers = sources.names(entry.speakers)
    label = "resolved to" if len(speakers) == 1 else "may be"
    parts = [
        Reason(
            label,
            ", ".join(word for word in (each.name, each.office, each.party) if word)
            + f" [{each.id}]",
        )
        for each in speakers
    ]
    if not speakers:
        parts.append(Reason("not resolved", "nobody in the pile can be told by these words"))
    if entry.unsure:
        parts.append(Reason("unsure", entry.unsure))
    return tuple(parts)


def _fields(*pairs: tuple[str, str | None]) -> tuple[Reason, ...]:
    return tuple(Reason(label, text) for label, text in pairs if text)


def _cue(cue: Passage | None) -> str:
    return f"cue “{cue.text}”" if cue else "no cue word"


def _page(sources: Sources, id: str) -> str:
    return f"{id} ({sources.document(id).document.page.path})"


def _resting(
    column: str, view: View, table: str, where: str, id: str, *, label: str = ""
) -> Iterator[Reason]:
    """The ids of lines that rest on this one."""
    found = view.rows(
        f"SELECT DISTINCT {column} FROM {table} WHERE {where} = ? ORDER BY 1 LIMIT ?",
        (id, MOST_LINES),
    )
    if found:
        yield Reason(f"{label or column}s", ", ".join(row[0] for row in found))
