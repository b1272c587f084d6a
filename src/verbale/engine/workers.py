"""
Workers: processes of this machine that are handed work and give back what came of it.

Each has a pipe of its own and shares nothing with the others, neither lock nor queue. So
whatever moment one is killed at or the build is stopped, nobody waits for what it held.
(The standard library's pool shares both, and a stop could leave it waiting without end.)
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import forkserver, get_all_start_methods, get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread

from verbale.errors import VerbaleError

# What is done with a batch, in a worker. It goes there by its name.
Work = Callable[[bytes], bytes]
# Batches a worker holds: one in work, one waiting.
AHEAD = 2
KILLED = (
    "A worker was killed, by the system or for want of memory. What was finished is kept: "
    "run the same command again, with fewer --workers."
)
NOT_STARTED = "No worker could be started ({reason}). `--workers 1` reads pages without."


@dataclass(slots=True)
class Worker:
    """One process, this end of its pipe, and the numbers of the batches it holds."""

    process: BaseProcess
    pipe: Connection
    holds: deque[int] = field(default_factory=deque)


def done_by_workers(
    work: Work, batches: Iterable[bytes], *, workers: int, ready: str
) -> Iterator[bytes]:
    """
    What `work` makes of each batch, in the order of the batches.

    `ready` is the module that workers have loaded when they are born.
    """
    context = _starting(ready)
    crew: list[Worker] = []
    numbered = enumerate(batches)
    done: dict[int, bytes] = {}
    awaited = handed = 0
    try:
        while True:
            while handed < awaited + AHEAD * workers and (batch := next(numbered, None)):
                handed += 1
                _hand_out(batch, crew, workers, lambda: _start(context, work))
            if handed == awaited:
                return
            while awaited not in done:
                _take_back(crew, done)
            yield done.pop(awaited)
            awaited += 1
    finally:
        # At the end, or stopped here or where the results are taken in. What was handed
        # out is not waited for: it costs a few pages at the most.
        for worker in crew:
            worker.pipe.close()
            worker.process.terminate()


def _hand_out(
    batch: tuple[int, bytes], crew: list[Worker], most: int, start: Callable[[], Worker]
) -> None:
    """Give a batch to who holds the fewest, to a new worker where all have some."""
    number, content = batch
    if len(crew) < most and all(worker.holds for worker in crew):
        crew.append(start())
    worker = min(crew, key=lambda worker: len(worker.holds))
    worker.holds.append(number)
    try:
        worker.pipe.send_bytes(content)
    except OSError as error:
        raise VerbaleError(KILLED) from error


def _take_back(crew: list[Worker], done: dict[int, bytes]) -> None:
    """Wait until a worker is done with a batch; note what came of it."""
    for pipe in wait([worker.pipe for worker in crew]):
        worker = next(worker for worker in crew if worker.pipe is pipe)
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError) as error:
            raise VerbaleError(KILLED) from error
        if isinstance(result, VerbaleError):
            raise result
        done[worker.holds.popleft()] = result


def _starting(ready: str) -> ForkServerContext | SpawnContext:
    """
    How workers are started: forked from a process that has all loaded already.

    Never from this one, which may hold threads and an open database.
    """
    if "forkserver" not in get_all_start_methods():  # not a POSIX system
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["verbale.engine.stillborn", ready])
    # Started first, since on starting it lets go of a signal that is held back.
    resource_tracker.ensure_running()
    with _undisturbed():
        forkserver.ensure_running()
    return context


@contextmanager
def _undisturbed() -> Iterator[None]:
    """
    Hold back an interrupt while the process is started that workers are forked from.

    A process is born with what its parent holds back, and hands it on. So an interrupt,
    which goes to all of them at once, is this process's to answer, from the first moment.
    """
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _start(context: ForkServerContext | SpawnContext, work: Work) -> Worker:
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, work), daemon=True)
    try:
        process.start()
    except (EOFError, OSError) as error:
        raise VerbaleError(NOT_STARTED.format(reason=error or "its parent ended")) from error
    theirs.close()
    return Worker(process, ours)


def _work(pipe: Connection, work: Work) -> None:
    """Run in a worker: do what comes, and leave when nothing more can come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be held back
    batches: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_take_in, args=(pipe, batches), daemon=True).start()
    while True:
        result: bytes | VerbaleError
        try:
            result = work(batches.get())
        except VerbaleError as error:
            result = error
        with suppress(OSError):  # the build has gone, and in a moment so has this
            pipe.send(result)


def _take_in(pipe: Connection, batches: SimpleQueue[bytes]) -> None:
    """
    Take batches in while others are in work, so that the build never waits to hand one out.

    A build that ended, was stopped or killed closes its end of the pipe.
    """
    while True:
        try:
            batches.put(pipe.recv_bytes())
        except (EOFError, OSError):
            os._exit(0)
