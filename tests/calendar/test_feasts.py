"""
Feasts: each falls on its day of the year.
"""

from __future__ import annotations

import pytest

from verbale.calendar.feasts import feast_reading, feast_table


@pytest.mark.parametrize(
    ("name", "year", "days"),
    [
        ("christmas", 2021, "2021-12-25"),
        ("orthodox_christmas", 2022, "2022-01-07"),
        ("new_year_holidays", 2022, "2022-01-01…2022-01-09"),
        ("easter", 2022, "2022-04-17"),
        ("orthodox_easter", 2022, "2022-04-24"),
        ("thanksgiving", 2021, "2021-11-25"),
        ("memorial_day", 2022, "2022-05-30"),
        ("ramadan", 2022, "2022-04-02…2022-05-01"),
        ("passover", 2022, "2022-04-15…2022-04-22"),
        ("lunar_new_year", 2022, "2022-02-01…2022-02-02"),
        ("diwali", 2022, "2022-10-24"),
        ("nowruz", 2022, "2022-03-20…2022-03-21"),
    ],
)
def test_feasts_fall_on_their_days(name: str, year: int, days: str) -> None:
    """
    Fixed and movable feasts, checked against printed calendars.
    """
    reading = feast_reading(name, year)

    assert reading is not None
    assert str(reading.interval) == days


@pytest.mark.parametrize("name", sorted(feast_table()))
def test_every_feast_is_found_in_some_year(name: str) -> None:
    """
    An entry of terms/feasts.toml that the library does not know would be found nowhere.
    """
    assert any(feast_reading(name, year) for year in (2015, 2022, 2024))
