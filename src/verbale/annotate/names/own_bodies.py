"""
Own bodies: what only looks like a state's or a person's, and is a body by itself.

"Malta Trades Union Congress", "Redhill Port Council", "Transport for Solen", "Air Malta",
"Nordkai SA": unions, councils of towns and companies that a land or town gives the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.annotate.names.bodies import OWNS, is_body_name
from verbale.annotate.names.placed import lands_goes_on
from verbale.annotate.names.titles import Places, touches
from verbale.gazetteer import How
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import is_given_name, people_words
from verbale.model.parse import Parse, Sentence, Token

WHOLE_HEADS = frozenset({"party", "union"})  # words of offices too: "party leader"
LONGEST_INITIALS = 3  # letters of a company's form that are a surname too in small ones


def officer_cut(tree: Parse, first: int, last: int) -> int | None:
    """
    The last token of a body in a run of capitals that goes on with who holds an office of
    it: "Bakers' *Union* President Ana Vella".
    """
    tokens = tree.tokens
    bodies = people_words("bodies", but=("state_bodies", "portfolios", "matters"))
    small = people_words("modifiers", "ranks")
    for end in range(first + 1, last - 1):
        if tokens[end].lower not in bodies or office_head(tokens[end].lower) is not None:
            continue
        if tokens[end + 1].lower in bodies - small:
            continue  # "Bakers' Union *Federation* President"
        at = end + 1
        while at < last and tokens[at].lower in small and office_head(tokens[at].lower) is None:
            at += 1
        while at + 1 < last and office_head(tokens[at + 1].lower) is not None:
            at += 1  # "General Secretary"
        if at >= last or not _is_office(tokens[at]) or tokens[at + 1].text in OWNS:
            continue
        if is_body_name([token.lower for token in tokens[first : end + 1]]):
            return end
    return None


def _is_office(token: Token) -> bool:
    """Tell whether a word is an office of a body: a minister is of a state."""
    return (
        office_head(token.lower) not in (None, "minister")
        and token.lower not in people_words("trades")
        and token.text[:1].isupper()
        and not is_given_name(token.text)
    )


def stands_whole(tree: Parse, first: int, last: int, places: Places) -> bool:
    """
    Tell whether a name is a body's that is whole before an office, whatever common words it
    has: "Malta Bakers' Union president", "Labour Party leader", but no "trade union leader".
    """
    words = [token.lower for token in tree.tokens[first : last + 1]]
    if words[0] in people_words("opposing"):
        return False  # "Opposition Party leader"
    listed = first in places or (first - 1 in places and tree.tokens[first - 1].lower == "the")
    if listed:
        return is_body_name(["", *words[1:]]) or is_of_its_members(words)
    nouns = people_words("bodies", but=("state_bodies", "portfolios", "matters", "modifiers"))
    members = people_words("trades") if len(words) > 1 and tree.tokens[last].tag[:2] == "NN" else ()
    named = words[-1] in nouns.union(WHOLE_HEADS, members) and is_body_name(words)
    common = set(words[:-1]) <= people_words("modifiers", "portfolios", "state_bodies")
    return (named and (not common or words[-1] == "party")) or is_of_its_members(words)


def is_of_its_members(words: Sequence[str]) -> bool:
    """
    Tell whether a council, congress or assembly is of members or of a town, and no
    state's: "Trades Union *Congress*", "City *Council*", "*Council* of Churches".
    """
    state = people_words("state_bodies")
    at = next((i for i, word in enumerate(words) if i and word == "of"), len(words))
    if words[at - 1] not in state & people_words("member_bodies"):
        return False
    members = people_words("trades", "members_of")
    before = words[max(0, at - 3) : at - 1]
    return bool(members & set(before)) or (at < len(words) and words[-1] in members)


def is_of_people(words: Sequence[str]) -> bool:
    """
    Tell whether a name is of a body that is told by who sits in it: "Council of Ministers",
    "Office of the Ombudsman", "Joint Chiefs of Staff", be it a state's or its own.
    """
    at = next((i for i, word in enumerate(words) if i and word == "of"), len(words))
    if at + 1 >= len(words):
        return False
    many = words[-1].endswith("s") and office_head(words[-1]) is not None
    sitting = people_words("member_bodies", "sitting_bodies")
    if words[at - 1] in sitting and (many or words[-1] in people_words("groups")):
        return True
    return words[-1] == "staff" and words[at - 1] in ("chiefs", "chief")


def land_at_end(tree: Parse, last: int, sentence: Sentence, places: Places) -> int | None:
    """
    The last token of a land that ends the name of a body: "Air *Malta*", "Transport for
    *Solen*"; None where the word before it is no body's.
    """
    at = last + 1
    word = tree.forms[last]
    if word not in people_words("for_lands", "before_lands"):
        return None
    if at >= sentence.last or not touches(tree, last):
        return None
    if tree.tokens[at].text == "for" and word in people_words("for_lands"):
        at += 1
    elif word not in people_words("before_lands"):
        return None
    if at not in places or places[at][1].how not in (How.NAME, How.CAPITAL, How.CITY):
        return None
    end = places[at][0]
    following = tree.tokens[end + 1] if end + 1 < sentence.last else None
    owner = following is not None and following.text in OWNS and at == last + 1
    if (form := lands_goes_on(tree, end, sentence)) is not None:
        return form  # "Air Malta *Holdings SA*"
    goes_on = following is not None and following.text[:1].isupper()
    return None if goes_on or (owner and word in people_words("portfolios")) else end


def ends_in_land(tree: Parse, first: int, last: int, places: Places) -> bool:
    """Tell whether a name is a body's that a land ends: "Cricket Malta"."""
    return first < last and land_at_end(tree, first, tree.sentence_of(first), places) == last


def has_company_form(tokens: Sequence[Token]) -> bool:
    """Tell whether a name ends in what a company is by law: "Nordkai *SA*", "Vuori *Oyj*"."""
    form = tokens[-1]
    if len(tokens) < 2 or form.lower not in people_words("legal_forms", "foreign_forms"):
        return False
    return len(form.text) > LONGEST_INITIALS or form.text.isupper() or form.text in ("Oyj", "SpA")


def is_told_of_body(tree: Parse, first: int, last: int) -> bool:
    """
    Tell whether a name is a person's that is told to be of a body and says something: "Sifo
    Nkando *of the Dockers' Union* said".
    """
    tokens = tree.tokens
    at = last + 1
    if at + 2 >= len(tokens) or tokens[at].text not in ("of", "from", "at"):
        return False
    if first and tokens[first - 1].lower == "the":
        return False
    if not any(
        tokens[i].dep == "nsubj" and tree.head(i).lemma in people_words("saying")
        for i in range(first, last + 1)
    ):
        return False
    begin = end = at + 1 + (tokens[at + 1].lower == "the")
    while end < len(tokens) and (tokens[end].text[:1].isupper() or tokens[end].text in OWNS):
        end += 1
    words = [token.lower for token in tokens[begin:end]]
    common = people_words("bodies", "trades", "company_nouns", "proper_bodies", "modifiers")
    own = {token.lower for token in tokens[first : last + 1]}
    return bool(words) and is_body_name(words) and own.isdisjoint(common)
