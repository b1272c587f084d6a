"""
What was known on day D?

Everything that pages published up to that day tell, and nothing that only later pages do.
"""

from __future__ import annotations

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.timeline import timeline
from verbale.errors import ConfigError
from verbale.model.answer import ActRow
from verbale.store import View


def known(view: View, filters: Filters = EVERYTHING) -> list[ActRow]:
    """
    List the acts as the pages of that day tell them, in order of their day.
    """
    if filters.known is None:
        raise ConfigError("Say on which day: --known YYYY-MM-DD.")
    return timeline(view, filters)
