"""
Deferrals: "the case was being examined", "would come back to it", "goes to a commission".

What is still to be gone into is neither granted nor refused. A side that says so of what
was asked puts it off; what it did in the past ("examined the text") puts nothing off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from verbale.extract.answers.answerers import answer, answerers, clause_of
from verbale.extract.clauses import agents, is_passive, logical_subject, objects, phrase
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_negated
from verbale.extract.modality.tense import asks
from verbale.extract.provisos import Proviso, proviso_of
from verbale.extract.sides import side_of
from verbale.lexicon import terms, words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import Mention
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
COMING = ("will", "would", "shall", "'ll", "’ll", "'d", "’d")
POSSIBLE = (*COMING, "can", "could", "may", "might", "should", "must")
# What an answer is made to hang on; what only gives a time puts off.
BARGAINS = (
    "if",
    "only if",
    "provided",
    "provided that",
    "in return for",
    "in exchange for",
    "unless",
)
# Verbs by which one binds oneself to look into something.
BINDING = ("promise", "pledge", "undertake", "agree", "offer", "vow")
NO_ANSWER = (Modality.ASKED_FOR, Modality.FEARED)
# Particles that make a verb another one: "look at", "come back to", "put off".
REACH = 4


def deferring(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what sides put off, or say is still to be gone into."""
    tree = annotated.parse
    for token in tree.with_lemma(_putting_off()):
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass", "amod"):
            continue
        thing = _put_off(annotated, token)
        if thing is None or asks(tree, token.i) or is_negated(tree, token.i):
            continue
        told = judge(annotated, token.i).modality
        ought = told is Modality.ASKED_FOR and thing[1] and _is_owed(tree, token)
        if told in NO_ANSWER and not ought:
            continue
        matter, of_thing = thing
        actors = answerers(annotated, statements, token, of_thing=of_thing)
        letter = _letter(tree, token, matter)
        if actors and letter is not None:
            yield answer(
                annotated, statements, token, ActType.ACKNOWLEDGE, actors, phrase(tree, letter),
                [letter], "deferring: the paper is being read",
            )  # fmt: skip
        elif actors:
            content = words_put_off(annotated, token, matter)
            yield answer(
                annotated, statements, token, ActType.DEFER, actors, content, [matter],
                "deferring: still to be gone into",
            )  # fmt: skip


def _letter(tree: Parse, token: Token, matter: int) -> int | None:
    """
    The letter that is studied, or will be: whoever reads what was sent to him has got it,
    and puts nothing off yet. "She had seen the note and would look at it".
    """
    if not _is_wording(tree, token, "studying"):
        return None
    letters = words(PACKAGE, "deferring", "letters")
    told = tree.tokens[matter]
    if told.lemma in letters:
        return matter
    before = tree.tokens[tree.sentence_of(token.i).first : token.i]
    if any(each.lemma == "receive" and each.pos == "VERB" for each in before):
        return matter  # "the claim had been received and would be studied"
    if told.pos != "PRON":
        return None
    named = [
        each.i for each in before if each.lemma in letters and each.dep in ("dobj", "nsubjpass")
    ]
    return named[-1] if named else None


def _put_off(annotated: AnnotatedDocument, token: Token) -> tuple[int, bool] | None:
    """What the clause of a verb puts off, and whether it is its subject; None for nothing."""
    tree = annotated.parse
    found = proviso_of(tree, token.i)
    if token.dep in ("relcl", "acl") or (found is not None and is_bargain(annotated, token, found)):
        return None
    if _is_wording(tree, token, "studying"):
        return _studied(annotated, token)
    if _is_wording(tree, token, "waiting") and _has_to(tree, token):
        return _subject_thing(annotated, token)
    if _is_wording(tree, token, "passing"):
        return _passed_on(annotated, token)
    if _is_wording(tree, token, "replying") and _comes(tree, token):
        later = proviso_of(tree, token.i)
        if later is not None and later.first > token.i:
            return token.i, False  # "would comment once it had read the text"
    return None


def is_bargain(annotated: AnnotatedDocument, token: Token, found: Proviso) -> bool:
    """
    Tell whether a proviso asks something of the other side, and does not only wait.

    "Once Brum stops laying mines" does, "once the accounts have been approved" does not.
    """
    if found.wording in BARGAINS:
        return True
    tree = annotated.parse
    doing = {side_of(annotated, mention.i) for mention in _named(annotated, agents(tree, token.i))}
    for verb in tree.tokens[found.first : found.last + 1]:
        if verb.pos != "VERB":
            continue
        others = _named(annotated, [i for i in agents(tree, verb.i) if i >= found.first])
        if any(
            (side := side_of(annotated, mention.i)) is not None and side not in doing
            for mention in others
        ):
            return True
    return False


def _named(annotated: AnnotatedDocument, tokens: Sequence[int]) -> list[Mention]:
    held = [annotated.mention_headed(annotated.parse.tokens[i]) for i in tokens]
    return [mention for mention in held if mention is not None]


def is_study(tree: Parse, token: Token) -> bool:
    """Tell whether the verb goes into something and gives nothing yet: "study", "look at"."""
    return _is_wording(tree, token, "studying")


def _is_wording(tree: Parse, token: Token, kind: str) -> bool:
    """Tell whether the verb with its particles is one of a list."""
    listed = _wordings(kind).get(token.lemma, ())
    behind = tree.forms[token.i + 1 : token.i + 1 + REACH]
    for rest in listed:
        at = 0
        for word in rest:
            if word not in behind[at:]:
                break
            at = behind.index(word, at) + 1
        else:
            return True
    return False


@cache
def _putting_off() -> frozenset[str]:
    """The verbs that begin any of the wordings."""
    kinds = ("studying", "waiting", "passing", "replying")
    return frozenset(verb for kind in kinds for verb in _wordings(kind))


@cache
def _wordings(kind: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for wording in terms(PACKAGE, "deferring")[kind]:
        verb, *rest = wording.split()
        table.setdefault(verb, []).append(tuple(rest))
    return {verb: tuple(found) for verb, found in table.items()}


def _studied(annotated: AnnotatedDocument, token: Token) -> tuple[int, bool] | None:
    """What is being or will be studied: "is being examined", "would look at it later"."""
    tree = annotated.parse
    ahead = _comes(tree, token) or _is_to(tree, token)
    if is_passive(tree, token.i):
        going = any(aux.lower == "being" for aux in tree.children(token.i, "auxpass", "aux"))
        return _subject_thing(annotated, token) if going or ahead or _may(tree, token) else None
    going = token.tag == "VBG" and any(aux.lemma == "be" for aux in tree.children(token.i, "aux"))
    bound = token.dep in ("xcomp", "conj") and _is_bound(tree, token)
    if not (going or ahead or bound) or _is_left_to_body(tree, token):
        return None
    below = [*objects(tree, token.i), *_behind_particle(tree, token)]
    return (below[0] if below else token.i), False


def _is_left_to_body(tree: Parse, token: Token) -> bool:
    """As in "A commission of four is to look into it": of nobody who was asked."""
    subject = logical_subject(tree, token.i)
    if subject is None:
        return False
    told = tree.tokens[subject]
    some = any(child.lower in ("a", "an") for child in tree.children(subject, "det"))
    return some and told.lemma in words(PACKAGE, "deferring", "bodies")


def _behind_particle(tree: Parse, token: Token) -> list[int]:
    """What stands behind the particle of "look at", "come back to"."""
    particles = {word for rest in _wordings("studying").get(token.lemma, ()) for word in rest}
    behind = range(token.i + 1, min(token.i + 1 + REACH, tree.sentence_of(token.i).last))
    found: list[int] = []
    for at in behind:
        if tree.tokens[at].lower in particles:
            found.extend(child.i for child in tree.children(at, "pobj"))
    return found


def _is_bound(tree: Parse, token: Token) -> bool:
    """Tell whether it is what somebody bound himself to: "promised to examine the proposal"."""
    head = tree.head(token.i)
    if token.dep == "conj":
        head = tree.head(head.i)
    return head.lemma in BINDING and head.tag in ("VBD", "VBN", "VBZ", "VBP")


def _is_to(tree: Parse, token: Token) -> bool:
    """As in "Is to be examined", "has to be looked at", "needs to be discussed"."""
    head = tree.head(token.i)
    return token.dep == "xcomp" and head.lemma in ("be", "have", "need") and head.i < token.i


def _comes(tree: Parse, token: Token) -> bool:
    return any(aux.lower in COMING for aux in tree.children(token.i, "aux"))


def _may(tree: Parse, token: Token) -> bool:
    return any(aux.lower in POSSIBLE for aux in tree.children(token.i, "aux"))


def _has_to(tree: Parse, token: Token) -> bool:
    """Tell whether it must: "will have to wait for", "must wait until"."""
    head = tree.head(token.i)
    led = token.dep == "xcomp" and head.lemma in ("have", "need")
    return led or any(
        aux.lower in ("must", "should", *COMING, "can", "could")
        for aux in tree.children(token.i, "aux")
    )


def _is_owed(tree: Parse, token: Token) -> bool:
    """Tell whether the clause says itself what ought to become of a thing: "must wait"."""
    if any(aux.lower in ("should", "must") for aux in tree.children(token.i, "aux")):
        return True
    return token.dep == "xcomp" and tree.head(token.i).lemma in ("have", "need")


def _passed_on(annotated: AnnotatedDocument, token: Token) -> tuple[int, bool] | None:
    """What goes to a commission, or is left to a vote."""
    tree = annotated.parse
    bodies = words(PACKAGE, "deferring", "bodies")
    to = [
        noun
        for prep in tree.children(token.i, "prep", "dative")
        if prep.lower in ("to", "with", "for", "before")
        for noun in tree.children(prep.i, "pobj")
    ]
    if not any(noun.lemma in bodies for noun in to):
        return None
    if is_passive(tree, token.i) or token.lemma == "go":
        return _subject_thing(annotated, token)
    below = objects(tree, token.i)
    return (below[0], False) if below else None


def _subject_thing(annotated: AnnotatedDocument, token: Token) -> tuple[int, bool] | None:
    """The thing that is the subject, if it is one that may be asked for."""
    tree = annotated.parse
    subject = logical_subject(tree, token.i)
    if subject is None:
        return None
    told = tree.tokens[subject]
    someone = annotated.mention_headed(told) is not None
    if someone or told.lemma in words(PACKAGE, "deferring", "occasions"):
        return None
    return subject, True


def words_put_off(annotated: AnnotatedDocument, token: Token, matter: int) -> Span:
    """What is put off in its words: the noun, else the clause without who says it."""
    tree = annotated.parse
    if matter != token.i and annotated.mention_headed(tree.tokens[matter]) is None:
        return phrase(tree, matter)
    subject = tree.child(token.i, "nsubj")
    if subject is not None and annotated.mention_headed(subject) is not None:
        return Span.of(tree.text, token.start, max(token.end, clause_of(tree, token).end))
    return clause_of(tree, token)
