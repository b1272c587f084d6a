"""
Parentheses: what a saying interrupts or follows.

"The talks, she said, will go on"; "the talks went on, as she put it"; and where the
parser saw no complement, everything before ", she said".
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.extract.attribution.finding import PACKAGE, Page, below, is_verb, span_of
from verbale.extract.attribution.lexicon import in_list, listed
from verbale.extract.attribution.lost import BEFORE_SAYING, FINITE
from verbale.extract.attribution.sources import Subject
from verbale.lexicon import words
from verbale.model.parse import Token

MOVED_BACK = frozenset({"would", "could", "might", "had"})
CLOSES_SAYING = frozenset({",", "’", "”", '"', "''"})


def around(page: Page, verb: Token, subject: Subject) -> set[int]:
    """
    The clause that a saying interrupts or follows.

    "The talks, she said, will go on"; "the talks went on, as she put it".
    """
    tree = page.tree
    if not in_list(verb, "clause") and verb.lemma != "put":
        return set()
    first, last = tree.edges(verb.i)
    own = span_of(first, last)
    governor = tree.head(verb.i)
    sentence = tree.sentence_of(verb.i)
    whole = span_of(sentence.first, sentence.last - 1)
    as_clause = any(
        c.lower in ("as", "like") for c in tree.children(verb.i, "mark", "advmod", "prep")
    )
    objects = [c for c in tree.children(verb.i, "dobj", "xcomp") if c.lower not in ("it", "this")]
    if verb.lemma in listed("addressee", "verbs"):
        objects = [c for c in objects if c.dep == "xcomp"]
    if as_clause and verb.lemma in words(PACKAGE, "answers", "requesting"):
        return set()  # "will send observers, as Brum had requested": what Brum got, not said
    if objects or (verb.lemma == "put" and not as_clause):
        return set()
    before = tree.tokens[first - 1].text if first > sentence.first else ""
    if (
        governor.i != verb.i
        and is_verb(governor)
        and (verb.dep in ("parataxis", "ccomp") or (verb.dep == "advcl" and as_clause))
        and (before in BEFORE_SAYING or (as_clause and first == sentence.first))
        and tree.child(verb.i, "nsubj") is not None
    ):
        return whole & below(tree, governor.i) - own
    return _behind_comma(page, verb, subject)


def _behind_comma(page: Page, verb: Token, subject: Subject) -> set[int]:
    """
    What stands around ", she said" where the parser saw no complement.

    Everything before it, back to a semicolon; and everything after it too where a
    comma closes it and no participle follows ("In the end, she said, they left").
    """
    tree = page.tree
    tokens = tree.tokens
    if subject.head is None or subject.passive or verb.tag not in FINITE:
        return set()
    if tokens[subject.head].tag in ("WP", "WDT"):
        return set()
    sentence = tree.sentence_of(verb.i)
    begin = min(tree.edges(subject.head)[0] if subject.head < verb.i else verb.i, verb.i)
    if begin - sentence.first < 2 or tokens[begin - 1].text not in BEFORE_SAYING:
        return set()
    end = max(verb.i, tree.edges(subject.head)[1] if subject.head > verb.i else verb.i)
    before = _back_to_semicolon(page, sentence.first, begin - 2)
    if tokens[sentence.first].tag in ("VBN", "VBG"):
        before = set()  # "Asked about the strait, she said": the writer's words
    if any(_subordinate(page, c) for c in tree.children(verb.i, "advcl") if c.i in before):
        return set()
    following = tokens[end + 1] if end + 1 < sentence.last else None
    after: set[int] = set()
    if following is not None and following.text in CLOSES_SAYING:
        if _resumes(page, end + 2, sentence.last, before):
            after = set(_up_to_semicolon(page, end + 2, sentence.last - 1))
    elif subject.head < verb.i and following is not None and not _closes_saying(following):
        return set()
    content = before | after
    return content if any(is_verb(tokens[i]) for i in content) else set()


def _subordinate(page: Page, clause: Token) -> bool:
    """Whether a clause before the saying only says when or why; a headline's does not."""
    marked = page.tree.child(clause.i, "mark", "advmod") is not None
    return marked or clause.tag in ("VBG", "VBN")


def _resumes(page: Page, at: int, end: int, before: set[int]) -> bool:
    """Whether the sentence goes on behind ", she said," with what she said."""
    tokens = page.tree.tokens
    if at >= end or tokens[at].tag in ("VBG", "VBN") or page.in_speech(at):
        return False
    breaks_off = tokens[at].lower in words(PACKAGE, "cues", "breaks_off")
    if not breaks_off or not any(is_verb(tokens[i]) for i in before):
        return True
    return _goes_on_telling(page, at + 1, end)


def _goes_on_telling(page: Page, at: int, end: int) -> bool:
    """
    ", she said, and the port would close": a subject of its own and a verb moved into
    the past are still her words; ", she said, and left" is the writer's.
    """
    tokens = page.tree.tokens
    if at < end and tokens[at].lower == "that":
        return True
    verb = next((t for t in tokens[at:end] if is_verb(t)), None)
    return (
        verb is not None
        and verb.i > at
        and verb.lower in MOVED_BACK
        and any(t.pos in ("NOUN", "PROPN", "PRON") for t in tokens[at : verb.i])
    )


def _closes_saying(token: Token) -> bool:
    """Whether a token may follow ", she said": a stop, a time, a place or addressee."""
    return (
        token.text in (".", "!", "?", ")", ";", ":", "--", "–", "—")
        or token.pos in ("ADP", "ADV", "SCONJ")
        or token.entity in ("DATE", "TIME")
        or token.dep in ("dobj", "npadvmod", "dative")
    )


def _back_to_semicolon(page: Page, first: int, last: int) -> set[int]:
    kept: list[int] = []
    for i in range(last, first - 1, -1):
        if page.tree.tokens[i].text == ";" and i not in page.quote_of:
            break
        kept.append(i)
    return set(kept)


def _up_to_semicolon(page: Page, first: int, last: int) -> Iterator[int]:
    for i in range(first, last + 1):
        if page.tree.tokens[i].text == ";" and i not in page.quote_of:
            return
        yield i
