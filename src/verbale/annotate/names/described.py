"""
Described bodies: those that a page tells of in small letters only: "the tram drivers'
union", "Solen city council", "the transit authority".

Most of them have a name that this page does not give. The words are as good as one: they
keep the body apart from others, and the pile finds whose name they are part of.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.annotate.coreference.entities import Entity
from verbale.gazetteer.bodies import has_word, nouns_of
from verbale.gazetteer.people import people_words
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Parse, Token

REPRESENTING = frozenset({"represent", "organise", "organize"})
OPENING = frozenset({"the", "this", "that"})
INSIDE = frozenset({"compound", "poss", "case", "amod", "nmod", "punct", "det"})
NAMING = frozenset({"NOUN", "PROPN"})
ANY_BODYS = frozenset({"board", "department", "club", "trust", "watchdog", "regulator", "cartel"})
UNTOLD = frozenset({"a", "an", "another", "any", "some", "no", "each", "every", "one"})
MOST_WORDS = 6


def workers() -> frozenset[str]:
    """Working people, in the plural."""
    return people_words("trades") | {"staff", "members", "crew", "crews"}


def described_name(tree: Parse, mention: Mention) -> str | None:
    """
    The words by which a page knows a body that it does not name; None where they are any
    body's, or another's than the one meant.
    """
    head = tree.tokens[mention.head]
    plain = mention.kind is MentionKind.DESCRIPTION and mention.party is None
    body = mention.actor_kind in (ActorKind.ORGANISATION, ActorKind.PARTY)
    if not plain or not body or head.tag != "NN" or head.lower not in people_words("described"):
        return None
    of = _represented(tree, head)
    if of is not None:
        return f"{of}' {head.lower}"
    begins = tree.token_at(mention.start)
    if begins is None or begins.i == head.i or begins.lower in UNTOLD:
        return None
    first = begins.i + (begins.lower in OPENING)
    words = tree.tokens[first : head.i]
    if not words or len(words) > MOST_WORDS or not all(map(_may_tell, words)):
        return None
    told = any(w.pos in NAMING and w.lower not in people_words("modifiers") for w in words)
    definite = begins.i < first or words[0].text[:1].isupper()
    return tree.span(first, head.i).text if told and definite else None


def is_another(told: str, found: Sequence[Entity]) -> bool:
    """
    Tell whether such words are of none of the bodies found by their sort: a "city council" is
    no transit authority. A company goes by many nouns: "the tram operator".
    """
    noun = told.split()[-1].lower()
    if noun in nouns_of("company") | nouns_of("union") or noun in ANY_BODYS:
        return False
    names = [entity.name or "" for entity in found]
    words = [word for word in told.split() if word.islower()]
    return not any(has_word(name, word) for name in names for word in words)


def _may_tell(word: Token) -> bool:
    """Tell whether a word before a body's noun says which one it is, and not which of two."""
    return (
        word.dep in INSIDE
        and word.lower not in people_words("telling_apart", "opposing", "rebels")
        and word.lower not in people_words("empty_office_words")
        and word.tag not in ("JJR", "JJS", "RBS", "CD", "PRP$", "VBG", "VBN")
        and word.text not in (",", "(", ")")
    )


def _represented(tree: Parse, head: Token) -> str | None:
    """Whom a union is said to be of: "the union representing Solen's *tram drivers*"."""
    for verb in tree.children(head.i, "acl", "relcl"):
        of = tree.child(verb.i, "dobj") if verb.lemma in REPRESENTING else None
        if of is not None and of.lower in workers():
            first = of.i
            while tree.tokens[first - 1].dep == "compound" and tree.tokens[first - 1].head == of.i:
                first -= 1
            return tree.span(first, of.i).text.lower()
    return None
