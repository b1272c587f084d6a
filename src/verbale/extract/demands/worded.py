"""
Demands: see terms/demands.toml for the words and their constructions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.answers.refusals import as_refusal
from verbale.extract.clauses import coordinated
from verbale.extract.constructions import matches
from verbale.extract.contents import bare
from verbale.extract.demands.asked import asked_of
from verbale.extract.demands.bullets import bulleted
from verbale.extract.demands.counted import of_what
from verbale.extract.demands.enumerated import enumerated
from verbale.extract.demands.lists import Item, items
from verbale.extract.demands.named import named_demands
from verbale.extract.demands.parts import deeds_behind, parts_of
from verbale.extract.demands.sought import sought
from verbale.extract.demands.torn_tasks import mended
from verbale.extract.demands.wishes import wishes
from verbale.extract.details.fields import object_type_of
from verbale.extract.issues import issue_of
from verbale.extract.matching import Match, is_actor
from verbale.extract.quantities import quantities_in
from verbale.extract.reports import report_of
from verbale.extract.roles import is_first_person, mentions_at, statement_at
from verbale.lexicon import words
from verbale.model.act import ActType, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"


def demands(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find demands, one for each thing demanded, and red lines."""
    put: set[tuple[int, Span | None]] = set()
    for report in _demands(annotated, statements):
        same = (report.trigger.start, report.content)
        if report.addressees or same not in put:
            yield report  # what was put to somebody is not told again as a mere wish
        put.add(same)


def _demands(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    told = set()
    for found, several in enumerated(annotated):
        told.add(found.trigger)
        yield from _each(annotated, statements, found, several)
    for found in _found(annotated):
        if told & {found.trigger, *found.content} or _is_of_page(annotated, found):
            continue
        if _is_of_buyers(annotated.parse, found):
            continue
        found = _asked_of_subject(annotated, _listed_behind(annotated, mended(annotated, found)))
        found = of_what(annotated.parse, asked_of(annotated, found))
        yield from _gapped(annotated, statements, found)
        several = _several(annotated, statements, found)
        parts = list(parts_of(annotated, found))
        if len(several) > len(parts) or (several and not found.content):
            yield from _each(annotated, statements, found, several)
            continue
        for part in parts:
            report = report_of(annotated, statements, part)
            if report is not None:
                bare_part = _without_deeds(annotated, part, report)
                yield as_refusal(annotated.parse, found.trigger, bare_part)


def _found(annotated: AnnotatedDocument) -> Iterator[Match]:
    """What is told by verbs and nouns of asking, by name, or as a wish."""
    named = list(named_demands(annotated))
    told = {found.trigger for found in named}
    for found in matches(annotated, "demands"):
        if found.content or found.trigger not in told:
            yield found
    yield from (*named, *wishes(annotated), *sought(annotated))


def _gapped(
    annotated: AnnotatedDocument, statements: Sequence[Statement], found: Match
) -> Iterator[Report]:
    """Find the second half of "asks Arden to pay its debt, and Brum to hand over its shares"."""
    tree = annotated.parse
    if found.entry.type is not ActType.DEMAND or not found.addressees or not found.content:
        return
    for token in tree.tokens[found.content[0] : tree.sentence_of(found.trigger).last - 1]:
        task = next((c for c in tree.children(token.i, "relcl", "acl") if c.tag == "VB"), None)
        above = tree.head(token.i)
        if token.dep == "nsubj" and above.head == found.trigger and above.dep == "conj":
            task = above
        to = task is not None and tree.tokens[token.i + 1].lower == "to"
        joined = tree.tokens[token.i - 1].lower in ("and", ",") and token.dep in ("conj", "nsubj")
        if not to or not joined or task is None or not is_actor(annotated, token.i):
            continue
        part = replace(found, addressees=(token.i,), content=(task.i,), alone=True)
        report = report_of(annotated, statements, part)
        if report is not None:
            yield report


def _several(
    annotated: AnnotatedDocument, statements: Sequence[Statement], found: Match
) -> list[Item]:
    """The items of a list of demands, in the sentence or in the lines below it."""
    tree = annotated.parse
    if found.entry.type is not ActType.DEMAND:
        return []
    below = list(bulleted(annotated, found.trigger))
    if below:
        return below
    inside = statement_at(tree.tokens[found.trigger].start, statements)
    end = max((part.end for part in inside.content), default=0) if inside is not None else 0
    return items(annotated, found, end or tree.tokens[tree.sentence_of(found.trigger).last - 1].end)


def _each(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    found: Match,
    several: Sequence[Item],
) -> Iterator[Report]:
    """One report for each item of a list."""
    tree = annotated.parse
    whole = report_of(annotated, statements, replace(found, content=(several[0].head,)))
    if whole is None:
        return
    for item in several:
        doer = tree.child(item.head, "nsubj")
        if doer is not None and is_first_person(doer):
            continue  # "told Brum that its boats must go and that we will not wait"
        content = bare(annotated, item.span, whole.timexes)
        told = replace(
            whole,
            addressees=_asked_by_item(annotated, statements, found, item) or whole.addressees,
            content=content,
            issue=issue_of(tree, [item.head]),
            condition=whole.condition if several[-1] is item else None,
            quantities=quantities_in(tree, item.span),
            object_type=object_type_of(tree, [item.head]),
        )
        yield as_refusal(tree, found.trigger, told)


def _asked_by_item(
    annotated: AnnotatedDocument, statements: Sequence[Statement], found: Match, item: Item
) -> tuple[int, ...]:
    """Who is to act in an item of its own clause: "that Arden pay and that *Brum* repair it"."""
    tree = annotated.parse
    subject = tree.child(item.head, "nsubj")
    said = tree.tokens[found.trigger].pos == "VERB" and found.entry.type is ActType.DEMAND
    if not said or subject is None or subject.pos == "PRON":
        return ()
    first = tree.tokens[tree.edges(subject.i)[0] - 1]
    if first.lower != "that" or first.start != item.span.start:
        return ()  # "and free the men detained": the men are not who is to free
    doers = tuple(i for i in coordinated(tree, subject.i) if i not in found.actors)
    asked = asked_of(annotated, replace(found, content=(item.head,), addressees=doers))
    named = (i for i in asked.addressees if i in doers and is_actor(annotated, i))
    return mentions_at(annotated, named, statements)


def _is_of_page(annotated: AnnotatedDocument, found: Match) -> bool:
    """Tell whether it is between a source and the press: "asked not to be named"."""
    tree = annotated.parse
    token = tree.tokens[found.trigger]
    press = words(PACKAGE, "light", "press")
    for i in found.content:
        if tree.tokens[i].lemma in press and is_unnamed(tree, i):
            return True
        if token.lemma == "ask" and any(
            word.lower in ("whether", "if", "how", "why", "what", "when", "who", "where")
            for word in tree.children(i, "mark", "advmod", "nsubj", "dobj", "attr")
        ):
            return True
    return token.lemma == "ask" and token.tag == "VBN" and token.dep == "advcl"  # "Asked about"


def _is_of_buyers(tree: Parse, found: Match) -> bool:
    """Tell whether it is what somebody buys: "the demand of Norwegian consumers for salt"."""
    buyers = words(PACKAGE, "light", "buyers")
    noun = tree.tokens[found.trigger]
    return noun.pos == "NOUN" and any(tree.tokens[i].lemma in buyers for i in found.actors)


def is_unnamed(tree: Parse, i: int) -> bool:
    """Tell whether somebody is not to be named, quoted or identified there."""
    return any(
        child.dep == "neg" or child.lower in ("not", "no", "name", "anonymity", "anonymous")
        for child in tree.children(i)
    )


def _listed_behind(annotated: AnnotatedDocument, found: Match) -> Match:
    """The match with the things of "put four demands to Arden, among them A and B"."""
    tree = annotated.parse
    token = tree.tokens[found.trigger]
    if token.pos != "NOUN" or found.content:
        return found
    told = tree.head(token.i)
    if token.dep == "nsubj" and told.lemma in words(PACKAGE, "light", "comprising"):
        named = tree.child(told.i, "dobj", "attr", "ccomp")
        if named is not None and named.i > told.i:  # "its demands include a rise and …"
            return replace(found, content=(named.i,))
    end = tree.sentence_of(token.i).last
    verb = tree.head(token.i)
    addressees = found.addressees or tuple(
        noun.i
        for prep in tree.children(verb.i, "prep", "dative")
        if verb.pos == "VERB" and prep.lower in ("to", "on", "before") and prep.i > token.i
        for noun in tree.children(prep.i, "pobj")
        if noun.entity not in ("DATE", "TIME")
    )
    for opening in tree.tokens[token.i + 1 : end]:
        after = opening.i + 1
        among = opening.lower == "among" and tree.tokens[min(after, end - 1)].lower == "them"
        if not among and opening.lower not in ("including", "namely", ":"):
            continue
        for item in tree.tokens[after + among : end]:
            if item.pos in ("VERB", "AUX") and item.tag != "VBN":
                break
            if item.pos == "NOUN" and item.dep not in ("compound", "nmod", "poss", "amod"):
                listed = [i for i in coordinated(tree, item.i) if i >= item.i]
                return replace(found, content=tuple(listed), addressees=addressees, alone=True)
    return replace(found, addressees=addressees)


def _asked_of_subject(annotated: AnnotatedDocument, found: Match) -> Match:
    """The match put to whoever is to act in "asked that Arden lift the fence"."""
    tree = annotated.parse
    demand = found.entry.type is ActType.DEMAND
    if not demand or found.addressees or not found.content:
        return found
    clause = tree.tokens[found.content[0]]
    subject = tree.child(clause.i, "nsubj")
    if clause.pos not in ("VERB", "AUX") or subject is None or subject.pos == "PRON":
        return found
    acting = [i for i in coordinated(tree, subject.i) if is_actor(annotated, i)]
    return replace(found, addressees=tuple(i for i in acting if i not in found.actors))


def _without_deeds(annotated: AnnotatedDocument, part: Match, report: Report) -> Report:
    """The report of a clause without the deeds joined to it, which are demands of their own."""
    tree = annotated.parse
    deeds = deeds_behind(tree, part.content[0]) if part.alone and part.content else []
    if not deeds or report.content is None:
        return report
    opening = tree.child(deeds[0], "det", "amod")
    before = min(deeds[0], opening.i if opening is not None else deeds[0]) - 1
    while before > part.content[0] and tree.tokens[before].lower in ("and", ",", "or"):
        before -= 1
    end = tree.tokens[before].end
    if not report.content.start < end <= report.content.end:
        return report
    return replace(report, content=Span.of(tree.text, report.content.start, end))
