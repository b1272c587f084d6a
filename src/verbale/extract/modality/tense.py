"""
Tense: what a word's own clause says of it, by auxiliaries, tense, adjectives and conditions.
"""

from __future__ import annotations

from verbale.extract.modality.negation import is_negated
from verbale.extract.modality.wording import NEGATED, Judgement, clause_words, lookup
from verbale.extract.times import timexes_within
from verbale.model.act import Modality
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.timex import Direction, Timex

H = Modality.HAPPENED


def own(annotated: AnnotatedDocument, i: int) -> Judgement:
    """What the word's own clause says: auxiliaries, negation, tense, adjectives."""
    tree = annotated.parse
    token = tree.tokens[i]
    if token.pos in ("NOUN", "PROPN"):
        return own_of_noun(annotated, token)
    found = own_of_verb(annotated, token)
    if is_negated(tree, i):
        return Judgement(NEGATED[found.modality], i)
    return found


def own_of_saying(annotated: AnnotatedDocument, i: int, *, negative: bool) -> Judgement:
    """What a wording that acts by being said says: "will study", "is not for sale"."""
    tree = annotated.parse
    if is_negated(tree, i) and not negative:
        return own(annotated, i)
    auxiliaries = [aux.lower for aux in tree.children(i, "aux") if aux.tag == "MD"]
    if any(aux not in clause_words("saying") for aux in auxiliaries) or conditions(tree, i):
        return own_of_verb(annotated, tree.tokens[i])
    return Judgement(H)


def own_of_noun(annotated: AnnotatedDocument, token: Token) -> Judgement:
    """What a noun's modifiers, and the verbs that are told of it, say."""
    tree = annotated.parse
    if is_negated(tree, token.i):
        return Judgement(Modality.DENIED, token.i)
    for child in tree.children(token.i, "amod", "compound", "nmod", "advmod", "acl"):
        kind = lookup("adjectives", child.lower)
        if kind is not None and child.i < token.i:
            return Judgement(kind, child.i)
    head = tree.tokens[token.head]
    if token.dep in ("compound", "nmod") and head.pos == "NOUN":
        kind = lookup("nouns", head.lemma)
        if kind is not None:
            return Judgement(kind, head.i)
    for clause in tree.children(token.i, "relcl", "acl", "advcl"):  # "talks, which will be held"
        if token.lemma in clause_words("presupposed") and is_infinitive(tree, clause.i):
            continue  # "their refusal to open the port": they have refused
        if any(mark.lower == "that" for mark in tree.children(clause.i, "mark")):
            continue  # "their demand that the port be open" is no port's
        if clause.lemma in clause_words("occurrence"):
            if is_infinitive(tree, clause.i):
                return Judgement(Modality.PLANNED, clause.i)  # a headline: "Talks to open"
            if clause.tag in ("VBZ", "VBP") and clause.lemma in clause_words("opening"):
                return Judgement(Modality.PLANNED, clause.i)
            told = own_of_verb(annotated, clause)
            if told.modality is not H:
                return told
        elif clause.tag == "VBN" and clause.i > token.i:
            kind = lookup("verbs", clause.lemma)  # "a meeting scheduled for May"
            if kind in (Modality.PLANNED, Modality.FEARED):
                return Judgement(kind, clause.i)
    return Judgement(H)


def own_of_verb(annotated: AnnotatedDocument, token: Token) -> Judgement:
    """What a verb's auxiliaries, tense and conditions say."""
    tree = annotated.parse
    auxiliaries = list(tree.children(token.i, "aux", "auxpass"))
    at = token
    for _ in range(4):
        # "will meet and sign": a bare joined verb shares the auxiliary.
        if auxiliaries or at.dep != "conj" or tree.child(at.i, "nsubj", "nsubjpass"):
            break
        above = tree.tokens[at.head]
        if above.tag != token.tag and not (token.tag == "VB" and above.tag in ("VB", "VBP")):
            break
        at = above
        auxiliaries = list(tree.children(at.i, "aux", "auxpass"))
    kinds = [lookup("auxiliaries", aux.lower) for aux in auxiliaries if aux.tag == "MD"]
    for aux, kind in zip((a for a in auxiliaries if a.tag == "MD"), kinds, strict=True):
        if kind is None:
            continue
        if (
            kind is Modality.HYPOTHETICAL
            and _is_reported(tree, at.i)
            and not conditions(tree, at.i)
        ):
            return Judgement(Modality.PLANNED, aux.i)  # "said it would meet"
        if kind is Modality.HYPOTHETICAL and _is_set_for_day(annotated, token):
            return Judgement(Modality.PLANNED, aux.i)  # "The board would meet on Thursday."
        if kind is Modality.PLANNED and conditions(tree, at.i):
            return Judgement(Modality.HYPOTHETICAL, aux.i)
        return Judgement(kind, aux.i)
    nearly = clause_words("almost")
    if any(child.lower in nearly for child in tree.children(token.i, "advmod")):
        return Judgement(Modality.POSSIBLE, token.i)
    if token.tag == "VB" and at.dep in ("ROOT", "ccomp"):
        infinitive = any(aux.tag == "TO" for aux in auxiliaries)
        if infinitive and tree.child(at.i, "nsubj", "nsubjpass"):
            return Judgement(Modality.PLANNED, token.i)  # a headline: "Arden to sign pact"
    if token.tag == "VBG" and any(aux.lemma == "be" for aux in auxiliaries):
        ahead = any(
            timex.direction is Direction.FUTURE
            for timex in _timexes_beside(annotated, token)
            if _governs(tree, token.i, timex.start)
        )
        return Judgement(Modality.PLANNED if ahead else Modality.UNDER_WAY, token.i)
    bare = token.tag == "VB" or (token.tag == "VBP" and _follows_infinitive(tree, token))
    # A "do" far up a torn list says nothing of its last verbs.
    borrowed = at.i != token.i and all(aux.lemma == "do" for aux in auxiliaries)
    if bare and (not auxiliaries or borrowed) and token.dep != "ROOT":
        above = tree.head(token.i)
        if token.dep == "conj" or above.lemma not in clause_words("causing"):
            return Judgement(Modality.POSSIBLE, token.i)  # a bare infinitive tells nothing done
    scheduled = token.lemma in clause_words("scheduled")
    if (
        token.tag in ("VBZ", "VBP")
        and scheduled
        and any(
            timex.direction is Direction.FUTURE
            for timex in _timexes_beside(annotated, token)
            if _governs(tree, token.i, timex.start)
        )
    ):
        return Judgement(Modality.PLANNED, token.i)
    return Judgement(H)


def _is_set_for_day(annotated: AnnotatedDocument, token: Token) -> bool:
    """
    Tell whether "would" tells what is to be on a day, as in what somebody said, told freely.

    Only where nothing in the sentence is supposed, and nobody would have done it.
    """
    tree = annotated.parse
    if token.lemma not in clause_words("scheduled") or token.tag != "VB":
        return False
    if any(aux.lemma == "have" for aux in tree.children(token.i, "aux")):
        return False
    sentence = tree.sentence_of(token.i)
    supposed = clause_words("conditional")
    if any(t.lower in supposed for t in tree.tokens[sentence.first : sentence.last]):
        return False
    return any(
        timex.type.value == "DATE" and _governs(tree, token.i, timex.start)
        for timex in _timexes_beside(annotated, token)
    )


def _follows_infinitive(tree: Parse, token: Token) -> bool:
    """Tell whether a verb without subject is joined to an infinitive: "to fight and blame"."""
    for _ in range(4):
        if token.dep != "conj" or tree.child(token.i, "nsubj", "nsubjpass"):
            return False
        token = tree.head(token.i)
        if token.tag == "VB":
            return True
    return False


def _timexes_beside(annotated: AnnotatedDocument, token: Token) -> list[Timex]:
    """The time expressions of the word's own sentence."""
    span = annotated.parse.sentence_span(annotated.parse.sentence_of(token.i))
    return timexes_within(annotated, span.start, span.end)


def _governs(tree: Parse, i: int, offset: int) -> bool:
    """Tell whether the token at `offset` hangs on verb `i` with no clause between."""
    token = tree.token_at(offset)
    if token is None or token.sentence != tree.tokens[i].sentence:
        return False
    for above in tree.ancestors(token.i):
        if above.i == i:
            return True
        if above.pos in ("VERB", "AUX"):
            return False
    return False


def _is_reported(tree: Parse, i: int) -> bool:
    """Tell whether verb `i` stands in what somebody said, in the past."""
    token = tree.tokens[i]
    for _ in range(3):
        if token.dep not in ("ccomp", "conj"):
            break
        head = tree.tokens[token.head]
        if token.dep == "ccomp" and head.tag in ("VBD", "VBN", "VBZ", "VBP"):
            return lookup("verbs", head.lemma) is not None
        token = head
    # "…, the minister said" parsed as parataxis: the saying hangs below.
    return any(child.dep == "parataxis" for child in tree.children(i))


def served_by(tree: Parse, i: int) -> int | None:
    """The verb that tells of a plural noun read as a verb: "that talks … will start"."""
    token = tree.tokens[i]
    end = tree.sentence_of(i).last
    for other in tree.tokens[i + 1 : end]:
        if (
            other.pos in ("VERB", "AUX")
            and other.dep not in ("aux", "auxpass", "relcl", "acl")
            and other.head == token.head
            and tree.child(other.i, "nsubj", "nsubjpass") is None
        ):
            return other.i
    return None


def conditions(tree: Parse, i: int) -> list[int]:
    """Heads of the clauses that make what verb `i` tells conditional."""
    conditional = clause_words("conditional")
    found = []
    for child in tree.children(i, "advcl", "prep", "ccomp", "dep"):
        for mark in tree.children(child.i, "mark", "advmod", "aux", "prep"):
            if (
                mark.lower in conditional
                and mark.lower != "whether"
                and (mark.dep == "mark" or mark.lower in ("provided", "should"))
            ):
                subject = tree.child(child.i, "nsubj", "nsubjpass")
                if mark.lower == "should" and (subject is None or subject.i < mark.i):
                    continue  # "that it should", not "should it"
                found.append(child.i)
                break
    return found


def asks(tree: Parse, i: int) -> bool:
    """Tell whether the sentence of `i` asks a question, and `i` is what it asks."""
    sentence = tree.sentence_of(i)
    if tree.tokens[sentence.last - 1].text not in ("?", "?!") and not any(
        token.text == "?" for token in tree.tokens[max(i, sentence.last - 3) : sentence.last]
    ):
        return False
    # A colon hands the question on: in "a question: what is in the cellar?" nobody asks before it.
    return not any(token.text == ":" for token in tree.tokens[i + 1 : sentence.last])


def is_inverted(tree: Parse, at: int) -> bool:
    """As in "Had the council agreed, …": a condition without a conjunction."""
    aux = tree.child(at, "aux", "auxpass")
    subject = tree.child(at, "nsubj", "nsubjpass")
    return (
        aux is not None
        and subject is not None
        and aux.i < subject.i
        and aux.lower in clause_words("counterfactual")
        and not tree.child(at, "mark")
    )


def is_going_on(tree: Parse, i: int) -> bool:
    """Tell whether it is told as going on: "is demanding", "has been calling on"."""
    auxiliaries = list(tree.children(i, "aux"))
    return (
        tree.tokens[i].tag == "VBG"
        and any(aux.lemma == "be" for aux in auxiliaries)
        and not any(aux.tag in ("MD", "TO") for aux in auxiliaries)
    )


def is_infinitive(tree: Parse, at: int) -> bool:
    """Tell whether the verb is an infinitive with "to"."""
    return any(child.tag == "TO" for child in tree.children(at, "aux"))


def is_kept_up(tree: Parse, i: int) -> bool:
    """
    Tell whether it goes on and will: "would continue to press for a vote", "keeps asking".

    What somebody says that he will go on doing he has begun; not so "if … would".
    """
    above = tree.head(i)
    if above.i == i or tree.tokens[i].dep != "xcomp" or is_negated(tree, above.i):
        return False
    return above.lemma in clause_words("keeping_up") and not conditions(tree, above.i)
