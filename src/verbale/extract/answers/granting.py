"""
Grants: yes said without a verb of accepting, and yes to a part.

"Handed over the list, as Brum had requested", "could live with the bill", "was now in a
position to take part", "Brum agreed." Where only some of what was asked is accepted, the
acceptance is one in part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from verbale.extract.answers.answerers import answer, answerers
from verbale.extract.clauses import agents, coordinated, objects, phrase
from verbale.extract.matching import is_actor
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_negated
from verbale.extract.modality.tense import asks
from verbale.extract.plover.categories import told_as
from verbale.extract.provisos import proviso_of
from verbale.extract.roles import mentions_at
from verbale.lexicon import alternatives, words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
ACCEPT, IN_PART = ActType.ACCEPT, ActType.ACCEPT_IN_PART
# What was asked for and is done, or will be by the word of him who was asked.
GIVEN = (Modality.HAPPENED, Modality.UNDER_WAY, Modality.PLANNED)
ABLE = ("can", "could", "will", "would", "'ll", "’ll", "'d", "’d")
PART = re.compile(
    r"^(?:only |just |merely |at least |about |roughly )?"
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several|many|most|part|parts|half"
    r"|a part|a third|two thirds|a quarter|three quarters|a number|the first|the second|the third"
    r"|the last)"
    r"(?: (?:out )?of (?:the|its|their|his|her|these|those|what|\d|[A-Z])| (?:the|its|their) )"
    r"|all but |everything but |all (?:the |its |their )?\w+ (?:but|except) )"
)
# "Nine substances out of the 24".
NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
OUT_OF = re.compile(
    rf"\b{NUMBER} (?:[a-z-]+ ){{1,3}}out of (?:the |its |their |a total of )?(?:\d|{NUMBER}\b)"
)
PARTLY = ("partly", "partially", "half-heartedly", "half")
IN_SOME = re.compile(
    r"\b(?:in part|to some extent|in some measure|with one exception|with exceptions)\b"
)


def granting(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find grants of what was asked, told by what was done or by idioms of consent."""
    tree = annotated.parse
    requesting = words(PACKAGE, "answers", "requesting")
    for token in tree.with_lemma(requesting | {"live", "be"}):
        if token.pos not in ("VERB", "AUX") or asks(tree, token.i) or is_negated(tree, token.i):
            continue
        if token.lemma in requesting:
            yield from _as_requested(annotated, statements, token)
        content = _consented(tree, token)
        if content is None or proviso_of(tree, token.i) is not None:
            continue
        actors = answerers(annotated, statements, token)
        if actors and not _is_supposed(annotated, token):
            yield answer(
                annotated, statements, token, ACCEPT, actors, phrase(tree, content), [content],
                "granting: an idiom of consent",
            )  # fmt: skip


def in_part(annotated: AnnotatedDocument, reports: Iterable[Report]) -> Iterator[Report]:
    """The reports, acceptances of some of what was asked being in part."""
    for report in reports:
        accepted = report.type is ACCEPT and report.modality is Modality.HAPPENED
        if accepted and _is_of_part(annotated.parse, report):
            report = told_as(report, IN_PART, "a part")
        yield report


def _is_of_part(tree: Parse, report: Report) -> bool:
    """Tell whether only some of a thing was accepted, or only partly."""
    token = tree.token_at(report.trigger.start)
    if token is None:
        return False
    if any(child.lower in PARTLY for child in tree.children(token.i, "advmod")):
        return True
    if report.content is not None and any(map(_names_part, _told_things(tree, report.content))):
        return True
    behind = report.passage.text[report.trigger.end - report.passage.start :]
    return IN_SOME.search(behind) is not None or _bounded().search(behind) is not None


@cache
def _bounded() -> re.Pattern[str]:
    """What says that it is for some, or for a while, and for the others not."""
    return re.compile(
        rf"\b(?:{alternatives(words(PACKAGE, 'answers', 'bounded'))})\b", re.IGNORECASE
    )


def _names_part(text: str) -> bool:
    found = (PART.match(text), OUT_OF.search(text), _some().match(text.lower()))
    return any(each is not None for each in found)


@cache
def _some() -> re.Pattern[str]:
    """As in "a first group of prisoners", "a number of posts"."""
    return re.compile(rf"(?:{alternatives(words(PACKAGE, 'answers', 'some_of_it'))})\b")


def _told_things(tree: Parse, content: Span) -> Iterator[str]:
    """The words of what is accepted, and of what its verb is done to: "to stop two of the ten"."""
    yield content.text
    told = list(tree.tokens_in(content.start, content.end))
    leading = next((token for token in told if token.pos in ("VERB", "AUX")), None)
    if leading is not None and told[0].lower in ("to", leading.lower):
        for i in objects(tree, leading.i):
            yield phrase(tree, i).text


def _is_supposed(annotated: AnnotatedDocument, token: Token) -> bool:
    """Tell whether an idiom of consent is asked for, feared or a mere supposition."""
    tree = annotated.parse
    if token.dep in ("advcl", "relcl"):
        return True
    above = tree.head(token.i)
    if token.dep != "ccomp" or above.i == token.i:
        return False
    return judge(annotated, above.i).modality not in (Modality.HAPPENED, Modality.UNDER_WAY)


def _consented(tree: Parse, token: Token) -> int | None:
    """What somebody can live with, or is in a position to do."""
    if token.lemma == "live" and any(a.lower in ABLE for a in tree.children(token.i, "aux")):
        for prep in tree.children(token.i, "prep"):
            noun = tree.child(prep.i, "pobj") if prep.lower == "with" else None
            if noun is not None and not is_family(tree, noun):
                return noun.i
    if token.lemma == "be" and token.tag in ("VBZ", "VBP", "VBD"):
        for prep in tree.children(token.i, "prep"):
            place = tree.child(prep.i, "pobj") if prep.lower == "in" else None
            if place is None or place.lemma != "position":
                continue
            done = tree.child(place.i, "acl", "relcl", "xcomp") or tree.child(token.i, "xcomp")
            listed = words(PACKAGE, "answers", "giving") | words(PACKAGE, "answers", "taking")
            if done is not None and done.lemma in listed:
                return done.i
    return None


def is_family(tree: Parse, noun: Token) -> bool:
    """Tell whether one lives with people, which consents to nothing."""
    return noun.entity == "PERSON" or any(
        child.dep == "poss" and child.pos == "PRON" for child in tree.children(noun.i)
    )


def _as_requested(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token
) -> Iterator[Report]:
    """What is done "as Brum had requested": granted to Brum by who does it."""
    tree = annotated.parse
    first = tree.edges(token.i)[0]
    opening = tree.tokens[first]
    if opening.lower != "as" or token.dep not in ("advcl", "prep", "pcomp"):
        return
    askers = [i for i in agents(tree, token.i) if i >= first and is_actor(annotated, i)]
    doing = tree.head(token.i)
    while doing.dep in ("acl", "pcomp", "advcl") and doing.tag == "VBG":
        doing = tree.head(doing.i)  # "handed over a paper setting out its terms, as …"
    if doing.pos == "NOUN":
        doing = next((above for above in tree.ancestors(doing.i) if above.pos == "VERB"), doing)
    if not askers or doing.pos not in ("VERB", "AUX") or is_negated(tree, doing.i):
        return
    if objects(tree, token.i) and not any(i < first for i in objects(tree, token.i)):
        return  # "as Brum demanded an apology": while it did
    if judge(annotated, doing.i).modality not in GIVEN or doing.lemma in NOT_DONE:
        return
    actors = answerers(annotated, statements, doing)
    others = mentions_at(annotated, [j for i in askers for j in coordinated(tree, i)], statements)
    if not actors or set(actors) & set(others):
        return
    end = tree.tokens[first - 1].end if first > doing.i else doing.end
    content = Span.of(tree.text, doing.start, max(end, doing.end))
    yield answer(
        annotated, statements, token, ACCEPT, actors, content, [doing.i],
        "granting: done as was requested", addressees=others,
    )  # fmt: skip


# "Said, as Brum had asked": the asking is no request that was granted by saying.
NOT_DONE = ("say", "tell", "add", "be", "fail", "refuse", "report", "fear", "warn", "reject")
