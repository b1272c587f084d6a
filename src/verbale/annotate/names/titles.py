"""
Titles: the office, party and courtesy words that stand before a person's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from verbale.annotate.names.portfolios import LONGEST_OFFICE, is_portfolio, starts_portfolio
from verbale.annotate.names.unlisted import body_end, may_be_body
from verbale.annotate.parsing import UNSEEN
from verbale.gazetteer import Entry, How
from verbale.gazetteer.offices import office_head, short_office
from verbale.gazetteer.people import (
    gender_of_title,
    is_title,
    not_actors,
    people_words,
)
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse, Token

ARTICLES = frozenset({"the", "a", "an"})
NO_BODIES: Mapping[int, int] = MappingProxyType({})
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
    floor = tree.sentence_of(first).first
    leading = [token.lower for token in tree.tokens[max(floor, first - 2) : first]]
    if leading[-1:] in (["of"], ["for"]) or leading in (["of", "the"], ["for", "the"]):
        return Title(first)  # "the chairman of Brightwater": no name of the chairman's
    reading = _Leftwards(tree, first, floor, places, bodies)
    while reading.at >= floor and first - reading.at <= LONGEST_OFFICE and reading.goes_on():
        pass
    return reading.title()


def _behind_alias(tree: Parse, first: int, floor: int) -> int:
    """Where what joins a name to an alias begins: 'commander *alias "*Ana Vella"'."""
    at = first - 1
    if at > floor and tree.tokens[at].text in ('"', "“", "‘", "'"):
        at -= 1
    return at if at > floor and tree.tokens[at].lower in people_words("aliases") else first


class _Leftwards:
    """What has been read before a name, word by word to the left, and where it stands."""

    def __init__(
        self, tree: Parse, first: int, floor: int, places: Places, bodies: Mapping[int, int]
    ) -> None:
        self._tree = tree
        self._first = first
        self._floor = floor
        self._places = places
        self._bodies = bodies
        ends = {last: start for start, (last, _) in places.items() if last < first}
        self._ends = {last: start for last, start in ends.items() if last not in bodies}
        self.at = _behind_alias(tree, first, floor) - 1
        self._begin = first
        self._office: list[str] = []
        self._party: str | None = None
        self._gender: str | None = None
        self._body: tuple[int, int] | None = None
        self._head_seen = False

    def goes_on(self) -> bool:
        """Take in what stands here; whether there may be more before it."""
        if self.at in self._bodies:
            if self._head_seen:
                self._begin, self._body = self._bodies[self.at], (self._bodies[self.at], self.at)
                self._party = self._party or self._tree.span(self._begin, self.at).text
            return False
        if self.at in self._ends:
            return self._takes_entry(self._places[self._ends[self.at]][1])
        if (member := _party_of_member(self._tree, self.at, self._floor)) is not None:
            # "Social Democrat Ana Vella", "New Liberal leader Ana Vella"
            self._begin, self._party = member[0], self._party or member[1]
            return False
        if not self._takes_word():
            return False
        self._begin = self.at
        self.at -= 1
        return True

    def _takes_entry(self, entry: Entry) -> bool:
        """Take in a name of the gazetteer: the office's party, or whose child the person is."""
        start = self._ends[self.at]
        if not self._head_seen and not _portfolio_of(self._tree, self.at, start):
            if entry.how in (How.PEOPLE, How.ADJECTIVE) and not self._office:
                self._begin, self._party = start, entry.name  # "Briton John Smith"
            return False
        if entry.how is How.SEAT:
            self._office.insert(0, self._tree.tokens[self.at].text)
        if not _is_sent_to(self._office, entry):
            self._party = self._party or entry.name
        self._begin = start
        self.at = start - 1
        if not self._head_seen:
            return True
        rank = self._tree.tokens[self.at] if self.at >= self._floor else None
        if rank is not None and rank.lower in people_words("ranks"):
            # "Former Maltese minister": the rank stands before the party.
            self._office.insert(0, rank.text)
            self._begin = self.at
        return False

    def _takes_word(self) -> bool:
        """Take in a title, an office, or a word that qualifies the office behind it."""
        token = self._tree.tokens[self.at]
        word = token.text.lower()
        if word == "." and self.at > self._floor and _is_short(self._tree.tokens[self.at - 1].text):
            self.at -= 1  # "Col." that the tokenizer parted
            token = self._tree.tokens[self.at]
            word = f"{token.lower}."
        dotted = f"{token.text.removesuffix('.')}." if word[-1:] == "." else token.text
        unread = not self._head_seen and not self._office
        if unread and (short := short_office(dotted)) is not None:
            self._head_seen = True
            self._office.insert(0, short)
        elif is_title(word) and (unread or (self._head_seen and office_head(word) is None)):
            self._gender = self._gender or gender_of_title(word)  # "H.E. Judge Vella", too
            if unread and office_head(word) is not None:
                self._head_seen = True
                self._office.insert(0, token.text)
        elif office_head(word) not in (None, "source") and token.tag != "NNS":
            further = self.at + 2
            if (
                not self._head_seen
                and self._office
                and not _portfolio_of(self._tree, further, further)
            ):
                return False
            self._head_seen = True
            self._gender = self._gender or gender_of_title(word)
            self._office.insert(0, token.text)
        elif self._qualifies(token, word):
            self._office.insert(0, token.text)
        elif word == "the" and self._is_before_honour():
            pass  # "Works Minister *the* Hon. Ana Vella"
        elif self._head_seen and may_be_body(token):
            self._take_body()
            return False
        elif self._head_seen:
            # "Deputy of Secretary of State", as some pages write
            before = self._tree.tokens[self.at - 1].text
            if word != "of" or not office_head(before) or self.at <= self._begin - 2:
                return False
            self._office.insert(0, token.text)
        elif starts_portfolio(self._tree, self.at, self._first):
            self._office.insert(0, token.text)
        else:
            return False
        return True

    def _is_before_honour(self) -> bool:
        """Tell whether an article stands between an office and a courtesy title."""
        following = self._tree.tokens[self.at + 1].lower
        before = self._tree.tokens[self.at - 1].lower if self.at > self._floor else ""
        return is_title(following) and not self._head_seen and office_head(before) is not None

    def _qualifies(self, token: Token, word: str) -> bool:
        """Tell whether a word stands before an office that it is part of: "*Deputy* Minister"."""
        if not self._head_seen:
            return False
        listed = word in people_words("modifiers") or word in people_words("bodies")
        paramount = word == "paramount" and [each.lower() for each in self._office] == ["chief"]
        listed = listed or paramount
        hyphen = word in ("-", "–") and token.end == self._tree.tokens[self.at + 1].start
        return listed or hyphen or is_portfolio(self._tree, self.at, self._office)

    def _take_body(self) -> None:
        """Take in a body that is not in the lists: "*Acme* spokesman John Doe"."""
        start = self.at
        while start > self._floor and self._tree.tokens[start - 1].pos == "PROPN":
            if not touches(self._tree, start - 1) or (start - 1) in self._ends:
                break
            if self._tree.tokens[start - 1].lower in not_actors():
                break  # "On Monday Corvane chairman Ana Vella said"
            start -= 1
        joint = self._tree.tokens[start - 1] if start > self._floor + 1 else None
        if joint is not None and joint.text == "-" and joint.end == self._tree.tokens[start].start:
            start -= 2 if self._tree.tokens[start - 2].end == joint.start else 0
        end = body_end(self._tree, start, self.at, self._first)
        del self._office[: end - self.at]
        self._party = self._party or self._tree.span(start, end).text
        self._body = (start, end)
        self._begin = start

    def title(self) -> Title:
        """What was read, with the article or the owner before it."""
        if self._office and not self._head_seen:
            return Title(self._first)
        if not self._office and self._party is not None and not self._head_seen:
            return Title(self._begin, None, self._party, self._gender)
        if self._head_seen and self._begin > self._floor:
            self._take_what_opens()
        text = _joined(self._office)
        return Title(self._begin, text or None, self._party, self._gender, self._body)

    def _take_what_opens(self) -> None:
        """Take in "the" before an office, or whose it is: "*Malta's* foreign minister"."""
        before = self._tree.tokens[self._begin - 1]
        if before.lower in ARTICLES:
            small = not self._tree.tokens[self._begin].text[:1].isupper()
            self._begin -= 0 if before.lower != "the" and small else 1
        elif before.text in ("'s", "’s") and self._begin - 2 in self._ends:
            start = self._ends[self._begin - 2]
            self._party = self._party or self._places[start][1].name
            self._begin = start


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
