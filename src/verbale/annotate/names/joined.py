"""
Joined names: bodies with an "and" or "&" in their name, told apart from two names.

"Firth & Isles Ferries", "Lorn and Isles Regional Council", "Seafarers' and Dockers' Union":
a parser takes them for two. What tells that they are one: an "&"; two owners of one body;
a body's common noun without the article it would have by itself; and that the second part
never stands alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from verbale.annotate.names.bodies import JOINED, LONGEST_BODY, OWNS, PAIRING
from verbale.annotate.names.titles import touches
from verbale.gazetteer import look_up
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import is_given_name, is_title, people_words
from verbale.model.parse import Parse, Token

STOPS = frozenset({".", "!", "?", "”", '"', "’", "'"})
MANY = frozenset({"are", "were", "have", "do", "'re", "'ve"})
UNITED = frozenset({"union", "association", "guild", "federation", "brotherhood", "society"})
SHOUTED = 0.6  # of a line's words in capitals: a headline, where names have no end


def joined_names(tree: Parse) -> Iterator[tuple[int, int]]:
    """The token ranges of bodies whose names are joined from two."""
    alone = _Alone(tree)
    for token in tree.with_form(JOINED):
        if is_in_headline(tree, token):
            continue
        owned = _owners(tree, token.i)
        if owned is not None:
            yield owned
            continue
        first, last = _left(tree, token.i), _right(tree, token.i)
        if first is None or last is None:
            continue
        if (number := _local_number(tree, last)) is not None:
            yield first, number  # "Bakers and Millers Local 9"
            continue
        if token.text == "&":
            if not _two_parties(tree, first, last, token.i):
                yield first, last
        elif _is_one(tree, first, token.i, last, alone):
            yield _list_start(tree, first, last), last


def raised_names(tree: Parse) -> Iterator[tuple[int, int]]:
    """
    The token ranges of bodies with a small word raised in the middle of a sentence: "the
    Save Our Schools Coalition".
    """
    for token in tree.with_form(people_words("bodies")):
        if not token.text[:1].isupper():
            continue
        floor = tree.sentences[token.sentence].first + 1
        first = token.i
        while first > floor and tree.tokens[first - 1].text[:1].isupper():
            if not touches(tree, first - 1) or not tree.tokens[first - 1].text.isalpha():
                break
            first -= 1
        inside = [each.pos for each in tree.tokens[first + 1 : token.i]]
        if ("PRON" in inside or "DET" in inside) and not is_in_headline(tree, token):
            yield first, token.i


def _owners(tree: Parse, at: int) -> tuple[int, int] | None:
    """Two owners of one body: "Seafarers' and Dockers' Union", "Guild of Ships' and …"."""
    tokens = tree.tokens
    if at < 2 or at + 3 >= len(tokens):
        return None
    if tokens[at - 1].text not in OWNS or not _is_name(tokens[at - 2]):
        return None
    owner = next(
        (i for i in range(at + 1, min(at + 4, len(tokens))) if tokens[i].text in OWNS), None
    )
    if owner is None or not all(_is_name(tokens[i]) for i in range(at + 1, owner)):
        return None
    last = _body_end(tree, owner + 1)
    if last is None:
        return None
    first = at - 2
    while first > 0 and _is_name(tokens[first - 1]) and touches(tree, first - 1):
        first -= 1
    return first, last


def _body_end(tree: Parse, at: int) -> int | None:
    """The last token of capitals from `at` on, where they end in a word for a body."""
    last = None
    for i in range(at, min(len(tree.tokens), at + LONGEST_BODY)):
        if not _is_name(tree.tokens[i]) or (i > at and not touches(tree, i - 1)):
            break
        if tree.tokens[i].lower in people_words("bodies"):
            last = i
    return last


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ")


def _left(tree: Parse, at: int) -> int | None:
    """Where the capitals before a joint begin; None where they are somebody's own name."""
    tokens, first = tree.tokens, at
    while first > 0 and _is_name(tokens[first - 1]) and touches(tree, first - 1):
        first -= 1
        if office_head(tokens[first].lower) or is_title(tokens[first].lower):
            return None
    if first == at or is_given_name(tokens[first].text):
        return None
    listed = look_up(tree.span(first, at - 1).text) or look_up(tokens[at - 1].text)
    return None if listed is not None else first


def _local_number(tree: Parse, last: int) -> int | None:
    """The number of a union's branch that ends its name: "Local *9*"."""
    at = last + 1
    told = tree.tokens[last].lower in people_words("numbered")
    return at if told and at < len(tree.tokens) and tree.tokens[at].text.isdigit() else None


def _list_start(tree: Parse, first: int, last: int) -> int:
    """Where the matters begin that a body's name lists: "the *Rail*, Maritime and Dock Union"."""
    tokens, start = tree.tokens, first
    while start > 2 and tokens[start - 1].text == "," and start > first - LONGEST_BODY:
        part = start - 1
        while part > 0 and _is_name(tokens[part - 1]) and touches(tree, part - 1):
            part -= 1
        if part == start - 1 or not _is_part(tokens[part : start - 1]):
            return first
        start = part
    article = start > 0 and tokens[start - 1].lower == "the"
    return start if article and tokens[last].lower in people_words("bodies") else first


def _is_part(words: Sequence[Token]) -> bool:
    """Tell whether capitals between commas may be one of a body's matters, nobody's name."""
    listed = look_up(" ".join(word.text for word in words)) is not None
    named = is_given_name(words[0].text) or words[-1].entity == "PERSON"
    whole = words[-1].lower in people_words("bodies", but=("matters", "portfolios", "workplaces"))
    return not (listed or named or whole or office_head(words[-1].lower))


def _right(tree: Parse, at: int) -> int | None:
    """Where the capitals after a joint end, owners and all."""
    tokens, last = tree.tokens, at
    for i in range(at + 1, min(len(tokens), at + LONGEST_BODY)):
        if not touches(tree, i - 1) or not (_is_name(tokens[i]) or tokens[i].text in OWNS):
            break
        if tokens[i].text in OWNS and not (i + 1 < len(tokens) and _is_name(tokens[i + 1])):
            break
        if tokens[i].text in ("'s", "’s"):
            break
        last = i
    return last if last > at and look_up(tree.span(at + 1, last).text) is None else None


def _two_parties(tree: Parse, first: int, last: int, at: int) -> bool:
    """Tell whether an "&" stands between two listed names: "Malta & Libya"."""
    return any(look_up(tree.tokens[i].text) is not None for i in (first, at - 1, at + 1, last))


def _is_one(tree: Parse, first: int, at: int, last: int, alone: _Alone) -> bool:
    """Tell whether "and" stands within the name of one body."""
    tokens = tree.tokens
    head = tokens[last].lower
    bodies = people_words("bodies", "trades", "company_nouns")
    if head not in bodies or office_head(head) is not None or at + 1 == last:
        return False
    if is_given_name(tokens[at + 1].text):
        return False
    if tokens[at - 1].lower in people_words("bodies"):
        # "*University* and College Union": of those who work there
        working = people_words("workplaces", "matters", "portfolios")
        if at - first > 1 or head not in UNITED or tokens[at - 1].lower not in working:
            return False
    if first and tokens[first - 1].lower in PAIRING:
        return False
    verb = tree.head(last)
    if verb.tag == "VBP" or any(a.lower in MANY for a in tree.children(verb.i, "aux")):
        return False
    if alone.stands(first, at - 1, at) or alone.begins(at + 1, last):
        return False
    named_so = head in people_words("bodies") and head not in people_words("matters")
    return named_so or alone.times(first, last) > 1


class _Alone:
    """What a page writes without the rest: names of their own, not parts of another."""

    def __init__(self, tree: Parse) -> None:
        self._tree = tree
        self._places: dict[str, list[int]] = {}
        for token in tree.raised:
            self._places.setdefault(token.lower, []).append(token.i)
        self._runs: Counter[str] = Counter()

    def stands(self, first: int, last: int, joint: int) -> bool:
        """Tell whether the first part stands elsewhere without the joint and more capitals."""
        tokens = self._tree.tokens
        words = [token.lower for token in tokens[first : last + 1]]
        for start in self._places.get(words[0], ()):
            end = start + len(words) - 1
            if start == first or [t.lower for t in tokens[start : end + 1]] != words:
                continue
            following = tokens[end + 1] if end + 1 < len(tokens) else None
            joined = following is not None and following.lower in JOINED
            named = following is not None and following.text[:1].isupper()
            if not joined and not named and not (following and following.text in OWNS):
                return True
        return False

    def begins(self, first: int, last: int) -> bool:
        """Tell whether the second part stands elsewhere without a joint before it."""
        tokens = self._tree.tokens
        words = [token.lower for token in tokens[first : last + 1]]
        return any(
            start != first
            and [t.lower for t in tokens[start : start + len(words)]] == words
            and (start == 0 or tokens[start - 1].lower not in JOINED)
            for start in self._places.get(words[0], ())
        )

    def times(self, first: int, last: int) -> int:
        """How often the whole stands on the page."""
        tokens = self._tree.tokens
        words = [token.lower for token in tokens[first : last + 1]]
        return sum(
            [t.lower for t in tokens[start : start + len(words)]] == words
            for start in self._places.get(words[0], ())
        )


def is_in_headline(tree: Parse, token: Token) -> bool:
    """Tell whether a line is written in capitals, so that they tell no name."""
    sentence = tree.sentences[token.sentence]
    words = [t.text for t in tree.tokens[sentence.first : sentence.last] if t.text[:1].isalpha()]
    raised = sum(word[:1].isupper() for word in words)
    ended = tree.tokens[sentence.last - 1].text in STOPS
    return not ended and len(words) > 3 and raised >= SHOUTED * len(words)


def longest_first(names: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Names in the order in which they are looked for: the longest first."""
    return tuple(sorted(dict.fromkeys(names), key=lambda words: (-len(words), words)))
