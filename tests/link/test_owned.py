"""What "our men" and "its members" do, the pile tells of whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.ask.timeline import timeline
from verbale.pipeline import build
from verbale.store import open_record

PAGE = """VALLETTA, 3 March 2014 - Malta demanded on Monday that Cyprus free 40 fishermen.

{said}
"""


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        (
            '"Our members reject this demand," said Nikos Pavlou, the foreign minister of Cyprus.',
            True,
        ),
        ("The fishermen reject the demand, a baker said.", False),
    ],
)
def test_a_group_told_by_its_owner_acts_for_the_owner(
    said: str, owner: bool, tmp_path: Path
) -> None:
    """
    "Our members", said by Cyprus, are Cyprus; a group by its own name stays one.
    """
    (tmp_path / "a.txt").write_text(PAGE.format(said=said), encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "talks.verbale")

    with open_record(tmp_path / "talks.verbale") as view:
        rejecting = {
            actor.party or actor.name
            for row in timeline(view)
            if row.type == "reject"
            for actor in row.actors
        }

    assert ("Cyprus" in rejecting) is owner
