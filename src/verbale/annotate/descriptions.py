"""
Descriptions, groups and pronouns: mentions by common nouns and by pointing words.

"The Maltese foreign minister", "two officials", "the delegation", "the alliance", "she".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from verbale.gazetteer import How, look_up
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
PAIRED = frozenset({"former", "latter"})
SOME = frozenset({"both", "many", "some", "others", "several", "all", "few", "most"})
INSIDE = frozenset({"compound", "amod", "nmod", "npadvmod", "quantmod"})
BEFORE = frozenset(
    ["det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "punct"]
)
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
        elif (token.dep in INSIDE and tree.head(token.i).i != token.i) or token.i in parties:
            continue
        elif token.lower in PAIRED and _is_one_of_two(tree, token):
            first = token.i - 1
            kind = MentionKind.DESCRIPTION
            mention = _plain(tree, first, token.i, token, kind, ActorKind.UNKNOWN)
        elif token.pos in ("NOUN", "PROPN", "ADJ"):
            mention = _noun(tree, token, parties, taken)
        elif token.lower in SOME and token.dep in ("nsubj", "agent"):
            mention = _plain(tree, token.i, token.i, token, MentionKind.GROUP, ActorKind.GROUP)
        else:
            continue
        if mention is not None:
            yield mention


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
    plural = token.tag in ("NNS", "NNPS")
    head = office_head(word)
    first = _left_edge(tree, token)
    party = _party(tree, first, token, parties)
    if plural and (word in people_words("groups") or head):
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
    elif word in people_words("bodies") | people_words("party_bodies") and not plural:
        outlet = word in people_words("outlet_nouns")
        kind = ActorKind.OUTLET if outlet else ActorKind.ORGANISATION
    else:
        return None
    return _plain(tree, first, token.i, token, MentionKind.DESCRIPTION, kind, party)


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
    last = token.i
    of = next(
        (t for t in tree.children(token.i, "prep") if t.lower in FORWARD and t.i > token.i), None
    )
    if of is not None and of.i == token.i + 1:
        edge = min(tree.edges(of.i)[1], _clause_end(tree, of.i))
        names = any(i in taken and i not in parties for i in range(of.i, edge + 1))
        if edge - of.i <= LONGEST_OF and not names:
            last = edge
            party = party or _first_party(tree, range(of.i, last + 1), parties)
    office = _office(tree, first, token, last, parties)
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


def _clause_end(tree: Parse, start: int) -> int:
    """The last token before a comma, a relative clause or the end of the sentence."""
    sentence = tree.sentence_of(start)
    for at in range(start, sentence.last):
        if tree.tokens[at].text in (",", ";", "(", "–", "—") or tree.tokens[at].dep == "relcl":
            return at - 1
        if tree.tokens[at].tag in ("WP", "WDT", "VBD", "VBZ", "MD"):
            return at - 1
        if at > start + 1 and tree.tokens[at].lower in ("in", "during", "after", "with", "to"):
            return at - 1
    return sentence.last - 1


def _office(
    tree: Parse, first: int, token: Token, last: int, parties: Mapping[int, Mention]
) -> str:
    """The words of an office without articles, owners, parties and mere praise."""
    kept: list[str] = []
    for at in range(first, token.i):
        inside = tree.tokens[at]
        owner = inside.dep == "poss" or inside.tag == "POS" or _below_owner(tree, at, token.i)
        party = parties.get(at)
        if owner and not (party and _is_seat(party)):
            continue
        if party is not None and not _is_seat(party):
            continue
        if (
            inside.lower in people_words("modifiers")
            or inside.dep == "compound"
            or (party is not None and inside.tag != "POS")
            or (inside.text == "-" and bool(kept))
        ):
            kept.append(inside.text)
    kept.append(token.text)
    if last > token.i:
        kept.append(tree.span(token.i + 1, last).text)
    return " ".join(kept).replace(" - ", "-")


def _is_seat(mention: Mention) -> bool:
    entry = look_up(mention.text)
    return entry is not None and entry.how is How.SEAT


def _below_owner(tree: Parse, at: int, head: int) -> bool:
    """Tell whether a token belongs to a possessor inside the noun phrase of `head`."""
    for above in tree.ancestors(at):
        if above.i == head:
            return False
        if above.dep == "poss":
            return True
    return False


def _left_edge(tree: Parse, token: Token) -> int:
    """The first token of the noun phrase before its head."""
    first = token.i
    for child in sorted(tree.children(token.i, *BEFORE), key=lambda child: -child.i):
        if child.i < token.i and (child.dep != "punct" or child.text == "-"):
            edge = tree.edges(child.i)[0]
            if tree.edges(child.i)[1] + 1 < first and child.dep == "advmod":
                break
            first = min(first, edge)
    return max(first, tree.sentence_of(token.i).first)


def _party(tree: Parse, first: int, token: Token, parties: Mapping[int, Mention]) -> str | None:
    """The party in the words before a noun, or in its "of" phrase."""
    before = _first_party(tree, range(first, token.i), parties)
    if before is not None:
        return before
    for preposition in tree.children(token.i, "prep"):
        if preposition.lower in ("of", "for") and preposition.i == token.i + 1:
            inside = tree.child(preposition.i, "pobj")
            if inside is not None and inside.i in parties:
                return parties[inside.i].party
    return None


def _first_party(tree: Parse, tokens: range, parties: Mapping[int, Mention]) -> str | None:
    for i in tokens:
        if i in parties and parties[i].party and not _is_half(tree, i):
            return parties[i].party
    return None


def _is_half(tree: Parse, i: int) -> bool:
    """Tell whether a party is part of a joined word: the "US" of "US-led" or "US-Maltese"."""
    if i + 1 >= len(tree.tokens):
        return False
    following = tree.tokens[i + 1]
    return following.text in ("-", "–") and following.start == tree.tokens[i].end
