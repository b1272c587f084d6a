"""
How pages are dated, on invented piles: the whole way from text to day.

Counted are the pages that show no day or a false one: how often the true day lies in
the answer, and the answer in three days. And how often a false banner is believed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from verbale.annotate import annotate, load_parser
from verbale.evaluate.dated_piles import InventedPage, invent_pile
from verbale.extract import extract
from verbale.ingest import read_sources
from verbale.link.actors.register import register_actors
from verbale.link.dating.dating import date_pages
from verbale.model.dating import Dating
from verbale.model.problem import Problem

PILES = 20
NARROW = 3


def run(data: Path) -> dict[str, float]:
    """
    Score the dating of invented piles; `data` is not needed, the piles make themselves.
    """
    return score(
        pair for number in range(PILES) for pair in date_pile(invent_pile(number)).values()
    )


def date_pile(pages: list[InventedPage]) -> dict[str, tuple[InventedPage, Dating]]:
    """Read and date one pile, by page name."""
    parser = load_parser()
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            (Path(folder) / page.name).write_text(page.text, encoding="utf-8")
        documents = list(read_sources([folder], problems))
    extractions = [extract(annotate(document, parser)) for document in documents]
    datings = date_pages(extractions, register_actors(extractions, ()))
    by_name = {Path(document.page.name).name: document.id for document in documents}
    return {page.name: (page, datings[by_name[page.name]]) for page in pages}


def score(pairs: Iterable[tuple[InventedPage, Dating]]) -> dict[str, float]:
    """
    The measures over many pages, each a share between 0 and 1.
    """
    found = list(pairs)
    without = [(page, dating) for page, dating in found if page.shown != "true"]
    contradicted = [dating for page, dating in found if page.shown == "crawl" and page.contradicted]
    true = [(page, dating) for page, dating in found if page.shown == "true"]
    return {
        "placed": _share(_holds(page, dating) and _narrow(dating) for page, dating in without),
        "right": _share(_holds(page, dating) for page, dating in without),
        "within_a_week": _share(_near(page, dating) for page, dating in without),
        "false_banner_believed": _share(bool(d.page_date_trusted) for d in contradicted),
        "crawl_banner_believed": _share(
            bool(d.page_date_trusted) for page, d in found if page.shown == "crawl"
        ),
        "true_banner_believed": _share(bool(d.page_date_trusted) for _, d in true),
        "pages": float(len(found)),
    }


def _holds(page: InventedPage, dating: Dating) -> bool:
    return dating.published.known and page.day in dating.published


def _narrow(dating: Dating) -> bool:
    days = dating.published.days
    return days is not None and days <= NARROW


def _near(page: InventedPage, dating: Dating) -> bool:
    earliest, latest = dating.published.earliest, dating.published.latest
    week = timedelta(days=7)
    return bool(earliest and latest and page.day - week <= earliest and latest <= page.day + week)


def _share(hits: Iterable[bool]) -> float:
    values = list(hits)
    return round(sum(values) / len(values), 4) if values else 0.0
