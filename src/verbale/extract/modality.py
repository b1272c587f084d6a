"""
Modality: whether an act is told as done, and if not, how.

Its own step, because it decides more than the words of the act do: a demand that
was feared, a meeting that is planned and an attack that is denied are told in the
words of those that happened. The judgement climbs from the act's word to the top
of its sentence and takes in, at each step, negation, auxiliaries, conjunctions and
the word that governs. Whatever is not told as done never comes back as done.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.extract.clauses import logical_subject
from verbale.lexicon import terms
from verbale.model.act import Modality
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.timex import Direction

PACKAGE = "verbale.extract"
H = Modality.HAPPENED
# Longer ways up are parser slips; the bound also keeps the work small.
HIGHEST = 12
# Under negation: "does not plan to" denies, "does not rule out" leaves open.
NEGATED = {
    Modality.PLANNED: Modality.DENIED,
    Modality.ASKED_FOR: Modality.DENIED,
    Modality.POSSIBLE: Modality.DENIED,
    Modality.HYPOTHETICAL: Modality.DENIED,
    Modality.FEARED: Modality.DENIED,
    Modality.DENIED: Modality.POSSIBLE,
    Modality.HAPPENED: Modality.DENIED,
    Modality.UNDER_WAY: Modality.DENIED,
}
# Which of two judgements stays when a word is governed by another, strongest first.
STRENGTH = (
    Modality.DENIED,
    Modality.HYPOTHETICAL,
    Modality.FEARED,
    Modality.ASKED_FOR,
    Modality.POSSIBLE,
    Modality.PLANNED,
    Modality.UNDER_WAY,
    Modality.HAPPENED,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """How an act is told; `because` is the index of the word that decided."""

    modality: Modality
    because: int | None = None


def judge(annotated: AnnotatedDocument, i: int) -> Judgement:
    """Judge the act whose word is token `i`."""
    tree = annotated.parse
    found = _own(annotated, i)
    at = i
    for _ in range(HIGHEST):
        token = tree.tokens[at]
        if token.head == at:
            break
        step = _step(annotated, at, i)
        if step is not None:
            found = _combine(found, step)
        if _is_boundary(tree, at):
            break
        at = token.head
    if _asks(tree, i):
        found = _combine(found, Judgement(Modality.HYPOTHETICAL, i))
    return found


def _combine(inner: Judgement, outer: Judgement) -> Judgement:
    """The stronger of the two; a word that only reports changes nothing."""
    if STRENGTH.index(outer.modality) < STRENGTH.index(inner.modality):
        return outer
    return inner


def _lookup(section: str, word: str) -> Modality | None:
    """The class of a governing word in terms/modality.toml."""
    return _table(section).get(word)


def _table(section: str) -> dict[str, Modality]:
    if section not in _TABLES:
        table: dict[str, Modality] = {}
        for name, listed in terms(PACKAGE, "modality")[section].items():
            kind = {
                "planned": Modality.PLANNED,
                "postponed": Modality.PLANNED,
                "asked_for": Modality.ASKED_FOR,
                "possible": Modality.POSSIBLE,
                "hypothetical": Modality.HYPOTHETICAL,
                "denied": Modality.DENIED,
                "feared": Modality.FEARED,
                "inherit": Modality.HAPPENED,
            }[name]
            for word in listed:
                table.setdefault(word, kind)
        _TABLES[section] = table
    return _TABLES[section]


_TABLES: dict[str, dict[str, Modality]] = {}


def _clause_words(name: str) -> list[str]:
    listed: list[str] = terms(PACKAGE, "modality")["clauses"][name]
    return listed


def is_negated(tree: Parse, i: int) -> bool:
    """Tell whether the word `i` stands under a negation of its own clause."""
    negations = _clause_words("negations")
    determiners = _clause_words("negative_determiners")
    for child in tree.children(i):
        if (child.dep == "neg" and child.lower not in ("no",)) or child.lower in negations[:7]:
            return not _only(tree, child)
        if child.dep in ("preconj", "cc") and child.lower in ("neither", "nor"):
            return True
        if child.dep in ("nsubj", "nsubjpass", "dobj", "attr") and (
            child.lower in determiners or _negative_noun(tree, child.i)
        ):
            return True
        if child.dep == "advmod" and child.lower == "longer":
            return bool(tree.child(child.i, "neg", "det", "advmod"))
    token = tree.tokens[i]
    if token.pos in ("NOUN", "PROPN") and _negative_noun(tree, i):
        return True
    if token.dep == "conj" and not tree.child(i, "nsubj", "nsubjpass", "aux"):
        # "did not meet or call" negates both, "did not meet but called" one.
        joiner = tree.child(token.head, "cc")
        if joiner is not None and joiner.lower in ("or", "nor"):
            return is_negated(tree, token.head)
    return False


def _only(tree: Parse, negation: Token) -> bool:
    """Tell whether the negation is of "not only", which denies nothing."""
    following = tree.tokens[negation.i + 1] if negation.i + 1 < len(tree.tokens) else None
    return following is not None and following.lower in ("only", "just", "merely", "simply")


def _negative_noun(tree: Parse, i: int) -> bool:
    determiners = _clause_words("negative_determiners")
    return any(
        child.lower in determiners and child.dep in ("det", "neg", "preconj")
        for child in tree.children(i)
    )


def _own(annotated: AnnotatedDocument, i: int) -> Judgement:
    """What the word's own clause says: auxiliaries, negation, tense, adjectives."""
    tree = annotated.parse
    token = tree.tokens[i]
    if token.pos in ("NOUN", "PROPN"):
        return _own_of_noun(tree, token)
    found = _own_of_verb(annotated, token)
    if is_negated(tree, i):
        return Judgement(NEGATED[found.modality], i)
    return found


def _own_of_noun(tree: Parse, token: Token) -> Judgement:
    if is_negated(tree, token.i):
        return Judgement(Modality.DENIED, token.i)
    for child in tree.children(token.i, "amod", "compound", "nmod", "advmod", "acl"):
        kind = _lookup("adjectives", child.lower)
        if kind is not None and child.i < token.i:
            return Judgement(kind, child.i)
    head = tree.tokens[token.head]
    if token.dep in ("compound", "nmod") and head.pos == "NOUN":
        kind = _lookup("nouns", head.lemma)
        if kind is not None:
            return Judgement(kind, head.i)
    return Judgement(H)


def _own_of_verb(annotated: AnnotatedDocument, token: Token) -> Judgement:
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
    kinds = [_lookup("auxiliaries", aux.lower) for aux in auxiliaries if aux.tag == "MD"]
    for aux, kind in zip((a for a in auxiliaries if a.tag == "MD"), kinds, strict=True):
        if kind is None:
            continue
        if (
            kind is Modality.HYPOTHETICAL
            and _is_reported(tree, at.i)
            and not conditions(tree, at.i)
        ):
            return Judgement(Modality.PLANNED, aux.i)  # "said it would meet"
        if kind is Modality.PLANNED and conditions(tree, at.i):
            return Judgement(Modality.HYPOTHETICAL, aux.i)
        return Judgement(kind, aux.i)
    for aux in auxiliaries:
        if aux.lemma == "do" and token.tag == "VB":
            return Judgement(H)
    if token.tag == "VBG" and any(aux.lemma == "be" for aux in auxiliaries):
        ahead = any(
            timex.direction is Direction.FUTURE
            for timex in annotated.timexes
            if _governs(tree, token.i, timex.start)
        )
        return Judgement(Modality.PLANNED if ahead else Modality.UNDER_WAY, token.i)
    if token.tag in ("VBZ", "VBP") and any(
        timex.direction is Direction.FUTURE
        for timex in annotated.timexes
        if _governs(tree, token.i, timex.start)
    ):
        return Judgement(Modality.PLANNED, token.i)
    return Judgement(H)


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
            return _lookup("verbs", head.lemma) in (H, Modality.PLANNED)
        token = head
    # "…, the minister said" parsed as parataxis: the saying hangs below.
    return any(child.dep == "parataxis" for child in tree.children(i))


def conditions(tree: Parse, i: int) -> list[int]:
    """Heads of the clauses that make what verb `i` tells conditional."""
    conditional = _clause_words("conditional")
    found = []
    for child in tree.children(i, "advcl", "prep", "ccomp", "dep"):
        for mark in tree.children(child.i, "mark", "advmod", "aux", "prep"):
            if (
                mark.lower in conditional
                and mark.lower != "whether"
                and (mark.dep == "mark" or mark.lower in ("provided", "should"))
            ):
                if mark.lower == "should" and mark.i > (child.i if child.i < mark.i else mark.i):
                    continue
                found.append(child.i)
                break
    return found


def _asks(tree: Parse, i: int) -> bool:
    """Tell whether the sentence of `i` asks a question, and `i` is what it asks."""
    sentence = tree.sentence_of(i)
    return tree.tokens[sentence.last - 1].text in ("?", "?!") or any(
        token.text == "?" for token in tree.tokens[max(i, sentence.last - 3) : sentence.last]
    )


def _is_boundary(tree: Parse, at: int) -> bool:
    """Clauses that tell something for themselves, whatever the clause above says."""
    token = tree.tokens[at]
    if token.dep in ("relcl", "parataxis", "appos"):
        return True
    if token.dep == "advcl":
        return token.tag not in ("VBG", "VBN") or tree.child(at, "aux", "nsubj") is not None
    return False


def _step(annotated: AnnotatedDocument, at: int, start: int) -> Judgement | None:
    """What the governor of `at` does to it; None where it does nothing."""
    tree = annotated.parse
    token, head = tree.tokens[at], tree.head(at)
    conditional = _clause_words("conditional")
    if token.dep == "advcl":
        if any(mark.lower in conditional for mark in tree.children(at, "mark")) or (
            _inverted(tree, at)
        ):
            return Judgement(Modality.HYPOTHETICAL, at)
        if any(mark.lower in ("lest",) for mark in tree.children(at, "mark")):
            return Judgement(Modality.FEARED, at)
        if any(mark.lower in ("before", "until") for mark in tree.children(at, "mark")):
            return Judgement(Modality.PLANNED, at) if token.tag != "VBD" else None
        if _is_infinitive(tree, at):
            return _purpose(annotated, at, head)
        return None
    if token.dep in ("ccomp", "xcomp", "pcomp") and any(
        mark.lower in conditional for mark in tree.children(at, "mark")
    ):
        return Judgement(Modality.POSSIBLE, at)
    if head.pos in ("VERB", "AUX"):
        return _under_verb(annotated, token, head)
    if head.pos == "ADJ":
        kind = _lookup("adjectives", head.lower)
        if kind is None or token.dep not in ("xcomp", "ccomp", "prep", "pcomp", "advcl", "acl"):
            return None
        return Judgement(NEGATED[kind] if is_negated(tree, _copula(tree, head)) else kind, head.i)
    if head.pos == "NOUN" and token.dep in ("acl", "prep", "ccomp", "relcl", "xcomp", "pcomp"):
        return _under_noun(tree, token, head)
    if token.dep == "pobj" and head.pos in ("ADP", "SCONJ"):
        return _under_preposition(tree, head)
    return None


def _copula(tree: Parse, adjective: Token) -> int:
    above = tree.tokens[adjective.head]
    return above.i if above.lemma == "be" else adjective.i


def _inverted(tree: Parse, at: int) -> bool:
    """As in "Had the council agreed, …": a condition without a conjunction."""
    aux = next(tree.children(at, "aux", "auxpass"), None)
    subject = tree.child(at, "nsubj", "nsubjpass")
    return (
        aux is not None
        and subject is not None
        and aux.i < subject.i
        and aux.lower in _clause_words("counterfactual")
        and not tree.child(at, "mark")
    )


def _is_infinitive(tree: Parse, at: int) -> bool:
    return any(child.tag == "TO" for child in tree.children(at, "aux"))


def _purpose(annotated: AnnotatedDocument, at: int, head: Token) -> Judgement:
    """An infinitive of purpose: the deed lies ahead of the clause above."""
    return Judgement(Modality.PLANNED, at)


def _under_verb(annotated: AnnotatedDocument, token: Token, head: Token) -> Judgement | None:
    tree = annotated.parse
    negated = is_negated(tree, head.i)
    if token.dep in ("ccomp", "xcomp", "pcomp", "prep", "dobj", "nsubjpass", "oprd"):
        if token.dep == "xcomp" and head.lemma == "be":  # "is to meet"
            kind: Modality | None = Modality.PLANNED
        elif (
            token.dep == "xcomp" and head.lemma in ("go", "have") and _is_infinitive(tree, token.i)
        ):
            kind = Modality.PLANNED if head.tag == "VBG" else Modality.ASKED_FOR
        else:
            kind = _lookup("verbs", head.lemma)
        if head.lemma == "rule" and not any(c.lower == "out" for c in tree.children(head.i)):
            kind = None
        if (
            token.dep == "prep"
            and head.lemma in ("agree", "call", "ask", "warn")
            and (token.lower not in ("for", "on", "to", "against", "of", "about"))
        ):
            kind = None
        if (
            token.dep == "dobj"
            and kind is Modality.PLANNED
            and head.lemma
            in (
                "announce",
                "convene",
                "prepare",
                "await",
                "invite",
                "design",
            )
            and head.tag == "VBD"
        ):
            kind = Modality.PLANNED if head.lemma != "convene" else None
        if token.dep == "ccomp" and kind is Modality.FEARED and token.tag in ("VBD", "VBN"):
            finite = not any(a.tag == "MD" for a in tree.children(token.i, "aux"))
            kind = None if finite and head.lemma in ("warn", "caution") else kind
        if token.dep == "ccomp" and head.lemma in (
            "announce",
            "agree",
            "decide",
            "insist",
            "claim",
            "tell",
            "convene",
        ):
            kind = None
        if token.dep in ("ccomp", "dobj", "nsubjpass") and head.lemma in ("see", "have", "make"):
            kind = None
        if kind is not None and kind is not H:
            return Judgement(NEGATED[kind] if negated else kind, head.i)
        if negated and token.dep in ("xcomp", "dobj", "ccomp", "nsubjpass"):
            return Judgement(Modality.DENIED, head.i)
        if token.dep in ("dobj", "nsubjpass", "prep", "xcomp"):
            return _time_of(annotated, head)
        return None
    if token.dep == "nsubj" and tree.tokens[token.i].pos in ("NOUN", "PROPN"):
        if head.lemma in _clause_words("occurrence"):
            if negated and head.lemma in ("take", "begin", "start", "happen", "occur", "open"):
                return Judgement(Modality.DENIED, head.i)
            return _time_of(annotated, head)
        return _raising(annotated, head)
    return None


def _raising(annotated: AnnotatedDocument, head: Token) -> Judgement | None:
    """As in "The talks are due to start": the adjective or verb that carries the plan."""
    for child in annotated.parse.children(head.i, "xcomp"):
        if child.lemma in _clause_words("occurrence"):
            return _combine(_own(annotated, head.i), Judgement(Modality.PLANNED, head.i))
    return None


def _time_of(annotated: AnnotatedDocument, head: Token) -> Judgement | None:
    """The governing verb's own auxiliaries and tense: "talks will be held"."""
    own = _own_of_verb(annotated, head)
    return None if own.modality is H else own


def _under_noun(tree: Parse, token: Token, head: Token) -> Judgement | None:
    if token.dep == "relcl":
        return None
    kind = _lookup("nouns", head.lemma)
    if kind is None:
        return None
    if token.dep == "prep" and token.lower not in (
        "of",
        "for",
        "to",
        "on",
        "about",
        "over",
        "against",
    ):
        return None
    if is_negated(tree, head.i) or (head.dep in ("dobj", "attr") and is_negated(tree, head.head)):
        return Judgement(NEGATED[kind], head.i)
    return Judgement(kind, head.i)


def _under_preposition(tree: Parse, head: Token) -> Judgement | None:
    """As in "Ahead of the talks", "before the summit", "without a meeting"."""
    if head.lower in _clause_words("without"):
        return Judgement(Modality.DENIED, head.i) if head.lower == "without" else None
    above = tree.tokens[head.head]
    joined = f"{above.lower} {head.lower}" if above.i + 1 == head.i else head.lower
    if head.lower in _clause_words("ahead") or joined in _clause_words("ahead_phrases"):
        return Judgement(Modality.PLANNED, head.i)
    return None


def subject_of(tree: Parse, i: int) -> int | None:
    """The logical subject, for rules that need it beside the modality."""
    return logical_subject(tree, i)
