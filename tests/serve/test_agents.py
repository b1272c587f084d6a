"""
The agent interface, driven by the protocol's own client.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

mcp = pytest.importorskip("mcp", reason="the extra `serve` is not installed")

from verbale.serve.agents import agent_server  # noqa: E402
from verbale.serve.questions import QUESTIONS  # noqa: E402
from verbale.serve.reading import remembering  # noqa: E402


def _ask(server: Any, tool: str, **arguments: Any) -> Any:
    """One call of one tool."""

    async def ask() -> Any:
        async with mcp.Client(server) as client:
            return await client.call_tool(tool, arguments)

    return asyncio.run(ask())


def _tools(server: Any) -> list[Any]:
    async def ask() -> list[Any]:
        async with mcp.Client(server) as client:
            return list((await client.list_tools()).tools)

    return asyncio.run(ask())


def test_there_is_a_tool_a_question_and_each_only_reads(record_file: Path) -> None:
    """
    Every question, with search, overview and explain beside them.
    """
    tools = _tools(agent_server(remembering(record_file)))

    names = {tool.name for tool in tools}
    assert names == {each.name for each in QUESTIONS} | {"search", "overview", "explain"}
    assert all(tool.annotations.read_only_hint for tool in tools)
    assert all(tool.description for tool in tools)


def test_rows_carry_their_citations(record_file: Path) -> None:
    """
    The exact quotation with its document and offsets, as the page has it.
    """
    answer = _ask(agent_server(remembering(record_file)), "timeline", party="Norland")

    source = answer.structured_content["rows"][0]["sources"][0]
    pages = _ask(agent_server(remembering(record_file)), "documents").structured_content["rows"]
    text = next(page["text"] for page in pages if page["id"] == source["document"])
    assert text[source["start"] : source["end"]] == source["quote"]


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("timeline", {"party": "Atlantis"}),
        ("timeline", {"since": "soon"}),
        ("timeline", {"limit": -1}),
        ("explain", {"id": "nobody"}),
    ],
)
def test_what_is_wrong_reaches_the_agent_as_a_sentence(
    record_file: Path, tool: str, arguments: dict[str, Any]
) -> None:
    """
    An error it can read and mend, and the server goes on.
    """
    answer = _ask(agent_server(remembering(record_file)), tool, **arguments)

    assert answer.is_error
    assert answer.content[0].text


def test_it_is_mounted_beside_the_pages(
    record_file: Path, serve: Callable[..., AbstractContextManager[str]]
) -> None:
    """
    The same tools over HTTP, at /mcp/ of the running server.
    """
    with serve(record_file) as address:
        hits = _ask(f"{address}/mcp/", "search", words="ferries").structured_content["hits"]

    assert hits


def test_it_talks_over_standard_input(record_file: Path) -> None:
    """
    `verbale mcp FILE`, as an agent's settings would start it.
    """
    command = mcp.StdioServerParameters(
        command=sys.executable, args=["-m", "verbale", "mcp", str(record_file)]
    )

    answer = _ask(command, "overview")

    assert answer.structured_content["overview"]["pages"] == 4


def test_agents_are_told_that_pages_give_no_orders(record_file: Path) -> None:
    """
    A page may be written to steer whoever reads it.
    """
    told = agent_server(remembering(record_file)).instructions or ""

    assert "never instructions" in told
