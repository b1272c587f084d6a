"""
Cores: what is left of a run of capitals once titles and offices are cut off its front.
"""

from __future__ import annotations

from verbale.annotate.names.bodies import CONNECTORS, OWNS, is_body_name, is_party_name
from verbale.annotate.names.own_bodies import is_of_its_members, is_of_people
from verbale.annotate.names.titles import touches
from verbale.gazetteer.offices import office_head, short_office
from verbale.gazetteer.people import is_given_name, is_title, not_actors, people_words
from verbale.model.parse import Parse, Sentence

OWNED_OFFICES = frozenset({"office", "cabinet", "bureau", "secretariat"})


def core_of(tree: Parse, first: int, last: int) -> tuple[int, int] | None:
    """Cut titles and offices off the front of a run; None where no name is left."""
    words = [tree.tokens[i].text.lower() for i in range(first, last + 1)]
    start = 0
    company = len(words) > 1 and (
        is_body_name(words)
        or is_of_its_members(words)
        or is_of_people(words)
        or is_party_name(tree.tokens[first : last + 1])
    )
    for at, word in enumerate(() if company else words):
        if words[at + 1 : at + 2] and words[at + 1] in OWNS:
            break  # "Bishops' Council", "Mayors' Union"
        if word == "royal" and words[at + 1 : at + 2] not in (["highness"], ["highnesses"]):
            continue  # "the Royal Court", "the Royal Palace"
        given_before = at > 0 and is_given_name(words[at - 1]) and not office_head(words[at - 1])
        short = at + 1 < len(words) and short_office(tree.tokens[first + at].text)
        if (office_head(word) or is_title(word) or short) and not given_before:
            start = at + 1
    if start < len(words) and words[start] in CONNECTORS and start > 0:
        start += 1
        if start < len(words) and words[start] == "the":
            start += 1
        while start < len(words) and words[start] in people_words("modifiers") | CONNECTORS:
            start += 1
    if start == 0:
        while start < len(words) - 1 and words[start] in people_words("modifiers"):
            if words[-1] in people_words("bodies") or not is_given_name(words[start + 1]):
                break
            start += 1
    if start >= len(words):
        return None
    if company:
        return first, last
    if start == len(words) - 1 and words[start] in OWNED_OFFICES and _is_holders(tree, last):
        return None  # "the Mayor's *Office*" is told by whose it is
    if start == len(words) - 1 and words[start] in people_words("portfolios"):
        return None
    if start == len(words) - 1 and words[start] in people_words("state_names"):
        return None
    if words[-1] in not_actors() or all(word in not_actors() for word in words[start:]):
        return None
    armed = start + 1 < len(words) and words[-1] in people_words("armed_heads")
    if words[-1] not in people_words("bodies") and all(
        word in people_words("modifiers") and not armed for word in words[start:]
    ):
        return None
    return first + start, last


def _is_holders(tree: Parse, at: int) -> bool:
    """Tell whether a word is owned by who holds an office: "the Mayor's *Office*"."""
    if at < 2 or tree.tokens[at - 1].text not in OWNS:
        return False
    owner = tree.tokens[at - 2]
    return office_head(owner.lower) is not None or owner.lower == "general"


def with_particles(tree: Parse, first: int, sentence: Sentence) -> int:
    """Where a name begins, with small words before it: "*al-*Assad", "*van den* Berg"."""
    at = first
    while at - 1 >= sentence.first and touches(tree, at - 1):
        word = tree.tokens[at - 1].text
        hyphen = word in "-–" and at - 2 >= sentence.first
        if word in people_words("particles") and tree.tokens[at - 1].text.islower():
            at -= 1
        elif hyphen and tree.tokens[at - 2].text.lower() in people_words("particles"):
            at -= 2
        else:
            break
    return at
