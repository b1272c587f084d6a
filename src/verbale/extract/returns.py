"""
Returns: what an offer is made to hang on is asked of the other side.

"Arden would free the crew if Brum paid the fine" offers one thing and asks for another:
that Brum pay the fine is a demand of Arden's, with the offer as its price. Only what the
other side is to do counts; that weather or courts allow it is asked of nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.clauses import coordinated
from verbale.extract.contents import bare, said
from verbale.extract.issues import issue_of
from verbale.extract.negation import is_negated
from verbale.extract.roles import mentions_at
from verbale.extract.sides import is_both, side_of
from verbale.lexicon import words
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
    for report in reports:
        if report.type not in OFFERS or report.condition is None or not report.actors:
            continue
        if report.modality not in TOLD:
            continue
        for verb, asked in _deeds(annotated, statements, report):
            if verb.start in taken:
                continue
            taken.add(verb.start)
            yield _demand(annotated, statements, report, verb, asked)


def _deeds(
    annotated: AnnotatedDocument, statements: Sequence[Statement], report: Report
) -> Iterator[tuple[Token, tuple[int, ...]]]:
    """The verbs of a condition that tell what another side is to do, with that side."""
    tree = annotated.parse
    condition = report.condition
    if condition is None:
        return
    own = {side_of(annotated, i) for i in report.actors} - {None}
    deeds = _giving()
    for token in tree.tokens_in(condition.start, condition.end):
        subject = tree.child(token.i, "nsubj") if token.pos == "VERB" else None
        if subject is None or not condition.start <= subject.start < token.start:
            continue
        asked = mentions_at(annotated, [subject.i], statements)
        sides = {side_of(annotated, i) for i in asked} - {None}
        several = any(is_both(annotated.mentions[i]) for i in asked)
        if not own or not sides or own & sides or several or is_negated(tree, token.i):
            continue
        for i in coordinated(tree, token.i):
            verb = tree.tokens[i]
            if verb.lemma in deeds and verb.end <= condition.end:
                yield verb, asked
        return


def _giving() -> frozenset[str]:
    return (
        words(PACKAGE, "answers", "giving")
        | words(PACKAGE, "answers", "taking")
        | words(PACKAGE, "answers", "leaving")
        | words(PACKAGE, "refusing", "granting")
    )


def _demand(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    report: Report,
    verb: Token,
    asked: tuple[int, ...],
) -> Report:
    tree = annotated.parse
    content: Span | None = Span.of(tree.text, verb.start, _end(tree, verb, report))
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
        issue=issue_of(tree, [verb.i]),
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
