"""
Placed bodies: companies, clubs and authorities that a town or land gives its name.

"Solen Metro", "Malta Holdings SA", "Real Solen", "the Greater Solen Transit Authority": none
of them is the state whose town it is, and no word need tell what sort of body it is.
"""

from __future__ import annotations

from verbale.annotate.names.bodies import OWNS
from verbale.annotate.names.joined import is_in_headline
from verbale.annotate.names.titles import Places, touches
from verbale.gazetteer import How
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import is_given_name, is_title, not_actors, people_words
from verbale.model.parse import Parse, Sentence, Token

LANDED = frozenset({How.NAME, How.CAPITAL, How.CITY})
TOWNS = frozenset({How.CAPITAL, How.CITY})
NO_PART = frozenset({"DATE", "TIME", "NORP", "LANGUAGE", "EVENT", "LAW"})
MOST_WORDS = 5  # of a name, behind its town


def placed_end(tree: Parse, first: int, sentence: Sentence, places: Places) -> int | None:
    """
    The last token of a body whose name begins with a town or land: "Solen *Metro*"; None
    where the capitals behind it are an office's, a person's or a paper's.
    """
    last, entry = places[first]
    if entry.how not in LANDED:
        return None
    at = last + 1
    while at < min(sentence.last, last + 1 + MOST_WORDS) and touches(tree, at - 1):
        if at in places or not tree.tokens[at].text[:1].isupper():
            break
        at += 1
    end = at - 1
    words = tree.tokens[last + 1 : end + 1]
    if not words or is_in_headline(tree, words[0]):
        return None
    if at < sentence.last and at in places and touches(tree, end):
        return None  # "Solen Mayor Malta": capitals that nothing parts
    if is_team(tree, first, words[-1]) and all(map(_may_be_part, words[:-1])):
        return end
    if tree.tokens[first].lower == "the":
        return None
    if not all(map(_may_be_part, words)) or not _is_one(tree, last, end):
        return None
    common = people_words("state_bodies", "modifiers", "portfolios", "paper_heads", "venues")
    return None if words[-1].lower in common else end


def is_team(tree: Parse, first: int, word: Token) -> bool:
    """Tell whether a town's plural in capitals is a club that acts: "the Solen *Rovers*"."""
    opening = [token.lower for token in tree.tokens[max(first - 1, 0) : first + 1]]
    if "the" not in opening or not word.lower.endswith("s"):
        return False
    common = people_words(
        "groups", "trades", "party_members", "private_people", "paper_heads", "bodies", "venues"
    )
    if word.lower in common | not_actors() or office_head(word.lower) is not None:
        return False
    deeds = people_words("saying", "town_deeds")
    same = (each for each in tree.with_form({word.lower}) if each.text == word.text)
    return any(each.dep == "nsubj" and tree.head(each.i).lemma in deeds for each in same)


def of_people_end(tree: Parse, first: int, last: int, sentence: Sentence, places: Places) -> int:
    """
    The last token of a body that a people's name stands in: "Free *Omani Army*", "Water
    District of Northern *Bavaria*"; `last` where the capitals before are no part of it.
    """
    at = last + 1
    if at >= sentence.last or at not in places or not touches(tree, last):
        return last
    words = [token.lower for token in tree.tokens[first : last + 1]]
    end, entry = places[at]
    if entry.how in LANDED and words[-1] in people_words("area_words") and "of" in words[1:-1]:
        return end if words[words.index("of") - 1] in people_words("bodies") else last
    if entry.how is not How.ADJECTIVE or is_in_headline(tree, tree.tokens[first]):
        return last
    common = people_words("modifiers", but=("party_adjectives",)) | not_actors()
    if any(office_head(word) is not None or is_given_name(word) for word in words):
        return last
    if words[0] in common or words[-1] in people_words("bodies") or OWNS & set(words):
        return last
    while end + 1 < sentence.last and touches(tree, end):
        if not tree.tokens[end + 1].text[:1].isupper() or end + 1 in places:
            break
        end += 1
    body = tree.tokens[end]
    heads = people_words("bodies", "proper_bodies", "members_of") - people_words("town_heads")
    return end if end > places[at][0] and body.lower in heads else last


def _may_be_part(word: Token) -> bool:
    """Tell whether a word may be of a body's name, and is no office's, person's or paper's."""
    lower = word.lower
    return (
        word.pos == "PROPN"
        and word.tag != "NNPS"
        and word.text.isalpha()
        and word.entity not in NO_PART
        and office_head(lower) is None
        and not is_title(lower)
        and not is_given_name(word.text)
        and lower not in not_actors()
        and lower not in people_words("state_nouns", "party_members", "groups")
    )


def _is_one(tree: Parse, last: int, end: int) -> bool:
    """Tell whether the parser hangs a town on the capitals behind it."""
    town = tree.tokens[last]
    if tree.tokens[end].entity == "PERSON" and town.entity != "PERSON":
        return False  # "the Solen lawyer Orton" that lost its noun
    return town.dep in ("compound", "nmod", "amod") and last < town.head <= end


def town_at_end(tree: Parse, last: int, sentence: Sentence, places: Places) -> int | None:
    """
    The last token of the town that ends the name of a club or company which acts: "Real
    *Solen* said".
    """
    at = last + 1
    if at >= sentence.last or at not in places or places[at][1].how not in TOWNS:
        return None
    before = tree.tokens[last]
    end = places[at][0]
    plain = people_words("modifiers", "area_words", "state_names", "party_adjectives")
    if not touches(tree, last) or not _may_be_part(before) or before.lower in plain:
        return None
    if is_in_headline(tree, before) or before.dep != "compound" or not last < before.head <= end:
        return None
    following = tree.tokens[end + 1] if end + 1 < sentence.last else None
    if following is not None and (following.text[:1].isupper() or following.text in OWNS):
        return None
    acts = tree.tokens[end].dep == "nsubj" and before.entity != "PERSON"
    return end if acts else None


def is_placed(first: int, last: int, places: Places) -> bool:
    """Tell whether a name of several words begins or ends with a town or land."""
    if first in places:
        return places[first][0] < last and places[first][1].how in LANDED
    return any(first < at and end == last for at, (end, _) in places.items())


def area_before(tree: Parse, at: int, places: Places) -> bool:
    """Tell whether a word in capitals widens the town behind it: "*Greater* Solen"."""
    token = tree.tokens[at]
    return (
        token.text[:1].isupper()
        and token.lower in people_words("area_words")
        and at + 1 in places
        and touches(tree, at)
    )


def lands_goes_on(tree: Parse, end: int, sentence: Sentence) -> int | None:
    """The last token of what a company is, behind the land in its name: "Air Malta *Holdings*"."""
    told = people_words("legal_forms", "foreign_forms", "company_nouns", "matters")
    at = end
    while at + 1 < sentence.last and touches(tree, at) and tree.tokens[at + 1].lower in told:
        if not tree.tokens[at + 1].text[:1].isupper() and tree.tokens[at + 1].lower != "plc":
            break
        at += 1
    if at == end:
        return None
    return at


def land_of_firm(tree: Parse, last: int, sentence: Sentence, places: Places) -> int | None:
    """
    The last token of the land whose branch of a firm an officer heads: "Corvane *Malta*
    president Ana Vella", "Corvane *Malta*'s country manager".
    """
    at = last + 1
    if at not in places or places[at][1].how is not How.NAME or not touches(tree, last):
        return None
    before, end = tree.tokens[last], places[at][0]
    plain = people_words("modifiers", "area_words", "state_names", "party_adjectives", "compass")
    if not _may_be_part(before) or before.lower in plain:
        return None
    office = end + 1 + (end + 1 < sentence.last and tree.tokens[end + 1].text in OWNS)
    words = [token.lower for token in tree.tokens[office : min(office + 3, sentence.last)]]
    told = " ".join(words)
    heads = office == end + 1 and words[:1] in (["president"], ["chairman"], ["chief"], ["boss"])
    heads = heads and before.entity != "PERSON"
    officer = any(told.startswith(each) for each in people_words("company_offices"))
    return end if officer or heads or words[:2] == ["country", "manager"] else None
