"""
Names: runs of capitals, cut into party, office, title and the name itself.

The model's entity labels are one witness among several, and a weak one: titles, offices,
the gazetteer, given names and words for bodies come first. What none of them tells keeps
the kind UNKNOWN; the document as a whole may still settle it (see `settle_kinds`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from verbale.annotate.names.bodies import CONNECTORS, is_body_name, is_party_name, told_body
from verbale.annotate.names.famous import famous_at
from verbale.annotate.names.governments import with_governments
from verbale.annotate.names.held import held_names, is_owner
from verbale.annotate.names.known import body_names
from verbale.annotate.names.listed import gazetteer_matches
from verbale.annotate.names.mentions import (
    held_mentions,
    name_mention,
    party_mention,
    told_gender,
)
from verbale.annotate.names.own_bodies import (
    ends_in_land,
    has_company_form,
    is_of_its_members,
    is_told_of_body,
    stands_whole,
)
from verbale.annotate.names.placed import is_placed, is_team, land_of_firm
from verbale.annotate.names.runs import name_runs
from verbale.annotate.names.titles import Places, title_before
from verbale.annotate.names.towns import without_governing_towns
from verbale.annotate.names.whole import whole_at, whole_names, with_names
from verbale.annotate.parsing import UNSEEN
from verbale.annotate.places import is_dateline_credit
from verbale.gazetteer.people import (
    is_given_name,
    not_actors,
    people_words,
)
from verbale.gazetteer.spelling import fold
from verbale.model.mention import ActorKind, Mention
from verbale.model.parse import Parse

NOT_NAMES = frozenset(
    ["DATE", "TIME", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "LANGUAGE", "MONEY", "QUANTITY"]
)
AIR = frozenset({"radio", "channel", "television", "tv", "canal"})
AGENCIES = frozenset(
    [("press", "agency"), ("news", "agency"), ("news", "service"), ("wire", "service")]
)
NEVER_NAMES = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "ORDINAL"})
BY_ENTITY = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "NORP": ActorKind.ORGANISATION,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
}


def find_names(tree: Parse) -> Iterator[Mention]:
    """Yield the named mentions of a document, and the parties inside other phrases."""
    listed = [dict(gazetteer_matches(tree, sentence)) for sentence in tree.sentences]
    listed = with_governments(tree, without_governing_towns(tree, listed))
    whole = whole_names(tree)
    whole = with_names(tree, whole, body_names(tree, listed, whole))
    held = {each.begins: each for each in held_names(tree, whole)}
    past = {begins: each.last for begins, each in held.items()}
    for each in held.values():
        yield from held_mentions(tree, each)
    for sentence, places in zip(tree.sentences, listed, strict=True):
        taken: set[int] = set()
        bodies: dict[int, int] = {}
        for first, last in name_runs(tree, sentence, places, whole, past):
            if last in (whole_at(tree, first, sentence, whole), famous_at(tree, first, sentence)):
                mention: Mention | None = _whole(tree, first, last, places)
                bodies[last] = first
            else:
                mention = _named(tree, first, last, places, bodies)
                branch = first < last and land_of_firm(tree, first, sentence, places) == last
                numbered = tree.tokens[last].text.isdigit()
                if branch or numbered or stands_whole(tree, first, last, places):
                    bodies[last] = first
            if mention is not None:
                yield mention
                body = title_before(tree, first, places, bodies).body
                if body is not None and bodies.get(body[1]) == body[0]:
                    continue
                if mention.actor_kind is ActorKind.PERSON and body is not None:
                    name = tree.span(*body).text
                    kind = ActorKind.ORGANISATION
                    yield name_mention(tree, *body, body[0], kind, name, None, None, None)
                if mention.actor_kind is not ActorKind.PERSON:
                    taken.update(range(first, last + 1))
                    taken.update([first - 1] if tree.tokens[first - 1].lower == "the" else ())
        for first in range(sentence.first, sentence.last):
            if first in places and first not in taken and not is_owner(first, held.values()):
                yield party_mention(tree, first, *places[first])


def _named(
    tree: Parse, first: int, last: int, places: Places, whole: Mapping[int, int]
) -> Mention | None:
    """The mention that a name run is, with what stands before it."""
    name = " ".join(tree.span(first, last).text.translate(UNSEEN).split())
    words = name.lower().split()
    title = title_before(tree, first, places, whole)
    bodies = people_words("bodies", "armed_heads") if last > first else people_words("bodies")
    tokens = tree.tokens[first : last + 1]
    told_words = [token.lower for token in tokens]
    state = (
        frozenset()
        if is_of_its_members(told_words)
        else people_words("state_bodies", "armed_heads")
    )
    core = [word for word in words if word not in CONNECTORS]
    if not core:
        return None  # a capital on a particle alone ("De"): the rest was another name
    head_word = words[words.index("of") - 1] if "of" in words[1:] else core[-1]
    if head_word == "bank" and not set(core[:-1]) <= people_words("central_banks", "modifiers"):
        state = frozenset()  # "Malta's Nordkai Bank"
    company = is_body_name(told_words) or is_party_name(tokens)
    company = company or has_company_form(tokens) or ends_in_land(tree, first, last, places)
    told = told_body(tree, first)
    if is_dateline_credit(tree, first, last):
        return name_mention(tree, first, last, first, ActorKind.OUTLET, name, None, None, None)
    if (head_word in bodies or company or told) and not (
        len(words) == 2 and is_given_name(words[0]) and not (told or _behind_article(tree, first))
    ):
        begin = _owner_start(tree, first, places) if head_word in state else first
        party = _party_around(tree, first, last, places) if head_word in state else None
        kind = ActorKind.OUTLET if _is_outlet(words) else ActorKind.ORGANISATION
        return name_mention(tree, begin, last, first, kind, name, None, party, None)
    if len(words) > 2 and words[1] == "of" and words[0] in people_words("territories"):
        # "The Province of Galmara can pay": what governs it; elsewhere it is where.
        kind = ActorKind.PLACE if _is_where(tree, first) else ActorKind.ORGANISATION
        return name_mention(tree, first, last, first, kind, name, None, None, None)
    if len(words) == 1 and fold(words[0]) in AIR and title.office is None:
        return name_mention(tree, first, last, first, ActorKind.OUTLET, name, None, None, None)
    if title.office is not None or title.gender is not None or title.first < first:
        gender = title.gender or told_gender(name)
        return name_mention(
            tree,
            title.first,
            last,
            first,
            ActorKind.PERSON,
            name,
            title.office,
            title.party,
            gender,
        )
    if len(words) > 1 and _is_outlet(words):
        return name_mention(tree, first, last, first, ActorKind.OUTLET, name, None, None, None)
    entity = tree.tokens[last].entity or tree.tokens[first].entity
    several = last > first
    if several and is_told_of_body(tree, first, last):
        entity = "PERSON"
    if (several and is_given_name(words[0])) or _has_initial(tree, first, last):
        kind = ActorKind.PERSON
    elif entity in NEVER_NAMES or (entity in NOT_NAMES and not _acts(tree, first, last)):
        return None
    elif entity == "PERSON" and several:
        kind = ActorKind.PERSON
    elif entity in BY_ENTITY and entity != "PERSON":
        kind = BY_ENTITY[entity]
    else:
        kind = ActorKind.UNKNOWN
    if kind is ActorKind.PERSON and not is_given_name(words[0]):
        venue = bool(people_words("venues") & {fold(words[0]), fold(words[-1])})
        if venue or _is_where(tree, last):
            kind = ActorKind.PLACE
        elif _behind_article(tree, first):
            kind = ActorKind.UNKNOWN  # "the Palmer Raids": people go without an article
    team = first in places and is_team(tree, first, tree.tokens[last])
    if team or (is_placed(first, last, places) and _acts(tree, first, last)):
        kind = ActorKind.ORGANISATION  # "Solen Metro said"
    if kind is ActorKind.PLACE and _acts(tree, first, last):
        kind = ActorKind.UNKNOWN
    if kind is ActorKind.ORGANISATION and _is_bodys_sayer(tree, first, last, places):
        kind = ActorKind.PERSON
    gender = told_gender(name) if kind is ActorKind.PERSON else None
    return name_mention(tree, first, last, first, kind, name, None, None, gender)


def _behind_article(tree: Parse, first: int) -> bool:
    """Tell whether an article stands right before a name: "the *Sami* Council"."""
    return first > 0 and tree.tokens[first - 1].lower == "the"


def _is_bodys_sayer(tree: Parse, first: int, last: int, places: Places) -> bool:
    """Tell whether two words are who says something for a body: "Aslo's *Wim Orton* said"."""
    tokens = tree.tokens
    owned = first > 1 and tokens[first - 1].text in ("'s", "’s")
    owner = tokens[first - 2] if owned else None
    if owner is None or last != first + 1 or not owner.text[:1].isupper():
        return False
    if any(end == owner.i for end, _ in places.values()) or owner.lower in not_actors():
        return False
    plain = all(tokens[i].pos == "PROPN" and tokens[i].text[1:].islower() for i in (first, last))
    says = tokens[last].dep == "nsubj" and tree.head(last).lemma in people_words("saying")
    return plain and says


def _whole(tree: Parse, first: int, last: int, places: Places) -> Mention:
    """The mention of a name whose ends the page tells: a body's, perhaps a state's."""
    name = " ".join(tree.span(first, last).text.translate(UNSEEN).split())
    words = name.lower().split()
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    state = head in people_words("state_bodies", "armed_heads") and not is_of_its_members(words)
    begin = _owner_start(tree, first, places) if state else first
    party = _party_around(tree, first, last, places) if state else None
    kind = ActorKind.OUTLET if _is_outlet(words) else ActorKind.ORGANISATION
    return name_mention(tree, begin, last, first, kind, name, None, party, None)


def _is_where(tree: Parse, last: int) -> bool:
    """Tell whether a name stands where places do: "troops in *Ras Harran*"."""
    governor = tree.head(last)
    inside = tree.tokens[last].dep == "pobj" and governor.i < last
    return inside and governor.lower in ("in", "near", "outside", "inside", "around", "from")


def _owner_start(tree: Parse, first: int, places: Places) -> int:
    """Where the party before a state body begins: "*Maltese* Foreign Ministry"."""
    for start, (end, _) in places.items():
        possessive = end + 2 == first and tree.tokens[end + 1].text in ("'s", "’s")
        if end + 1 == first or possessive:
            return start
    return first


def _has_initial(tree: Parse, first: int, last: int) -> bool:
    return last > first and any(
        len(token.text) == 2 and token.text[1] == "." and token.text[0].isupper()
        for token in tree.tokens[first:last]
    )


def _is_outlet(words: list[str]) -> bool:
    nouns = people_words("outlet_nouns") - {"agency", "site", "network", "press"}
    nouns |= people_words("paper_names") if not is_given_name(words[0]) else frozenset()
    first, last = fold(words[0]), fold(words[-1])
    agency = tuple(words[-2:]) in AGENCIES
    return agency or last in nouns or first in AIR


def _acts(tree: Parse, first: int, last: int) -> bool:
    """Tell whether a name is the subject of a verb, or whom it was done by."""
    return any(
        tree.tokens[i].dep in ("nsubj", "agent")
        or (tree.tokens[i].dep == "pobj" and tree.head(i).dep == "agent")
        for i in range(first, last + 1)
    )


def _party_around(tree: Parse, first: int, last: int, places: Places) -> str | None:
    """The party a state body belongs to: before it, or after its "of"."""
    words = last - first + 1
    for start, (end, entry) in places.items():
        owner = first - 1
        if tree.tokens[owner].text in ("'s", "’s"):
            owner -= 1
        inside = first <= start <= last and tree.tokens[start - 1].lower in ("of", "the")
        between = [token.lower for token in tree.tokens[last + 1 : start]]
        if end == owner and entry.kind is ActorKind.BLOC and words > 1:
            return None  # "the European Bread Agency" is nobody's but its own
        if end == owner or inside or between in (["of"], ["of", "the"]):
            return entry.name
    return None
