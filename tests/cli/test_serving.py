"""
`verbale serve` and `verbale mcp`: what is refused before anything is served.
"""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from verbale.cli import WRONG_USAGE, run

pytest.importorskip("uvicorn", reason="the extra `serve` is not installed")


def test_a_busy_port_is_a_sentence(record_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    It names the port and the way out.
    """
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        code = run(["serve", str(record_file), "--port", str(port)])

    told = capsys.readouterr().err
    assert code == WRONG_USAGE
    assert str(port) in told
    assert "--port" in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("command", ["serve", "mcp"])
def test_a_record_that_is_not_there_is_a_sentence(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Before a port is opened or an agent greeted.
    """
    code = run([command, str(tmp_path / "none.verbale")])

    assert code == WRONG_USAGE
    assert "none.verbale" in capsys.readouterr().err


def test_another_address_needs_a_token(
    record_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Nobody opens a record to the network by one word.
    """
    code = run(["serve", str(record_file), "--host", "0.0.0.0"])

    assert code == WRONG_USAGE
    assert "--token" in capsys.readouterr().err
