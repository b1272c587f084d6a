"""
Descriptions, groups and pronouns: mentions by common nouns and by pointing words.

"The Maltese foreign minister", "two officials", "the delegation", "the alliance", "she".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from verbale.annotate.names.office_words import (
    clause_end,
    elect_head,
    left_edge,
    office_end,
    office_of,
)
from verbale.annotate.places import governs, town_governs
from verbale.annotate.sided import first_party, party_told, tells_side
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import gender_of_title, people_words
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Parse, Token

PERSONAL = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours"})
POINTING = frozenset(
    [
        *PERSONAL,
        *PLURAL,
        "it",
        "its",
        "itself",
        "i",
        "me",
        "my",
        "mine",
        "you",
        "your",
        "who",
        "which",
    ]
)
AGED = 5  # tokens before the "old" of "the 66-year-old"
STANDING = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "agent", "poss", "dative"})
PAIRED = frozenset({"former", "latter"})
SOME = frozenset({"both", "many", "some", "others", "several", "all", "few", "most"})
INSIDE = frozenset({"compound", "amod", "nmod", "npadvmod", "quantmod"})
FORWARD = frozenset({"of", "for", "to", "on", "at"})
LONGEST_OF = 10  # words of an "of" phrase that still belong to the office
INDEFINITE = frozenset({"a", "an", "another", "one", "some", "any", "no"})


def find_descriptions(
    tree: Parse, parties: Mapping[int, Mention], taken: Collection[int]
) -> Iterator[Mention]:
    """
    Yield the mentions that are not names.

    `parties` are the gazetteer mentions by each of their tokens; `taken` are tokens
    that belong to a name already.
    """
    for token in tree.tokens:
        if token.i in taken:
            continue
        if token.lower in POINTING and token.pos in ("PRON", "DET"):
            mention = _pronoun(tree, token)
        elif token.i in parties or (_is_inside(tree, token) and not _is_parted(tree, token)):
            continue
        elif token.lower in PAIRED and _is_one_of_two(tree, token):
            first = token.i - 1
            kind = MentionKind.DESCRIPTION
            mention = _plain(tree, first, token.i, token, kind, ActorKind.UNKNOWN)
        elif (begins := _aged_start(tree, token)) is not None:
            kind = MentionKind.DESCRIPTION
            mention = _plain(tree, begins, token.i, token, kind, ActorKind.PERSON)
        elif token.pos in ("NOUN", "PROPN", "ADJ"):
            mention = _noun(tree, token, parties, taken)
        elif token.lower in SOME and token.dep in ("nsubj", "agent"):
            mention = _plain(tree, token.i, token.i, token, MentionKind.GROUP, ActorKind.GROUP)
        else:
            continue
        if mention is not None:
            yield mention


def _aged_start(tree: Parse, token: Token) -> int | None:
    """Where somebody begins who is told of by an age alone: "*the 66-year-old*" said."""
    if token.lower not in ("old", "olds") or token.i < AGED or token.dep not in STANDING:
        return None
    words = [each.lower for each in tree.tokens[token.i - AGED : token.i]]
    aged = words[0] == "the" and words[1][:1].isdigit() and words[3] == "year"
    return token.i - AGED if aged else None


def _is_inside(tree: Parse, token: Token) -> bool:
    """Tell whether a noun only qualifies another one; before a verb it stands by itself."""
    loose = token.dep == "npadvmod" and tree.head(token.i).pos == "VERB"
    return token.dep in INSIDE and token.head != token.i and not loose


def _is_parted(tree: Parse, token: Token) -> bool:
    """Tell whether a comma parts an office from the name it stands before."""
    head = tree.head(token.i)
    if token.dep != "nmod" or head.i < token.i or office_head(token.lower) is None:
        return False
    return any(tree.tokens[i].text == "," for i in range(token.i, head.i))


def _is_one_of_two(tree: Parse, token: Token) -> bool:
    """Tell whether it is "the former" or "the latter", and no "the former minister"."""
    before = tree.tokens[token.i - 1] if token.i else None
    return (
        before is not None
        and before.lower == "the"
        and token.dep in ("nsubj", "nsubjpass", "pobj", "dobj", "agent", "poss", "conj")
    )


def _pronoun(tree: Parse, token: Token) -> Mention | None:
    if token.lower == "it" and _is_empty_it(tree, token):
        return None
    if token.lower in ("who", "which") and token.dep not in ("nsubj", "nsubjpass"):
        return None
    return Mention(
        0,
        token.start,
        token.end,
        token.text,
        token.i,
        MentionKind.PRONOUN,
        ActorKind.PERSON if token.lower in PERSONAL else ActorKind.UNKNOWN,
        gender=PERSONAL.get(token.lower),
        plural=token.lower in PLURAL,
    )


def _is_empty_it(tree: Parse, token: Token) -> bool:
    """Tell whether an "it" stands for a clause: "it is likely that", "it seems"."""
    verb = tree.head(token.i)
    if token.dep == "expl":
        return True
    if verb.lemma not in ("be", "seem", "appear", "take", "become", "remain", "make", "rain"):
        return False
    if tree.child(verb.i, "ccomp", "xcomp", "csubj", "advcl"):
        return True
    predicates = tree.children(verb.i, "acomp", "attr")
    return any(tree.child(child.i, "ccomp", "xcomp", "acl") for child in predicates)


def _noun(
    tree: Parse, token: Token, parties: Mapping[int, Mention], taken: Collection[int]
) -> Mention | None:
    """The mention a common noun heads, or None where it means nobody."""
    word = token.lower
    if token.pos == "ADJ" and token.dep in ("acomp", "advmod"):
        return None  # "less firm"
    plural = token.tag in ("NNS", "NNPS")
    head = office_head(word) or elect_head(tree, token)
    first = left_edge(tree, token)
    party = party_told(tree, first, token, parties)
    if plural and (word in people_words("groups") or word in people_words("trades") or head):
        return _plain(tree, first, token.i, token, MentionKind.GROUP, ActorKind.GROUP, party)
    if head is not None and not plural:
        return _holder(tree, token, first, party, parties, taken)
    if word in people_words("groups"):
        return _plain(tree, first, token.i, token, MentionKind.GROUP, ActorKind.GROUP, party)
    if (word in people_words("party_bodies") and party is not None) or (
        word in people_words("party_nouns") and not plural
    ):
        kind = ActorKind.PARTY
    elif word in people_words("matters"):
        return None
    elif word in people_words("governed_places") and not plural and governs(tree, token):
        kind = ActorKind.ORGANISATION
    elif not plural and (word in people_words("bodies") or word in people_words("party_bodies")):
        outlet = word in people_words("outlet_nouns")
        kind = ActorKind.OUTLET if outlet else ActorKind.ORGANISATION
    elif _is_at_table(tree, token, plural=plural):
        if plural:
            return _plain(tree, first, token.i, token, MentionKind.GROUP, ActorKind.GROUP, party)
        kind = ActorKind.ORGANISATION
    else:
        return None
    return _plain(tree, first, token.i, token, MentionKind.DESCRIPTION, kind, party)


def _is_at_table(tree: Parse, token: Token, *, plural: bool) -> bool:
    """
    Tell whether a noun that is as often a place, a thing or a bystander is a side here:
    "the smelter refuses", "asked the studios to", and no "works at the smelter".
    """
    one = token.lemma.lower() if plural else token.lower
    several = plural and one in people_words("bodies")
    if not several and one not in people_words("acting"):
        return False
    asked = tree.head(tree.head(token.i).i)
    told = token.dep == "nsubj" and tree.head(token.i).tag == "VB"
    return town_governs(tree, token) or (told and asked.lemma in people_words("asking"))


def _plain(
    tree: Parse,
    first: int,
    last: int,
    head: Token,
    kind: MentionKind,
    actor_kind: ActorKind,
    party: str | None = None,
) -> Mention:
    span = tree.span(first, last)
    plural = kind is MentionKind.GROUP
    return Mention(
        0, span.start, span.end, span.text, head.i, kind, actor_kind, party=party, plural=plural
    )


def _holder(
    tree: Parse,
    token: Token,
    first: int,
    party: str | None,
    parties: Mapping[int, Mention],
    taken: Collection[int],
) -> Mention:
    """A person by office or description, with a short "of" phrase."""
    last = office_end(tree, token)
    of = next(
        (
            each
            for at in dict.fromkeys((token.i, last))
            for each in tree.children(at, "prep")
            if each.lower in FORWARD and each.i > token.i
        ),
        None,
    )
    if of is not None and of.i == last + 1 and tree.child(of.i, "pcomp") is None:
        edge = min(tree.edges(of.i)[1], clause_end(tree, of.i))
        if any(i in taken and i not in parties for i in range(of.i, edge + 1)):
            edge = _plain_edge(tree, of, taken)
        if of.i < edge and edge - of.i <= LONGEST_OF:
            last = edge
            if tells_side(token, of) and tree.child(token.i, "poss") is None:
                party = party or first_party(tree, range(of.i, last + 1), parties)
    office = office_of(tree, first, token, last, parties)
    anonymous = tree.tokens[first].lower in INDEFINITE
    span = tree.span(first, last)
    return Mention(
        0,
        span.start,
        span.end,
        span.text,
        token.i,
        MentionKind.DESCRIPTION,
        ActorKind.ANONYMOUS if anonymous else ActorKind.PERSON,
        office=office,
        party=party,
        gender=gender_of_title(token.text) or gender_of_title(token.lower),
    )


def _plain_edge(tree: Parse, of: Token, taken: Collection[int]) -> int:
    """Where an "of" phrase ends before a name: "head *of sales* at Brightwater"."""
    inside = tree.child(of.i, "pobj")
    if inside is None or any(i in taken for i in range(of.i, inside.i + 1)):
        return of.i
    return inside.i
