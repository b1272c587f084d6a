"""
Figures: the numbers of a page with their units, exactness and part, by their words alone.

"Three kilometres", "3 km" and "one kilometre and a half" are of one unit, and so are
people by whatever name; "$", "dollars" and "USD" are one coin. What a number is of stands
beside it, and whether it is asked, given or told as a fact in the words before it.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from verbale.lexicon import alternatives, terms
from verbale.link.figures.counting import YEARS, unit_of, value_of
from verbale.link.issues.phrases import read_phrase
from verbale.model.document import Passage
from verbale.model.extraction import Extraction
from verbale.model.span import Span

PACKAGE = "verbale.link"
# The words on either side of a number that tell what it is of.
BESIDE = 9
# Those that tell whose part it is: "a reply of four pages".
CLOSE = 4
# The words on either side that may tell that it has changed.
NEAR = 5
# How many words before a number may say what part it plays.
BEFORE = 20
PERSON = "person"
MONTHS = tuple(month for month in month_name if month)
SIGNS = {"$": "dollar", "€": "euro", "£": "pound"}
WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")
HALF = re.compile(r"^(?: \w+)? and (?:a|one) half\b", re.IGNORECASE)
# "Twelve of our sailors", "three of the seats".
OUT_OF = re.compile(r" of (?:the|our|its|their|his|her|these|those)(?= )", re.IGNORECASE)
# "From 31 to 40".
RANGE = re.compile(r"(?: \w+)? to [\d$€£]")
# Up to three words in a row behind a number.
PLAIN = re.compile(r"(?: [^\W\d_]+(?:[’'-][^\W\d_]+)*){1,3}")
# "The number of boats at 31", "the number of schools to be closed to 40".
NUMBER_OF = re.compile(
    r"\b(?:number|total|tally|toll|count) of (?P<behind>[^.,;:()\d]{1,60}?)"
    r" (?:at|to|is|was|by|reached|of)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """
    A number and what it is of, in a page's words.

    `told` is the value with its qualifier, `noun` the noun counted, `close` and `beside` the
    stems next to it, `around` those of its sentence. `role` is "asked", "given", "maybe" or
    "". `stale`: told as gone by or as a part, `anew` as changed since; `instead` is the number
    that it is told not to be.
    """

    document: str
    passage: Passage
    value: float
    told: str
    unit: str
    noun: str
    close: frozenset[str]
    beside: frozenset[str]
    around: frozenset[str]
    role: str
    stale: bool
    anew: bool
    instead: float | None

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands."""
        return self.document, self.passage.start


def figures_in(extraction: Extraction) -> Iterator[Figure]:
    """Each number of a page that has a unit."""
    for sentence in extraction.sentences:
        for match in _number().finditer(sentence.text):
            figure = _read(extraction, sentence, match)
            if figure is not None:
                yield figure


def _listed(table: str, name: str) -> frozenset[str]:
    return frozenset(terms(PACKAGE, "figures")[table][name])


@cache
def _number() -> re.Pattern[str]:
    """A number with its qualifier, its coin and its scale."""
    numbers = alternatives(terms(PACKAGE, "counts")["numbers"])
    lists = terms(PACKAGE, "figures")
    scale = alternatives(lists["scale"])
    before = alternatives(lists["qualifiers"])
    coins = r"[$€£]|(?:EUR|USD|GBP) ?"
    return re.compile(
        rf"(?<![\w.,:/-])(?:(?P<qualifier>{before}) )?(?P<coin>{coins})?"
        rf"(?P<number>\d{{1,3}}(?:[, ]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:{numbers})\b)"
        rf"(?P<half> and a half)?(?:[ -]?(?P<scale>(?:{scale})\b))?(?![\w:/]|[.,]\d|-\d)",
        re.IGNORECASE,
    )


@cache
def _units() -> tuple[tuple[str, str], ...]:
    """Each spelling of a unit with the unit, the longest first."""
    table = terms(PACKAGE, "figures")["units"]
    pairs = [(spelling, unit) for unit, spellings in table.items() for spelling in spellings]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _read(extraction: Extraction, sentence: Span, match: re.Match[str]) -> Figure | None:
    text = sentence.text
    behind = text[match.end() :]
    coin = (match["coin"] or "").strip()
    unit, noun, length = _unit(behind)
    counted = NUMBER_OF.search(text[: match.start()].rstrip())
    if not unit and counted is not None:
        unit, noun, _ = _unit(" " + counted["behind"])
    if coin:
        unit, noun, length = SIGNS.get(coin, _coin(coin)), coin, 0
    digits = match["number"].replace(" ", "")
    if not unit or (digits.isdigit() and int(digits) in YEARS and not match["scale"]):
        return None
    value = value_of(digits)
    if match["half"] or HALF.match(behind[length:]):
        value += 0.5
    if match["scale"]:
        value *= terms(PACKAGE, "figures")["scale"][match["scale"].lower()]
    start = (
        match.start("qualifier")
        if match["qualifier"]
        else match.start("coin" if coin else "number")
    )
    end = match.end() + length
    before, after = WORD.findall(text[:start]), WORD.findall(text[end:])
    passage = Passage(
        extraction.document.id,
        sentence.start + start,
        sentence.start + end,
        text[start:end],
    )
    own = read_phrase(noun).stems
    return Figure(
        document=extraction.document.id,
        passage=passage,
        value=value,
        told=" ".join(filter(None, [(match["qualifier"] or "").lower(), f"{value:.12g}"])),
        unit=unit,
        noun=noun,
        close=_stems(" ".join([*before[-CLOSE:], *after[:CLOSE]])),
        beside=_stems(" ".join([*before[-BESIDE:], noun, *after[:BESIDE]])),
        around=_stems(text) | own,
        role=_role(before, after) or ("given" if before[-1:] == ["within"] else ""),
        stale=_is_stale(text[:start], text[end:], unit in terms(PACKAGE, "figures")["units"]),
        anew=_is_anew([*before[-NEAR:], *after[:NEAR]])
        or _is_added([*before[-1:], *WORD.findall(behind[:length]), *after[:1]], noun),
        instead=_denied(text[:start], text[end:]),
    )


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    """What words tell, and the months among them: "from October" tells an offer from others."""
    months = frozenset(month for month in MONTHS if month in text)
    return read_phrase(text).stems | months


def _coin(sign: str) -> str:
    table = terms(PACKAGE, "figures")["units"]
    return next((unit for unit, spellings in table.items() if sign.lower() in spellings), "")


def _unit(behind: str) -> tuple[str, str, int]:
    """The unit a number has, the noun as written, and where it ends."""
    lower = behind.lower()
    for spelling, unit in _units():
        gap = "" if spelling == "%" and lower.startswith("%") else " "
        told = gap + spelling
        if lower.startswith(told) and not lower[len(told) : len(told) + 1].isalpha():
            return unit, spelling, len(told)
    of = OUT_OF.match(behind)
    skipped = of.end() if of is not None else 0
    plain = PLAIN.match(behind[skipped:])
    noun, length = unit_of(plain.group()) if plain is not None else ("", 0)
    if not noun:
        return "", "", 0
    length += skipped
    person = is_person(noun) or _members_of().match(behind[skipped:]) is not None
    return (PERSON if person else _thing(noun)), noun, length


@cache
def _members_of() -> re.Pattern[str]:
    """Members that are persons: "17 members of the gendarmerie"; "28 members" may be states."""
    bodies = alternatives(terms(PACKAGE, "figures")["persons"]["bodies"])
    return re.compile(rf" members of \w+ (?:[^\W\d]+ )?(?:{bodies})\b", re.IGNORECASE)


def _thing(noun: str) -> str:
    """What is counted, by whatever of its names: the stem of a noun that has only one."""
    return _things().get(noun) or _stem_of(noun)


@cache
def _things() -> dict[str, str]:
    table = terms(PACKAGE, "figures")["things"]
    return {name: unit for unit, names in table.items() for name in names}


def unit_behind(behind: str) -> str:
    """The unit of a number that stands before these words."""
    return _unit(behind)[0]


def is_person(noun: str) -> bool:
    """Whether a noun, in its plural, is of human beings: "sailors"."""
    if noun in _listed("persons", "things"):
        return False
    return noun in _listed("persons", "nouns") or noun.endswith(
        tuple(terms(PACKAGE, "figures")["persons"]["endings"])
    )


def _stem_of(noun: str) -> str:
    """The one stem of a counted noun; the noun itself where the lists leave none."""
    return min(read_phrase(noun).stems, default=noun)


def _role(before: list[str], after: list[str]) -> str:
    """Whether the nearest word before it, or the next behind, tells it as asked or as given."""
    if after and after[0].lower() in _listed("roles", "asked"):
        return "asked"  # "the 160 dollars demanded by the company"
    for word in reversed(before[-BEFORE:]):
        for role in ("asked", "given", "maybe"):
            if word.lower() in _listed("roles", role):
                return role
    return ""


def _is_stale(before: str, after: str, measured: bool) -> bool:
    """Whether it is told as gone by, as a part, or as the number of a page."""
    lists = terms(PACKAGE, "figures")["roles"]
    lower = before.lower().rstrip()
    if measured and any(lower.endswith(" " + word) for word in lists["changes"]):
        return False  # "an increase of 2 percent" is what is offered
    if lower.endswith("from") and RANGE.match(after) is None and not measured:
        return False  # "delegates from 31 towns"
    return any(lower.endswith((" " + word, "(" + word)) or lower == word for word in lists["past"])


def _is_anew(near: list[str]) -> bool:
    """Whether it is told as what has changed since, or as what was before."""
    return any(word.lower() in _listed("roles", "updates") for word in near)


def _is_added(beside: list[str], noun: str) -> bool:
    """Whether it comes on top: "40 more prisoners", "another 40"; not "2 percent more pay"."""
    measured = any(noun in names for names in terms(PACKAGE, "figures")["units"].values())
    return not measured and any(word.lower() in _listed("roles", "added") for word in beside)


def _denied(before: str, after: str) -> float | None:
    """The number of "38 …, not 35" or "not 35 but 38"."""
    told = _not_behind().search(after) or _not_before().search(before)
    return value_of(told["number"]) if told is not None else None


@cache
def _not_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:\band|,|–|—) not {_plain()}(?![\w.,]*\d| percent| per)", re.IGNORECASE)


@cache
def _not_before() -> re.Pattern[str]:
    return re.compile(rf"\bnot {_plain()}(?: \w+)?,? but(?: \w+)?\s*$", re.IGNORECASE)


def _plain() -> str:
    numbers = alternatives(terms(PACKAGE, "counts")["numbers"])
    return rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|\b(?:{numbers})\b)"
