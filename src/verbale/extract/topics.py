"""
Topics: what an answer is on, where its sentence says so in front.

"On the toll, Arden said the matter was not for discussion" names its matter where no verb
takes it. An answer whose own words name nothing, or only point back ("the issue", "it"),
is on what its sentence opens with; so is one whose matter is told by an amount alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from verbale.extract.clauses import phrase
from verbale.extract.issues import issue_of
from verbale.extract.matching import TIMES
from verbale.extract.uptakes.clauses import topic_of
from verbale.lexicon import terms, words
from verbale.model.act import ActType, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse, Token
from verbale.model.span import Span

PACKAGE = "verbale.extract"
ANSWERS = frozenset(
    {ActType.ACCEPT, ActType.ACCEPT_IN_PART, ActType.RESERVE, ActType.REJECT, ActType.DEFER,
     ActType.REFUSE_TO_DISCUSS, ActType.PROPOSE, ActType.COUNTER_PROPOSE, ActType.PLEDGE}
)  # fmt: skip
NOUNS = ("NOUN", "PROPN")
# Who is talked about is no matter.
SOMEBODY = (ActorKind.PERSON, ActorKind.PARTY, ActorKind.OUTLET, ActorKind.BLOC)


def on_topics(annotated: AnnotatedDocument, reports: Iterable[Report]) -> Iterator[Report]:
    """The reports, answers that name no matter of their own on what their sentence is on."""
    for report in reports:
        if report.type in ANSWERS and _names_nothing(annotated.parse, report):
            yield _on_topic(annotated, report)
        else:
            yield report


def _names_nothing(tree: Parse, report: Report) -> bool:
    """Whether its words hold no noun but such as point back, or tell how much: "6 dollars"."""
    span = report.content
    if span is None:
        return report.issue is None
    saying_nothing = words(PACKAGE, "answers", "pointing_nouns") | _measures()
    told = [token for token in tree.tokens_in(span.start, span.end) if token.pos in NOUNS]
    return all({token.lemma, token.lower} & saying_nothing for token in told)


def _on_topic(annotated: AnnotatedDocument, report: Report) -> Report:
    tree = annotated.parse
    token = tree.token_at(report.trigger.start)
    if token is None:
        return report
    topic = topic_of(tree, tree.sentence_of(token.i).first, token.i)
    head = _head(annotated, topic) if topic is not None else None
    if head is None:
        return report
    matter = issue_of(tree, [head.i])
    content = report.content
    if content is None or _only_points(tree, content):
        content = phrase(tree, head.i)
    return replace(report, issue=matter or report.issue, content=content)


def _only_points(tree: Parse, span: Span) -> bool:
    """Whether nothing is told but a pointer: "the issue", "it", and no clause."""
    return not any(
        token.pos == "VERB" for token in tree.tokens_in(span.start, span.end)
    ) and not any(token.pos == "NUM" for token in tree.tokens_in(span.start, span.end))


def _head(annotated: AnnotatedDocument, topic: Span) -> Token | None:
    """The noun that names the topic; None where a day or somebody stands there."""
    tree = annotated.parse
    for token in tree.tokens_in(topic.start, topic.end):
        if token.pos not in NOUNS or token.dep in ("compound", "poss", "nmod", "amod"):
            continue
        mention = annotated.mention_headed(token)
        of_somebody = mention is not None and mention.actor_kind in SOMEBODY
        vague = token.lemma in words(PACKAGE, "answers", "pointing_nouns")
        if token.entity in TIMES or of_somebody or token.lemma in _occasions():
            return None
        if not vague:
            return token
    return None


def _occasions() -> frozenset[str]:
    return words(PACKAGE, "deferring", "occasions")


@cache
def _measures() -> frozenset[str]:
    return frozenset(terms("verbale", "changes")["lists"]["measures"])
