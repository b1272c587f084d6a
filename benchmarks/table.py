"""
The table of `make bench` in docs/benchmarks.md, with the machine and the day.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
BEGIN, END = "<!-- written by make bench -->", "<!-- /written -->"
BAR, ROW, LEFT = 300, 22, 360


@dataclass(frozen=True, slots=True)
class Line:
    """One figure, and what is wanted of it."""

    name: str
    value: float
    wanted: str = ""


def write_table(lines: Sequence[Line], pages: int) -> None:
    """Put the figures in place of those of the last run, and draw the ratios."""
    page = DOCS / "benchmarks.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    told = [
        BEGIN,
        f"{datetime.now(UTC):%Y-%m-%d}, {pages} generated pages, {platform.machine()}, {cores()} "
        f"cores, Python {platform.python_version()}:",
        "",
        "| | measured | wanted |",
        "|---|---|---|",
        *(f"| {line.name} | {line.value:.3g} | {line.wanted} |" for line in lines),
        "",
        "![Processor time of peers on the same pages, ours being 1](benchmarks-peers.svg)",
        END,
    ]
    page.write_text(before + "\n".join(told) + after, encoding="utf-8")
    peers = [line for line in lines if "÷ verbale" in line.name]
    (DOCS / "benchmarks-peers.svg").write_text(chart(peers), encoding="utf-8")


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def chart(lines: Sequence[Line]) -> str:
    """Bars: how many times our processor time each peer takes on the same pages."""
    most = max((line.value for line in lines), default=1.0)
    height = ROW * (len(lines) + 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + BAR + 60}" height="{height}" '
        'font-family="sans-serif" font-size="13" role="img" '
        'aria-label="Processor time of peers, ours being 1">'
    ]
    for at, line in enumerate(lines):
        y, width = ROW * at + 6, max(BAR * line.value / most, 1)
        parts.append(f'<text x="{LEFT - 8}" y="{y + 13}" text-anchor="end">{line.name}</text>')
        parts.append(f'<rect x="{LEFT}" y="{y}" width="{width:.0f}" height="16" fill="#4477aa"/>')
        parts.append(f'<text x="{LEFT + width + 6:.0f}" y="{y + 13}">{line.value:.2g}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
