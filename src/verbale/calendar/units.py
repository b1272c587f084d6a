"""
Units of the calendar: the quarter, decade, … a day lies in, and moving by units.
"""

from __future__ import annotations

from datetime import date

from verbale.calendar.reading import (
    FIRST_DAY,
    LAST_DAY,
    Reading,
    day_reading,
    month_after,
    month_reading,
    months_reading,
    week_reading,
    weekend_reading,
    year_reading,
)

# First month of each season as told in the northern half of the world.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
CLOCK_UNITS = {"hour": 24, "minute": 1440, "second": 86400}  # how many make a day
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def unit_reading(ordinal: int, unit: str) -> Reading | None:
    """The day, week, month, … that a day lies in."""
    if not FIRST_DAY <= ordinal <= LAST_DAY:
        return None
    at = date.fromordinal(ordinal)
    if unit == "day":
        return day_reading(ordinal)
    if unit == "week":
        return week_reading(ordinal)
    if unit == "weekend":
        return weekend_reading(ordinal)
    if unit == "month":
        return month_reading(at.year, at.month)
    if unit == "quarter":
        return quarter_reading(at.year, (at.month - 1) // 3 + 1)
    if unit == "half":
        return half_reading(at.year, (at.month - 1) // 6 + 1)
    if unit == "decade":
        return decade_reading(at.year // 10 * 10)
    if unit == "century":
        return century_reading((at.year - 1) // 100 * 100 + 1)
    return year_reading(at.year)


def quarter_reading(year: int, number: int) -> Reading | None:
    """The first to fourth quarter."""
    value = f"{year:04d}-Q{number}"
    return months_reading(value, year, number * 3 - 2, 3, "quarter") if 1 <= number <= 4 else None


def half_reading(year: int, number: int) -> Reading | None:
    """The first or second half of a year."""
    value = f"{year:04d}-H{number}"
    return months_reading(value, year, number * 6 - 5, 6, "half") if 1 <= number <= 2 else None


def decade_reading(year: int) -> Reading | None:
    """Ten years."""
    return months_reading(f"{year // 10:03d}", year, 1, 120, "decade")


def century_reading(year: int) -> Reading | None:
    """A hundred years, told by their first (1901 or 1900)."""
    return months_reading(f"{(year + 50) // 100:02d}", max(year, 1), 1, 1200, "century")


def moved(anchor: int, count: float, unit: str) -> int | None:
    """The day `count` units after the anchor."""
    if unit in DAYS_OF:
        result = anchor + round(count * DAYS_OF[unit])
    elif unit in MONTHS_OF:
        at = date.fromordinal(anchor)
        year, month = month_after(at.year, at.month, round(count * MONTHS_OF[unit]))
        whole = month_reading(year, month)
        if whole is None or whole.first is None or whole.last is None:
            return None
        result = min(whole.first + at.day - 1, whole.last)
    elif unit in CLOCK_UNITS:
        result = anchor + int(count / CLOCK_UNITS[unit])
    else:
        return None
    return result if FIRST_DAY <= result <= LAST_DAY else None


def season_reading(year: int, name: str) -> Reading | None:
    """Three months, told by the year they start in."""
    return months_reading(f"{year:04d}-{name}", year, SEASONS[name], 3, "season")
