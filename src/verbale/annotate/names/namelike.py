"""
Namelike: which tokens may be part of a name, whatever stands around them.

A capital tells it, except where a sentence begins: there the rest of the page does.
"""

from __future__ import annotations

import re

from verbale.annotate.names.joined import is_in_headline
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import is_given_name, not_actors, people_words
from verbale.model.parse import Parse, Sentence, Token

# Ends of nouns that need no article.
COMMON_ENDS = ("tion", "sion", "ness", "ment", "ship", "ism", "ence", "ance", "body", "one", "hood")
LONGEST_LETTERS = 8
# Which party, and for where: what American papers put in brackets behind a lawmaker.
AFFILIATED = re.compile(r"^(?:R|D|I|DFL)(?:-\w[\w.]*)?$")


def is_namelike(tree: Parse, i: int, sentence: Sentence) -> bool:
    """Tell whether a token may be part of a name."""
    token = tree.tokens[i]
    if not token.text[:1].isupper() or not token.text[:1].isalpha():
        return False
    if AFFILIATED.match(token.text) and i > sentence.first and tree.tokens[i - 1].text == "(":
        return False  # "Senator Ana Vella (D-Ohio)"
    if token.entity == "DATE" and token.lower in not_actors():
        return False  # "on Friday Local 12 left"
    if i == sentence.first and _opens_phrase(tree, token):
        return False
    if token.pos == "PROPN":
        return True
    if _is_acronym(tree, token, sentence) or _opens_apposition(tree, token, sentence):
        return True
    if i == sentence.first and not is_given_name(token.text):
        if token.pos in ("NOUN", "ADJ", "VERB") and _is_known(tree, token):
            return True
        return token.entity == "PERSON" or _bare_sayer(tree, token)
    return (
        token.entity in ("PERSON", "ORG")
        or is_given_name(token.text)
        or (token.pos in ("NOUN", "ADJ") and token.text.lower() in people_words("bodies"))
        or (token.pos in ("NOUN", "ADJ") and token.text.lower() in people_words("modifiers"))
    )


def _opens_apposition(tree: Parse, token: Token, sentence: Sentence) -> bool:
    """Tell whether a common word is a given name behind a comma: "its head, *Lone* Berg, said"."""
    if token.i - 1 < sentence.first or token.i + 2 >= sentence.last:
        return False
    following, closing = tree.tokens[token.i + 1], tree.tokens[token.i + 2]
    return (
        tree.tokens[token.i - 1].text == ","
        and token.pos in ("ADJ", "NOUN", "ADV")
        and following.pos == "PROPN"
        and following.text[:1].isupper()
        and closing.text == ","
        and token.lower not in people_words("modifiers")
        and office_head(token.lower) is None
    )


def _is_known(tree: Parse, token: Token) -> bool:
    """Tell whether a word that opens a sentence is a name elsewhere, and never a common word."""
    others = [other for other in tree.with_form({token.lower}) if other.i != token.i]
    return any(
        other.text == token.text
        and other.pos == "PROPN"
        and other.i != tree.sentence_of(other.i).first
        and not is_in_headline(tree, other)
        for other in others
    ) and not any(other.text.islower() for other in others)


def _opens_phrase(tree: Parse, token: Token) -> bool:
    """Tell whether a word has a capital only because it comes first: "*Tram* drivers left"."""
    following = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
    return (
        following is not None
        and token.dep in ("compound", "amod", "nmod")
        and token.head == following.i
        and following.pos == "NOUN"
        and following.text.islower()
        and not token.text.isupper()
        and any(other.text.islower() for other in tree.with_form({token.lower}))
    )


def _is_acronym(tree: Parse, token: Token, sentence: Sentence) -> bool:
    """Tell whether letters in capitals are a body's, whatever the model takes them for."""
    letters = token.text
    if not (letters.isupper() and letters.isalpha() and 3 <= len(letters) <= LONGEST_LETTERS):
        return False
    if token.pos not in ("NOUN", "ADJ", "X", "ADV", "VERB") or token.lower in not_actors():
        return False
    around = tree.tokens[max(sentence.first, token.i - 2) : min(sentence.last, token.i + 3)]
    return not any(t.text.isupper() and len(t.text) > 1 and t.i != token.i for t in around)


def _bare_sayer(tree: Parse, token: Token) -> bool:
    """
    Tell whether a noun that says something without any article is a surname: "Keller said".
    """
    if token.tag != "NN" or token.dep != "nsubj" or tree.edges(token.i) != (token.i, token.i):
        return False
    word = token.lower
    known = people_words("bodies", "groups", "party_bodies", "party_nouns", "matters", "modifiers")
    common = word in known or office_head(word) is not None or word.endswith(COMMON_ENDS)
    return not common and tree.head(token.i).lemma in people_words("saying")
