"""
The story: which lines of a page are it, and why each other line is not.

The story is the stretch of lines whose prose outweighs the furniture between it
(the best-scoring stretch, as in Kadane's algorithm). Inside it a line stays unless
something speaks against it: sub-headings, list items, verse and one-line quotations
are story. Outside it a line goes unless it is the headline or the standfirst.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verbale.ingest.boxes import BOX, in_boxes
from verbale.ingest.edges import reach_out, resumes
from verbale.ingest.foreign import is_foreign
from verbale.ingest.forms import ABOUT_BOX, REASONS
from verbale.ingest.lines import Line
from verbale.ingest.masthead import TOP, masthead
from verbale.ingest.noise import (
    is_label,
    is_prose,
    is_verse,
    opens_list,
    reason_to_cut,
)
from verbale.ingest.tails import find_tail
from verbale.ingest.transcripts import WHO_SPEAKS, speakers_told

# What a line adds to the stretch it stands in. One paragraph of 30 words bridges
# seven labels; a heading of related stories costs as much as a paragraph.
CAP = 50
LABEL = -4.0
FURNITURE = -3.0
HEADING = -25.0
BREAKING = ("related stories", "comment form", "copyright notice", "consent text", ABOUT_BOX)
ALONE = 4.0
NO_STORY = 8.0  # weight under which a page has no prose to speak of
PASSED_OVER = (
    *("advert", "picture caption", "no words", "share bar", "subscription box", "consent text"),
    "related stories",
)
ENOUGH_BEFORE_END = 25  # weight that a story has before comments or a copyright line ends it
AGAINST_AFTER = 0.1  # of the best stretch after that line: comments may be longer than the story
ROW = 4  # so many labels in a row are a list of links, unless a colon led to them
# "By Ana Roth 0 Comments" stands above a story, whatever it counts.
ABOVE_STORY = re.compile(r"by\b|posted\b|published\b|written\b|in\b")
BELOW = 6  # lines under a masthead in which the headline stands
LEAST_HEADLINE = 4  # words
COUNTER = 16  # words: "34 comments" in a share bar, "© Nordbild" under a picture
ANOTHER_LANGUAGE = "another language"
ENDING = ("comment form", "copyright notice")


@dataclass(frozen=True, slots=True)
class Sorted:
    """The page's lines told apart: `kept` by index in order, `cut` with their reasons."""

    headline: int | None
    kept: tuple[int, ...]
    cut: dict[int, str]


def find_story(lines: list[Line], title: str | None = None, *, english: bool = True) -> Sorted:
    """Sort the lines of a page; `title` is the headline as its metadata tell it."""
    from verbale.ingest.headline import find_headline

    reasons = _reasons(lines, english=english)
    _leave_out_mastheads(lines, reasons, title)
    weights = _weights(lines, reasons, english=english)
    limit = _end(lines, reasons, weights)
    first, last = _best_stretch(weights[:limit])
    if sum(weights[first:last]) < NO_STORY:
        # Lists and tables: take the longest stretch without furniture.
        first, last = _best_stretch([_bulk(line, reasons[line.i]) for line in lines[:limit]])
    first, last = reach_out(lines[:limit], reasons, first, last)
    cut: dict[int, str] = {}
    kept: list[int] = []
    speakers = speakers_told(lines)
    heads = [WHO_SPEAKS if line.i in speakers else reasons[line.i] for line in lines]
    headline, standfirsts = find_headline(lines, heads, first, title)
    standfirsts = [*standfirsts, *sorted(speakers)]
    for line in lines:
        reason = reasons[line.i]
        if (
            line.i == headline
            or line.i in standfirsts
            or (first <= line.i < last and (reason is None or _subheading(lines, reasons, line.i)))
        ):
            kept.append(line.i)
        else:
            if headline is not None and line.bare.endswith(lines[headline].bare):
                reason = "headline repeated"
            outside = "before the story" if line.i < first else "after the story"
            cut[line.i] = reason or outside
    inner = [i for i in kept if i != headline and i not in standfirsts]
    cut.update(_inner_noise(lines, inner, reasons, headline))
    spared = {i for i in kept if i not in inner}
    boxed = set(in_boxes(lines, reasons, spared))
    cut.update((i, BOX) for i in inner if i in boxed and i not in cut)
    kept = [i for i in kept if i not in cut]
    cut.update(dict.fromkeys(find_tail(lines, kept), "after the story"))
    kept = [i for i in kept if i not in cut]
    return Sorted(headline, tuple(kept), cut)


def _reasons(lines: list[Line], *, english: bool) -> list[str | None]:
    """What speaks against each line by itself."""
    reasons = [reason_to_cut(line) for line in lines]
    if not english:
        return reasons
    return [
        reason or (ANOTHER_LANGUAGE if is_foreign(line) else None)
        for line, reason in zip(lines, reasons, strict=True)
    ]


def _leave_out_mastheads(lines: list[Line], reasons: list[str | None], title: str | None) -> None:
    """
    Mark the name plates on top of a page, where something below can be the headline.
    """
    wanted = (title or "").lower()
    for line in lines[:TOP]:
        below = lines[line.i + 1 : line.i + 1 + BELOW]
        other = any(
            reasons[each.i] is None
            and len(each.words) >= LEAST_HEADLINE
            and not masthead(each)
            and not is_prose(each)
            for each in below
        )
        if reasons[line.i] is None and line.lower != wanted and other and masthead(line):
            reasons[line.i] = "masthead"


def check_story(lines: list[Line], title: str | None, *, english: bool = True) -> Sorted:
    """Sort the lines of a story that was already taken out of its page."""
    wanted = (title or "").lower().replace("’", "'")
    headline = next(
        (line.i for line in lines[:4] if wanted and line.bare == wanted.strip(" .!")), None
    )
    if headline is None and title and lines:
        headline = 0 if lines[0].lower == wanted else None
    cut: dict[int, str] = {}
    reasons = _reasons(lines, english=english)
    for line in lines:
        reason = reasons[line.i]
        if reason and line.i != headline:
            cut[line.i] = reason
    limit = _end(lines, reasons, _weights(lines, reasons, english=english))
    cut.update((line.i, "after the story") for line in lines[limit:] if line.i not in cut)
    linked = [
        line.i for line in lines if line.i != headline and _after_related(lines, reasons, line.i)
    ]
    cut.update((i, REASONS["related"]) for i in linked if i not in cut)
    spared = speakers_told(lines) | ({headline} if headline is not None else set())
    cut.update((i, BOX) for i in in_boxes(lines, reasons, spared) if i not in cut)
    kept = [line.i for line in lines if line.i not in cut]
    for i in list(kept):
        if headline is not None and i != headline and lines[i].bare == lines[headline].bare:
            cut[i] = "headline repeated"
            kept.remove(i)
    cut.update(dict.fromkeys(find_tail(lines, kept), "after the story"))
    kept = [i for i in kept if i not in cut]
    return Sorted(headline, tuple(kept), cut)


def _weight(line: Line, reason: str | None, *, english: bool) -> float:
    count = len(line.words)
    if reason is not None:
        heading = opens_list(line, reason) if reason == BREAKING[0] else reason in BREAKING
        return HEADING if heading else FURNITURE
    if line.text.endswith(("…", "...", "[…]", "[...]")) and count < 40:
        return LABEL  # a teaser
    prose = line.function_share >= 0.15 or not english
    if line.ends_sentence and count >= 8 and prose:
        return min(count, CAP) * (0.5 if line.bullet else 1.0)
    if line.ends_sentence and count >= 2 and not line.bullet:
        return count * 0.6
    if count >= 18 and (line.function_share >= 0.25 or (count >= 30 and not english)):
        return min(count, CAP) * 0.5
    if line.quoted and count >= 6 and prose:
        return 2.0
    return LABEL


def _weights(lines: list[Line], reasons: list[str | None], *, english: bool) -> list[float]:
    """
    What each line adds. Prose that stands alone among labels counts little: a story's
    paragraphs follow each other, while teasers and comments alternate with labels.
    """
    weights = [_weight(line, reasons[line.i], english=english) for line in lines]
    # Boxes between paragraphs part nothing; days, names and labels do.
    seen = [line.i for line in lines if reasons[line.i] not in PASSED_OVER]
    alone = set()
    for at, i in enumerate(seen):
        before, after = seen[max(0, at - 2) : at], seen[at + 1 : at + 3]
        if weights[i] > ALONE and not any(weights[k] > 0 for k in before + after):
            alone.add(i)
    return [ALONE if i in alone else weight for i, weight in enumerate(weights)]


def _bulk(line: Line, reason: str | None) -> float:
    """What a line adds where the page has no prose."""
    if reason is not None:
        return HEADING
    return min(len(line.words), 20) - 4.0 - (4.0 if line.bullet else 0.0)


def _end(lines: list[Line], reasons: list[str | None], weights: list[float]) -> int:
    """The first line of comments or copyright that has the story before it."""
    if not any(reason in ENDING for reason in reasons):
        return len(lines)
    before = _running_best(weights)
    after = _running_best(weights[::-1])[::-1]
    for line in lines:
        if reasons[line.i] in ENDING and line.i and not ABOVE_STORY.match(line.lower):
            said = before[line.i - 1]
            if said >= ENOUGH_BEFORE_END and said >= AGAINST_AFTER * after[line.i]:
                if len(line.words) <= COUNTER and resumes(lines, reasons, line.i):
                    continue
                return line.i
    return len(lines)


def _running_best(weights: list[float]) -> list[float]:
    """For each place the weight of the best stretch that ends there or earlier."""
    best = total = 0.0
    running = []
    for weight in weights:
        total = max(total + weight, 0.0)
        best = max(best, total)
        running.append(best)
    return running


def _best_stretch(weights: list[float]) -> tuple[int, int]:
    """First and last (exclusive) line of the stretch with the greatest weight."""
    best, best_at = 0.0, (0, 0)
    total, begun = 0.0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, begun = 0.0, i
        total += weight
        if total > best:
            best, best_at = total, (begun, i + 1)
    return best_at


def _subheading(lines: list[Line], reasons: list[str | None], i: int) -> bool:
    """Whether a section's name stands alone between two paragraphs."""
    if reasons[i] != REASONS["section"] or not 0 < i < len(lines) - 1:
        return False
    return is_prose(lines[i - 1]) and is_prose(lines[i + 1])


def _inner_noise(
    lines: list[Line], inner: list[int], reasons: list[str | None], headline: int | None
) -> list[tuple[int, str]]:
    """What is noise only by its neighbours: repeated headlines, rows of links, teasers."""
    found: dict[int, str] = {}
    title = lines[headline].bare if headline is not None else None
    row: list[int] = []
    lead = ""
    for i in [*inner, None]:
        line = lines[i] if i is not None else None
        if line is not None and is_label(line) and (not row or row[-1] == line.i - 1):
            row.append(line.i)
            continue
        if len(row) >= ROW and not lead.endswith(":") and not is_verse([lines[k] for k in row]):
            found.update(dict.fromkeys(row, "row of links"))
        row = [line.i] if line is not None and is_label(line) else []
        lead = line.text if line is not None else ""
    last_place = {lines[i].text: i for i in inner}
    for i in inner:
        line = lines[i]
        if last_place[line.text] != i and len(line.words) >= 4:
            found[i] = "repeated on the page"
        if title is not None and line.bare == title:
            found[i] = "headline repeated"
        elif _after_related(lines, reasons, i):
            found[i] = REASONS["related"]
    return sorted(found.items())


def _after_related(lines: list[Line], reasons: list[str | None], i: int) -> bool:
    """Whether the label stands right under a bare "Related" or "Read more"."""
    at = i
    while at > 0 and i - at < 8:
        at -= 1
        if reasons[at] == REASONS["related"]:
            return is_label(lines[i]) and opens_list(lines[at], reasons[at])
        if reasons[at] is None and not is_label(lines[at]):
            return False
    return False
