"""
Ids: a short hash of what a thing rests on, so that any run and any order of pages
gives it the same name.
"""

from __future__ import annotations

from hashlib import sha256


def identity(kind: str, *parts: object) -> str:
    """
    Name a thing after the evidence it rests on.

    >>> identity("act", "page1", 17) == identity("act", "page1", 17)
    True
    """
    text = "\x1f".join(map(str, parts))
    return f"{kind}-{sha256(text.encode()).hexdigest()[:12]}"
