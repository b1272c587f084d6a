"""
Offices: what a person is, in words that can be compared.

"Minister of Foreign Affairs", "foreign minister" and "external affairs minister" are
one office; "the diplomat" may be its holder, "the deputy" may not.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from verbale.gazetteer import How, match_at
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level
from verbale.lexicon import alternatives, terms, words
from verbale.model.mention import ActorKind

# Words of which it is at hand whether they head an office.
AT_HAND = 50_000
# Behind these stands whom an office serves, or what it is over: "adviser to the premier".
BELOW = re.compile(r" (?:to|of|for|in|at) ")
OF = re.compile(r"^(.*?)\b(\w[\w-]*) (?:of|for|to|on|at) (?:the )?(.+)$")


@cache
def short_office(word: str) -> str | None:
    """
    The office that letters before a name stand for; they count only as they are written.

    >>> short_office("PM"), short_office("Gov."), short_office("pm"), short_office("Min")
    ('prime minister', 'governor', None, None)
    """
    if not (
        word.isupper() or word.endswith(".") or word in words("verbale", "offices", "without_stop")
    ):
        return None
    found = terms("verbale", "people")["short_offices"].get(word.removesuffix("."))
    return str(found) if found is not None else None


@lru_cache(maxsize=AT_HAND)
def office_head(word: str) -> str | None:
    """
    The office a word is the head of, in the singular; None where it is no office.

    >>> office_head("Ministers"), office_head("Spokeswoman"), office_head("talks")
    ('minister', 'spokeswoman', None)
    """
    offices = terms("verbale", "people")["offices"]
    plain = word.lower().replace("–", "-")
    for stem in (plain, plain[:-1] if plain.endswith("s") else "", _men(plain)):
        if stem and stem in offices:
            return stem
    return None


def _men(word: str) -> str:
    return word[:-3] + "man" if word.endswith("men") else ""


@cache
def office_key(office: str) -> str:
    """
    An office for comparing: its words in one order, synonyms made the same.

    >>> office_key("Minister of Foreign Affairs") == office_key("the Foreign Minister")
    True
    >>> office_key("Kremlin spokesman") == office_key("presidential spokesperson")
    True
    """
    kept: list[str] = []
    told = office.replace("’", "'").split()
    at = 0
    while at < len(told):
        found = match_at(told, at) if told[at][:1].isupper() else None
        if found is not None and found[1].kind is not ActorKind.OUTLET:
            at += found[0]
            seat = level(" ".join(told[at - found[0] : at]))
            if seat in people_words("department_seats"):
                kept.append(seat.replace(" ", "").replace(".", ""))
            elif found[1].how is How.SEAT:
                kept.append("executive")
            continue
        word = told[at].removesuffix("'s")
        if word and word.lower() not in people_words("empty_office_words"):
            kept.append(level(word))
        at += 1
    if len(kept) > 1:
        # "The chairman of the party" is the party's chairman.
        kept = [word for word in kept if word not in words("verbale", "offices", "houses")] or kept
    while kept and kept[-1] in words("verbale", "offices", "dangling"):
        kept.pop()
    text = " ".join(kept).replace("under secretary", "undersecretary")
    of = OF.match(text)
    if of:
        text = f"{of[1]}{of[3]} {of[2]}".strip()
    for wordings, same in _wordings():
        text = wordings.sub(same, text)
    return " ".join(text.split())


@cache
def _wordings() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The wordings of one office, and what it is called; in the order they are made the same."""
    found = []
    for entry in terms("verbale", "offices")["same"]:
        told = alternatives(entry["wordings"])
        pattern = rf"^(?:{told})$" if entry.get("whole") else rf"\b(?:{told})\b"
        found.append((re.compile(pattern), entry["office"]))
    return tuple(found)


@cache
def classes(office: str) -> frozenset[str]:
    """What the holder of an office may be called: "diplomat", "official", "leader"."""
    lists = terms("verbale", "people")
    key = office_key(office)
    found: set[str] = set()
    for phrase, named in lists["classes_of_phrases"].items():
        if _ends_with(key, office_key(phrase)):
            found.update(named)
    own = BELOW.split(office.lower())[0]
    for word in (*key.split()[-1:], *re.split(r"[ -]", own)):
        head = office_head(word)
        if head is not None:
            found.update((head, *lists["offices"][head]))
    if "spokesperson" in key:
        found.update(("spokesperson", "spokesman", "spokeswoman", "official"))
    return frozenset(found)


def _ends_with(key: str, phrase: str) -> bool:
    return key == phrase or key.endswith(f" {phrase}")


def is_former(office: str) -> bool:
    """Tell whether an office is one that its holder has no longer, or not yet."""
    elsewhere = people_words("gone", "to_come")
    return bool(elsewhere & set(re.split(r"[ -]", office.lower())))


@cache
def fits(description: str, office: str) -> bool:
    """
    Tell whether the holder of `office` may be called by `description`.

    >>> fits("diplomat", "deputy foreign minister"), fits("president", "vice president")
    (True, False)
    >>> fits("foreign minister", "deputy foreign minister"), fits("minister", "trade minister")
    (False, True)
    >>> fits("prime minister", "adviser to the prime minister")
    False
    >>> fits("league boss", "chief executive"), fits("police chief", "general secretary")
    (True, False)
    """
    asked, held = office_key(description), office_key(office)
    if asked == held:
        return True
    told = description.lower()
    if " " in told and office.lower().startswith((f"{told} of ", f"{told} for ")):
        return True  # "the assistant secretary", of those for trade
    asked_words, held_words = asked.split(), held.split()
    if not asked_words or not held_words:
        return False
    ranks = people_words("ranks")
    if _is_boss(asked_words):
        heading = (classes(office) | {held}) & words("verbale", "offices", "heading")
        return bool(heading) and not ranks & set(held_words)
    if len(asked_words) == 1:
        head = office_head(asked) or asked
        named = "spokesperson" if head.startswith("spokes") else head
        if held_words and held_words[-1] in (head, named):
            # "the minister" may be a deputy one, "the president" no vice president.
            return head not in people_words("highest") or not ranks & set(held_words)
        return named in classes(office)
    if asked in classes(office):
        return not ranks & set(held_words)  # "the head of state"
    if ranks & set(held_words) != ranks & set(asked_words):
        return False
    if asked_words[-1] in classes(office) and set(asked_words[:-1]) <= set(held_words):
        return True  # "the Kremlin official" is its spokesman
    return asked_words[-1] == held_words[-1] and set(asked_words) <= set(held_words)


def _is_boss(told: list[str]) -> bool:
    """Tell whether a paper's word for whoever heads a body is told: "league *boss*"."""
    own = people_words("modifiers", "portfolios", "state_matters", "ranks", "matters")
    return told[-1] in ("boss", "supremo") or (
        told[-1] == "chief" and len(told) == len(("schools", "chief")) and told[0] not in own
    )


def is_voice(office: str) -> bool:
    """
    Tell whether an office is that of somebody who speaks for others.

    >>> is_voice("government spokeswoman"), is_voice("press secretary"), is_voice("minister")
    (True, True, False)
    """
    heads = [office_head(word) or "" for word in office.lower().split()]
    return any(head.startswith("spokes") for head in heads) or "press secretary" in office.lower()


def describes_anybody(description: str) -> bool:
    """Tell whether a word describes without naming one office: "the diplomat"."""
    return description.lower() in people_words("descriptions")


@cache
def is_membership(description: str) -> bool:
    """
    Tell whether a word tells of somebody only to which political side he belongs.

    >>> is_membership("Republican"), is_membership("Republican senator"), is_membership("Tory")
    (True, False, True)
    """
    word = description.lower()
    return bool({f"{word}s", f"{word.removesuffix('y')}ies"} & people_words("party_members"))


def is_headed(office: str, word: str) -> bool:
    """
    Tell whether a word is the one that an office is called by.

    >>> is_headed("commander of the northern fleet", "commander"), is_headed("admiral", "commander")
    (True, False)
    """
    return BELOW.split(office.lower())[0].split()[-1:] == [word.lower()]
