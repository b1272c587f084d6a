"""
Office words: how far an office told by common nouns reaches, and what it is called.

"The *vice-president* of the council": the words that say which office it is, without
articles, owners and parties.
"""

from __future__ import annotations

from collections.abc import Mapping

from verbale.gazetteer import How, look_up
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import people_words
from verbale.model.mention import Mention
from verbale.model.parse import Parse, Token

BEFORE = frozenset(
    ["det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "punct"]
)
DASHES = frozenset({"-", "–", "—", "--"})
HYPHENS = frozenset({"-", "–"})
OPENING = frozenset({'"', "“", "``", "„", "«"})


def clause_end(tree: Parse, start: int) -> int:
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


def office_of(
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
            inside.lower in people_words("modifiers", "to_come")
            or inside.dep == "compound"
            or (party is not None and inside.tag != "POS")
            or (inside.text in HYPHENS and bool(kept))
            or tree.tokens[at + 1].text in HYPHENS
        ):
            kept.append(inside.text)
    kept.append(tree.span(token.i, last).text)
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


def left_edge(tree: Parse, token: Token) -> int:
    """The first token of the noun phrase before its head."""
    first = token.i
    for child in sorted(tree.children(token.i, *BEFORE), key=lambda child: -child.i):
        if child.i < token.i and (child.dep != "punct" or child.text == "-"):
            edge = tree.edges(child.i)[0]
            if tree.edges(child.i)[1] + 1 < first and child.dep == "advmod":
                break
            first = min(first, edge)
    joined = _joined_start(tree, first)
    if joined < first:
        first = joined
        opens = tree.tokens[first - 1] if first > tree.sentence_of(first).first else None
        first -= opens is not None and opens.dep in ("det", "poss")
    first = max(first, tree.sentence_of(token.i).first)
    return _behind_mark(tree, _behind_dash(tree, first, token.i), token.i)


def _behind_mark(tree: Parse, first: int, last: int) -> int:
    """Where a phrase begins behind a mark that opens inside it: 'called that "*a chair*'."""
    marks = [at for at in range(first, last) if tree.tokens[at].text in OPENING]
    return marks[-1] + 1 if len(marks) % 2 else first


def _behind_dash(tree: Parse, first: int, last: int) -> int:
    """
    Where a phrase begins that a dash between spaces parts from what the parser gave it:
    "four proposals at talks in Solen - *senior diplomat*".
    """
    for at in range(last - 1, max(first, 1) - 1, -1):
        token = tree.tokens[at]
        apart = tree.tokens[at - 1].end < token.start and token.end < tree.tokens[at + 1].start
        if token.text in DASHES and apart:
            return at + 1
    return first


def office_end(tree: Parse, token: Token) -> int:
    """
    The last token of an office's head: "secretary-*general*", "president-*elect*",
    "director *general*".
    """
    at = token.i + 2
    if at <= len(tree.tokens):
        behind = tree.tokens[at - 1]
        if behind.lower in people_words("behind_offices"):
            second = tree.tokens[at : at + 2]
            if [each.lower for each in second] == ["and", "plenipotentiary"]:
                return second[1].i  # "Ambassador Extraordinary and Plenipotentiary"
            if behind.head == token.i or behind.lower in ("extraordinary", "plenipotentiary"):
                return behind.i
    if at >= len(tree.tokens) or tree.tokens[at - 1].text not in HYPHENS:
        return token.i
    if tree.tokens[at - 1].start != token.end or tree.tokens[at].start != tree.tokens[at - 1].end:
        return token.i
    joined = f"{token.lower}-{tree.tokens[at].lower}"
    goes_on = office_head(joined) is not None or tree.tokens[at].lower in people_words("ranks")
    return at if goes_on else token.i


def elect_head(tree: Parse, token: Token) -> str | None:
    """The office before a "designate" or "elect" that the parser took for the noun."""
    if token.lower not in ("designate", "elect") or token.i < 2:
        return None
    joined = tree.tokens[token.i - 1].text in HYPHENS
    return office_head(tree.tokens[token.i - 2].text) if joined else None


def _joined_start(tree: Parse, first: int) -> int:
    """Where a word joined by hyphens begins: "the *vice*-president"."""
    floor = tree.sentence_of(first).first
    while (
        first - 2 >= floor
        and tree.tokens[first - 1].text in HYPHENS
        and tree.tokens[first - 1].end == tree.tokens[first].start
        and tree.tokens[first - 2].end == tree.tokens[first - 1].start
    ):
        first -= 2
    return first
