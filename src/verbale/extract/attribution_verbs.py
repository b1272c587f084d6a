"""
Verb cues: who is the subject, and which complements are what was said.

A verb is a cue only with a complement that the lexicon allows it (terms/cues.toml):
"she said that", "they refused to", "he criticised the plan", "the talks, she said,
will go on". The small parser errs around quotations, so a saying that stands after
what was said is also told by its place: behind a comma, at the sentence's end.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from verbale.extract.attribution_finding import PACKAGE, Finding, Page, below, is_verb, span_of
from verbale.extract.attribution_sources import QUOTING, Subject, source_tokens, subject_of
from verbale.lexicon import terms, words
from verbale.model.parse import Token

OBJECTS = ("dobj", "oprd", "attr", "obj", "acomp")
DEEPEST = 50  # steps below the root; what is nested deeper is no sentence anybody wrote
# Where a bare verb is a purpose, an object or a condition, not a saying.
NOT_FINITE = frozenset({"xcomp", "conj", "acl", "ccomp", "relcl", "pcomp"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
AUXILIARIES = ("aux", "auxpass", "neg", "prt")
# What may stand between the thing said and a saying that follows it.
LONGEST_APPOSITION = 30  # tokens
# The marks of direction stick to a closing mark.
CLOSING_MARKS = frozenset({"”", '"', "“", "’", "'", "»", "\u200e", "\u200f"})
CLOSES = {")": "(", "]": "[", "--": "--", "–": "–", "—": "—"}
BEFORE_SAYING = frozenset({",", "”", '"', "--", "–", "—", "’", "''", "-", "“", "'"})
# Prepositions that carry on an object: blamed X for Y, described X as Y.
CARRIES_ON = frozenset({"of", "for", "as", "over", "to", "with", "from", "against", "on"})


@cache
def _prepositional() -> frozenset[str]:
    lists = terms(PACKAGE, "cues")["prepositional"].values()
    return frozenset(lemma for lemmas in lists for lemma in lemmas)


@cache
def _listed(table: str, key: str) -> frozenset[str]:
    return frozenset(terms(PACKAGE, "cues")[table].get(key, ()))


@cache
def _known() -> frozenset[str]:
    lists = ("clause", "quotation", "infinitive", "person_infinitive", "object")
    return frozenset().union(*(words(PACKAGE, "cues", key) for key in lists))


@cache
def repaired(lemma: str) -> str:
    """
    The lemma as the lexicon has it, where the lemmatiser missed a letter.

    >>> repaired("hop"), repaired("retweete"), repaired("sign")
    ('hope', 'retweet', 'sign')
    """
    if lemma in _known():
        return lemma
    if lemma + "e" in _known():
        return lemma + "e"
    return lemma[:-1] if lemma[:-1] in _known() and lemma.endswith("e") else lemma


def in_list(token: Token, key: str) -> bool:
    """Whether a verb stands in a list of the cue lexicon."""
    return repaired(token.lemma) in words(PACKAGE, "cues", key)


def is_cue(token: Token) -> bool:
    """Whether a verb stands in any list of the cue lexicon."""
    return (
        any(
            in_list(token, key)
            for key in ("clause", "quotation", "infinitive", "person_infinitive", "object")
        )
        or token.lemma in _prepositional()
        or token.lemma in _listed("agentless", "raising")
        or token.lemma in _listed("judged_as", "verbs")
    )


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
            and is_cue(token)
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
        subject = _inverted(page, verb) or _before(page, verb) or _after(page, verb)
    if subject is None:
        return None
    subject = _carried_over(page, verb) or subject
    agentless = subject.agentless or verb.lemma in _listed("agentless", "raising")
    if agentless:
        allowed = _listed("agentless", "passive") | _listed("agentless", "raising")
        if verb.lemma not in allowed:
            return None
    content, rule = _content(page, verb, subject)
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
    if not content and not (in_list(verb, "clause") or in_list(verb, "quotation")):
        return None
    if not _tells(page, verb, subject, rule):
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
    own = verb.dep in ("conj", "relcl") and page.tree.child(verb.i, "nsubj") is not None
    if verb.tag == "VB" and verb.dep in NOT_FINITE and not own:
        leading = _listed("leading", "verbs")
        led = [page.tree.tokens[i].lemma in leading for i in subject.chain]
        return rule == "clause" and bool(led) and all(led)
    if rule == "clause":
        return True
    if verb.tag == "VBG" and verb.dep == "acl":
        return False
    if verb.dep == "pcomp" and rule == "preposition":
        return False
    if verb.tag == "VB" and verb.dep == "advcl" and _has_to(page, verb):
        return False
    return not (verb.dep == "relcl" and verb.tag in ("VBP", "VBZ"))


def _is_dummy(page: Page, subject: Subject) -> bool:
    """Whether the subject of a passive is an empty "it"."""
    return subject.passive and subject.head is None


def _carried_over(page: Page, verb: Token) -> Subject | None:
    """
    She said the talks were slow and added that …: who added is who said.

    The parser joins "added" to what was said. It may be right where that has a person
    for its subject, so only "add" is always carried over.
    """
    tree = page.tree
    joined = tree.head(verb.i)
    if verb.dep != "conj" or tree.child(verb.i, "nsubj") is not None or joined.dep != "ccomp":
        return None
    outer = tree.head(joined.i)
    if not in_list(outer, "clause") or outer.tag not in FINITE or verb.tag not in FINITE:
        return None
    subject = tree.child(joined.i, "nsubj", "nsubjpass")
    person = subject is not None and (
        page.annotated.mention_headed(subject) is not None or subject.pos in ("PRON", "PROPN")
    )
    if verb.lemma != "add" and (person or tree.child(verb.i, "ccomp") is None):
        return None
    return subject_of(tree, outer)


def _has_to(page: Page, verb: Token) -> bool:
    return any(child.lower == "to" for child in page.tree.children(verb.i, "aux"))


def _inverted(page: Page, verb: Token) -> Subject | None:
    """A subject the parser took for an object: “…,” said the envoy."""
    if verb.tag not in ("VBD", "VBZ", "VBP") or not in_list(verb, "clause"):
        return None
    tree = page.tree
    before = tree.tokens[verb.i - 1] if verb.i else None
    if before is None or before.text not in BEFORE_SAYING:
        return None
    after = tree.child(verb.i, "dobj", "attr", "oprd", "npadvmod", "dep")
    if after is not None and after.i > verb.i and after.pos in ("NOUN", "PROPN", "PRON"):
        return Subject(after.i)
    return None


def _before(page: Page, verb: Token) -> Subject | None:
    """
    A subject the parser lost: the noun right before a finite verb of speech.

    Steps back over brackets and dashes: "the envoy (of Malta) said".
    """
    if verb.tag not in ("VBD", "VBZ", "VBP") or not (
        in_list(verb, "clause") or in_list(verb, "object")
    ):
        return None
    tokens = page.tree.tokens
    at = verb.i - 1
    while at >= 0 and (tokens[at].pos in ("ADV", "AUX") or tokens[at].dep == "aux"):
        at -= 1
    if at >= 0 and tokens[at].text == ",":
        at = _before_apposition(page, at)
    if at >= 0 and tokens[at].text in CLOSES:
        opening = CLOSES[tokens[at].text]
        back = at - 1
        while back > max(0, at - 30) and tokens[back].text not in opening:
            back -= 1
        at = back - 1 if tokens[back].text in opening else -1
    if at < 0 or page.paragraph(at) != page.paragraph(verb.i) or page.in_speech(at):
        return None
    token = tokens[at]
    return Subject(at) if token.pos in ("NOUN", "PROPN", "PRON") else None


def _before_apposition(page: Page, comma: int) -> int:
    """The token before an apposition that ends at `comma`, or -1."""
    tokens = page.tree.tokens
    first = page.tree.sentence_of(comma).first
    for i in range(comma - 1, max(first, comma - LONGEST_APPOSITION), -1):
        token = tokens[i]
        if token.text == ",":
            return i - 1
        if token.pos in ("AUX", "VERB") and token.dep not in ("relcl", "acl", "aux", "auxpass"):
            break
    return -1


def _after(page: Page, verb: Token) -> Subject | None:
    """A subject behind the verb that the parser could not tell: “…,” said Minister Vella."""
    tokens = page.tree.tokens
    if verb.i == 0 or not in_list(verb, "clause"):
        return None
    before = tokens[verb.i - 1].text
    if before == "," and verb.i > 1:
        before += tokens[verb.i - 2].text
    closed = before[-1:] in CLOSING_MARKS
    if not (closed and verb.tag == "VBN") and (
        verb.tag not in ("VBD", "VBZ", "VBP") or not (closed or before[:1] in BEFORE_SAYING)
    ):
        return None
    head: int | None = None
    for token in tokens[verb.i + 1 : page.tree.sentence_of(verb.i).last]:
        if token.pos in ("PUNCT", "ADP", "VERB", "AUX", "CCONJ", "SCONJ", "ADV", "NUM"):
            break
        if token.pos not in ("DET", "ADJ"):
            head = token.i
    return Subject(head) if head is not None and not page.in_speech(head) else None


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


def _content(page: Page, verb: Token, subject: Subject) -> tuple[set[int], str]:
    """What was said, by the complements of the verb, and which complement told so."""
    clause = _clause(page, verb)
    if clause:
        return clause, "clause"
    around = _around(page, verb, subject)
    if around:
        return around, "parenthesis"
    infinitive = _infinitive(page, verb, subject)
    if infinitive:
        return infinitive, "infinitive"
    found = _object(page, verb, subject)
    if found:
        return found, "object"
    found = _preposition(page, verb, subject)
    return found, "preposition" if found else "quotation"


def _clause(page: Page, verb: Token) -> set[int]:
    """A clause after the verb, or one before it that ends the sentence's first part."""
    tree = page.tree
    content: set[int] = set()
    for child in tree.children(verb.i, "ccomp"):
        to = any(aux.lower == "to" for aux in tree.children(child.i, "aux"))
        after = child.i > verb.i
        if (
            (after and in_list(verb, "clause") and not (to and verb.lemma == "say"))
            or (after and to and in_list(verb, "person_infinitive"))
            or (after and verb.lemma in _listed("agentless", "raising"))
        ):
            content |= below(tree, child.i)
        elif not after and (in_list(verb, "clause") or in_list(verb, "quotation")):
            first = tree.sentence_of(verb.i).first
            content |= span_of(min(first, tree.edges(child.i)[0]), tree.edges(child.i)[1])
    if content and not in_list(verb, "clause"):
        for child in tree.children(verb.i, "dobj"):
            content |= below(tree, child.i)
    return content


def _around(page: Page, verb: Token, subject: Subject) -> set[int]:
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
    if verb.lemma in _listed("addressee", "verbs"):
        objects = [c for c in objects if c.dep == "xcomp"]
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
    if any(child.i in before for child in tree.children(verb.i, "advcl")):
        return set()
    following = tokens[end + 1] if end + 1 < sentence.last else None
    after: set[int] = set()
    if following is not None and following.text in (",", "’", "”", '"', "''"):
        beyond = tokens[end + 2] if end + 2 < sentence.last else None
        if beyond is not None and beyond.tag not in ("VBG", "VBN") and not page.in_speech(beyond.i):
            if beyond.lower not in (
                "according",
                "as",
                "who",
                "which",
                "while",
                "although",
                "but",
                "and",
                "though",
                "whose",
                "where",
                "when",
                "after",
                "before",
                "in",
                "at",
                "on",
            ) or not any(is_verb(tokens[i]) for i in before):
                after = set(_up_to_semicolon(page, end + 2, sentence.last - 1))
    elif subject.head < verb.i and following is not None and not _closes_saying(following):
        return set()
    content = before | after
    return content if any(is_verb(tokens[i]) for i in content) else set()


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


def _infinitive(page: Page, verb: Token, subject: Subject) -> set[int]:
    tree = page.tree
    raising = verb.lemma in _listed("agentless", "raising") or (subject.agentless)
    if not (
        raising
        or in_list(verb, "infinitive")
        or in_list(verb, "object")
        or in_list(verb, "person_infinitive")
    ):
        return set()
    content: set[int] = set()
    for child in tree.children(verb.i, "xcomp"):
        if child.i > verb.i:
            content |= below(tree, child.i)
    if raising and not content:
        for child in tree.children(verb.i, "oprd", "acomp", "prep", "advcl"):
            if child.i > verb.i and (child.dep != "prep" or child.lower in ("like", "as")):
                content |= below(tree, child.i)
    if not content:
        return set()
    for child in tree.children(verb.i, "dobj", "dative"):
        content |= below(tree, child.i)
    if subject.told is not None and (raising or not in_list(verb, "person_infinitive")):
        content |= below(tree, subject.told)
    return content


def _object(page: Page, verb: Token, subject: Subject) -> set[int]:
    tree = page.tree
    particles = [
        c for c in tree.children(verb.i, "prt") if verb.lemma in _listed("particles", c.lower)
    ]
    judged = verb.lemma in _listed("judged_as", "verbs") and any(
        child.lower == "as" and child.i > verb.i for child in tree.children(verb.i, "prep")
    )
    if not in_list(verb, "object") and not particles and not judged:
        return set()
    content: set[int] = set()
    for child in tree.children(verb.i, *OBJECTS):
        if child.i > verb.i:
            content |= complement(page, child)
    if subject.told is not None:
        content |= below(tree, subject.told)
    if content:
        for child in tree.children(verb.i, "prep"):
            if child.lower in CARRIES_ON and child.i > verb.i:
                content |= below(tree, child.i)
    return content


def complement(page: Page, head: Token) -> set[int]:
    """A noun's subtree, cut before a finite verb that was joined to it by mistake."""
    tree = page.tree
    whole = below(tree, head.i)
    at: Token | None = head
    while at is not None and not is_verb(at):
        joined = [c for c in tree.children(at.i, "conj") if c.i > at.i]
        cut = next((c for c in joined if c.pos == "VERB" and c.tag in ("VBD", "VBZ", "VBP")), None)
        if cut is not None:
            first = min([cut.i, *(c.i for c in tree.children(at.i, "cc") if c.i > at.i)])
            return {i for i in whole if i < first}
        at = joined[-1] if joined else None
    return whole


def _preposition(page: Page, verb: Token, subject: Subject) -> set[int]:
    tree = page.tree
    content: set[int] = set()
    for child in tree.children(verb.i, "prep", "agent"):
        if child.i > verb.i and verb.lemma in _listed("prepositional", child.lower):
            thing = tree.child(child.i, "pobj")
            if thing is not None and (
                (thing.entity in ("DATE", "TIME") and child.lower not in ("of", "about", "for"))
                or thing.lower in words(PACKAGE, "cues", "idle")
            ):
                continue
            content |= below(tree, child.i) - {child.i}
    if content:
        for child in tree.children(verb.i, "xcomp", "dobj"):
            if child.i > min(content):
                content |= below(tree, child.i)
        if subject.told is not None and subject.head is not None and subject.told != subject.head:
            content |= below(tree, subject.told)
    return content
