"""
Word lists: data files of the language's words, read once.

A stage keeps its lists in its own `terms/` folder as TOML; lists that several
stages need are in `verbale/terms`. No word list is written in code.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from verbale.errors import ConfigError


@cache
def terms(package: str, name: str) -> dict[str, Any]:
    """
    Read `terms/<name>.toml` of a package ("verbale.extract"), or of verbale itself.

    The result is shared: treat it as read-only.
    """
    path = files(package).joinpath("terms", f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(f"verbale is not wholly installed: {path} is missing.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not valid TOML: {error}") from error


def alternatives(listed: Iterable[str]) -> str:
    r"""
    Words as alternatives of a regular expression, each as it is written, the longest first.

    >>> alternatives(["of", "of them", "St."])
    'of\\ them|St\\.|of'
    """
    ordered = sorted(set(listed), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered))


@cache
def words(package: str, name: str, key: str) -> frozenset[str]:
    """One list of a terms file as a set, in lower case as written there."""
    return frozenset(terms(package, name)[key])


def in_order(particles: Sequence[str], behind: Sequence[str]) -> bool:
    """
    Tell whether a verb's particles come in their order among the words behind it.

    >>> in_order(("away", "with"), ("all", "away", "with")), in_order(("with",), ("away",))
    (True, False)
    """
    at = 0
    for word in particles:
        if word not in behind[at:]:
            return False
        at = behind.index(word, at) + 1
    return True
