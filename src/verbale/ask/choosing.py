"""
Choosing: which actors and issues a filter's words mean.

A party may be given by id, name or any variant; it stands for everybody who speaks
for it. An issue stands for the issues under it. Words that mean nothing in this
record are told so, with the nearest that do.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from datetime import date

from verbale.ask.conditions import listed
from verbale.errors import ConfigError
from verbale.model.interval import Interval
from verbale.model.issue import Issue
from verbale.store import View

SUGGESTIONS = 3


def actors_meant(words: str, view: View) -> frozenset[str]:
    """The ids of the actors that `words` name, and of all who speak for them."""
    named = view.actors_named(words.strip())
    if not named:
        known = [name for actor in view.actors for name in (actor.name, *actor.variants)]
        raise ConfigError(_unknown("party or actor", words, known, "actors"))
    speakers = view.rows(
        "SELECT id FROM actors WHERE party IN (SELECT value FROM json_each(?))", (listed(named),)
    )
    return named.union(actor for (actor,) in speakers)


def issues_meant(words: str, issues: Sequence[Issue]) -> frozenset[str]:
    """
    The ids of the issues that `words` name, with all under them.

    A word that is in no issue's name or phrases by itself is looked for inside them.
    """
    wanted = words.strip().casefold()
    named = {issue.id for issue in issues if wanted in map(str.casefold, _names(issue))}
    if not named and wanted:
        named = {
            issue.id
            for issue in issues
            if any(wanted in name.casefold() for name in (issue.label, *issue.phrases))
        }
    if not named:
        known = [name for issue in issues for name in (issue.label, *issue.phrases)]
        raise ConfigError(_unknown("issue", words, known, "positions"))
    return _with_children(named, issues)


def falls_within(days: Interval, since: date | None, until: date | None) -> bool:
    """Tell whether `days` may touch the days from `since` to `until`."""
    if since is None and until is None:
        return True
    if not days.known:
        return False
    window = Interval(since, until)
    return (days & window) is not None


def _names(issue: Issue) -> Iterable[str]:
    return (issue.id, issue.label, *issue.phrases)


def _with_children(named: set[str], issues: Sequence[Issue]) -> frozenset[str]:
    """The issues and all below them, however deep."""
    found = set(named)
    grew = True
    while grew:
        below = {issue.id for issue in issues if issue.parent in found} - found
        found |= below
        grew = bool(below)
    return frozenset(found)


def _unknown(what: str, words: str, known: Iterable[str], listing: str) -> str:
    """One sentence for words that mean nothing here, with the nearest that do."""
    return (
        f"This record has no {what} {words!r}. {did_you_mean(words, known)}"
        f"`verbale {listing} FILE` lists them."
    )


def did_you_mean(words: str, known: Iterable[str]) -> str:
    """The nearest of what is known, as a question; nothing where none is near."""
    lowered = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(words.strip().casefold(), lowered, SUGGESTIONS)
    return f"Did you mean {', '.join(repr(lowered[name]) for name in near)}? " if near else ""
