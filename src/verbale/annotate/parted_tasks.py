"""
Parted tasks: what somebody is asked to do, hung on the phrase that parts it from the verb.

"Asked the firm in a letter *to publish its books*", "urged the council at Monday's meeting
*to reopen the baths*": a small parser takes a letter to publish, and a meeting to reopen.
Who asks by a paper or on an occasion names both before the task, and only they are read so:
in "asked the board about plans to cut pay" the plans are to cut it.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace as altered

from verbale.lexicon import words
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.annotate"
TIMES = ("DATE", "TIME")
# By which, on which and in which manner something is asked.
LEADING = ("in", "at", "by", "on", "during", "after", "before", "with", "through", "via", "over")
# Behind these stands who is called on or appealed to.
CALLING = ("on", "upon", "to", "with")


def rehung(tree: Parse) -> Iterator[Token]:
    """The tasks that hang on a letter or an occasion, as they ought to hang."""
    asking = words(PACKAGE, "mending", "asking") | words(PACKAGE, "mending", "calling")
    for verb in tree.with_lemma(asking):
        task = _task(tree, verb) if verb.pos == "VERB" and _has_asked(tree, verb) else None
        if task is not None:
            yield altered(task, head=verb.i, dep="xcomp")
            yield from _teller(tree, verb, task)


def _has_asked(tree: Parse, verb: Token) -> bool:
    """Whether the verb has whom it asks and nothing that it asks for."""
    if any(child.tag != "VBD" for child in tree.children(verb.i, "xcomp", "ccomp", "auxpass")):
        return False
    if verb.lemma in words(PACKAGE, "mending", "asking"):
        return tree.child(verb.i, "dobj") is not None
    if tree.child(verb.i, "dobj") is not None:
        return False  # "called a vote on Friday to settle it"
    called = (prep for prep in tree.children(verb.i, "prep") if prep.lower in CALLING)
    behind = (noun for prep in called for noun in tree.children(prep.i, "pobj"))
    return any(noun.entity not in TIMES for noun in behind)


def _task(tree: Parse, verb: Token) -> Token | None:
    """The infinitive that hangs on a paper, an occasion or a day behind the verb."""
    for prep in tree.children(verb.i, "prep"):
        if prep.i < verb.i or prep.lower not in LEADING:
            continue
        for noun in _nouns(tree, prep):
            for task in tree.children(noun.i, "acl", "relcl"):
                to = any(aux.tag == "TO" for aux in tree.children(task.i, "aux"))
                if task.tag == "VB" and to and not tree.child(task.i, "nsubj", "mark"):
                    return task
    return None


def _nouns(tree: Parse, prep: Token) -> Iterator[Token]:
    """Papers, occasions and days behind a preposition, and behind those below it."""
    occasions = words(PACKAGE, "mending", "occasions")
    for noun in tree.children(prep.i, "pobj"):
        if noun.lemma in occasions or noun.entity in TIMES:
            yield noun
            for below in tree.children(noun.i, "prep"):
                if below.lower in LEADING:
                    yield from _nouns(tree, below)


def _teller(tree: Parse, verb: Token, task: Token) -> Iterator[Token]:
    """Who confirms it at the sentence's end, taken for one more that was asked."""
    for said in tree.children(verb.i, "ccomp"):
        if said.tag != "VBD" or tree.child(said.i, "nsubj", "mark") is not None:
            continue
        for noun in tree.children(verb.i, "dobj"):
            first = tree.edges(noun.i)[0]
            if task.i < first and tree.tokens[first - 1].text == ",":
                yield altered(noun, head=said.i, dep="nsubj")
                yield altered(said, dep="parataxis")
