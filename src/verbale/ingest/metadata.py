"""
What a page says about itself around the story: byline, dateline, credits, outlet.

Everything keeps the words it was read from. Nothing here is believed: an outlet is only
taken where the page or its address names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from verbale.ingest.cleaning import Cleaned
from verbale.ingest.days import find_days
from verbale.ingest.forms import SIGNED, is_byline
from verbale.ingest.lines import Line
from verbale.ingest.masthead import find_masthead
from verbale.lexicon import words
from verbale.model.document import Credit

AGENCIES = words("verbale.ingest", "agencies", "agencies")
NO_AGENCY = words("verbale.ingest", "agencies", "in_brackets")
NAME = r"[A-Z][\w'’.\-]*(?:\s+(?:(?:of|de|al|the|and)\s+)?[A-Z][\w'’.\-]*){0,5}"
_DAY = (
    r"(?:,\s*(?P<day>[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?|"
    r"\d{1,2}\s+[A-Z][a-z]{2,8}\.?(?:,?\s+\d{4})?))?"
)
_AGENCY = r"[.,]?\s*(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<slashed>[A-Z][\w .]{1,30})/)"
_DASH = r"\.?\s*(?:--|–|—|(?<=\))\s*[-_]|(?<=/)\s*-|\s[-_]\s|:\s)\s*(?=\S)"
DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z'’.\-]{2,}(?:[ ,/]+(?:[A-Z][A-Z'’.\-]+|[A-Z][a-z]+\.?|[a-z]{2,3})){0,5}?)"
    + _DAY
    + f"(?:{_AGENCY})?"
    + _DASH
)
MIXED_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w'’.\-]+(?:[ ,]+[A-Z][\w'’.\-]+){0,3}?)" + _DAY + _AGENCY + _DASH
)
# "TALLIS, 3 May 2014. The minister…": a full stop in place of the dash needs the day.
STOPPED_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z'’.\-]{2,}(?:[ ,/]+[A-Z][A-Z'’.\-]+){0,3}?)"
    + _DAY.removesuffix("?")
    + f"(?:{_AGENCY})?"
    + r"[.:]\s+(?=[A-Z“\"])(?P<rest>)"
)
# "Tallis, 3 May 2014 - The board…", "Tallis, 3 May 2014. The board…", "Tallis, AR, and Vir –
# 3 May 2014 – The board…": a release's own, told by the year of its day.
RELEASE_DATELINE = re.compile(
    r"^(?!(?:On|In|By|At|Since|Until|From|Dated)\b)"
    r"(?P<place>[A-Z][\w'’.\-]+"
    r"(?:[ ,/]+(?:(?:am|an|der|de|del|la|sur|of|the|and|&) )*[A-Z][\w'’.\-]+){0,6}?)"
    r"(?:,\s*|\s+[–—|-]\s+|\s*\()"
    r"(?P<day>(?:[A-Z][a-z]{5,8},?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}|"
    r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4}))"
    + r"\)?"
    + f"(?:{_AGENCY})?"
    + r"(?:"
    + _DASH.replace("|:\\s", "|\\s\\|\\s")
    + r"|\.\s+(?=[A-Z“\"]))"
    + r"(?P<rest>)"
)
LEADING_AGENCY = re.compile(r"^\((?P<agency>[^()\n]{2,30})\)\s*(?:-{1,2}|–|—|:)?\s*(?=\S)")
SOURCE = re.compile(
    r"^(?:source|sources|via|credit|from|original source)\s*[:–—-]\s*"
    rf"(?P<name>{NAME}|\S+\.\w{{2,6}})",
    re.IGNORECASE,
)
CLOSING_SOURCE = re.compile(rf"\b(?:Source|Via|Credit)s?:\s*(?P<name>{NAME})[.\s]*$")
COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)[\s©]*(?:\(c\)\s*)?(?:(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)?\d{2})?,?\s*)?"
    r"(?:by\s+)?(?P<name>[A-Z][\w&'’\-]*(?:\s+(?:of|the|and|&|[A-Z][\w&'’\-]*)){0,4})"
)
CONTRIBUTED = re.compile(
    rf"(?P<name>{NAME})(?:\s+(?:also|and others))*\s+contributed\s+"
    r"(?:to\s+this|reporting|additional|from)"
)
INPUTS = re.compile(
    r"(?:with\s+(?:inputs?|files|reporting|additional reporting|material|agency inputs?)\s+"
    r"(?:from|by)|(?:additional\s+)?reporting\s+by|(?:compiled|written|edited)\s+by)\s+"
    rf"(?:the\s+)?(?P<name>{NAME})",
    re.IGNORECASE,
)
# "Mira Dunn in Vir", "Mira Dunn, staff writer", "Mira Dunn | Vir Post": the name comes first.
BESIDE_NAME = re.compile(r"\s+in\s+(?=[A-Z])|,\s+(?=[a-z])|\s*[|/]\s*|\s+[–—-]\s+")
SHORT_NAME = 60
# Paragraphs among which a dateline stands: a standfirst and notices may come first.
OPENING = 5
LONGEST_NOTICE = 300


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, agency and day that open a story: "TALLIS (NWA), 3 May –"."""

    place: str | None
    agency: str | None
    text: str


def read_dateline(paragraph: str) -> Dateline | None:
    """
    Read the dateline that opens a paragraph.

    >>> read_dateline("MOSTA (NPA) – Talks resumed on Monday.")
    Dateline(place='MOSTA', agency='NPA', text='MOSTA (NPA) –')
    >>> read_dateline("Mosta, 15 April 2013 - The board was told today.").text
    'Mosta, 15 April 2013 -'
    """
    opening = paragraph[:120]
    for pattern in (DATELINE, MIXED_DATELINE, STOPPED_DATELINE, RELEASE_DATELINE):
        match = pattern.match(opening)
        if match and match["agency"] and any(find_days(match["agency"], "dateline")):
            continue  # "Tallis (3 May 2014) –": the brackets hold its day
        if match and (
            match["place"].isupper() or match["agency"] or match["slashed"] or match["day"]
        ):
            agency = match["agency"] or match["slashed"]
            return Dateline(match["place"].strip(" ,"), agency, match.group().strip())
    match = LEADING_AGENCY.match(opening)
    if match and match["agency"].lower() in AGENCIES:
        return Dateline(None, match["agency"], match.group().strip())
    return None


def story_paragraphs(cleaned: Cleaned) -> list[str]:
    """The paragraphs after the headline."""
    begun = cleaned.title.end if cleaned.title else 0
    return [part for part in cleaned.text[begun:].split("\n\n") if part]


def find_dateline(cleaned: Cleaned) -> Dateline | None:
    """The first dateline among the story's opening paragraphs (a standfirst may come first)."""
    for paragraph in story_paragraphs(cleaned)[:OPENING]:
        found = read_dateline(paragraph)
        if found:
            return found
    return None


def find_byline(cleaned: Cleaned) -> str | None:
    """The line that names the writers, as found."""
    for line in cleaned.lines:
        if line.i in cleaned.sorted.cut and is_byline(line) and len(line.text) < 120:
            return line.text
    return None


def find_credits(
    cleaned: Cleaned, dateline: Dateline | None, byline: str | None
) -> Iterator[Credit]:
    """Whom the page credits, in the order of the page."""
    if dateline and dateline.agency:
        yield Credit(dateline.agency, "agency", dateline.text)
    if byline:
        name = re.sub(r"^(?:by|from|written by|story by)[:\s]+", "", byline, flags=re.IGNORECASE)
        name = BESIDE_NAME.split(name)[0].strip(" ,") or name
        role = "agency" if name.lower().strip(" .") in AGENCIES else "byline"
        yield Credit(name[:SHORT_NAME], role, byline)
    for line in cleaned.lines:
        yield from _credited(line)


def _credited(line: Line) -> Iterator[Credit]:
    if len(line.text) > 400:
        return
    lower = line.bare
    if lower.strip("()[]. ") in AGENCIES:
        yield Credit(line.text.strip("()[]- –—"), "agency", line.text)
        return
    signed = SIGNED.match(line.text)
    if signed and signed["name"].lower() not in NO_AGENCY:
        yield Credit(signed["name"], "agency", line.text)
        return
    match = SOURCE.match(line.text) or CLOSING_SOURCE.search(line.text)
    if match and len(line.words) < 15:
        yield Credit(match["name"], "source", line.text)
        return
    for pattern in (CONTRIBUTED, INPUTS):
        match = pattern.search(line.text)
        if match:
            role = "agency" if match["name"].lower() in AGENCIES else "contributor"
            yield Credit(match["name"], role, match.group())
            return


def outlet_in_copyright(cleaned: Cleaned) -> str | None:
    """
    Whom the page's copyright line names, if it names one.

    That is the paper; "All rights reserved" without a name tells nothing.
    """
    for line in reversed(cleaned.lines):
        match = COPYRIGHT.search(line.text) if len(line.text) < LONGEST_NOTICE else None
        if match and line.i in cleaned.sorted.cut:
            name = match["name"].split(" All ")[0].strip()
            if name.lower() not in ("all", "all rights", "copyright", "the", "protected"):
                return name.removesuffix(" All").strip()
    return None


def outlet_in_masthead(cleaned: Cleaned, story: str | None = None) -> str | None:
    """
    The paper or body that the page's first lines name, above its headline.

    `story` is the page's own, where it was taken out by other means: what is not in it is
    cut.
    """
    found = find_masthead(cleaned.lines, cleaned.sorted.headline)
    if found is None:
        return None
    apart = story is not None and cleaned.lines[found[0]].text.strip() not in story
    return found[1] if apart or found[0] in cleaned.sorted.cut else None


def outlet_in_address(url: str | None) -> str | None:
    """
    The host that a page's address names, without "www.".

    >>> outlet_in_address("https://www.paper.example/2013/04/09/talks")
    'paper.example'
    """
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:  # a broken address names nobody
        return None
    return host.removeprefix("www.") if host else None
