"""
Body evidence: names of companies and clubs that the model takes for people.

"Rovan Wohnen said" reads like a person's name. What a page says around it tells otherwise:
its chief executive, its shares, a spokeswoman with the name before her office; and people go
by their last word, companies by their first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.annotate.names.office_words import office_end
from verbale.gazetteer import look_up
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import begins_with_family, is_given_name, people_words
from verbale.gazetteer.spelling import level
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Parse, Token

DOUBTFUL = frozenset({ActorKind.PERSON, ActorKind.UNKNOWN, ActorKind.PLACE})
OWNING = frozenset({"of", "at", "with", "in"})
MOST_WORDS = 4  # of a name that may be a person's


def with_bodies(tree: Parse, names: Sequence[Mention]) -> list[Mention]:
    """The names of a page, with those made bodies that the page tells to be none of people."""
    doubtful = [name for name in names if _is_doubtful(name)]
    if not doubtful:
        return list(names)
    told = {level(name.name or "") for name in doubtful if _is_told(tree, name)}
    weak = [name for name in doubtful if not _is_given(name)]
    told.update(_called_by_first(names, weak))
    if not told:
        return list(names)
    return [
        replace(name, actor_kind=ActorKind.ORGANISATION, gender=None)
        if _is_doubtful(name) and level(name.name or "") in told
        else name
        for name in names
    ]


def _is_doubtful(mention: Mention) -> bool:
    """Tell whether nothing but the model tells that a name is a person's."""
    words = (mention.name or "").split()
    return (
        mention.kind is MentionKind.NAME
        and mention.actor_kind in DOUBTFUL
        and mention.office is None
        and mention.party is None
        and 1 <= len(words) <= MOST_WORDS
        and mention.text == mention.name  # no title before it
        and not any(len(word) == len("A.") and word.endswith(".") for word in words)
        and look_up(mention.name or "") is None
    )


def _is_given(mention: Mention) -> bool:
    """Tell whether a name begins as people's do: only an officer of its own speaks against it."""
    words = (mention.name or "").split()
    return len(words) == 1 or mention.gender is not None or any(map(is_given_name, words[:-1]))


def _is_told(tree: Parse, name: Mention) -> bool:
    """Tell whether the words around a name are of a body's: its office, its shares."""
    tokens = list(tree.tokens_in(name.start, name.end))
    if not tokens:
        return False
    first, last = tokens[0], tokens[-1]
    if _is_behind_office(tree, first, given=_is_given(name)):
        return True
    following = tree.tokens[last.i + 1] if last.i + 1 < len(tree.tokens) else None
    if following is None or following.sentence != last.sentence:
        return False
    if following.text in ("'s", "’s", "'", "’"):
        owned = tree.head(last.i)
        return owned.i > last.i and _is_bodys(
            tree, owned, given=_is_given(name), club=name.actor_kind is not ActorKind.PERSON
        )
    return False


def _is_behind_office(tree: Parse, first: Token, *, given: bool) -> bool:
    """Tell whether a name stands behind an office of a body: "chief executive *of* it"."""
    at = first.i - 1
    if at > 0 and tree.tokens[at].lower == "the":
        at -= 1
    if at < 1 or tree.tokens[at].lower not in OWNING:
        return False
    before = tree.tokens[at - 1]
    if before.lower in people_words("owned_by_bodies"):
        return True
    head = office_head(before.lower)
    if given and not _is_high(tree, before):
        return False  # "the manager of Ana Vella"
    return head in people_words("body_offices") and tree.tokens[at].lower in ("of", "at")


def _is_bodys(tree: Parse, owned: Token, *, given: bool, club: bool) -> bool:
    """Tell whether only a body has such a thing or officer."""
    anybodys = people_words("owned_by_anybody") if given else frozenset()
    if owned.lower in people_words("owned_by_bodies") - anybodys:
        return True
    if given:
        return _is_high(tree, owned, club=club)
    words = {child.lower for child in tree.children(owned.i, "amod", "compound")}
    told = office_head(tree.tokens[office_end(tree, owned)].lower)
    return told == "executive" or (told in ("director", "manager", "officer") and bool(words))


def _is_high(tree: Parse, office: Token, *, club: bool = False) -> bool:
    """Tell whether an office is one that only companies or clubs have: "*managing* director"."""
    words = " ".join(token.lower for token in tree.tokens[max(office.i - 2, 0) : office.i + 2])
    if club and office.lower in people_words("club_offices"):
        return True
    return any(told in words for told in people_words("company_offices"))


def _called_by_first(names: Sequence[Mention], doubtful: Sequence[Mention]) -> Iterator[str]:
    """Names whose first word stands alone on the page as a name, and the last one never."""
    single = {level(name.name) for name in names if name.name and " " not in name.name}
    for name in doubtful:
        words = level(name.name or "").split()
        if begins_with_family(name.name or ""):
            continue
        if words[-1].endswith(tuple(people_words("surname_ends"))):
            continue  # Icelanders, Ethiopians and others go by their first names
        if words[0] in single and words[-1] not in single:
            yield level(name.name or "")
