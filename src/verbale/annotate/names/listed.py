"""
Listed names: where the gazetteer's entries stand in a sentence, and where a word that
looks like one is part of another name.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.names.titles import touches
from verbale.gazetteer import Entry, How, look_up, match_at
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import (
    gender_of_title,
    is_given_name,
    is_title,
    not_actors,
    people_words,
)
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse, Sentence, Token

# Before a listed name they make it another's.
OTHERS = frozenset(
    {"national", "supreme", "federal", "regional", "local", "state", "provincial", "royal"}
)


# Letters of a listed name that are a word of any sentence.
EVERYDAY = frozenset({"is", "us", "who", "can", "it", "as", "an", "no", "so", "am", "ice", "aid"})
LEAST_WITH_OFFICE = 4  # words of a listed name that tells an office, too


def gazetteer_matches(tree: Parse, sentence: Sentence) -> Iterator[tuple[int, tuple[int, Entry]]]:
    """Where each gazetteer entry begins in a sentence, with its last token."""
    words = [token.text for token in tree.tokens[sentence.first : sentence.last]]
    at = 0
    raised = [word for word in words if word.isalpha()]
    shouted = sum(word.isupper() for word in raised) * 2 > len(raised)
    while at < len(words):
        found = match_at(words, at) if words[at][:1].isupper() else None
        if found is not None and found[0] == 1 and shouted and words[at].lower() in EVERYDAY:
            found = None  # "THE MINISTRY IS LATE"
        first = sentence.first + at
        if found is not None and (held := _office_in(tree, first, first + found[0])) is not None:
            found = match_at(words[: held - sentence.first], at)
        if found is None or _is_persons(tree, first, first + found[0] - 1, found[1]):
            at += 1
            continue
        yield first, (first + found[0] - 1, found[1])
        at += found[0]


def _office_in(tree: Parse, first: int, end: int) -> int | None:
    """
    Where a listed name goes on to an office whose holder stands behind it: "United Nations
    *High Commissioner* for Refugees Ana Vella"; None for the body that is called so.
    """
    if end + 1 >= len(tree.tokens) or end - first < LEAST_WITH_OFFICE:
        return None
    beyond = tree.tokens[end + (tree.tokens[end].text == ",")]
    if beyond.pos != "PROPN" or not beyond.text[:1].isupper():
        return None
    heads = (i for i in range(first + 1, end) if office_head(tree.tokens[i].lower) is not None)
    return next(heads, None)


def _is_persons(tree: Parse, first: int, last: int, entry: Entry) -> bool:
    """Tell whether a match is part of a person's name, or an everyday word."""
    token = tree.tokens[first]
    if _is_of_another(tree, first, last):
        return True
    lone = first == last or (first + 1 == last and token.lower == "the")
    if entry.kind is ActorKind.OUTLET and lone and _begins_body(tree, last):
        return not tree.tokens[last].text.isupper()  # in "the Liberation Front" no newspaper
    if (
        entry.kind is ActorKind.OUTLET
        and first == last
        and token.text.lower() != token.text.upper()
    ):
        ordinary = token.text.title() == token.text and len(token.text) < 9
        if ordinary and token.entity != "ORG" and token.pos != "PROPN":
            return True
        if ordinary and tree.sentence_of(first).first == first and token.entity != "ORG":
            return True
    if first == last and token.lower in people_words("compass") and _ends_name(tree, first):
        return True
    if tree.tokens[last].lower in people_words("compass") and last + 1 < len(tree.tokens):
        # "the West", but no "West Coast" and no "West African bloc".
        following = tree.tokens[last + 1]
        named = following.text[:1].isupper() and following.pos in ("PROPN", "ADJ")
        if named and touches(tree, last):
            return True
    if first == last and entry.how is How.PEOPLE and _is_given(tree, first):
        return True
    if first != last or entry.how not in (How.NAME, How.CAPITAL, How.CITY):
        return False
    before = tree.tokens[first - 1] if first else None
    after = tree.tokens[first + 1] if first + 1 < len(tree.tokens) else None
    if before is not None and before.sentence == token.sentence and touches(tree, first - 1):
        if is_given_name(before.text) and before.text[:1].isupper() and not _listed(before):
            return True
        if gender_of_title(before.text) or is_title(before.text):
            return before.text[:1].isupper()
    return (
        after is not None
        and is_given_name(token.text)
        and after.sentence == token.sentence
        and after.pos == "PROPN"
        and after.text[:1].isupper()
        and not _listed(after)
    )


def _ends_name(tree: Parse, at: int) -> bool:
    """Tell whether a word comes right behind other capitals: "Bakers' Guild of Malta *West*"."""
    if at == tree.sentence_of(at).first or not touches(tree, at - 1):
        return False
    before = tree.tokens[at - 1]
    return before.text[:1].isupper() and before.pos == "PROPN"


def _is_given(tree: Parse, first: int) -> bool:
    """Tell whether a people's name is a given one: "Finn Berg", no "Finn Erkki Berg"."""
    token = tree.tokens[first]
    after = tree.tokens[first + 1 : first + 3]
    if not is_given_name(token.text) or not after or not touches(tree, first):
        return False
    surname = after[0].pos == "PROPN" and after[0].text[:1].isupper() and not _listed(after[0])
    longer = len(after) > 1 and after[1].pos == "PROPN" and touches(tree, first + 1)
    return surname and not (longer and is_given_name(after[0].text))


def _is_of_another(tree: Parse, first: int, last: int) -> bool:
    """Tell whether a listed body's noun is another body's: "National *Security Council*"."""
    if not first or first == last or tree.tokens[last].lower not in people_words("bodies"):
        return False
    before = tree.tokens[first - 1]
    return (
        before.sentence == tree.tokens[first].sentence
        and touches(tree, first - 1)
        and before.text[:1].isupper()
        and before.lower in OTHERS
    )


def _begins_body(tree: Parse, at: int) -> bool:
    """Tell whether a capitalised word for a body comes right after a token."""
    following = tree.tokens[at + 1] if at + 1 < len(tree.tokens) else None
    return (
        following is not None
        and following.sentence == tree.tokens[at].sentence
        and touches(tree, at)
        and following.text[:1].isupper()
        and following.lower in people_words("bodies", but=("outlet_nouns",))
    )


def _listed(token: Token) -> bool:
    return (
        look_up(token.text) is not None
        or office_head(token.text) is not None
        or token.text.lower() in people_words("bodies", "portfolios", "modifiers")
        or token.text.lower() in not_actors()
    )
