"""
Details: place, time, condition, kind of paper, level and ordinal of an act.

Only what hangs on the act's own word, or on the clause it leads, belongs to it;
a date elsewhere in the sentence dates something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from verbale.extract.clauses import phrase, prepositions
from verbale.extract.days.hung import is_beside_a_name, of_first, only_one
from verbale.extract.modality.tense import conditions, served_by
from verbale.extract.occasion_clauses import told_by_clause
from verbale.extract.times import (
    TERMS,
    governor_of,
    is_of_what_was_spoken_of,
    signal_of,
    timexes_within,
)
from verbale.lexicon import terms, words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.timex import Timex

PACKAGE = "verbale.extract"
# What stands behind these has a time of its own.
FRAMING = ("after", "before", "since", "following", "despite", "ahead")
# Conjunctions of conditions that are not clauses: "in return for", "in exchange for".
RETURNS = ("return", "exchange")


def timexes_of(annotated: AnnotatedDocument, trigger: int) -> tuple[int, ...]:
    """Indices of the time expressions that date the act at `trigger`."""
    tree = annotated.parse
    sentence = tree.sentence_of(trigger)
    first, last = tree.tokens[sentence.first].start, tree.tokens[sentence.last - 1].end
    found = []
    for timex in timexes_within(annotated, first, last):
        token = _top(tree, timex.start, timex.end)
        if token is None or _of_a_noun(tree, token, trigger):
            continue
        if _dates(tree, token, trigger) or _stands_before(tree, timex, trigger):
            found.append(timex.i)
    if len(found) > 1 and tree.tokens[trigger].pos == "VERB":
        below = set(tree.subtree(trigger))
        near = [
            i
            for i in found
            if (t := tree.token_at(annotated.timexes[i].start)) is not None
            and t.i in below
            and signal_of(annotated, annotated.timexes[i]) not in TERMS
        ]
        found = near or found  # "failed to agree before the break and will resume in May"
    if len(found) > 1 and tree.tokens[trigger].pos == "NOUN":
        edge = tree.edges(trigger)[1]
        own = [i for i in found if tree.tokens[trigger].end <= annotated.timexes[i].start]
        own = [i for i in own if annotated.timexes[i].end <= tree.tokens[edge].end]
        found = own or found
    if not found and tree.tokens[trigger].pos == "NOUN":
        found.extend(_adjacent(annotated, trigger))
    if len(found) > 1:
        # "They will now meet on 11 June": that it is so now is no second day.
        found = [i for i in found if annotated.timexes[i].text.lower() != "now"]
    if not found:
        found.extend(told_by_clause(annotated, trigger))
    if not found:
        found.extend(_fronted(annotated, trigger))
    if not found:
        found.extend(only_one(annotated, trigger) or _ending(annotated, trigger))
    return tuple(found or of_first(annotated, trigger))


def _stands_before(tree: Parse, timex: Timex, trigger: int) -> bool:
    """Whether a day stands right before the verb, hung on its subject: "led by A on Monday met"."""
    head = governor_of(tree, timex)
    return head is not None and head.i == trigger and head.start > timex.start


def _ending(annotated: AnnotatedDocument, trigger: int) -> list[int]:
    """The "on …" that ends a clause before a comma and who said so: "…, on Tuesday, A said"."""
    tree = annotated.parse
    edge = tree.edges(trigger)[1]
    if tree.tokens[trigger].tag not in ("VBD", "VBN"):
        return []
    for timex in timexes_within(
        annotated, tree.tokens[edge].end, tree.tokens[tree.sentence_of(trigger).last - 1].end
    )[:1]:
        at, after = tree.token_at(timex.start), tree.token_at(timex.end - 1)
        if at is None or after is None or timex.type.value != "DATE":
            continue
        ends = after.i + 1 < len(tree.tokens) and tree.tokens[after.i + 1].text == ","
        led = tree.tokens[at.i - 1].lower == "on"
        between = tree.tokens[edge + 1 : at.i - 1]
        near = all(token.pos in ("PUNCT", "PROPN") for token in between)
        if ends and led and near:
            return [timex.i]
    return []


def _of_a_noun(tree: Parse, token: Token, trigger: int) -> bool:
    """Whether "of" ties a time to a noun, which it dates alone: "the maps of (the year) 1958"."""
    of = tree.head(token.i)
    if of.lower == "year":
        of = tree.head(of.i)
    owner = tree.head(of.i)
    return of.lower == "of" and of.i != token.i and owner.pos == "NOUN" and owner.i != trigger


def _adjacent(annotated: AnnotatedDocument, trigger: int) -> list[int]:
    """The time in the phrases right after an occasion, wherever the parser hung them."""
    tree = annotated.parse
    end = min(trigger + 16, tree.sentence_of(trigger).last)
    stop = next(
        (
            token.start
            for token in tree.tokens[trigger + 1 : end]
            if token.pos in ("VERB", "AUX") or token.text in (";", ":", "—", "“", "”")
        ),
        tree.tokens[end - 1].end,
    )
    inside = timexes_within(annotated, tree.tokens[trigger].end, stop)
    return [timex.i for timex in inside[:1] if timex.type.value in ("DATE", "TIME")]


def _fronted(annotated: AnnotatedDocument, trigger: int) -> list[int]:
    """The time a sentence opens with: it spans what is announced in it, too."""
    tree = annotated.parse
    token = tree.tokens[trigger]
    while token.dep in ("dobj", "xcomp", "conj") and token.head != token.i:
        token = tree.head(token.i)
    if token.dep != "ccomp" or token.tag not in ("VBD", "VBN"):
        return []
    verb = tree.head(token.i)
    subject = tree.child(verb.i, "nsubj")
    if subject is None or subject.i > token.i:
        return []
    first = tree.tokens[tree.sentence_of(trigger).first].start
    return [
        timex.i
        for timex in timexes_within(annotated, first, subject.start)
        if not is_of_what_was_spoken_of(tree, timex)
        and (top := _top(tree, timex.start, timex.end)) is not None
        and any(above.i == verb.i for above in tree.ancestors(top.i))
    ]


def _top(tree: Parse, start: int, end: int) -> Token | None:
    """The highest token of a time expression."""
    inside = list(tree.tokens_in(start, end))
    return min(inside, key=lambda token: (tree.depth(token.i), token.i), default=None)


def _dates(tree: Parse, token: Token, trigger: int) -> bool:
    """Tell whether the time word hangs on the trigger or on the verb the trigger serves."""
    serving = serving_verbs(tree, trigger)
    named = tree.head(token.i)
    if token.dep in ("compound", "amod", "nmod") and named.pos == "NOUN" and named.i not in serving:
        return False  # "call off the Easter strike"
    for above in tree.ancestors(token.i):
        if above.i in serving:
            return True
        if above.lower in FRAMING and above.pos in ("ADP", "SCONJ") and above.i < token.i - 1:
            return False  # "agreed on Thursday, after a call on Wednesday"
        if above.pos in ("VERB", "AUX") and above.i not in serving:
            return False
        if above.lower == "of" and above.pos == "ADP" and _names_thing(tree, above, serving):
            return False  # "turned down the maps of 1958"
        carries = above.dep in ("npadvmod", "pobj", "dobj", "attr", "nsubj")
        if above.pos == "NOUN" and not carries and not is_beside_a_name(tree, above):
            return False
    return False


def _names_thing(tree: Parse, of: Token, serving: set[int]) -> bool:
    """Tell whether an "of" with a year names a thing, and not the day of an act."""
    year = tree.child(of.i, "pobj")
    whole = year is not None and year.text.isdigit() and len(year.text) == 4
    return whole and of.head not in serving and tree.head(of.i).pos == "NOUN"


@cache
def _carriers() -> frozenset[str]:
    return words(PACKAGE, "light", "verbs") | words(PACKAGE, "carriers", "verbs")


def serving_verbs(tree: Parse, trigger: int) -> set[int]:
    """The trigger, and verbs whose time is the trigger's: "held talks on Monday"."""
    carriers = _carriers()
    rounds = words(PACKAGE, "carriers", "rounds")
    found = {trigger}
    at = tree.tokens[trigger]
    if at.tag == "VBZ" and (verb := served_by(tree, trigger)) is not None:
        found.add(verb)
    for _ in range(4):
        head = tree.tokens[at.head]
        if head.i == at.i:
            break
        if (
            (
                at.dep in ("dobj", "nsubj", "nsubjpass", "prep", "pobj", "attr")
                and (head.pos == "ADP" or head.lemma in carriers or head.lemma == "be")
            )
            or (at.dep == "prep" and head.lemma in rounds)
            or (at.dep in ("xcomp", "auxpass", "aux") and at.pos in ("VERB", "AUX"))
            or (at.tag == "VBG" and at.dep in ("pcomp", "advcl") and not _has_subject(tree, at))
            or (at.dep == "prep" and head.pos == "VERB" and tree.child(at.i, "pcomp") is not None)
            or (
                at.dep == "conj"
                and head.pos == at.pos
                and head.i < at.i
                and tree.child(at.i, "nsubj", "nsubjpass") is None
            )
        ):
            found.add(head.i)
        else:
            break
        at = head
    # "The second round of talks, held in Solen on Monday, ended": the time stands aside.
    for noun in sorted(found):
        if tree.tokens[noun].pos != "NOUN":
            continue
        for aside in tree.children(noun, "acl"):
            if aside.tag == "VBN" and aside.lemma in words(PACKAGE, "carriers", "holding"):
                found.add(aside.i)
    # "Talks are due to begin in Solen": the place stands with what is due.
    for verb in sorted(found):
        due = (verb, *(child.i for child in tree.children(verb, "acomp")))
        for child in (each for at in due for each in tree.children(at, "xcomp")):
            if child.lemma in carriers:
                found.add(child.i)
    return found


def _has_subject(tree: Parse, token: Token) -> bool:
    return tree.child(token.i, "nsubj", "nsubjpass") is not None


def condition_of(tree: Parse, trigger: int, content: Sequence[int] = ()) -> Span | None:
    """The words an act or its content depends on: "if …", "unless …", "in return for …"."""
    for i in (trigger, *content):
        for clause in conditions(tree, i):
            return phrase(tree, clause)
        for word, noun in prepositions(tree, i):
            if word in ("in",) and noun.lemma in RETURNS:
                return phrase(tree, tree.head(noun.i).i)
    # The condition may hang on the verb that leads to the act ("is ready to … if").
    head = tree.head(trigger)
    if tree.tokens[trigger].dep in ("xcomp", "ccomp") and head.i != trigger:
        for clause in conditions(tree, head.i):
            return phrase(tree, clause)
    return None


def object_type_of(tree: Parse, content: Sequence[int]) -> str | None:
    """The kind of paper that is handed over, answered or published, or None."""
    papers = terms(PACKAGE, "paper_kinds")
    for i in content:
        token = tree.tokens[i]
        for name in papers["papers"]:
            if token.lemma == name or token.lower == name:
                before = [
                    child.lower
                    for child in tree.children(i, "amod", "compound", "nmod")
                    if child.lower in papers["qualifiers"]
                ]
                return " ".join([*before, token.lemma])
    return None


def level_of(tree: Parse, trigger: int) -> str | None:
    """At which level a meeting is: by its own words only."""
    levels: dict[str, list[str]] = terms(PACKAGE, "levels")["levels"]
    near = {tree.tokens[trigger].lemma} | {
        child.lower for child in tree.children(trigger, "amod", "compound", "nmod")
    }
    for level, listed in levels.items():
        if near.intersection(listed):
            return level
    return None


def ordinal_of(tree: Parse, trigger: int) -> int | None:
    """As in "The second round of talks": 2."""
    ordinals: dict[str, int] = terms(PACKAGE, "levels")["ordinals"]
    at = [trigger]
    head = tree.head(trigger)
    if head.lower == "of" and tree.head(head.i).lemma in ("round", "session", "series", "meeting"):
        at.append(tree.head(head.i).i)
    for i in at:
        for child in tree.children(i, "amod", "nummod", "compound", "advmod"):
            if child.lower in ordinals:
                return ordinals[child.lower]
    return None
