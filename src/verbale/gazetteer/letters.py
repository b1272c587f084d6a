"""
Letters: what a body's name is cut short to.
"""

from __future__ import annotations

from functools import cache

from verbale.gazetteer.people import people_words


@cache
def acronyms(name: str) -> tuple[str, ...]:
    """
    The first letters of a body's name, with and without its legal form.

    >>> acronyms("General Dockyards Corporation")
    ('GDC', 'GD')
    """
    words = [word for word in name.replace("-", " ").split() if word[:1].isupper()]
    bare = [word for word in words if word.lower() not in people_words("legal_forms")]
    found = ("".join(word[0] for word in kept) for kept in (words, bare) if len(kept) > 1)
    return tuple(dict.fromkeys(found))
