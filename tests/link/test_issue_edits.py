"""
Corrections of issues by hand: what cannot be applied is refused in a sentence.
"""

from __future__ import annotations

import pytest

from verbale.errors import EditError
from verbale.link.issues.edits import apply_issue_edit
from verbale.model.edit import Edit
from verbale.model.issue import IssueTree


@pytest.mark.parametrize("kind", ["rename-issue", "merge-issues", "move-issue"])
def test_a_correction_that_names_no_issue_is_refused(kind: str) -> None:
    edit = Edit("e1", kind, (), "dock fees", "ada", "", "2020-01-01T00:00:00Z")

    with pytest.raises(EditError, match="needs the issue"):
        apply_issue_edit(IssueTree((), ()), edit)
