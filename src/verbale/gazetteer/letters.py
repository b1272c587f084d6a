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
    >>> acronyms("UN Bread Council")
    ('UBC', 'UNBC')
    """
    words = [word for word in name.replace("-", " ").split() if word[:1].isupper()]
    bare = [word for word in words if word.lower() not in people_words("legal_forms")]
    found = ["".join(word[0] for word in kept) for kept in (words, bare) if len(kept) > 1]
    if len(words) > 2 and len(words[0]) == 2 and words[0].isupper():
        found.append(words[0] + "".join(word[0] for word in words[1:]))  # "USAF"
    return tuple(dict.fromkeys(found))
