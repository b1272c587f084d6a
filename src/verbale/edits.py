"""
Corrections by hand: made, and checked against the record they correct.

What an edit does to actors, issues, days and lines is told where it is applied (link);
here it gets its id, and what cannot be meant is refused in a sentence before anything
is linked anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.ask.choosing import did_you_mean
from verbale.errors import EditError
from verbale.link.actors.register import register_actors
from verbale.link.dating.edits import parse_days
from verbale.link.issues.grouping import find_issues
from verbale.link.marks import leave_out_reports, places_of
from verbale.model.act import Act
from verbale.model.edit import KINDS, Edit, standing_edits
from verbale.model.extraction import Extraction
from verbale.model.identity import identity
from verbale.model.problem import Problem
from verbale.model.record import StatementEntry
from verbale.store import View

# Of these only one can stand for the same thing: another must undo it first.
ONE_EACH = ("set-page-date", "rename-actor", "rename-issue")


def make_edit(
    kind: str,
    targets: Sequence[str],
    value: str | None,
    author: str,
    reason: str,
    at: str,
) -> Edit:
    """
    A correction, signed and dated; its id is a hash of what it says.

    `at` is the instant it is made, in ISO; the pipeline reads no clock.

    >>> make_edit("undo", ["edit-1"], None, "Ida", "wrong page", "2014-03-01T09:00:00Z").kind
    'undo'
    """
    if kind not in KINDS:
        raise EditError(f"There is no edit {kind!r}; there are: {', '.join(KINDS)}.")
    targets = tuple(target.strip() for target in targets)
    author, reason = author.strip(), reason.strip()
    value = value.strip() if value is not None else None
    if not targets or not all(targets):
        raise EditError(f"The edit {kind!r} does not say what it corrects.")
    if not author or not reason:
        raise EditError("An edit is signed and says why: it needs an author and a reason.")
    id = identity("edit", kind, *targets, value, author, reason, at)
    return Edit(id, kind, targets, value, author, reason, at)


def check_edit(edit: Edit, view: View) -> Edit:
    """
    The edit with its targets as the record knows them; EditError where it cannot be meant.

    Actors and issues are looked up when they are linked, where they may have moved.
    """
    if edit.kind == "set-page-date":
        edit = _check_day(edit, view)
    elif edit.kind == "mark-wrong":
        edit = _check_mark(edit, view)
    elif edit.kind == "undo":
        edit = _check_undo(edit, view)
    _check_against(edit, standing_edits(view.edits()))
    return edit


def _check_day(edit: Edit, view: View) -> Edit:
    if parse_days(edit.value or "") is None:
        raise EditError(
            f"{edit.value!r} is no day; give YYYY-MM-DD, or two days with '..' between them."
        )
    return replace(edit, targets=tuple(_page(target, view) for target in edit.targets))


def _page(words: str, view: View) -> str:
    """The id of the page that is named by its id, name or path."""
    for field in ("id", "name", "path"):
        found = view.rows(f"SELECT id FROM documents WHERE {field} = ? ORDER BY id", (words,))
        if len(found) == 1:
            return str(found[0][0])
        if found:
            raise EditError(f"{len(found)} pages are called {words!r}; give the id of one.")
    known = [name for row in view.rows("SELECT id, name FROM documents") for name in row]
    raise EditError(
        f"There is no page {words!r}. {did_you_mean(words, known)}"
        "`verbale documents FILE` lists them."
    )


def _check_mark(edit: Edit, view: View) -> Edit:
    if len(edit.targets) != 1:
        raise EditError("One line is marked wrong at a time; give one id.")
    id = edit.targets[0]
    line = view.act(id) or view.statement(id)
    if line is None:
        raise EditError(_no_line(id, view))
    if isinstance(line, Act) and any(report.trigger is None for report in line.reports):
        raise EditError("An older verbale wrote this record; build it once more, then correct it.")
    return replace(edit, targets=(id, *places_of(line)), value=edit.value or _words(line))


def _words(line: Act | StatementEntry) -> str:
    """What the line said, for the list of edits: the record itself no longer tells it."""
    first = line.reports[0] if isinstance(line, Act) else line.attestations[0]
    said = line.summary or first.passage.text if isinstance(line, Act) else first.passage.text
    return " ".join(said.split())


def _no_line(id: str, view: View) -> str:
    if any(edit.targets[0] == id for edit in view.edits() if edit.kind == "mark-wrong"):
        return f"{id!r} is marked wrong already; `verbale edits FILE` lists it."
    kind = id.rpartition("-")[0]
    if kind in ("demand", "proposal", "deadline", "round", "conflict", "warning"):
        return (
            f"{id!r} is computed from acts; `verbale explain FILE {id}` names them. "
            "Mark the one that is wrong."
        )
    known = [row[0] for row in view.rows("SELECT id FROM acts UNION SELECT id FROM statements")]
    return (
        f"There is no act or statement {id!r}. {did_you_mean(id, known)}"
        "`verbale timeline FILE` and `verbale statements FILE` list them."
    )


def _check_undo(edit: Edit, view: View) -> Edit:
    made = {each.id: each for each in view.edits()}
    undone = {target for each in made.values() if each.kind == "undo" for target in each.targets}
    for target in edit.targets:
        if target not in made:
            raise EditError(f"There is no edit {target!r}. `verbale edits FILE` lists them.")
        if made[target].kind == "undo":
            raise EditError(f"{target!r} is itself an undoing; make the correction again instead.")
        if target in undone:
            raise EditError(f"{target!r} is undone already.")
    return edit


def _check_against(edit: Edit, standing: Sequence[Edit]) -> None:
    """Refuse what says twice, or otherwise, what an edit that stands says already."""
    for earlier in standing:
        if earlier.kind != edit.kind or earlier.targets[0] != edit.targets[0]:
            continue
        if (earlier.targets, earlier.value) == (edit.targets, edit.value):
            raise EditError(f"{earlier.id!r} says this already.")
        if edit.kind in ONE_EACH:
            raise EditError(
                f"{earlier.id!r} says {earlier.value!r} of {edit.targets[0]!r} already; "
                f"undo it first: `verbale edits undo FILE {earlier.id}`."
            )


def try_edit(correction: Edit, edits: tuple[Edit, ...], extractions: Sequence[Extraction]) -> None:
    """
    Apply a correction to what the pages tell; EditError where it cannot be, or where an
    earlier one no longer can be after it.
    """
    before, after = _refusals(edits, extractions), _refusals((*edits, correction), extractions)
    for problem in after:
        if problem.path == correction.id:
            raise EditError(problem.message)
        if problem not in before:
            raise EditError(
                f"After this, the edit {problem.path!r} could no longer be applied: "
                f"{problem.message}"
            )


def _refusals(edits: tuple[Edit, ...], extractions: Sequence[Extraction]) -> list[Problem]:
    """The edits that find nothing to correct in this pile, or contradict others."""
    refused: list[Problem] = []
    extractions = leave_out_reports(extractions, edits)
    register = register_actors(extractions, edits, refused)
    find_issues(extractions, register, edits, refused)
    return refused
