"""
Sides: whom "both sides" means, and who met where nobody is named.

A page about a negotiation is mostly about two: whom its acts put across from each
other most often. Where no two stand out, nobody is filled in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from verbale.extract.plover.categories import category
from verbale.lexicon import terms, words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind, Mention

PACKAGE = "verbale.extract"
Pair = tuple[int, int]
BOTH = re.compile(
    r"(?:(?:the|these|those) )?(?:both|two|sides|parties)(?: (?P<noun>[a-z]+))*", re.I
)
SEVERAL = re.compile(
    r"(?:(?:the|all|these) )*(?:(?:three|four|five|six|seven|eight|ten|\d+) )?(?:\w+ )?"
    r"(?:parties|sides|delegations|members|negotiators|delegates|partners)",
    re.I,
)
# "The three ministers", "the four delegations".
COUNTED = re.compile(
    r"(?:the|all|these|those|all the) (?P<many>[a-z]+) (?:[a-z]+ ){0,3}[a-z]+s", re.I
)
PAIR = 2
ACTING = (ActorKind.PARTY, ActorKind.ORGANISATION, ActorKind.BLOC)
# Acts that show two at one table.
TOGETHER = (ActType.MEET, ActType.AGREE, ActType.SIGN, ActType.CALL)
# Acts that a pronoun may point at, and those that point.
ASKED = (ActType.DEMAND, ActType.PROPOSE)
ANSWERS = (ActType.REJECT, ActType.ACCEPT, ActType.DEFER, ActType.REFUSE_TO_DISCUSS)
# Acts that two may do to each other.
MUTUAL = (ActType.ACCUSE, ActType.WARN, ActType.REJECT, ActType.ATTACK)
# Acts that two do together, which somebody did although a passive leaves them out.
JOINT = (ActType.MEET, ActType.SIGN, ActType.AGREE, ActType.DEFER, ActType.RESUME)


def with_sides(annotated: AnnotatedDocument, reports: Sequence[Report]) -> list[Report]:
    """The reports, with the two of the page wherever both are meant."""
    pair = two_sides(annotated, reports)
    told = [
        each
        for report in with_antecedents(annotated, reports)
        for each in _mutual(annotated, as_agreed(annotated, report))
    ]
    told = [_with_pair(annotated, report, pair) for report in told] if pair else told
    return list(with_table(annotated, told))


def with_table(annotated: AnnotatedDocument, reports: Sequence[Report]) -> Iterator[Report]:
    """
    The reports, "the three ministers" being those of the table that the page told of last.
    """
    table: tuple[int, ...] = ()
    for report in reports:
        group = report.actors[0] if len(report.actors) == 1 else None
        many = _how_many(annotated.mentions[group]) if group is not None else None
        if many is not None and len(table) == many and report.type in JOINT:
            rule = f"{report.rule}; those at the page's table"
            report = replace(report, actors=table, rule=rule)
        elif report.type in TOGETHER:
            table = _seated(annotated, report) or table
        yield report


def _how_many(mention: Mention) -> int | None:
    """How many "the three ministers" are; None where it is no such group, or of two."""
    found = COUNTED.fullmatch(mention.text)
    return words_of_number().get(found["many"].lower()) if found is not None else None


@cache
def words_of_number() -> dict[str, int]:
    """Three and more, as written."""
    numbers: dict[str, int] = terms(PACKAGE, "quantities")["numbers"]
    return {word: number for word, number in numbers.items() if number > PAIR}


def _seated(annotated: AnnotatedDocument, report: Report) -> tuple[int, ...]:
    """One mention of each side at a table of more than two; empty for a smaller one."""
    sides: dict[str, int] = {}
    for i in (*report.actors, *report.addressees):
        side = side_of(annotated, i)
        if side is not None:
            sides.setdefault(side, i)
    return tuple(sides.values()) if len(sides) > PAIR else ()


def two_sides(annotated: AnnotatedDocument, reports: Sequence[Report]) -> Pair | None:
    """The two that face each other most often in a page; None where no two stand out."""
    counted: Counter[tuple[str, str]] = Counter()
    mentions: dict[str, int] = {}
    for report in reports:
        if report.type is ActType.ATTACK or report.modality is Modality.HYPOTHETICAL:
            continue
        sides = [*report.actors, *report.addressees]
        names: list[str] = []
        met = report.type in (ActType.MEET, ActType.CALL) and len(sides) == 2
        for i in sides:
            name = side_of(annotated, i) or (annotated.mentions[i].name if met else None)
            if name is not None and name not in names:
                names.append(name)
                mentions.setdefault(name, i)
        if len(names) == 2:
            counted[min(names), max(names)] += 2 if report.type in TOGETHER else 1
    if not counted or max(counted.values()) < 2:
        return None
    best = sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))[:2]
    if len(best) > 1 and best[0][1] == best[1][1]:
        return None
    one, other = best[0][0]
    return min(mentions[one], mentions[other]), max(mentions[one], mentions[other])


def side_of(annotated: AnnotatedDocument, i: int) -> str | None:
    """What a mention counts as: its party, else the organisation it is."""
    mention = annotated.mentions[i]
    if is_both(mention):
        return None
    chains = annotated.references[i].chains if i < len(annotated.references) else ()
    chain = annotated.chains[chains[0]] if len(chains) == 1 else None
    party = mention.party or (chain.party if chain is not None else None)
    if party is not None:
        return party
    if mention.actor_kind in ACTING or (chain is not None and chain.actor_kind in ACTING):
        return chain.name or mention.name if chain is not None else mention.name
    return None


def is_both(mention: Mention) -> bool:
    """Tell whether it is "both sides", "the two delegations", "the parties"."""
    found = BOTH.fullmatch(mention.text)
    if found is None:
        return False
    noun = found["noun"]
    return noun is None or noun.lower() in words(PACKAGE, "light", "sides")


def as_agreed(annotated: AnnotatedDocument, report: Report) -> Report:
    """What two accept together they agree on: "A and B agreed on a timetable"."""
    if report.type is not ActType.ACCEPT or not report.rule.startswith("replies: agree"):
        return report
    names = {side_of(annotated, i) or f"mention {i}" for i in (*report.actors, *report.addressees)}
    passive = not report.actors and not report.addressees
    together = passive or any(
        is_both(annotated.mentions[i]) or SEVERAL.fullmatch(annotated.mentions[i].text)
        for i in report.actors
    )
    if len(names) < 2 and not together:
        return report
    return replace(report, type=ActType.AGREE, plover=category(ActType.AGREE, report.modality))


def with_antecedents(annotated: AnnotatedDocument, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, with what "ruled this out" answers told in its own words."""
    pointing = words(PACKAGE, "light", "pronouns")
    last: Report | None = None
    for report in reports:
        vague = report.content is None or report.content.text.lower() in pointing
        if report.type in ANSWERS and vague:
            if last is not None and _is_before(annotated, last, report):
                yield replace(
                    report, content=last.content, issue=last.issue, addressees=last.actors
                )
                continue
            report = replace(report, content=None)
        if report.type in ASKED and report.content is not None and report.actors:
            last = report
        yield report


def _is_before(annotated: AnnotatedDocument, asked: Report, answer: Report) -> bool:
    """Tell whether what is asked stands within two sentences before, told of others."""
    between = annotated.text[asked.passage.end : answer.passage.start]
    same = {side_of(annotated, i) for i in asked.actors} & {
        side_of(annotated, i) for i in answer.actors
    }
    named = {annotated.mentions[i].text.lower() for i in asked.addressees}
    if named & {annotated.mentions[i].text.lower() for i in answer.actors}:
        same.discard(None)  # two bodies of which the page tells no side: "the pilots will not"
    near = between.count(". ") + between.count("\n") < 2
    return near and not same and bool(answer.actors) and asked.passage.start <= answer.passage.start


def _delivered(annotated: AnnotatedDocument, report: Report, pair: Pair) -> Report:
    """The report of a note "delivered to the embassy": of two, it came from the other."""
    receiver = side_of(annotated, report.addressees[0])
    names = {side_of(annotated, i): i for i in pair}
    if receiver not in names or report.statement is None:
        return report
    giver = next(i for name, i in names.items() if name != receiver)
    return replace(report, actors=(giver,), rule=f"{report.rule}; from the other side")


def _mutual(annotated: AnnotatedDocument, report: Report) -> list[Report]:
    """Both halves of "A and B accused each other", "each accused the other"."""
    words_around = annotated.text[report.trigger.start - 8 : report.trigger.end + 14].lower()
    if report.type not in MUTUAL or "the other" not in words_around.replace(
        "each other", "the other"
    ):
        return [report]
    sides = report.actors
    if len(sides) < 2:
        # "each" stands for the subjects told before it in the sentence
        sides = tuple(
            mention.i
            for mention in annotated.mentions
            if report.passage.start <= mention.start < report.trigger.start
            and (mention.party is not None or mention.actor_kind in (*ACTING, ActorKind.GROUP))
        )[:2]
    if len(sides) != 2:
        return [report]
    one, other = sides
    return [
        replace(report, actors=(one,), addressees=(other,)),
        replace(report, actors=(other,), addressees=(one,)),
    ]


def _with_pair(annotated: AnnotatedDocument, report: Report, pair: Pair) -> Report:
    changed = report
    if len(report.actors) == 1 and is_both(annotated.mentions[report.actors[0]]):
        changed = replace(changed, actors=pair)
    if len(report.addressees) == 1 and is_both(annotated.mentions[report.addressees[0]]):
        telling = {side_of(annotated, i) for i in changed.actors} - {None}
        if not telling & {side_of(annotated, i) for i in pair}:
            changed = replace(changed, addressees=pair)  # else they are two others
    if report.type is ActType.HAND_OVER and not report.actors and len(report.addressees) == 1:
        return _delivered(annotated, report, pair)
    alone = not changed.actors and not changed.addressees
    if alone and report.type in JOINT and report.modality is not Modality.DENIED:
        changed = replace(changed, actors=pair, rule=f"{report.rule}; the page's two sides")
    return changed
