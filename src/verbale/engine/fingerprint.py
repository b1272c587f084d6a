"""
Fingerprints: what a kept result depends on besides the page itself.

A result is good for as long as the code, the word lists and the model that made it
are the same. The parse hangs on less than the rest, so that a changed extractor
reads the kept parse and does not parse again.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable

# The packages and modules whose code decides what a page's words, the stories of a heap, a
# parse, a reading, a record is.
WORDS = ("link/page_words.py", "link/terms/negotiation.toml", "lexicon.py")
STORIES = (*WORDS, "link/stories", "link/relevance.py", "link/acts/clustering.py")
PARSE = (
    "annotate/parsing.py",
    "annotate/token_marks.py",
    "model/parse.py",
    "model/span.py",
    "model/packed.py",
)
READING = ("annotate", "extract", "model", "terms", "calendar", "gazetteer", "lexicon.py")
LINKING = ("link", "record", "store", "pipeline.py")
COVERED = {
    "words": WORDS,
    "stories": STORIES,
    "parse": PARSE,
    "extraction": PARSE + READING,
    "linked": PARSE + READING + LINKING,
}


@cache
def code_fingerprint(kind: str, model: str) -> str:
    """
    Name the state of the code behind a kept `kind` (one of COVERED).

    It covers the source and word lists that can change the result, and the versions
    of the NLP library and of the model.
    """
    digest = hashlib.blake2b(digest_size=16)
    root = files("verbale")
    for part in COVERED[kind]:
        for name in (part, f"{part}.py"):
            _add(digest, root.joinpath(name), name)
    for package in ("spacy", model.replace("_", "-")):
        digest.update(f"{package} {_version(package)}".encode())
    return digest.hexdigest()


def _add(digest: hashlib.blake2b, place: Traversable, name: str) -> None:
    if place.is_file():
        if name.endswith((".py", ".toml")):
            digest.update(name.encode() + b"\0" + place.read_bytes())
    elif place.is_dir():
        for below in sorted(place.iterdir(), key=lambda each: each.name):
            _add(digest, below, f"{name}/{below.name}")


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "unknown"
