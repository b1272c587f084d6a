"""
Writing a file that is there whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from verbale.errors import ConfigError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """
    A name beside `path` to write to; it takes its place when all is written.
    """
    fresh = path.with_name(f".{path.name}.new")
    try:
        yield fresh
        fresh.replace(path)
    except OSError as error:
        raise ConfigError(f"{str(path)!r} cannot be written: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            fresh.unlink()


def write_text(path: Path, text: str) -> None:
    """Write text as UTF-8."""
    with whole_file(path) as fresh:
        fresh.write_text(text, encoding="utf-8", newline="\n")
