"""
What looks like a time and is not: "May" a name, "march" a walk, "1997 troops", "second" place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.annotate.timex import names
from verbale.annotate.timex.rules import Draft
from verbale.annotate.timex.words import CLASSES, Word
from verbale.lexicon import words as listed
from verbale.model.parse import Parse, Token
from verbale.model.timex import Formula, TimexType

NOT_TIME = frozenset({"MONEY", "QUANTITY", "PERCENT"})


def plausible(draft: Draft, words: Sequence[Word], tree: Parse) -> bool:
    """Whether the words of a draft are a time here."""
    span = words[draft.first : draft.last + 1]
    token = tree.token_at(span[0].start)
    before = words[draft.first - 1] if draft.first else None
    after = words[draft.last + 1] if draft.last + 1 < len(words) else None
    text, end = tree.text, span[-1].end
    if text[span[0].start - 1 : span[0].start].isalnum() or text[end : end + 1].isalnum():
        return False  # a piece of a longer word or code
    if span[0].text[0] in "-–—":
        return False
    if (
        span[0].lower in _listed("participles")
        and token is not None
        and token.pos not in ("ADJ", "NOUN")
    ):
        # "Following Monday's vote": a preposition, and a bare weekday.
        return _without_participle(draft)
    check = CHECKS.get(draft.rule)
    if token is None or check is None:
        return True
    return check(draft, span, before, after, token, tree)


def _without_participle(draft: Draft) -> bool:
    """The draft without its first word, if a weekday or month is left."""
    formula = draft.formula
    inner = formula.parts[0] if formula.operator == "part" else formula
    if inner.operator not in ("weekday", "date") or draft.first == draft.last:
        return False
    bare = replace(inner, count=None, anchor="page")
    draft.formula = replace(formula, parts=(bare,)) if formula.operator == "part" else bare
    draft.first += 1
    return True


def _deictic(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """A newspaper called Today is no day."""
    if not span[0].text[0].isupper() or token.i == 0:
        return True
    previous = tree.tokens[token.i - 1]
    if token.entity in ("ORG", "WORK_OF_ART", "PERSON"):
        return False
    inside = previous.sentence == token.sentence and previous.end < token.start
    return not (inside and previous.pos == "PROPN" and token.pos == "PROPN")


def _year(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """A number of four digits is a year unless it counts or costs something."""
    if before is not None:
        numbered = _listed("numbered")
        if before.lower in numbered or before.lower in ("$", "£", "€", "¥", "#", "at"):
            return False
        glued = before.kind == CLASSES["DASH"] and before.end == span[0].start
        if glued and draft.rule == "year":
            # "555-2013" is no year; "mid-2013" and "– 2013" are.
            joined = tree.text[max(before.start - 1, 0) : before.start]
            if joined.isdigit():
                return False
    if after is not None and after.lower in ("%", "°"):
        return False
    if token.entity in NOT_TIME:
        return False
    if before is not None and before.text == "." and before.end == span[0].start:
        return False
    introduced = before is not None and before.lower in names.prepositions()
    counts = _listed("counted")
    if after is not None and after.lower in counts:
        return False
    number = span[-1].value
    if (
        isinstance(number, int)
        and not 1400 <= number <= 2100
        and token.entity not in names.TIME_ENTITIES
    ):
        return introduced and not _counts_noun(token, tree)
    if token.entity in names.TIME_ENTITIES:
        return True
    if _counts_noun(token, tree):
        return False
    return introduced or token.entity in ("", "CARDINAL", "EVENT", "ORG", "GPE", "LAW")


def _counts_noun(token: Token, tree: Parse) -> bool:
    """Whether the number stands before a plural noun it may count."""
    head = tree.head(token.i)
    return (
        token.dep == "nummod"
        and head.i > token.i
        and head.tag == "NNS"
        and token.entity == "CARDINAL"
    )


def _vague(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """Vague words only where they tell a time: not "the future king", not a wrapped present."""
    word = tree.token_at(span[-1].start) or token
    if span[-1].lower in ("past", "future", "present"):
        # The nouns: not "the future king", and "future" only as "the (near) future".
        if span[-1].lower == "present" and (before is None or before.lower not in _listed("up_to")):
            return False
        return span[0].kind == CLASSES["THE"] and word.pos == "NOUN" and word.dep != "compound"
    return word.pos in ("ADV", "ADJ", "NOUN", "SCONJ", "INTJ")


def _length(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """Plural units alone; "second" alone is an ordinal; "a second" is hardly a length."""
    unit = span[-1] if span[-1].kind == CLASSES["UNIT"] else next(
        (w for w in span if w.kind == CLASSES["UNIT"]), span[-1]
    )  # fmt: skip
    if unit.lower == "second" and draft.formula.name not in ("PT1S",):
        return False
    if unit.lower == "second":
        return span[0].lower == "one"
    if span[0].lower in ("over", "under") and (
        before is None or before.lower not in _listed("measures") or span[1].kind == CLASSES["LAST"]
    ):
        draft.first += 1  # "spread over six years": no more than six
        draft.modifier = None
    at = tree.token_at(unit.start) or token
    if span[0].lower == "many" and before is not None and before.lower in ("as", "so", "how"):
        return False
    if span[0].kind == CLASSES["A"] and before is not None and before.lower in _listed("repeated"):
        draft.type = TimexType.SET  # "twice a week"
    if unit.lower == "minute" and span[0].kind == CLASSES["A"] and at.dep in ("amod", "compound"):
        return False
    if unit.lower in ("minutes", "seconds") and len(span) == 1:
        followed = after is not None and after.lower in ("after", "before", "into", "from")
        if not followed and (before is None or before.lower not in _listed("length_prepositions")):
            return False
    if unit.lower in ("quarter", "quarters"):
        return (
            span[0].kind != CLASSES["A"]
            and draft.rule == "length"
            and (after is None or after.lower != "of")
        )
    if unit.lower in ("min",):
        return span[0].kind in (CLASSES["NUM"], CLASSES["INT"])
    return unit.lower != "yr" or len(span) > 1


def _day_of_month(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """A day of the month unless it ranks something: "the 17th round"."""
    ordinal = tree.token_at(span[-1].start)
    if ordinal is None:
        return False
    following = tree.token_at(after.start) if after is not None else None
    if following is not None and following.pos == "NOUN" and following.i == ordinal.i + 1:
        return False
    head = tree.head(ordinal.i)
    ranks = head.i > ordinal.i and head.pos in ("NOUN", "PROPN", "ADJ") and ordinal.dep in (
        "amod", "nummod", "compound", "nmod", "advmod",
    )  # fmt: skip
    return not ranks or ordinal.entity == "DATE"


def _decade(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """A model's number is not a decade: "two KC-30s", "his 20s"."""
    word = next(w for w in span if w.kind == CLASSES["DEC"])
    if before is not None and before.kind == CLASSES["DASH"] and before.end == span[0].start:
        return draft.modifier is not None or word.value > 999
    if word.value > 99:
        return True
    marked = word.text[0] in "'’‘" or word.text.isalpha()
    return (before is None or before.lower not in _listed("owners")) and (
        marked or span[0].kind == CLASSES["THE"]
    )


def _clock(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """10:40 is a time where something says so, else a verse, a ratio or a score."""
    if any(word.kind in (CLASSES["AMPM"], CLASSES["ZONE"], CLASSES["WEEKDAY"]) for word in span):
        return True
    if token.entity == "TIME":
        return True
    allowed = _listed("clock_prepositions")
    return before is None or before.lower in allowed or before.kind == CLASSES["BREAK"]


def _stretch(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """In "the talks will last two weeks" the verb is not part of the length."""
    if token.pos == "VERB" and token.lower in ("last", "past"):
        draft.first += 1
        value = draft.formula.name or ""
        draft.formula = Formula("value", name=value)
        return value.startswith("P") and draft.first <= draft.last
    led = before is not None and before.lower in _listed("leads_stretch")
    if span[0].lower == "last" and draft.rule == "stretch" and not led:
        # "… and last 48 hours", misread as an adjective: the noun would need its article.
        draft.first += 1
        draft.formula = Formula("value", name=draft.formula.name)
    return True


def _listed(key: str) -> frozenset[str]:
    return listed("verbale.annotate", "timex_context", key)


def _short_year(
    draft: Draft, span: Sequence[Word], before: Word | None, after: Word | None,
    token: Token, tree: Parse,
) -> bool:  # fmt: skip
    """The mark before "27 companies" opens a quotation; the one before 98 shortens a year."""
    number = tree.token_at(span[-1].start) or token
    return number.entity == "DATE" and number.dep != "nummod"


CHECKS = {
    "short year": _short_year,
    "day deictic": _deictic,
    "clock": _clock,
    "feast": names.feast,
    "stretch": _stretch,
    "near unit": _stretch,
    "decade": _decade,
    "year": _year,
    "years": _year,
    "month": names.month,
    "season": names.season,
    "repeated": names.often,
    "weekday": names.weekday,
    "vague time": _vague,
    "length": _length,
    "vague length": _length,
    "day of the month": _day_of_month,
}
