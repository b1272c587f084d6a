"""
Titles: the office, party and courtesy words that stand before a person's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from verbale.annotate.names.portfolios import LONGEST_OFFICE, is_matter, starts_portfolio
from verbale.annotate.parsing import UNSEEN
from verbale.gazetteer import Entry, How, look_up
from verbale.gazetteer.offices import office_head, short_office
from verbale.gazetteer.people import (
    gender_of_title,
    is_title,
    people_words,
)
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse, Token

ARTICLES = frozenset({"the", "a", "an"})
LONGEST_LAND = 3  # words: "Papua New Guinea"
NO_BODIES: Mapping[int, int] = MappingProxyType({})
OF_MATTERS = frozenset({"minister", "secretary", "commissioner"})
KEEPERS = frozenset({"minister", "secretary", "undersecretary", "commissioner", "ministers"})
# In a sentence: the first token of each gazetteer entry, its last token, and the entry.
Places = dict[int, tuple[int, Entry]]


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a person's name: where it begins, the office, party and gender."""

    first: int
    office: str | None = None
    party: str | None = None
    gender: str | None = None
    body: tuple[int, int] | None = None  # tokens of a company or body that no list knows


def touches(tree: Parse, i: int) -> bool:
    """Tell whether only a space lies between token `i` and the next."""
    gap = tree.text[tree.tokens[i].end : tree.tokens[i + 1].start]
    return gap in (" ", "") or not gap.translate(UNSEEN).strip(" ")


def title_before(
    tree: Parse, first: int, places: Places, bodies: Mapping[int, int] = NO_BODIES
) -> Title:
    """
    Read what stands before a name, from right to left.

    An office must come first ("*minister* Vella"); words that qualify it, its party and
    an "of" with its portfolio may follow. `bodies` are the bodies of the sentence whose
    names have joints in them: by their last tokens the first ones.
    """
    sentence = tree.sentence_of(first)
    leading = [token.lower for token in tree.tokens[max(sentence.first, first - 2) : first]]
    if leading[-1:] in (["of"], ["for"]) or leading in (["of", "the"], ["for", "the"]):
        return Title(first)  # "the chairman of Brightwater": no name of the chairman's
    ends = {last: start for start, (last, _) in places.items() if last < first}
    ends = {last: start for last, start in ends.items() if last not in bodies}
    at, begin = first - 1, first
    office: list[str] = []
    party = gender = None
    body: tuple[int, int] | None = None
    head_seen = False
    while at >= sentence.first and first - at <= LONGEST_OFFICE:
        token = tree.tokens[at]
        word = token.text.lower()
        if at in bodies:
            if head_seen:
                begin, body = bodies[at], (bodies[at], at)
                party = party or tree.span(begin, at).text
            break
        if at in ends:
            entry = places[ends[at]][1]
            if not head_seen and not _portfolio_of(tree, at, ends[at]):
                # "Briton John Smith": a person of that party.
                if entry.how in (How.PEOPLE, How.ADJECTIVE) and not office:
                    return Title(ends[at], None, entry.name, gender)
                break
            if entry.how is How.SEAT:
                office.insert(0, token.text)
            if not _is_sent_to(office, entry):
                party = party or entry.name
            at = begin = ends[at]
            at -= 1
            if head_seen:
                # "Former Maltese minister": the rank stands before the party.
                if at >= sentence.first and tree.tokens[at].lower in people_words("ranks"):
                    office.insert(0, tree.tokens[at].text)
                    begin = at
                break
            continue
        if (member := _party_of_member(tree, at, sentence.first)) is not None:
            # "Social Democrat Ana Vella", "New Liberal leader Ana Vella"
            begin, party = member[0], party or member[1]
            break
        if word == "." and at > sentence.first and _is_short(tree.tokens[at - 1].text):
            at -= 1  # "Col." that the tokenizer parted
            token, word = tree.tokens[at], f"{tree.tokens[at].lower}."
        short = short_office(
            f"{tree.tokens[at].text.removesuffix('.')}." if word[-1:] == "." else token.text
        )
        short = short if not head_seen and not office else None
        if short is not None:
            head_seen = True
            office.insert(0, short)
        elif is_title(word) and not head_seen and not office:
            gender = gender or gender_of_title(word)
            head_seen = head_seen or office_head(word) is not None
            if office_head(word):
                office.insert(0, token.text)
        elif is_title(word) and head_seen and office_head(word) is None:
            gender = gender or gender_of_title(word)  # "H.E. Judge Vella"
        elif office_head(word) not in (None, "source") and token.tag != "NNS":
            if not head_seen and office and not _portfolio_of(tree, at + 2, at + 2):
                break
            head_seen = True
            gender = gender or gender_of_title(word)
            office.insert(0, token.text)
        elif (
            (head_seen and (word in people_words("modifiers") or word in people_words("bodies")))
            or (head_seen and _is_portfolio(tree, at, office))
            or (
                head_seen
                and word in ("-", "–")
                and tree.tokens[at].end == tree.tokens[at + 1].start
            )
        ):
            office.insert(0, token.text)
        elif head_seen and _may_be_body(token):
            # A body that is not in the lists: "Acme spokesman John Doe".
            start = at
            while start > sentence.first and tree.tokens[start - 1].pos == "PROPN":
                if not touches(tree, start - 1) or (start - 1) in ends:
                    break
                start -= 1
            joined = tree.tokens[start - 1 : start] if start > sentence.first + 1 else ()
            if joined and joined[0].text == "-" and joined[0].end == tree.tokens[start].start:
                start -= 2 if tree.tokens[start - 2].end == joined[0].start else 0
            party = party or tree.span(start, at).text
            body = (start, at)
            begin = start
            break
        elif (
            head_seen and word == "of" and office_head(tree.tokens[at - 1].text) and at > begin - 2
        ):
            office.insert(0, token.text)  # "Deputy of Secretary of State", as some pages write
        elif not head_seen and starts_portfolio(tree, at, first):
            office.insert(0, token.text)
        else:
            break
        begin = at
        at -= 1
    if office and not head_seen:
        return Title(first)
    if head_seen and begin > sentence.first:
        before = tree.tokens[begin - 1]
        if before.lower in ARTICLES:
            begin -= 1
            if before.lower != "the" and not tree.tokens[begin + 1].text[:1].isupper():
                begin += 1
        elif before.text in ("'s", "’s") and begin - 2 in ends:
            party = party or places[ends[begin - 2]][1].name
            begin = ends[begin - 2]
    if not office and party is not None and not head_seen:
        return Title(begin, None, party, gender)
    text = _joined(office)
    return Title(begin, text or None, party, gender, body)


def _is_short(word: str) -> bool:
    """Tell whether a word is a title or office cut short: "Col", "Amb"."""
    return is_title(f"{word.lower()}.") or short_office(f"{word}.") is not None


def _party_of_member(tree: Parse, at: int, floor: int) -> tuple[int, str] | None:
    """Where the name of a party begins that a member's stands for, and the party's name."""
    token = tree.tokens[at]
    if f"{token.lower}s" not in people_words("party_members") or not token.text[:1].isupper():
        return None
    first = at
    while first > floor and tree.tokens[first - 1].text[:1].isupper() and touches(tree, first - 1):
        before = tree.tokens[first - 1]
        if before.pos not in ("PROPN", "ADJ") or office_head(before.lower) is not None:
            break
        if before.lower in people_words("state_nouns") | {"the"}:
            break
        first -= 1
    return first, f"{tree.span(first, at).text}s"


def _may_be_body(token: Token) -> bool:
    """Tell whether a word before an office may be a body's name: "*Acme* spokesman"."""
    letters = token.text.isupper() and token.text.isalpha() and len(token.text) > 2
    return letters or (token.pos == "PROPN" and token.text[:1].isupper())


def _is_portfolio(tree: Parse, at: int, office: list[str]) -> bool:
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
    return alone and (
        office[-1].lower() == "minister" or [*map(str.lower, office)] == ["commissioner"]
    )


def _is_land(tree: Parse, last: int) -> bool:
    """Tell whether a land's name ends at a token: "*Bavaria* Ports Secretary"."""
    names = (tree.span(max(last - back, 0), last).text for back in range(LONGEST_LAND))
    entries = [entry for entry in map(look_up, names) if entry is not None]
    return any(entry.how is How.NAME and entry.kind is ActorKind.PARTY for entry in entries)


def _is_sent_to(office: list[str], entry: Entry) -> bool:
    """Tell whether the body is where somebody is sent: a "UN ambassador" is a state's."""
    words = " ".join(office).lower()
    sent = any(words.endswith(told) for told in people_words("sent_to"))
    return sent and entry.kind is ActorKind.ORGANISATION


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" - ", "-").replace(" – ", "-").replace(" , ", ", ")


def _portfolio_of(tree: Parse, last: int, first: int) -> bool:
    """Tell whether a party stands after an office and "of": "President of X Ana Vella"."""
    before = first - 1
    if before > 0 and tree.tokens[before].lower == "the":
        before -= 1
    return (
        before > 0
        and tree.tokens[before].text in ("of", "for")
        and office_head(tree.tokens[before - 1].text) is not None
    )
