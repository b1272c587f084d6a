"""
Days hung elsewhere: the one day of a sentence, and the day of a verb that another is joined to.
"""

from __future__ import annotations

from verbale.extract.times import timexes_within
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token


def only_one(annotated: AnnotatedDocument, trigger: int) -> list[int]:
    """The one "on …" of a sentence with one finite verb, however deep it was hung."""
    tree = annotated.parse
    sentence = tree.sentence_of(trigger)
    inside = tree.tokens[sentence.first : sentence.last]
    finite = [token.i for token in inside if token.tag in ("VBD", "VBZ", "VBP", "MD")]
    if finite != [trigger]:
        return []
    days = [
        timex.i
        for timex in timexes_within(annotated, inside[0].start, inside[-1].end)
        if timex.type.value == "DATE"
        and (token := tree.token_at(timex.start)) is not None
        and tree.tokens[token.i - 1].lower == "on"
    ]
    return days if len(days) == 1 else []


def of_first(annotated: AnnotatedDocument, trigger: int) -> list[int]:
    """The "on …" of the verb it is joined to: "met on Monday, and Arden handed over a list"."""
    tree = annotated.parse
    first = tree.head(trigger)
    if tree.tokens[trigger].dep != "conj" or tree.tokens[trigger].tag != "VBD":
        return []
    if first.tag != "VBD" or any(c.lower in ("but", "then") for c in tree.children(first.i)):
        return []
    below = {prep.i for prep in tree.children(first.i, "prep") if prep.lower == "on"}
    days = [
        timex.i
        for timex in timexes_within(annotated, first.start, tree.tokens[trigger].start)
        if timex.type.value == "DATE"
        and (token := tree.token_at(timex.start)) is not None
        and (token.i - 1 in below or (token.dep == "npadvmod" and token.head == first.i))
    ]
    return days if len(days) == 1 else []


def is_beside_a_name(tree: Parse, noun: Token) -> bool:
    """
    Tell whether a noun is told with somebody by name, whom no day is of: "met A and his
    delegation in Solen on Monday".
    """
    at = noun
    while at.dep in ("conj", "appos") and at.head != at.i:
        at = tree.head(at.i)
        if at.entity in ("PERSON", "ORG", "NORP", "GPE"):
            return True
    return False
