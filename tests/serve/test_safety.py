"""
What keeps the record its owner's: who is answered, what a page may do, what is text.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from fastapi.testclient import TestClient

from verbale.serve.app import make_app

SPEAKING = frozenset(
    {"script", "iframe", "object", "embed", "base", "meta", "style", "img", "video"}
)
UNSEEN = "\u202e\u2066\u200b\ufeff\x00\x1b"
OURS = frozenset({"/static/pages.js"})
# Beside the listings.
MORE = ("/timeline?lanes=type", "/search?q=script")


class Found(HTMLParser):
    """What a browser would find in a page: elements that act, attributes that do."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in SPEAKING and not (
            values.get("src") in OURS or (tag == "meta" and "http-equiv" not in values)
        ):
            self.wrong.append(tag)
        for name, value in attrs:
            scheme = (value or "").strip().lower()
            if name.startswith("on") or name == "style":
                self.wrong.append(name)
            if name in ("href", "src", "action", "formaction") and scheme.startswith(
                ("javascript:", "data:", "//", "vbscript:")
            ):
                self.wrong.append(f"{name}={value}")


def _pages(hostile: TestClient, listings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    addresses = [
        *listings,
        *MORE,
        *(f"/documents/h{number:02}?at=0-9" for number in range(50)),
        *(f"/actors/x{number:02}" for number in range(50)),
        *(f"/explain/act-{number:012x}" for number in range(50)),
        *(f"/explain/said-{number:012x}" for number in range(50)),
        *(f"/explain/i{number:02}" for number in range(50)),
    ]
    for address in addresses:
        page = hostile.get(address)
        assert page.status_code == 200, address
        yield address, page.text


def test_hostile_words_are_text_everywhere(hostile: TestClient, listings: tuple[str, ...]) -> None:
    """
    Fifty pages that try to run something, in every field: nothing of them is markup, and
    what turns the reading direction, hides or steers a terminal is shown by number.
    """
    wrong = []
    for address, text in _pages(hostile, listings):
        found = Found()
        found.feed(text)
        wrong += [(address, each) for each in found.wrong]
        wrong += [(address, each) for each in UNSEEN if each in text]

    assert wrong == []


def test_every_answer_forbids_scripts_of_others(client: TestClient) -> None:
    """
    Pages, refusals and the API: no inline script, no style, nothing from outside.
    """
    for address in ("/", "/nowhere", "/api/timeline", "/static/pages.js", "/timeline?page=x"):
        policy = client.get(address).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
        assert "frame-ancestors 'none'" in policy


HOSTS = ["evil.example", "127.0.0.1.evil.example", "[::1", "", "a b"]


def test_a_rebound_name_is_not_answered(client: TestClient) -> None:
    """
    A page elsewhere cannot read the record through a name that it points here.
    """
    for host in HOSTS:
        answer = client.get("/api/timeline", headers={"host": host})

        assert answer.status_code == 421, host
        assert "ferries" not in answer.text


def test_a_page_of_others_may_not_post(client: TestClient) -> None:
    """
    Not even to the agents' address; a program, which names no origin, may.
    """
    answers = [
        client.post("/mcp/", json={}, headers={"origin": origin}).status_code
        for origin in ("http://evil.example", "null", "http://[", "http://127.0.0.1.evil.example")
    ]

    assert answers == [403] * 4
    assert client.post("/mcp/", json={}).status_code != 403


def test_with_a_token_nothing_is_shown_without_it(record_file: Path) -> None:
    """
    Pages, API and agents alike; the token in the address is kept in a cookie.
    """
    with TestClient(make_app(record_file, token="s3cret"), base_url="http://127.0.0.1") as client:
        refused = [
            client.get("/").status_code,
            client.get("/api/timeline").status_code,
            client.post("/mcp/", json={}).status_code,
            client.get("/?token=wrong").status_code,
            client.get("/?token=%C3%A9").status_code,
        ]
        shown = client.get("/?token=s3cret").status_code
        bare = str(client.get("/timeline?token=s3cret&type=meet").url)
        astray = client.get("http://127.0.0.1//evil.example/?token=s3cret").status_code
        kept = client.get("/timeline").status_code
        client.cookies.clear()
        header = client.get("/", headers={"authorization": "Bearer s3cret"}).status_code

    assert refused == [401] * 5
    assert (shown, kept, header) == (200, 200, 200)
    assert bare.endswith("/timeline?type=meet")
    assert astray == 404


OUTSIDE = ["/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/pages.py", "/documents/.."]


def test_there_is_no_way_out_of_the_record(client: TestClient) -> None:
    """
    Names of files outside are not there.
    """
    for path in OUTSIDE:
        answer = client.get(path)

        assert "import" not in answer.text
        assert answer.status_code in (200, 404)


def test_the_record_is_read_only(client: TestClient) -> None:
    """
    Without --edit there is no form, and a post changes nothing.
    """
    assert '<form method="post"' not in client.get("/actors/norland").text
    answer = client.post("/edits", headers={"origin": "http://127.0.0.1"}, data={"kind": "undo"})
    assert answer.status_code == 405


def test_a_damaged_record_is_a_sentence(record_file: Path) -> None:
    """
    Pages and API tell it, and the server goes on until it is mended.
    """
    whole = record_file.read_bytes()
    with TestClient(make_app(record_file), base_url="http://127.0.0.1") as client:
        record_file.write_bytes(b"no record at all" * 100)
        page, answer = client.get("/timeline"), client.get("/api/timeline")
        record_file.write_bytes(whole)
        mended = client.get("/timeline")

    assert (page.status_code, answer.status_code, mended.status_code) == (503, 503, 200)
    assert "not a verbale record" in answer.json()["error"]
