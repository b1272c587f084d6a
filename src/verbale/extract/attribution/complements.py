"""
Complements: what was said, told by the grammar of the verb that says it.

A clause first, then what a parenthetical saying stands in, then an infinitive, an
object, a preposition: the first that the lexicon allows the verb is taken.
"""

from __future__ import annotations

from verbale.extract.attribution.finding import PACKAGE, Page, below, is_verb, span_of
from verbale.extract.attribution.lexicon import in_list, listed
from verbale.extract.attribution.parenthesis import around
from verbale.extract.attribution.sources import Subject
from verbale.lexicon import words
from verbale.model.parse import Token

OBJECTS = ("dobj", "oprd", "attr", "obj", "acomp")


def content_of(page: Page, verb: Token, subject: Subject) -> tuple[set[int], str]:
    """What was said, by the complements of the verb, and which complement told so."""
    clause = _clause(page, verb)
    if clause:
        return clause | _condition(page, verb, clause), "clause"
    parted = around(page, verb, subject)
    if parted:
        return parted, "parenthesis"
    infinitive = _infinitive(page, verb, subject)
    if infinitive:
        return infinitive | _condition(page, verb, infinitive), "infinitive"
    found = _object(page, verb, subject)
    if found:
        return found, "object"
    found = _preposition(page, verb, subject)
    return found, "preposition" if found else "quotation"


def _clause(page: Page, verb: Token) -> set[int]:
    """A clause after the verb, or one before it that ends the sentence's first part."""
    tree = page.tree
    content: set[int] = set()
    # What follows the verb comes first: "they insist it is fair; she says it is not".
    for child in sorted(tree.children(verb.i, "ccomp"), key=lambda child: child.i < verb.i):
        to = any(aux.lower == "to" for aux in tree.children(child.i, "aux"))
        after = child.i > verb.i
        if (
            (after and in_list(verb, "clause") and not (to and verb.lemma == "say"))
            or (after and to and in_list(verb, "person_infinitive"))
            or (after and verb.lemma in listed("agentless", "raising"))
            or (after and _is_that_clause(page, verb, child))
        ):
            content |= below(tree, child.i)
        elif not after and not content and (in_list(verb, "clause") or _may_quote(page, verb)):
            first, last = tree.edges(child.i)
            first = min(tree.sentence_of(verb.i).first, first)
            stops = [i for i in range(first, verb.i) if tree.tokens[i].text == ";"]
            stops = [i for i in stops if i not in page.quote_of and _is_saying_before(page, i)]
            if stops and (stops[-1] >= last or not in_list(verb, "clause")):
                continue  # "he says it was ten; she puts the number at six"
            content |= span_of(stops[-1] + 1 if stops else first, last)
    if content and not in_list(verb, "clause"):
        for child in tree.children(verb.i, "dobj"):
            content |= below(tree, child.i)
    return content or _hung_clause(page, verb)


def _hung_clause(page: Page, verb: Token) -> set[int]:
    """
    A "that" clause that the parser hung on the words between: she said *on behalf of the
    union* that it would pay; he told the radio *from a hotel* that it was late.
    """
    tree = page.tree
    if not in_list(verb, "clause"):
        return set()
    for preposition in tree.children(verb.i, "prep", "dobj"):
        person = preposition.dep == "dobj" and verb.lemma in words(PACKAGE, "cues", "addressing")
        if preposition.i < verb.i or (preposition.dep == "dobj" and not person):
            continue
        for i in range(*_inside(page, preposition)):
            clause = tree.tokens[i]
            mark = tree.child(i, "mark")
            if clause.dep not in ("relcl", "acl") or mark is None or mark.lower != "that":
                continue
            if tree.head(i).lemma in words(PACKAGE, "cue_nouns", "clause"):
                continue  # "pointed to reports that it was late": the reports say so
            if tree.child(i, "nsubj", "nsubjpass", "expl") is not None and mark.i > preposition.i:
                quoted = any(at in page.quote_of for at in (mark.i + 1, mark.i + 2))
                return set() if quoted else span_of(mark.i, tree.edges(i)[1])
    return set()


def _inside(page: Page, token: Token) -> tuple[int, int]:
    first, last = page.tree.edges(token.i)
    return first, last + 1


def _may_quote(page: Page, verb: Token) -> bool:
    """Whether a verb that only quotes can close what was said: not "the toll can go"."""
    modal = any(child.tag == "MD" for child in page.tree.children(verb.i, "aux"))
    return in_list(verb, "quotation") and not modal


def _is_saying_before(page: Page, stop: int) -> bool:
    """Whether another saying stands before a semicolon: what is behind it is a new one."""
    sentence = page.tree.sentence_of(stop)
    return any(
        is_verb(token) and in_list(token, "clause") and token.i not in page.quote_of
        for token in page.tree.tokens[sentence.first : stop]
    )


def _condition(page: Page, verb: Token, content: set[int]) -> set[int]:
    """If the shelling goes on: a condition behind what was said belongs to it."""
    tree = page.tree
    found: set[int] = set()
    for child in tree.children(verb.i, "advcl"):
        first, last = tree.edges(child.i)
        if first == max(content) + 1 and tree.tokens[first].lower in ("if", "unless", "provided"):
            found |= span_of(first, last)
    return found


def _is_that_clause(page: Page, verb: Token, clause: Token) -> bool:
    """
    A clause with "that" and its own subject makes any verb one of speech or thought,

    but for those that make something so: ensure that, prove that.
    """
    tree = page.tree
    mark = tree.child(clause.i, "mark")
    return (
        mark is not None
        and mark.lower == "that"
        and tree.child(clause.i, "nsubj", "nsubjpass", "expl") is not None
        and verb.lemma not in words(PACKAGE, "cues", "makes_so")
    )


def _infinitive(page: Page, verb: Token, subject: Subject) -> set[int]:
    tree = page.tree
    raising = verb.lemma in listed("agentless", "raising") or (subject.agentless)
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
        c for c in tree.children(verb.i, "prt") if verb.lemma in listed("particles", c.lower)
    ]
    judged = verb.lemma in listed("judged_as", "verbs") and (
        any(child.lower == "as" and child.i > verb.i for child in tree.children(verb.i, "prep"))
        or _judged_of(page, verb)
    )
    if not in_list(verb, "object") and not particles and not judged:
        return set()
    content: set[int] = set()
    for child in tree.children(verb.i, *OBJECTS):
        if child.i > verb.i:
            content |= complement(page, child)
        elif child.tag in ("WDT", "WP"):
            content.add(child.i)  # "which they called a trap"
    if subject.told is not None:
        content |= below(tree, subject.told)
    if content:
        for child in tree.children(verb.i, "prep"):
            if child.lower in words(PACKAGE, "cues", "carries_on") and child.i > verb.i:
                content |= below(tree, child.i)
    return content


def _asked_to(page: Page, verb: Token, content: set[int]) -> set[int]:
    """Called on both sides *to sign*, where the parser hung it on the verb as a purpose."""
    tree = page.tree
    if verb.lemma not in listed("addressee", "asked"):
        return set()
    for child in tree.children(verb.i, "advcl"):
        first, last = tree.edges(child.i)
        if first == max(content) + 1 and tree.tokens[first].lower == "to":
            return span_of(first, last)
    return set()


def _judged_of(page: Page, verb: Token) -> bool:
    """Qualified the demand of “untimely”, as a translation says it: the judgement is quoted."""
    tree = page.tree
    last = tree.edges(verb.i)[1]
    return verb.lemma in listed("judged_as", "of") and any(
        tree.tokens[i].lower == "of"
        and (
            i + 1 in page.quote_of or (tree.tokens[i + 1].pos == "PUNCT" and i + 2 in page.quote_of)
        )
        for i in range(verb.i + 1, last - 1)
    )


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
        if child.i > verb.i and verb.lemma in listed("prepositional", child.lower):
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
        content |= _asked_to(page, verb, content)
        if subject.told is not None and subject.head is not None and subject.told != subject.head:
            content |= below(tree, subject.told)
    return content
