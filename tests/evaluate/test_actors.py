"""Actors, measured: mentions given by a set, and whom the register takes them for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from verbale.evaluate.actors import counted_mentions, run
from verbale.evaluate.gold_actors import read_ecb, read_meantime

PAGES = {
    "a": ["Malta rejects the plan", "Ana Vella , the Maltese foreign minister , said no ."],
    "b": ["No deal", "Vella met the envoy of Norway in Oslo , and she left early ."],
}
MENTIONS = [
    ("a", 0, 0, 0, "LOC1", "Malta"),
    ("a", 1, 0, 1, "PER2", "Ana Vella"),
    ("a", 1, 3, 6, "PER2", "the Maltese foreign minister"),
    ("a", 1, 4, 4, "LOC1", "Maltese"),
    ("b", 1, 0, 0, "PER3", "Vella"),
    ("b", 1, 5, 5, "LOC4", "Norway"),
    ("b", 1, 7, 7, "LOC5", "Oslo"),
    ("b", 1, 10, 10, "PER3", "she"),
]


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def meantime(tmp_path: Path) -> Path:
    """Two pages of one corpus, where Vella has two numbers."""
    pages = [
        {
            "doc_id": page,
            "topic": "talks",
            "sentences": [{"sent_id": i, "tokens": t.split()} for i, t in enumerate(sentences)],
        }
        for page, sentences in PAGES.items()
    ]
    rows = [
        {
            "mention_id": f"m{number}",
            "doc_id": page,
            "topic": "talks",
            "sent_id": sentence,
            "end_sent": sentence,
            "start": start,
            "end": end,
            "chain": f"cross_intra_{chain}",
            "text": text,
            "kind": "entity",
        }
        for number, (page, sentence, start, end, chain, text) in enumerate(MENTIONS)
    ]
    _write(tmp_path / "meantime_docs.jsonl", pages)
    _write(tmp_path / "meantime_mentions.jsonl", rows)
    return tmp_path


def test_pages_are_put_together_as_they_are_printed(meantime: Path) -> None:
    """
    No blank stands before a comma, and each mention has its own words.
    """
    (pile,) = read_meantime(meantime)

    texts = {document.id: document.text for document in pile.documents}
    assert texts["a"].endswith("Ana Vella, the Maltese foreign minister, said no.")
    assert all(texts[m.document][m.start : m.end] == m.text for m in pile.mentions)


def test_only_chains_with_a_name_and_two_mentions_count(meantime: Path) -> None:
    """
    Malta has two mentions; Norway has one, Oslo is no land, "Vella" and "she" are one mention
    and a pronoun.
    """
    (pile,) = read_meantime(meantime)

    without = {mention.text for mention in counted_mentions(pile, pronouns=False)}

    assert without == {"Malta", "Maltese", "Ana Vella", "the Maltese foreign minister"}


def test_two_numbers_of_one_name_are_one_chain(meantime: Path) -> None:
    """
    A company that the set counts twice is scored as one.
    """
    rows = [json.loads(row) for row in (meantime / "meantime_mentions.jsonl").open()]
    rows[4]["text"] = rows[1]["text"] = "Ana Vella"
    _write(meantime / "meantime_mentions.jsonl", rows)

    (pile,) = read_meantime(meantime)

    assert len({mention.chain for mention in pile.mentions if "Vella" in mention.text}) == 1


def test_who_is_found_in_both_pages_is_scored_beside_two_baselines(meantime: Path) -> None:
    """
    The land by its adjective and the minister by her office are found; by words they are not.
    """
    figures = run(meantime)

    assert figures["meantime conll"] == 1.0
    assert figures["meantime conll by same words"] < 0.5
    assert figures["meantime conll by last word"] < 0.5
    assert "ecb conll" not in figures


def test_stories_of_the_other_set_are_read_by_their_words(tmp_path: Path) -> None:
    """
    ECB+ gives the words of a mention one by one, of the kinds of people and bodies.
    """
    words = ["The", "crew", "of", "Corvane", "Lines", "met", "."]
    page = {
        "doc_id": "1_1ecb",
        "subtopic": "1_ecb",
        "sentences": [{"sent_id": 0, "tokens": words}],
    }
    common = {"doc_id": "1_1ecb", "subtopic": "1_ecb", "sent_id": 0}
    rows = [
        common | {"mention_id": "x", "tokens": [3, 4], "tag": "HUMAN_PART_ORG", "chain": "H1"},
        common | {"mention_id": "y", "tokens": [5], "tag": "ACTION_OCCURRENCE", "chain": "A1"},
    ]
    _write(tmp_path / "ecbplus_docs_dev.jsonl", [page])
    _write(
        tmp_path / "ecbplus_mentions_dev.jsonl",
        [row | {"text": "Corvane Lines"} for row in rows],
    )

    (pile,) = read_ecb(tmp_path)

    (mention,) = pile.mentions
    assert pile.documents[0].text[mention.start : mention.end] == "Corvane Lines"
