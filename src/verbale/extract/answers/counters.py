"""
Counter-offers: another thing offered in answer to what was asked.

"Proposed instead that …", "is prepared to pay 80, he said in response to a demand for
160", "answered the note with a plan of its own": an offer is a counter-offer where the
sentence tells what it is made against. Elsewhere only the record can know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from verbale.extract.answers.answerers import answer, answerers
from verbale.extract.clauses import agents, coordinated, phrase
from verbale.extract.contents import bare
from verbale.extract.matching import is_actor, is_listed
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_negated
from verbale.extract.plover.categories import told_as
from verbale.extract.roles import mentions_at
from verbale.lexicon import alternatives, words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
# What an offer is told to answer.
AGAINST = re.compile(
    r"\bin (?:response|reply|answer|reaction|return) to (?:\S+ ){0,6}?"
    r"(?:demand|request|call|claim|ultimatum|appeal|note|proposal|offer|draft|letter|list)s?\b",
    re.IGNORECASE,
)
# "Instead of a fund of 30 million, the clubs proposed …": told in front.
FRONTED = re.compile(r"(?:^|[,;:“\"] ?)(?:instead of|in place of|in lieu of|in answer to)\s")
REFUSED = (ActType.REJECT, ActType.REFUSE_TO_DISCUSS)
# How near its verb "instead" stands.
NEAR = 4


def counters(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find answers that consist of an offer, and choices left to the other side."""
    tree = annotated.parse
    for token in tree.verbs:
        if token.pos != "VERB":
            continue
        offer = _answered_with(tree, token)
        if offer is not None:
            told = judge(annotated, token.i).modality
            actors = mentions_at(annotated, agents(tree, token.i), statements)
            if actors and told is Modality.HAPPENED:
                yield answer(
                    annotated, statements, token, ActType.COUNTER_PROPOSE, actors,
                    _offered(annotated, offer), [offer], "counters: answered with an offer",
                    addressees=mentions_at(annotated, _askers(annotated, token), statements),
                    dated=True,
                )  # fmt: skip
        elif token.lemma in ("choose", "pick", "opt"):
            yield from _choices(annotated, statements, token)


def as_counter(annotated: AnnotatedDocument, reports: Iterable[Report]) -> Iterator[Report]:
    """The reports, offers told as made against something else being counter-offers."""
    told = list(reports)
    refused = {
        (report.passage.start, actor): report.trigger.start
        for report in reversed(told)
        if report.type in REFUSED and report.modality is Modality.HAPPENED
        for actor in report.actors
    }
    for report in told:
        offered = report.type is ActType.PROPOSE and report.modality is Modality.HAPPENED
        if offered and _is_against(annotated, report):
            report = told_as(report, ActType.COUNTER_PROPOSE, "against what was asked")
        elif offered and _is_beside_refusal(annotated, report, refused):
            report = told_as(report, ActType.COUNTER_PROPOSE, "beside what was refused")
        yield report


def _is_beside_refusal(
    annotated: AnnotatedDocument, report: Report, refused: Mapping[tuple[int, int], int]
) -> bool:
    """Tell whether it follows a refusal: "refused to lower the price but offered a rebate"."""
    tree = annotated.parse
    token = tree.token_at(report.trigger.start)
    if token is None or token.lemma not in words(PACKAGE, "answers", "putting"):
        return False
    said = [refused.get((report.passage.start, actor)) for actor in report.actors]
    return any(at is not None and at < report.trigger.start for at in said)


def _is_against(annotated: AnnotatedDocument, report: Report) -> bool:
    """Tell whether the sentence says what the offer is made against."""
    tree = annotated.parse
    token = tree.token_at(report.trigger.start)
    if token is None:
        return False
    near = tree.tokens[max(token.i - NEAR, 0) : token.i + NEAR + 1]
    if any(other.lower == "instead" and other.sentence == token.sentence for other in near):
        return True
    content = report.content.text.lower() if report.content is not None else ""
    if any(f" {wording} " in content for wording in words(PACKAGE, "answers", "in_place_of")):
        return True
    before = annotated.text[report.passage.start : report.trigger.start].lower()
    if FRONTED.search(before):
        return True
    passage = report.passage.text.lower()
    if any(wording in passage for wording in words(PACKAGE, "answers", "in_its_place")):
        return True
    return AGAINST.search(passage) is not None or _beside_what_was_asked(passage) is not None


def _beside_what_was_asked(passage: str) -> re.Match[str] | None:
    """As in "well short of the 8 percent that the guild had asked for"."""
    return _measured().search(passage)


@cache
def _measured() -> re.Pattern[str]:
    beside, asked = (
        alternatives(words(PACKAGE, "answers", key)) for key in ("measured_by", "asked")
    )
    return re.compile(rf"\b(?:{beside}) (?:\S+ ){{0,10}}?(?:{asked})\b")


def _answered_with(tree: Parse, token: Token) -> int | None:
    """The offer something was answered with: "met the demand with a plan of its own"."""
    if token.lemma not in words(PACKAGE, "answers", "answering") or is_negated(tree, token.i):
        return None
    places = [token.i, *(child.i for child in tree.children(token.i, "dobj", "prep"))]
    for at in places:
        for prep in tree.children(at, "prep"):
            noun = tree.child(prep.i, "pobj") if prep.lower in ("with", "by") else None
            if noun is not None and is_listed(tree, noun.i, words(PACKAGE, "answers", "offers")):
                return noun.i
            made = tree.child(prep.i, "pcomp") if prep.lower == "by" else None
            if made is not None and made.lemma in ("offer", "propose"):
                return made.i
    return _behind_with(tree, token)


def _behind_with(tree: Parse, token: Token) -> int | None:
    """The offer behind the clause's "with", however deep the parser hung it."""
    for at in range(token.i + 1, tree.sentence_of(token.i).last):
        other = tree.tokens[at]
        if other.pos in ("VERB", "AUX") or other.text in (",", ";"):
            return None
        if other.lower == "with":
            noun = tree.child(at, "pobj")
            listed = words(PACKAGE, "answers", "offers")
            return noun.i if noun is not None and noun.lemma in listed else None
    return None


def _offered(annotated: AnnotatedDocument, offer: int) -> Span | None:
    """What an offer is of, else the offer: "an offer of 2 percent from July"."""
    tree = annotated.parse
    for prep in tree.children(offer, "prep"):
        noun = tree.child(prep.i, "pobj") if prep.lower in ("of", "for") else None
        if noun is not None and noun.lemma not in ("own", "it", "their"):
            return bare(annotated, phrase(tree, noun.i), ())
    return bare(annotated, phrase(tree, offer), ())


def _askers(annotated: AnnotatedDocument, token: Token) -> list[int]:
    """Whose demand or paper is answered."""
    tree = annotated.parse
    found: list[int] = []
    heads = list(tree.children(token.i, "dobj"))
    for prep in tree.children(token.i, "prep"):
        if prep.lower == "to":
            heads.extend(tree.children(prep.i, "pobj"))
    for head in heads:
        if is_actor(annotated, head.i):
            found.append(head.i)
        found.extend(c.i for c in tree.children(head.i, "poss", "amod", "compound"))
    return [i for i in found if is_actor(annotated, i)]


def _choices(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token
) -> Iterator[Report]:
    """What somebody leaves the other side to choose: "could choose between A and B"."""
    tree = annotated.parse
    able = any(aux.lower in ("can", "could", "may") for aux in tree.children(token.i, "aux"))
    between = next((p for p in tree.children(token.i, "prep") if p.lower == "between"), None)
    if not able or between is None or is_negated(tree, token.i):
        return
    actors = answerers(annotated, statements, token, of_thing=True)
    others = mentions_at(annotated, agents(tree, token.i), statements)
    things = [i for noun in tree.children(between.i, "pobj") for i in coordinated(tree, noun.i)]
    if actors and others and things and not set(actors) & set(others):
        content = Span.of(
            tree.text, phrase(tree, things[0]).start, max(phrase(tree, i).end for i in things)
        )
        yield answer(
            annotated, statements, token, ActType.COUNTER_PROPOSE, actors, content, things,
            "counters: a choice left to the other side", addressees=others,
        )  # fmt: skip
