"""
Clocks: processor time and memory, since other work may share the machine.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

STATUS = Path("/proc/self/status")


@contextmanager
def timed() -> Iterator[Callable[[], float]]:
    """Processor seconds of the block; call what it gives afterwards."""
    began = time.process_time()
    ended: list[float] = []
    yield lambda: (ended or [time.process_time()])[0] - began
    ended.append(time.process_time())


def processor() -> float:
    """Processor seconds of this process and of its workers that have ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def of_children() -> float:
    """Processor seconds of this process's children that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def peak() -> float:
    """The most memory this process held, in megabytes; 0 where the system does not tell."""
    if not STATUS.exists():
        return 0.0
    return float(STATUS.read_text().partition("VmHWM:")[2].split()[0]) / 1024
