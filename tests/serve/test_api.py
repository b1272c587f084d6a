"""
The HTTP API: the same answers as the command line, and a document that tells the truth.
"""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fastapi.testclient import TestClient

from verbale.ask.filters import Filters
from verbale.serve.app import make_app
from verbale.serve.questions import QUESTIONS
from verbale.store import open_record

# Requests made up for each address; enough to meet every parameter. `make endurance` makes more.
EXAMPLES = 60 if os.environ.get("ENDURANCE") == "long" else 6


def test_it_answers_as_the_questions_do(client: TestClient, record_file: Path) -> None:
    """
    Every listing as JSON and as a table with as many rows.
    """
    for question in QUESTIONS:
        with open_record(record_file) as view:
            rows = json.loads(msgspec.json.encode(question.answer(view, Filters())))

        told = client.get(f"/api/{question.name}").json()
        table = list(csv.reader(io.StringIO(client.get(f"/api/{question.name}.csv").text)))

        assert told == rows
        assert len(table) == len(rows) + 1


def test_a_table_is_safe_to_open(client: TestClient) -> None:
    """
    A page's words that begin a formula get an apostrophe, and unseen characters a number.
    """
    table = client.get("/api/documents.csv").text

    assert "\u202e" not in table
    assert "‹U+202E›" in table


def test_what_is_not_there_is_404_and_what_is_wrong_400(client: TestClient) -> None:
    """
    Each with a sentence under "error".
    """
    missing = client.get("/api/explain/nobody")
    wrong = client.get("/api/timeline?since=soon")

    assert (missing.status_code, wrong.status_code) == (404, 400)
    assert "nobody" in missing.json()["error"]
    assert "since" in wrong.json()["error"]


def test_rows_are_paged(client: TestClient) -> None:
    """
    `limit` and `offset` walk through a listing without losing a row.
    """
    whole = client.get("/api/timeline").json()

    parts = [client.get(f"/api/timeline?limit=1&offset={at}").json() for at in range(len(whole))]

    assert [row for part in parts for row in part] == whole


def test_no_parameter_makes_it_fail(record_file: Path) -> None:
    """
    Generated requests over the whole document: every answer is one it announces.
    """
    schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
    from hypothesis import HealthCheck, Phase, given, settings

    few = settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    with TestClient(make_app(record_file), base_url="http://127.0.0.1") as client:
        document = client.get("/openapi.json").json()
        schema = schemathesis.openapi.from_dict(document)

        def ask(case: Any) -> None:
            wanted = case.as_transport_kwargs(base_url="http://127.0.0.1")
            answer = client.request(
                wanted["method"], wanted["url"], params=wanted.get("params") or None
            )
            assert answer.status_code < 500, wanted
            assert str(answer.status_code) in document["paths"][case.path]["get"]["responses"]

        for found in schema.get_all_operations():
            few(given(case=found.ok().as_strategy())(ask))()
