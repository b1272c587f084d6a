"""
The Ray engine: shards of pages, read by the machines of a cluster.

The pages, and what was read of them, travel through Ray, and shards are written by the
process that builds, so that the machines need no disk in common. A shard whose worker
is lost is handed out anew. Nobody is told of it: Ray's usage statistics and its
dashboard are off.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from verbale.config import Settings
from verbale.engine.fingerprint import code_fingerprint
from verbale.engine.reading import PackedPage, Task, read_task
from verbale.errors import ConfigError, VerbaleError

if TYPE_CHECKING:
    from verbale.engine.shards import ShardFolder

# A few seconds of work: a lost worker costs little, many machines are kept busy.
SHARD_PAGES = 32
# Shards handed out before the first is back: one in work, one waiting, a processor.
AHEAD = 2
# How often a shard is handed out again when its worker is lost.
TRIES = 3
# In a cluster of our own: room for the shards on their way, in bytes.
ROOM = 256 * 2**20
KNOCK_SECONDS = 10.0
# The folder of shards beside a record, where no other is named.
ENDING = ".shards"


def read_documents(tasks: Iterable[Task], settings: Settings, beside: Path) -> Iterator[PackedPage]:
    """
    Read documents, each with its kept parse or None, on a Ray cluster.

    What stands in the folder of shards is not read again. Where no folder is set, one
    lies beside the record until all pages are read.
    """
    ray, shards = _extra()
    place = settings.shards or beside.with_name(beside.name + ENDING)
    folder = None
    remaining = iter(tasks)
    waiting: list[Any] = []
    try:
        while batch := list(islice(remaining, SHARD_PAGES)):
            folder = folder or shards.ShardFolder(place)
            unread = []
            for task in batch:
                key = shards.page_key(task, settings.model)
                page = folder.page(key)
                if page:
                    yield page
                else:
                    unread.append((key, task))
            if unread:
                if not ray.is_initialized():
                    _join(ray, settings)
                waiting.append(_hand_out(ray, unread, settings.model))
            while waiting and len(waiting) >= AHEAD * ray.cluster_resources().get("CPU", 1):
                yield from _next_shard(ray, waiting, folder)
        while waiting and folder:
            yield from _next_shard(ray, waiting, folder)
    finally:
        ray.shutdown()
    if folder and settings.shards is None:
        folder.remove()


def _extra() -> tuple[Any, Any]:
    """Ray, and the module that needs pyarrow; both come with an extra."""
    try:
        import ray

        from verbale.engine import shards
    except ImportError as error:
        raise ConfigError(
            "--engine ray needs Ray: install verbale with its extra, verbale[ray]."
        ) from error
    return ray, shards


def _join(ray: Any, settings: Settings) -> None:
    """Join the cluster, or start one of this machine's processes."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    quiet = {"logging_level": "ERROR", "log_to_driver": False}
    if settings.address is None:
        ray.init(
            "local",
            num_cpus=settings.workers,
            object_store_memory=ROOM,
            include_dashboard=False,
            **quiet,
        )
        return
    try:
        _knock(settings.address)
        ray.init(settings.address, **quiet)
    except (OSError, ValueError, RuntimeError) as error:
        raise VerbaleError(
            f"There is no Ray cluster at {settings.address!r} that can be joined from here "
            f"({' '.join(str(error).split())[:200]})."
        ) from error


def _knock(address: str) -> None:
    """Find out in seconds whether anybody is there; Ray itself would try for minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if host and port.isdigit():
        socket.create_connection((host, int(port)), KNOCK_SECONDS).close()


def _hand_out(ray: Any, unread: list[tuple[str, Task]], model: str) -> Any:
    """Give a shard to whichever worker is free."""
    keys = [key for key, _ in unread]
    tasks = msgspec.msgpack.encode([task for _, task in unread])
    read = ray.remote(max_retries=TRIES)(read_shard)
    return read.remote(keys, tasks, model, code_fingerprint("extraction", model))


def read_shard(
    keys: list[str], tasks: bytes, model: str, fingerprint: str
) -> tuple[list[str], bytes]:
    """
    Run by a worker, on whichever machine: read a shard, and give it as a Parquet file.
    """
    from verbale.engine.shards import write_rows

    if code_fingerprint("extraction", model) != fingerprint:
        raise ConfigError(
            "A machine of the cluster has another verbale, spaCy or model than this one; "
            "install the same on all."
        )
    decoded = msgspec.msgpack.decode(tasks, type=list[Task])
    return keys, write_rows(keys, [read_task(task, model) for task in decoded])


def _next_shard(ray: Any, waiting: list[Any], folder: ShardFolder) -> Iterator[PackedPage]:
    """Wait for a shard, whichever comes first; keep it, then give its pages."""
    (ready,), waiting[:] = ray.wait(waiting, num_returns=1)
    try:
        keys, payload = ray.get(ready)
    except ray.exceptions.RayTaskError as error:
        # What a stage refuses is for the user; anything else is told with its traceback.
        if isinstance(error.cause, VerbaleError):
            raise error.cause from error
        raise
    except ray.exceptions.RayError as error:
        raise VerbaleError(
            f"A shard of {SHARD_PAGES} pages lost its worker {TRIES + 1} times, by the system "
            "or for want of memory. What was finished is kept: run the same command again."
        ) from error
    yield from folder.add(keys, payload)
