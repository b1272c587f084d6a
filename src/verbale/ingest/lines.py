"""
Lines: a page's text as its readers see it, one paragraph, label or link each.

Every line keeps its place in the page as found. Mail and PDF text is wrapped at a
fixed width; there, neighbouring lines are one paragraph (see `wrapped`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from verbale.lexicon import words

BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
# So many letters of how a word opens tell most words apart.
OPENS = 4
OPENING = re.compile(rf"\b\w{{1,{OPENS}}}")
_SPACE = r"[\s\u200b\u200c\u200d\u2060\ufeff\u00ad\x00-\x1f\x7f]"
SPACES = re.compile(rf"{_SPACE}+")
# Any of them but one common space between two words.
UNEVEN = re.compile(rf"(?:(?! ){_SPACE}| {_SPACE}){_SPACE}*")
BULLET = re.compile(r"^(?:[•·●▪■◦‣∙*►▶»›→–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
SENTENCE_END = re.compile(r"[.!?…。؟](?:[\"'”’»)\]]|\s)*$")
QUOTE = re.compile(r"[\"“”„«»]")
FUNCTION_WORDS = words("verbale.ingest", "language", "function_words")
# Hard-wrapped text breaks at 60 to 80 characters; allow for narrower columns.
WRAP_WIDTHS = range(45, 101)
WRAPPED_SHARE = 0.5  # of the lines that have a neighbour; unwrapped pages stay under .1


@dataclass(frozen=True)
class Line:
    """One line: characters `start` to `end` of the page, `text` with spaces made single."""

    i: int
    start: int
    end: int
    text: str

    @cached_property
    def lower(self) -> str:
        """Lower case, with straight apostrophes, as the word lists are written."""
        return self.text.lower().replace("’", "'")

    @cached_property
    def words(self) -> list[str]:
        """The words in lower case."""
        return [word.replace("’", "'") for word in WORD.findall(self.text.lower())]

    @cached_property
    def openings(self) -> frozenset[str]:
        """How its words open, in lower case."""
        return frozenset(OPENING.findall(self.lower))

    @cached_property
    def opened(self) -> str:
        """Lower case without the marks and brackets it opens with, but for "(c)"."""
        return self.lower if self.lower.startswith("(c) ") else self.lower.lstrip("([{–—-•* ")

    @cached_property
    def bullet(self) -> bool:
        """Whether it opens with a bullet or number."""
        return BULLET.match(self.text) is not None

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it closes like a sentence, quoted or not."""
        return SENTENCE_END.search(self.text[-12:]) is not None

    @cached_property
    def quoted(self) -> bool:
        """Whether it holds a quotation mark."""
        return QUOTE.search(self.text) is not None

    @cached_property
    def function_share(self) -> float:
        """The share of words without matter of their own: about .4 in prose, .1 in lists."""
        if not self.words:
            return 0.0
        return sum(word in FUNCTION_WORDS for word in self.words) / len(self.words)

    @cached_property
    def title_case(self) -> float:
        """The share of longer words that are capitalised."""
        longer = [word for word in WORD.findall(self.text) if len(word) > 3]
        return sum(word[0].isupper() for word in longer) / len(longer) if longer else 0.0

    @cached_property
    def bare(self) -> str:
        """Lower case without bullets, counts and marks at the ends, for word lists."""
        return self.lower.strip(" -–—•·*|>»›:()[]!¡#▼▲►▶→←+/\\=_~\t").strip()


def squeeze(text: str) -> str:
    """Make every run of white space one space, and drop invisible characters."""
    return SPACES.sub(" ", text).strip()


def split_lines(text: str) -> list[Line]:
    r"""
    Cut a page's text into its lines, leaving empty ones out.

    >>> [(line.start, line.text) for line in split_lines("Talks\u00a0 resume\n\nNobody left.")]
    [(0, 'Talks resume'), (15, 'Nobody left.')]
    """
    places = list(_places(text))
    if wrapped(text, places):
        places = list(_joined(text, places))
    lines: list[Line] = []
    for start, end in places:
        clean = squeeze(text[start:end])
        if clean:
            lines.append(Line(len(lines), start, end, clean))
    return lines


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends, without its break and outer spaces."""
    at = 0
    for match in BREAK.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def wrapped(text: str, places: list[tuple[int, int]]) -> bool:
    """Tell whether the text breaks inside its sentences, as mail and print do."""
    neighbours = broken = 0
    for (start, end), (following, until) in pairwise(places):
        line, after = text[start:end].strip(), text[following:until].strip()
        if line and after:
            neighbours += 1
            inside = not SENTENCE_END.search(line[-12:]) and (after[0].islower() or line[-1] == ",")
            broken += len(line) in WRAP_WIDTHS and (inside or len(after) in WRAP_WIDTHS)
    return neighbours > 3 and broken / neighbours > WRAPPED_SHARE and _narrow(text, places)


def _narrow(text: str, places: list[tuple[int, int]]) -> bool:
    """Tell whether hardly a line is longer than a wrapped one can be."""
    lengths = [end - start for start, end in places if text[start:end].strip()]
    return sum(length >= WRAP_WIDTHS.stop for length in lengths) < len(lengths) / 20


def _joined(text: str, places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the lines of a wrapped paragraph; an empty line, a bullet or a short line ends it."""
    begun: int | None = None
    last = 0
    for start, end in places:
        line = text[start:end].strip()
        fresh = not line or BULLET.match(line) is not None
        if begun is not None and fresh:
            yield begun, last
            begun = None
        if line:
            begun = start if begun is None else begun
            last = end
            if len(line) < WRAP_WIDTHS.start and SENTENCE_END.search(line[-12:]):
                yield begun, last
                begun = None
    if begun is not None:
        yield begun, last
