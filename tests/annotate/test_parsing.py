"""
The parse: what no paragraph may cost, and that nothing of a text is lost by cutting.
"""

from __future__ import annotations

import time

from verbale.annotate import load_parser, parse
from verbale.annotate.parsing import PACKAGED_MODEL


def test_an_endless_run_without_a_space_is_cut_and_costs_little() -> None:
    """
    The tokenizer's time grows with the square of a run, so rows of marks are cut.
    """
    text = "Talks resumed. " + "“" * 20_000 + " Nobody left."
    parser = load_parser()

    began = time.process_time()
    tree = parse(text, parser)

    assert time.process_time() - began < 15
    assert [token.text for token in tree.tokens[-3:]] == ["Nobody", "left", "."]
    assert all(text[token.start : token.end] == token.text for token in tree.tokens)


def test_a_page_is_asked_for_its_words_by_lemma_and_by_form() -> None:
    """
    Tokens come in text order, each once, however long the list of words asked for.
    """
    tree = parse("Talks resumed. Both sides talk; nobody Resumes talks twice.", load_parser())

    resumed = tree.with_lemma({"resume", "leave"})
    long_list = {f"word{i}" for i in range(100)} | {"talks", "nobody"}

    assert [token.text for token in resumed] == ["resumed", "Resumes"]
    assert [token.text for token in tree.with_form(long_list)] == ["Talks", "nobody", "talks"]


def test_a_word_is_found_near_another_by_form_or_lemma_and_not_beyond_reach() -> None:
    """
    Both ends of the reach count, and nothing behind them.
    """
    tree = parse("Talks resumed and the talks ended.", load_parser())

    assert tree.near("resume", 3, 2) == [1]
    assert tree.near("resumed", 3, 2) == [1]
    assert tree.near("resume", 4, 2) == []
    assert tree.near("absent", 3, 9) == []


def test_white_space_that_opens_a_sentence_is_no_token_and_the_sentence_begins_behind_it() -> None:
    """
    Tabs and doubled blanks are left out wherever they stand, and all offsets still fit.
    """
    text = "Talks  resumed. \t  Nobody left.   “No,” she said."

    tree = parse(text, load_parser())

    assert all(token.text.strip() for token in tree.tokens)
    assert all(text[token.start : token.end] == token.text for token in tree.tokens)
    assert [tree.sentence_span(each).text for each in tree.sentences] == [
        "Talks  resumed.", "Nobody left.", "“No,” she said.",
    ]  # fmt: skip


def test_the_model_is_loaded_once_whether_it_is_named_or_not() -> None:
    """
    What workers are forked from loads it unnamed; they ask for it by its name.
    """
    assert load_parser() is load_parser(PACKAGED_MODEL)
