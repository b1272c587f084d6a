"""
Governors: what the word above an act, in the tree, does to the way it is told.
"""

from __future__ import annotations

from verbale.extract.clauses import is_of_noun_before
from verbale.extract.modality.negation import is_negated
from verbale.extract.modality.tense import is_infinitive, is_inverted, own_of_verb
from verbale.extract.modality.wording import NEGATED, Judgement, clause_words, lookup
from verbale.model.act import Modality
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

H = Modality.HAPPENED
# "The report of a newspaper according to which": nouns up to the verb.
FARTHEST = 4
COMPLEMENTS = ("ccomp", "xcomp", "pcomp", "prep", "dobj", "nsubjpass", "oprd", "attr")


def step(annotated: AnnotatedDocument, at: int, start: int) -> Judgement | None:
    """What the governor of token `at` does to it; None where it does nothing."""
    tree = annotated.parse
    token, head = tree.tokens[at], tree.head(at)
    marks = [mark.lower for mark in tree.children(at, "mark", "cc", "advmod")]
    conditional = any(mark in clause_words("conditional") for mark in marks)
    done_to = (
        token.dep == "acl" and token.tag == "VBN" and not tree.child(at, "nsubj", "mark", "aux")
    )
    if is_of_noun_before(tree, at) or (done_to and head.pos == "NOUN"):
        return None  # "the agreement signed in Solen", not "the agreement to sign"
    if (of_account := _by_account(tree, token)) is not None:
        return of_account
    if token.dep == "ccomp" and any(each.text == ";" for each in tree.tokens[at : head.i]):
        return None  # "Arden will pay; the others will wait for it"
    if token.dep == "advcl" and token.tag in ("VBN", "VBG") and not marks:
        return _of_main(annotated, head)
    of_adjective = head.pos == "ADJ" and is_infinitive(tree, at)  # "finds it wrong to sign"
    if (token.dep == "advcl" and not of_adjective) or (
        token.dep in ("ccomp", "dep") and is_inverted(tree, at)
    ):
        return _under_conjunction(tree, token, conditional or is_inverted(tree, at))
    # "An idea which he said Arden had brought to the table" asks nothing.
    asked = head.dep != "relcl" and any(
        word.tag in ("WDT", "WP", "WRB") and word.lower != "that"
        for child in tree.children(at, "nsubj", "nsubjpass", "dobj", "advmod")
        for word in (child, *tree.children(child.i, "det"))
    )
    if (conditional or asked) and token.dep in ("ccomp", "xcomp", "pcomp"):
        return Judgement(Modality.POSSIBLE, at)
    if token.dep in ("pobj", "pcomp") and head.pos in ("ADP", "SCONJ", "ADV"):
        return _under_preposition(tree, head)
    if head.pos in ("VERB", "AUX"):
        return _under_verb(annotated, token, head, start)
    if head.pos == "ADJ" and token.dep in ("xcomp", "ccomp", "prep", "pcomp", "advcl", "acl"):
        kind = lookup("adjectives", head.lower)
        if kind is None:
            return _of_opinion(annotated, token, head)
        return Judgement(NEGATED[kind] if _is_denied(tree, head) else kind, head.i)
    if token.dep in ("acl", "relcl") and is_infinitive(tree, at) and head.pos != "ADJ":
        listed = lookup("nouns", head.lemma)
        if head.pos == "PRON" and head.lower in clause_words("negative_determiners"):
            return Judgement(Modality.DENIED, head.i)  # "there is nothing to negotiate"
        if listed is None and head.pos in ("NOUN", "PROPN"):
            # "Arden to sign pact", "a committee to draft the text"; not "the first to sign".
            before = {child.lower for child in tree.children(head.i, "amod", "nummod", "det")}
            done = before.intersection(clause_words("first"))
            if is_negated(tree, head.i) or is_negated(tree, head.head):
                return Judgement(Modality.DENIED, head.i)  # "sees no reason to meet"
            return None if done else Judgement(Modality.PLANNED, at)
    if head.pos == "NOUN" and token.dep in ("acl", "prep", "ccomp", "xcomp", "pcomp"):
        return _under_noun(tree, token, head)
    return None


def _by_account(tree: Parse, token: Token) -> Judgement | None:
    """Judge "denied the report according to which boats had left" as what is denied."""
    to = next((to for to in tree.children(token.i, "prep") if to.lower == "to"), None)
    which = tree.child(to.i, "pobj") if to is not None else None
    if to is None or which is None or which.lower != "which":
        return None
    according = tree.tokens[to.i - 1]
    if according.lower != "according":
        return None
    above = tree.head(according.i)
    for _ in range(FARTHEST):  # "the report of a newspaper according to which"
        if above.pos not in ("NOUN", "ADP"):
            break
        above = tree.head(above.i)
    kind = lookup("verbs", above.lemma) if above.pos == "VERB" else None
    if kind is not Modality.DENIED:
        return None
    return Judgement(NEGATED[kind] if is_negated(tree, above.i) else kind, above.i)


def _of_opinion(annotated: AnnotatedDocument, token: Token, head: Token) -> Judgement | None:
    """Judge "it would be wrong to sign", which tells no signing."""
    tree = annotated.parse
    copula = tree.head(head.i)
    if not is_infinitive(tree, token.i) or copula.lemma != "be":
        return None
    subject = tree.child(copula.i, "nsubj", "expl")
    if subject is not None and subject.lower == "it":
        told = _time_of(annotated, copula)
        supposed = told is not None and told.modality is not Modality.POSSIBLE
        return Judgement(Modality.HYPOTHETICAL if supposed else Modality.POSSIBLE, head.i)
    return None


def _of_main(annotated: AnnotatedDocument, head: Token) -> Judgement | None:
    """A participle shares the time of its main clause: "are to begin, followed by …"."""
    told = _time_of(annotated, head) if head.pos in ("VERB", "AUX") else None
    coming = head.lemma == "be" and any(
        is_infinitive(annotated.parse, child.i)
        for child in annotated.parse.children(head.i, "xcomp")
    )
    return told or (Judgement(Modality.PLANNED, head.i) if coming else None)


def _is_denied(tree: Parse, adjective: Token) -> bool:
    """Tell whether an adjective or its copula is negated: "is not ready"."""
    above = tree.head(adjective.i)
    return is_negated(tree, adjective.i) or (above.lemma == "be" and is_negated(tree, above.i))


def _under_conjunction(tree: Parse, token: Token, conditional: bool) -> Judgement | None:
    marks = [mark.lower for mark in tree.children(token.i, "mark", "cc")]
    if conditional:
        return Judgement(Modality.HYPOTHETICAL, token.i)
    if "lest" in marks:
        return Judgement(Modality.FEARED, token.i)
    if any(mark in clause_words("ahead") for mark in marks) and token.tag not in ("VBD", "VBN"):
        return Judgement(Modality.PLANNED, token.i)
    if "than" in marks or "though" in marks:
        return Judgement(Modality.DENIED, token.i) if "than" in marks else None
    if is_infinitive(tree, token.i):
        return Judgement(Modality.PLANNED, token.i)  # purpose: it lies ahead
    return None


def _under_verb(
    annotated: AnnotatedDocument, token: Token, head: Token, start: int
) -> Judgement | None:
    tree = annotated.parse
    if token.dep in COMPLEMENTS or (token.dep == "conj" and token.pos == "NOUN"):
        kind = _class_of(tree, token, head)
        negated = is_negated(tree, head.i)
        if kind is not None and kind is not H:
            return Judgement(NEGATED[kind] if negated else kind, head.i)
        if negated and token.dep in ("xcomp", "dobj", "ccomp", "nsubjpass"):
            return Judgement(Modality.DENIED, head.i)
        if token.dep != "ccomp":
            return _time_of(annotated, head)
        return None
    if token.dep == "nsubj" and (token.pos in ("NOUN", "PROPN") or token.i == start):
        return _of_occasion(annotated, token, head, start)
    return None


def _class_of(tree: Parse, token: Token, head: Token) -> Modality | None:
    """The class of a governing verb, where the word hangs on it in the way that counts."""
    listed = lookup("verbs", head.lemma)
    if head.lemma == "be" and token.dep in ("ccomp", "attr", "xcomp"):
        named = tree.child(head.i, "nsubj")  # "their demand is that …", "the fear is an attack"
        told_of = named is not None and named.i != token.i and named.lower != "talks"
        kind = lookup("nouns", named.lemma) if named is not None and told_of else None
        if kind is not None:
            return kind
    if (
        token.dep == "xcomp"
        and listed is None
        and is_infinitive(tree, token.i)
        and (head.lemma not in ("be", "go", "have"))
    ):
        return Modality.POSSIBLE
    if token.dep == "xcomp" and head.lemma in ("be", "go", "have"):
        if not is_infinitive(tree, token.i):
            return None
        yet = any(child.lower == "yet" for child in tree.children(head.i)) or any(
            child.lower == "yet" for child in tree.children(token.i)
        )
        if yet:
            return Modality.DENIED  # "has yet to sign"
        return Modality.ASKED_FOR if head.lemma == "have" else Modality.PLANNED
    particles = [child.lower for child in tree.children(head.i, "prt", "prep", "advmod")]
    for phrase in clause_words("called_off"):
        verb, particle = phrase.split()
        if head.lemma == verb and particle in particles:
            return Modality.DENIED
    for phrase in clause_words("put_later"):
        verb, particle = phrase.split()
        if head.lemma == verb and particle in particles:
            return Modality.PLANNED
    for phrase in clause_words("only_with"):
        verb, particle = phrase.split()
        if head.lemma == verb and particle not in particles and token.dep != "xcomp":
            return None
    if token.dep == "prep" and token.lower not in clause_words("linking"):
        return None
    finite = token.tag in ("VBD", "VBZ", "VBP") or any(
        aux.tag in ("VBD", "VBZ", "VBP") for aux in tree.children(token.i, "aux", "auxpass")
    )
    modal = any(aux.tag == "MD" for aux in tree.children(token.i, "aux"))
    if token.dep == "ccomp" and (finite or modal):
        if head.lemma in clause_words("telling"):
            return None  # "announced that it had", "agreed that it would": as told below
        if listed is Modality.FEARED and head.lemma in ("warn", "caution") and finite and not modal:
            return None
    if token.dep in ("dobj", "nsubjpass") and head.lemma in clause_words("making"):
        return None  # "announced a blockade", "prepared a draft": the thing is there
    if token.dep == "ccomp" and head.lemma in ("see", "have", "make"):
        return None
    return listed


def _of_occasion(
    annotated: AnnotatedDocument, token: Token, head: Token, start: int
) -> Judgement | None:
    """An occasion as subject: "talks will start", "talks are due", "an attack could follow"."""
    tree = annotated.parse
    itself = token.i == start or token.lemma in clause_words("occasions")
    if head.lemma == "be":
        for child in tree.children(head.i, "acomp", "attr", "prep", "advmod"):
            kind = lookup("adjectives", child.lower)
            if kind is not None and (itself or kind is Modality.DENIED):
                negated = is_negated(tree, head.i)
                return Judgement(NEGATED[kind] if negated else kind, child.i)
            if child.lower in ("under", "underway", "ongoing") and head.tag in ("VBZ", "VBP"):
                return Judgement(Modality.UNDER_WAY, child.i)
    if not itself:
        return None  # what is told of the results of talks tells nothing of the talks
    if is_negated(tree, head.i) and head.lemma in clause_words("opening"):
        return Judgement(Modality.DENIED, head.i)
    for child in tree.children(head.i, "xcomp"):
        if child.lemma in clause_words("occurrence") or child.lemma == "hold":
            if head.lemma == "be" and is_infinitive(tree, child.i):
                return Judgement(Modality.PLANNED, head.i)  # "talks are to begin"
            kind = lookup("verbs", head.lemma) or Modality.PLANNED
            if kind is H or (
                kind is Modality.DENIED and child.lemma not in clause_words("opening")
            ):
                return _time_of(annotated, head)  # "the talks failed to produce a deal"
            return Judgement(kind, head.i)
    if head.tag in ("VBZ", "VBP") and head.lemma in clause_words("opening"):
        return Judgement(Modality.PLANNED, head.i)  # "talks begin on Monday"
    if head.tag in ("VBZ", "VBP") and head.lemma in clause_words("present"):
        return Judgement(Modality.UNDER_WAY, head.i)  # "the visit comes at a time when"
    return _time_of(annotated, head)


def _time_of(annotated: AnnotatedDocument, head: Token) -> Judgement | None:
    """The governing verb's own auxiliaries and tense: "talks will be held"."""
    told = own_of_verb(annotated, head)
    return None if told.modality is H else told


def _under_noun(tree: Parse, token: Token, head: Token) -> Judgement | None:
    kind = lookup("nouns", head.lemma)
    negated = is_negated(tree, head.i) or (
        head.dep in ("dobj", "attr") and is_negated(tree, head.head)
    )
    if kind is None:
        grounds = negated and head.lemma in clause_words("grounds")
        return Judgement(Modality.DENIED, head.i) if grounds else None
    if token.dep == "prep" and token.lower not in clause_words("linking")[:7]:
        return None
    return Judgement(NEGATED[kind] if negated else kind, head.i)


def _under_preposition(tree: Parse, head: Token) -> Judgement | None:
    """What "ahead of", "before", "without", "instead of" do to their noun or gerund."""
    joined = {head.lower}
    before = tree.tokens[max(head.i - 4, 0) : head.i]
    for size in (1, 2, 3, 4):
        joined.add(" ".join([*(token.lower for token in before[-size:]), head.lower]))
    if joined.intersection(clause_words("without")):
        return Judgement(Modality.DENIED, head.i)
    if joined.intersection(clause_words("in_case")):
        return Judgement(Modality.HYPOTHETICAL, head.i)
    if joined.intersection(clause_words("nearly")):
        return Judgement(Modality.POSSIBLE, head.i)
    if joined.intersection(clause_words("ahead")):
        return Judgement(Modality.PLANNED, head.i)
    return None
