"""
The clause around a verb, read from the words: where it begins and ends, what denies it,
what it hangs on, and what it is said to be on.

Parsers hang "the quota stays where it is" and "she said, if they come" in many places;
marks, joiners and conjunctions stand where they stand.
"""

from __future__ import annotations

from functools import cache

from verbale.extract.details.fields import condition_of
from verbale.extract.provisos import is_price
from verbale.lexicon import terms, words
from verbale.model.parse import Parse, Token
from verbale.model.span import Span

PACKAGE = "verbale.extract"
NEGATIVE = frozenset(
    {"not", "n't", "n’t", "never", "no", "nobody", "none", "nothing", "neither", "nor", "nowhere"}
)
# "Not only", "no later than", "no less than" deny nothing.
HARMLESS = frozenset({"only", "just", "merely", "simply", "later", "less", "fewer", "doubt"})
# "A clear no to the toll" is an answer of its own.
ANSWERED_ON = frozenset({"to", "on"})
# "With no conditions attached" denies the conditions, "under no circumstances" all of it.
ADDING = frozenset({"with", "of", "after", "or"})
# What opens a clause that another hangs on.
HANGING = frozenset(
    {"if", "unless", "until", "once", "when", "while", "because", "since", "although"}
)
# What opens the reason for which it is so.
REASONS = frozenset({"because", "since", "although", "though"})
# "At once", "more than once", "not once".
TIMES_OVER = frozenset({"at", "than", "not", "never", "only", "just", "this"})
# "Will be able to be made to go": no verb is led by more.
DEEPEST = 4
# A topic that a sentence opens with holds for so many behind it.
STAYING = 2
BREAKS = frozenset({";", ":", "—", "--"})
OPPOSING = frozenset({"but", "while", "whereas", "although", "though"})
# What may stand before the words that name a topic.
LEADING_IN = frozenset({"and", "but", "“", '"', "'", "-", "–", "*"})
POINTERS = frozenset({"it", "this", "that", "they", "them", "these", "those"})


def topic_of(tree: Parse, first: int, trigger: int) -> Span | None:
    """
    What a clause is said to be on, in front of it or of its sentence: "As for the customs, …",
    "On the clause he was blunt: …".
    """
    start = tree.sentence_of(trigger).first
    return _topic_from(tree, first, trigger) or _topic_from(tree, start, trigger)


@cache
def _topics() -> tuple[str, ...]:
    """What leads in what a clause is on, as it stands before the next word."""
    return tuple(f"{wording} " for wording in terms(PACKAGE, "uptakes")["topics"])


def _topic_from(tree: Parse, first: int, trigger: int) -> Span | None:
    while first < trigger and tree.tokens[first].lower in LEADING_IN:
        first += 1
    opening = " ".join(token.lower for token in tree.tokens[first : first + 3]) + " "
    if not opening.startswith(_topics()):
        return None
    for at in range(first + 1, trigger):
        if tree.tokens[at].text in (",", ":") or tree.tokens[at].dep in ("nsubj", "nsubjpass"):
            return tree.span(first, at - 1)
    return None


def clause_around(tree: Parse, token: Token) -> tuple[int, int]:
    """
    The tokens from the break before a verb to the break behind it.

    Read from the words: parsers hang "the quota stays where it is" in many places. An
    "and" breaks where what it joins has a subject of its own.
    """
    sentence = tree.sentence_of(token.i)
    first, end = sentence.first, sentence.last
    for at in range(sentence.first, sentence.last):
        if at == token.i or not _breaks(tree, at):
            continue
        if at < token.i:
            first = at + 1
        else:
            end = at
            break
    return first, max(end, token.i + 1)


def _breaks(tree: Parse, at: int) -> bool:
    token = tree.tokens[at]
    if token.text in BREAKS or token.lower in OPPOSING or _goes_on(tree, at):
        return True
    if token.dep != "cc":
        return False
    return any(
        joined.i > at and tree.child(joined.i, "nsubj", "nsubjpass") is not None
        for joined in tree.children(token.head, "conj")
    )


def _goes_on(tree: Parse, at: int) -> bool:
    """Whether a headline's comma stands for an "and": "To free some, rules out talks"."""
    if tree.tokens[at].text != "," or at + 1 >= len(tree.tokens):
        return False
    if tree.tokens[at + 1].tag not in ("VBZ", "VBD", "VBP"):
        return False
    sentence = tree.sentence_of(at)
    before = tree.tokens[sentence.first : at]
    after = tree.tokens[at + 1 : sentence.last]
    return all(token.text != "," for token in (*before, *after)) and any(
        token.pos in ("VERB", "AUX") for token in before
    )


def is_negated(tree: Parse, first: int, end: int, trigger: int) -> bool:
    """Whether a "no" or "not" stands in the clause and does deny what its verb tells."""
    denying = words(PACKAGE, "uptakes", "denying")
    led = tree.tokens[trigger].dep == "xcomp" and tree.head(trigger).lower in denying
    return led or any(
        tree.tokens[at].lower in NEGATIVE
        and not _is_harmless(tree, at)
        and not _denies_aside(tree, first, at, trigger)
        for at in range(first, end)
    )


def _is_harmless(tree: Parse, at: int) -> bool:
    """Whether it denies nothing here: "not only", "for nothing", "yes to rises, no to fees"."""
    token = tree.tokens[at].lower
    before = tree.tokens[at - 1].lower if at else ""
    after = tree.tokens[at + 1].lower if at + 1 < len(tree.tokens) else ""
    if token == "nothing":
        return before == "for"
    return after in HARMLESS or (token == "no" and after in ANSWERED_ON)


def _denies_aside(tree: Parse, first: int, at: int, trigger: int) -> bool:
    """Whether it denies only what is told beside: "with no strings", "if there is no reply, …"."""
    if at > first and tree.tokens[at].lower == "no" and tree.tokens[at - 1].lower in ADDING:
        return True
    told = tree.head(at)  # "the Front, which has never harmed a prisoner, will free them"
    if told.dep == "relcl" and told.i != trigger and trigger not in tree.subtree(told.i):
        return True
    if at > trigger and _contrasts(tree, at):
        return True
    if at > trigger:  # "will free them because the charges had no basis"
        return any(token.lower in REASONS for token in tree.tokens[trigger + 1 : at])
    between = tree.tokens[at:trigger]
    hangs = any(token.lower in HANGING for token in tree.tokens[first:at])
    return hangs and any(token.text == "," for token in between)


def _contrasts(tree: Parse, at: int) -> bool:
    """Whether it only says what else is not: "in the week after, and not in the week before"."""
    before, after = tree.tokens[at - 1], tree.tokens[min(at + 1, len(tree.tokens) - 1)]
    joined = before.lower in ("and", "but", ",", "–", "—")
    return tree.tokens[at].lower == "not" and joined and after.pos in ("ADP", "SCONJ", "DET", "NUM")


def condition_at(tree: Parse, token: Token, *, negated: bool = False) -> int | None:
    """
    Where the condition opens, before or behind the verb, in its sentence.

    "Before they leave" is one only of what is denied till then.
    """
    sentence = tree.sentence_of(token.i)
    single = words(PACKAGE, "uptakes", "conditions")
    phrases = _condition_phrases()
    found = []
    for at in range(sentence.first, sentence.last):
        before_it = negated and tree.forms[at] == "before"
        if negated and is_price(tree, at):
            found.append(at)
            continue
        if tree.forms[at] not in single and tree.forms[at] not in phrases and not before_it:
            continue
        here = tree.tokens[at]
        before = tree.tokens[at - 1] if at > sentence.first else None
        if here.lower in single and not _opens_none(tree, at, before):
            if here.lower != "until" or _holds_verb(tree, at + 1, sentence.last):
                found.append(at)
            continue
        if before_it and _holds_verb(tree, at + 1, sentence.last):
            found.append(at)
            continue
        told = tree.forms[at : sentence.last - 1]  # something follows what opens a condition
        if any(told[: len(wording)] == wording for wording in phrases.get(here.lower, ())):
            found.append(at)
    ahead = [at for at in found if at > token.i]
    back = [at for at in found if at < token.i]
    if ahead:
        return ahead[0]
    return back[0] if back and back[0] <= sentence.first + 1 else None


@cache
def _condition_phrases() -> dict[str, list[tuple[str, ...]]]:
    """The wordings of several words that open a condition, by their first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for wording in terms(PACKAGE, "uptakes")["condition_phrases"]:
        first, *rest = wording.split()
        found.setdefault(first, []).append((first, *rest))
    return found


def _opens_none(tree: Parse, at: int, before: Token | None) -> bool:
    """Whether it opens no condition: "as if", "even if", "asked if", "at once", "once more"."""
    after = tree.tokens[at + 1].lower if at + 1 < len(tree.tokens) else ""
    if tree.tokens[at].lower == "once" and (
        after in ("more", "again", "a") or (before is not None and before.lower in TIMES_OVER)
    ):
        return True
    return before is not None and (before.lower in ("as", "even") or before.lemma == "ask")


def _holds_verb(tree: Parse, first: int, end: int) -> bool:
    """Whether a deed follows, and no mere day: "until they leave", not "until June"."""
    for token in tree.tokens[first:end]:
        if token.text in (",", ";"):
            return False
        if token.tag in ("VBZ", "VBP", "VBD", "MD"):
            return True
    return False


def after_condition(tree: Parse, opens: int, trigger: int) -> int:
    """The first word behind a condition that opens the sentence."""
    commas = [at for at in range(opens, trigger) if tree.tokens[at].text == ","]
    return commas[0] + 1 if commas else opens


def condition_words(tree: Parse, token: Token, opens: int | None) -> Span | None:
    """The words of the condition."""
    if opens is None:
        return None
    told = condition_of(tree, token.i)
    if told is not None:
        return told
    sentence = tree.sentence_of(token.i)
    end = sentence.last if opens > token.i else after_condition(tree, opens, token.i) - 1
    while end - 1 > opens and tree.tokens[end - 1].pos in ("PUNCT", "SPACE"):
        end -= 1
    return tree.span(opens, max(end - 1, opens))


def sentence_before(tree: Parse, first: int, end: int, trigger: int) -> Span | None:
    """
    What was said before, where the clause names its matter by a pronoun only: the sentence
    before, from the one on that said what it is on.
    """
    pointing = any(
        token.lower in POINTERS
        and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
        and _is_below(tree, token, trigger)
        for token in tree.tokens[first:end]
    )
    at = tree.tokens[first].sentence
    if not pointing:
        return None
    start = tree.sentences[at].first
    back = _topic_before(tree, at)
    if back is None and first > start + 1:
        back = at  # "… the crew, but they would not be freed"
    if back is None:
        back = at - 1
    if back < 0:
        return None
    opening = tree.sentences[back].first
    last = first - 1 if first > start else start - 1
    return tree.span(opening, last) if opening <= last else None


def _is_below(tree: Parse, token: Token, trigger: int) -> bool:
    """Whether it is the verb's own subject or object, or behind its preposition."""
    chain = [trigger]
    while tree.tokens[chain[-1]].dep in ("xcomp", "acomp") and len(chain) < DEEPEST:
        chain.append(tree.tokens[chain[-1]].head)  # "they will be able to go"
    head = tree.head(token.i)
    return head.i in chain or (head.pos == "ADP" and head.head == trigger)


def _topic_before(tree: Parse, at: int) -> int | None:
    """The sentence, not far before, that opened with what it is on."""
    for back in range(at - 1, max(at - 1 - STAYING, -1), -1):
        sentence = tree.sentences[back]
        if _topic_from(tree, sentence.first, sentence.last - 1) is not None:
            return back
    return None
