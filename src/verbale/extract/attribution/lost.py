"""
Lost subjects: what the small parser gets wrong around quotations and appositions.

Every rule here looks at the words beside a verb, because the tree over them cannot be
trusted: “…,” said Minister Vella; the envoy (of Malta) said; Vella, the head of the
port, warned; she said the talks were slow and added that ….
"""

from __future__ import annotations

from verbale.extract.attribution.finding import Page
from verbale.extract.attribution.lexicon import in_list
from verbale.extract.attribution.sources import Subject, subject_of
from verbale.model.parse import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
LONGEST_APPOSITION = 30  # tokens
# What may stand between the thing said and a saying that follows it.
BEFORE_SAYING = frozenset({",", "”", '"', "--", "–", "—", "’", "''", "-", "“", "'"})
# The marks of direction stick to a closing mark.
CLOSING_MARKS = frozenset({"”", '"', "“", "’", "'", "»", "\u200e", "\u200f"})
CLOSES = {")": "(", "]": "[", "--": "--", "–": "–", "—": "—"}


def carried_over(page: Page, verb: Token) -> Subject | None:
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


def behind_aside(page: Page, verb: Token) -> Subject | None:
    """
    The league left on Monday, a day after Vella spoke, saying that …: a participle
    behind an aside between commas goes with the main verb, not with the aside's.
    """
    tree = page.tree
    if verb.tag != "VBG" or not verb.i or tree.tokens[verb.i - 1].text != ",":
        return None
    joined = tree.head(verb.i)
    if verb.dep == "advcl" and joined.dep == "acl":
        return _behind_report(page, verb, joined)
    if verb.dep != "advcl" or joined.dep not in ("advcl", "relcl", "pcomp"):
        return None
    first = tree.edges(joined.i)[0]
    opened = any(tree.tokens[i].text == "," for i in range(max(first - 4, 0), first + 1))
    root = tree.tokens[tree.sentence_of(verb.i).root]
    if not opened or root.i >= first or root.tag not in FINITE:
        return None
    subject = subject_of(tree, root)
    return subject if subject is not None and not subject.passive else None


def _behind_report(page: Page, verb: Token, told: Token) -> Subject | None:
    """She denied reports that the port was sold, calling them idle: she calls them so."""
    tree = page.tree
    marked = tree.child(told.i, "mark")
    governor = next((a for a in tree.ancestors(told.i) if a.pos == "VERB"), None)
    if marked is None or governor is None or governor.tag not in FINITE:
        return None
    subject = subject_of(tree, governor)
    return subject if subject is not None and not subject.passive else None


def inverted(page: Page, verb: Token) -> Subject | None:
    """A subject the parser took for an object: “…,” said the envoy."""
    tree = page.tree
    at = _first_word(page, verb)
    perfect = verb.tag == "VBN" and at < verb.i
    if not (perfect or verb.tag in ("VBD", "VBZ", "VBP")) or not in_list(verb, "clause"):
        return None
    before = tree.tokens[at - 1] if at else None
    if before is None or before.text not in BEFORE_SAYING:
        return None
    for after in tree.children(verb.i, "dobj", "attr", "oprd", "npadvmod", "dep"):
        # "…, has declared Monday the envoy": a day says nothing.
        if after.i > verb.i and after.pos in ("NOUN", "PROPN", "PRON") and after.entity != "DATE":
            return Subject(after.i)
    return None


def _first_word(page: Page, verb: Token) -> int:
    """Where the verb begins: “…”, has declared the envoy."""
    tokens = page.tree.tokens
    at = verb.i
    while at and tokens[at - 1].lower in ("has", "have", "had"):
        at -= 1
    return at


def before_verb(page: Page, verb: Token) -> Subject | None:
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


def after_verb(page: Page, verb: Token) -> Subject | None:
    """A subject behind the verb that the parser could not tell: “…,” said Minister Vella."""
    tokens = page.tree.tokens
    if verb.i == 0 or not in_list(verb, "clause"):
        return None
    at = _first_word(page, verb)
    if not at:
        return None
    before = tokens[at - 1].text
    if before == "," and at > 1:
        before += tokens[at - 2].text
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
