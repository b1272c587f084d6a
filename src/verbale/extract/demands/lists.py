"""
Lists: the several things of one demand, each with its own words.

"To lift the ban, to free the crews and to reopen the port" are three demands. Parsers
hang such lists in many ways, so they are read from the words: an item begins behind a
comma or an "and", in the make of the first one ("to …", "that …", "the removal of …").
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.extract.demands.torn_tasks import is_torn_task
from verbale.extract.matching import Match
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span

PACKAGE = "verbale.extract"
JOINTS = (",", "and", ";", "or", ":")
# Behind a comma these begin something else than an item.
OUTSIDE = (
    "which", "who", "whose", "where", "while", "but", "as", "after", "failing", "if", "unless",
    "saying", "according", "because", "although", "though", "when", "whereas", "adding", "before",
)  # fmt: skip
ORDINALS = (
    "first",
    "firstly",
    "second",
    "secondly",
    "third",
    "thirdly",
    "fourth",
    "fifth",
    "finally",
)
# How many items a list may have; what goes on longer is none.
LONGEST = 12
# What may stand before the head of an item: "a 35-hour week", "Brum's two oldest boats".
OPENING = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "ADV", "SYM")
INSIDE = ("-", "'s", "’s", "'", "’", "%", "$", "€", "£")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a list: its words and the token that heads it."""

    span: Span
    head: int


def items(annotated: AnnotatedDocument, found: Match, end: int) -> list[Item]:
    """The things demanded in `found`, up to the character `end`; empty where not several."""
    tree = annotated.parse
    heads = [i for i in found.content if i > found.trigger]
    if not heads:
        return []
    first = heads[0]
    starts = [_beginning(tree, first, found.trigger)]
    last = _last(tree, first, min(end, _next_verb(tree, found.trigger, end)))
    make = _make(tree, first)
    for at in range(starts[0] + 1, last + 1):
        joint = _joint_before(tree, at)
        if joint is not None and joint > starts[-1] and _begins(tree, at, make, starts[-1]):
            starts.append(at)
    if not 1 < len(starts) <= LONGEST:
        return []
    ends = [_without_joints(tree, at - 1, at) for at in starts[1:]] + [last]
    return [
        Item(tree.span(start, stop), _head(tree, start, stop, make))
        for start, stop in zip(starts, ends, strict=True)
        if stop >= start
    ]


def _next_verb(tree: Parse, trigger: int, end: int) -> int:
    """Where a verb beside the one that asks begins: "asked A to pay and called on B to …"."""
    for verb in tree.children(trigger, "conj"):
        if verb.i > trigger and verb.tag in ("VBD", "VBZ", "VBP") and verb.pos == "VERB":
            at = tree.edges(verb.i)[0]
            while at > trigger and tree.tokens[at - 1].lower in ("and", "but", ","):
                at -= 1
            return tree.tokens[at - 1].end
    return end


def _beginning(tree: Parse, head: int, trigger: int) -> int:
    """Where the first item begins: at its "to", its "that" or its article."""
    if is_torn_task(tree, head):
        return head - 1
    low = max(tree.edges(head)[0], trigger + 1)
    for at in range(head, low - 1, -1):
        token = tree.tokens[at]
        if token.lower in ("to", "that") and token.dep in ("aux", "mark") and token.head == head:
            return at
    subject = tree.child(head, "nsubj", "nsubjpass") if tree.tokens[head].pos != "NOUN" else None
    if tree.tokens[head].pos not in ("NOUN", "PROPN", "NUM"):
        return max(low, tree.edges(subject.i)[0]) if subject is not None else head
    while head > low and (tree.tokens[head - 1].pos in OPENING or tree.forms[head - 1] in INSIDE):
        head -= 1
    return head


def _make(tree: Parse, head: int) -> str:
    """Of which make the items are: "to", "that" or "noun"."""
    token = tree.tokens[head]
    if is_torn_task(tree, head) or any(aux.tag == "TO" for aux in tree.children(head, "aux")):
        return "to"
    return "noun" if token.pos in ("NOUN", "PROPN", "NUM") else "that"


def _last(tree: Parse, head: int, end: int) -> int:
    """The last token of the list: before what begins something else."""
    sentence = tree.sentence_of(head)
    last = head
    for at in range(head, sentence.last):
        token = tree.tokens[at]
        if token.end > end:
            break
        opening = token.lower in OUTSIDE or token.text in (";", "—", "–", "(")
        if opening and tree.tokens[at - 1].text == "," and not _goes_on(tree, at, end):
            break
        if token.text in ("”", '"', "''") and at > head:
            break
        last = at
    while last > head and tree.tokens[last].pos == "PUNCT":
        last -= 1
    return last


def _goes_on(tree: Parse, at: int, end: int) -> bool:
    """Tell whether the list goes on behind a clause: ", which is closed, and to …"."""
    sentence = tree.sentence_of(at)
    for i in range(at + 1, sentence.last - 1):
        if tree.tokens[i].end > end:
            return False
        if tree.tokens[i].lower in ("and", ",") and tree.tokens[i + 1].lower in ("to", "that"):
            return True
    return False


def _joint_before(tree: Parse, at: int) -> int | None:
    """The comma or "and" right before a token, over "second," and "also"; None without one."""
    i = at - 1
    if i > 0 and tree.tokens[i].text == "," and tree.tokens[i - 1].lower in ORDINALS:
        i -= 2
    elif tree.tokens[i].lower in (*ORDINALS, "also"):
        i -= 1
    return i if tree.tokens[i].lower in JOINTS else None


def _begins(tree: Parse, at: int, make: str, before: int) -> bool:
    """Tell whether an item of this make begins at a token."""
    token = tree.tokens[at]
    after = tree.tokens[min(at + 1, len(tree.tokens) - 1)]
    if token.lower == "to" and make in ("to", "that"):
        return after.tag in ("VB", "VBP", "NN", "JJ")
    if token.lower == "that" and make == "that":
        return after.tag not in ("VBZ", "VBD", "VBP", "MD")
    if make in ("to", "that") and at - before > 2:
        return _is_task(tree, token, after) and not goes_on_in_clause(tree, at, before)
    return _is_deed(tree, at, make, before) and not _is_barred(tree, at, before)


def _is_task(tree: Parse, token: Token, after: Token) -> bool:
    """Tell whether it is a bare verb that goes on a list: "leave the port and free 11 men"."""
    whole = after.pos in ("DET", "NUM", "ADJ", "NOUN", "PROPN", "PRON", "ADP")
    if token.tag == "VB":
        mine = tree.child(token.i, "nsubj", "nsubjpass", "aux") is None
        return mine and token.dep in ("conj", "advcl", "dep", "ROOT")
    doing = token.lower in words(PACKAGE, "light", "doing")
    return doing and whole and token.pos in ("ADJ", "VERB") and token.tag in ("JJ", "VBP")


def goes_on_in_clause(tree: Parse, at: int, before: int) -> bool:
    """
    Tell whether a bare verb may go on the clause right before it: "the goods that are sent
    to Brum and stay there", "tiers under which recruits start low and need eight years".
    """
    for token in reversed(tree.tokens[before:at]):
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass"):
            continue
        told = tree.child(token.i, "aux", "auxpass") or token
        relative = any(t.tag in ("WDT", "WP", "WP$") for t in tree.tokens[before : token.i])
        return relative and told.tag == "VBP"
    return False


def _is_barred(tree: Parse, at: int, before: int) -> bool:
    """Tell whether a deed is what a thing before it is to bar: "a treaty that would ban … and"."""
    barring = words(PACKAGE, "light", "barring")
    return any(
        token.lemma in barring and token.dep in ("relcl", "acl") for token in tree.tokens[before:at]
    )


def _is_deed(tree: Parse, at: int, make: str, before: int) -> bool:
    """Tell whether "the removal of …" begins here, joined to another deed."""
    end = tree.sentence_of(at).last
    i = at
    while i < end - 1 and tree.tokens[i].pos in ("DET", "ADJ", "NUM", "ADV"):
        i += 1
    while i < end - 1 and tree.tokens[i].pos == "NOUN" and tree.tokens[i + 1].pos == "NOUN":
        i += 1
    token = tree.tokens[i]
    if token.pos != "NOUN" and token.tag != "VBG":
        return False
    told = i > at or token.tag in ("NNS", "NN")
    apart = tree.forms[at - 2 : at] == (",", "and") and tree.tokens[at].lower in ("a", "an")
    if make == "noun" and apart:
        return True  # "health cover for all, and a fund of 30 million"
    deed = token.lemma in words(PACKAGE, "light", "deeds") | words(PACKAGE, "light", "undertakings")
    following = tree.tokens[min(i + 1, end - 1)].lower
    if make == "noun":
        return (
            told
            and deed
            and following
            in ("of", "to", "on", "for", "from", "in", "that", "by", ",", ".", "and", "”", "at")
        )
    # "That Arden lifts the fence and the removal of …": a deed with its own article.
    return (
        deed
        and i > at
        and tree.tokens[at].pos == "DET"
        and following in ("of", "to", "from")
        and before < at
    )


def _without_joints(tree: Parse, last: int, following: int) -> int:
    """The last token of an item, without the ", and second," before the next one."""
    joint = _joint_before(tree, following)
    last = joint - 1 if joint is not None else last
    while last > 0 and (tree.tokens[last].lower in JOINTS or tree.tokens[last].lower in ORDINALS):
        last -= 1
    return last


def _head(tree: Parse, start: int, stop: int, make: str) -> int:
    """The token an item is about: its verb, or its noun."""
    inside = tree.tokens[start : stop + 1]
    if make != "noun":
        verbs = [token for token in inside if token.pos in ("VERB", "AUX") or token.tag == "VB"]
        marked = [
            v for v in verbs if v.pos == "VERB" and tree.child(v.i, "mark", "nsubj", "nsubjpass")
        ]
        opening = [v for v in verbs if v.pos == "VERB"] or verbs
        nouns = [token for token in inside if token.pos == "NOUN"]
        if inside[0].pos == "DET" and nouns and inside[0].head == nouns[0].i:
            return nouns[0].i
        return (marked or opening or list(inside))[0].i
    nouns = [token for token in inside if token.pos in ("NOUN", "PROPN") or token.tag == "VBG"]
    free = [n for n in nouns if n.dep not in ("compound", "nmod", "poss")]
    return (free or nouns or list(inside))[0].i
