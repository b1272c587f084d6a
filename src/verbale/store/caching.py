"""
Kept results of the per-document stages, by content and fingerprint.

A result is read back only if its checksum holds; anything else counts as not kept, and
the page is read again. That it has the shape of its noun is what the fingerprint tells,
for it covers the code of the nouns.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TypeVar

import msgspec

from verbale.store.packing import pack

Noun = TypeVar("Noun")

CHECKSUM_BYTES = 16


def checksum(payload: bytes) -> bytes:
    """The checksum a kept result is verified by."""
    return hashlib.blake2b(payload, digest_size=CHECKSUM_BYTES).digest()


def keep(
    connection: sqlite3.Connection, kind: str, sha256: str, fingerprint: str, payload: bytes
) -> None:
    """Keep one packed result; a later one of the same key replaces it."""
    connection.execute(
        "INSERT OR REPLACE INTO cache (kind, sha256, fingerprint, checksum, payload) "
        "VALUES (?, ?, ?, ?, ?)",
        (kind, sha256, fingerprint, checksum(payload), payload),
    )


def keep_all(
    connection: sqlite3.Connection, kind: str, fingerprint: str, nouns: Mapping[str, object]
) -> None:
    """Keep the small results of many pages, by the sha256 of what each was made from."""
    rows = ((sha256, pack(noun)) for sha256, noun in nouns.items())
    connection.executemany(
        "INSERT OR REPLACE INTO cache (kind, sha256, fingerprint, checksum, payload) "
        "VALUES (?, ?, ?, ?, ?)",
        ((kind, sha256, fingerprint, checksum(payload), payload) for sha256, payload in rows),
    )


def all_kept(
    connection: sqlite3.Connection, kind: str, fingerprint: str, noun: type[Noun]
) -> dict[str, Noun]:
    """All small results of a kind that `keep_all` kept, those that are damaged left out."""
    decoder = msgspec.msgpack.Decoder(noun)
    found = {}
    for sha256, expected, payload in connection.execute(
        "SELECT sha256, checksum, payload FROM cache WHERE kind = ? AND fingerprint = ?",
        (kind, fingerprint),
    ):
        if checksum(payload) == expected:
            with suppress(msgspec.DecodeError):
                found[sha256] = decoder.decode(payload)
    return found


def kept(connection: sqlite3.Connection, kind: str, sha256: str, fingerprint: str) -> bytes | None:
    """The packed result kept under this key, or None."""
    row = connection.execute(
        "SELECT checksum, payload FROM cache WHERE kind = ? AND sha256 = ? AND fingerprint = ?",
        (kind, sha256, fingerprint),
    ).fetchone()
    return None if row is None or checksum(row[1]) != row[0] else bytes(row[1])


def prune(connection: sqlite3.Connection, wanted: Iterable[tuple[str, str, str]]) -> None:
    """Drop every kept result but the `wanted` (kind, sha256, fingerprint)."""
    kept = connection.execute("SELECT kind, sha256, fingerprint FROM cache")
    connection.executemany(
        "DELETE FROM cache WHERE kind = ? AND sha256 = ? AND fingerprint = ?",
        sorted(set(kept).difference(wanted)),
    )
