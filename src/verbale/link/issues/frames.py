"""
Frames: where else than in its own words an answer tells what it is on.

"On the ferries, the minister said he was not prepared to open the subject": the refusal's
own words name nothing. What it is on opens the sentence, is the name of its paragraph, stands
behind what it is offered in place of, or was told the sentence before, where it only points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from verbale.lexicon import alternatives, terms
from verbale.link.acts.telling import Telling
from verbale.link.issues.phrases import read_phrase
from verbale.model.act import ActType

# A stretch that names a matter is no longer than so many characters.
LONG = 160
# The name of a paragraph, or a heading, has no more words than this.
HEADING = 6
# What is offered may be offered in place of what was asked.
OFFERED = frozenset({ActType.COUNTER_PROPOSE, ActType.PROPOSE, ActType.PLEDGE})
# Answers whose own words, where they name a matter, are not those of their paragraph.
NAMING = frozenset(
    {ActType.ACCEPT, ActType.AGREE, ActType.ACCEPT_IN_PART, ActType.REJECT, ActType.RESERVE,
     ActType.IMPLEMENT, ActType.VIOLATE}
)  # fmt: skip
ENDS = re.compile(r"[,;:.!?–—]\s|[,;:.!?–—]$|\n")
SENTENCE_ENDS = re.compile(r"[.!?][”\"’')\]]*\s+(?=\S)|\n+")
LABEL = re.compile(r"^[-•*\s]*(?P<label>[^\s.:][^.:\n]{1,60}?)\s*[.:]\s")


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that may name an answer's matter; `near` where they stand in its own sentence."""

    text: str
    near: bool


def frames_of(telling: Telling) -> Iterator[Frame]:
    """
    The stretches beside an answer's own words in which its matter may be told, best first.
    """
    report = telling.report
    text = telling.extraction.document.text
    sentence = report.passage
    stead = _stead().search(sentence.text) if report.type in OFFERED else None
    if stead is not None:
        yield Frame(_first(sentence.text[stead.end() :]), True)
    behind = sentence.text[max(report.trigger.end - sentence.start, 0) :]
    if report.content is None and behind.strip():
        yield Frame(_first(behind), True)
    if report.type in NAMING and not _is_bare(telling):
        return
    topic = _topic().match(sentence.text)
    if topic is not None and topic.end() < report.trigger.start - sentence.start:
        yield Frame(
            _first(sentence.text[topic.end() : report.trigger.start - sentence.start]), True
        )
    told = report.content.text if report.content is not None else behind
    if _pointing().search(told) and not _picking().search(told):
        yield Frame(_sentence_before(text, sentence.start), False)
    label = _label(text, sentence.start)
    if label:
        yield Frame(label, False)


def _is_bare(telling: Telling) -> bool:
    """Whether an answer's own words only point, or tell what is to be done and to nothing."""
    content = telling.report.content
    if content is None:
        return True
    return not read_phrase(content.text).stems or bool(_clause().match(content.text))


def _first(words: str) -> str:
    """
    The words up to the first mark that ends them.

    >>> _first("the posts, the mayor said"), _first("the posts")
    ('the posts', 'the posts')
    """
    end = ENDS.search(words)
    return words[: end.start() if end else LONG][:LONG]


def _sentence_before(text: str, start: int) -> str:
    """The sentence that ends where another starts, or nothing at the head of a paragraph."""
    before = text[max(start - 3 * LONG, 0) : start]
    if before.rstrip(" ").endswith("\n"):
        return ""
    cuts = [match.end() for match in SENTENCE_ENDS.finditer(before)]
    inside = [cut for cut in cuts if cut < len(before)]
    return before[inside[-1] if inside else 0 :].strip()


def _label(text: str, start: int) -> str:
    """The name of the paragraph, "Ferries:" before its first sentence, or the line above it."""
    opens = text.rfind("\n", 0, start) + 1
    named = LABEL.match(text, opens)
    if named is not None and len(named["label"].split()) <= HEADING:
        return named["label"]
    above = text[:opens].rstrip().rpartition("\n")[2].strip()
    if above and above[-1] not in '.!?”"’,;:' and len(above.split()) <= HEADING:
        return above
    return ""


@cache
def _stead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('stead')})\s+", re.IGNORECASE)


@cache
def _topic() -> re.Pattern[str]:
    return re.compile(rf"^[\s\"“'‘•*-]*(?:and\s+|but\s+)?(?:{_any('topics')})\s+", re.IGNORECASE)


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('pointing')})\b", re.IGNORECASE)


@cache
def _picking() -> re.Pattern[str]:
    """What picks one of several things told: "the second of those"."""
    return re.compile(rf"\b(?:{_any('picking')})\b", re.IGNORECASE)


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any('clauses')})\b", re.IGNORECASE)


def _any(key: str) -> str:
    """The words of one list of `frames.toml`, as alternatives."""
    return alternatives(terms("verbale.link", "frames")[key])
