"""
The local engine: this machine's processes.

Documents and results cross between processes as compact message-pack rows, in
batches, so that a worker is kept busy and no live object is pickled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import msgspec

from verbale.annotate.parsing import PACKAGED_MODEL
from verbale.config import Settings
from verbale.engine.reading import PackedPage, Task, read_task
from verbale.engine.workers import done_by_workers

# Small enough that progress is seen and a killed build loses little, large enough
# that handing over costs nothing beside a parse.
BATCH = 8


def read_documents(tasks: Iterable[Task], settings: Settings, beside: Path) -> Iterator[PackedPage]:
    """
    Read documents, each with its kept parse or None, on this machine's processes.
    """
    model, workers = settings.model, settings.workers
    if workers == 1:
        for task in tasks:
            yield read_task(task, model)
        return
    ready = "preloaded" if model == PACKAGED_MODEL else "reading"
    for batch in done_by_workers(
        partial(_read_batch, model=model),
        _batches(tasks),
        workers=workers,
        ready=f"verbale.engine.{ready}",
    ):
        yield from msgspec.msgpack.decode(batch, type=list[PackedPage])


def _batches(tasks: Iterable[Task]) -> Iterator[bytes]:
    remaining = iter(tasks)
    while batch := list(islice(remaining, BATCH)):
        yield msgspec.msgpack.encode(batch)


def _read_batch(batch: bytes, model: str) -> bytes:
    """Run in a worker: read a batch."""
    tasks = msgspec.msgpack.decode(batch, type=list[Task])
    return msgspec.msgpack.encode([read_task(task, model) for task in tasks])
