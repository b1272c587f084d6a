"""
The brief: hostile text stays text, every line has its source, and it asks for nothing.
"""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from verbale.ask.dossier import collect
from verbale.export.brief import Brief
from verbale.export.html import html_brief
from verbale.export.markdown import markdown_brief
from verbale.model.dossier import Dossier, Matter
from verbale.store import open_record


class Tags(HTMLParser):
    """Collects elements, links and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        self.links.extend(value for key, value in attrs if key in ("href", "src") and value)
        if values.get("id"):
            self.ids.append(str(values["id"]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def parsed(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    return tags


def test_hostile_text_shows_as_text_in_the_brief(hostile: Dossier) -> None:
    """
    No script, no drawing, no dangerous link; what turns text round is shown by number.
    """
    page = html_brief(hostile)
    found = parsed(page)

    assert not {"script", "svg", "img", "iframe"} & set(found.tags)
    assert all(link.startswith("#") for link in found.links)
    assert "\u202e" not in page
    assert "‹U+202E›{{ 7 * 7 }}" in "".join(found.words)


def test_hostile_text_shows_as_text_in_markdown(hostile: Dossier) -> None:
    """
    The same in the other form.
    """
    text = markdown_brief(hostile)

    assert "<script" not in text.replace(r"\<script", "")
    assert "javascript:" not in text
    assert "\u202e" not in text


def test_the_brief_is_one_file_that_asks_for_nothing(dossier: Dossier) -> None:
    """
    No script, no font, no picture from elsewhere; links lead to its sources or the pages.
    """
    page = html_brief(dossier)
    found = parsed(page)

    assert not {"script", "link", "img", "iframe"} & set(found.tags)
    assert "default-src 'none'" in page
    targets = {link[1:] for link in found.links if link.startswith("#")}
    assert targets <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


def test_every_line_of_the_brief_has_its_source_and_sentence(dossier: Dossier) -> None:
    """
    Each act of the timeline stands with the words that tell it.
    """
    words = " ".join(" ".join(parsed(html_brief(dossier)).words).split())

    for act in dossier.timeline:
        for source in act.sources:
            assert " ".join(source.quote.split()) in words


def test_both_briefs_say_the_same_days_and_sources(dossier: Dossier) -> None:
    """
    Ranges stay ranges, in words.
    """
    page = " ".join(parsed(html_brief(dossier)).words)
    text = markdown_brief(dossier)

    for words in ("10–11 March 2031", "April 2031", "by 11 March 2031", "date unknown"):
        assert words in page
        assert words in text
    assert "A copy of" in page
    assert "A copy of source 1" in text


def test_footnotes_of_markdown_lead_somewhere(dossier: Dossier) -> None:
    """
    As many notes as marks, none without the other.
    """
    text = markdown_brief(dossier)

    marks = {part.split("]")[0] for part in text.split("[^")[1:]}
    notes = {line[2:].split("]")[0] for line in text.splitlines() if line.startswith("[^")}
    assert marks == notes


def test_changes_are_told_only_where_asked(record_file: Path) -> None:
    """
    Without --since there is no such chapter, and no link to it.
    """
    with open_record(record_file) as view:
        page = html_brief(collect(view))

    assert "What changed" not in page


def test_the_brief_names_a_rare_issue_once_and_moves_nobody_with_its_bloc(
    dossier: Dossier,
) -> None:
    """
    Issues told of often stand by themselves; a silent member's stance is its bloc's.
    """
    often, rare = Matter("i1", "toll", 3), Matter("i2", "Night ferries", 1)
    again = Matter("i3", "night ferries", 1)
    row = dossier.positions[0]
    own = replace(row, party="Union", stance="insists", basis="own")
    member = replace(row, party="Member", stance="insists", basis="Union")
    moved = replace(dossier.changes[0], kind="position", party="Member")
    brief = Brief.of(
        replace(
            dossier,
            overview=replace(dossier.overview, matters=(often, rare, again)),
            positions=(own, member),
            changes=(moved, replace(moved, party="Union")),
        )
    )

    assert brief.matters == [often]
    assert len(brief.rare_matters) == 1
    assert brief.matrix.parties == ("Union",)
    assert brief.matrix.inherited == (("Member", "Union"),)
    assert [change.party for change in brief.changes] == ["Union"]
