"""Linking, measured: pages of a mixed feed sorted into stories."""

from __future__ import annotations

from verbale.evaluate.linking import stories_told_apart

TOLD = {
    "ferry": (
        "Ferry crews and the Corvane line met over night pay in Port Ansel on Monday.",
        "The Corvane line offered ferry crews two per cent for night pay in Port Ansel.",
        "Night pay keeps ferry crews of Corvane from their work, said Port Ansel's mayor.",
    ),
    "flood": (
        "The river Tamm flooded the mills of Lumenau after a week of rain, firemen said.",
        "Firemen pumped water of the river Tamm out of the flooded mills at Lumenau.",
        "Rain over Lumenau let the river Tamm rise to the mills for a second week.",
    ),
}


def test_stories_of_a_mixed_feed_are_told_apart_and_scored() -> None:
    """
    Two stories of three pages each: all right; the same pages called one story: not.
    """
    rows = [
        {"doc_id": f"{story}{at}", "subtopic": story, "sentences": [{"tokens": text.split()}]}
        for story, pages in TOLD.items()
        for at, text in enumerate(pages)
    ]

    assert stories_told_apart(rows) == 1.0
    assert stories_told_apart([row | {"subtopic": "one"} for row in rows]) < 0.8
