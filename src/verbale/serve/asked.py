"""
What a request asks for: the filters of its query string, and links that change one of them.

An address says all that a view shows, so that it can be kept, sent and quoted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request

from verbale.ask.filters import Filters
from verbale.errors import ConfigError
from verbale.serve.questions import filters_of

# Rows of a listing on one page.
ROWS = 100
LAST_PAGE = 100_000
# Words of a query string that narrow what is shown, in the order of a link.
NARROWING = (
    "as_of",
    "known",
    "party",
    "issue",
    "since",
    "until",
    "words",
    "type",
    "modality",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: where, with which words, and which page of the rows."""

    path: str
    given: Mapping[str, str]
    filters: Filters
    page: int = 1

    @classmethod
    def of(cls, request: Request) -> Asked:
        """Read a request; what is wrong in it is told in a sentence."""
        given = {
            key: value.strip()
            for key, value in request.query_params.items()
            if value.strip() and key != "token"
        }
        narrowed: dict[str, Any] = {name: given[name] for name in NARROWING if name in given}
        return cls(request.url.path, given, filters_of(**narrowed), _page(given.get("page", "1")))

    @property
    def paged(self) -> Filters:
        """The filters for the rows of this page and one more, which tells of a next page."""
        return replace(self.filters, limit=ROWS + 1, offset=(self.page - 1) * ROWS)

    @property
    def times(self) -> dict[str, str]:
        """The two days of the record, to be kept when a link leads to another view."""
        return {name: self.given[name] for name in ("as_of", "known") if name in self.given}

    @property
    def narrowed(self) -> tuple[str, ...]:
        """The filters that are set."""
        return tuple(name for name in NARROWING if name in self.given)

    def word(self, name: str) -> str:
        """What was given under a name, or nothing."""
        return self.given.get(name, "")

    def url(self, **changes: str | int | None) -> str:
        """The view with some words of the query changed; None takes one out."""
        kept: dict[str, str | int] = {
            **{key: value for key, value in self.given.items() if key != "page"},
            **{key: value for key, value in changes.items() if value is not None},
        }
        for gone in (key for key, value in changes.items() if value is None):
            kept.pop(gone, None)
        return address(self.path, kept)

    def api(self, name: str, ending: str = "") -> str:
        """The same rows from the HTTP API."""
        kept = {key: self.given[key] for key in NARROWING if key in self.given}
        return address(f"/api/{name}{ending}", kept)


def address(path: str, query: Mapping[str, str | int]) -> str:
    """A path with a query string."""
    return f"{path}?{urlencode(query)}" if query else path


def in_path(id: str) -> str:
    """An id as part of a path."""
    return quote(id, safe="")


def _page(words: str) -> int:
    if not (words.isascii() and words.isdigit()) or not 1 <= int(words[:9]) <= LAST_PAGE:
        raise ConfigError(f"page takes a number from 1 on, not {words!r}.")
    return int(words)
