"""
Known bodies: names that stand by themselves somewhere on a page, known again elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.annotate.names.bodies import is_body_name
from verbale.annotate.names.runs import name_runs
from verbale.annotate.names.titles import Places
from verbale.annotate.names.whole import Whole
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import people_words
from verbale.model.parse import Parse

# Without a word of these no name is a body's: see `is_body_name` and `_is_seated`.
TELLING = (
    "bodies", "trades", "company_nouns", "proper_bodies", "club_marks", "numbered",
    "foreign_bodies", "seat_heads", "owned_bodies", "party_heads", "state_bodies",
)  # fmt: skip


def body_names(tree: Parse, listed: Sequence[Places], whole: Whole) -> Iterator[tuple[int, int]]:
    """
    Names of bodies that stand by themselves somewhere on a page, and so are known again
    before an office: "*Border Trade Service* president Paul Orton".
    """
    telling = {token.sentence for token in tree.with_form(people_words(*TELLING))}
    for sentence, places in zip(tree.sentences, listed, strict=True):
        if sentence.i not in telling:
            continue
        for first, last in name_runs(tree, sentence, places, whole):
            words = [token.lower for token in tree.tokens[first : last + 1]]
            follows = tree.tokens[last + 1].lower if last + 1 < sentence.last else ""
            if office_head(follows) is None and (is_body_name(words) or _is_seated(words, places)):
                yield first, last


def _is_seated(words: list[str], places: Places) -> bool:
    """
    Tell whether a state's body goes by a name that is its own: "Ministry of Water and Works",
    "Redhill City Council", but no "Foreign Ministry".
    """
    common = people_words("modifiers", "portfolios", "state_matters")
    listed = {entry.name.lower() for _, entry in places.values()}
    state = people_words("state_bodies")
    if words[0] in state and words[1:2] in (["of"], ["for"]):
        return len(words) > 2
    return len(words) > 2 and words[-1] in state and words[0] not in common | listed
