"""
Ids of what is folded: named after the acts and parties it rests on.
"""

from __future__ import annotations

from hashlib import sha256


def identity(kind: str, *parts: object) -> str:
    """
    Name a thing of the state.

    >>> identity("demand", "a", "b") == identity("demand", "a", "b")
    True
    """
    text = "\x1f".join(map(str, parts))
    return f"{kind}-{sha256(text.encode()).hexdigest()[:12]}"
