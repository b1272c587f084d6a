"""
Labels: the short name of an issue, in the pile's own words.

A demand is told at length ("an end to the closure of the ports to its boats"); what it
is about is its head noun phrase ("closure of the ports"). The words stay the page's: the
label is only cut, at the front and at the end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from verbale.lexicon import alternatives, terms
from verbale.link.issues.phrases import stem
from verbale.link.issues.ways import action_stems

PACKAGE = "verbale.link"
# A label longer than this is cut before its second preposition.
SHORT = 4
# … and wherever it stands after this many words.
LONGEST = 7
WORD = re.compile(r"\S+")
LEADING = re.compile(r"\d[\d.,]*\s+")
NUMBERED = re.compile(r"\s+of\s+\S*\d\S*(?:\s+(?:per\s?cent|percent))?\b.*$", re.IGNORECASE)
# "To free 64 prisoners", "that Arden free 64 prisoners".
TASK = re.compile(r"(?:not )?to (?P<verb>[a-z]+)\b(?!['’])")
SOMEBODY = r"(?:the )?(?:[A-Z][\w’'.-]* (?:of |and |the )*)+"
SUBJECT = re.compile(rf"that (?:{SOMEBODY}|(?:it|they|he|she|we) )(?P<verb>[a-z]+)\b(?!['’])")
WITH_SOMEBODY = r"(?: (?:with|to)(?: the)?(?: (?-i:[A-Z])[\w’'.-]*)+)?"
ARTICLES = "a|an|the"
OWNERS = "its|their|his|her"
# One syllable that ends in one vowel and one consonant: let, stop, drop.
DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdglmnprt]$")
# "Free 11 herders", the rest of "demanded that they leave and free 11 herders".
TORN = re.compile(r"(?P<verb>[a-z]+) (?=\d|the |its |their |his |her |all |any |[A-Z])")


def label_of(phrases: Mapping[str, int]) -> str:
    """
    The label of an issue, from its phrases and how often each is told.

    >>> label_of({"fixed share of 16 percent of the yearly catch": 1})
    'fixed share of 16 percent'
    >>> label_of({"an end to the closure of northern ports to its boats": 1})
    'closure of northern ports'
    >>> label_of({"to discuss the toll": 2, "toll": 1})
    'toll'
    >>> label_of({"61 cents on the dollar": 1, "48 cents on the dollar": 1})
    'cents on the dollar'
    """
    texts = Counter(phrases)
    told = min(texts, key=lambda text: (_is_poor(text), -texts[text], len(text), text))
    label = _telling().split(shorten(told))[0]
    numbers = {match.group() for text in texts if (match := NUMBERED.search(text))}
    if len(numbers) > 1:
        # Asked for in one number and offered in another: the matter is what both are of.
        label = NUMBERED.sub("", label)
    if len({match.group() for text in texts if (match := LEADING.match(text))}) > 1:
        label = LEADING.sub("", label) or label
    return label


def shorten(text: str) -> str:
    """
    Cut a phrase down to what it is about.

    >>> shorten("the withdrawal of patrol ships to the lines they held in 2009")
    'withdrawal of patrol ships'
    >>> shorten("to consider issues such as arms control"), shorten("to speak with Arden on tolls")
    ('arms control', 'tolls')
    >>> shorten("to come to the table for a discussion about weapons deployment and checks")
    'weapons deployment and checks'
    >>> shorten("that Arden expects some progress"), shorten("not to spread panic")
    ('progress', 'spreading panic')
    >>> shorten("that there should be a ban on nets"), shorten("that there is no toll on boats")
    ('ban on nets', 'toll on boats')
    >>> shorten("pay rise on Thursday"), shorten("that the ports be reopened, not two")
    ('pay rise', 'ports be reopened')
    >>> shorten("The plan has to be closed"), shorten("retention bonuses of up to 2 million")
    ('plan', 'retention bonuses')
    """
    lists = terms(PACKAGE, "labels")
    bare = _sitting_down().sub("", _wanting().sub("", " ".join(text.split())))
    whole = bare_matter(_task(bare))
    spoken = _opening().sub("", whole).split()
    kept: list[str] = []
    prepositions = 0
    for at, word in enumerate(spoken):
        lower = word.lower().strip("“”\"'(),;:")
        named = at > 1 or (at == 1 and spoken[0].lower() not in lists["containers"])
        if kept and lower in lists["ending"] and (named or lower != "that"):
            break
        if lower in lists["prepositions"]:
            prepositions += 1
            if prepositions > 1 and len(kept) >= SHORT:
                break
        kept.append(word)
        if word[-1] in ",;:" or len(kept) >= LONGEST:
            break
    timed = [at for at, word in enumerate(kept) if at and word.strip(",").lower() in lists["times"]]
    if timed:
        kept = kept[: timed[0]]
    while len(kept) > 1 and kept[-1].lower() in (*lists["prepositions"], *lists["loose"]):
        kept.pop()
    label = " ".join(kept).strip("“”\"'(),;: ") or " ".join(text.split())
    if label.count("“") != label.count("”") or label.count('"') % 2:
        label = re.sub('[“”"]', "", label)  # a quotation that was cut
    return label


def bare_matter(text: str) -> str:
    """
    A matter without what has been done to it, which tells which one it is.

    >>> bare_matter("40 men held in the port"), bare_matter("that the port be closed in May")
    ('40 men', 'that the port be closed in May')
    """
    return _done_to().split(text)[0]


def points_only(text: str) -> bool:
    """
    Whether a phrase has nothing but a verb and what it points back at: it names no matter.

    >>> points_only("to implement them"), points_only("to resign")
    (True, False)
    """
    words = [word.strip("“”\"'(),;:").lower() for word in text.split()]
    lists = terms(PACKAGE, "labels")
    if len(words) < 2 or words[-1] not in lists["pointing"]:
        return False
    told = [word for word in words[:-1] if word not in ("to", "not") and not word.endswith("ly")]
    return len(told) <= 1


def _task(text: str) -> str:
    """
    What somebody is to do as a noun: a label names a matter and commands nobody.

    >>> _task("to free 64 prisoners"), _task("that Arden let boats in")
    ('freeing 64 prisoners', 'letting boats in')
    >>> _task("that the ports be reopened"), _task("to be heard"), _task("that Arden expects aid")
    ('that the ports be reopened', 'to be heard', 'that Arden expects aid')
    >>> _task("that it serve as a basis"), _task("that Brum shouldn't pay")
    ('serving as a basis', "that Brum shouldn't pay")
    """
    told = TASK.match(text) or SUBJECT.match(text) or TORN.match(text)
    if told is None:
        return text
    verb = told.group("verb")
    if told.re is TORN and (stem(verb) not in action_stems() or verb.endswith(("s", "ed", "ing"))):
        return text
    if text.startswith("to do away with "):
        return f"an end to {text[len('to do away with ') :]}"
    finite = told.re is SUBJECT and verb.endswith("s") and not verb.endswith(("ss", "us"))
    if finite or verb in terms(PACKAGE, "labels")["auxiliaries"]:
        return text
    if verb in terms(PACKAGE, "labels")["talking"]:
        return text  # "to discuss the toll": the toll
    return f"{gerund(verb)}{text[told.end('verb') :]}"


def gerund(verb: str) -> str:
    """
    The form in "-ing" of a verb.

    >>> [gerund(verb) for verb in ("let", "free", "lift", "give", "begin", "tie", "open")]
    ['letting', 'freeing', 'lifting', 'giving', 'beginning', 'tying', 'opening']
    """
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    if DOUBLING.match(verb) or verb in terms(PACKAGE, "labels")["doubling"]:
        return f"{verb}{verb[-1]}ing"
    return f"{verb}ing"


def _is_poor(text: str) -> int:
    """
    How badly a phrase names its matter: a number alone worst, then "to …" and "that …",
    then what is somebody's ("his job").
    """
    lists = terms(PACKAGE, "labels")
    first = text.split(" ", 1)[0].lower()
    if first[:1].isdigit():
        return 3
    return 2 if first in lists["clauses"] else int(first in lists["owners"])


@cache
def _wanting() -> re.Pattern[str]:
    """What stands before the matter of a wish: "that Arden expects some"."""
    return re.compile(
        rf"^that {SOMEBODY}(?:still |also )?(?:{_any('wanting')})(?: (?:some|{ARTICLES}|any))? "
    )


@cache
def _done_to() -> re.Pattern[str]:
    """What stands behind a matter and tells what was done to it, where, since when."""
    return re.compile(
        rf"(?<=\w)(?<!\bbe)\s+(?:{_any('done_to')})\s+(?:{_any('where_done')})\b.*", re.DOTALL
    )


@cache
def _telling() -> re.Pattern[str]:
    """Where what is told of a matter begins, behind its name: " would have to be over"."""
    return re.compile(rf"(?<=\w)\s+(?:{_any('telling')})\b.*", re.DOTALL)


@cache
def _sitting_down() -> re.Pattern[str]:
    """What stands before the matter of talks: "to come to the table for a discussion about"."""
    return re.compile(
        rf"^to (?:{_any('sitting_down')}){WITH_SOMEBODY}"
        rf"(?: for (?:{_any('sessions')}))? (?:about|on|over) ",
        re.IGNORECASE,
    )


@cache
def _opening() -> re.Pattern[str]:
    """What stands before the matter: articles, "an end to", "to discuss", "that"."""
    return re.compile(
        rf"^(?:that )?(?:there (?:is|are|was|were|be|(?:will|should|must|would|can) be) (?:no )?)?"
        rf"(?:(?:{ARTICLES}) )?(?:(?:{_any('halting')}) (?:to|of|in) )?"
        rf"(?:to (?:{_any('talking')}){WITH_SOMEBODY}(?: (?:about|on|over))? )?"
        rf"(?:(?:{ARTICLES}|{OWNERS}) )?"
        rf"(?:(?:{_any('kinds')}) (?:such as|like|including|of|on|about|concerning|regarding"
        rf"|relating to) )?"
        rf"(?:(?:{ARTICLES}|{OWNERS}|some|any|possible) )?",
        re.IGNORECASE,
    )


def _any(key: str) -> str:
    """The words of one list of `labels.toml`, as alternatives."""
    return alternatives(terms(PACKAGE, "labels")[key])
