"""
Ties: where grammar alone says that two mentions are the same actor.

Appositions ("Ana Vella, the foreign minister,"), copulas ("Vella is the foreign
minister") and joined offices ("foreign minister and chair of the council").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from verbale.annotate.names.bodies import is_body_name, told_body
from verbale.gazetteer import look_up
from verbale.gazetteer.people import is_given_name, people_words
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Parse

# "Its spokeswoman in Valletta, Ana Vella", "the leader of the Front for Bread, Paul Orton"
WORD = r"[A-Z][\w'’.&-]*"
BETWEEN = re.compile(
    rf"(?: (?:in|at|to|for|of) (?:the )?{WORD}(?: (?:(?:of|for|and|the) ){{0,2}}{WORD}){{0,5}})?"
    r"(?:, [A-Z]{2,8}| \([A-Z]{2,8}\))?, "  # "president of the Malta Bread League, MBL, …"
)
PERSONAL = (ActorKind.PERSON, ActorKind.ANONYMOUS)
BEING = frozenset({"be", "become", "remain"})
LONGEST_NAME = 4  # words; a longer run of capitals is a title or a body


def tied_mentions(tree: Parse, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """
    Yield pairs of a description and the name it is tied to, by their indices.
    """
    by_head = {mention.head: mention for mention in mentions}
    for mention in mentions:
        if mention.kind is not MentionKind.DESCRIPTION:
            continue
        for other in (
            _apposition(tree, mention, by_head),
            _copula(tree, mention, by_head),
            *_beside(tree, mention, mentions),
        ):
            if other is None or other is mention or _is_told_otherwise(tree, mention, other):
                continue
            second = max(mention, other, key=lambda each: each.start)
            if second.kind is MentionKind.DESCRIPTION and _is_next_ones(tree, second, mentions):
                continue
            if _same_sort(mention, other):
                yield mention.i, other.i
                yield from _joined(tree, mention, other, by_head)


def may_be_person(mention: Mention) -> bool:
    """
    Tell whether a mention is a person's, or a name that the model may have misread.
    """
    if mention.actor_kind is ActorKind.PERSON:
        return mention.kind is not MentionKind.PRONOUN
    if mention.kind is not MentionKind.NAME or mention.name is None or mention.party is not None:
        return False
    words = mention.name.split()
    return (
        mention.actor_kind in (ActorKind.UNKNOWN, ActorKind.ORGANISATION, ActorKind.PLACE)
        and 2 <= len(words) <= LONGEST_NAME
        and look_up(mention.name) is None
        and not any(word.isupper() and len(word) > 1 for word in words)
        and not people_words("bodies", "venues") & {word.lower() for word in words}
        and words[-1].lower() not in people_words("party_members")
        and not is_body_name([word.lower() for word in words])
        and not _is_team(words)
    )


def _is_team(words: Sequence[str]) -> bool:
    """Tell whether a town and a plural may name its club: "Solen Rovers"."""
    return (
        len(words) > 1
        and words[-1].endswith("s")
        and look_up(words[0]) is not None
        and not is_given_name(words[0])
    )


def _same_sort(description: Mention, name: Mention) -> bool:
    if description.actor_kind in PERSONAL:
        return may_be_person(name)
    if name.name is None:
        return False
    return name.actor_kind not in (ActorKind.PERSON, ActorKind.PLACE)


def _is_told_otherwise(tree: Parse, mention: Mention, name: Mention) -> bool:
    """Tell whether another noun says what a body is: "union at the *carrier* Brightwater"."""
    begins = tree.token_at(name.start)
    if mention.actor_kind is not ActorKind.ORGANISATION or begins is None:
        return False
    return told_body(tree, begins.i) and begins.i - 1 != mention.head


def _apposition(tree: Parse, mention: Mention, by_head: Mapping[int, Mention]) -> Mention | None:
    """The name a description is an apposition to, or that is one to it."""
    token = tree.tokens[mention.head]
    bare = mention.text.lower() == token.lower and mention.actor_kind is ActorKind.ORGANISATION
    if bare and token.dep == "appos":
        return None  # "Brightwater, *union* meet": a headline's "and"
    if token.dep == "appos":
        return by_head.get(token.head)
    for child in tree.children(token.i, "appos"):
        if child.i in by_head:
            return by_head[child.i]
    for preposition in tree.children(token.i, "prep"):
        # "The largest party in Solen, *New Way*, said"
        where = tree.child(preposition.i, "pobj")
        place = by_head.get(where.i) if where is not None else None
        name = tree.child(where.i, "appos") if where is not None else None
        if place is None or name is None or place.actor_kind is not ActorKind.PLACE:
            continue
        found = by_head.get(name.i)
        if found is not None and found.actor_kind is not ActorKind.PLACE:
            return found
    return None


def _copula(tree: Parse, mention: Mention, by_head: Mapping[int, Mention]) -> Mention | None:
    """The subject of "is" whose predicate the description is; not under a negation."""
    token = tree.tokens[mention.head]
    verb = tree.head(token.i)
    if token.dep != "attr" or verb.lemma not in BEING or tree.child(verb.i, "neg"):
        return None
    if any(child.tag == "MD" for child in tree.children(verb.i, "aux")):
        return None
    subject = tree.child(verb.i, "nsubj")
    return by_head.get(subject.i) if subject is not None else None


def _beside(tree: Parse, mention: Mention, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """People told of right after or before the description, with one comma between."""
    if mention.actor_kind not in PERSONAL or tree.tokens[mention.head].dep == "poss":
        return
    for step in (1, 2, 3, 4, -1, -2, -3, -4):
        at = mention.i + step
        if not 0 <= at < len(mentions):
            continue
        other = mentions[at]
        if not may_be_person(other) or tree.tokens[other.head].dep == "poss":
            continue
        left, right = (mention, other) if step > 0 else (other, mention)
        if not BETWEEN.fullmatch(tree.text, left.end, right.start):
            continue
        if step > 0 and not _closed(tree.text, right.end):
            continue
        if step < 0 and mention.actor_kind is ActorKind.ANONYMOUS and other.office:
            continue
        if step < 0 and _opens_clause(tree, mention):
            continue
        if step > 0 and _closes_front(tree, mention, other):
            continue
        yield other


def _opens_clause(tree: Parse, mention: Mention) -> bool:
    """
    Tell whether a description after a comma is the subject that a fronted phrase waits for.

    "Asked about the plan of Ana Vella, *the minister* said": nothing closes an apposition.
    """
    head = tree.tokens[mention.head]
    after = tree.token_at(mention.end) or next(
        (token for token in tree.tokens[head.i + 1 :] if token.start >= mention.end), None
    )
    if head.dep not in ("nsubj", "nsubjpass") or after is None or after.pos == "PUNCT":
        return False
    first = tree.tokens[tree.sentence_of(head.i).first]
    return first.pos in ("ADP", "SCONJ", "VERB", "ADV") and first.i < head.i


def _closes_front(tree: Parse, mention: Mention, name: Mention) -> bool:
    """
    Tell whether the comma between a description and a name closes what is fronted.

    "According to the minister, *Ana Vella* promised more": she is not the minister.
    """
    subject = tree.tokens[name.head].dep in ("nsubj", "nsubjpass")
    sentence = tree.sentence_of(mention.head)
    fronted = tree.tokens[mention.head].dep == "pobj" and (
        tree.tokens[sentence.first].dep == "prep" or tree.tokens[sentence.first].tag == "VBG"
    )
    closed = tree.text[name.end : name.end + 1] in (",", "(")
    return subject and fronted and not closed


def _is_next_ones(tree: Parse, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """
    Tell whether a description after a described name belongs to the name after it.

    "Hal Orr, chairman of the board, *the minister of trade*, Ana Vella, met …"
    """
    before = [
        other for other in mentions[max(0, mention.i - 4) : mention.i] if other is not mention
    ]
    behind = mentions[mention.i + 1 : mention.i + 5]
    follows = any(
        other.kind is MentionKind.NAME
        and may_be_person(other)
        and tree.text[mention.end : other.start] == ", "
        for other in behind
    )
    described = any(
        other.kind is MentionKind.DESCRIPTION
        and other.actor_kind is ActorKind.PERSON
        and tree.text[other.start - 2 : other.start] == ", "
        and tree.text[other.end : mention.start].endswith(", ")
        and "." not in tree.text[other.end : mention.start]
        for other in before
    )
    return follows and described


def _closed(text: str, end: int) -> bool:
    """Tell whether what follows ends an apposition rather than goes on with a list."""
    following = text[end : end + 5]
    return not following.startswith((" and ", " or "))


def _joined(
    tree: Parse, mention: Mention, name: Mention, by_head: Mapping[int, Mention]
) -> Iterator[tuple[int, int]]:
    """Further offices joined to a tied one by "and"."""
    for child in tree.children(mention.head, "conj"):
        other = by_head.get(child.i)
        if (
            other is not None
            and other.kind is MentionKind.DESCRIPTION
            and other.actor_kind is ActorKind.PERSON
            and (
                not other.text.lower().startswith(("the ", "his ", "her ", "its ", "their "))
                or _closes_together(tree, mention, name, other)
            )
        ):
            yield other.i, name.i


def _closes_together(tree: Parse, mention: Mention, name: Mention, other: Mention) -> bool:
    """
    Tell whether commas close two offices as one person's: "Ana Vella, Malta's envoy and *the
    spokeswoman for the group*, said".
    """
    opens = tree.text[name.end : mention.start] == ", "
    at = tree.edges(other.head)[1] + 1
    if not opens or at + 1 >= len(tree.tokens) or tree.tokens[at].text != ",":
        return False
    subject = tree.tokens[name.head].dep == "nsubj"
    return subject and tree.tokens[at + 1].tag in ("VBD", "VBZ", "VBP", "MD")
