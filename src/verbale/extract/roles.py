"""
Roles: from words in the tree to the mentions that are meant.

"We" in a quotation is its speaker; "the answer of the government" names the
government; a head that is no mention lends the one it carries ("Moscow's side").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from verbale.extract.clauses import coordinated
from verbale.extract.companions import beside, told_one_by_one
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
SENDING = (ActorKind.PARTY, ActorKind.ORGANISATION, ActorKind.BLOC, ActorKind.GROUP)
# What joins two surnames to one name of an occasion.
JOINTS = ("-", "–", "/")
PAIR = 2
# How many statements may begin before a place and still reach it.
NESTED = 24
THIRD_PERSON = frozenset(("he", "she", "they", "him", "her", "them", "his", "their"))
FIRST_PERSON = frozenset(("i", "we", "us", "me", "our", "my", "ourselves", "myself"))


def mentions_at(
    annotated: AnnotatedDocument, tokens: Iterable[int], statements: Sequence[Statement]
) -> tuple[int, ...]:
    """Indices of the mentions the nouns at `tokens` mean, in their order, each once."""
    found: list[int] = []
    for i in tokens:
        for head in (i, *beside(annotated, annotated.parse.tokens[i])):
            for mention in _mentions(annotated, head, statements):
                each = _two_in_one(annotated, annotated.mentions[mention]) or [mention]
                found.extend(one for one in each if one not in found)
    return tuple(found)


def _mentions(annotated: AnnotatedDocument, i: int, statements: Sequence[Statement]) -> list[int]:
    tree = annotated.parse
    token = tree.tokens[i]
    if is_first_person(token):
        speaker = speaker_at(token.start, statements)
        return [speaker] if speaker is not None else _own(annotated, token)
    own_body = _own_body(annotated, token, statements)
    if own_body is not None:
        return [own_body]
    mention = annotated.mention_headed(token)
    if mention is None and token.pos == "PRON" and token.dep == "nsubj":
        verb = tree.head(token.i)
        first = tree.child(verb.head, "nsubj") if verb.dep == "conj" else None
        if token.lower == "it" and first is not None and first.i != token.i:
            mention = annotated.mention_headed(first)  # "Arden will not pay, but it is ready to"
    if mention is not None:
        if _would_be_the_speaker(annotated, token, mention, statements):
            return []
        if mention.name is None and token.lemma in words(PACKAGE, "light", "delegates"):
            senders = _senders(annotated, token)
            if len(senders) > 1 or (senders and mention.party is None):
                return senders
        members = told_one_by_one(annotated, token, mention)
        if members:
            named = [annotated.mention_headed(tree.tokens[member]) for member in members]
            return [each.i for each in named if each is not None]
        name = _name_behind(annotated, token) if mention.name is None else None
        if name is not None:
            return [name]
        mere = mention.actor_kind is ActorKind.PLACE and mention.party is None
        return [*_joined(annotated, token), *([] if mere else [mention.i])]
    around = _mention_over(annotated, token.start)
    if around is not None and annotated.mentions[around].head == i:
        return [around]
    for child in tree.children(i, "appos"):
        held = annotated.mention_headed(child)
        if held is not None and held.actor_kind is not ActorKind.PLACE:
            return [held.i]
    for child in tree.children(i, "poss", "compound", "amod", "nmod"):
        held = annotated.mention_headed(child)
        if held is not None:
            return [held.i]
        if is_first_person(child):
            speaker = speaker_at(child.start, statements)
            return [speaker] if speaker is not None else _own(annotated, child)
    for prep in tree.children(i, "prep"):
        if prep.lower in ("of", "from"):
            for noun in tree.children(prep.i, "pobj"):
                held = annotated.mention_headed(noun)
                if held is not None:
                    return [held.i]
    return [around] if around is not None else []


def in_quotation(annotated: AnnotatedDocument, token: Token) -> bool:
    """Tell whether a word stands between quotation marks."""
    at = bisect_right(annotated.quotes, token.start, key=lambda quote: quote.start) - 1
    return at >= 0 and token.start < annotated.quotes[at].end


def _would_be_the_speaker(
    annotated: AnnotatedDocument, token: Token, mention: Mention, statements: Sequence[Statement]
) -> bool:
    """
    Tell whether a "he" or "they" between quotation marks was taken for who is quoted.

    "'He keeps telling us to wait,' Vella said": whoever it is, it is not Vella.
    """
    if token.lower not in THIRD_PERSON or not in_quotation(annotated, token):
        return False
    speaker = speaker_at(token.start, statements)
    if speaker is None:
        return False
    meant, said_by = annotated.references[mention.i].chains, annotated.references[speaker].chains
    if len(meant) != 1 or len(said_by) != 1:
        return False
    other, own = annotated.chains[meant[0]], annotated.chains[said_by[0]]
    return other is own or (other.name is not None and other.name == own.party)


def _two_in_one(annotated: AnnotatedDocument, mention: Mention) -> list[int]:
    """Both of "the second Vella-Rossi meeting", where the page tells of a Vella and a Rossi."""
    joint = next((mark for mark in JOINTS if mark in mention.text), None)
    if joint is None or mention.kind is not MentionKind.NAME:
        return []
    found: list[int] = []
    for part in mention.text.split(joint):
        named = (
            each.i
            for each in annotated.mentions
            if each.i != mention.i
            and each.actor_kind is ActorKind.PERSON
            and each.kind is MentionKind.NAME
            and each.text.split()[-1] == part
        )
        found.extend(i for i in [next(named, None)] if i is not None)
    return found if len(found) == len(mention.text.split(joint)) == PAIR else []


def _own_body(
    annotated: AnnotatedDocument, token: Token, statements: Sequence[Statement]
) -> int | None:
    """Who says "this union", between quotation marks: he speaks of his own."""
    if token.lemma not in words(PACKAGE, "light", "own_bodies"):
        return None
    this = any(child.lower == "this" for child in annotated.parse.children(token.i, "det"))
    if not this or not any(q.start <= token.start < q.end for q in annotated.quotes):
        return None
    return speaker_at(token.start, statements)


def _name_behind(annotated: AnnotatedDocument, token: Token) -> int | None:
    """The body right behind what it is: "the Maltese drug maker Corvo" is Corvo, not Malta."""
    after = annotated.parse.tokens[token.i + 1 : token.i + 2]
    for child in annotated.parse.children(token.i, "appos"):
        first = annotated.parse.edges(child.i)[0]
        held = annotated.mention_headed(child)
        if held is None or held.name is None or not after or first != after[0].i:
            continue
        if held.actor_kind is ActorKind.ORGANISATION:
            return held.i
    return None


def _own(annotated: AnnotatedDocument, token: Token) -> list[int]:
    """A "we" that nobody says is the body's whose own page it stands on."""
    mention = annotated.mention_headed(token)
    meant = mention is not None and bool(annotated.references[mention.i].chains)
    return [mention.i] if mention is not None and meant else []


def _joined(annotated: AnnotatedDocument, token: Token) -> list[int]:
    """Who stands before the "and" of a list read as one name: "the Union and Brum Lines"."""
    tree = annotated.parse
    return [
        held.i
        for child in tree.children(token.i, "nmod", "compound", "npadvmod")
        if tree.child(child.i, "cc") is not None
        and (held := annotated.mention_headed(child)) is not None
        and held.actor_kind not in (ActorKind.PLACE, ActorKind.OUTLET)
        and held.end < token.start
    ]


def _senders(annotated: AnnotatedDocument, token: Token) -> list[int]:
    """Whose delegates they are: "envoys of Arden and Brum", if those can act."""
    tree = annotated.parse
    found: list[int] = []
    if token.tag != "NNS" and token.lemma not in words(PACKAGE, "light", "collective"):
        return found
    ties = list(tree.children(token.i, "prep"))
    ties.extend(again for prep in ties[:] for again in tree.children(prep.i, "conj"))
    for prep in ties:
        if prep.lower not in ("of", "from", "for"):
            continue
        for noun in tree.children(prep.i, "pobj"):
            for i in coordinated(tree, noun.i):
                held = annotated.mention_headed(tree.tokens[i]) or _town(annotated, i)
                if held is None:
                    continue
                if held.party is not None or held.actor_kind in SENDING:
                    found.append(held.i)
    return found


def _town(annotated: AnnotatedDocument, i: int) -> Mention | None:
    """The town or land of "the city of Bergen", which sends delegates as such."""
    tree = annotated.parse
    if tree.tokens[i].lemma not in words(PACKAGE, "light", "places_acting"):
        return None
    named = (
        noun
        for prep in tree.children(i, "prep")
        if prep.lower == "of"
        for noun in tree.children(prep.i, "pobj")
    )
    found = next((annotated.mention_headed(noun) for noun in named), None)
    return replace(found, actor_kind=ActorKind.PARTY) if found is not None else None


def is_first_person(token: Token) -> bool:
    """Tell whether the word is "I", "we" or a form of them, and not the country."""
    return token.lower in FIRST_PERSON and token.text != "US"


def _mention_over(annotated: AnnotatedDocument, offset: int) -> int | None:
    """The mention whose words cover the character at `offset`, the shortest one."""
    at = bisect_right(annotated.mentions, offset, key=lambda mention: mention.start) - 1
    best = None
    for mention in reversed(annotated.mentions[max(at - 4, 0) : at + 1]):
        if mention.start <= offset < mention.end and (
            best is None or mention.end - mention.start < best.end - best.start
        ):
            best = mention
    return best.i if best else None


def speaker_at(offset: int, statements: Sequence[Statement]) -> int | None:
    """The speaker of the innermost statement whose content holds `offset`."""
    found = statement_at(offset, statements)
    return found.speaker if found is not None else None


def statement_at(offset: int, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement whose content holds `offset`, or None."""
    best: Statement | None = None
    # Statements stand in text order; only the last few before a place can cover it.
    at = bisect_right(statements, offset, key=lambda statement: statement.start)
    for statement in statements[max(at - NESTED, 0) : at]:
        if best is not None and statement.end - statement.start >= best.end - best.start:
            continue
        for part in statement.content:
            if part.start <= offset < part.end:
                best = statement
                break
    return best


def statement_told_by(offset: int, statements: Sequence[Statement]) -> Statement | None:
    """The statement whose cue stands at `offset`: "…, the envoy warned"."""
    at = bisect_right(statements, offset, key=lambda statement: statement.start)
    for statement in statements[max(at - NESTED, 0) : at + NESTED]:
        if statement.cue is not None and statement.cue.start <= offset < statement.cue.end:
            return statement
    return None
