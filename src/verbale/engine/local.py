"""
The local engine: this machine's processes.

Documents and results cross between processes as compact message-pack rows, in
batches, so that a worker is kept busy and no live object is pickled.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import (
    active_children,
    get_all_start_methods,
    get_context,
    parent_process,
)
from multiprocessing.context import BaseContext
from pathlib import Path

import msgspec

from verbale.annotate.parsing import PACKAGED_MODEL
from verbale.config import Settings
from verbale.engine.reading import PackedPage, Task, read_task
from verbale.errors import VerbaleError

# Small enough that progress is seen and a killed build loses little, large enough
# that handing over costs nothing beside a parse.
BATCH = 8
# Batches handed out before the first is back: one in work, one waiting, a worker.
AHEAD = 2


def read_documents(tasks: Iterable[Task], settings: Settings, beside: Path) -> Iterator[PackedPage]:
    """
    Read documents, each with its kept parse or None, on this machine's processes.
    """
    model, workers = settings.model, settings.workers
    if workers == 1:
        for task in tasks:
            yield read_task(task, model)
        return
    context = _starting(model)
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin_work) as pool:
        waiting: deque[Future[bytes]] = deque()
        try:
            batches = _batches(tasks)
            for batch in batches:
                with _undisturbed():
                    waiting.append(pool.submit(_read_batch, batch, model))
                if len(waiting) >= AHEAD * workers:
                    yield from _read_pages(waiting.popleft().result())
            while waiting:
                yield from _read_pages(waiting.popleft().result())
        except BrokenProcessPool as error:
            # One that was being started when the other died would be waited for without end.
            _end_workers()
            raise VerbaleError(
                "A worker was killed, by the system or for want of memory. What was finished "
                "is kept: run the same command again, with fewer --workers."
            ) from error
        except (KeyboardInterrupt, GeneratorExit):
            # Stopped here, or where the pages are taken in. What was handed out is not
            # waited for: it costs a few pages at the most.
            _end_workers()
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _end_workers() -> None:
    for worker in active_children():
        worker.terminate()


def _starting(model: str) -> BaseContext:
    """
    How workers are started: forked from a process that has the model loaded already.

    Never from this one, which may hold threads and an open database.
    """
    if "forkserver" not in get_all_start_methods():  # not a POSIX system
        return get_context("spawn")
    context = get_context("forkserver")
    ready = "preloaded" if model == PACKAGED_MODEL else "reading"
    context.set_forkserver_preload(["verbale.engine.stillborn", f"verbale.engine.{ready}"])
    return context


@contextmanager
def _undisturbed() -> Iterator[None]:
    """
    Hold back an interrupt while workers may be started, and let it come after.

    A worker is born with what its parent holds back. One that is interrupted before it
    can look the other way dies with the pool's locks in its hands, and the build waits
    for it without end.
    """
    if not hasattr(signal, "pthread_sigmask"):  # not a POSIX system
        yield
        return
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _begin_work() -> None:
    """
    Run in a worker, first: what stops the build stops its workers, and quietly.

    An interrupt is the parent's to answer. A parent that was killed says nothing, so a
    thread waits for its end and leaves with it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _batches(tasks: Iterable[Task]) -> Iterator[bytes]:
    remaining = iter(tasks)
    while batch := list(islice(remaining, BATCH)):
        yield msgspec.msgpack.encode(batch)


def _read_batch(batch: bytes, model: str) -> bytes:
    """Run in a worker: read a batch."""
    tasks = msgspec.msgpack.decode(batch, type=list[Task])
    return msgspec.msgpack.encode([read_task(task, model) for task in tasks])


def _read_pages(batch: bytes) -> list[PackedPage]:
    return msgspec.msgpack.decode(batch, type=list[PackedPage])
