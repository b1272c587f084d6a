"""
Archives and other files of many pages: zips, tars, web archives, lists of items, feeds, mails.
"""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from verbale.ingest import read_sources
from verbale.model.document import Document
from verbale.model.problem import Problem

Read = Callable[..., tuple[list[Document], list[Problem]]]


def test_a_zip_is_read_member_by_member(tmp_path: Path, read: Read, story: str, html: str) -> None:
    """
    Pages of any kind inside, archives within; a path that climbs and a bomb are not read.
    """
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep.html", html)
    with zipfile.ZipFile(tmp_path / "pile.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", story)
        archive.writestr("../../up.txt", story)
        archive.writestr("bomb.txt", b"0" * 30_000_000)
        archive.writestr("inner.zip", inner.getvalue())

    documents, problems = read(tmp_path)

    assert [document.page.name for document in documents] == [
        "pile.zip#a.txt",
        "pile.zip#inner.zip#deep.html",
    ]
    assert sorted(problem.path.split("#")[1] for problem in problems) == [
        "../../up.txt",
        "bomb.txt",
    ]


def test_a_tar_and_what_is_compressed_are_read(
    tmp_path: Path, read: Read, story: str, html: str
) -> None:
    """
    .tar.gz, .txt.gz, .html.zst.
    """
    with tarfile.open(tmp_path / "pile.tar.gz", "w:gz") as archive:
        for name in ("a.txt", "../up.txt"):
            info = tarfile.TarInfo(name)
            info.size = len(story.encode())
            archive.addfile(info, io.BytesIO(story.encode()))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(story.encode()))
    (tmp_path / "c.html.zst").write_bytes(zstandard.compress(html.encode()))

    documents, problems = read(tmp_path)

    assert [document.page.name for document in documents] == ["b.txt", "c.html", "pile.tar#a.txt"]
    assert len(problems) == 1


def test_a_web_archive_is_read_record_by_record(tmp_path: Path, read: Read, html: str) -> None:
    """
    Pages with their address and the day of the crawl; pictures are passed over.
    """
    with (tmp_path / "crawl.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for url, kind, body in (
            ("http://paper.example/2031/05/06/talks", "text/html; charset=utf-8", html.encode()),
            ("http://paper.example/a.png", "image/png", b"\x89PNG"),
        ):
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=headers
            )
            writer.write_record(record)

    documents, problems = read(tmp_path)

    assert [document.page.url for document in documents] == [
        "http://paper.example/2031/05/06/talks"
    ]
    assert documents[0].page.outlet == "Ansel Post"
    assert documents[0].page.retrieved
    assert {date.origin for date in documents[0].dates} >= {"meta", "url"}
    assert problems == []


@pytest.mark.parametrize(
    "item",
    [
        {"maintext": None, "title": "Ferry talks", "date_publish": "2031-05-06 08:00:00",
         "source_domain": "paper.example", "url": "https://paper.example/x", "filename": "x"},
        {"plaintext": None, "title": "Ferry talks", "publishing_date": "2031-05-06",
         "publisher": "paper.example", "authors": ["Ana Roth"]},
        {"stories_id": 7, "text": None, "title": "Ferry talks", "publish_date": "2031-05-06",
         "media_name": "paper.example"},
        {"text": None, "title": "Ferry talks", "date": "2031-05-06", "sitename": "paper.example",
         "author": "Ana Roth", "hostname": "paper.example"},
    ],
)  # fmt: skip
def test_the_shapes_of_common_scrapers_are_known(
    tmp_path: Path, item: dict[str, object], read: Read, story: str
) -> None:
    """
    Text, day and outlet are found under each scraper's names; None stands for the story.
    """
    told = {field: story if value is None else value for field, value in item.items()}
    (tmp_path / "a.jsonl").write_text(json.dumps(told) + "\nnot json\n")

    documents, problems = read(tmp_path)

    assert "both sides said." in documents[0].text
    assert [str(date.days) for date in documents[0].dates] == ["2031-05-06"]
    assert documents[0].page.outlet == "paper.example"
    assert len(problems) == 1


def test_field_names_can_be_told(tmp_path: Path, story: str) -> None:
    """
    A scraper nobody knows is read when its fields are named.
    """
    (tmp_path / "a.jsonl").write_text(json.dumps({"cuerpo": story, "fecha": "2031-05-06"}))

    documents = list(read_sources([tmp_path], [], fields={"text": "cuerpo", "published": "fecha"}))

    assert [str(date.days) for date in documents[0].dates] == ["2031-05-06"]


def test_feeds_mails_and_markdown_are_read(tmp_path: Path, read: Read, story: str) -> None:
    """
    One page each, with what the container tells.
    """
    body = story.split("\n\n", 1)[1]
    (tmp_path / "a.rss").write_text(
        "<rss version='2.0'><channel><title>Ansel Post</title><item><title>Ferry talks</title>"
        "<link>http://paper.example/1</link><pubDate>Tue, 06 May 2031 08:00:00 GMT</pubDate>"
        f"<description>{body}</description></item></channel></rss>"
    )
    (tmp_path / "b.eml").write_text(
        "From: Ansel Post <news@paper.example>\nSubject: Ferry talks stall\n"
        "Date: Tue, 06 May 2031 08:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n" + body
    )
    (tmp_path / "c.md").write_text(
        "# Ferry talks **stall**\n\n" + body + "\n[Home](http://x.example)\n"
    )

    documents, problems = read(tmp_path)

    assert problems == []
    assert ["both sides said." in document.text for document in documents] == [True] * 3
    assert [document.page.outlet for document in documents[:2]] == ["Ansel Post"] * 2
    assert {str(date.days) for document in documents[:2] for date in document.dates} == {
        "2031-05-06"
    }
    assert [d.title.text for d in documents if d.title][-1] == "Ferry talks stall"
