"""
Marks of tokens are looked up: they are those that the library would have worked out.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from verbale.annotate import load_parser, parse
from verbale.annotate.token_marks import Marked, Marks, Rule, Word

TEXTS = (
    "The ministers met on Monday. Norland's envoys had met twice, and better terms were found.",
    "I'm gonna go. Let's see, y'all. C'mon! It ain't so. He's gotta leave.",
    "There's one; there are two. That is what they do, but they have done that.",
    "There is  \u00a0 no way, there 's hope.\u2028 gon na na",
    "It didn't. You gave it to them; I saw you.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_marks_are_those_of_the_library(text: str) -> None:
    """
    Also of words that rules look at two by two, and after all of them are known.
    """
    parser = load_parser()
    wanted = [
        (token.text, token.pos_, token.tag_, token.dep_, token.lemma_.lower())
        for token in parser(text)
        if not token.is_space
    ]

    for _ in range(2):
        found = [(t.text, t.pos, t.tag, t.dep, t.lemma) for t in parse(text, parser).tokens]
        assert found == wanted


def test_a_word_is_asked_for_once_and_two_that_belong_together_each_time() -> None:
    asked: list[list[str]] = []

    def work_out(words: Sequence[Word]) -> list[Marked]:
        asked.append([text for text, _, _ in words])
        return [(text, "X", tag, dep, f"{text} of {len(words)}") for text, tag, dep in words]

    marks = Marks(work_out, [Rule({"LOWER": {"IN": ["gon"]}}, {"LOWER": {"REGEX": "^na$"}})])
    words = [(text, "T", "d") for text in ("Gon", "na", "go", "na")]

    first, again = marks.of(words), marks.of(words)

    assert first == again
    assert [lemma for *_, lemma in first] == ["Gon of 2", "na of 2", "go of 1", "na of 1"]
    assert asked == [["Gon"], ["na"], ["go"], ["Gon", "na"], ["Gon", "na"]]
