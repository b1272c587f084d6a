"""
Noun and adjective cues: "her claim that", "voiced fears of", "is confident that".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from verbale.extract.attribution.finding import PACKAGE, Finding, Page, below, span_of
from verbale.extract.attribution.sources import source_tokens, subject_of
from verbale.lexicon import terms
from verbale.model.parse import Token


@cache
def _listed(file: str, table: str, key: str) -> frozenset[str]:
    entry = terms(PACKAGE, file)[table]
    return frozenset(entry.get(key, ()) if isinstance(entry, dict) else entry)


def noun_findings(page: Page) -> Iterator[Finding]:
    """Findings for nouns that tell of speech or attitude and have a complement."""
    for token in page.tree.tokens:
        if token.pos == "NOUN" and token.i not in page.quote_of:
            content, rule = _noun_content(page, token)
            if content:
                yield from _noun_finding(page, token, content, rule)


def copula_findings(page: Page) -> Iterator[Finding]:
    """The plan is to …, her fear was that …, the question is whether …"""
    tree = page.tree
    for verb in tree.with_lemma({"be"}):
        if page.in_speech(verb.i):
            continue
        noun = tree.child(verb.i, "nsubj")
        if noun is None or noun.pos != "NOUN" or noun.i > verb.i:
            continue
        content: set[int] = set()
        for child in tree.children(verb.i, "ccomp", "xcomp", "advcl"):
            first = tree.tokens[tree.edges(child.i)[0]]
            that = first.lower in ("that", "whether", "if", "how", "why", "what")
            to = first.lower in ("to", "not", "for")
            if child.i > verb.i and (
                (that and child.dep == "ccomp" and noun.lemma in _listed("cue_nouns", "clause", ""))
                or (to and noun.lemma in _listed("cue_nouns", "infinitive", ""))
            ):
                content |= below(tree, child.i)
        if content:
            cue = span_of(noun.i, verb.i)
            owner = tree.child(noun.i, "poss")
            source = source_tokens(tree, owner.i, noun.i) if owner is not None else set()
            head = owner.i if owner is not None else None
            yield Finding("copula", noun.i, cue - content, content - cue - source, source, head)


def clarity_findings(page: Page) -> Iterator[Finding]:
    """Made (it) clear that …, made plain that …"""
    tree = page.tree
    for verb in tree.with_lemma({"make"}):
        if verb.pos != "VERB" or page.in_speech(verb.i):
            continue
        plain = next(
            (
                tree.tokens[i]
                for i in range(verb.i + 1, min(verb.i + 5, tree.sentence_of(verb.i).last))
                if tree.tokens[i].lower in _listed("cue_adjectives", "made", "")
            ),
            None,
        )
        if plain is None:
            continue
        clause = next(
            (
                child
                for head in (plain, verb)
                for child in tree.children(head.i, "ccomp", "advcl", "acl")
                if child.i > plain.i
            ),
            None,
        )
        subject = subject_of(tree, verb)
        if subject is None or subject.head is None or subject.passive:
            continue
        cue = span_of(verb.i, plain.i)
        source = source_tokens(tree, subject.head, verb.i)
        said = below(tree, clause.i) if clause is not None else _around_clarity(page, source, cue)
        content = said - cue - source
        if not content:
            continue
        yield Finding("clause", verb.i, cue, content, source, subject.head)


def _around_clarity(page: Page, source: set[int], cue: set[int]) -> set[int]:
    """The limit was elsewhere, he made clear: nobody would cross the bridge."""
    tree = page.tree
    sentence = tree.sentence_of(min(cue))
    first, last = min(source | cue), max(source | cue)
    content: set[int] = set()
    if first > sentence.first + 2 and tree.tokens[first - 1].text == ",":
        content |= span_of(sentence.first, first - 2)
    if last + 2 < sentence.last and tree.tokens[last + 1].text == ":":
        content |= span_of(last + 2, sentence.last - 1)
    return content


def _noun_content(page: Page, noun: Token) -> tuple[set[int], str]:
    tree = page.tree
    for child in tree.children(noun.i, "acl", "ccomp", "relcl", "advcl"):
        if child.i < noun.i:
            continue
        first = tree.tokens[tree.edges(child.i)[0]]
        if (
            first.lower in ("that", "whether", "if", "why", "how")
            and noun.lemma in _listed("cue_nouns", "clause", "")
            and (first.dep in ("mark", "advmod") or child.dep == "ccomp")
        ):
            return below(tree, child.i), "noun with clause"
        if (
            first.lower in ("to", "not")
            and child.tag == "VB"
            and noun.lemma in _listed("cue_nouns", "infinitive", "")
        ):
            return below(tree, child.i), "noun with infinitive"
    content: set[int] = set()
    for child in tree.children(noun.i, "prep"):
        if child.i > noun.i and noun.lemma in _listed("cue_nouns", "prepositional", child.lower):
            content |= below(tree, child.i) - {child.i}
    return content, "noun with preposition"


def _noun_finding(page: Page, noun: Token, content: set[int], rule: str) -> Iterator[Finding]:
    tree = page.tree
    cue = {noun.i}
    owner = tree.child(noun.i, "poss")
    if owner is not None:
        source = source_tokens(tree, owner.i, noun.i)
        yield Finding(rule, noun.i, cue, content - cue - source, source, owner.i)
        return
    for child in tree.children(noun.i, "prep", "agent"):
        if child.lower in ("by", "from", "among") or (
            child.lower == "of" and rule == "noun with clause"
        ):
            person = tree.child(child.i, "pobj")
            if person is not None:
                source = source_tokens(tree, person.i, noun.i)
                yield Finding(rule, noun.i, cue, content - cue - source, source, person.i)
                return
    governor = tree.head(noun.i)
    if (
        noun.dep in ("dobj", "attr", "oprd")
        and governor.lemma in _listed("cue_nouns", "light", "verbs")
        and governor.pos == "VERB"
    ):
        subject = subject_of(tree, governor)
        if subject is not None and subject.head is not None and not subject.passive:
            receives = governor.lemma in _listed("cue_nouns", "light", "receiving")
            # "Answered in writing the question of the day": how, not what.
            manner = governor.tag == "VBG" and tree.tokens[governor.i - 1].lower == "in"
            if not receives and not manner:
                source = source_tokens(tree, subject.head, governor.i)
                cue = span_of(governor.i, noun.i) - content
                yield Finding(rule, noun.i, cue, content - cue - source, source, subject.head)
                return
    if rule == "noun with clause":
        yield Finding(rule, noun.i, cue, content - cue)


def adjective_findings(page: Page) -> Iterator[Finding]:
    """Findings for adjectives that tell what their subject holds."""
    tree = page.tree
    for token in tree.tokens:
        if token.pos != "ADJ" and not (token.pos == "VERB" and token.tag == "VBN"):
            continue
        if page.in_speech(token.i):
            continue
        content, rule = _adjective_content(page, token)
        if not content:
            continue
        governor = tree.head(token.i)
        subject = None
        cue = {token.i}
        if token.dep in ("acomp", "oprd", "attr", "ccomp") and governor.i != token.i:
            if governor.lemma in _listed("cue_adjectives", "linking", "verbs"):
                found = subject_of(tree, governor)
                subject = found.head if found is not None and not found.agentless else None
                cue |= {governor.i} | {
                    c.i for c in tree.children(governor.i, "aux", "neg") if c.i < token.i
                }
        elif token.pos == "VERB":
            told = tree.child(token.i, "nsubjpass", "nsubj")
            subject = told.i if told is not None else None
            cue |= {c.i for c in tree.children(token.i, "aux", "neg", "auxpass")}
        elif token.dep in ("amod", "acl") and governor.i < token.i:
            subject = governor.i
        if subject is None or tree.tokens[subject].lower in ("it", "there"):
            continue
        source = source_tokens(tree, subject, token.i)
        yield Finding(rule, token.i, cue, content - cue - source, source, subject)


def _adjective_content(page: Page, adjective: Token) -> tuple[set[int], str]:
    tree = page.tree
    word = adjective.lower
    for child in tree.children(adjective.i, "ccomp", "acl", "advcl"):
        if (
            child.i > adjective.i
            and word in _listed("cue_adjectives", "clause", "")
            and child.dep == "ccomp"
        ):
            return below(tree, child.i), "adjective with clause"
    for child in tree.children(adjective.i, "xcomp", "advcl", "ccomp"):
        to = tree.tokens[tree.edges(child.i)[0]].lower in ("to", "not")
        if child.i > adjective.i and to and word in _listed("cue_adjectives", "infinitive", ""):
            return below(tree, child.i), "adjective with infinitive"
    content: set[int] = set()
    for child in tree.children(adjective.i, "prep", "agent"):
        if child.i > adjective.i and word in _listed(
            "cue_adjectives", "prepositional", child.lower
        ):
            content |= below(tree, child.i) - {child.i}
    return content, "adjective with preposition"
