"""
The pages without a browser: every view, its filters, its way to the next and back.
"""

from __future__ import annotations

import html
import re
from collections import deque
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from verbale.ask.dossier import collect
from verbale.export.html import html_brief
from verbale.model.record import Record
from verbale.serve.app import make_app
from verbale.store import open_record, write_record

# Beside the listings.
MORE = ("/edits", "/search", "/search?q=ferries")


def test_every_view_is_a_whole_page(client: TestClient, listings: tuple[str, ...]) -> None:
    """
    It has a title, one heading of the first order, and no script or style of its own.
    """
    for view in (*listings, *MORE):
        page = client.get(view)

        assert page.status_code == 200, view
        assert page.text.count("<h1") == 1, view
        assert "<script>" not in page.text, view
        assert "style=" not in page.text, view


def test_an_empty_record_says_so(empty_file: Path, listings: tuple[str, ...]) -> None:
    """
    Nothing to show is a sentence, not an empty page or an error.
    """
    views = (*listings, *MORE)
    with TestClient(make_app(empty_file), base_url="http://127.0.0.1") as client:
        answers = {view: client.get(view).status_code for view in views}

    assert answers == dict.fromkeys(views, 200)


def test_the_timeline_draws_what_has_a_day_and_lists_the_rest(client: TestClient) -> None:
    """
    Bars for the dated acts, and the planned one is drawn otherwise than those that happened.
    """
    page = client.get("/timeline").text

    assert 'class="bar happened' in page
    assert 'class="bar planned' in page
    assert "Isle Union–Norland" not in page


def test_lanes_are_tracks_where_they_are_asked_for(client: TestClient) -> None:
    """
    By themselves only where most lines have one: demands are put beside the table, too.
    """
    assert "Isle Union–Norland" in client.get("/timeline?lanes=track").text


def test_the_timeline_is_searched_by_words_type_and_modality(client: TestClient) -> None:
    """
    The filters stand in the address, and what they find is all that is shown.
    """
    planned = client.get("/timeline?modality=planned").text
    worded = client.get("/timeline?words=free+passage&type=demand").text

    assert "Skerry Bay" in planned
    assert "Port Maro" not in planned
    assert 'id="line-a1"' in worded
    assert 'id="line-a3"' not in worded


def test_the_matrix_shows_what_moved(client: TestClient) -> None:
    """
    Compared with a day before the demand, its cell has moved from no record.
    """
    page = client.get("/positions?since=2031-03-01").text

    assert "was: no record" in page
    assert "moved" in page


def test_a_source_shows_its_lines_at_their_words(client: TestClient) -> None:
    """
    The words lead to the line and the line to the words, and a passage can be asked for.
    """
    page = client.get("/documents/d1?at=31-38").text

    assert 'href="#note-1"' in page
    assert 'id="note-1"' in page
    assert 'href="/explain/s1"' in page
    assert page.count('id="asked"') == 1


def test_a_source_tells_how_its_day_was_found(client: TestClient) -> None:
    """
    The banner nobody believes stands there with its weight.
    """
    page = client.get("/documents/d1").text

    assert "1 Jan 2032" in page
    assert "not believed" in page


def test_how_a_day_was_found_names_pages_and_no_ids(
    record_file: Path, small_record: Record, tmp_path: Path
) -> None:
    """
    In the list of sources, on the source's page and in the brief.
    """
    first, *others = small_record.documents
    reason = "What other pages tell of the same acts (d3, d3)."
    named = replace(first, dating=replace(first.dating, reason=reason))
    path = tmp_path / "named.verbale"
    write_record(path, replace(small_record, documents=(named, *others)))

    with TestClient(make_app(path), base_url="http://127.0.0.1") as client:
        listed = client.get("/documents").text
    with open_record(path) as view:
        brief = html_brief(collect(view))

    assert "(d3.html)" in listed
    assert "(source 3)" in brief
    assert "(d3, d3)" not in listed + brief


def test_an_actor_has_all_its_lines_on_one_page(client: TestClient) -> None:
    """
    Its spellings, its speakers, its demands, positions, acts and statements.
    """
    page = client.get("/actors/norland").text

    assert "Ada Brandt" in page
    assert "free passage for its ferries" in page
    assert "We will not pay the toll," in page


def test_search_finds_in_everything_and_opens_the_page_at_the_hit(client: TestClient) -> None:
    """
    A hit stands with the words around it, and its link leads to its characters.
    """
    page = client.get("/search?q=passage").text

    assert '<mark class="hit">passage</mark>' in page
    assert "/documents/d1?at=" in page


TYPED = ['"', "NEAR(", "*", "AND OR NOT", "a:b", "(", "ferries -passage", "\u202e", "—"]


def test_no_search_is_a_syntax_error(client: TestClient) -> None:
    """
    Whatever is typed is looked for as words.
    """
    for words in TYPED:
        for view, name in (("/search", "q"), ("/timeline", "words"), ("/statements", "words")):
            answer = client.get(view, params={name: words, "as_of": "2031-12-31"})

            assert answer.status_code == 200, (view, words)


ELSEWHERE = ["/explain/nobody", "/documents/none", "/actors/none", "/elsewhere", "/static/x"]


def test_what_is_not_there_has_a_way_back(client: TestClient) -> None:
    """
    A page with a sentence and a link home, told as 404.
    """
    for address in ELSEWHERE:
        page = client.get(address)

        assert page.status_code == 404, address
        assert 'href="/"' in page.text
        assert "Nothing is here" in page.text


WRONG = [
    "/timeline?as_of=yesterday",
    "/timeline?party=Atlantis",
    "/timeline?issue=moon",
    "/timeline?lanes=depth",
    "/timeline?type=dance",
    "/timeline?page=0",
    "/timeline?page=%C2%B2",
    "/positions?since=soon",
    "/documents/d1?at=here",
    "/search?q=a&kind=sword",
]


def test_a_wrong_word_in_an_address_is_told(client: TestClient) -> None:
    """
    400 with a sentence, never an error of the server.
    """
    for address in WRONG:
        page = client.get(address)

        assert page.status_code == 400, address
        assert "This cannot be shown" in page.text


def test_a_listing_is_paged(hostile: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    With more rows than fit, a page shows its own and leads to the next and back.
    """
    monkeypatch.setattr("verbale.serve.asked.ROWS", 20)
    monkeypatch.setattr("verbale.serve.views.ROWS", 20)

    first = hostile.get("/documents").text
    last = hostile.get("/documents?page=3").text

    assert 'rel="next"' in first
    assert 'rel="prev"' not in first
    assert first.count('<li><div class="when">') == 20
    assert 'rel="prev"' in last
    assert 'rel="next"' not in last
    assert last.count('<li><div class="when">') == 10


def test_every_listing_has_its_rows_as_json_and_csv(client: TestClient) -> None:
    """
    The links at the foot keep the filters of the view.
    """
    page = client.get("/demands?party=norland").text

    assert 'href="/api/demands?party=norland"' in page
    assert 'href="/api/demands.csv?party=norland"' in page
    assert client.get("/api/demands.csv?party=norland").status_code == 200


def test_the_how_to_names_what_is_there(client: TestClient) -> None:
    """
    Every address in docs/howto-serve.md is one that the server answers to.
    """
    guide = Path(__file__).parents[2] / "docs" / "howto-serve.md"
    named = re.findall(r"`(/[a-z/]*)(?:ID)?(?:\?[^`]*)?`", guide.read_text(encoding="utf-8"))
    ids = {"/documents/": "d1", "/actors/": "norland", "/explain/": "a1", "/api/explain/": "a1"}

    answers = {
        address: client.get(address + ids.get(address, "")).status_code
        for address in named
        if address not in ("/api/search", "/mcp/", "/api/")
    }

    assert len(answers) > 15
    assert set(answers.values()) == {200}, answers


def test_no_link_leads_nowhere(client: TestClient) -> None:
    """
    From the overview through every link: each page is there, with the place linked to.
    """
    places: dict[str, set[str]] = {}
    links: list[tuple[str, str, str]] = []
    waiting = deque(["/"])
    while waiting:
        address = waiting.popleft()
        if address in places:
            continue
        answer = client.get(address)
        assert answer.status_code == 200, address
        ids = re.findall(r' id="([^"]*)"', answer.text) if "</html>" in answer.text else []
        assert len(ids) == len(set(ids)), address
        places[address] = set(ids)
        for link in re.findall(r'href="([^"]*)"', answer.text):
            page, _, place = html.unescape(link).partition("#")
            if not page.startswith("http"):
                links.append((address, page or address, place))
                waiting.append(page or address)
            # From some days of the timeline there are always others to go on to.
            if "since=" in address and "since=" in page:
                waiting.pop()
                links.pop()

    missing = [link for link in links if link[2] and link[2] not in places[link[1]]]
    assert len(places) > 60
    assert missing == []
