"""
Body names: unions, movements, committees and companies among the runs of capitals.

"Northern Bakers' Union", "Front for the Liberation of Harrania", "the harbour operator
Brightwater": what a person's name never has goes on the name, or tells that it is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verbale.annotate.names.titles import Places, touches
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import is_given_name, not_actors, people_words
from verbale.model.parse import Parse, Sentence, Token

CONNECTORS = frozenset({"of", "for", "and"})
ABOUT = frozenset({"on", "against"})
ABOUT_TO = ABOUT | {"to"}
ARTICLES = frozenset({"the", "our", "a", "an"})
JOINED = frozenset({"and", "&"})
PAIRING = frozenset({"between", "both"})  # what follows is two, and no joined name
OWNS = frozenset({"'", "’", "'s", "’s"})
MATTERING = frozenset(
    {"secretariat", "directorate", "bureau", "committee", "commission", "authority"}
)
MOST_JOINTS = 2  # a comma and an "and"
LONGEST_BODY = 12  # tokens of a body's name, "of" phrases and all


def body_goes_on(
    tree: Parse, first: int, last: int, sentence: Sentence, places: Places
) -> int | None:
    """
    The token that goes on the name of a body: over the owner in "Dockers' Union", and over
    "of", "for" and "and" once a body is named: "Front for the Liberation of Harrania".
    """
    at, tokens = last + 1, tree.tokens
    if at + 1 >= sentence.last or last - first >= LONGEST_BODY:
        return None
    if (matter := _matter_goes_on(tree, first, last, sentence)) is not None:
        return matter
    if (subject := _is_about(tree, last, sentence, places)) is not None:
        return subject
    if tokens[at].text in OWNS:
        owned = _owned_body(tree, last, sentence, places)
        return owned if owned is not None else _owned_members(tree, first, last, sentence)
    paired = first > 0 and tokens[first - 1].lower in PAIRING
    named = is_body_name([token.lower for token in tokens[first : last + 1]])
    if tokens[at].lower in JOINED and not named and not paired:
        joined = _joined_body(tree, last, sentence, places)
        if joined is not None:
            return joined
    inside = [token.lower for token in tokens[first : last + 1]]
    if inside[0] in people_words("foreign_bodies") and tokens[at].text in people_words(
        "foreign_joints"
    ):
        # "Sindicato de Panaderos *y Molineros*"
        return at + 1 if tokens[at + 1].text[:1].isupper() and at + 1 not in places else None
    if not _may_go_on(inside, tokens[at].lower) or tokens[at].text not in CONNECTORS:
        return None
    beyond = at + 1
    if tokens[beyond].lower == "the" and beyond + 1 < sentence.last:
        beyond += 1
    following = tokens[beyond]
    of_members = following.lower in people_words("members_of", "trades")
    if not following.text[:1].isupper() or following.tag == "PRP":
        return None
    if following.tag == "NNS" and not of_members:
        return None
    if tokens[at].text == "and":
        # Only where the model sees one name: "for Justice and Equality", no second party.
        named = tokens[last].entity == "ORG" and following.entity == "ORG"
        whole = inside[-1] in people_words("bodies", "company_nouns")
        joined = named and not following.entity_begins and beyond == at + 1 and not whole
        joined = joined or _are_causes(inside, following)
        return beyond if joined and beyond not in places else None
    if beyond in places:
        # "Government of Malta" is Malta.
        seat = inside[-1] in people_words("seat_heads", but=("bodies",))
        return None if seat and tokens[at].text == "of" else places[beyond][0]
    return beyond if following.pos in ("PROPN", "ADJ", "NOUN") else None


def _is_about(tree: Parse, last: int, sentence: Sentence, places: Places) -> int | None:
    """
    The first token of what a body is about, against or there to do: "Commission on *Rivers*",
    "Movement Against *Dams*", "Campaign to *Save* the Lake"; but no "Council on Monday".
    """
    tokens = tree.tokens
    joint, following = tokens[last + 1], tokens[last + 2]
    if tokens[last].lower not in people_words("about_heads") or last + 2 >= sentence.last:
        return None
    if last + 2 in places or not following.text[:1].isupper() or following.tag == "PRP":
        return None
    if following.entity in ("DATE", "TIME", "PERSON") or following.lower in not_actors():
        return None
    if joint.lower == "to":
        what = last + 3 + (last + 4 < sentence.last and tokens[last + 3].lower in ARTICLES)
        named = what < sentence.last and tokens[what].text[:1].isupper() and what not in places
        listed = following.lower in people_words("campaign_verbs")
        return (what if named else last + 2) if listed else None
    if joint.lower not in ABOUT or is_given_name(following.text):
        return None
    return last + 2 if following.pos in ("PROPN", "ADJ", "NOUN", "VERB") else None


def _are_causes(inside: Sequence[str], following: Token) -> bool:
    """Tell whether "and" joins what a body is for: "Alliance for Justice *and Democracy*"."""
    causes = people_words("causes")
    return "for" in inside[1:-1] and inside[-1] in causes and following.lower in causes


def _joined_body(tree: Parse, last: int, sentence: Sentence, places: Places) -> int | None:
    """
    The last token of a body two of whose words are joined: "Cabin and Flight Crew
    Association"; None where "and" joins two names.
    """
    tokens = tree.tokens
    if last in places:
        return None
    inside = {above.i for above in tree.ancestors(last)}
    inside.update(range(last, sentence.last) if _is_matter(tokens[last]) else ())
    for end in range(last + 2, min(sentence.last, last + LONGEST_BODY)):
        if not (tokens[end].text[:1].isupper() or tokens[end].text in OWNS) or end in places:
            return None
        following = tokens[end + 1].text if end + 1 < sentence.last else ""
        goes_on = following[:1].isupper() or following in OWNS
        if not goes_on:
            head = tokens[end].lower
            named = head in people_words("bodies", "trades")
            return end if named and end in inside and office_head(head) is None else None
    return None


def _is_matter(token: Token) -> bool:
    """Tell whether a word says what a body is about: "*Farmers* and Regions Party"."""
    words = ("trades", "portfolios", "modifiers", "state_matters")
    return any(token.lower in people_words(key) for key in words)


def _may_go_on(words: list[str], following: str) -> bool:
    """Tell whether the words so far name a body that an "of" may follow: no office, no state."""
    at = next((i for i, word in enumerate(words) if i and word in ("of", "for")), len(words))
    bodies = people_words("bodies", but=("state_bodies",))
    if following == "for":
        bodies |= people_words("owned_bodies")
    if following == "of":
        bodies |= people_words("seat_heads", "member_bodies")
    # "Union of Education *Workers* of Galmara": its members, and nobody's office.
    members = at < len(words) and words[-1].endswith("s")
    return words[at - 1] in bodies and (members or office_head(words[-1]) is None)


def _owned_body(tree: Parse, last: int, sentence: Sentence, places: Places) -> int | None:
    """The last token of the body whose owner ends at `last`; None where it is another's."""
    tokens = tree.tokens
    many = tokens[last].text.endswith("s") and tokens[last + 1].text in ("'", "’")
    if not (many or _are_many(tokens[last])) or last in places:
        return None
    bodies = people_words("bodies", "owned_bodies")
    for end in range(last + 2, min(sentence.last, last + LONGEST_BODY)):
        if not tokens[end].text[:1].isupper() or end in places:
            return None
        following = tokens[end + 1].text if end + 1 < sentence.last else ""
        goes_on = following.lower() in bodies and following[:1].isupper()
        if tokens[end].lower in bodies and not goes_on:
            return end
    return None


def _are_many(owner: Token) -> bool:
    """Tell whether a word is of many without an "s" at its end: "*Lightermen*'s Union"."""
    if owner.lower in people_words("owners"):
        return True
    return owner.lower.endswith(("men", "folk", "people")) and not is_given_name(owner.text)


def _owned_members(tree: Parse, first: int, last: int, sentence: Sentence) -> int | None:
    """The last token of whose body it is: "Guild of Ships' *Officers*"."""
    tokens = tree.tokens
    inside = [token.lower for token in tokens[first : last + 1]]
    of = next((i for i, word in enumerate(inside) if i and word in ("of", "for")), None)
    if of is None or inside[of - 1] not in people_words("bodies"):
        return None
    many = tokens[last].text.endswith("s") and tokens[last + 1].text in ("'", "’")
    if not many and not _are_many(tokens[last]):
        return None
    end = last + 2
    while end + 1 < sentence.last and tokens[end].text[:1].isupper():
        if not tokens[end + 1].text[:1].isupper():
            break
        end += 1
    return end if end < sentence.last and tokens[end].text[:1].isupper() else None


def _matter_goes_on(tree: Parse, first: int, last: int, sentence: Sentence) -> int | None:
    """The next matter of a ministry that has several: "Ministry of Education *and Sports*"."""
    tokens = tree.tokens
    inside = [token.lower for token in tokens[first : last + 1]]
    of = next((i for i, word in enumerate(inside) if i and word in ("of", "for")), None)
    if of is None or inside[of - 1] not in people_words("state_bodies") | MATTERING:
        return None
    at = last + 1
    while at < sentence.last and tokens[at].text in (",", "and", "&"):
        at += 1
    if at == last + 1 or at - last > MOST_JOINTS or at >= sentence.last:
        return None
    if not tokens[at].text[:1].isupper() or not _is_matter(tokens[at]):
        return None
    if not _is_matter(tokens[last]):
        return None
    comma = tokens[last + 1].text == ","
    return at if not comma or _ends_in_and(tree, at, sentence) else None


def _ends_in_and(tree: Parse, at: int, sentence: Sentence) -> bool:
    """Tell whether a list of matters goes on to an "and": "Education, *Science and Sports*"."""
    for i in range(at - 1, min(sentence.last, at + LONGEST_BODY)):
        token = tree.tokens[i]
        if token.text in ("and", "&"):
            following = tree.tokens[i + 1] if i + 1 < sentence.last else token
            return following.text[:1].isupper() and _is_matter(following)
        if token.text != "," and not _is_matter(token):
            return False
    return False


def told_body(tree: Parse, first: int) -> bool:
    """
    Tell whether the word right before a name says that it is a body's: "the rebel group
    Ansar Nur", "the harbour operator Brightwater".
    """
    if first == 0 or not touches(tree, first - 1):
        return False
    before = tree.tokens[first - 1]
    nouns = people_words("bodies", but=("state_bodies", "portfolios"))
    return (
        before.sentence == tree.tokens[first].sentence
        and before.tag == "NN"
        and before.text.islower()
        and before.text in nouns
        and office_head(before.text) is None
    )


def is_party_name(tokens: Sequence[Token]) -> bool:
    """
    Tell whether a name is of a party that is called by its members: "Social Democrats",
    "the Greens" within a sentence.
    """
    last = tokens[-1]
    if last.lower not in people_words("party_members") or not last.text[:1].isupper():
        return False
    return len(tokens) > 1 or last.tag in ("NNPS", "NNP")


def is_body_name(words: list[str]) -> bool:
    """
    Tell whether the words of a name are a union's, movement's or company's, not a state's.
    """
    core = [word for word in words if word not in CONNECTORS and word not in OWNS]
    at = next((i for i, word in enumerate(words) if i and word in ("of", "for")), len(words))
    head = words[at - 1]
    trades = people_words("trades", "company_nouns", "proper_bodies")
    return len(core) > 1 and (
        head in people_words("bodies", but=("state_bodies",))
        or (at == len(words) and head in trades)
        or bool(people_words("club_marks") & {words[0], words[-1]})
        or (words[-1].isdigit() and words[-2] in people_words("numbered"))
        or words[0] in people_words("foreign_bodies")
        or (at == len(words) and head in people_words("foreign_heads"))
        or _is_cause(words, at)
        or any(
            word in ABOUT_TO and before in people_words("about_heads")
            for before, word in pairwise(words)
        )
    )


def _is_cause(words: list[str], at: int) -> bool:
    """
    Tell whether a word that also means other things is a body's: "*Rally* for Bread",
    "Bishops' *Conference*", "Democratic *Convention*", "*City* of Redhill".
    """
    if words[at - 1] in people_words("seat_heads") and words[at : at + 1] == ["of"]:
        return True
    if words[at - 1] in people_words("owned_bodies"):
        owned = at == len(words) and bool(OWNS & set(words))
        if owned or words[at : at + 1] == ["for"]:
            return True
    adjective = words[0].removesuffix("'s").removesuffix("’s") in people_words("party_adjectives")
    return len(words) == 2 and adjective and words[1] in people_words("party_heads")
