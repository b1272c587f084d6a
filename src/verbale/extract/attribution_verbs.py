"""
Verb cues: who is the subject, and which complements are what was said.

A verb is a cue only with a complement that its lexicon entry allows (see
terms/cues.toml): "she said that", "they refused to", "he criticised the plan".
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.extract.attribution_finding import PACKAGE, Finding, Page, below, is_verb, span_of
from verbale.extract.attribution_sources import Subject, source_tokens, subject_of
from verbale.lexicon import terms, words
from verbale.model.parse import Token

CLAUSES = ("ccomp",)
OBJECTS = ("dobj", "oprd", "attr", "dative", "obj")
AUXILIARIES = ("aux", "auxpass", "neg", "prt")


def in_list(token: Token, key: str) -> bool:
    """Whether a verb stands in a list of the cue lexicon."""
    return token.lemma in words(PACKAGE, "cues", key)


def is_cue(token: Token) -> bool:
    """Whether a verb stands in any list of the cue lexicon."""
    return any(
        in_list(token, key)
        for key in ("clause", "quotation", "infinitive", "person_infinitive", "object")
    ) or _takes_preposition(token)


def _takes_preposition(token: Token) -> bool:
    return any(token.lemma in lemmas for lemmas in terms(PACKAGE, "cues")["prepositional"].values())


def verb_findings(page: Page) -> Iterator[Finding]:
    """Findings for every verb cue outside quotations, in order of the text."""
    for token in page.tree.tokens:
        if token.pos == "VERB" and not page.in_speech(token.i) and is_cue(token):
            found = _finding(page, token)
            if found is not None:
                yield found


def _finding(page: Page, verb: Token) -> Finding | None:
    subject = subject_of(page.tree, verb)
    content, rule = _content(page, verb, subject)
    cue = _cue(page, verb, subject)
    if subject is not None and not subject.agentless and subject.head is not None:
        source = source_tokens(page.tree, subject.head, verb.i)
        head: int | None = subject.head
    else:
        source, head = set(), None
    content -= cue
    content -= source
    content = {i for i in content if not page.tree.tokens[i].pos == "SPACE"}
    if not content:
        return None
    if subject is None:
        return None
    if subject.agentless and not in_passive_list(verb):
        return None
    return Finding(rule, verb.i, cue, content, source, head)


def in_passive_list(verb: Token) -> bool:
    """Whether the verb may tell of speech without anybody who speaks."""
    lists = terms(PACKAGE, "cues")["agentless"]
    return verb.lemma in lists["raising"] or verb.lemma in lists["passive"]


def _cue(page: Page, verb: Token, subject: Subject | None) -> set[int]:
    """The verb with its auxiliaries, negation and particle, and a governing verb without content."""
    tree = page.tree
    cue = {verb.i} | {child.i for child in tree.children(verb.i, *AUXILIARIES)}
    if subject is not None:
        for i in subject.chain:
            cue |= {i} | {child.i for child in tree.children(i, *AUXILIARIES) if child.i < verb.i}
    return cue


def _content(page: Page, verb: Token, subject: Subject | None) -> tuple[set[int], str]:
    """What was said, by the complements of the verb, and which complement told so."""
    tree = page.tree
    passive = subject is not None and subject.passive
    clauses = [
        c
        for c in tree.children(verb.i, *CLAUSES)
        if in_list(verb, "clause") or in_list(verb, "quotation") and c.i < verb.i
    ]
    if in_list(verb, "person_infinitive"):
        clauses += [
            c
            for c in tree.children(verb.i, *CLAUSES)
            if c.i > verb.i and c not in clauses and _has_to(page, c)
        ]
    if clauses:
        content: set[int] = set()
        for clause in clauses:
            content |= below(tree, clause.i)
        if in_list(verb, "object") or in_list(verb, "person_infinitive"):
            pass
        return content - _own(page, verb), "clause"
    around = _around(page, verb)
    if around:
        return around, "parenthesis"
    infinitive = [c for c in tree.children(verb.i, "xcomp") if c.i > verb.i]
    if infinitive and (
        in_list(verb, "infinitive") or in_list(verb, "object") or in_list(verb, "person_infinitive")
    ):
        content = set()
        for clause in infinitive:
            content |= below(tree, clause.i)
        for child in tree.children(verb.i, "dobj"):
            content |= below(tree, child.i)
        if (
            passive
            and subject is not None
            and subject.told is not None
            and not in_list(verb, "person_infinitive")
        ):
            content |= below(tree, subject.told)
        return content, "infinitive"
    content = set()
    rule = "object"
    if in_list(verb, "object"):
        for child in tree.children(verb.i, *OBJECTS):
            if child.i > verb.i:
                content |= below(tree, child.i)
        if subject is not None and subject.told is not None:
            content |= below(tree, subject.told)
        if content:
            for child in tree.children(verb.i, "prep"):
                if child.lower in ("of", "for", "as", "over", "to", "with") and child.i > verb.i:
                    content |= below(tree, child.i)
    by_preposition = terms(PACKAGE, "cues")["prepositional"]
    particles = terms(PACKAGE, "cues")["particles"]
    for child in tree.children(verb.i, "prep"):
        if verb.lemma in by_preposition.get(child.lower, ()) and child.i > verb.i:
            content |= below(tree, child.i) - {child.i}
            rule = "preposition"
    for child in tree.children(verb.i, "prt"):
        if verb.lemma in particles.get(child.lower, ()):
            for thing in tree.children(verb.i, "dobj"):
                content |= below(tree, thing.i)
            rule = "particle"
    return content, rule


def _has_to(page: Page, clause: Token) -> bool:
    return any(child.lower == "to" for child in page.tree.children(clause.i, "aux"))


def _own(page: Page, verb: Token) -> set[int]:
    return {verb.i}


def _around(page: Page, verb: Token) -> set[int]:
    """The clause a parenthesis stands in: "The talks, she said, will go on"."""
    tree = page.tree
    if not in_list(verb, "clause"):
        return set()
    if any(tree.children(verb.i, "dobj", "xcomp")):
        return set()
    first, last = tree.edges(verb.i)
    governor = tree.head(verb.i)
    if (
        governor.i == verb.i
        or not is_verb(governor)
        or verb.dep not in ("parataxis", "ccomp", "advcl")
    ):
        return set()
    before = tree.tokens[first - 1].text if first else ""
    if before not in (",", "”", '"', "--", "–", "—", "’", "''", "-"):
        return set()
    sentence = tree.sentence_of(verb.i)
    return span_of(sentence.first, sentence.last - 1) & below(tree, governor.i) - span_of(
        first, last
    )
