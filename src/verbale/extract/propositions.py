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
NOT_BEFORE = ("that", "which", "who", "of", "been", "be", "was", "were", "is", "are", "the", "as")
JOINTS = (",", "and", "/", "&", "or", "both", "the", "The", "also", "with", "(", ")", "an", "a")


def propositions(annotated: AnnotatedDocument) -> Iterator[Proposition]:
    """Find every party's stand in every sentence."""
    for sentence in annotated.parse.sentences:
        yield from _of_sentence(annotated.parse, sentence)
        yield from _of_nouns(annotated.parse, sentence)


def _of_sentence(tree: Parse, sentence: Sentence) -> Iterator[Proposition]:
    verbs = _predicates(tree, sentence)
    # "Announced that it has withdrawn …": the outer verb only lends its actors.
    outer = {verb.head for verb in verbs if verb.dep == "ccomp" and verb.head < verb.i}
    last: list[Proposition] = []
    before: list[tuple[Span, bool]] = []
    for verb in verbs:
        if _is_bare_opposition(tree, verb, sentence) and last:
            for actor, _ in _actors_between(tree, _start_of_clause(tree, verb, sentence), verb.i):
                yield Proposition(actor, last[0].predicate, last[0].point, opposed=True)
            continue
        found = _actors(tree, verb, sentence)
        if not found and (verb.dep in ("conj", "ccomp") or before):
            found = before + _joining(tree, verb)
        if not found:
            continue
        before = found
        if verb.i in outer:
            continue
        point, behind = _point(tree, verb, verbs, sentence)
        negated = is_negated(tree, verb.i)
        predicate = tree.span(verb.i, verb.i)
        last = [
            Proposition(actor, predicate, point, opposed=opposed != negated)
            for actor, opposed in [*found, *behind]
        ]
        yield from last


def _of_nouns(tree: Parse, sentence: Sentence) -> Iterator[Proposition]:
    """Stances told by a noun: "Arden's proposal to …", "a request from Brum for …"."""
    nouns = words(PACKAGE, "stances", "nouns")
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.lemma not in nouns or token.pos != "NOUN":
            continue
        owners: list[tuple[Span, bool]] = []
        first = token.i + 1
        for child in tree.children(token.i, "poss", "compound", "nmod"):
            if child.i < token.i and (child.dep == "poss" or child.pos == "PROPN"):
                low, high = tree.edges(child.i)
                if tree.tokens[high].lower in ("'s", "’s", "'", "’"):
                    high -= 1
                owners.extend(_actors_between(tree, low, high + 1))
        for prep in tree.children(token.i, "prep"):
            giver = tree.child(prep.i, "pobj")
            if prep.lower in ("by", "from") and giver is not None:
                last = _end_of_name(tree, giver)
                owners.extend(_actors_between(tree, prep.i + 1, last + 1))
                first = max(first, last + 1) if prep.i == token.i + 1 else first
        end = min(tree.edges(token.i)[1] + 1, sentence.last)
        if not owners or end <= first:
            continue
        point, predicate = tree.span(first, end - 1), tree.span(token.i, token.i)
        for actor, _ in owners:
            yield Proposition(actor, predicate, point)


def _end_of_name(tree: Parse, giver: Token) -> int:
    """The last word of a name or list of names, before what is hung on it."""
    last = giver.i
    for child in tree.children(giver.i, "conj"):
        if child.pos == "PROPN":
            last = max(last, _end_of_name(tree, child))
    return last


def _predicates(tree: Parse, sentence: Sentence) -> list[Token]:
    """The verbs of stance of a sentence, in order; by their words where the tree is torn."""
    verbs = {i for i in range(sentence.first, sentence.last) if _is_predicate(tree, tree.tokens[i])}
    verbs.update(_torn(tree, sentence, verbs))
    return [tree.tokens[i] for i in sorted(verbs)]


def _joining(tree: Parse, verb: Token) -> list[tuple[Span, bool]]:
    """Who joins for the second predicate only: "proposed X and, with Arden, opposed Y"."""
    at = verb.i - 1
    while at > 0 and verb.i - at < 12 and tree.tokens[at].lower not in ("and", "but"):
        at -= 1
    lead = tree.tokens[at + 1 : at + 3]
    if at > 0 and [token.lower for token in lead] == [",", "with"]:
        return _actors_between(tree, at + 3, verb.i)
    return []


def _is_predicate(tree: Parse, token: Token) -> bool:
    """A verb of saying or stance that leads a clause of its own, or a leading participle."""
    if token.pos != "VERB" or token.lemma not in words(PACKAGE, "stances", "verbs"):
        return False
    following = tree.tokens[token.i + 1].lower if token.i + 1 < len(tree.tokens) else ""
    if token.tag == "VBN" and following == "by" and not tree.child(token.i, "auxpass"):
        return False
    if token.dep in ("ROOT", "conj", "ccomp", "dep", "parataxis"):
        inside = token.dep == "ccomp" and tree.head(token.i).i < token.i
        return not inside or _says_itself(tree, token)
    if token.dep == "advcl":
        if token.tag == "VBG":
            return token.i < tree.head(token.i).i or _is_absolute(tree, token)
        return tree.child(token.i, "nsubj") is not None
    return token.dep == "relcl" and token.tag in ("VBD", "VBZ")


def _says_itself(tree: Parse, token: Token) -> bool:
    """Tell whether a reported clause is the act: "announced that it has withdrawn …"."""
    subject = tree.child(token.i, "nsubj")
    acting = token.lemma in words(PACKAGE, "stances", "acting")
    able = any(aux.tag == "MD" for aux in tree.children(token.i, "aux"))
    return acting and not able and subject is not None and subject.pos == "PRON"


def _torn(tree: Parse, sentence: Sentence, known: set[int]) -> list[int]:
    """Finite verbs of stance the parser took for something else, by their place."""
    found = []
    leading = any(tree.tokens[i].tag != "VBG" and not tree.child(i, "mark") for i in sorted(known))
    for token in tree.tokens[sentence.first + 1 : sentence.last - 1]:
        if token.i in known or token.tag not in ("VBD", "VBZ", "VBN", "JJ", "VBG"):
            continue
        before, after = tree.tokens[token.i - 1], tree.tokens[token.i + 1]
        if not _is_stance(token) or after.lower in ("by", ",", ".") or before.lower in NOT_BEFORE:
            continue
        if token.tag == "VBG":
            if _is_absolute(tree, token):
                found.append(token.i)
            continue
        joined = before.lower in ("and", "but") or (before.text == "," and _joining(tree, token))
        if (joined and (known or found)) or (not leading and not found and before.text == ","):
            found.append(token.i)
    return found


def _is_stance(token: Token) -> bool:
    """Tell whether a word is a form of a verb of stance, however it was lemmatised."""
    stances = words(PACKAGE, "stances", "verbs")
    word = token.lower
    if token.lemma in stances:
        return True
    stems = {word.removesuffix("ed"), word.removesuffix("d"), word.removesuffix("red")}
    return word.endswith("ed") and not stances.isdisjoint(stems)


def _is_absolute(tree: Parse, token: Token) -> bool:
    """Tell whether "…, with Arden stating that …" has its own subject."""
    subject = tree.child(token.i, "nsubj")
    if subject is None:
        return False
    start = tree.edges(subject.i)[0]
    return start > 0 and tree.tokens[start - 1].lower == "with"


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


def _point(
    tree: Parse, verb: Token, verbs: list[Token], sentence: Sentence
) -> tuple[Span | None, list[tuple[Span, bool]]]:
    """What the predicate is about, and who is told to side or not behind it."""
    if tree.child(verb.i, "auxpass") and tree.child(verb.i, "nsubjpass"):
        subject = tree.child(verb.i, "nsubjpass")
        span = tree.subtree_span(subject.i) if subject is not None else None
        first, behind = _siding(tree, verb.i + 2, sentence.last)
        return span, behind
    first = verb.i + 1
    end = sentence.last
    for other in verbs:
        if other.i <= verb.i:
            continue
        if _is_bare_opposition(tree, other, sentence):
            end = min(end, _start_of_clause(tree, other, sentence) - 1)
        elif _is_absolute(tree, other) or other.dep == "relcl" or other.dep != "ccomp":
            end = min(end, _cut(tree, other, verb))
    end = min(end, _trailing(tree, verb, end))
    end, behind = _siding(tree, first, end)
    if verb.dep == "advcl" and verb.i < tree.head(verb.i).i:
        end = min(end, tree.edges(verb.i)[1] + 1)
    while first < end and tree.tokens[first].text == ",":
        first += 1
    while end > first and (
        tree.tokens[end - 1].text in (",", ";")
        or tree.tokens[end - 1].lower in ("and", "but", "while", "with")
    ):
        end -= 1
    return (tree.span(first, end - 1) if end > first else None), behind


def _trailing(tree: Parse, verb: Token, end: int) -> int:
    """Where a trailing ", stating that …" begins."""
    for token in tree.tokens[verb.i + 2 : end]:
        if (
            token.tag == "VBG"
            and _is_stance(token)
            and tree.tokens[token.i - 1].text == ","
            and token.head == verb.i
        ):
            return token.i - 1
    return end


def _siding(tree: Parse, first: int, end: int) -> tuple[int, list[tuple[Span, bool]]]:
    """Where ", opposed by Arden and Brum" begins behind a point, and whom it names."""
    sides = words(PACKAGE, "stances", "against") | words(PACKAGE, "stances", "towards")
    for i in range(first, end - 1):
        token = tree.tokens[i]
        passive = tree.child(i, "auxpass", "aux", "neg") is not None
        if token.lower in sides and tree.tokens[i + 1].lower == "by" and not passive:
            named = _actors_between(tree, i, min(i + 6, end))
            if not named:
                continue
            stop = next(
                (
                    j
                    for j in range(i + 2, end)
                    if tree.tokens[j].lower in ("who", "which", "that", "while", ".")
                ),
                end,
            )
            at = i
            while at > first and tree.tokens[at - 1].lower in (",", "and", "but"):
                at -= 1
            return at, _actors_between(tree, i, stop)
    return end, []


def _cut(tree: Parse, other: Token, verb: Token) -> int:
    """Where the point ends before a joined predicate: at its conjunction."""
    at = other.i - 1
    while at > verb.i and tree.tokens[at].lower not in ("and", "but", "while", ",", ";"):
        at -= 1
    return at if at > verb.i else other.i
