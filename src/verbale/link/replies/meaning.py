"""
What an uptake means for one demand: a clause that goes the demand's way accepts it, one
that goes the other way or says no refuses it, one that waits puts it off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from verbale.lexicon import alternatives, terms
from verbale.link.issues.phrases import measures, stem
from verbale.link.issues.ways import (
    GIVING,
    GRANTING,
    REMOVING,
    names_barrier,
    wanted_families,
    way_of,
)
from verbale.link.replies.amounts import amounts
from verbale.model.act import ActType, Modality
from verbale.model.uptake import Firmness, Uptake

WORD = re.compile(r"[^\W\d_]+")
# What only supposes something, and asks for nothing in return.
SUPPOSING = re.compile(r"^(?:if|unless|assuming|in the event|depend)", re.IGNORECASE)
# The deed of "to staff the boats", "that the port staff the boats" or "should staff them".
DEED = re.compile(
    r"(?:^to|\b(?:must|should|shall|will|and to)(?: not)?)\s+([^\W\d_]+)", re.IGNORECASE
)
# "Unless", "until", "without": what is denied so is promised on a condition.
SAVING = re.compile(r"^(?:unless|until|without|not\s+before|before|not\s+without)\b", re.IGNORECASE)
# "… any discussion of", "… to negotiate".
TALKING = re.compile(
    r"\s*(?:to\s+|of\s+|on\s+)?(?:any|all|further|new|more|the|a|even)?\s*(?:\w+\s+)?"
    r"(?:discuss(?:ion|ions|ing)?|debat(?:e|es|ing)|talk(?:s|ing)?|negotiat(?:e|ion|ions|ing)"
    r"|conversations?|dialogue|consultations?)\b",
    re.IGNORECASE,
)
# Told to be less than what was asked.
LESS = re.compile(
    r"\b(?:short\s+of|less\s+than\s+(?:half|a\s+third|a\s+quarter|what|the)|below\s+(?:the|what)"
    r"|not\s+the\s+\w+\s+(?:it|they|he|she)\s+(?:asked|wanted|demanded))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """The answer a clause gives: its type, how firm, and in words why."""

    type: ActType
    reason: str
    modality: Modality = Modality.HAPPENED
    conditional: bool = False


def meaning_of(
    uptake: Uptake, contents: Sequence[str], named: bool, settled: bool
) -> Meaning | None:
    """
    What the clause answers to a demand in these wordings; None for nothing.

    `named` tells whether its condition names the demander, who is to fulfil it; `settled`
    whether it tells what both sides came to.
    """
    families = frozenset(uptake.families)
    told_no = {"silence", "refuse"} & families
    if told_no and uptake.condition is not None and SAVING.match(uptake.condition.text):
        return _until_then(uptake.condition.text, families, named)
    if (uptake.negated or told_no) and _not_before().search(uptake.content.text):
        return Meaning(ActType.DEFER, "not before a later time")
    if "silence" in families or ("refuse" in families and _of_talking(uptake)):
        return Meaning(ActType.REFUSE_TO_DISCUSS, "said to be nothing to talk about")
    if "refuse" in families:
        return Meaning(ActType.REJECT, "said to be out of the question")
    if uptake.negated and _is_of_talk(families, contents) and uptake.condition is None:
        return Meaning(ActType.REFUSE_TO_DISCUSS, "not to be gone into")
    if _goes_with(families, uptake, contents):
        return _toward(uptake, contents, settled)
    if not families:
        return _in_return(uptake)
    ways = frozenset(map(way_of, families))
    if "defer" in ways:
        return _deferred(uptake, named)
    if ways != {"keep"} or uptake.negated or uptake.condition is not None:
        return None
    if uptake.firmness in (Firmness.STANDING, Firmness.COMING):
        return Meaning(ActType.REJECT, "the matter is to stay as it is")
    return None


def _until_then(condition: str, families: frozenset[str], named: bool) -> Meaning:
    """What is not to be had, or not to be talked of, without something or until then."""
    waits = condition.lower().startswith(("until", "before", "not before"))
    if "silence" in families and waits and not named:
        return Meaning(ActType.DEFER, "not to be gone into until then")
    return Meaning(ActType.ACCEPT, "not without something in return", Modality.POSSIBLE, True)


def _is_of_talk(families: frozenset[str], contents: Sequence[str]) -> bool:
    """Whether a verb of talking tells it, where something else than talk was asked for."""
    wanted = frozenset[str]().union(*(wanted_families(content) for content in contents))
    return {"talk", "consider"} <= families and "talk" not in wanted


def _of_talking(uptake: Uptake) -> bool:
    """Whether what is ruled out is to talk of it: "ruled out any discussion of the toll"."""
    behind = uptake.content.text[max(uptake.trigger.end - uptake.content.start, 0) :]
    return bool(TALKING.match(behind))


def _goes_with(families: frozenset[str], uptake: Uptake, contents: Sequence[str]) -> bool:
    """
    Whether the clause's verb is what the demand wants done, or grants it whatever it is.

    To take away what bars a thing gives it, and the other way round.
    """
    wanted = frozenset[str]().union(*(wanted_families(content) for content in contents))
    ways = frozenset(map(way_of, families))
    if wanted & families or _in_its_own_verb(uptake, contents, bool(wanted and families)):
        return True
    if not wanted:
        return GIVING in ways
    barred = any(names_barrier(content) for content in contents)
    here = any(names_barrier(span.text) for span in uptake.words)
    aims = frozenset(map(way_of, wanted))
    if barred != here:
        return (REMOVING in aims and GIVING in ways) or (GIVING in aims and REMOVING in ways)
    return GIVING in aims and GRANTING in families


def _in_return(uptake: Uptake) -> Meaning | None:
    """
    What a clause on the matter offers by a verb that tells no way, where it asks for something
    in return: "is prepared to staff the lifeboats as long as …".
    """
    told = "" if uptake.condition is None or uptake.negated else uptake.condition.text
    if SUPPOSING.match(told) or not _bargains().match(told):
        return None  # "will go to court if they do": most of these threaten
    return Meaning(ActType.ACCEPT, "on a condition", Modality.POSSIBLE, True)


def _in_its_own_verb(uptake: Uptake, contents: Sequence[str], listed: bool) -> bool:
    """Whether it says the demand's very verb; any word may be that where its wish is `listed`."""
    told = stem(uptake.trigger.text)
    find = WORD.findall if listed else _deeds
    return any(told == stem(word) for content in contents for word in find(content))


def _deeds(content: str) -> list[str]:
    """
    What may be a demand's verbs.

    >>> _deeds("to staff the boats"), _deeds("that Brum staff them")
    (['staff'], ['that', 'Brum', 'staff', 'them'])
    """
    return WORD.findall(content) if content.startswith("that ") else DEED.findall(content)


def _deferred(uptake: Uptake, named: bool) -> Meaning | None:
    if uptake.firmness is Firmness.DONE and not uptake.negated and "talk" in uptake.families:
        return None  # "have discussed it": what was gone into is not put off
    condition = uptake.condition.text if uptake.condition is not None else None
    bargain = condition is not None and (named or _bargains().match(condition) is not None)
    if bargain and not uptake.negated:
        return Meaning(ActType.ACCEPT, "to be gone into on a condition", Modality.POSSIBLE, True)
    if not uptake.negated or (condition is not None and SAVING.match(condition)):
        return Meaning(ActType.DEFER, "put off, or still to be gone into")
    if uptake.firmness is Firmness.DONE:
        return None
    return Meaning(ActType.REFUSE_TO_DISCUSS, "not to be gone into")


@cache
def _not_before() -> re.Pattern[str]:
    """As in "could not be looked at before the autumn": that is for later, and no refusal."""
    till, times = (alternatives(terms("verbale", "later")[key]) for key in ("till", "times"))
    return re.compile(rf"\b(?:{till}) (?:\w+ ){{0,2}}?(?:{times}|\d{{4}})\b", re.IGNORECASE)


@cache
def _bargains() -> re.Pattern[str]:
    """What opens a condition that asks for something, and does not only wait: "provided that"."""
    return re.compile(rf"^(?:{_any('bargains')})\b", re.IGNORECASE)


def _toward(uptake: Uptake, contents: Sequence[str], settled: bool) -> Meaning | None:
    condition = uptake.condition.text if uptake.condition is not None else None
    if uptake.negated:
        if condition is not None and SAVING.match(condition):
            return Meaning(ActType.ACCEPT, "on a condition", Modality.POSSIBLE, True)
        if uptake.firmness is Firmness.DONE:
            return None
        return Meaning(ActType.REJECT, "will not be")
    if condition is not None and uptake.firmness is not Firmness.DONE:
        return Meaning(ActType.ACCEPT, "on a condition", Modality.POSSIBLE, True)
    if uptake.firmness is Firmness.MIGHT:
        return None
    if LESS.search(uptake.content.text) and not settled:
        return Meaning(ActType.COUNTER_PROPOSE, "told to be less than was asked")
    less = _less(uptake, contents, settled)
    if less is not None:
        return less
    if given_some(uptake, contents):
        return Meaning(ActType.ACCEPT_IN_PART, "some, where all were asked for")
    if _some_of().search(uptake.content.text) and not any(map(_some_of().search, contents)):
        return Meaning(ActType.ACCEPT_IN_PART, "some of what was asked")
    if uptake.firmness is Firmness.DONE and not _by_words(uptake.trigger.text):
        wanted = frozenset[str]().union(*(wanted_families(content) for content in contents))
        if not wanted & frozenset(uptake.families) and not uptake.takers:
            return None  # what was paid, met or sent is not what was asked for
        return Meaning(ActType.IMPLEMENT, "done")
    return Meaning(ActType.ACCEPT, "is to be")


def given_some(uptake: Uptake, contents: Sequence[str]) -> bool:
    """Whether a number or some are given where every one was asked for."""
    asked_all = all(_all().search(content) for content in contents)
    if asked_all and _some().search(uptake.content.text):
        return True
    vague = _vaguely_some().search(uptake.content.text)
    return vague is not None and bool(amounts(contents))


def _by_words(trigger: str) -> bool:
    first = stem(trigger.split()[0])
    listed = terms("verbale", "changes")["lists"]["by_words"]
    return any(first == stem(wording.split()[0]) for wording in listed)


def _less(uptake: Uptake, contents: Sequence[str], settled: bool) -> Meaning | None:
    """Less than was asked: in part where things are counted, another offer where it is a rate."""
    given = amounts([span.text for span in uptake.words])
    asked = amounts(contents)
    rates = sorted(unit for unit in given if unit in measures() and unit not in asked)
    if rates and any(map(_whole().search, contents)):
        # "20 percent" where it was to be doubled, or done away with.
        if settled:
            return Meaning(ActType.ACCEPT_IN_PART, "less than all that was asked")
        return Meaning(ActType.COUNTER_PROPOSE, "less than all that was asked")
    for unit in sorted(given.keys() & asked.keys()):
        if max(given[unit]) < min(asked[unit]):
            if unit in measures() and not settled:
                return Meaning(ActType.COUNTER_PROPOSE, f"another number of {unit}")
            return Meaning(ActType.ACCEPT_IN_PART, f"fewer {unit} than asked")
    return None


@cache
def _whole() -> re.Pattern[str]:
    """Asked for as a whole, without a number: "to double", "to abolish", "in full"."""
    return re.compile(rf"\b(?:{_any('whole')})\b", re.IGNORECASE)


def _any(key: str) -> str:
    """The words of one list of `shares.toml`, as alternatives."""
    return alternatives(terms("verbale.link", "shares")[key])


def _number() -> str:
    return rf"\d+|{alternatives(terms('verbale.link', 'counts')['numbers'])}"


@cache
def _all() -> re.Pattern[str]:
    """Every one of them: "all prisoners", "the entire fleet"."""
    return re.compile(rf"\b(?:{_any('all')})\b", re.IGNORECASE)


@cache
def _some() -> re.Pattern[str]:
    """So many things, or some, which no measure or time is: "twelve prisoners"."""
    return re.compile(
        rf"\b(?:{_any('some')}|{_number()})\s+(?!(?:{_any('no_things')})\b)[a-z]",
        re.IGNORECASE,
    )


@cache
def _vaguely_some() -> re.Pattern[str]:
    """So many that no number is told: "a number of prisoners", of forty that were asked for."""
    return re.compile(rf"\b(?:{_any('some')})\s+(?!(?:{_any('no_things')})\b)[a-z]", re.IGNORECASE)


@cache
def _some_of() -> re.Pattern[str]:
    """Some of a number of things, and not all of them: "four of the ten", "the oldest among"."""
    shares = rf"(?:{_any('shares')}|{_number()})\s+of\s+(?:{_any('wholes')}|{_number()})\b"
    halves = r"\bhalf\s+(?:the|its|their|our|his|her)\b"
    partly = rf"\b(?:{_any('partly')})\b"
    kinds = rf"\bthe\s+(?:\w+est|{_any('kinds')})\s+(?:of|among)\b"
    return re.compile(
        rf"\b{shares}|{halves}|{partly}|\bamong\s+(?:the|these|those|them)\b|{kinds}",
        re.IGNORECASE,
    )
