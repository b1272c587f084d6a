"""
Every export: of an empty record, twice alike, of the day asked for, to where it may be written.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from verbale.ask.dossier import collect
from verbale.ask.filters import Filters
from verbale.errors import ConfigError
from verbale.export import EXPORTERS, Exporter
from verbale.export.html import html_brief
from verbale.model.dossier import Dossier
from verbale.store import open_record


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_an_empty_record_can_be_written(exporter: Exporter, empty: Dossier, tmp_path: Path) -> None:
    """
    Nothing found is a result too.
    """
    exporter.write(empty, tmp_path / "out")

    assert (tmp_path / "out").exists()


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_writing_twice_gives_the_same_bytes(
    exporter: Exporter, dossier: Dossier, tmp_path: Path
) -> None:
    """
    No clock and no chance in any format.
    """
    for name in ("one", "two"):
        exporter.write(dossier, tmp_path / name)

    one, two = (
        {
            each.relative_to(tmp_path / name): each.read_bytes()
            for each in sorted(tmp_path.glob(f"{name}/**/*")) or [tmp_path / name]
            if each.is_file()
        }
        if (tmp_path / name).is_dir()
        else {Path(): (tmp_path / name).read_bytes()}
        for name in ("one", "two")
    )
    assert one == two


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_a_place_that_cannot_be_written_is_one_sentence(
    exporter: Exporter, dossier: Dossier, tmp_path: Path
) -> None:
    """
    A file where a folder would have to be, for every format.
    """
    (tmp_path / "file").write_text("here")

    with pytest.raises(ConfigError):
        exporter.write(dossier, tmp_path / "file" / "out")


def test_an_export_stands_on_the_day_asked_for(record_file: Path, tmp_path: Path) -> None:
    """
    The filters of the listings are the filters of the exports.
    """
    with open_record(record_file) as view:
        dossier = collect(view, Filters(as_of=date(2031, 3, 10)))

    assert [row.id for row in dossier.timeline] == ["a1"]
    assert "As of 10 March 2031" in html_brief(dossier)
