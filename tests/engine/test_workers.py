"""
Workers: what they give back, and that they leave nothing behind.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import active_children

import msgspec
import pytest

from verbale.engine.local import _read_batch
from verbale.engine.workers import done_by_workers
from verbale.errors import ConfigError
from verbale.model.document import Document, Page

READY = "verbale.engine.reading"
LARGE = 1_000_000  # many times what a pipe holds


def test_results_come_in_the_order_of_the_batches() -> None:
    """
    Whoever is done first, the first batch's result is the first.
    """
    batches = [f"batch {number}".encode() for number in range(40)]

    done = list(done_by_workers(bytes.upper, batches, workers=3, ready=READY))

    assert done == [batch.upper() for batch in batches]


@pytest.mark.parametrize(
    ("work", "batch"), [(bytes.upper, b"x" * LARGE), (partial(operator.mul, LARGE), b"x")]
)
def test_batches_and_results_may_be_larger_than_a_pipe(
    work: Callable[[bytes], bytes], batch: bytes
) -> None:
    """
    Neither side waits for the other to take in what it is sending.
    """
    done = done_by_workers(work, [batch] * 8, workers=2, ready=READY)

    assert [len(result) for result in done] == [LARGE] * 8


def test_no_more_workers_are_started_than_have_something_to_do() -> None:
    """
    One batch is one worker's, however many there might be.
    """
    results = done_by_workers(bytes.upper, [b"one"], workers=8, ready=READY)

    assert next(results) == b"ONE"
    assert len(active_children()) == 1
    results.close()  # type: ignore[attr-defined]


def test_batches_are_taken_as_they_are_needed() -> None:
    """
    A pile is not read into memory to be handed out.
    """
    taken = []

    def batches() -> Iterator[bytes]:
        for number in range(100):
            taken.append(number)
            yield b"x"

    results = done_by_workers(bytes.upper, batches(), workers=2, ready=READY)
    next(results)

    assert len(taken) <= 5
    results.close()  # type: ignore[attr-defined]


def test_whoever_stops_taking_results_leaves_no_worker_behind() -> None:
    """
    What was handed out is not waited for.
    """
    results = done_by_workers(bytes.upper, [b"x"] * 100, workers=2, ready=READY)
    next(results)
    crew = active_children()
    assert crew

    results.close()  # type: ignore[attr-defined]
    for worker in crew:
        worker.join(timeout=10)

    assert not any(worker.is_alive() for worker in crew)


def test_an_error_of_ours_in_a_worker_is_the_callers() -> None:
    """
    It comes as it was raised, with its sentence.
    """
    page = Page("a.txt", "a.txt", "a", "text/plain")
    batch = msgspec.msgpack.encode([(Document("a", page, "Talks resumed."), None)])
    read = partial(_read_batch, model="no_such_model")

    with pytest.raises(ConfigError, match="no_such_model"):
        list(done_by_workers(read, [batch], workers=2, ready=READY))
