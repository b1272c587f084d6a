"""
Blocs: who belongs to them, and which bodies act for them.
"""

from __future__ import annotations

from verbale.lexicon import terms


def members(name: str) -> tuple[str, ...]:
    """Canonical names of a bloc's members, as far as the lists know them."""
    entry = terms("verbale", "organisations")["organisation"].get(name, {})
    return tuple(entry.get("members", ()))


def organ_of(name: str) -> str | None:
    """
    The bloc that an organ speaks for; None for what is a party of its own.

    >>> organ_of("European Commission"), organ_of("Malta")
    ('European Union', None)
    """
    organisations = terms("verbale", "organisations")["organisation"]
    return str(organisations.get(name, {}).get("organ_of", "")) or None


def acts_for(name: str) -> str | None:
    """
    The bloc that a body negotiates for and is hardly told apart from.

    >>> acts_for("European Commission"), acts_for("European Parliament")
    ('European Union', None)
    """
    organisations = terms("verbale", "organisations")["organisation"]
    entry = organisations.get(name, {})
    return str(entry["organ_of"]) if entry.get("executive") else None


def stands_for(name: str) -> str | None:
    """
    What a looser name means where a pile tells of that too.

    >>> stands_for("Europe"), stands_for("Malta")
    ('European Union', None)
    """
    organisations = terms("verbale", "organisations")["organisation"]
    return str(organisations.get(name, {}).get("stands", "")) or None
