"""Days written around a story: in how many ways, and where."""

from __future__ import annotations

import pytest

from verbale.ingest.cleaning import clean
from verbale.ingest.days import find_days, is_date_line
from verbale.ingest.metadata import read_dateline
from verbale.ingest.shown import find_dates


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("14.03.2011. 07:05", "2011-03-14"),
        ("14. 3. 2011", "2011-03-14"),
        ("Saturday 5 of March of 2011", "2011-03-05"),
        ("5 March of the year 2011", "2011-03-05"),
        ("2011. 3. 14. 10:12", "2011-03-14"),
        ("4.3.2011", "2011-03-04"),  # written with dots, the day comes first
        ("4/3/2011", "2011-03-04…2011-04-03"),
    ],
)
def test_a_day_is_read_as_many_languages_write_it(line: str, day: str) -> None:
    """
    Machine translation keeps the ordinal's dot and the "of" before the year.
    """
    assert [str(found.days) for found in find_days(line, "banner")] == [day]
    assert is_date_line(line)


@pytest.mark.parametrize("line", ["Version 4.3.2011.2", "In 3.5. 10 2018 boats were sold"])
def test_numbers_with_dots_are_no_days(line: str) -> None:
    assert list(find_days(line, "banner")) == []


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        (
            "Mosta, Malta, and Vir, Croatia - 4 March 2011 - Brum Shipping met the union.",
            "Mosta, Malta, and Vir, Croatia - 4 March 2011 -",
        ),
        ("Mosta (4 March 2011) – The board met.", "Mosta (4 March 2011) –"),
        ("Mosta | 4 March 2011 | The board met.", "Mosta | 4 March 2011 |"),
    ],
)
def test_a_release_may_part_its_places_from_its_day_in_many_ways(
    opening: str, dateline: str
) -> None:
    found = read_dateline(opening)

    assert found is not None
    assert found.text == dateline
    assert found.agency is None


def test_a_place_and_a_day_under_the_headline_are_the_paper_s_and_no_banner() -> None:
    """
    Over the headline stands the day of the crawl; which of them holds is for the story to say.
    """
    page = (
        "Vir Port Authority\nTuesday, 4 October 2011\nHome | News | Contact\n\n"
        "Meeting at the Ministry of Labour\n\nMosta, 4 March 2011\n\n"
        "A meeting was held today at the Ministry of Labour with the dockers' union. It lasted "
        "four hours and ended without a result.\n\nThe chairman told the participants that the "
        "tender would not be withdrawn, and that the port would stay open on both days."
    )

    found = {(day.origin, str(day.days)) for day in find_dates(clean(page))}

    assert found == {("banner", "2011-10-04"), ("dateline", "2011-03-04")}


@pytest.mark.parametrize(
    ("foot", "dated"),
    [
        ("Signed\nOna Brand\nPresident\n24th August, 2022", True),
        ("Ona Brand\nPresident\n24th August, 2022", False),
        ("Signed\nOna Brand\nPosted 24 August 2022 at 10:15", False),
    ],
)
def test_a_day_under_a_signature_is_the_letter_s(foot: str, dated: bool) -> None:
    """
    Whoever signs dates the paper; a day with its hour is a comment's.
    """
    page = (
        "Weavers' League\nHome | About | Press\n\nThe offer of the mill: our response\n\n"
        "The committee of our league met in Mosta on Tuesday to consider the letter of the mill. "
        "It resolved that the offer of three months' wages is rejected.\n\n"
        "No agreement will be signed which leaves a single weaver behind, the committee said.\n\n"
        f"{foot}\nPage last visited 3,811 times"
    )

    found = {(day.origin, str(day.days)) for day in find_dates(clean(page))}

    assert (("dateline", "2022-08-24") in found) is dated
