"""
Letterheads: whose page it is, and of whom the sentence before somebody tells.

"Ministry of Foreign Affairs of the Republic of Malta" on top of a page makes "the Deputy
Minister" below Malta's. "Malta welcomed it. Foreign Minister Vella said …" makes Vella so,
wherever the story was sent from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.gazetteer import houses, land_of, look_up, match_at
from verbale.gazetteer.people import people_words
from verbale.model.document import Document
from verbale.model.mention import ActorKind

TOP = 700  # characters of a page as found in which a letterhead stands
LONGEST_LINE = 14  # words; a longer line is story or a menu
LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[\w.’'-]+")
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[\"“A-Z])")
FARTHEST = 400  # characters of a sentence before a place in it
DATELINE = re.compile(r"^[A-Z][A-Z'’.\-]+.{0,40}? (?:--|[-–—]) ")
LINES_OF_DATELINE = 12  # lines from the top among which a dateline is looked for
SENT_FROM = re.compile(
    r"^\s*([A-Z][A-Z'’.\-]+(?:[ -][A-Z][A-Z'’.\-]*){0,3})(?:, ([A-Z][\w .]{2,24}?))?"
    r"(?:,? [\w .,]{1,24})?(?: ?\([^()\n]{1,40}\))? ?(?:--|[-–—]) "
)
SCENE = re.compile(r"\bIn ([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}), (?:the )?$")
OWN_SITES = frozenset(
    ["ministry", "president", "presidency", "government", "embassy", "parliament", "cabinet",
     "department", "chancellery", "mission", "minister", "senate", "army", "consulate", "palace"]
)  # fmt: skip
# A state's full name on top of a page is its own: "Union of Malta".
FORMAL = frozenset(
    ["republic", "union", "kingdom", "state", "federation", "emirate", "sultanate", "commonwealth",
     "principality", "confederation", "dominion", "federal", "democratic", "people's", "islamic"]
)  # fmt: skip


def letterhead_party(document: Document) -> str | None:
    """The state, bloc or listed body on whose own page a document stands; None where unsure."""
    found: dict[str, None] = {}
    for line in _top_lines(document):
        found.update(dict.fromkeys(_owners(line)))
    return next(iter(found)) if len(found) == 1 else None


def dateline_party(text: str) -> str | None:
    """The country of the town a story is sent from: "VALLETTA, 3 May (AA) –"."""
    for line in text.split("\n", LINES_OF_DATELINE)[:LINES_OF_DATELINE]:
        found = SENT_FROM.match(line)
        if found is None:
            continue
        for told in (found[2], found[1].title()):
            if told and (land := land_of(told.strip())) is not None:
                return land
    return None


def _top_lines(document: Document) -> Iterator[str]:
    if document.page.outlet:
        yield document.page.outlet
    for cut in document.cuts:
        if cut.start < TOP:
            yield from (line.strip() for line in LINE.findall(cut.text)[:4])


def _owners(line: str) -> Iterator[str]:
    """The party a line of a letterhead names as its own: with a state's body, or by itself."""
    words = WORD.findall(line)
    if not words or len(words) > LONGEST_LINE:
        return
    whole = look_up(line)
    if whole is not None and whole.kind in (ActorKind.BLOC, ActorKind.ORGANISATION):
        yield whole.name
        return
    parliaments = [party for house, party in houses().items() if f" {house} " in f" {line} "]
    if parliaments:
        yield parliaments[0]
        return
    own = bool(OWN_SITES & {word.lower() for word in words}) or words[0].lower() in FORMAL
    if not own:
        return
    yield from _states(words)


def state_before(text: str, start: int) -> str | None:
    """The state that the sentence before a place of the text, or its own, begins with."""
    paragraph = text[text.rfind("\n", 0, start) + 1 : start]
    sentences = SENTENCE.split(paragraph)[-3:]
    for sentence in reversed(sentences):
        words = WORD.findall(DATELINE.sub("", sentence))
        if words[:1] and words[0].lower() == "the":
            words = words[1:]
        owned = words[1:2] == ["of"] and words[0].lower() in OWN_SITES  # "the Embassy of Malta"
        if owned:
            words = words[3:] if words[2:3] == ["the"] else words[2:]
        if not words or not words[0][:1].isupper():
            continue
        found = match_at(words, 0)
        if found is None or found[1].kind is not ActorKind.PARTY:
            continue
        following = words[found[0]].lower() if len(words) > found[0] else ""
        alone = owned or set(_states(words)) == {found[1].name}
        if alone and following not in people_words("groups", "trades"):
            return found[1].name
        return None
    return None


def states_told(text: str, start: int) -> frozenset[str]:
    """The states that the sentence names in which a place of the text lies."""
    end = SENTENCE.search(text, start)
    ends = [each.end() for each in SENTENCE.finditer(text, max(0, start - FARTHEST), start)]
    first = ends[-1] if ends else max(0, start - FARTHEST)
    return frozenset(_states(WORD.findall(text[first : end.start() if end else None])))


def _states(words: list[str]) -> Iterator[str]:
    """The states that words name."""
    for at in range(len(words)):
        found = match_at(words, at) if words[at][:1].isupper() else None
        if found is not None and found[1].kind is ActorKind.PARTY:
            yield found[1].name


def scene(text: str, start: int) -> str | None:
    """The country whose scene is set right before somebody: "In Valletta, Minister Vella"."""
    found = SCENE.search(text, max(0, start - 40), start)
    return land_of(found[1]) if found else None
