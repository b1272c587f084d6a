"""
Wording: one line for an act, from names, a verb and the page's own words.

Nothing is rewritten: the matter of an act stands between quotation marks, as the
best-attested page has it. What did not happen says so before anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from verbale.lexicon import terms
from verbale.model.act import Act, Modality
from verbale.model.cited import ActorName

LONGEST_CONTENT = 240


def summary(act: Act, actors: Sequence[ActorName], addressees: Sequence[ActorName]) -> str:
    """Tell the act in one line."""
    line = f"{_joined(actors) or 'Somebody not named'} {_verb(act)}"
    if act.object_type:
        line += f" ({act.object_type})"
    if addressees:
        line += f"{_entry(act)[-1]} {_joined(addressees)}"
    if act.place:
        line += f" in {act.place}"
    if act.modality is not Modality.HAPPENED:
        line = f"{act.modality.value.capitalize()}: {line}"
    if act.content:
        line += f": {quoted(act.content)}"
    if act.condition:
        line += f", on condition {quoted(act.condition)}"
    return line


def _verb(act: Act) -> str:
    """What is denied is denied as done: "Denied: Norland met …" and not "to meet"."""
    done, ahead, under_way, _ = _entry(act)
    if act.modality is Modality.UNDER_WAY:
        return under_way
    return done if act.modality in (Modality.HAPPENED, Modality.DENIED) else ahead


def _entry(act: Act) -> list[str]:
    return cast("list[str]", terms("verbale.ask", "wording")[act.type.value])


def quoted(words: str) -> str:
    """
    The page's words between marks; single ones where the words hold double ones.

    >>> print(quoted("free passage"), quoted("a “fair” toll"))
    “free passage” ‘a “fair” toll’
    """
    shown = shortened(words)
    return f"‘{shown}’" if set(shown) & set('“”„"') else f"“{shown}”"


def shortened(words: str, *, longest: int = LONGEST_CONTENT) -> str:
    """The words on one line, cut at a space where they are long."""
    line = " ".join(words.split())
    if len(line) <= longest:
        return line
    cut = line.rfind(" ", 0, longest)
    return line[: cut if cut > 0 else longest] + " …"


def _joined(actors: Sequence[ActorName]) -> str:
    names = [actor.name for actor in actors]
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]
