"""
Modality: whether an act is told as done, and if not, how.

Its own step, because it decides more than the words of the act do: a demand that
was feared, a meeting that is planned and an attack that is denied are told in the
words of those that happened. The judgement climbs from the act's word to the top
of its sentence and takes in, at each step, negation, auxiliaries, conjunctions and
the word that governs. Whatever is not told as done never comes back as done.
"""

from __future__ import annotations

from verbale.extract.matching import OWNING
from verbale.extract.modality.governors import step
from verbale.extract.modality.tense import (
    asks,
    is_infinitive,
    own,
    own_of_saying,
    own_of_verb,
    served_by,
)
from verbale.extract.modality.wording import Judgement, clause_words, lookup, stronger
from verbale.extract.provisos import names_day_before
from verbale.extract.strays import is_aside_of_saying
from verbale.lexicon import words
from verbale.model.act import Modality
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

# Longer ways up are parser slips; the bound also keeps the work small.
HIGHEST = 12
# Forms that no infinitive takes: joined to one, they stand beside the finite verb above it.
FINITE = ("VBZ", "VBD", "VBN")
# What opens a clause on which another hangs: as a mere supposition, or as what is waited for.
SUPPOSING = frozenset({"if", "unless", "provided"})
AWAITING = SUPPOSING | {"once", "when", "until", "till", "before"}
# "On the day the accord is signed": the noun opens such a clause, too.
MOMENTS = frozenset({"day", "moment", "minute", "hour", "date", "morning", "week"})
# What tells that the clause before lies ahead.
COMING = ("could", "would", "will", "can", "may", "might", "must", "shall", "should")


def judge(
    annotated: AnnotatedDocument, i: int, *, negative: bool = False, ahead: bool = False
) -> Judgement:
    """
    Judge the act whose word is token `i`.

    Where the wording is `negative` its own "no" is the act, where it looks `ahead` its
    own "will" is: "sees no reason to", "will study the text" do what they say.
    """
    tree = annotated.parse
    found = own_of_saying(annotated, i, negative=negative) if ahead else own(annotated, i)
    coming = any(is_infinitive(tree, child.i) for child in tree.children(i, "xcomp", "acl"))
    if coming and tree.tokens[i].tag == "VBZ" and tree.tokens[i].lower == "talks":
        found = stronger(found, Judgement(Modality.PLANNED, i))  # "Talks to open in …"
    if tree.tokens[i].tag == "VBZ" and (verb := served_by(tree, i)) is not None:
        found = stronger(found, own_of_verb(annotated, tree.tokens[verb]))
    if is_presupposed(tree, i):
        return found
    if tree.tokens[i].pos == "NOUN":
        if found.modality is Modality.PLANNED and _has_own_clause(tree, i):
            return found  # "do so before the talks that start on Tuesday"
        found = stronger(found, _torn(tree, i) or found)
    held = False  # by a noun: "the threat of an attack" is no attack, whoever wants what of it
    at = _joined_to(tree, i)
    for _ in range(HIGHEST):
        if tree.tokens[at].head == at:
            break
        if is_aside_of_saying(tree, tree.tokens[at]):
            at = tree.tokens[at].head  # "said that it would not be done, turning down …"
        told = step(annotated, at, i)
        if told is not None and not (held and told.modality is not Modality.DENIED):
            found = stronger(found, told)
            held = held or tree.head(at).pos == "NOUN"
        if _is_boundary(tree, at) or _is_background(annotated, at):
            break
        at = tree.tokens[at].head
    if found.modality is Modality.HAPPENED and _is_on_day_ahead(tree, i):
        found = stronger(found, Judgement(Modality.PLANNED, i))
    if found.modality is Modality.HAPPENED and _is_awaited(tree, i):
        found = stronger(found, Judgement(Modality.HYPOTHETICAL, i))
    if found.modality is Modality.HAPPENED and _is_torn_infinitive(tree, i):
        found = stronger(found, Judgement(Modality.POSSIBLE, i))
    if asks(tree, i):
        found = stronger(found, Judgement(Modality.HYPOTHETICAL, i))
    return found


def _joined_to(tree: Parse, i: int) -> int:
    """
    The verb from which to climb: a finite verb that was joined to an infinitive stands beside
    the finite one above. "Accepts the plan increase and rejects the rest" plans no rejection,
    "refused to speak of it and rejected talks" denies none.
    """
    token = tree.tokens[i]
    if token.tag not in FINITE or token.dep != "conj" or tree.head(i).tag != "VB":
        return i
    return next((above.i for above in tree.ancestors(i) if above.tag in ("VBZ", "VBD")), i)


def _has_own_clause(tree: Parse, i: int) -> bool:
    return any(clause.lemma in clause_words("opening") for clause in tree.children(i, "relcl"))


def _is_torn_infinitive(tree: Parse, i: int) -> bool:
    """
    Tell whether it is a "to …" joined to a verb that is none: no infinitive is told as done.

    "Calls on Brum to reopen the road, closed since May, and to agree": hung on "closed".
    """
    token = tree.tokens[i]
    return (
        token.tag == "VB"
        and token.dep == "conj"
        and is_infinitive(tree, i)
        and not is_infinitive(tree, token.head)
    )


def _is_awaited(tree: Parse, i: int) -> bool:
    """
    Tell whether it is what something hangs on: "could go home when Arden handed over",
    "only if it gave up its guns".

    Read from the words before it: parsers hang such clauses in many places.
    """
    first = tree.sentence_of(i).first
    waiting = None
    for at in range(i - 1, max(i - 9, first) - 1, -1):
        token = tree.tokens[at]
        finite = token.tag in ("VBD", "VBZ", "VBP") and token.pos != "AUX"
        if finite or token.text in (",", ";", ":", "“", "”", '"'):
            return False
        soon = token.lower == "as" and tree.tokens[at - 1].lower in ("soon", "long")
        if token.lower == "when" and names_day_before(tree, at):
            return False
        if soon or token.lower in AWAITING or _is_moment(tree, token, i):
            waiting = token
            break
    if waiting is None or tree.tokens[i].pos != "VERB":
        return False
    if waiting.lower in SUPPOSING:
        return tree.tokens[i].tag in ("VBD", "VBZ", "VBP", "VBN")
    return any(_lies_ahead(tree, token) for token in tree.tokens[first : waiting.i])


def _is_on_day_ahead(tree: Parse, i: int) -> bool:
    """Tell whether it is what a day to come brings: "will vote on Friday, when the two meet"."""
    token = tree.tokens[i]
    when = next((each for each in tree.children(i, "advmod") if each.lower == "when"), None)
    if when is None or token.tag not in ("VBZ", "VBP") or not names_day_before(tree, when.i):
        return False
    first = tree.sentence_of(i).first
    return any(_lies_ahead(tree, each) for each in tree.tokens[first : when.i])


def _is_moment(tree: Parse, token: Token, i: int) -> bool:
    """Tell whether it is the "day" of "on the day the accord is signed", in the present."""
    if token.lower not in MOMENTS or tree.tokens[i].head != token.i:
        return False
    auxiliaries = list(tree.children(i, "aux", "auxpass"))
    return (auxiliaries[0] if auxiliaries else tree.tokens[i]).tag in ("VBZ", "VBP")


def _lies_ahead(tree: Parse, token: Token) -> bool:
    """Tell whether a word tells of what is to come: "will", "is to", "wants to", "lift"."""
    if token.tag == "MD":
        return token.lower in COMING
    be = tree.tokens[token.i - 1].lower if token.i else ""
    return token.tag == "TO" and be in ("is", "are", "was", "were")


def _is_background(annotated: AnnotatedDocument, at: int) -> bool:
    """
    Tell whether an occasion only frames the clause: "was ready to talk during a second round".

    Then the infinitive it hangs on says nothing of it, if the finite verb is past.
    """
    tree = annotated.parse
    token = tree.tokens[at]
    preposition = tree.head(at)
    if token.dep == "pobj" and preposition.lower in clause_words("within"):
        return _failed_there(tree, at)
    if token.dep != "pobj" or preposition.lower not in clause_words("during"):
        return False
    above = tree.head(preposition.i)
    if above.tag != "VB" and above.pos != "NOUN":
        return preposition.lower in ("after", "following", "since")
    for verb in tree.ancestors(at):
        if any(aux.tag == "MD" for aux in tree.children(verb.i, "aux")):
            return False
        if lookup("verbs", verb.lemma) is Modality.PLANNED:
            return False
        if verb.tag in ("VBD", "VBZ", "VBP"):
            # "Is meant to avoid a war following the seizure of the isle": it was seized.
            return verb.tag == "VBD" or preposition.lower in ("following", "since")
    return False


def _failed_there(tree: Parse, at: int) -> bool:
    """Tell whether something failed at an occasion: "fail to bridge the gap in a first session"."""
    finite = ("VBD", "VBZ", "VBP")
    verb = next((above for above in tree.ancestors(at) if above.tag in finite), None)
    modal = verb is not None and any(aux.tag == "MD" for aux in tree.children(verb.i, "aux"))
    return verb is not None and verb.lemma in clause_words("failing") and not modal


def is_presupposed(tree: Parse, i: int) -> bool:
    """
    Tell whether a noun of saying is told as somebody's own: "their demand for a port".

    What is somebody's own was made, whatever the clause around it denies or plans.
    """
    token = tree.tokens[i]
    if token.pos != "NOUN" or token.lemma not in clause_words("presupposed"):
        return False
    if _is_being_given(tree, token):
        return False
    told_whole = any(
        child.dep in ("acl", "ccomp") and tree.child(child.i, "nsubj", "nsubjpass") is not None
        for child in tree.children(i)
    )
    vague = not told_whole and any(
        child.lower in ("a", "an", "any", "some", "no") for child in tree.children(i, "det")
    )
    of = token.lemma in words("verbale.extract", "scorn", "askings") and any(
        noun.entity in OWNING and not vague
        for prep in tree.children(i, "prep")
        if prep.lower in ("of", "by", "from")
        for noun in tree.children(prep.i, "pobj")
    )
    return of or any(
        child.dep == "poss" or (child.dep in ("amod", "compound") and child.entity and not vague)
        for child in tree.children(i)
    )


def _is_being_given(tree: Parse, token: Token) -> bool:
    """
    Tell whether it is a reply that a verb of giving brings about: "will give its answer" in the
    evening, and "had not sent its reply", though a reply of its own it would be.
    """
    giving = token.dep in ("dobj", "nsubjpass")
    return (
        giving
        and token.lemma in clause_words("replies")
        and tree.head(token.i).lemma in words("verbale.extract", "answers", "replying")
    )


def _is_boundary(tree: Parse, at: int) -> bool:
    """Clauses that tell something for themselves, whatever the clause above says."""
    token = tree.tokens[at]
    if token.dep in ("relcl", "parataxis", "appos"):
        return True
    if token.dep == "acl" and token.tag == "VBN" and tree.child(at, "agent") is not None:
        return True  # "cannot accept the price asked by Arden": it was asked
    if token.dep == "advcl":
        return token.tag not in ("VBG", "VBN") or tree.child(at, "aux", "nsubj") is not None
    return False


def _torn(tree: Parse, i: int) -> Judgement | None:
    """
    The noun right before "of", read from the words alone.

    For sentences the parser tears ("fears of an invasion grow Ardenian"): only
    the dangerous classes are read so.
    """
    at = i - 1
    while at > max(i - 5, 0) and tree.tokens[at].pos in ("DET", "ADJ", "PROPN", "ADV"):
        at -= 1
    if at > 0 and tree.tokens[at].lower in ("of", "about", "over"):
        kind = lookup("nouns", tree.tokens[at - 1].lemma) or lookup(
            "nouns", tree.tokens[at - 1].lower.removesuffix("s")
        )
        if kind in (Modality.FEARED, Modality.POSSIBLE):
            return Judgement(kind, at - 1)
    return None
