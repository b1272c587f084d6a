"""
Own page: whether those who act tell it themselves, and so act as they tell it.

"We call on Brum to lift the ban", "the Council demands that …", on a body's own page, are
done by the page: on its day, whatever day it told of before. A paper that says of a union
that it demands something tells of the day of its story.
"""

from __future__ import annotations

from verbale.model.act import Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

OURS = frozenset({"we", "us", "our", "ours", "ourselves"})
# How often a page says so outside what it quotes.
LEAST = 2
PRESENT = ("VBZ", "VBP")


def is_own(annotated: AnnotatedDocument) -> bool:
    """Whether a page says "we" of those who have put it out, outside of any quotation."""
    said = annotated.parse.with_form(OURS)
    plain = [token for token in said if token.text != "US" and not _is_quoted(annotated, token)]
    return len(plain) >= LEAST


def is_done_by_telling(annotated: AnnotatedDocument, report: Report) -> bool:
    """Whether an act without a day is told in the present, and by nobody but the page."""
    if report.timexes or report.statement is not None or report.modality is not Modality.HAPPENED:
        return False
    tree = annotated.parse
    token = tree.token_at(report.trigger.start)
    if token is None or token.pos != "VERB":
        return False
    return _is_now(tree, token) and is_own(annotated)


def _is_now(tree: Parse, token: Token) -> bool:
    """Whether it is told in the present: "demand", "do not accept", "are asking for"."""
    helpers = list(tree.children(token.i, "aux", "auxpass"))
    if any(helper.tag in ("MD", "VBD") or helper.lemma == "have" for helper in helpers):
        return False
    return token.tag in PRESENT or any(helper.tag in PRESENT for helper in helpers)


def _is_quoted(annotated: AnnotatedDocument, token: Token) -> bool:
    return any(quote.start <= token.start < quote.end for quote in annotated.quotes)
