"""
The gazetteer: which party a country's name, people, capital or seat stands for.

General geography only: countries, blocs, organisations, outlets, cities. Nobody's
name and no office-holder is in it; those are learnt from the pile. Lists are in
`verbale/terms`; acronyms are matched by case ("US", not "us"), everything else by its
words with an initial capital.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from verbale.gazetteer.entries import Entry, How, aliases, provinces
from verbale.gazetteer.spelling import level
from verbale.lexicon import terms
from verbale.model.mention import ActorKind

__all__ = [
    "Entry",
    "How",
    "country_code",
    "country_of_city",
    "entry_of",
    "is_agency",
    "is_land",
    "is_state",
    "land_of",
    "look_up",
    "match_at",
    "standing_nouns",
]

LEAST_TRANSLATED = 3  # words of a name that is known in another order
JOINTS = frozenset({"the", "of", "for", "on", "in", "and", "to"})


@cache
def look_up(phrase: str) -> Entry | None:
    """
    Find what a phrase stands for; a leading article is passed over.

    >>> look_up("the Maltese").name, look_up("U.S.").name, look_up("us")
    ('Malta', 'United States', None)
    >>> look_up("Organization for Security and Cooperation in Europe").how
    <How.NAME: 'name'>
    >>> look_up("International Agency of the Atomic Energy").name
    'IAEA'
    """
    words = phrase.split()
    if not words:
        return None
    for key in (" ".join(words), " ".join(words[1:]) if words[0].lower() == "the" else ""):
        if not key:
            continue
        found = _exact().get(key)
        if found is None and any(letter.isupper() for letter in key):
            found = _levelled().get(level(key))
        if found is None and " of " in key and key.split()[-1] not in JOINTS:
            found = _translated().get(_content(key))
        if found is not None:
            return found
    return None


def match_at(words: Sequence[str], start: int) -> tuple[int, Entry] | None:
    """
    The longest entry that begins at `words[start]`: how many words, and what.

    >>> match_at(["two", "New", "Zealand", "envoys"], 1)[0]
    2
    """
    longest = _longest().get(level(words[start]), 0)
    if words[start] in ("The", "the") and start + 1 < len(words):
        # "The European Union Agency …" is as long as without its article
        longest = max(longest, 1 + _longest().get(level(words[start + 1]), 0))
    for length in range(min(longest, len(words) - start), 0, -1):
        phrase = " ".join(words[start : start + length])
        if length > 1 and ("'" in phrase or "’" in phrase):
            phrase = phrase.replace(" '", "'").replace(" ’", "’")
        if length > 1 and "/" in phrase:
            phrase = phrase.replace(" / ", "/")  # "the G-77/China", torn by the tokenizer
        found = look_up(phrase)
        if found is not None:
            return length, found
    return None


def entry_of(name: str) -> Entry | None:
    """The entry whose canonical name is `name`, or None."""
    found = look_up(name)
    return found if found is not None and found.name == name else None


def country_code(name: str) -> str | None:
    """
    ISO 3166-1 alpha-3 code of a country by its canonical name.

    >>> country_code("Malta")
    'MLT'
    """
    return str(terms("verbale", "countries")["country"].get(name, {}).get("iso", "")) or None


def country_of_city(city: str) -> str | None:
    """
    The country a city or capital lies in.

    >>> country_of_city("Geneva"), country_of_city("Valletta")
    ('Switzerland', 'Malta')
    """
    return _country_of_city().get(level(city))


def land_of(place: str) -> str | None:
    """
    The land that a place is, or whose town it is; None where no list has it.

    >>> land_of("Malta"), land_of("Valletta"), land_of("Geneva"), land_of("Solen")
    ('Malta', 'Malta', 'Switzerland', None)
    """
    entry = look_up(place)
    if entry is not None and entry.how in (How.CAPITAL, How.NAME):
        return entry.name
    return country_of_city(place)


def is_state(name: str) -> bool:
    """
    Whether a name is a state's, and no bloc's, body's or province's.

    >>> is_state("Malta"), is_state("NATO"), is_state("Front for Bread"), is_state("Bavaria")
    (True, False, False, False)
    """
    entry = look_up(name)
    return entry is not None and entry.kind is ActorKind.PARTY and entry.name not in provinces()


def is_land(name: str) -> bool:
    """
    Whether a name is a state's or a province's.

    >>> is_land("Malta"), is_land("Bavaria"), is_land("NATO")
    (True, True, False)
    """
    return is_state(name) or name in provinces()


@cache
def houses() -> dict[str, str]:
    """
    The countries of parliaments that go by a name of their own.

    >>> houses()["Knesset"]
    'Israel'
    """
    countries = terms("verbale", "countries")["country"]
    return {house: name for name, told in countries.items() for house in told.get("house", ())}


def own_offices(name: str) -> tuple[str, ...]:
    """What nobody but the officers of an organisation is called."""
    return tuple(terms("verbale", "organisations")["organisation"].get(name, {}).get("offices", ()))


def standing_nouns(name: str) -> frozenset[str]:
    """
    Common nouns that may stand for a bloc or organisation once it has been named.

    >>> "alliance" in standing_nouns("NATO")
    True
    """
    entry = terms("verbale", "organisations")["organisation"].get(name, {})
    return frozenset(entry.get("noun", ()))


@cache
def is_agency(name: str) -> bool:
    """Tell whether a name is a news agency's, whose stories others print."""
    return name.removeprefix("the ").removeprefix("The ") in frozenset(
        terms("verbale", "outlets")["agencies"]
    )


@cache
def _exact() -> dict[str, Entry]:
    return dict(aliases())


@cache
def _levelled() -> dict[str, Entry]:
    """By levelled spelling; acronyms and very short words are left to their case."""
    return {level(alias): entry for alias, entry in aliases() if not _by_case(alias)}


@cache
def _translated() -> dict[frozenset[str], Entry]:
    """
    Organisations by the words of their names, whose order a translator may change.
    """
    found: dict[frozenset[str], Entry] = {}
    for alias, entry in aliases():
        words = _content(alias)
        known = found.setdefault(words, entry)
        if known.name != entry.name:
            del found[words]  # of neither
    return {
        words: entry
        for words, entry in found.items()
        if entry.how is How.NAME and len(words) >= LEAST_TRANSLATED
    }


def _content(name: str) -> frozenset[str]:
    """The words of a name that say something."""
    return frozenset(level(name).split()) - JOINTS


def _by_case(alias: str) -> bool:
    return len(alias) <= 3 or (alias.upper() == alias and len(alias) <= 6)


@cache
def _longest() -> dict[str, int]:
    """For each first word, how many words the longest alias beginning with it has."""
    longest: dict[str, int] = {}
    for alias, _ in aliases():
        words = alias.split()
        first = level(words[0])
        # A parser makes three tokens of "Co-operation" and may part an apostrophe.
        length = len(words) + 2 * alias.count("-") + alias.count("'") + alias.count("’")
        longest[first] = max(longest.get(first, 0), length)
        if first == "the" and len(words) > 1:
            second = level(words[1])
            longest[second] = max(longest.get(second, 0), length - 1)
        if "-" in words[0]:
            head = level(words[0].split("-")[0])
            longest[head] = max(longest.get(head, 0), length)
    return longest


@cache
def _country_of_city() -> dict[str, str]:
    found = {
        level(city): country
        for country, cities in terms("verbale", "cities")["city"].items()
        for city in cities
    }
    for country, entry in terms("verbale", "countries")["country"].items():
        for capital in entry["capital"]:
            found[level(capital)] = country
    return found
