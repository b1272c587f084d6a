"""
What an HTML page tells about itself to machines: meta tags, JSON-LD, time tags.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import lxml.html

from verbale.ingest.days import find_days
from verbale.ingest.found import Told
from verbale.lexicon import terms
from verbale.model.document import Credit, DateCandidate

PUBLISHED = tuple(terms("verbale.ingest", "metadata")["published"])
MODIFIED = tuple(terms("verbale.ingest", "metadata")["modified"])
SITE_BEHIND = re.compile(r"\s+(?:[-–—|»«·•]|::?)\s+")
LONGEST_SITE = 6  # words of a site's name
TITLES = tuple(terms("verbale.ingest", "metadata")["titles"])
SITES = tuple(terms("verbale.ingest", "metadata")["sites"])
AUTHORS = tuple(terms("verbale.ingest", "metadata")["authors"])
URLS = tuple(terms("verbale.ingest", "metadata")["urls"])
STORIES = tuple(terms("verbale.ingest", "metadata")["stories"])
DEEPEST = 12
MOST_TIMES = 12


@dataclass(frozen=True, slots=True)
class Head:
    """The page's own metadata, each value the first that was told."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    credits: tuple[Credit, ...] = ()

    def completed(self, told: Told) -> Told:
        """What the container tells, completed by what the page tells."""
        return replace(
            told,
            url=told.url or self.url,
            title=told.title or self.title,
            outlet=told.outlet or self.outlet,
            byline=told.byline or self.byline,
            language=told.language or self.language,
        )


def read_head(tree: lxml.html.HtmlElement) -> Head:
    """Read meta tags, JSON-LD and time tags."""
    meta = _meta(tree)
    linked = [item for item in _linked_data(tree) if _is_story(item)]
    story = linked[0] if linked else {}
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    title = _first(meta, TITLES) or _text(story.get("headline")) or _heading(tree)
    return Head(
        title=title,
        outlet=_first(meta, SITES) or _name(story.get("publisher")) or _site(tree, title),
        byline=_name(story.get("author")) or _person(_first(meta, AUTHORS)),
        url=next((str(url) for url in [*canonical, _first(meta, URLS)] if url), None),
        language=tree.get("lang") or None,
        dates=tuple(_dates(tree, meta, linked)),
        credits=tuple(_credits(story)),
    )


def _meta(tree: lxml.html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = (tag.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _heading(tree: lxml.html.HtmlElement) -> str | None:
    """
    The first heading; else the page's title, without the name of the site behind a
    dash or bar where a lesser heading says the rest.
    """
    headings = list(_texts(tree, "h1"))
    titles = list(_texts(tree, "title"))
    if headings or not titles:
        return headings[0] if headings else None
    parts = SITE_BEHIND.split(titles[0])
    lesser = {*_texts(tree, "h2"), *_texts(tree, "h3")}
    return next((part for part in parts if part in lesser), titles[0])


def _site(tree: lxml.html.HtmlElement, headline: str | None) -> str | None:
    """The name of the site that the page's title puts behind, or before, its headline."""
    wanted = " ".join((headline or "").split()).lower()
    for title in list(_texts(tree, "title"))[:1]:
        parts = SITE_BEHIND.split(title)
        for told, site in ((parts[0], parts[-1]), (parts[-1], parts[0])):
            named = len(site.split()) <= LONGEST_SITE and site[:1].isupper()
            if len(parts) > 1 and told.lower() == wanted and named:
                return site
    return None


def _texts(tree: lxml.html.HtmlElement, name: str) -> Iterator[str]:
    for tag in tree.iter(name):
        text = " ".join(str(tag.text_content()).split())
        if text:
            yield text


def _person(name: str | None) -> str | None:
    """A name, not the address of a profile page."""
    return name if name and "://" not in name else None


def _linked_data(tree: lxml.html.HtmlElement) -> Iterator[dict[str, Any]]:
    for tag in tree.iter("script"):
        if (tag.get("type") or "").lower() == "application/ld+json" and tag.text:
            try:
                data = json.loads(tag.text, strict=False)
            except (ValueError, RecursionError):  # many pages' JSON-LD is broken; the rest stands
                continue
            yield from _items(data, 0)


def _items(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _items(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph"), depth + 1)
        yield from _items(data.get("mainEntity"), depth + 1)


def _is_story(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.lower() in STORIES for kind in named)


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """The names in a JSON-LD person, organisation, or list of them."""
    if isinstance(value, list):
        names = [name for name in map(_name, value) if name]
        return ", ".join(names) or None
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _person(_text(value))


def _dates(
    tree: lxml.html.HtmlElement, meta: dict[str, str], linked: list[dict[str, Any]]
) -> Iterator[DateCandidate]:
    for item in linked:
        for key, origin in (
            ("datePublished", "json-ld"),
            ("dateCreated", "json-ld"),
            ("dateModified", "updated"),
        ):
            value = _text(item.get(key))
            if value:
                yield from list(find_days(value, origin))[:1]
    for names, origin in ((PUBLISHED, "meta"), (MODIFIED, "updated")):
        value = _first(meta, names)
        if value:
            yield from list(find_days(value, origin))[:1]
    for count, tag in enumerate(tree.iter("time")):
        if count == MOST_TIMES:
            return
        value = tag.get("datetime") or tag.text_content()
        yield from list(find_days(str(value)[:100], "time-tag"))[:1]


def _credits(story: dict[str, Any]) -> Iterator[Credit]:
    for key, role in (
        ("sourceOrganization", "source"),
        ("creditText", "source"),
        ("copyrightHolder", "source"),
        ("isBasedOn", "source"),
    ):
        name = _name(story.get(key))
        if name:
            yield Credit(name, role, f"{key}: {name}")
