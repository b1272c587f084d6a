"""
The brief as Markdown: the same lines as the page, each with a footnote to its sentence.

Words from pages are escaped, so that nothing in them becomes markup or a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from verbale.export.brief import NO_RECORD, Brief, Stance
from verbale.export.demand_lines import answer_in_words
from verbale.export.html import is_web
from verbale.export.visible import on_one_line
from verbale.export.wording import (
    act_day_in_words,
    day_in_words,
    in_marks,
    since_in_words,
    value_in_words,
    without_modality,
)
from verbale.export.writing import write_text
from verbale.model.answer import ActRow, PositionRow
from verbale.model.cited import ActorName, SourceRow
from verbale.model.dossier import Dossier
from verbale.model.interval import Interval

LONGEST_TITLE = 160
SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#|~&@:])")


class MarkdownExporter:
    """The brief for people, as text."""

    name = "markdown"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the text."""
        write_text(path, markdown_brief(dossier))


def markdown_brief(dossier: Dossier) -> str:
    """The brief as Markdown."""
    return _Writer(Brief.of(dossier)).text()


def escaped(words: str) -> str:
    r"""
    Words of a page as Markdown that shows them as they are.

    >>> print(escaped("a *bold* <b>claim</b> [here](javascript:alert)"))
    a \*bold\* \<b\>claim\</b\> \[here\]\(javascript\:alert\)
    """
    return SPECIAL.sub(r"\\\1", on_one_line(words))


class _Writer:
    """Collects the footnotes while the lines are written."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.notes: dict[SourceRow, int] = {}

    def text(self) -> str:
        lines = [
            *self._head(),
            *self._matter(),
            *self._standing(),
            *self._demands(),
            *self._positions(),
            *self._disputes(),
            *self._changes(),
            *self._timeline(),
            *self._sources(),
        ]
        return "\n".join([*lines, *self._footnotes()]) + "\n"

    def _head(self) -> Iterator[str]:
        dossier, overview = self.brief.dossier, self.brief.dossier.overview
        yield f"# {escaped(overview.title)}"
        yield ""
        facts = [f"{overview.pages} pages, {overview.independent_pages} independent"]
        facts.append(f"published {day_in_words(overview.days)}")
        if dossier.as_of:
            facts.insert(0, f"as of {day_in_words(Interval.day(dossier.as_of))}")
        if dossier.known:
            facts.insert(
                0, f"by what was published up to {day_in_words(Interval.day(dossier.known))}"
            )
        yield f"Procès-verbal, computed from the news: {'; '.join(facts)}."

    def _matter(self) -> Iterator[str]:
        overview = self.brief.dossier.overview
        yield from _heading("What is being negotiated")
        for matter in self.brief.matters:
            stances = "; ".join(map(self._stance, self.brief.stances(matter.id)))
            yield (
                f"{'  ' * matter.below}- **{escaped(matter.label)}** ({matter.acts})"
                f"{': ' if stances else ''}{stances}"
            )
        if self.brief.rare_matters:
            yield ""
            yield f"Once each: {'; '.join(escaped(row.label) for row in self.brief.rare_matters)}."
        yield from _heading("Parties")
        for party in overview.parties:
            speakers = "; ".join(map(escaped, self.brief.speakers.get(party.name, [])))
            yield f"- **{escaped(party.name)}**: {speakers or 'no speaker named'}"

    def _stance(self, stance: Stance) -> str:
        parties = (f"{escaped(row.party)}{self._cite(row.sources[:1])}" for row in stance.parties)
        return f"{stance.stance}: {', '.join(parties)}"

    def _standing(self) -> Iterator[str]:
        dossier = self.brief.dossier
        yield from _heading("Where it stands")
        for name, meeting in (
            ("Last round", self.brief.last_round),
            ("Next round", self.brief.next_round),
        ):
            if meeting:
                outcome = f", {meeting.outcome}" if meeting.outcome else ""
                yield (
                    f"- **{name}**: {day_in_words(meeting.date)}: {meeting.state}{outcome}; "
                    f"{_names(meeting.participants)}{self._cite(meeting.sources[:1])}"
                )
        if self.brief.last_round or self.brief.next_round:
            yield ""
        for meeting in dossier.rounds:
            outcome = f": {meeting.outcome}" if meeting.outcome else ""
            yield (
                f"- {day_in_words(meeting.date)}: round, {meeting.state}{outcome}; "
                f"{escaped(meeting.place) if meeting.place else 'place unknown'}; "
                f"{_names(meeting.participants)}{self._cite(meeting.sources)}"
            )
        for paper in dossier.proposals:
            yield (
                f"- {escaped(_short(paper.title))} ({paper.kind}), by {_names(paper.by)} to "
                f"{_names(paper.to)}: {paper.state}, {paper.disclosure}{self._cite(paper.sources)}"
            )
        for term in dossier.deadlines:
            yield (
                f"- Deadline {day_in_words(term.by)}, set by {_names(term.set_by)} on "
                f"{_names(term.on)}: {term.state}. {escaped(term.content)}"
                f"{self._cite(term.sources)}"
            )

    def _demands(self) -> Iterator[str]:
        yield from _heading("Open demands")
        for asked in self.brief.demands:
            yield (
                f"- {_names(asked.by)}, since {day_in_words(asked.since)}: "
                f"**{escaped(asked.content)}**{self._cite(asked.sources)}"
            )
            for row in asked.rows:
                yield f"  - {_names(row.to)}: {escaped(answer_in_words(row))}"

    def _positions(self) -> Iterator[str]:
        matrix = self.brief.matrix
        yield from _heading("Positions")
        if not matrix.parties:
            return
        yield f"| Issue | {' | '.join(map(escaped, matrix.parties))} |"
        yield "|---" * (len(matrix.parties) + 1) + "|"
        for issue, cells in matrix.rows:
            shown = " | ".join(self._cell(cell) for cell in cells)
            yield f"| {escaped(issue)} | {shown} |"
        if matrix.inherited:
            named = (f"{escaped(party)} ({escaped(bloc)})" for party, bloc in matrix.inherited)
            yield ""
            yield f"Through a bloc only: {', '.join(named)}."
        if matrix.silent:
            yield ""
            yield f"No record of any party on: {'; '.join(map(escaped, matrix.silent))}."

    def _cell(self, cell: PositionRow | None) -> str:
        if cell is None or cell.stance == NO_RECORD:
            return NO_RECORD
        contested = ", contested" if cell.contested else ""
        basis = "" if cell.basis == "own" else f", through {escaped(cell.basis)}"
        return (
            f"{cell.stance}{contested}{basis}, {since_in_words(cell.since)}"
            f"{self._cite(cell.sources)}"
        )

    def _disputes(self) -> Iterator[str]:
        yield from _heading("What is disputed")
        for conflict in self.brief.dossier.conflicts:
            of = "" if conflict.about == conflict.what else f": {escaped(conflict.about)}"
            yield f"- {escaped(conflict.what)}{of}"
            for value in conflict.values:
                yield f"  - {escaped(value_in_words(value.value))}{self._cite(value.sources)}"

    def _changes(self) -> Iterator[str]:
        dossier = self.brief.dossier
        if not dossier.since:
            return
        yield from _heading(f"What changed since {day_in_words(Interval.day(dossier.since))}")
        for change in self.brief.changes:
            before = f"{escaped(change.before)} → " if change.before else ""
            yield (
                f"- {day_in_words(change.date)}: {escaped(change.about)}: {before}"
                f"{escaped(change.after)}{self._cite(change.sources)}"
            )

    def _timeline(self) -> Iterator[str]:
        yield from _heading("Timeline")
        yield from map(self._act, self.brief.dated)
        if self.brief.undated:
            yield ""
            yield "### Without a date of their own"
            yield ""
            yield from map(self._act, self.brief.undated)

    def _act(self, row: ActRow) -> str:
        modality = "" if row.modality == "happened" else f" *({row.modality})*"
        disputed = " *(disputed)*" if row.conflicts else ""
        summary = escaped(without_modality(row.summary, row.modality))
        day = act_day_in_words(row)
        return f"- **{day}**{modality}{disputed} {summary}{self._cite(row.sources)}"

    def _sources(self) -> Iterator[str]:
        yield from _heading("Sources")
        for number, page in self.brief.sources:
            title = escaped(page.title or page.name or page.path)
            if page.url and is_web(page.url) and not set("<> \n") & set(page.url):
                title = f"[{title}](<{page.url}>)"
            copy = ""
            if page.copy_of:
                copy = f" A copy of source {self.brief.numbers.get(page.copy_of, page.copy_of)}."
            outlet = f", {escaped(page.outlet)}" if page.outlet else ""
            yield (
                f"{number}. {title}{outlet}, {day_in_words(page.published)}. "
                f"{escaped(self.brief.reason(page))}{copy}"
            )

    def _cite(self, sources: Iterable[SourceRow]) -> str:
        """Footnote marks of a line."""
        marks = []
        for citation in self.brief.citations(sources):
            number = self.notes.setdefault(citation.source, len(self.notes) + 1)
            marks.append(f"[^{number}]")
        return " " + " ".join(marks) if marks else ""

    def _footnotes(self) -> Iterator[str]:
        if self.notes:
            yield ""
        for source, number in self.notes.items():
            page = self.brief.numbers[source.document]
            yield f"[^{number}]: {escaped(in_marks(source.quote))} (source {page})"


def _heading(words: str) -> tuple[str, ...]:
    return ("", f"## {words}", "")


def _names(actors: Iterable[ActorName]) -> str:
    return ", ".join(escaped(actor.name) for actor in actors) or "not named"


def _short(title: str) -> str:
    """A title that is a whole sentence, cut; the sentence stands in its note."""
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rstrip()}…"
