"""
Places: when the name of a country or capital, or a noun for a town, only says where.

"Moscow said" is a party, "talks in Moscow" a place; "talks with Moscow" and "a letter to
Moscow" a party again, "a visit to Moscow" a place. "The city demands" is its government,
"the city has two ports" is not.
"""

from __future__ import annotations

from verbale.gazetteer import Entry, How
from verbale.gazetteer.people import people_words
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse, Token

LONGEST_DATELINE = 10  # tokens from the town to the agency
TOWARDS = frozenset({"to", "from", "for", "via", "towards", "toward"})


def is_place(tree: Parse, first: int, last: int, entry: Entry) -> bool:
    """
    Tell whether a gazetteer name is used only for a place.

    A seat or an adjective hardly ever is; a country is one where something is *in* it.
    """
    if entry.how in (How.ADJECTIVE, How.PEOPLE, How.SHORT):
        return False
    if entry.kind is ActorKind.ORGANISATION:
        return False
    token = _outermost(tree, first, last)
    if _is_dateline(tree, first, last):
        return True
    governor = tree.head(token.i)
    seen = 0
    while token.dep in ("conj", "appos") and seen < 8:
        token, governor = governor, tree.head(governor.i)
        seen += 1
    if token.dep not in ("pobj", "dobj") and token.dep != "npadvmod":
        return False
    if token.dep == "dobj":
        return governor.lemma in ("visit", "leave", "tour", "enter", "reach", "flee")
    if token.dep == "npadvmod":
        return entry.how in (How.CAPITAL, How.CITY)
    word = governor.lower
    if word in people_words("place_prepositions"):
        return not (word == "over" and entry.how is How.NAME)
    above = tree.head(governor.i)
    if word in TOWARDS:
        return above.lemma in people_words("motion_words") or (
            # "flew on to Valletta": the preposition hangs on another one.
            above.pos == "ADP" and tree.head(above.i).lemma in people_words("motion_words")
        )
    return False


def _outermost(tree: Parse, first: int, last: int) -> Token:
    for i in range(last, first - 1, -1):
        if not first <= tree.tokens[i].head <= last or tree.tokens[i].head == i:
            return tree.tokens[i]
    return tree.tokens[last]


def is_dateline_credit(tree: Parse, first: int, last: int) -> bool:
    """Tell whether a name is the agency's of a dateline: "VALLETTA, 3 May (*ABC News*) –"."""
    sentence = tree.sentence_of(first)
    if first - sentence.first > LONGEST_DATELINE or first == sentence.first:
        return False
    if (
        last + 2 >= len(tree.tokens)
        or tree.tokens[sentence.first].text[:2].upper() != (tree.tokens[sentence.first].text[:2])
    ):
        return False
    opens, closes = tree.tokens[first - 1].text, tree.tokens[last + 1].text
    bracketed = (opens, closes) in (("(", ")"), ("/", "/"))
    return bracketed and tree.tokens[last + 2].text in ("-", "–", "—", "--", ".", "/")


def _is_dateline(tree: Parse, first: int, last: int) -> bool:
    """Tell whether the name opens a paragraph and a dash or an agency follows: "ROME (AA) –"."""
    sentence = tree.sentence_of(first)
    if first != sentence.first:
        return False
    at = last + 1
    while at < sentence.last and at < last + 9:
        text = tree.tokens[at].text
        if text in ("–", "—", "--"):
            return True
        if text == "-":
            return tree.tokens[at].start > tree.tokens[at - 1].end
        if not (text[:1].isupper() or text in "(),./" or text[:1].isdigit()):
            return False
        at += 1
    return False


def governs(tree: Parse, place: Token) -> bool:
    """
    Tell whether a town or province is its government here: "the city demands", "called on
    the city", and no "in the city" or "the city has two ports".
    """
    if not any(child.lower == "the" for child in tree.children(place.i, "det")):
        return False
    head = tree.head(place.i)
    if place.dep == "nsubj":
        return head.pos == "VERB" and head.lemma not in people_words("of_places")
    return _is_called_on(tree, place)


def town_governs(tree: Parse, town: Token) -> bool:
    """
    Tell whether a town told by name is its government here: "Hamburg refused", "called on
    Hamburg", and no "Hamburg hosted the games".
    """
    if town.dep == "nsubj":
        return tree.head(town.i).lemma in people_words("town_deeds")
    return _is_called_on(tree, town)


def _is_called_on(tree: Parse, place: Token) -> bool:
    """Tell whether something is asked of a place, or done by it: "called on the city"."""
    head = tree.head(place.i)
    if place.dep == "dobj":
        return head.lemma in people_words("asking")
    if place.dep != "pobj":
        return False
    return head.dep == "agent" or (
        head.lower == "on" and tree.head(head.i).lemma in people_words("asking")
    )
