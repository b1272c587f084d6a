"""
Conditional answers: "the road could be opened if …", "would sign only once …".

What a side says it would do for something in return is an answer, and no acceptance:
it is told as a hypothetical one, with its condition. What would hurt the other side is
a threat (see `warnings`), so only verbs of giving count, and of ending what burdens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verbale.extract.answers.answerers import answer, answerers, clause_of
from verbale.extract.answers.deferring import is_bargain, is_study
from verbale.extract.clauses import objects
from verbale.extract.matching import is_listed
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_negated
from verbale.extract.modality.tense import asks
from verbale.extract.provisos import Proviso, is_failure, price_of, proviso_of
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
RULE = "conditional: would, if …"
LEADING = ("will", "would", "can", "could", "may", "might", "'ll", "’ll", "'d", "’d", "shall")
# What is wished for, dreaded or denied is nobody's answer.
NO_ANSWER = (Modality.ASKED_FOR, Modality.FEARED)
# What stays refused until something happens is refused; see `unwilling`.
SAVING = ("unless", "without")
TIMED = ("when", "as soon as", "once", "the day", "the day when")


def conditional(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what sides say they would do on a condition."""
    tree = annotated.parse
    for token in tree.verbs:
        if not _leads(tree, token):
            continue
        given = _given(tree, token)
        if given is None or asks(tree, token.i) or _is_asked_about(tree, token):
            continue
        denied = is_negated(tree, token.i)
        found = proviso_of(tree, token.i) or (price_of(tree, token.i) if denied else None)
        if found is None or denied != (found.wording in SAVING):
            continue
        if _is_of_one_doer(tree, token, found):
            continue
        if is_failure(found.span(tree).text) and found.wording not in SAVING:
            continue  # "will raise the duty if there is no deal" threatens
        if is_study(tree, given) and not is_bargain(annotated, given, found):
            continue  # "would look at it once …" puts off
        told = judge(annotated, token.i).modality
        untrue = told is Modality.DENIED and found.wording not in SAVING
        if told in NO_ANSWER or untrue:
            continue  # "denied that it would open the port if …"
        actors = answerers(annotated, statements, token, of_thing=_is_of_thing(given))
        if actors and not _is_mere_time(tree, found):
            yield _report(annotated, statements, token, given, found, actors)


def not_flatly(annotated: AnnotatedDocument, reports: Iterable[Report]) -> Iterator[Report]:
    """The reports; who will not do it without something in return refuses nothing flatly."""
    told = list(reports)
    bought = {
        (report.trigger.start, report.passage.start)
        for report in told
        if report.rule == RULE and report.modality is Modality.HYPOTHETICAL
    }
    for report in told:
        here = (report.trigger.start, report.passage.start)
        if report.type is not ActType.REJECT or here not in bought:
            yield report


def _is_asked_about(tree: Parse, token: Token) -> bool:
    """Tell whether a clause is what somebody wants to know: "how it would implement them"."""
    return any(child.tag == "WRB" for child in tree.children(token.i, "advmod"))


def _is_of_one_doer(tree: Parse, token: Token, found: Proviso) -> bool:
    """
    Tell whether the same side is to do both: "if the council gave in, it would be giving up".

    A pronoun behind a condition with a subject of its own means that one, as a rule; then
    what would be is only what it comes to.
    """
    subject = tree.child(token.i, "nsubj")
    fronted = found.last < token.i
    if subject is None or subject.lower not in ("it", "they") or not fronted:
        return False
    doer = next((t for t in tree.tokens[found.first : found.last + 1] if t.dep == "nsubj"), None)
    amounts = token.lemma == "be" or any(aux.lower == "be" for aux in tree.children(token.i, "aux"))
    plural = doer is not None and (doer.tag in ("NNS", "NNPS")) == (subject.lower == "they")
    return amounts and doer is not None and doer.pos != "PRON" and plural


def _leads(tree: Parse, token: Token) -> bool:
    """Tell whether it leads a clause about what would be: by a modal, or "is ready to"."""
    if token.dep in ("relcl", "aux", "auxpass", "acl"):
        return False
    modals = [aux for aux in tree.children(token.i, "aux") if aux.tag == "MD"]
    if any(aux.lemma == "have" for aux in tree.children(token.i, "aux")) and modals:
        return False  # "could have signed"
    if modals:
        return all(aux.lower in LEADING for aux in modals)
    return token.lemma == "be" and token.tag in ("VBZ", "VBP", "VBD")


def _given(tree: Parse, token: Token) -> Token | None:
    """The verb of giving, or adjective of being ready, that the clause tells; or None."""
    if token.lemma == "be":
        able = tree.child(token.i, "acomp", "attr", "xcomp")
        if able is None or able.lower not in words(PACKAGE, "answers", "ready"):
            return None
        done = tree.child(able.i, "xcomp", "ccomp")
        if done is None or _gives(tree, done):
            return done or able
        return None
    return token if _gives(tree, token) else None


def _is_of_thing(given: Token) -> bool:
    """Tell whether the adjective judges a thing: "observers are welcome if …"."""
    return given.lower in words(PACKAGE, "answers", "judging")


def _gives(tree: Parse, token: Token) -> bool:
    """Tell whether a verb gives something, or takes away what burdens."""
    listed = [
        (words(PACKAGE, "answers", "giving"), None),
        (words(PACKAGE, "answers", "taking"), words(PACKAGE, "answers", "burdens")),
        (words(PACKAGE, "answers", "raising"), words(PACKAGE, "answers", "goods")),
        (words(PACKAGE, "answers", "leaving"), words(PACKAGE, "answers", "forces")),
    ]
    for verbs, things in listed:
        if token.lemma not in verbs:
            continue
        if things is None:
            return not any(is_listed(tree, i, _harms()) for i in objects(tree, token.i))
        named = objects(tree, token.i) or _subjects(tree, token)
        if any(is_listed(tree, i, things) for i in named):
            return True
    return False


def _harms() -> frozenset[str]:
    return words(PACKAGE, "answers", "harms")


def _subjects(tree: Parse, token: Token) -> list[int]:
    return [child.i for child in tree.children(token.i, "nsubj", "nsubjpass")]


def _is_mere_time(tree: Parse, found: Proviso) -> bool:
    """Tell whether "when" only gives a day: "will sign when he visits Solen on Monday"."""
    if found.wording not in TIMED:
        return False
    inside = tree.tokens[found.first + len(found.wording.split()) : found.last + 1]
    return any(token.entity in ("DATE", "TIME") for token in inside)


def _report(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    given: Token,
    found: Proviso,
    actors: tuple[int, ...],
) -> Report:
    tree = annotated.parse
    end = found.first if found.first > token.i else None
    content = clause_of(tree, token, end)
    doer = tree.child(token.i, "nsubj")
    named = doer is not None and annotated.mention_headed(doer) is not None
    if named and not _is_of_thing(given):
        first = min([given.i, *(c.i for c in tree.children(given.i, "aux") if c.tag == "TO")])
        content = Span.of(tree.text, tree.tokens[first].start, max(content.end, given.end))
    return answer(
        annotated,
        statements,
        token,
        ActType.ACCEPT,
        actors,
        content,
        [given.i] if given.pos == "VERB" else [token.i],
        RULE,
        modality=Modality.HYPOTHETICAL,
        condition=found.span(tree),
    )
