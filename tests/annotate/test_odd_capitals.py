"""Odd capitals: whatever words a page sets in capitals, annotating it raises nothing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.annotate import annotate, load_parser
from verbale.model.document import Document, Page

if TYPE_CHECKING:
    from spacy.language import Language

# Words that names, titles and bodies are made of, and marks that part them.
WORDS = (
    "For", "Of", "The", "And", "De", "Al", "Van", "In", "At", "of", "and", "the", "for", "de",
    "President", "Minister", "CEO", "Secretary", "General", "Mr", "Dr.", "Sir", "Deputy",
    "Union", "Council", "Ministry", "Bank", "Force", "Office", "Party", "Committee", "Company",
    "Malta", "Maltese", "US", "EU", "UN", "Oslo", "Vella", "Ana", "Inc.", "Co", "plc", "A/S",
    "said", "met", "told", "it", "he", "who", "'s", "’s", "s’", "&", "-", "–", "/", "(", ")", ",",
    ".", ":", "“", "”", '"', "\n\n", "1", "12th", "X", "é", "ß", "İ", "ﬁ", "\u200f", "…",
)  # fmt: skip


@cache
def parser() -> Language:
    """The model, loaded once."""
    return load_parser()


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_no_run_of_capitals_particles_and_marks_raises(words: list[str]) -> None:
    """
    Each mention's words stand in the page as told, and each is meant by a chain that there is.
    """
    text = " ".join(words)

    annotated = annotate(Document("a", Page("a", "a", "", "text/plain"), text), parser())

    assert all(text[m.start : m.end] == m.text for m in annotated.mentions)
    known = {chain.i for chain in annotated.chains}
    assert all(known.issuperset(each.chains) for each in annotated.references)
