"""
Negation: whether a word stands under "not", "never", "no", "neither … nor".
"""

from __future__ import annotations

from verbale.extract.modality.wording import clause_words
from verbale.model.parse import Parse, Token


def is_negated(tree: Parse, i: int) -> bool:
    """Tell whether the word `i` stands under a negation of its own clause."""
    negations = clause_words("negations")
    determiners = clause_words("negative_determiners")
    for child in tree.children(i):
        if child.lower == "no" and tree.tokens[i].lemma in ("say", "answer", "vote"):
            continue  # "said no to": a refusal told as made
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


def is_going_to(tree: Parse, token: Token) -> bool:
    """Tell whether it is what somebody is, or is not, going to do: "are not going to talk"."""
    head = tree.head(token.i)
    led = token.dep in ("xcomp", "ccomp") and head.lower == "going" and head.i < token.i
    return led and any(aux.lemma == "be" for aux in tree.children(head.i, "aux"))


def _only(tree: Parse, negation: Token) -> bool:
    """Tell whether the negation is of "not only", which denies nothing."""
    following = tree.tokens[negation.i + 1] if negation.i + 1 < len(tree.tokens) else None
    return following is not None and following.lower in ("only", "just", "merely", "simply")


def _negative_noun(tree: Parse, i: int) -> bool:
    determiners = clause_words("negative_determiners")
    return any(
        child.lower in determiners and child.dep in ("det", "neg", "preconj")
        for child in tree.children(i)
    )
