"""
Feasts: the days of well-known holidays, fixed and movable, in any year.

Movable feasts come from the `holidays` library, read a year at a time and kept;
a feast whose day hangs on the place (both Christmases, Eid by moon-sighting) is
all the days it may be.
"""

from __future__ import annotations

import warnings
from datetime import date, timedelta
from functools import cache
from typing import Any

from verbale.calendar.reading import Reading
from verbale.lexicon import terms


def feast_reading(name: str, year: int) -> Reading | None:
    """The days of the feast in `year`, or None where it is not known."""
    days = _days(name, year)
    if not days:
        return None
    first, last = min(days), max(days)
    value = first.isoformat() if first == last else f"{first:%Y-%m}"
    entry = feast_table()[name]
    # Both Christmases: the western day is the value, the days hold either.
    if entry.get("value_first") or last - first > timedelta(days=31):
        value = first.isoformat() if entry.get("value_first") else f"{year:04d}"
    return Reading(value, first.toordinal(), last.toordinal(), "day")


@cache
def feast_table() -> dict[str, Any]:
    """Name → how its days are found, from terms/feasts.toml."""
    table: dict[str, Any] = terms("verbale", "feasts")["feast"]
    return table


@cache
def _days(name: str, year: int) -> tuple[date, ...]:
    entry = feast_table().get(name)
    if entry is None or not 1 <= year <= 9998:
        return ()
    if "fixed" in entry:
        return _fixed(entry["fixed"], year)
    if "nth" in entry:
        month, weekday, number = entry["nth"]
        return (_nth_weekday(year, month, weekday, number),)
    if "easter" in entry:
        days = {easter(year) + timedelta(days=entry["easter"] + i) for i in range(entry["length"])}
        return tuple(sorted(days))
    return _from_library(entry, year)


def _fixed(spans: list[list[int]], year: int) -> tuple[date, ...]:
    """Days given as [month, day] or [month, day, month, day] (which may cross the year)."""
    days = []
    for span in spans:
        days.append(date(year, span[0], span[1]))
        if len(span) == 4:
            crosses = span[2] < span[0]
            days.append(date(year + crosses, span[2], span[3]))
    return tuple(days)


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The `number`th weekday of a month; from its end when negative."""
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7 - 7 * (number + 1))


def _from_library(entry: dict[str, Any], year: int) -> tuple[date, ...]:
    """All days a country's calendar gives the feast in a year."""
    days = [day for day, label in _country(entry["country"], year) if entry["label"] in label]
    if not days or "from" not in entry:
        # A lunar year may bring a feast twice; the first is meant.
        return tuple(day for day in days if (day - days[0]).days < 60)
    return tuple(
        days[0] + timedelta(days=step) for step in range(entry["from"], entry["until"] + 1)
    )


@cache
def _country(country: str, year: int) -> tuple[tuple[date, str], ...]:
    """One country's holidays of a year, in English, by day."""
    import holidays

    with warnings.catch_warnings():
        # For years it does not cover the library warns and gives nothing, as we want.
        warnings.simplefilter("ignore", UserWarning)
        calendar = holidays.country_holidays(country, years=year, language="en_US")
    return tuple(sorted(calendar.items()))


def easter(year: int) -> date:
    """
    Western Easter Sunday, by the anonymous Gregorian computus (Meeus, 1991).

    >>> easter(2013)
    datetime.date(2013, 3, 31)
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
