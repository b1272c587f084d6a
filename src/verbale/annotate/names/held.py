"""
Held names: people right behind their office and whose it is, without a comma between.

"The Minister of Trade of Malta Ana Vella said": pages of many states, and translated ones,
write it so. What belongs to the office, what to the land or body and what to the person is
told by where the land's or body's name ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.annotate.names.office_words import office_end
from verbale.annotate.names.portfolios import is_matter
from verbale.annotate.names.titles import touches
from verbale.annotate.names.whole import Whole, whole_at
from verbale.gazetteer import Entry, How, look_up
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import is_title, people_words
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse, Sentence, Token

OWNING = frozenset({"of", "for", "at"})
JOINTS = frozenset({"and", "&", ","})
MOST_OWNED = 3  # "minister of trade of the Republic of Malta"
LONGEST_NAME = 4  # words of a person's name, without its small ones


@dataclass(frozen=True, slots=True)
class Held:
    """Tokens of an office, of whose it is, and of the name of who holds it."""

    begins: int
    first: int
    last: int
    office: str
    owner: tuple[int, int]
    entry: Entry | None  # the land or body, where it is listed


def held_names(tree: Parse, whole: Whole) -> Iterator[Held]:
    """The people of a page whose names stand right behind the land or body they are of."""
    for token in tree.tokens:
        if office_head(token.lower) is not None and token.tag not in ("NNS", "NNPS"):
            found = _held(tree, token, whole)
            if found is not None:
                yield found


def _held(tree: Parse, token: Token, whole: Whole) -> Held | None:
    sentence = tree.sentence_of(token.i)
    at = office_end(tree, token) + 1
    told: tuple[int, int] | None = None
    for _ in range(MOST_OWNED):
        sent = told is not None and tree.tokens[at].lower == "to" if at < sentence.last else False
        if at + 1 >= sentence.last or not (sent or tree.tokens[at].lower in OWNING):
            return None
        first = at + 1 + (tree.tokens[at + 1].lower == "the")
        last = _run_end(tree, first, sentence)
        if last < first:
            return None
        split = _split(tree, first, last, sentence, whole)
        if split is None and (name := _behind_letters(tree, last, sentence)) is not None:
            split, last = (last, name), _run_end(tree, name, sentence)
        if split is not None:
            begins = _begins(tree, token.i, sentence)
            office = " ".join(tree.span(begins, at - 1).text.split())
            # "Ambassador of Malta to Chile Ana Vella" is Malta's.
            owner = told if sent and told is not None else (first, split[0])
            entry = look_up(tree.span(*owner).text)
            begins -= begins > sentence.first and tree.tokens[begins - 1].lower == "the"
            return Held(begins, split[1], last, office, owner, entry)
        told = told or (first, last)
        at = last + 1
    return None


def _behind_letters(tree: Parse, last: int, sentence: Sentence) -> int | None:
    """Where an officer's name begins behind the letters of a body: "(AEO) *Ana Vella*"."""
    name = last + 4
    if name >= sentence.last or (tree.tokens[last + 1].text, tree.tokens[last + 3].text) != (
        "(",
        ")",
    ):
        return None
    told = tree.tokens[name : _run_end(tree, name, sentence) + 1]
    letters = tree.tokens[last + 2].text.isupper()
    return name if letters and told and _is_person(told, titled=False) else None


def _run_end(tree: Parse, first: int, sentence: Sentence) -> int:
    """The last token of capitals, matters and small words of a name from `first` on."""
    last = first - 1
    while last + 1 < sentence.last and (last < first or touches(tree, last)):
        token = tree.tokens[last + 1]
        follows = tree.tokens[last + 2] if last + 2 < sentence.last else token
        small = token.lower in people_words("particles") | {"-"} and follows.text[:1].isupper()
        joint = token.lower in JOINTS and last >= first and _is_matter(follows)
        joint = joint and _is_matter(tree.tokens[last])
        if not (token.text[:1].isupper() or _is_matter(token) or small or joint):
            break
        last += 1
    return last


def _is_matter(token: Token) -> bool:
    return is_matter(token.text) and token.lower not in ("the", "and")


def _split(
    tree: Parse, first: int, last: int, sentence: Sentence, whole: Whole
) -> tuple[int, int] | None:
    """Where a land or body ends in a run of capitals, and where its officer's name begins."""
    tokens = tree.tokens
    told = whole_at(tree, first, sentence, whole)
    for end in range(first, last) if told is None else (told,):
        name = end + 1
        titled = False
        while name < last and is_title(tokens[name].lower):
            name, titled = name + 1, True
        if name > last or not _is_person(tokens[name : last + 1], titled=titled):
            continue
        if end == told or titled or _is_land(tree, first, end) or _is_body(tree, first, end):
            return end, name
    return None


def _is_land(tree: Parse, first: int, end: int) -> bool:
    entry = look_up(tree.span(first, end).text)
    return entry is not None and entry.how in (How.NAME, How.CAPITAL, How.SEAT)


def _is_body(tree: Parse, first: int, end: int) -> bool:
    """Tell whether the name of a body ends there: "Border *Committee*", "Corridor *Office*"."""
    nouns = people_words("bodies", "state_bodies", "company_nouns")
    told = tree.tokens[first : end + 1]
    if all(_is_matter(token) or token.lower in JOINTS for token in told):
        return False  # "Minister of Water and Energy"
    return end > first and told[-1].lower in nouns


def _is_person(words: Sequence[Token], *, titled: bool) -> bool:
    """Tell whether capitals are a person's name and no more of a body's."""
    common = people_words(
        "bodies",
        "modifiers",
        "trades",
        "state_bodies",
        "portfolios",
        "particles",
        "state_matters",
        "company_nouns",
    )
    named = [word for word in words if word.text[:1].isupper()]
    least = 1 if titled else 2
    return (
        least <= len(named) <= LONGEST_NAME
        and words[0].text[:1].isupper()
        and words[-1].text[:1].isupper()
        and all(word.lower not in common and office_head(word.lower) is None for word in named)
        and not any(word.text.isupper() and len(word.text) > 2 for word in named[:-1])
        and all(word.entity not in ("DATE", "TIME") for word in named)
    )


def _begins(tree: Parse, at: int, sentence: Sentence) -> int:
    """Where an office's words begin: "*deputy foreign* minister of Malta"."""
    while at > sentence.first and touches(tree, at - 1):
        word = tree.tokens[at - 1].lower
        if word not in people_words("modifiers", "ranks"):
            break
        at -= 1
    return at


def owner_name(tree: Parse, held: Held) -> str | None:
    """The party of whoever holds an office: the listed one's name, or the body's as written."""
    if held.entry is not None:
        return held.entry.name if held.entry.kind is not ActorKind.OUTLET else None
    words = tree.span(*held.owner).text
    alone = words.split()[-1].lower() in people_words("party_nouns", "party_bodies")
    return None if alone else " ".join(words.split())


def is_owner(at: int, held: Iterable[Held]) -> bool:
    """Tell whether a listed name was told of with its officer already."""
    return any(each.entry is not None and each.owner[0] <= at <= each.owner[1] for each in held)
