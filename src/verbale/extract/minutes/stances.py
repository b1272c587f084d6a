"""
Stances: which words of minutes are predicates of their own.
"""

from __future__ import annotations

from verbale.extract.minutes.siding import joining
from verbale.lexicon import words
from verbale.model.parse import Parse, Sentence, Token

PACKAGE = "verbale.extract"
NOT_BEFORE = ("that", "which", "who", "of", "been", "be", "was", "were", "is", "are", "the", "as")


def predicates(tree: Parse, sentence: Sentence) -> list[Token]:
    """The verbs of stance of a sentence, in order; by their words where the tree is torn."""
    verbs = {i for i in range(sentence.first, sentence.last) if _is_predicate(tree, tree.tokens[i])}
    verbs.update(_torn(tree, sentence, verbs))
    return [tree.tokens[i] for i in sorted(verbs)]


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
            return token.i < tree.head(token.i).i or is_absolute(tree, token)
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
        if not is_stance(token) or after.lower in ("by", ",", ".") or before.lower in NOT_BEFORE:
            continue
        if token.tag == "VBG":
            if is_absolute(tree, token):
                found.append(token.i)
            continue
        joined = before.lower in ("and", "but") or (before.text == "," and joining(tree, token))
        if (joined and (known or found)) or (not leading and not found and before.text == ","):
            found.append(token.i)
    return found


def is_stance(token: Token) -> bool:
    """Tell whether a word is a form of a verb of stance, however it was lemmatised."""
    stances = words(PACKAGE, "stances", "verbs")
    word = token.lower
    if token.lemma in stances:
        return True
    stems = {word.removesuffix("ed"), word.removesuffix("d"), word.removesuffix("red")}
    return word.endswith("ed") and not stances.isdisjoint(stems)


def is_absolute(tree: Parse, token: Token) -> bool:
    """Tell whether "…, with Arden stating that …" has its own subject."""
    subject = tree.child(token.i, "nsubj")
    if subject is None:
        return False
    start = tree.edges(subject.i)[0]
    return start > 0 and tree.tokens[start - 1].lower == "with"


def is_bare_opposition(tree: Parse, verb: Token, sentence: Sentence) -> bool:
    """Tell whether "…, while C opposed" ends the sentence with no object."""
    if verb.lemma not in words(PACKAGE, "stances", "opposing") or tree.child(verb.i, "dobj"):
        return False
    rest = tree.tokens[verb.i + 1 : sentence.last]
    return all(token.pos == "PUNCT" for token in rest)


def start_of_clause(tree: Parse, verb: Token, sentence: Sentence) -> int:
    """The first token of the clause that verb `verb` ends."""
    at = verb.i - 1
    while at > sentence.first and tree.tokens[at].lower not in ("while", "whereas", ";", "but"):
        at -= 1
    return at + 1 if at > sentence.first else sentence.first
