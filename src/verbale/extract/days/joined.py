"""
Joined: the day of a deed that is told on with another's, where its own sentence moves one.

"Raised its bid on Wednesday and extended the term to 26 October": that day is the term's
new end, and the deed was done on Wednesday, as the one before it.
"""

from __future__ import annotations

from verbale.extract.details.fields import timexes_of
from verbale.extract.times import own_times
from verbale.model.act import Modality, Report
from verbale.model.annotated import AnnotatedDocument

# What breaks off: "met on Monday, but later put off the rest".
APART = ("but", "then", "later")


def of_joined(annotated: AnnotatedDocument, report: Report) -> tuple[int, ...]:
    """The times of the past verb that the report's own is joined to; empty without one."""
    tree = annotated.parse
    token = tree.token_at(report.trigger.start)
    if token is None or token.dep != "conj" or token.tag != "VBD":
        return ()
    first = tree.head(token.i)
    between = tree.tokens[first.i : token.i]
    if first.tag != "VBD" or any(each.lower in APART for each in between):
        return ()
    own = tree.child(token.i, "nsubj", "nsubjpass")
    times = own_times(annotated, timexes_of(annotated, first.i), Modality.HAPPENED)
    before = tuple(i for i in times if annotated.timexes[i].end <= token.start)
    return before if own is None else ()
