"""
BibTeX: the pages as references, with the day that was concluded.
"""

from __future__ import annotations

import re
from pathlib import Path

from verbale.export.visible import on_one_line
from verbale.export.wording import MONTHS, day_in_words
from verbale.export.writing import write_text
from verbale.model.answer import DocumentRow
from verbale.model.dossier import Dossier

SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
NOT_IN_A_KEY = re.compile(r"[^A-Za-z0-9:._-]")
NOT_IN_AN_ADDRESS = re.compile(r"[\s{}\\]")


class BibtexExporter:
    """The pages as references."""

    name = "bibtex"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the references."""
        pages = [page for page in dossier.documents if page.relevant]
        write_text(path, "\n".join(_entry(page) for page in pages))


def _entry(page: DocumentRow) -> str:
    """One reference; a day that is a range is told in the note."""
    days = page.published
    fields = {"title": _shown(page.title or page.name or page.path)}
    if page.byline:
        fields["author"] = f"{{{_shown(page.byline)}}}"
    if page.outlet:
        fields["organization"] = _shown(page.outlet)
    if page.url:
        fields["howpublished"] = f"\\url{{{NOT_IN_AN_ADDRESS.sub('', page.url)}}}"
    if days.earliest and days.latest and days.earliest.year == days.latest.year:
        fields["year"] = str(days.latest.year)
        if days.earliest.month == days.latest.month:
            fields["month"] = MONTHS[days.latest.month - 1]
    fields["note"] = f"Published {_shown(day_in_words(days))}"
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{NOT_IN_A_KEY.sub('', page.id)},\n{body}}}\n"


def _shown(words: str) -> str:
    return "".join(SPECIAL.get(each, each) for each in on_one_line(words))
