"""Sources: files, folders, globs, archives, and all that can be wrong with them."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tarfile
import time
import zipfile
from pathlib import Path

import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

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


def read(*sources: str | Path) -> tuple[list[Document], list[Problem]]:
    problems: list[Problem] = []
    return list(read_sources(sources, problems)), problems


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    """
    The order of files is that of their names, and names do not tell the machine.
    """
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).write_text(STORY)

    documents, problems = read(tmp_path)

    assert [document.page.name for document in documents] == ["a.txt", "b.txt", "sub/c.txt"]
    assert problems == []


def test_ids_do_not_depend_on_where_the_folder_lies(tmp_path: Path) -> None:
    """
    The same folder elsewhere gives the same ids; twins in two files are two pages.
    """
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.txt").write_text(STORY)
        (tmp_path / place / "b.txt").write_text(STORY)

    one, _ = read(tmp_path / "one")
    two, _ = read(tmp_path / "two")

    assert [document.id for document in one] == [document.id for document in two]
    assert one[0].id != one[1].id


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """
    By its folder, by its name and by a pattern, it is one page.
    """
    (tmp_path / "a.txt").write_text(STORY)

    documents, _ = read(tmp_path, tmp_path / "a.txt", str(tmp_path / "*.txt"))

    assert len(documents) == 1


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.html", b"  \n ", "empty file"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "kind of file"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "binary"),
        ("bare.html", b"<html><body><nav>Home</nav></body></html>", "No story"),
        ("menu.txt", b"Home\nWorld\nSubscribe\n", "No story"),
        ("cut.txt.gz", gzip.compress(STORY.encode() * 200)[:-30], "cut off"),
        ("no.gz", b"\x1f\x8bnonsense at all", "damaged"),
        ("no.zip", b"PK\x03\x04 no zip", "damaged"),
        ("no.pdf", b"%PDF-1.4 nothing", "damaged"),
        ("no.json", b"{ this is no JSON", "not JSON"),
        ("no.xml", b"<note>hello</note>", "feed"),
        ("no.warc", b"WARC/1.0\r\nbroken", "damaged"),
    ],
)
def test_one_bad_file_is_one_problem(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    """
    It is named with the reason; the page beside it is read.
    """
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(STORY)

    documents, problems = read(tmp_path)

    assert [document.page.name for document in documents] == ["good.txt"]
    assert len(problems) == 1
    assert problems[0].stage == "ingest"
    assert name in problems[0].path
    assert told in problems[0].message


def test_what_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """
    A missing path, a pattern that fits nothing, a name no file can have.
    """
    documents, problems = read(tmp_path / "no.txt", str(tmp_path / "*.none"), "a\0b")

    assert documents == []
    assert len(problems) == 3


def test_a_page_in_another_language_is_a_problem(tmp_path: Path) -> None:
    """
    verbale reads English; other pages are named, not misread.
    """
    (tmp_path / "de.txt").write_text(
        "Die Verhandlungen zwischen den Reedern und den Besatzungen gingen am Dienstag in "
        "der Hafenstadt ohne ein Ergebnis zu Ende, wie beide Seiten am Abend mitteilten."
    )

    documents, problems = read(tmp_path)

    assert documents == []
    assert "English" in problems[0].message


def test_links_that_lead_in_circles_end(tmp_path: Path) -> None:
    """
    A folder that holds itself is read once; a link to nowhere is a problem.
    """
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text(STORY)
    (tmp_path / "pages" / "again").symlink_to(tmp_path)
    (tmp_path / "pages" / "dead.txt").symlink_to(tmp_path / "gone")

    documents, problems = read(tmp_path)

    assert len(documents) == 1
    assert ["nowhere" in problem.message for problem in problems] == [True]


def test_a_zip_is_read_member_by_member(tmp_path: Path) -> None:
    """
    Pages of any kind inside, archives within; a path that climbs and a bomb are not read.
    """
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep.html", HTML)
    with zipfile.ZipFile(tmp_path / "pile.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", STORY)
        archive.writestr("../../up.txt", STORY)
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


def test_a_tar_and_what_is_compressed_are_read(tmp_path: Path) -> None:
    """
    .tar.gz, .txt.gz, .html.zst.
    """
    with tarfile.open(tmp_path / "pile.tar.gz", "w:gz") as archive:
        for name in ("a.txt", "../up.txt"):
            info = tarfile.TarInfo(name)
            info.size = len(STORY.encode())
            archive.addfile(info, io.BytesIO(STORY.encode()))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (tmp_path / "c.html.zst").write_bytes(zstandard.compress(HTML.encode()))

    documents, problems = read(tmp_path)

    assert [document.page.name for document in documents] == ["b.txt", "c.html", "pile.tar#a.txt"]
    assert len(problems) == 1


def test_a_web_archive_is_read_record_by_record(tmp_path: Path) -> None:
    """
    Pages with their address and the day of the crawl; pictures are passed over.
    """
    with (tmp_path / "crawl.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for url, kind, body in (
            ("http://paper.example/2031/05/06/talks", "text/html; charset=utf-8", HTML.encode()),
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
        {"maintext": STORY, "title": "Ferry talks", "date_publish": "2031-05-06 08:00:00",
         "source_domain": "paper.example", "url": "https://paper.example/x", "filename": "x"},
        {"plaintext": STORY, "title": "Ferry talks", "publishing_date": "2031-05-06",
         "publisher": "paper.example", "authors": ["Ana Roth"]},
        {"stories_id": 7, "text": STORY, "title": "Ferry talks", "publish_date": "2031-05-06",
         "media_name": "paper.example"},
        {"text": STORY, "title": "Ferry talks", "date": "2031-05-06", "sitename": "paper.example",
         "author": "Ana Roth", "hostname": "paper.example"},
    ],
)  # fmt: skip
def test_the_shapes_of_common_scrapers_are_known(tmp_path: Path, item: dict[str, object]) -> None:
    """
    Text, day and outlet are found under each scraper's names.
    """
    (tmp_path / "a.jsonl").write_text(json.dumps(item) + "\nnot json\n")

    documents, problems = read(tmp_path)

    assert "both sides said." in documents[0].text
    assert [str(date.days) for date in documents[0].dates] == ["2031-05-06"]
    assert documents[0].page.outlet == "paper.example"
    assert len(problems) == 1


def test_field_names_can_be_told(tmp_path: Path) -> None:
    """
    A scraper nobody knows is read when its fields are named.
    """
    (tmp_path / "a.jsonl").write_text(json.dumps({"cuerpo": STORY, "fecha": "2031-05-06"}))

    documents = list(read_sources([tmp_path], [], fields={"text": "cuerpo", "published": "fecha"}))

    assert [str(date.days) for date in documents[0].dates] == ["2031-05-06"]


def test_feeds_mails_and_markdown_are_read(tmp_path: Path) -> None:
    """
    One page each, with what the container tells.
    """
    body = STORY.split("\n\n", 1)[1]
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


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    "-" is whatever is piped in.
    """
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HTML.encode())))

    documents, problems = read("-")

    assert [document.page.media for document in documents] == ["text/html"]
    assert problems == []


def test_a_huge_page_is_refused_quickly(tmp_path: Path) -> None:
    """
    200 MB are not read into memory to find out that they are no page.
    """
    with (tmp_path / "huge.html").open("wb") as stream:
        stream.truncate(200_000_000)

    begun = time.process_time()
    documents, problems = read(tmp_path)

    assert documents == []
    assert "too large" in problems[0].message
    assert time.process_time() - begun < 5


def test_a_page_nested_too_deep_is_read_all_the_same(tmp_path: Path) -> None:
    """
    A hundred thousand open tags neither crash nor hide the story.
    """
    (tmp_path / "deep.html").write_text("<div>" * 100_000 + HTML + "</div>" * 100_000)

    begun = time.process_time()
    documents, _ = read(tmp_path)

    assert "both sides said." in documents[0].text
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode("utf-8-sig"),
        STORY.encode("utf-16"),
        STORY.encode("cp1252"),
        ('<meta charset="ascii">' + STORY).encode(),
        STORY.encode().replace(b" talks", b"\x00 talks"),
        b"<?xml version='1.0' encoding='nonsense-9'?>" + STORY.encode("cp1252"),
        STORY.encode() + b"\xed\xa0\x80 \xff",
    ],
)
def test_any_encoding_is_read(tmp_path: Path, data: bytes) -> None:
    """
    Marks, guesses, claims that lie, NULs and lone surrogates: the quotation stands.
    """
    (tmp_path / "page").write_bytes(data)

    documents, problems = read(tmp_path)

    assert problems == []
    assert "“We put our offer on the table" in documents[0].text
    documents[0].text.encode("utf-8")


def test_a_thousand_identical_pages_are_a_thousand_pages(tmp_path: Path) -> None:
    """
    Each has its own id, and reading them takes seconds.
    """
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_text(STORY)

    begun = time.process_time()
    documents, _ = read(tmp_path)

    assert len({document.id for document in documents}) == 1000
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    "page",
    ["<p>x" * 200_000, "</script>" + "<script>" * 100_000, "<!--" * 200_000, "<a " * 200_000],
    ids=["paragraphs", "scripts", "comments", "open tags"],
)
def test_endless_tags_end_quickly(tmp_path: Path, page: str) -> None:
    """
    Nothing in reading HTML is quadratic in the page's length.
    """
    (tmp_path / "a.html").write_text(page + HTML)

    begun = time.process_time()
    read(tmp_path)

    assert time.process_time() - begun < 20


TOLD = "Growers reject the offer"
TITLED = "<title>{title}</title><h1>Growers reject the offer</h1><p>{story}"


@pytest.mark.parametrize(
    ("name", "page", "outlet"),
    [
        (
            "a.txt",
            f"The Vir Post Friday 3 May 2031\nHome | Sport\n{TOLD}\n{{story}}",
            "The Vir Post",
        ),
        ("a.txt", f"VIR NEWS AGENCY - BEREND\n{TOLD}\n{{story}}", "VIR NEWS AGENCY"),
        ("a.txt", f"{TOLD} of Thursday\n{{story}}", None),
        ("a.html", TITLED.replace("{title}", f"{TOLD} :: Lake Weekly"), "Lake Weekly"),
        ("a.html", TITLED.replace("{title}", f"Vir Post | {TOLD}"), "Vir Post"),
        ("a.html", TITLED.replace("{title}", "Growers - who are they"), None),
    ],
)
def test_the_outlet_is_what_the_page_calls_itself(
    tmp_path: Path, name: str, page: str, outlet: str | None
) -> None:
    """
    The name plate on top, or the name behind the headline in the page's title.
    """
    story = "The growers of the valley rejected the offer on Thursday, their leader said. " * 3
    (tmp_path / name).write_text(page.format(story=story), encoding="utf-8")

    documents, _ = read(tmp_path)

    assert [document.page.outlet for document in documents] == [outlet]


def test_a_name_in_brackets_under_a_story_is_who_it_was_taken_from(tmp_path: Path) -> None:
    """
    Known agency or not; a stage direction is none.
    """
    story = "The growers of the valley rejected the offer on Thursday, their leader said. " * 3
    for name, last in (("a", "(Northern Press)"), ("b", "(Vir News; editing in Berend)")):
        (tmp_path / f"{name}.txt").write_text(f"{TOLD}\n{story}\n{last}\n")
    (tmp_path / "c.txt").write_text(f"{TOLD}\n{story}\n(Applause)\n")

    documents, _ = read(tmp_path)

    assert [[credit.name for credit in document.credits] for document in documents] == [
        ["Northern Press"],
        ["Vir News"],
        [],
    ]
    assert all("(" not in document.text for document in documents)


def test_what_readers_wrote_under_a_web_page_is_no_story(tmp_path: Path) -> None:
    """
    Comments and links in paragraphs of their own, inside the article's element.
    """
    story = (
        "The growers of Halmstedt rejected the refinery's third offer on Thursday, saying that it "
        "would not cover the cost of diesel.",
        "“We were offered a mint,” said Jorun Akkerdal, who leads the growers' side.",
        "Talks resume on 14 September in the presence of the county governor.",
    )
    under = (
        *("You may also like", "How to sharpen a scythe", "Five walks near the lake"),
        *("3 Comments", "Barley_Boy", "12 September 2031 at 09:14"),
        *("The refinery should pay up, it's that simple!", "Reply"),
        "Somebody should ask where the subsidies went, if you want to know my view.",
    )
    paragraphs = "".join(f"<p>{line}</p>" for line in (*story, *under))
    (tmp_path / "a.html").write_text(f"<article><h1>{TOLD}</h1>{paragraphs}</article>")

    (document,), _ = read(tmp_path)

    assert document.text.split("\n\n") == [TOLD, *story]
