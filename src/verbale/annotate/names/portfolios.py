"""
Portfolios: what an office is for, between the office and its holder's name: "Minister for
*Trade and Industry* Ana Vella".
"""

from __future__ import annotations

from verbale.gazetteer import How, look_up
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import is_given_name, people_words
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse

MOST_SMALL = 6  # words in small letters of what an office is for
LONGEST_LAND = 3  # words: "Papua New Guinea"
OF_MATTERS = frozenset({"minister", "secretary", "commissioner"})
KEEPERS = frozenset({"minister", "secretary", "undersecretary", "commissioner", "ministers"})
LONGEST_OFFICE = 12  # words before a name; more is a list that lost its commas


def starts_portfolio(tree: Parse, at: int, first: int) -> bool:
    """Tell whether token `at` belongs to an "of State" between an office and a name."""
    word = tree.tokens[at].text
    if word in ("of", "for"):
        return at > 0 and _opens_portfolio(tree, at, first)
    if not is_matter(word) and not _lists_matters(tree, at):
        return _is_in_small_letters(tree, at, first)
    back = at
    while back > 0 and first - back < LONGEST_OFFICE:
        back -= 1
        before = tree.tokens[back].text
        if before in ("of", "for"):
            return back > 0 and _opens_portfolio(tree, back, first)
        if not is_matter(before) and not _lists_matters(tree, back):
            return _is_in_small_letters(tree, at, first)
    return False


def _is_in_small_letters(tree: Parse, at: int, first: int) -> bool:
    """
    Tell whether a token is of what no list has: "vice-president for *rural relations* Ana Vella".
    """
    bodies = people_words("bodies", "groups", "party_nouns", "trades", "state_bodies")
    for back in range(at, max(at - MOST_SMALL, 0), -1):
        token = tree.tokens[back]
        if token.text in ("of", "for"):
            return back < at and _opens_portfolio(tree, back, first)
        common = token.text.islower() and token.pos in ("NOUN", "ADJ", "CCONJ")
        if not common or token.lower in bodies or office_head(token.lower) is not None:
            return False
    return False


def _opens_portfolio(tree: Parse, at: int, first: int) -> bool:
    """Tell whether an office stands before an "of", or with one "of" more: "Minister of State"."""
    before = tree.tokens[at - 1]
    if office_head(before.text) is not None:
        return True
    of_state = before.lower in people_words("state_names") and tree.tokens[at].lower == "for"
    return of_state and at > 1 and starts_portfolio(tree, at - 1, first)


def is_matter(word: str) -> bool:
    """Tell whether a word may be of what an office is for: "Secretary for *Employment*"."""
    word = word.lower()
    return word in people_words("modifiers", "state_matters") or word in ("the", "and")


def _lists_matters(tree: Parse, at: int) -> bool:
    """Tell whether a comma stands between matters: "Minister of Water, Works and Energy"."""
    if tree.tokens[at].text != "," or at + 1 >= len(tree.tokens):
        return False
    beside = (tree.tokens[at - 1], tree.tokens[at + 1])
    return all(token.text[:1].isupper() and is_matter(token.text) for token in beside)


def _follows_office(tree: Parse, first: int) -> bool:
    """Tell whether an office and "of" or "for" stand before a token: "Minister for Health and"."""
    joined = False
    floor = max(tree.sentence_of(first).first, first - LONGEST_OFFICE)
    for at in range(first - 1, floor - 1, -1):
        word = tree.tokens[at].lower
        if office_head(word) is not None and joined and word not in ("of", "for"):
            return True
        if word in ("of", "for"):
            joined = True
        elif not is_matter(word) and not _lists_matters(tree, at):
            return False
    return False


def matter_end(tree: Parse, first: int, last: int) -> int:
    """
    The first token after what an office is for, in a range of capitals that may go on with
    its holder's name: "Minister for *Infrastructure* Ana Vella".
    """
    at = first
    if not _follows_office(tree, first):
        return first
    while at <= last and is_matter(tree.tokens[at].text):
        at += 1
    joined = at == last and tree.tokens[at - 1].lower == "and"
    if joined and not is_given_name(tree.tokens[at].text):
        return last + 1  # "Minister of Energy and *Hydraulics*": a matter that no list has
    # "Secretary of the Social Democrats" is no secretary of what is social.
    rest = {token.lower for token in tree.tokens[at : last + 1]}
    common = people_words("bodies", "party_members", "state_matters")
    person = (
        at > last
        or (len(rest) > 1 and rest.isdisjoint(common) and tree.tokens[at].pos == "PROPN")
        or is_given_name(tree.tokens[at].text)
        or tree.tokens[last].entity == "PERSON"
    )
    return at if person else first


def is_portfolio(tree: Parse, at: int, office: list[str]) -> bool:
    """Tell whether a word is what a minister is for: "*Communication and Works* Minister"."""
    if office_head(office[-1]) not in KEEPERS and office[-1].lower() not in KEEPERS:
        return False
    if tree.tokens[at].text in ("and", "&"):
        at -= 1
        if not (is_matter(office[0]) and tree.tokens[at].text[:1].isupper()):
            return False
    word = tree.tokens[at]
    if word.lower in people_words("state_matters", "portfolios"):
        return True
    # What no list has is rather a matter than a party: "*Digitalisation* Minister Ana Vella",
    # "Bavaria *Ports* Secretary Ana Vella". Letters are a body's: "NHL Commissioner Ana Vella".
    if look_up(word.text) is not None or not word.text.istitle():
        return False
    if at > 0 and _is_land(tree, at - 1):
        return len(office) == 1 and office[0].lower() in OF_MATTERS
    alone = at == 0 or not tree.tokens[at - 1].text[:1].isupper()
    head = office[-1].lower()
    return alone and (head == "minister" or (head == "commissioner" and len(office) == 1))


def _is_land(tree: Parse, last: int) -> bool:
    """Tell whether a land's name ends at a token: "*Bavaria* Ports Secretary"."""
    names = (tree.span(max(last - back, 0), last).text for back in range(LONGEST_LAND))
    entries = [entry for entry in map(look_up, names) if entry is not None]
    return any(entry.how is How.NAME and entry.kind is ActorKind.PARTY for entry in entries)
