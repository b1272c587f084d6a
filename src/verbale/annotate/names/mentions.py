"""
Named mentions: how the tokens of a name are written down as a mention of somebody.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.names.held import Held, owner_name
from verbale.annotate.parsing import UNSEEN
from verbale.annotate.places import is_place
from verbale.gazetteer import Entry, How
from verbale.gazetteer.people import gender_of_name
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Parse


def party_mention(tree: Parse, first: int, last: int, entry: Entry) -> Mention:
    """The mention of a gazetteer entry: a party where it may act, else a place."""
    head = _head(tree, first, last)
    if entry.how is How.CITY or (
        entry.kind is not ActorKind.OUTLET and is_place(tree, first, last, entry)
    ):
        kind = ActorKind.PLACE
    else:
        kind = entry.kind
    name_first = first + 1 if last > first and tree.tokens[first].lower == "the" else first
    text = tree.span(name_first, last).text
    begin = first
    nominal = tree.tokens[head].dep not in ("amod", "compound", "nmod", "npadvmod")
    if first and tree.tokens[first - 1].lower == "the" and nominal:
        begin = first - 1
    party = None if entry.kind in (ActorKind.OUTLET, ActorKind.PLACE) else entry.name
    span = tree.span(begin, last)
    plural = entry.how is How.PEOPLE
    return Mention(
        0,
        span.start,
        span.end,
        span.text,
        head,
        MentionKind.NAME,
        kind,
        text,
        None,
        party,
        None,
        plural,
    )


def name_mention(
    tree: Parse,
    first: int,
    last: int,
    name_first: int,
    kind: ActorKind,
    name: str,
    office: str | None,
    party: str | None,
    gender: str | None,
) -> Mention:
    """The mention of a name whose own words begin at `name_first`."""
    span = tree.span(first, last)
    head = _head(tree, first, last)
    if not first <= head <= last or (head < name_first and tree.tokens[head].pos == "DET"):
        head = last
    return Mention(
        0,
        span.start,
        span.end,
        span.text,
        head,
        MentionKind.NAME,
        kind,
        name,
        office,
        party,
        gender,
    )


def _head(tree: Parse, first: int, last: int) -> int:
    """The token of a range that hangs on a word outside it; the last one of several."""
    outside = [i for i in range(first, last + 1) if not first <= tree.tokens[i].head <= last]
    roots = [i for i in range(first, last + 1) if tree.tokens[i].head == i]
    subject = [i for i in outside if tree.tokens[i].dep == "nsubj" and tree.tokens[i].head > last]
    found = subject or outside or roots
    # "president of *Bakers* and Millers Local 9": a parser parts what is one name.
    of = [i for i in outside if tree.tokens[i].dep == "pobj" and tree.tokens[i].head < first]
    return (of or found)[-1] if found else last


def told_gender(name: str) -> str | None:
    """The gender that a given name tells; alone it may be a surname."""
    return gender_of_name(name) if " " in name else None


def held_mentions(tree: Parse, held: Held) -> Iterator[Mention]:
    """The mentions of an officer, and of the land or body named between office and name."""
    name = " ".join(tree.span(held.first, held.last).text.translate(UNSEEN).split())
    party, kind = owner_name(tree, held), ActorKind.PERSON
    begins, first, last = held.begins, held.first, held.last
    yield name_mention(tree, begins, last, first, kind, name, held.office, party, told_gender(name))
    if held.entry is not None:
        yield party_mention(tree, *held.owner, held.entry)
    elif party is not None:
        start, end = held.owner
        yield name_mention(tree, start, end, start, ActorKind.ORGANISATION, party, None, None, None)
