"""
The parse: what no paragraph may cost, and that nothing of a text is lost by cutting.
"""

from __future__ import annotations

import time

from verbale.annotate import load_parser, parse


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
