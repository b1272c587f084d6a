"""
Names of companies and bodies: what sort a name tells of, and by which nouns it goes.
"""

from __future__ import annotations

import re
from functools import cache

from verbale.gazetteer.known_bodies import known_kind
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level
from verbale.lexicon import terms

JOINING = frozenset({"the", "of", "for", "and", "&", "de", "la", "des", "du", "s"})
PARTED = re.compile(r"[\s’'-]+")


@cache
def bare_body(name: str) -> tuple[str, ...]:
    """
    The words of a body's name without what only tells its legal form.

    >>> bare_body("Brightwater Motor Inc.")
    ('brightwater', 'motor')
    """
    words = level(name).replace(",", " ").split()
    while len(words) > 1 and words[-1] in people_words("legal_forms"):
        words.pop()
    if len(words) > 1 and words[-1] == "a":
        words.pop()  # of "A/S", cut at its stroke
    return tuple("and" if word == "&" else word for word in words)


@cache
def body_kind(name: str) -> str | None:
    """
    What sort of body a name tells of, by its last word that tells it; before an "of" first.

    >>> body_kind("Northern Bakers' Union"), body_kind("Front for Bread"), body_kind("Brightwater")
    ('union', 'movement', None)
    """
    if (known := known_kind(name)) is not None:
        return known
    words = [word for word in PARTED.split(level(name)) if word]
    if {"ministry", "department", "embassy", "parliament", "office"} & set(words):
        return None
    at = next((i for i, word in enumerate(words) if i and word in ("of", "for")), len(words))
    if words[:1] == ["union"] and {"forces", "resistance"} & set(words[at:]):
        return "movement"
    for word in (*reversed(words[:at]), *words[at:]):
        kind = _marks().get(word)
        if kind is not None:
            return kind
        if word in people_words("company_nouns"):
            return "company"
        if word in people_words("trades"):
            return "union"
        if word in people_words("party_members"):
            return "party"
    return None


@cache
def body_kinds(name: str) -> tuple[str, ...]:
    """
    All sorts that a name tells of: an association of working people is a union too.

    >>> body_kinds("Northern Bakers' Association"), body_kinds("Northern Employers' Association")
    (('league', 'union'), ('league',))
    """
    kind = body_kind(name)
    words = set(PARTED.split(level(name)))
    work = people_words("trades") - people_words("employers") | {"staff", "crew", "employees"}
    if kind in ("league", "group", "committee") and words & work:
        return (kind, "union")
    return (kind,) if kind is not None else ()


@cache
def nouns_of(kind: str) -> frozenset[str]:
    """The nouns by which a body of a kind may be called."""
    return frozenset(level(noun) for noun in terms("verbale", "bodies")["kind"][kind]["nouns"])


@cache
def nouns_standing_alone() -> frozenset[str]:
    """Nouns that may be all a page calls one of the parties: "the union", "the company"."""
    return frozenset().union(*map(nouns_of, ("union", "company", "movement", "church", "tribe")))


def is_called(name: str, noun: str) -> bool:
    """
    Tell whether a body of that name may be called by a noun: by a word of it, or its kind.

    >>> is_called("Brightwater Foods", "company"), is_called("Northern Bakers' Union", "company")
    (True, False)
    """
    told = not (level(noun) in people_words("works_for") and lends(name))
    kinds = body_kinds(name) if told else ()
    return calls_itself(name, noun) or any(level(noun) in nouns_of(kind) for kind in kinds)


@cache
def lends(name: str) -> bool:
    """
    Tell whether a company's name says that it lends or invests, and makes or runs nothing.

    >>> lends("Brightwater Capital"), lends("Brightwater Steel")
    (True, False)
    """
    return bool(people_words("investing") & {level(name).split()[-1], *bare_body(name)[-1:]})


@cache
def calls_itself(name: str, noun: str) -> bool:
    """
    Tell whether a noun is a word of a body's name, and not of a body of another sort.

    >>> calls_itself("Union of Airline Pilots", "union")
    True
    >>> calls_itself("Union of Airline Pilots", "airline")
    False
    """
    if not has_word(name, noun):
        return False
    kind, sorts = body_kind(name), _kinds_called(level(noun))
    return kind is None or not sorts or kind in sorts


@cache
def same_sort(noun: str, other: str) -> bool:
    """
    Tell whether two nouns may call one body.

    >>> same_sort("airline", "company"), same_sort("union", "company")
    (True, False)
    """
    return bool(_kinds_called(level(noun)) & _kinds_called(level(other)))


@cache
def _kinds_called(noun: str) -> frozenset[str]:
    """The sorts of bodies that a noun may call."""
    return frozenset(kind for kind in terms("verbale", "bodies")["kind"] if noun in nouns_of(kind))


@cache
def has_word(name: str, word: str) -> bool:
    """Tell whether a word is one of a body's name: "dockers" of "Northern Dockers' Union"."""
    return level(word) in PARTED.split(level(name))


@cache
def _marks() -> dict[str, str]:
    kinds = terms("verbale", "bodies")["kind"]
    found: dict[str, str] = {}
    for kind, lists in kinds.items():
        for mark in lists["marks"]:
            found.setdefault(level(mark), kind)
    return found


@cache
def body_words(name: str) -> str:
    """
    A body's name for comparing: levelled, without articles, joining words and marks.

    >>> body_words("Union of the Forces of Bread") == body_words("Union of Forces for Bread")
    True
    >>> body_words("Education Ministry") == body_words("Ministry of Education")
    True
    """
    words = [word for word in PARTED.split(level(name)) if word and word not in JOINING]
    if "foreign" in words and {"ministry", "department"} & set(words):
        words = [word for word in words if word != "affairs"]
    if words[:1] in (["ministry"], ["department"]) and level(name).split()[1:2] in (
        ["of"],
        ["for"],
    ):
        words = [*words[1:], words[0]]
    return " ".join(words) or level(name)


@cache
def head_word(name: str) -> str | None:
    """
    What a name of several words says the body is, before what it is of or for.

    >>> head_word("Border Commission"), head_word("Movement for Bread"), head_word("Movement")
    ('commission', 'movement', None)
    """
    words = level(name).split()
    at = next((i for i, word in enumerate(words) if i and word in ("of", "for")), len(words))
    return words[at - 1] if len(words) > 1 else None


@cache
def short_of(name: str) -> str | None:
    """
    A body's name without the words that say what sort of company it is.

    >>> short_of("Brightwater Breweries"), short_of("Brightwater")
    ('brightwater', None)
    """
    words = bare_body(name)
    trades = people_words("bodies", "legal_forms", "company_nouns") | _nations()
    kept = len(words)
    while kept > 1 and words[kept - 1] in trades:
        kept -= 1
    return " ".join(words[:kept]) if kept < len(words) and words[kept - 1] not in trades else None


@cache
def _nations() -> frozenset[str]:
    """What a people's body is called by behind its name: "the Orlan *Nation*"."""
    return frozenset(terms("verbale", "bodies")["kind"]["tribe"]["marks"])
