"""
Generated piles: pages about many invented negotiations, with copies and noise.

    python benchmarks/generate.py 1000 /tmp/pile [--negotiations 50]

For measuring time and memory only; what a page means is tested elsewhere. The same
number gives the same pages, and a larger pile holds the smaller one's pages. Names
are made of syllables and sentences are put together from parts, so that pages about
different negotiations share as little wording as real ones do.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

PARTS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("generate.toml").read_text(encoding="utf-8")
)
PAGES_OF_ONE = 20  # pages a negotiation, unless told otherwise
COPY_EVERY = 8  # each eighth page repeats the one before, cut and under another name
NOISE_EVERY = 10  # each tenth page is about something else
SENTENCES = (5, 11)
FIRST_DAY = date(1994, 1, 10)


@dataclass(frozen=True, slots=True)
class Negotiation:
    """Who talks with whom, where, since when."""

    names: dict[str, str]
    began: date


def pages(count: int, negotiations: int | None = None) -> Iterator[tuple[str, str]]:
    """
    Give `count` pages as (file name, text), those of one negotiation spread over the pile.

    By default there is a negotiation for each twenty pages.
    """
    before = ""
    for number in range(count):
        random = Random(f"page {number}")
        which = number % negotiations if negotiations else number // PAGES_OF_ONE
        talks = _negotiation(which)
        at = (number // negotiations if negotiations else number % PAGES_OF_ONE) * 3
        day = talks.began + timedelta(days=at)
        if number % NOISE_EVERY == NOISE_EVERY - 1:
            text = _page(random, talks, day, "noise")
        elif number % COPY_EVERY == COPY_EVERY - 1 and before:
            text = _copied(random, before)
        else:
            text = before = _page(random, talks, day, "sentences")
        yield f"{number:06d}.txt", text


def write(count: int, folder: Path, negotiations: int | None = None) -> None:
    """Write the pages as files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages(count, negotiations):
        (folder / name).write_text(text, encoding="utf-8")


def _negotiation(which: int) -> Negotiation:
    random = Random(f"negotiation {which}")
    one, other = random.sample(PARTS["countries"], 2)
    names = {
        "one": one,
        "other": other,
        "place": _name(random),
        "minister": f"{_name(random)} {_name(random)}",
        "envoy": f"{_name(random)} {_name(random)}",
        "thing": random.choice(PARTS["things"]),
        "region": _name(random),
    }
    return Negotiation(names, FIRST_DAY + timedelta(days=random.randrange(11_000)))


def _page(random: Random, talks: Negotiation, day: date, kind: str) -> str:
    told = day - timedelta(days=random.randrange(3))
    names = talks.names | {
        "weekday": f"{told:%A}",
        "day": f"{told.day} {told:%B}",
        "next": f"{day + timedelta(days=9):%B} {(day + timedelta(days=9)).day}",
    }
    headlines = "noise" if kind == "noise" else "headlines"
    headline = _filled(random, "{" + headlines + "}", names)
    dated = f"{day:%A}, {day.day} {day:%B} {day.year}\n\n" if random.random() < 0.7 else ""
    drawn = (_filled(random, "{" + kind + "}", names) for _ in range(random.randint(*SENTENCES)))
    story = list(dict.fromkeys(sentence[0].upper() + sentence[1:] for sentence in drawn))
    furniture = random.choice(PARTS["furniture"])
    return f"{headline.rstrip('.')}\n\n{dated}" + "\n\n".join(story) + f"\n\n{furniture}\n"


def _copied(random: Random, text: str) -> str:
    """The page as another outlet prints it: its own name on top, the end cut off."""
    paragraphs = text.split("\n\n")
    kept = paragraphs[: max(3, len(paragraphs) - 1 - random.randrange(3))]
    return f"{random.choice(PARTS['outlets'])}\n\n" + "\n\n".join(kept) + "\n"


def _filled(random: Random, text: str, names: dict[str, str]) -> str:
    """Put a part, drawn anew each time, or a name, in place of each {word}."""
    while "{" in text:
        head, _, rest = text.partition("{")
        word, _, tail = rest.partition("}")
        text = head + (names[word] if word in names else random.choice(PARTS[word])) + tail
    return text


def _name(random: Random) -> str:
    syllables = random.choices(PARTS["syllables"], k=random.choice((2, 2, 3)))
    return "".join(syllables).capitalize() + random.choice(PARTS["endings"])


def main() -> None:
    """Write a pile into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--negotiations", type=int)
    options = parser.parse_args()
    write(options.count, options.folder, options.negotiations)


if __name__ == "__main__":
    main()
