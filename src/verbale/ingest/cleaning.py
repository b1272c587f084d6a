"""
Cleaning: a page's text in, headline and story out, with the way back.

No character of the clean text is invented: each stands in the page at the place
its segment tells (a space may stand for a line break or another kind of space),
except the blank line between paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.ingest.foreign import mostly_latin
from verbale.ingest.language import looks_english
from verbale.ingest.lines import SPACES, UNEVEN, Line, split_lines, squeeze
from verbale.ingest.story import Sorted, check_story, find_story
from verbale.model.document import Cut, Segment
from verbale.model.span import Span

GAP = "\n\n"
PROSE = 60  # characters of a line that is hardly a link


@dataclass(frozen=True, slots=True)
class Cleaned:
    """
    Clean text with its segments and cuts, as in `Document`, and the lines it was
    chosen from, for metadata to read.
    """

    text: str
    title: Span | None
    segments: tuple[Segment, ...]
    cuts: tuple[Cut, ...]
    lines: tuple[Line, ...]
    sorted: Sorted

    @property
    def story(self) -> str:
        """The text without its headline."""
        begun = self.title.end if self.title else 0
        return self.text[begun:].lstrip("\n")


def clean(text: str, title: str | None = None) -> Cleaned:
    """Sort the lines of a page's text and put the story's together."""
    lines = split_lines(text)
    return _put_together(text, lines, find_story(lines, title, english=_in_english(lines)))


def _in_english(lines: list[Line]) -> bool:
    """By the longer lines: menus are lists of names in any language."""
    prose = " ".join(line.text for line in lines if len(line.text) >= PROSE)
    return looks_english(prose) and mostly_latin(prose)


def clean_extracted(text: str, title: str | None = None) -> Cleaned:
    """
    Check a story that was already taken out of its page: every line stays unless it
    is furniture by itself. `title` is put on top where the text does not open with it.
    """
    headline = squeeze(title or "")
    opening = split_lines(text[:2000])
    if headline and not any(line.bare == headline.lower() for line in opening[:3]):
        text = f"{headline}\n{text}"
    lines = split_lines(text)
    return _put_together(
        text, lines, check_story(lines, headline or None, english=_in_english(lines))
    )


def _put_together(text: str, lines: list[Line], choice: Sorted) -> Cleaned:
    order = list(choice.kept)
    if choice.headline is not None and choice.headline in order:
        order.remove(choice.headline)
        order.insert(0, choice.headline)
    pieces: list[str] = []
    segments: list[Segment] = []
    length = 0
    headline = None
    for i in order:
        if pieces:
            pieces.append(GAP)
            length += len(GAP)
        begun = length
        for start, stretch in stretches(text, lines[i].start, lines[i].end):
            pieces.append(stretch)
            segments.append(Segment(length, start, len(stretch)))
            length += len(stretch)
        if i == choice.headline:
            headline = (begun, length)
    story = "".join(pieces)
    cuts = tuple(
        Cut(lines[i].start, lines[i].end, text[lines[i].start : lines[i].end].strip(), reason)
        for i, reason in sorted(choice.cut.items())
    )
    return Cleaned(
        story,
        Span.of(story, *headline) if headline else None,
        tuple(segments),
        cuts,
        tuple(lines),
        choice,
    )


def stretches(text: str, start: int, end: int) -> list[tuple[int, str]]:
    r"""
    Cut a line into the longest stretches that stand in the page as they are; white space of
    any kind or length becomes one space, at the place of its first character.

    >>> stretches("a\u00a0\u00a0 b c", 0, 7)
    [(0, 'a '), (4, 'b c')]
    """
    found: list[tuple[int, str]] = []
    leading = SPACES.match(text, start, end)
    at = leading.end() if leading else start
    for match in UNEVEN.finditer(text, at, end):
        if match.start() > at:
            visible = any(character.isspace() for character in match.group())
            stretch = text[at : match.start()] + (" " if visible else "")
            if stretch:
                found.append((at, stretch))
        at = match.end()
    if at < end:
        found.append((at, text[at:end]))
    if found and found[-1][1].endswith(" "):
        last_start, last = found.pop()
        if last.rstrip():
            found.append((last_start, last.rstrip()))
    return found


def clean_text(text: str) -> str:
    r"""
    Take the story out of a raw scrape, without its headline.

    >>> print(clean_text("Menu\nThe two sides met again in the capital on Monday, aides said."))
    The two sides met again in the capital on Monday, aides said.
    """
    return clean(text).story
