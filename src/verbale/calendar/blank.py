"""
Values for dates that hang on an anchor nobody knows: X where a digit is missing.
"""

from __future__ import annotations

from verbale.calendar.feasts import feast_table
from verbale.model.timex import Formula

UNITS = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def blank_value(formula: Formula) -> str:
    """
    The TIMEX3 value as far as the words alone give it.

    >>> blank_value(Formula("date", "page", month=3, day=4))
    'XXXX-03-04'
    """
    year = f"{formula.year:04d}" if formula.year is not None else "XXXX"
    operator = formula.operator
    if operator == "date":
        if formula.month is not None:
            day = f"-{formula.day:02d}" if formula.day is not None else ""
            return f"{year}-{formula.month:02d}{day}"
        return f"{year}-XX-{formula.day:02d}" if formula.day is not None else year
    if operator == "weekday" and formula.weekday is not None:
        return f"XXXX-WXX-{formula.weekday + 1}"
    if operator == "season":
        return f"{year}-{formula.name}"
    if operator in ("quarter", "half"):
        letter = operator[0].upper()
        return f"{year}-{letter}{formula.day if formula.day is not None else 'X'}"
    if operator == "feast":
        entry = feast_table().get(formula.name or "", {})
        spans = entry.get("fixed")
        return f"{year}-{spans[0][0]:02d}-{spans[0][1]:02d}" if spans else f"{year}-XX-XX"
    if operator == "decade":
        return f"XX{(formula.year or 0) // 10 % 10}"
    if operator == "now":
        return "PRESENT_REF"
    if operator in ("span", "value"):
        return formula.name or ""
    return UNITS.get(formula.name or formula.unit or "day", "XXXX-XX-XX")
