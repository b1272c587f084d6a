"""
Days and words of pages as people read them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from verbale.model.answer import ActRow
from verbale.model.interval import Interval

# Words side by side with commas between them, as ids are listed.
IDS = re.compile(r"[\w-]+(?:, [\w-]+)*")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Marks of a quotation, as pages write them.
MARKS = '“”„"'


def day_in_words(days: Interval) -> str:
    """
    An interval as a person writes it; what is not known is said, never rounded.

    >>> day_in_words(Interval(date(2031, 3, 13), date(2031, 3, 14)))
    '13–14 March 2031'
    >>> day_in_words(Interval(date(2031, 2, 1), date(2031, 2, 28)))
    'February 2031'
    >>> day_in_words(Interval(None, date(2031, 3, 14)))
    'by 14 March 2031'
    """
    first, last = days.earliest, days.latest
    if first is None and last is None:
        return "date unknown"
    if first is None or last is None:
        return f"by {_day(last)}" if last else f"{_day(first)} or later"
    if first == last:
        return _day(first)
    if first.day == 1 and last == _month_end(last):
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def value_in_words(value: str) -> str:
    """
    A value on which pages disagree; days as a person writes them, all else as it is.

    >>> value_in_words("2031-03-10…2031-03-14"), value_in_words("about 40")
    ('10–14 March 2031', 'about 40')
    """
    first, ellipsis, last = value.partition("…")
    if not all(DAY.fullmatch(end) or (ellipsis and not end) for end in (first, last or first)):
        return value
    try:
        ends = [date.fromisoformat(end) if end else None for end in (first, last)]
    except ValueError:
        return value
    return day_in_words(Interval(ends[0], ends[1] if ellipsis else ends[0]))


def with_pages_named(reason: str, names: Mapping[str, str]) -> str:
    """
    A reason whose pages are told by name and not by id, each once.

    >>> with_pages_named("Told by others (d1, d1, d2).", {"d1": "source 4", "d2": "source 7"})
    'Told by others (source 4, source 7).'
    """

    def named(run: re.Match[str]) -> str:
        words = run[0].split(", ")
        if not any(word in names for word in words):
            return run[0]
        return ", ".join(dict.fromkeys(names.get(word, word) for word in words))

    return IDS.sub(named, reason)


def since_in_words(days: Interval) -> str:
    """
    From when something stands; where only the last day is known, when it was told.

    >>> since_in_words(Interval(None, date(2031, 3, 14)))
    'told by 14 March 2031'
    """
    words = day_in_words(days)
    return f"told {words}" if days.known and days.earliest is None else f"since {words}"


def act_day_in_words(row: ActRow) -> str:
    """The day of an act; where none is told, the day by which the first page told it."""
    told = [source.published.latest for source in row.sources if source.published.latest]
    if row.date.known or not told:
        return day_in_words(row.date)
    return f"told by {_day(min(told))}"


def without_modality(summary: str, modality: str) -> str:
    """
    A line without the modality before it, where that is shown by a mark.

    >>> without_modality("Planned: A and B to meet", "planned")
    'A and B to meet'
    """
    return summary.removeprefix(f"{modality.capitalize()}: ")


def in_marks(words: str) -> str:
    """
    Words of a page between marks; single ones where the words hold double ones.

    >>> print(in_marks("free passage"), in_marks("a “fair” toll"))
    “free passage” ‘a “fair” toll’
    """
    return f"‘{words}’" if set(words) & set(MARKS) else f"“{words}”"


def word_for_word(words: str) -> str:
    """
    A direct quotation in one pair of marks, whatever is left of the page's own at its ends.

    >>> print(word_for_word("“We will not pay"), word_for_word("“We will”"))
    “We will not pay” “We will”
    >>> print(word_for_word("We want what is “fair”"))
    ‘We want what is “fair”’
    """
    own = sum(words.count(mark) for mark in MARKS)
    around = own == 2 and words[:1] in MARKS and words[-1:] in MARKS
    return in_marks(words.strip(MARKS) if own % 2 or around else words)


def _months(first: date, last: date) -> str:
    """Whole months or years."""
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    end = f"{MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    year = f" {first.year}" if first.year != last.year else ""
    return f"{MONTHS[first.month - 1]}{year} – {end}"


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _day(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
