"""
Verb cues: who is the subject, and what the verb tells that they said or held.

A verb is a cue only with a complement that the lexicon allows it (terms/cues.toml):
"she said that", "they refused to", "he criticised the plan". A verb of speech without
one is kept with empty content, since a quotation may yet be found to belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.extract.attribution.complements import content_of
from verbale.extract.attribution.finding import PACKAGE, Finding, Page, below
from verbale.extract.attribution.lexicon import in_list, is_cue, listed
from verbale.extract.attribution.lost import (
    after_verb,
    before_verb,
    behind_aside,
    carried_over,
    inverted,
)
from verbale.extract.attribution.sources import QUOTING, Subject, source_tokens, subject_of
from verbale.lexicon import words
from verbale.model.parse import Token

DEEPEST = 50  # steps below the root; what is nested deeper is no sentence anybody wrote
# Where a bare verb is a purpose, an object or a condition, not a saying.
NOT_FINITE = frozenset({"xcomp", "conj", "acl", "ccomp", "relcl", "pcomp"})
AUXILIARIES = ("aux", "auxpass", "neg", "prt")


def verb_findings(page: Page) -> Iterator[Finding]:
    """
    Findings for every verb cue outside quotations, in order of the text.

    A verb of speech with a subject but nothing said comes out with empty content:
    a quotation may yet be found to belong to it.
    """
    for token in page.tree.tokens:
        if (
            token.pos == "VERB"
            and not page.in_speech(token.i)
            and (is_cue(token) or page.tree.child(token.i, "ccomp") is not None)
            and page.tree.depth(token.i) <= DEEPEST
        ):
            found = _finding(page, token)
            if found is not None:
                yield found


def _finding(page: Page, verb: Token) -> Finding | None:
    tree = page.tree
    if verb.lemma in QUOTING and _quotes_saying(page, verb):
        return None
    subject = subject_of(tree, verb)
    if subject is not None and subject.head is not None and page.in_speech(subject.head):
        subject = None  # a word of the quotation beside it
    if subject is None:
        subject = inverted(page, verb) or before_verb(page, verb) or after_verb(page, verb)
    if subject is None:
        return None
    subject = carried_over(page, verb) or behind_aside(page, verb) or subject
    agentless = subject.agentless or verb.lemma in listed("agentless", "raising")
    if agentless:
        allowed = listed("agentless", "passive") | listed("agentless", "raising")
        if verb.lemma not in allowed:
            return None
    content, rule = content_of(page, verb, subject)
    cue = _cue(page, verb, subject)
    if agentless or subject.head is None or _is_dummy(page, subject):
        source, head = set[int](), None
        if agentless and subject.head is not None and content and rule != "parenthesis":
            content |= source_tokens(tree, subject.head, verb.i)
    else:
        source, head = _source(page, subject.head, verb.i), subject.head
    content -= cue | source
    for by in tree.children(verb.i, "agent"):
        if rule != "preposition":
            content -= below(tree, by.i)
    if not content:
        if not (in_list(verb, "clause") or in_list(verb, "quotation")):
            return None
        rule = "quotation"
    if not _tells(page, verb, subject, rule) or _is_deed(page, verb, subject, rule, content):
        return None
    return Finding(rule, verb.i, cue, content, source, head)


def _source(page: Page, head: int, cue: int) -> set[int]:
    """The source's noun phrase, up to a clause of it that holds a quotation."""
    source = source_tokens(page.tree, head, cue)
    quoted = [i for i in source if i > head and page.in_speech(i)]
    if not quoted:
        return source
    commas = [i for i in source if head < i < quoted[0] and page.tree.tokens[i].text == ","]
    end = min([*commas, min(quoted)])
    return {i for i in source if i < end}


def _tells(page: Page, verb: Token, subject: Subject, rule: str) -> bool:
    """
    Whether a verb in this place tells what somebody said or held.

    A purpose ("came to support the plan") is no attitude yet, "those who back it" says
    which people are meant, and "you", "this" and "that" are nobody.
    """
    if subject.head is not None and not subject.agentless:
        source = page.tree.tokens[subject.head]
        if source.lower in words(PACKAGE, "cues", "nobody") and source.pos in (
            "PRON",
            "DET",
            "SCONJ",
        ):
            return False
    if rule in ("parenthesis", "quotation"):
        return True
    if _is_state_wanted(page, verb) or _is_manner(page, verb):
        return False
    own = verb.dep in ("conj", "relcl") and page.tree.child(verb.i, "nsubj") is not None
    if verb.tag == "VB" and verb.dep in NOT_FINITE and not own:
        leading = listed("leading", "verbs")
        led = [page.tree.tokens[i].lemma in leading for i in subject.chain]
        return rule == "clause" and bool(led) and all(led)
    if rule == "clause":
        return True
    if verb.tag == "VBG" and verb.dep == "acl":
        return False
    if verb.dep == "pcomp" and rule == "preposition":
        return False
    if verb.tag == "VB" and verb.dep == "advcl" and has_to(page, verb):
        return False
    return not (verb.dep == "relcl" and verb.tag in ("VBP", "VBZ"))


def _is_state_wanted(page: Page, verb: Token) -> bool:
    """Wants its pilots admitted to the port: nobody admits anything."""
    governor = page.tree.head(verb.i)
    bare = page.tree.child(verb.i, "aux", "auxpass", "mark") is None
    return (
        bare
        and verb.tag in ("VBN", "VBD")
        and verb.dep == "ccomp"
        and governor.i < verb.i
        and governor.lemma in listed("leaves", "done")
    )


def _is_deed(page: Page, verb: Token, subject: Subject, rule: str, content: set[int]) -> bool:
    """The letter was read by all, the envoy is expected in town: done, not said."""
    return (
        subject.passive
        and rule == "object"
        and verb.lemma in listed("deeds", "passive")
        and not any(i in page.quote_of for i in content)
    )


def _is_manner(page: Page, verb: Token) -> bool:
    """Answered in writing: how, not what."""
    return verb.tag == "VBG" and verb.i > 0 and page.tree.tokens[verb.i - 1].lower == "in"


def has_to(page: Page, verb: Token) -> bool:
    """Whether "to" stands before a bare verb."""
    return any(child.lower == "to" for child in page.tree.children(verb.i, "aux"))


def _is_dummy(page: Page, subject: Subject) -> bool:
    """Whether the subject of a passive is an empty "it"."""
    return subject.passive and subject.head is None


def _quotes_saying(page: Page, verb: Token) -> bool:
    """Quoted her as saying: the saying is the cue, the quoting only passes it on."""
    return any(
        child.lower == "as" and page.tree.child(child.i, "pcomp") is not None
        for child in page.tree.children(verb.i, "prep")
    )


def _cue(page: Page, verb: Token, subject: Subject) -> set[int]:
    """The verb with auxiliaries, negation and particle, and verbs that lead to it."""
    tree = page.tree
    cue = {verb.i} | {c.i for c in tree.children(verb.i, *AUXILIARIES) if c.i not in page.quote_of}
    for i in subject.chain:
        cue |= {i} | {c.i for c in tree.children(i, *AUXILIARIES) if c.i < verb.i}
    return cue
