"""
Web archives: WARC files, also compressed, read record by record.

Only responses and resources that are pages are taken; pictures, scripts and
redirects of the crawl are no problems, they are simply not pages.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from verbale.errors import DocumentError
from verbale.ingest.found import LARGEST_PAGE, Found, Told
from verbale.model.problem import Problem

PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
RECORDS = ("response", "resource", "conversion")


class WarcReader:
    """Reads a web archive."""

    name = "warc"

    def accepts(self, found: Found) -> bool:
        """Take .warc and .warc.gz."""
        if found.media:
            return found.media == "application/warc"
        return found.suffixes[:1] == (".warc",) or found.suffixes == (".gz", ".warc")

    def read(self, found: Found) -> Iterator[Found | Problem]:
        """Yield each page of the archive."""
        with found.open() as stream:
            try:
                for number, record in enumerate(ArchiveIterator(stream), 1):
                    if record.rec_type not in RECORDS:
                        continue
                    yield from _page(found, number, record)
            except (ArchiveLoadFailed, StatusAndHeadersParserException, ValueError):
                raise DocumentError(
                    "The web archive is damaged or cut off; the rest is lost."
                ) from None


def _page(found: Found, number: int, record: object) -> Iterator[Found | Problem]:
    headers = record.rec_headers  # type: ignore[attr-defined]
    http = record.http_headers  # type: ignore[attr-defined]
    url = headers.get_header("WARC-Target-URI")
    kind = (http or headers).get_header("Content-Type") or ""
    media, _, _ = kind.partition(";")
    status = http.get_statuscode() if http else "200"
    if media.strip().lower() not in PAGES or not (status or "200").startswith("2"):
        return
    data = record.content_stream().read(LARGEST_PAGE + 1)  # type: ignore[attr-defined]
    name = url or str(number)
    if len(data) > LARGEST_PAGE:
        yield Problem(f"{found.path}#{name}", "ingest", "Too large for one page; not read.")
        return
    told = Told(
        url=url,
        retrieved=headers.get_header("WARC-Date"),
        modified=http.get_header("Last-Modified") if http else None,
    )
    yield found.member(name, partial(io.BytesIO, data), media=media.strip().lower(), told=told)
