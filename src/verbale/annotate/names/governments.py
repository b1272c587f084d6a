"""
Governments: provinces, cantons and breakaway lands that no list has, told by their rulers.

"The Redmark government", "Redmark's education minister", "the Province of Redmark": a place
that has a government is a party wherever the page lets it act, as a listed country is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verbale.annotate.names.bodies import OWNS
from verbale.annotate.names.titles import Places, touches
from verbale.gazetteer import Entry, How, look_up
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import is_given_name, not_actors, people_words
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse, Token

PLACES = frozenset({"GPE", "LOC"})
LONGEST = 3  # words of a land's name
REACH = 4  # words between a land's name and the office that governs it

Governed = Mapping[str, tuple[tuple[str, ...], ...]]


def with_governments(tree: Parse, listed: Sequence[Places]) -> list[Places]:
    """The places of each sentence, with those lands that the page says are governed."""
    governed = _governed(tree, listed)
    if not governed:
        return list(listed)
    return [
        {**places, **dict(_where(tree, sentence.first, sentence.last, places, governed))}
        for sentence, places in zip(tree.sentences, listed, strict=True)
    ]


def _governed(tree: Parse, listed: Sequence[Places]) -> Governed:
    """The names of governed lands by their first words."""
    taken = _covered(listed)
    found: dict[str, dict[tuple[str, ...], None]] = {}
    people = {token.text for token in tree.tokens if token.entity == "PERSON"}
    lands = {token.text for token in tree.tokens if token.entity in PLACES} - people
    for first, last in _told(tree):
        words = tuple(token.text for token in tree.tokens[first : last + 1])
        if not taken.isdisjoint(range(first, last + 1)) or look_up(" ".join(words)) is not None:
            continue
        if all(word in lands for word in words) and not any(map(_is_common, words)):
            found.setdefault(words[0], {})[words] = None
    return {
        word: tuple(sorted(names, key=lambda name: (-len(name), name)))
        for word, names in found.items()
    }


def _covered(listed: Sequence[Places]) -> frozenset[int]:
    """The tokens of what is listed."""
    return frozenset(
        i for places in listed for at, (last, _) in places.items() for i in range(at, last + 1)
    )


def _told(tree: Parse) -> Iterator[tuple[int, int]]:
    """Token ranges of names beside words for who governs them."""
    for token in tree.raised:
        for last in range(token.i, min(len(tree.tokens) - 1, token.i + LONGEST)):
            if not tree.tokens[last].text[:1].isupper() or tree.tokens[last].pos != "PROPN":
                break
            if _rules(tree, last + 1) or _is_of_land(tree, token.i):
                yield token.i, last
            if not touches(tree, last):
                break


def _rules(tree: Parse, at: int) -> bool:
    """Tell whether what follows a name is its government: "*'s education minister*"."""
    tokens = tree.tokens
    if tokens[at].text in OWNS:
        at += 1
    for i in range(at, min(len(tokens), at + REACH)):
        word = tokens[i].lower
        if word in people_words("governing"):
            return True
        if office_head(word) in people_words("rulers") and tokens[i].tag != "NNS":
            return True
        if word not in people_words("modifiers", "state_matters"):
            return False
    return False


def _is_of_land(tree: Parse, at: int) -> bool:
    """Tell whether a name stands after "the province of" or "the government of"."""
    before = [token.lower for token in tree.tokens[max(0, at - 3) : at]]
    if before[-1:] == ["the"]:
        before.pop()
    told = people_words("governing", "lands")
    return before[-1:] == ["of"] and not told.isdisjoint(before[-2:-1])


def _is_common(word: str) -> bool:
    """Tell whether a capitalised word is no land's own name."""
    plain = word.lower()
    known = people_words("bodies", "modifiers") | not_actors()
    return plain in known or office_head(plain) is not None or is_given_name(word)


def _where(
    tree: Parse, first: int, end: int, places: Places, governed: Governed
) -> Iterator[tuple[int, tuple[int, Entry]]]:
    """Where such names stand in a sentence, apart from what is listed."""
    taken = _covered([places])
    at = first
    while at < end:
        names = governed.get(tree.tokens[at].text, ())
        match = next((words for words in names if _reads(tree.tokens, at, end, words)), None)
        if match is None or at in taken:
            at += 1
            continue
        last = at + len(match) - 1
        yield at, (last, Entry(" ".join(match), ActorKind.PARTY, How.NAME))
        at = last + 1


def _reads(tokens: Sequence[Token], at: int, end: int, words: tuple[str, ...]) -> bool:
    """Tell whether the tokens from `at` on are these words."""
    return tuple(token.text for token in tokens[at : min(end, at + len(words))]) == words
