"""
`verbale serve` and `verbale mcp`: the record for a browser, for programs, for agents.
"""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from verbale.cli.options import RecordFile
from verbale.errors import ConfigError
from verbale.store import open_record

EVERYWHERE = ("0.0.0.0", "::")
MISSING = "Serving needs its extra: install verbale with `pip install verbale[serve]`."


def serve(
    file: RecordFile,
    /,
    *,
    port: Annotated[int, Parameter(name="--port", help="The port to listen on.")] = 8008,
    host: Annotated[
        str, Parameter(name="--host", help="Another address than this machine's own.")
    ] = "127.0.0.1",
    token: Annotated[
        str | None, Parameter(name="--token", help="What requests must carry; needed with --host.")
    ] = None,
    edit: Annotated[
        bool, Parameter(name="--edit", negative=(), help="Take corrections by hand.")
    ] = False,
) -> None:
    """Web pages, HTTP API (/api) and agent interface (/mcp) over a record."""
    try:
        import uvicorn

        from verbale.serve.app import LOOPBACK, make_app
    except ImportError as error:
        raise ConfigError(MISSING) from error
    if host not in LOOPBACK and not token:
        raise ConfigError(f"To listen on {host}, give a --token that requests must carry.")
    open_record(file).close()
    _check_free(host, port)
    # On all addresses of a machine its names are not known; there the token is the guard.
    hosts = None if host in EVERYWHERE else (*LOOPBACK, host)
    app = make_app(file, hosts=hosts, token=token, editing=edit)
    shown = f"[{host}]" if ":" in host else host
    print(f"{file} is served at http://{shown}:{port}/ (Ctrl-C ends it).", file=sys.stderr)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def mcp(file: RecordFile, /) -> None:
    """The record as tools for agents, over standard input and output (MCP)."""
    try:
        from verbale.serve.agents import agent_server
        from verbale.serve.reading import remembering
    except ImportError as error:
        raise ConfigError(MISSING) from error
    open_record(Path(file)).close()
    agent_server(remembering(file)).run("stdio")


def _check_free(host: str, port: int) -> None:
    """Say in a sentence that a port is taken, before a server is started on it."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError) as error:
        raise ConfigError(f"Port {port} on {host} is not to be had; try another --port.") from error
