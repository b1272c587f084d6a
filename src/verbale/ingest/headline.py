"""
The headline and the standfirst above the story.

A headline is told by its form, by saying again what the story says, by standing
near it, and by being repeated (a scrape holds the page's title, the trail of
sections with the headline glued on, and the headline). No headline is better than
a wrong one: a page that opens with its first paragraph has none.
"""

from __future__ import annotations

import re
from collections import Counter

from verbale.ingest.lines import FUNCTION_WORDS, Line
from verbale.ingest.masthead import masthead
from verbale.ingest.noise import is_prose

ABOVE = 30  # lines above the story in which a headline is looked for
OPENING = 25  # lines of the story whose words a headline can say again
LONGEST = 32  # words of a headline
TOP = 4  # lines; a headline that says nothing of the story can still open the page
NEAR = 6  # lines; byline, day and share bar stand between a headline and its story
HEADLINE_LEAST = 4  # words; a menu's last entry has fewer
MOST_STANDFIRSTS = 2  # more of them are links to other pages
NEARLY = 0.7  # of the best score; a line above it that has as much is the headline
LEAST = 1.0  # score under which there is no headline
GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")


def find_headline(
    lines: list[Line], reasons: list[str | None], first: int, title: str | None
) -> tuple[int | None, list[int]]:
    """The line of the headline, and those of the standfirsts between it and the story."""
    opening = [word for line in lines[first : first + OPENING] for word in line.words]
    told = {word for word in opening if word not in FUNCTION_WORDS}
    if not told:
        return None, []
    above = lines[max(0, first - ABOVE) : first]
    repeated = Counter(line.bare for line in lines[: first + 1])
    for line in above:
        # The trail of sections ends in the headline: "HomeWorldTalks resume".
        if any(line.bare != other.bare and other.bare.endswith(line.bare) for other in above):
            repeated[line.bare] += 1
    glued = {
        line.i
        for line in above
        if any(line.bare != other.bare and line.bare.endswith(other.bare) for other in above)
    }
    scores = {
        line.i: _score(line, reasons[line.i], told, repeated, first, title)
        for line in above
        if line.i not in glued
    }
    best, best_score = None, LEAST
    for i, score in scores.items():
        if score >= best_score:
            best, best_score = i, score
    best = _above_standfirst(best, scores)
    if best is None and first < len(lines) and _may_open(lines, first):
        best = first
    if best is None:
        best = _at_the_top(lines, reasons, first)
    if best is None:
        best = _right_above(lines, reasons, first)
    if best is None:
        return None, []
    between = [i for i in range(best + 1, first) if reasons[i] is None]
    summaries = [i for i in between if _standfirst(lines[i], lines[best], told)]
    return best, summaries if len(summaries) <= MOST_STANDFIRSTS else []


def _above_standfirst(best: int | None, scores: dict[int, float]) -> int | None:
    """The line over the best one where both look like headlines: then that is a standfirst."""
    while best is not None and scores.get(best - 1, 0.0) >= max(LEAST, scores[best] * NEARLY):
        best -= 1
    return best


def _at_the_top(lines: list[Line], reasons: list[str | None], first: int) -> int | None:
    """A page's first line that is no furniture and stands right over the story."""
    above = [line for line in lines[:first] if reasons[line.i] is None]
    if not above or len(above) > MOST_STANDFIRSTS or first - above[0].i > TOP:
        return None
    fits = 2 <= len(above[0].words) <= LONGEST and not masthead(above[0])
    return above[0].i if fits else None


def _right_above(lines: list[Line], reasons: list[str | None], first: int) -> int | None:
    """
    The line that only furniture parts from the story, where it is long enough for no
    menu's. It may say nothing of the story's words: "A long night for the valley".
    """
    above = [line for line in lines[max(0, first - NEAR) : first] if reasons[line.i] is None]
    if not above:
        return None
    line = above[-1]
    fits = HEADLINE_LEAST <= len(line.words) <= LONGEST and not (line.bullet or masthead(line))
    return (
        line.i if fits and not line.ends_sentence and not line.text.endswith((":", ",")) else None
    )


def _may_open(lines: list[Line], first: int) -> bool:
    """Whether the story's own first line is a headline: short, no full stop."""
    line = lines[first]
    fits = 3 <= len(line.words) <= 20 and not line.text.endswith((".", ",", ":"))
    return fits and not masthead(line)


def _score(
    line: Line,
    reason: str | None,
    told: set[str],
    repeated: Counter[str],
    first: int,
    title: str | None,
) -> float:
    count = len(line.words)
    if reason not in (None, "navigation") or not 2 <= count <= LONGEST or line.bullet:
        return 0.0
    own = [word for word in line.words if word not in FUNCTION_WORDS]
    shared = sum(word in told for word in own) / max(len(own), 1)
    score = 4 * shared + min(count, 8) / 8
    score += 1.0 if repeated[line.bare] > 1 else 0.0
    score += 3.0 if title and line.bare and line.bare in title.lower().replace("’", "'") else 0.0
    score -= 2.0 if line.text.endswith(".") and is_prose(line) else 0.0
    score -= 0.08 * (first - line.i)
    return score if shared >= 0.3 or (title and score > 3) else 0.0


def _standfirst(line: Line, headline: Line, told: set[str]) -> bool:
    """Whether a line between headline and story is a summary, not a label or the headline."""
    if line.bare == headline.bare or headline.bare in line.bare or line.bullet:
        return False
    if len(line.words) < 5 or (line.title_case == 1.0 and len(line.words) < 9):
        return False  # names, a section, another headline
    return is_prose(line) or line.function_share >= 0.2 or any(word in told for word in line.words)


def unglued(text: str, sections: frozenset[str]) -> str:
    """
    Take section names off that a scrape glued in front of a headline.

    >>> unglued("HomeWorldTalks make little headway", frozenset({"home", "world"}))
    'Talks make little headway'
    """
    parts = GLUED.split(text)
    while len(parts) > 1 and parts[0].lower() in sections:
        parts.pop(0)
    return text[len(text) - len("".join(parts)) :]
