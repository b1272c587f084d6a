"""
One invented story, as plain text and as a web page, and the reading of sources.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.ingest import read_sources
from verbale.model.document import Document
from verbale.model.problem import Problem

STORY = (
    "Ferry crews and owners end second day without a deal\n\n"
    "Ferry crews and the owners of the line ended a second day of talks in Port Ansel on "
    "Tuesday without a deal, both sides said.\n\n"
    "“We put our offer on the table and we are waiting for an answer,” said Mara Linde, who "
    "speaks for the crews.\n"
)
HTML = (
    "<html><head><title>Ferry talks</title>"
    '<meta property="article:published_time" content="2031-05-06T08:00:00Z">'
    '<meta property="og:site_name" content="Ansel Post"></head><body>'
    "<nav><ul><li>Home<li>World</ul></nav><article><h1>Ferry talks stall</h1>"
    + "".join(f"<p>{part}</p>" for part in STORY.split("\n\n")[1:])
    + "</article><footer>© 2031 Ansel Post. All rights reserved.</footer></body></html>"
)


@pytest.fixture(scope="session")
def story() -> str:
    return STORY


@pytest.fixture(scope="session")
def html() -> str:
    """The story among what stands around it on a web page."""
    return HTML


@pytest.fixture(scope="session")
def read() -> Callable[..., tuple[list[Document], list[Problem]]]:
    """Read sources; their documents, and what could not be read."""

    def read(*sources: str | Path) -> tuple[list[Document], list[Problem]]:
        problems: list[Problem] = []
        return list(read_sources(sources, problems)), problems

    return read
