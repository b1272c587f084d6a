"""
Documents: what was read of a page, put together with its id.

The id is made of the page's content and of its name below the folder that was
given, so that it is the same on every machine, and twins in two files are two.
"""

from __future__ import annotations

import hashlib

from verbale.errors import DocumentError
from verbale.ingest.cleaning import Cleaned
from verbale.ingest.days import day_in_address, find_days
from verbale.ingest.found import Found, Told, digest
from verbale.ingest.language import LEAST_SHARE, english_share
from verbale.ingest.metadata import (
    find_byline,
    find_credits,
    find_dateline,
    outlet_in_address,
    outlet_in_copyright,
    outlet_in_masthead,
)
from verbale.ingest.shown import find_dates
from verbale.model.document import Credit, DateCandidate, Document, Page

ID_LENGTH = 12
LEAST_STORY = 5  # words; less than that is no page


def make_document(
    found: Found,
    data: bytes,
    media: str,
    cleaned: Cleaned,
    *,
    told: Told | None = None,
    dates: tuple[DateCandidate, ...] = (),
    credited: tuple[Credit, ...] = (),
) -> Document:
    """
    Make a document of cleaned text and of what page and container tell about it.

    Raises DocumentError where there is no story or it is not English.
    """
    told = told or found.told
    if len(cleaned.text.split()) < LEAST_STORY:
        raise DocumentError("No story was found on this page.")
    share = english_share(cleaned.text)
    if share is not None and share < LEAST_SHARE:
        raise DocumentError("Not in English; verbale reads English only.")
    dateline = find_dateline(cleaned)
    byline = told.byline or find_byline(cleaned)
    sha256 = digest(data)
    page = Page(
        path=found.path,
        name=found.name,
        sha256=sha256,
        media=media,
        url=told.url,
        outlet=told.outlet
        or outlet_in_address(told.url)
        or outlet_in_masthead(cleaned)
        or outlet_in_copyright(cleaned),
        retrieved=told.retrieved,
    )
    return Document(
        id=document_id(sha256, found.name),
        page=page,
        text=cleaned.text,
        title=cleaned.title,
        byline=byline,
        dateline=dateline.place if dateline else None,
        language="en" if share is not None else told.language,
        dates=_unique((*dates, *_told_dates(told), *find_dates(cleaned))),
        credits=tuple(dict.fromkeys((*credited, *find_credits(cleaned, dateline, byline)))),
        cuts=cleaned.cuts,
        segments=cleaned.segments,
    )


def document_id(sha256: str, name: str) -> str:
    """The id of the page of this content under this name."""
    return hashlib.sha256(f"{sha256}\0{name}".encode()).hexdigest()[:ID_LENGTH]


def _told_dates(told: Told) -> tuple[DateCandidate, ...]:
    found: list[DateCandidate] = []
    if told.published:
        found.extend(list(find_days(told.published, told.origin))[:1])
    if told.modified:
        found.extend(list(find_days(told.modified, "updated"))[:1])
    if told.url:
        day = day_in_address(told.url)
        if day:
            found.append(day)
    return tuple(found)


def _unique(dates: tuple[DateCandidate, ...]) -> tuple[DateCandidate, ...]:
    return tuple(dict.fromkeys(dates))
