"""
The quality gate: score the benchmarks and hold them to their floors.

    python benchmarks/gate.py --data ../shared/bench [--only NAME] [--report] [--raise]

Prints one line a figure with its floor and what changed. Fails where a figure fell
below its floor; a floor is raised by hand, or with --raise after a gain. Benchmarks
whose data is not there are named and skipped: their texts belong to others and are
not part of this project (docs/benchmarks.md says how to obtain each).
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path

from verbale.evaluate import BENCHMARKS, Benchmark

FLOORS = Path(__file__).with_name("floors.json")
# Floors keep three decimals, rounded down, so that a figure never misses its own floor.
DECIMALS = 3
# A parser rounds differently on another processor: so much of a figure is no loss.
SLACK = 0.005
# Shares of what should not be: here a floor is a ceiling.
LESS_IS_BETTER = ("false_banner_believed", "crawl_banner_believed", "right_day_doubted")
ROOT = Path(__file__).parent.parent
PILES = (ROOT / "examples", *sorted((ROOT / "tests" / "piles").iterdir()))


def main() -> int:
    """Run the gate; the exit code is 1 where a figure fell below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--only", action="append")
    parser.add_argument("--report", action="store_true", help="print, and never fail")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise beaten floors")
    options = parser.parse_args()
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    lost = False
    for name, benchmark, data in _runs(options.data):
        if options.only and benchmark.name not in options.only:
            continue
        if not data.is_dir():
            print(f"{name:14s} skipped: no {data}")
            continue
        floor = floors.setdefault(name, {})
        for figure, value in benchmark.run(data).items():
            least = floor.get(figure)
            change = "new" if least is None else f"{value - least:+.3f}"
            fell = least is not None and _is_worse(figure, value, least)
            lost = lost or fell
            print(f"{name:14s} {figure:24s} {value:8.3f}  {change}{'  LOST' if fell else ''}")
            if options.lift and (least is None or _is_worse(figure, least, value)):
                floor[figure] = _rounded(figure, value)
    if options.lift:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n")
    return 1 if lost and not options.report else 0


def _is_worse(figure: str, value: float, other: float) -> bool:
    """Tell whether `value` is worse than `other` by more than the slack."""
    slack = SLACK * max(abs(other), SLACK)
    if figure in LESS_IS_BETTER:
        return value > other + slack
    return value < other - slack


def _rounded(figure: str, value: float) -> float:
    """The floor for a value, rounded to its easy side."""
    towards = math.ceil if figure in LESS_IS_BETTER else math.floor
    rounded: int = towards(value * 10**DECIMALS)
    return rounded / float(10**DECIMALS)


def _runs(data: Path) -> Iterator[tuple[str, Benchmark, Path]]:
    """Each benchmark with its name in the floors and its data; piles are our own, one by one."""
    for benchmark in BENCHMARKS:
        if benchmark.name == "piles":
            for pile in PILES:
                yield f"pile {pile.name}", benchmark, pile
        else:
            yield benchmark.name, benchmark, data / (benchmark.folder or "")


if __name__ == "__main__":
    sys.exit(main())
