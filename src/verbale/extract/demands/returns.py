"""
Returns: what an offer is made to hang on is asked of the other side.

"Arden would free the crew if Brum paid the fine" offers one thing and asks for another:
that Brum pay the fine is a demand of Arden's, with the offer as its price. So is what a
threat is to bring about: "will strike if the shifts are not shortened". Only what another
is to do counts, or to be done; that weather or courts allow it is asked of nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.clauses import coordinated, phrase
from verbale.extract.contents import bare, said
from verbale.extract.demands.deeds import asked_of, done_by_sides, done_to_things
from verbale.extract.issues import issue_of
from verbale.extract.matching import is_actor
from verbale.extract.modality.negation import is_negated
from verbale.extract.sides import side_of
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
OFFERS = (ActType.PROPOSE, ActType.COUNTER_PROPOSE, ActType.ACCEPT, ActType.ACCEPT_IN_PART)
TOLD = (Modality.HAPPENED, Modality.HYPOTHETICAL)


def returns(
    annotated: AnnotatedDocument, statements: Sequence[Statement], reports: Sequence[Report]
) -> Iterator[Report]:
    """Find what the other side is to do for an offer: "if Brum pays", "once it has withdrawn"."""
    taken = {r.trigger.start for r in reports if r.type is ActType.DEMAND}
    menaces = [r for r in reports if r.type is ActType.WARN]
    for report in reports:
        warned = report.type is ActType.WARN
        if not (warned or report.type in OFFERS) or report.modality not in TOLD:
            continue
        if not report.actors:
            continue
        warned = warned or any(  # "warned that it would go to court if Brum let the day pass"
            menace.passage == report.passage and menace.trigger != report.trigger
            for menace in menaces
        )
        swapped = [] if warned else _swapped(annotated, report)
        for verb, asked in (*_deeds(annotated, statements, report, failing=warned), *swapped):
            if verb.start in taken:
                continue
            taken.add(verb.start)
            yield _demand(annotated, statements, report, verb, asked)


def _deeds(
    annotated: AnnotatedDocument, statements: Sequence[Statement], report: Report, *, failing: bool
) -> Iterator[tuple[Token, tuple[int, ...]]]:
    """The verbs of a condition that tell what another side is to do, with that side."""
    tree = annotated.parse
    condition = report.condition
    if condition is None:
        return
    saving = condition.text.lower().startswith("unless")
    for token in tree.tokens_in(condition.start, condition.end):
        subject = tree.child(token.i, "nsubj", "nsubjpass") if token.pos == "VERB" else None
        if subject is None or not condition.start <= subject.start < token.start:
            continue
        negated = tree.child(token.i, "neg") is not None
        asked = asked_of(annotated, statements, token, subject, report.actors)
        if asked is None or (negated or is_negated(tree, token.i)) != (failing and not saving):
            continue
        past = any(aux.lower == "had" for aux in tree.children(token.i, "aux"))
        if (failing and not saving and not negated) or (past and condition.text[:3] == "if "):
            continue  # "if Brum had paid a year ago"
        deeds = done_to_things() if subject.dep == "nsubjpass" else done_by_sides()
        if subject.dep == "nsubj" and not asked:
            continue
        for i in coordinated(tree, token.i):
            verb = tree.tokens[i]
            if verb.lemma in deeds and verb.end <= condition.end:
                yield verb, asked
        return


def _swapped(
    annotated: AnnotatedDocument, report: Report
) -> Iterator[tuple[Token, tuple[int, ...]]]:
    """The things that something is offered for: "in exchange for the release of its crew"."""
    tree = annotated.parse
    for token in tree.tokens_in(report.trigger.end, report.passage.end):
        if token.text in (";", ":") or token.lower not in ("exchange", "return"):
            continue
        around = tree.tokens[token.i - 1].lower, tree.tokens[min(token.i + 1, len(tree.tokens) - 1)]
        if around[0] != "in" or around[1].lower != "for":
            continue
        thing = tree.child(around[1].i, "pobj")
        if thing is None or thing.pos != "NOUN" or is_actor(annotated, thing.i):
            return
        for i in coordinated(tree, thing.i):
            if tree.tokens[i].pos == "NOUN":
                yield tree.tokens[i], ()
        return


def _demand(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    report: Report,
    verb: Token,
    asked: tuple[int, ...],
) -> Report:
    tree = annotated.parse
    subject = tree.child(verb.i, "nsubjpass")
    if subject is None and not any(side_of(annotated, i) for i in asked):
        subject = tree.child(verb.i, "nsubj")
    first = verb if subject is None else tree.tokens[tree.edges(subject.i)[0]]
    content: Span | None = Span.of(tree.text, first.start, _end(tree, verb, report))
    if verb.pos == "NOUN":
        content = phrase(tree, verb.i)
    if report.statement is not None and 0 <= report.statement < len(statements):
        content = said(content, statements[report.statement])
    return Report(
        i=0,
        type=ActType.DEMAND,
        trigger=tree.span(verb.i, verb.i),
        passage=report.passage,
        modality=Modality.HAPPENED,
        rule="returns: asked for an offer",
        actors=report.actors,
        addressees=asked,
        timexes=report.timexes,
        content=bare(annotated, content, ()),
        issue=issue_of(tree, [verb.i if subject is None or asked else subject.i]),
        plover=None,  # said by the way of offering: the offer is what is coded
        statement=report.statement,
    )


def _end(tree: Parse, verb: Token, report: Report) -> int:
    """Where the words of one deed end: before the next one joined to it."""
    last = tree.tokens[tree.edges(verb.i)[1]].end
    joined = [child for child in tree.children(verb.i, "conj") if child.pos == "VERB"]
    if joined:
        before = min(joined, key=lambda child: child.i)
        at = min(tree.edges(before.i)[0], before.i) - 1
        while at > verb.i and tree.tokens[at].pos in ("CCONJ", "PUNCT"):
            at -= 1
        last = tree.tokens[at].end
    return min(last, report.condition.end) if report.condition is not None else last
