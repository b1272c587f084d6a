"""
Days written on a page around the story: banners, bylines, "updated" lines, addresses.

A day is only a candidate here. Where both readings of 03/04/2021 are days, the
candidate is the whole stretch between them; where a weekday is named, whether it
agrees is kept for link/dating to weigh.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from verbale.lexicon import words
from verbale.model.document import DateCandidate
from verbale.model.interval import Interval

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?:(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|"
    r"fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?,?\s+)?(?:the\s+)?"
)
# "31 July 1999", "31 of July of 1999", "31 July of the year 1999".
_YEAR_SOON = (
    r"(?:[\s,.\-]+|,?\s+(?:of|in)\s+(?:the\s+year\s+)?|,?\s+year\s+)(?P<year{0}>\d{{4}})(?!\d)"
)
DAY = re.compile(
    _WEEKDAY + r"(?:"
    r"(?P<day1>\d{1,2})(?:st|nd|rd|th)?[\s.\-]+(?:of\s+)?" + _MONTH.format(1)
    + _YEAR_SOON.format(1)
    + r"|" + _MONTH.format(2)
    + r"[\s\-]*(?P<day2>\d{1,2})(?:st|nd|rd|th)?" + _YEAR_SOON.format(2)
    + r"|\b(?P<year3>\d{4})(?:[-/.]|\.\s)(?P<month3>\d{1,2})(?:[-/.]|\.\s)(?P<day3>\d{1,2})(?!\d)"
    # "27.11.2018.", "27. 11. 2018": ordinals, the day first wherever they are written so.
    r"|\b(?P<day4>\d{1,2})\.\s?(?P<month4>\d{1,2})\.\s?(?P<year4>\d{4})(?:(?![\d/.\-])|\.(?!\d))"
    r"|\b(?P<first>\d{1,2})[/.\-](?P<second>\d{1,2})[/.\-]"
    r"(?P<year5>\d{4}|\d{2})(?:(?![\d/.\-])|\.(?!\d))"
    r")",
    re.IGNORECASE,
)  # fmt: skip
IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d{2})[/-](?P<month>\w{1,9})[/-](?P<day>\d{1,2})(?=[/\-_.]|$)"
)
COMPACT_IN_ADDRESS = re.compile(r"(?<!\d)(?P<year>20\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")
# What may stand in a line beside a day without making it a sentence.
BESIDE = re.compile(
    r"\b(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|a\.?m\.?|p\.?m\.?|gmt|utc|est|edt|et|pst|pdt|pt|cst|cdt|ct|"
    r"cet|cest|bst|ist|msk|eet|aest|aedt|sast|jst|hkt|z|hrs?|hours?|o'clock|published|posted|updated|last|modified|on|at|"
    r"date|time|edition|today|is|it|local|by|admin|first|created|issued|release|released|of|"
    r"mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b",
    re.IGNORECASE,
)
# A place beside the day, as communiqués and letters have it: "Vir, 9 October 2019". Further
# marks part it from the day; nothing else stands there.
PLACE = re.compile(r"(?:[^\W\d_][\w.'’]*)(?:[ /-]+[^\W\d_][\w.'’]*){0,4}")
PLACE_MARKS = re.compile(r"[,;|•·–—(\[)\]/]+|\s-\s|:\s")
SMALL = words("verbale.ingest", "mastheads", "small")
MOST_PLACES = 3
# Kinds of paper that name themselves beside their day: "CLIENT ALERT 23 June 2017".
KINDS = words("verbale.ingest", "mastheads", "kinds")
FIRST_YEAR, LAST_YEAR = 1980, 2100


def find_days(text: str, origin: str) -> Iterator[DateCandidate]:
    """
    Find the days with a year in a short text.

    >>> [str(found.days) for found in find_days("Mon. Jan 24th, 2022", "banner")]
    ['2022-01-24']
    """
    for match in DAY.finditer(text):
        days = _read(match)
        if days is not None:
            yield DateCandidate(origin, days, match.group().strip(), _agrees(match, days))


def _read(match: re.Match[str]) -> Interval | None:
    part = match.groupdict()
    if part["day1"]:
        return _day(part["year1"], _month(part["month1"]), part["day1"])
    if part["day2"]:
        return _day(part["year2"], _month(part["month2"]), part["day2"])
    if part["day3"]:
        return _day(part["year3"], int(part["month3"]), part["day3"])
    if part["day4"] and (dotted := _day(part["year4"], int(part["month4"]), part["day4"])):
        return dotted
    if part["day4"]:
        return _day(part["year4"], int(part["day4"]), part["month4"])
    year = part["year5"] if len(part["year5"]) == 4 else _century(part["year5"])
    readings = [
        _day(year, int(part["second"]), part["first"]),
        _day(year, int(part["first"]), part["second"]),
    ]
    known = sorted(day.earliest for day in readings if day and day.earliest)
    return Interval(known[0], known[-1]) if known else None


def _century(year: str) -> str:
    return ("19" if int(year) >= FIRST_YEAR % 100 else "20") + year


def _month(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _day(year: str | int, month: int, day: str | int) -> Interval | None:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return Interval.day(date(int(year), month, int(day)))
    except ValueError:  # the 31st of April is no day
        return None


def _agrees(match: re.Match[str], days: Interval) -> bool | None:
    name = match["weekday"]
    if not name or days.earliest is None:
        return None
    weekday = next(i for i, day in enumerate(WEEKDAYS) if day.startswith(name.lower()[:3]))
    return any(day is not None and day.weekday() == weekday for day in (days.earliest, days.latest))


def is_date_line(text: str) -> bool:
    """
    Tell whether a line is a day and nothing else that matters.

    >>> is_date_line("Updated: 3 March 2014, 10:15 GMT"), is_date_line("He left on 3 March 2014.")
    (True, False)
    >>> is_date_line("PRESS RELEASE 45 - 3 March 2014"), is_date_line("Strike talks 3 March 2014")
    (True, False)
    >>> is_date_line("Vir / Port Tallis, 3 March 2014"), is_date_line("Vir votes 3 March 2014")
    (True, False)
    """
    if len(text) > 120:
        return False
    rest, found = DAY.subn(" ", text)
    if not found or rest.rstrip().endswith("."):
        return False
    # What is left may be the letters of a time zone.
    bare = BESIDE.sub(" ", re.sub(r"\b[A-Z]{2,4}\b", " ", rest))
    named = {word.lower() for word in re.findall(r"[^\W\d_]+", bare)}
    return named <= KINDS or _is_place_and_day(text)


def _is_place_and_day(text: str) -> bool:
    """Tell whether a line is names of places and, parted from them by a mark, a day."""
    match = DAY.search(text)
    if match is None:
        return False
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    if before and after.strip(" )].") and BESIDE.sub("", after).strip(" ,)].:|"):
        return False
    beside = before or after
    # After a day, a dash or a colon rather brings a headline.
    parted = re.search(r"[,;|•·(\[/–—:-]$", before) if before else re.match(r"[,;|•·(\[/]", beside)
    named = [part.strip(" -") for part in PLACE_MARKS.split(beside) if part.strip(" .")]
    return bool(parted) and 0 < len(named) <= MOST_PLACES and all(map(_is_place, named))


def opens_like_a_letter(text: str) -> bool:
    """
    Tell whether a line is a place, a comma and a day, as whoever wrote the paper dated it.

    >>> opens_like_a_letter("Vir, 9 October 2019"), opens_like_a_letter("Politics | 9 October 2019")
    (True, False)
    """
    match = DAY.search(text)
    if match is None or text[match.end() :].strip(" ."):
        return False
    return text[: match.start()].rstrip().endswith(",") and _is_place_and_day(text)


def _is_place(name: str) -> bool:
    """Tell whether a few words may name a place: each with a capital letter."""
    spelt = all(word[0].isupper() or word.lower() in SMALL for word in re.split(r"[ /]+", name))
    return PLACE.fullmatch(name) is not None and spelt


def day_in_address(url: str) -> DateCandidate | None:
    """
    Read the day that many papers put into a page's address.

    >>> str(day_in_address("https://paper.example/2013/04/09/talks").days)
    '2013-04-09'
    """
    for pattern in (IN_ADDRESS, COMPACT_IN_ADDRESS):
        for match in pattern.finditer(url):
            name = match["month"]
            if name.isdigit():
                month = int(name)
            elif any(month.startswith(name.lower()[:3]) for month in MONTHS) and len(name) > 2:
                month = _month(name)
            else:
                continue
            days = _day(match["year"], month, match["day"])
            if days is not None:
                return DateCandidate("url", days, match.group().strip("/"))
    return None
