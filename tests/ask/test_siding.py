"""
Who sides with whom, and the matrix beside another day's.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from verbale.ask.matrix import matrix
from verbale.ask.siding import _one_word, siding
from verbale.model.act import ActType
from verbale.model.answer import PositionRow
from verbale.model.interval import UNKNOWN
from verbale.model.record import Record
from verbale.store import open_record, write_record


def test_a_demand_and_its_rejection_part_the_two(record_file: Path) -> None:
    """
    One is for free passage, the other against.
    """
    with open_record(record_file) as view:
        (row,) = siding(view)

    assert {row.party, row.other} == {"Norland", "Isle Union"}
    assert row.agree == ()
    assert [each.issue for each in row.differ] == ["free passage"]


def test_two_who_both_accept_side(tmp_path: Path, small_record: Record) -> None:
    """
    The same answer to the same issue.
    """
    answer = replace(small_record.acts[1], type=ActType.ACCEPT, answers=None)
    path = tmp_path / "agreed.verbale"
    write_record(path, replace(small_record, acts=(small_record.acts[0], answer)))

    with open_record(path) as view:
        (row,) = siding(view)

    assert [each.issue for each in row.agree] == ["free passage"]
    assert row.differ == ()


def test_silence_sides_with_nobody(tmp_path: Path, small_record: Record) -> None:
    """
    No record is not neutral, and no pair is made of it.
    """
    path = tmp_path / "silent.verbale"
    write_record(path, replace(small_record, acts=small_record.acts[:1]))

    with open_record(path) as view:
        assert siding(view) == []


def test_what_a_bloc_said_for_its_members_makes_nobody_side_with_it() -> None:
    """
    One word of a bloc is one position, however many it stands for.
    """

    def stands(party: str, basis: str) -> PositionRow:
        return PositionRow(party, "toll", "rejects", UNKNOWN, None, basis, False, ())

    assert _one_word(stands("Isle Union", "own"), stands("Skerry", "Isle Union"))
    assert _one_word(stands("Skerry", "Isle Union"), stands("Maro", "Isle Union"))
    assert not _one_word(stands("Skerry", "Isle Union"), stands("Norland", "own"))
    assert not _one_word(stands("Skerry", "own"), stands("Maro", "own"))


def test_the_matrix_says_what_a_cell_was(record_file: Path) -> None:
    """
    Before the demand there was no record; on the same day nothing has moved.
    """
    with open_record(record_file) as view:
        moved = matrix(view, since=date(2031, 3, 1))
        same = matrix(view, since=date(2031, 12, 31))

    cells = [cell for row in moved.rows for cell in row.cells]
    assert "no record" in [cell.was for cell in cells]
    assert all(cell.was is None for row in same.rows for cell in row.cells)
