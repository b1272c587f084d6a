"""The day that a paper bears at its head or foot."""

from __future__ import annotations

import pytest

from verbale.ingest.headed import headed_days

STORY = (
    "Talks on the bridge went on.\n\nNobody spoke to the press.\n\nThe river rose.\n\nRain fell."
)


@pytest.mark.parametrize(
    ("head", "foot", "days"),
    [
        ("Steel: no more quota\n\nMosta, Monday 19 June 2017", "", ["2017-06-19"]),
        ("Press conference of the ministry (June 8, 2017)", "", ["2017-06-08"]),
        ("CLIENT ALERT      23 June 2017", "", ["2017-06-23"]),
        ("Communiqué", "Done in Mosta, 10 March 2012", ["2012-03-10"]),
        ("Ministers to meet on 3 May 2014", "", []),
        ("Mosta Highlights: Wednesday, 9 May 2012", "", []),
        ("Next meeting: 9 May 2012", "", []),
        ("Bulletin: 9 May 2012", "", ["2012-05-09"]),
        ("Agreement of 12 May 2010", "", []),
        ("They met in Mosta on 3 May 2014, and again on 9 May 2014", "", []),
        ("Communiqué", "The treaty was signed on 10 March 2012", []),
    ],
)
def test_a_paper_s_own_day_is_found_and_a_day_it_tells_of_is_not(
    head: str, foot: str, days: list[str]
) -> None:
    """
    What is set apart by a place, brackets or capitals dates the paper; "on 3 May" does not.
    """
    text = "\n\n".join(part for part in (head, STORY, foot) if part)

    found = [str(candidate.days) for candidate in headed_days(text)]

    assert found == days
