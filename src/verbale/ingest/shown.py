"""
Shown days: every day that stands on a page outside its story, and what sort of day it is.

Nothing here is believed: they are candidates, kept with the words they were read from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.ingest.cleaning import Cleaned
from verbale.ingest.days import find_days, is_date_line, opens_like_a_letter
from verbale.ingest.headed import headed_days
from verbale.ingest.lines import Line
from verbale.ingest.metadata import LONGEST_NOTICE, find_dateline
from verbale.lexicon import words
from verbale.model.document import DateCandidate

NAMED_BY_DAY = words("verbale.ingest", "mastheads", "named_by_day")
# How a letter or release ends, and within how many lines under it its day stands.
SIGN_OFF = tuple(sorted(words("verbale.ingest", "mastheads", "sign_off")))
SIGNATURE = 6
CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b(?!\d)|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)


def find_dates(cleaned: Cleaned) -> Iterator[DateCandidate]:
    """
    The days with a year on the lines that are not story, in the dateline and at the head.

    Which kind of line it is tells how far it may be believed: a banner above the
    story, an "updated" line, a byline, a comment.
    """
    kept = [i for i in cleaned.sorted.kept if i != cleaned.sorted.headline]
    last = kept[-1] if kept else len(cleaned.lines)
    for line in cleaned.lines:
        if line.i not in cleaned.sorted.cut or len(line.text) > LONGEST_NOTICE:
            continue
        # "Published 3 May, updated 4 May": each day goes by the words before it.
        before = 0
        for day in find_days(line.text, "banner"):
            at = line.text.find(day.text, before)
            origin = _origin(line, line.text[before:at].lower(), last)
            if _is_the_paper_s(cleaned, line, origin):
                origin = "dateline"
            before = at + len(day.text)
            yield replace(day, origin=origin)
    dateline = find_dateline(cleaned)
    if dateline:
        yield from find_days(dateline.text, "dateline")
    if cleaned.title:
        yield from _in_headline(cleaned.title.text)
    yield from headed_days(cleaned.story)


def _is_the_paper_s(cleaned: Cleaned, line: Line, origin: str) -> bool:
    """Tell whether a day was put there by whoever wrote the story, at its head or foot."""
    headline = cleaned.sorted.headline
    if origin == "banner":
        under = headline is not None and line.i > headline
        return under and opens_like_a_letter(line.text)
    return origin == "comment" and _signs(cleaned.lines, line)


def _signs(lines: Sequence[Line], line: Line) -> bool:
    """
    Tell whether a line is the day under a signature: "Signed / Ona Brand / 24 August 2022".

    Whoever signed the paper dated it so; a comment's day comes with its hour.
    """
    if not is_date_line(line.text) or CLOCK.search(line.text):
        return False
    at = lines.index(line)
    before = (each.bare.lstrip(" (*-–—") for each in lines[max(at - SIGNATURE, 0) : at])
    return any(text.startswith(SIGN_OFF) for text in before)


def _in_headline(title: str) -> Iterator[DateCandidate]:
    """
    The day at the end of a headline: "Regular press conference (8 June 2017)".

    Briefings, transcripts and statements are named by their day.
    """
    found = list(find_days(title, "headline"))
    if len(found) == 1:
        rest = title.partition(found[0].text)
        named = {word.lower() for word in re.findall(r"[^\W\d_]+", rest[0])}
        if not rest[2].strip(" )].") and named & NAMED_BY_DAY:
            yield found[0]


def _origin(line: Line, before: str, last: int) -> str:
    """What sort of date a line outside the story holds, by its words and place."""
    if re.search(r"\b(?:updated?|modified|edited)\b", before):
        return "updated"
    published = re.search(r"\b(?:published|posted|publication date|release date)\b", before)
    if re.match(r"by\b", line.lower) or (
        published and (line.i <= last + 3 or len(line.words) < 12)
    ):
        return "byline"
    return "comment" if line.i > last + 3 else "banner"
