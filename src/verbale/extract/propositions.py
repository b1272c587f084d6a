"""
Propositions: minutes taken apart into party, predicate and point.

Minutes tell several stands in one sentence: "A, supported by B and opposed by C,
proposed …" holds three. The list before the predicate is read from the words, since
parsers tear lists of names in capitals; the predicates come from the tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.extract.clauses import logical_subject
from verbale.extract.negation import is_negated
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Sentence, Token
from verbale.model.proposition import Proposition
from verbale.model.span import Span

PACKAGE = "verbale.extract"
JOINTS = (",", "and", "/", "&", "or", "both", "the", "The", "also", "with", "(", ")", "an", "a")


def propositions(annotated: AnnotatedDocument) -> Iterator[Proposition]:
    """Find every party's stand in every sentence."""
    for sentence in annotated.parse.sentences:
        yield from _of_sentence(annotated.parse, sentence)


def _of_sentence(tree: Parse, sentence: Sentence) -> Iterator[Proposition]:
    verbs = [
        tree.tokens[i]
        for i in range(sentence.first, sentence.last)
        if _is_predicate(tree, tree.tokens[i])
    ]
    if not any(_start_of_clause(tree, verb, sentence) == sentence.first for verb in verbs):
        verbs = sorted({*_torn(tree, sentence), *(verb.i for verb in verbs)})
        verbs = [tree.tokens[i] for i in verbs]
    inner = {verb.head for verb in verbs if verb.dep == "ccomp" and verb.head < verb.i}
    verbs = [verb for verb in verbs if verb.i not in inner]
    last: list[Proposition] = []
    before: list[tuple[Span, bool]] = []
    for verb in verbs:
        if _is_bare_opposition(tree, verb, sentence) and last:
            point = last[0].point
            for actor, _ in _actors_between(tree, _start_of_clause(tree, verb, sentence), verb.i):
                yield Proposition(actor, last[0].predicate, point, opposed=True)
            continue
        found = _actors(tree, verb, sentence)
        if not found and verb.dep in ("conj", "ccomp"):
            found = before
        if not found:
            continue
        before = found
        point = _point(tree, verb, verbs, sentence)
        negated = is_negated(tree, verb.i)
        predicate = tree.span(verb.i, verb.i)
        last = [
            Proposition(actor, predicate, point, opposed=opposed != negated)
            for actor, opposed in found
        ]
        yield from last


def _is_predicate(tree: Parse, token: Token) -> bool:
    """A verb of saying or stance that leads a clause of its own, or a leading participle."""
    if token.pos != "VERB" or token.lemma not in words(PACKAGE, "stances", "verbs"):
        return False
    if token.dep in ("ROOT", "conj", "ccomp", "dep", "parataxis"):
        inside = token.dep == "ccomp" and tree.head(token.i).i < token.i
        return not inside or _says_itself(tree, token)
    if token.dep == "advcl":
        return token.tag == "VBG" or tree.child(token.i, "nsubj") is not None
    return token.dep == "relcl" and token.tag in ("VBD", "VBZ")


def _says_itself(tree: Parse, token: Token) -> bool:
    """Tell whether a reported clause is the act: "announced that it has withdrawn …"."""
    subject = tree.child(token.i, "nsubj")
    acting = token.lemma in words(PACKAGE, "stances", "acting")
    able = any(aux.tag == "MD" for aux in tree.children(token.i, "aux"))
    return acting and not able and subject is not None and subject.pos == "PRON"


def _torn(tree: Parse, sentence: Sentence) -> list[int]:
    """The first finite verb of stance, from the words alone, where the tree has none."""
    stances = words(PACKAGE, "stances", "verbs")
    for token in tree.tokens[sentence.first + 1 : sentence.last - 1]:
        following = tree.tokens[token.i + 1].lower
        if (
            token.lemma in stances
            and token.tag in ("VBD", "VBZ", "VBN")
            and following not in ("by", ",")
            and tree.tokens[token.i - 1].lower not in ("that", "which", "who", "of", "been", "be")
        ):
            return [token.i]
    return []


def _is_bare_opposition(tree: Parse, verb: Token, sentence: Sentence) -> bool:
    """Tell whether "…, while C opposed" ends the sentence with no object."""
    if verb.lemma not in words(PACKAGE, "stances", "opposing") or tree.child(verb.i, "dobj"):
        return False
    rest = tree.tokens[verb.i + 1 : sentence.last]
    return all(token.pos == "PUNCT" for token in rest)


def _start_of_clause(tree: Parse, verb: Token, sentence: Sentence) -> int:
    at = verb.i - 1
    while at > sentence.first and tree.tokens[at].lower not in ("while", "whereas", ";", "but"):
        at -= 1
    return at + 1 if at > sentence.first else sentence.first


def _actors(tree: Parse, verb: Token, sentence: Sentence) -> list[tuple[Span, bool]]:
    """Who stands behind a predicate; True for those who stand against it."""
    agent = tree.child(verb.i, "agent")
    if agent is not None and tree.child(verb.i, "auxpass"):
        first = agent.i + 1
        last = tree.edges(agent.i)[1]
        end = next(
            (i for i in range(first, last + 1) if tree.tokens[i].lower in ("who", "which", "that")),
            last + 1,
        )
        return _actors_between(tree, first, end)
    if verb.dep == "relcl":
        head = verb.head
        return _actors_between(tree, tree.edges(head)[0], head + 1)
    if verb.dep == "advcl" and verb.tag == "VBG" and verb.i < tree.head(verb.i).i:
        main = tree.head(verb.i)
        return _actors(tree, main, sentence) if main.dep != "advcl" else []
    subject = tree.child(verb.i, "nsubj", "nsubjpass")
    if subject is None and verb.dep not in ("conj", "ccomp", "ROOT", "advcl"):
        return _actors_between(tree, sentence.first, verb.i)
    if subject is None:
        controller = logical_subject(tree, verb.i)
        if verb.dep in ("conj", "ccomp") or controller is None:
            return []
        subject = tree.tokens[controller]
    if subject.pos == "PRON":
        return []
    first = min(tree.edges(subject.i)[0], subject.i)
    opening = _opening_support(tree, sentence)
    if opening is not None and opening < first:
        first = opening
    return _actors_between(tree, first, _end_of_subject(tree, verb))


def _end_of_subject(tree: Parse, verb: Token) -> int:
    end = verb.i
    for child in tree.children(verb.i, "aux", "neg", "advmod", "auxpass"):
        if child.i < end and child.i > verb.i - 5:
            end = min(end, child.i)
    return end


def _opening_support(tree: Parse, sentence: Sentence) -> int | None:
    """The start of a sentence that opens with "Opposed by C, …"."""
    first = tree.tokens[sentence.first]
    second = tree.tokens[min(sentence.first + 1, sentence.last - 1)]
    return first.i if first.tag == "VBN" and second.lower == "by" else None


def _actors_between(tree: Parse, first: int, end: int) -> list[tuple[Span, bool]]:
    """The names in a stretch of words, each with whether an "opposed by" is before it."""
    found: list[tuple[Span, bool]] = []
    opposed = False
    run: list[int] = []
    against = words(PACKAGE, "stances", "against")
    towards = words(PACKAGE, "stances", "towards")

    def close() -> None:
        names = [i for i in run if tree.tokens[i].text[:1].isupper() or tree.tokens[i].pos == "NUM"]
        if names:
            found.append((tree.span(names[0], names[-1]), opposed))
        run.clear()

    for i in range(first, end):
        token = tree.tokens[i]
        if token.lower in against:
            close()
            opposed = True
        elif token.lower in towards:
            close()
            # "Supported by …" after "opposed by …" turns back; "on behalf of" does not.
            opposed = opposed and token.lower in ("for", "behalf")
        elif token.text in JOINTS or (token.text == "-" and not run):
            if token.text == "and" and _is_inside_name(tree, i, end):
                run.append(i)
                continue
            close()
        elif (
            token.lower in ("by", "on", "of", "group", "many", "others", "some", "several")
            and not run
        ):
            continue
        elif token.pos == "PUNCT" and token.text not in ("-", "–", "'", "’"):
            close()
        else:
            run.append(i)
    close()
    return found


def _is_inside_name(tree: Parse, i: int, end: int) -> bool:
    """Tell whether "and" joins the words of one country's name: "Bosnia and Herzegovina"."""
    if i + 1 >= end or i == 0:
        return False
    joined = f"{tree.tokens[i - 1].lower} and {tree.tokens[i + 1].lower}"
    return joined in words(PACKAGE, "stances", "joined_names")


def _point(tree: Parse, verb: Token, verbs: list[Token], sentence: Sentence) -> Span | None:
    """What the predicate is about: from behind it to the next predicate or the end."""
    if tree.child(verb.i, "auxpass") and tree.child(verb.i, "nsubjpass"):
        subject = tree.child(verb.i, "nsubjpass")
        return tree.subtree_span(subject.i) if subject is not None else None
    first = verb.i + 1
    end = sentence.last
    for other in verbs:
        if other.i <= verb.i:
            continue
        if other.dep == "conj" and other.head == verb.i:
            end = min(end, _cut(tree, other, verb))
        elif other.dep in ("advcl",) and other.head == verb.i and other.tag != "VBG":
            end = min(end, tree.edges(other.i)[0])
    if verb.dep == "advcl" and verb.i < tree.head(verb.i).i:
        end = min(end, tree.edges(verb.i)[1] + 1)
    for other in verbs:
        if other.i > verb.i and _is_bare_opposition(tree, other, sentence):
            end = min(end, _start_of_clause(tree, other, sentence) - 1)
    while first < end and tree.tokens[first].text == ",":
        first += 1
    while end > first and (
        tree.tokens[end - 1].text in (",", ";")
        or tree.tokens[end - 1].lower in ("and", "but", "while")
    ):
        end -= 1
    return tree.span(first, end - 1) if end > first else None


def _cut(tree: Parse, other: Token, verb: Token) -> int:
    """Where the point ends before a joined predicate: at its conjunction."""
    at = other.i - 1
    while at > verb.i and tree.tokens[at].lower not in ("and", "but", "while", ",", ";"):
        at -= 1
    return at if at > verb.i else other.i
