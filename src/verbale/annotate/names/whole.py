"""
Whole names: names of bodies that one place of a page tells the ends of, found wherever
the page writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from verbale.annotate.names.defined import defined_names
from verbale.annotate.names.gathered import gathered_names
from verbale.annotate.names.joined import is_in_headline, joined_names, longest_first, raised_names
from verbale.annotate.names.titles import touches
from verbale.gazetteer import look_up
from verbale.gazetteer.people import people_words
from verbale.model.parse import Parse, Sentence

# By their first word in small letters, the words of each name.
Whole = Mapping[str, tuple[tuple[str, ...], ...]]
LEAST_SHORT = 2  # words of a name that is more than a sort of body
ARTICLES = ("the", "The", "THE")


def whole_names(tree: Parse) -> Whole:
    """The names of a page that it tells the ends of somewhere, longest first."""
    told = (
        *defined_names(tree),
        *joined_names(tree),
        *raised_names(tree),
        *gathered_names(tree),
    )
    return with_names(tree, {}, told)


def with_names(tree: Parse, whole: Whole, ranges: Iterable[tuple[int, int]]) -> Whole:
    """The names known so far, and those that stand in the token ranges."""
    found = {word: list(names) for word, names in whole.items()}
    for first, last in ranges:
        if tree.tokens[first].text in ARTICLES:
            first += 1
        if first >= last or look_up(tree.span(first, last).text) is not None:
            continue
        if is_in_headline(tree, tree.tokens[first]):
            continue  # capitals that tell no end
        words = tuple(token.lower for token in tree.tokens[first : last + 1])
        found.setdefault(words[0], []).append(words)
        if len(words) > LEAST_SHORT and words[-1] in people_words("bodies"):
            # "New Way", of the "New Way Movement"
            found[words[0]].append(words[:-1])
    return {word: longest_first(names) for word, names in found.items()}


def whole_at(tree: Parse, at: int, sentence: Sentence, whole: Whole) -> int | None:
    """The last token of a whole name that begins at `at`."""
    if not tree.tokens[at].text[:1].isupper():
        return None
    for words in whole.get(tree.tokens[at].lower, ()):
        last = at + len(words) - 1
        if last >= sentence.last:
            continue
        told = tuple(token.lower for token in tree.tokens[at : last + 1])
        if told == words and all(touches(tree, i) for i in range(at, last)):
            return last
    return None
