"""
Phrases: what words two namings of a matter share, once form and filler are gone.

"Further enlargement eastwards", "the bloc's expansion to the east" and "to stop
expanding" name one thing. Stems and a small thesaurus of the language bring them
together; words that say only *that* something is wanted (halt, commit, guarantee)
count for nothing, and neither does negation: an issue has two sides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from verbale.lexicon import terms, words

WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:[’'-][^\W_]+)*")
POSSESSIVE = re.compile(r"[’']s?$")
PER_CENT = re.compile(r"\bper cent\b", re.IGNORECASE)
PREFIX = re.compile(r"^(?:non|re|de)-", re.IGNORECASE)
PACKAGE = "verbale.link"
# Suffixes that change the part of speech and not the matter, longest first.
SUFFIXES = (
    ("isations", ""), ("izations", ""), ("isation", ""), ("ization", ""), ("ements", ""),
    ("ations", ""), ("ement", ""), ("ments", ""), ("ation", ""), ("ings", ""), ("ions", ""),
    ("ment", ""), ("ward", ""), ("wards", ""), ("ies", "y"), ("ing", ""), ("ion", ""),
    ("als", ""), ("ern", ""), ("al", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip
SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """
    A naming of a matter: its `stems` (thesaurus heads where known) and the `names`
    among them, which tell a part of a matter from the whole.
    """

    text: str
    stems: frozenset[str]
    names: frozenset[str]
    core: frozenset[str] = frozenset()  # stems of the name itself, where more is told with it

    @property
    def matter(self) -> frozenset[str]:
        """What tells it from other matters: not the names, which only tell its parts."""
        core = self.core or self.stems
        return core - self.names or core


@cache
def stem(word: str) -> str:
    """
    Cut a word down to what its relatives share.

    >>> stem("deployments"), stem("deployed"), stem("withdrawal"), stem("withdrew")
    ('deploy', 'deploy', 'withdraw', 'withdraw')
    """
    word = POSSESSIVE.sub("", word.lower())
    word = _regular().get(word, word)
    if word.endswith("men") and len(word) > SHORTEST_STEM + 1:
        word = f"{word[:-2]}an"  # "fishermen", "women"
    for suffix, instead in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            word = word[: -len(suffix)] + instead
            break
    if len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word


@cache
def _regular() -> dict[str, str]:
    """Forms that no suffix shows, each with the word it is a form of."""
    table = terms(PACKAGE, "issues")["irregular"]
    return {form: word for word, forms in table.items() for form in forms}


@cache
def _heads() -> dict[str, str]:
    """Each stem of the thesaurus with the word that stands for its set."""
    heads: dict[str, str] = {}
    for head, likes in terms(PACKAGE, "issues")["thesaurus"].items():
        for word in (head, *likes):
            heads.setdefault(stem(word), head)
    return heads


@cache
def _filler() -> frozenset[str]:
    return frozenset(map(stem, words(PACKAGE, "issues", "filler")))


def head_of(root: str) -> str:
    """The word that stands for a stem's set of near-synonyms; the stem itself where none does."""
    return _heads().get(root, root)


@cache
def measures() -> frozenset[str]:
    """Stems of units: what is asked for and offered by the dollar, the tonne, the week."""
    return frozenset(map(stem, terms("verbale", "changes")["lists"]["measures"]))


def _is_deed(word: str, before: str) -> bool:
    """
    Whether a word that may name a matter is a verb here: "what we cannot pay", "had paid".

    >>> _is_deed("pay", "to"), _is_deed("paid", "had"), _is_deed("pay", "more")
    (True, True, False)
    """
    lower = word.lower()
    if lower in words(PACKAGE, "issues", "verb_forms"):
        return True
    led = before in words(PACKAGE, "issues", "before_verbs")
    return led and lower in words(PACKAGE, "issues", "either")


def read_phrase(text: str, leave_out: frozenset[str] = frozenset()) -> Phrase:
    """
    Read a phrase; `leave_out` are stems of the parties' own names.

    >>> sorted(read_phrase("to halt the alliance's expansion").stems)
    ['enlargement']
    """
    stems, names = set(), set()
    before = ""
    for match in WORD.finditer(PER_CENT.sub("percent", text)):
        word = PREFIX.sub("", POSSESSIVE.sub("", match.group()))
        root = stem(word)
        if not root or root in leave_out or root in _filler() or _is_deed(word, before):
            before = word.lower()
            continue
        before = word.lower()
        lower = word.lower()
        if lower in words(PACKAGE, "issues", "filler") or (len(word) < 2 and not word.isdigit()):
            continue
        head = _heads().get(root)
        stems.add(head or root)
        # A capital inside the phrase makes a name; its first word may only start a sentence.
        if head is None and word[0].isupper() and (match.start() > 0 or not text[1:].islower()):
            names.add(root)
    return Phrase(" ".join(text.split()), frozenset(stems), frozenset(names))
