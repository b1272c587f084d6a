"""
Speaking day: on which day somebody spoke whom the page quotes.

"The minister refused the claim. … He was speaking last night at a dinner in Arden." The
page tells once when and where he spoke; all that it has him say without a day is of then.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.extract.clauses import agents
from verbale.extract.days.opening import is_bare_day
from verbale.extract.roles import mentions_at
from verbale.extract.times import timexes_within
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement
from verbale.model.timex import Timex

PACKAGE = "verbale.extract"


def spoke_on(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> list[tuple[int, Timex]]:
    """
    The mentions told to have been speaking, each with the day told in that sentence.
    """
    tree = annotated.parse
    found = []
    for token in tree.with_lemma(words(PACKAGE, "light", "speaking")):
        if not _is_told_to_speak(tree, token):
            continue
        days = [timex for timex in _days_behind(annotated, token) if is_bare_day(annotated, timex)]
        speakers = mentions_at(annotated, agents(tree, token.i), statements)
        if len(days) == 1 and speakers:
            found.append((speakers[0], days[0]))
    return found


def _is_told_to_speak(tree: Parse, token: Token) -> bool:
    """Whether it is "was speaking", "spoke to reporters"; not "will speak", "spoke of"."""
    if token.pos != "VERB" or token.dep in ("relcl", "acl", "xcomp", "ccomp"):
        return False
    going = token.tag == "VBG" and any(
        aux.lower in ("was", "were") for aux in tree.children(token.i, "aux")
    )
    about = any(prep.lower in ("of", "for") for prep in tree.children(token.i, "prep"))
    return going or (token.tag == "VBD" and not about)


def _days_behind(annotated: AnnotatedDocument, token: Token) -> list[Timex]:
    """The times of the sentence from its verb on."""
    tree = annotated.parse
    end = tree.tokens[tree.sentence_of(token.i).last - 1].end
    return timexes_within(annotated, token.end, end)
