"""
Engines: how the per-document stages are run, here or on many machines.

An engine takes tasks and yields what was read from each, in any order, as soon as it
is done. What one page comes to does not depend on the engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from verbale.config import Settings
from verbale.engine import cluster, local
from verbale.engine.fingerprint import code_fingerprint
from verbale.engine.reading import PackedPage, Task, read_document
from verbale.errors import ConfigError

__all__ = ["ENGINES", "PackedPage", "code_fingerprint", "read_document", "read_documents"]

Engine = Callable[[Iterable[Task], Settings, Path], Iterator[PackedPage]]

# What `verbale build --engine` offers.
ENGINES: dict[str, Engine] = {
    "local": local.read_documents,
    "ray": cluster.read_documents,
}


def read_documents(tasks: Iterable[Task], settings: Settings, beside: Path) -> Iterator[PackedPage]:
    """
    Read documents, each with its kept parse or None, by the engine that is set.

    What an engine has to keep while it works lies next to the file `beside`.
    """
    if settings.engine not in ENGINES:
        raise ConfigError(f"No engine {settings.engine!r}; verbale has: {', '.join(ENGINES)}.")
    return ENGINES[settings.engine](tasks, settings, beside)
