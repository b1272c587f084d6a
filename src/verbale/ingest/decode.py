"""
Decoding: bytes to text, whatever the page says about itself.

What is valid UTF-8 is UTF-8, also where the page claims otherwise; after that the
claim is tried, and then a guess. Lone surrogates and NULs never reach the text.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from verbale.errors import DocumentError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CLAIM = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:\-]+)""", re.IGNORECASE)
SURROGATE = re.compile("[\ud800-\udfff]")
# Bytes that texts do not hold: control characters other than white space and escape.
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
BINARY_SHARE = 0.02  # of control bytes; a text with a few stray NULs has far fewer
# How pictures, programs, databases and office files begin.
SIGNATURES = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"OggS", b"ID3", b"\x00\x00\x01\x00"),
    *(b"\x7fELF", b"MZ", b"\xca\xfe\xba\xbe", b"SQLite format 3\x00", b"\xd0\xcf\x11\xe0"),
    *(b"wOFF", b"wOF2", b"7z\xbc\xaf", b"Rar!"),
)
GUESSED_FROM = 60_000  # bytes; enough to tell an encoding


def decode(data: bytes, claimed: str | None = None) -> str:
    """
    Decode a page.

    >>> decode("Vella’s reply".encode("cp1252"))
    'Vella’s reply'
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _tidy(data.decode(encoding, errors="replace"))
    if data[:4096].count(0) > len(data[:4096]) // 4 and not data.startswith(SIGNATURES):
        return _tidy(data.decode(_wide(data), errors="replace"))
    if looks_binary(data):
        raise DocumentError("A binary file, not a text; give the page as text, HTML or PDF.")
    try:
        return _tidy(data.decode("utf-8"))
    except UnicodeDecodeError:
        if _mostly_utf8(data):
            return _tidy(data.decode("utf-8", errors="replace"))
    for claim in (claimed, _claim(data)):
        if claim and _known(claim):
            try:
                return _tidy(data.decode(claim))
            except (UnicodeDecodeError, UnicodeError):
                continue  # the page lies about itself; guess
    return _tidy(_guess(data))


def _mostly_utf8(data: bytes) -> bool:
    """Whether only a few bytes are damaged in what is UTF-8 otherwise."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    right = sum(character > "\x7f" for character in text) - wrong
    # In other encodings hardly two such bytes in a row happen to be UTF-8.
    return 3 * right >= wrong and right > 0


def _wide(data: bytes) -> str:
    even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
    return "utf-16-be" if even > odd else "utf-16-le"


def _claim(data: bytes) -> str | None:
    match = CLAIM.search(data[:2048])
    return match.group(1).decode("ascii", "ignore") if match else None


def _known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name not in ("utf-8", "utf-16", "utf-32")
    except (LookupError, ValueError):
        return False


def _guess(data: bytes) -> str:
    try:
        # In Western pages this one is by far the commonest, and it refuses some bytes.
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    letters = sum(character.isalpha() and character > "\x7f" for character in text)
    if text and letters < len(text) / 10:
        return text
    best = from_bytes(data[:GUESSED_FROM]).best()
    return data.decode(best.encoding if best else "latin-1", errors="replace")


def looks_binary(data: bytes) -> bool:
    """Tell whether the bytes are no text in any encoding."""
    sample = data[:65536]
    if sample.startswith(SIGNATURES) and CONTROL.search(sample):
        return True
    return len(CONTROL.findall(sample)) > max(8, len(sample) * BINARY_SHARE)


def _tidy(text: str) -> str:
    """Replace, one for one, what no text should hold."""
    return SURROGATE.sub("\ufffd", text.removeprefix("\ufeff")).replace("\x00", " ")
