"""
Progress of a long build: pages done, rate, time left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)


@contextmanager
def shown_progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr; call what it gives with the pages done and their number."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("reading pages", total=None, rate="")

        def advance(done: int, total: int) -> None:
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            rate = f"{speed:.1f} pages/s" if speed else ""
            description = "reading pages" if done < total else "linking pages"
            bar.update(task, completed=done, total=total, rate=rate, description=description)

        yield advance
