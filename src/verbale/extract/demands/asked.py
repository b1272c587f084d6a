"""
Asked: of whom something is demanded, where the construction itself does not say.

"In a letter to Brum, Arden demanded …" is asked of Brum; so is what Arden asks for
after it "summoned the envoy of Brum and asked". What is demanded has people of its own,
who are asked nothing: "demanded the release of the fishermen from Brum's prison".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verbale.extract.clauses import coordinated
from verbale.extract.matching import Match, is_actor
from verbale.extract.needs import is_for_a_purpose
from verbale.lexicon import terms, words
from verbale.model.act import ActType
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
# Prepositions that may name who is asked, or hang on the thing that is.
OF = ("of", "from")


def asked_of(annotated: AnnotatedDocument, found: Match) -> Match:
    """The match with whom the demand is on, and without those in what is demanded."""
    if found.entry.type is not ActType.DEMAND:
        return found
    kept = tuple(i for i in found.addressees if _is_asked(annotated, i, found))
    if not kept:
        kept = tuple(i for i in _before(annotated, found) if i not in found.actors)
    if not kept:
        kept = tuple(i for i in _owners(annotated, found) if i not in found.actors)
    return replace(found, addressees=kept)


def _is_asked(annotated: AnnotatedDocument, i: int, found: Match) -> bool:
    """Tell whether a noun behind "of" or "from" is asked, and no part of the thing."""
    tree = annotated.parse
    preposition = _led_by(tree, i)
    if tree.tokens[i].dep in ("nsubj", "conj") and _is_given(annotated, i, found):
        return False
    if preposition is None or preposition.lower not in OF or preposition.i < found.trigger:
        return True
    above = tree.head(preposition.i)
    if preposition.lower == "of":
        return above.i == found.trigger
    if above.i == found.trigger:
        return True
    mention = annotated.mention_headed(tree.tokens[i])
    moved = any(
        up.lemma in words(PACKAGE, "light", "leaving") for up in (above, *tree.ancestors(above.i))
    )
    placed = mention is not None and mention.actor_kind is ActorKind.PLACE
    return not moved and not placed and is_actor(annotated, i)


def _is_given(annotated: AnnotatedDocument, i: int, found: Match) -> bool:
    """
    Tell whether the subject of what is wanted is to be given something, or is the thing
    itself: "that Brum be able to vote", "for all parcels to be exempt", "an office to watch it".
    """
    tree = annotated.parse
    for at in found.content:
        clause = tree.tokens[at]
        subject = tree.child(at, "nsubj")
        if subject is None or i not in coordinated(tree, subject.i):
            continue
        state = tree.child(at, "acomp")
        if state is not None and state.lower in words(PACKAGE, "light", "granted"):
            return True
        if clause.lemma in words(PACKAGE, "light", "getting"):
            return True
        named = [i, *(child.i for child in tree.children(i, "appos"))]
        acting = any(is_actor(annotated, each) for each in named)
        return not acting or is_for_a_purpose(tree, clause, subject)
    return False


def _led_by(tree: Parse, i: int) -> Token | None:
    """The preposition a noun stands behind, over a list of nouns."""
    token = tree.tokens[i]
    while token.dep == "conj":
        token = tree.head(token.i)
    above = tree.head(token.i)
    return above if token.dep == "pobj" else None


def _before(annotated: AnnotatedDocument, found: Match) -> Iterator[int]:
    """Who got the letter it stands in, or was summoned and asked."""
    tree = annotated.parse
    token = tree.tokens[found.trigger]
    verb = token if token.pos == "VERB" else tree.head(token.i)
    papers = terms(PACKAGE, "paper_kinds")["papers"]
    for prep in tree.children(verb.i, "prep"):
        letter = tree.child(prep.i, "pobj") if prep.lower in ("in", "by", "with") else None
        if letter is None or letter.lemma not in papers:
            continue
        sent = [letter, *tree.children(letter.i, "acl", "relcl")]
        for each in sent:
            for to in tree.children(each.i, "prep", "dative"):
                named = tree.child(to.i, "pobj") if to.lower == "to" else None
                if named is not None:
                    yield from coordinated(tree, named.i)
    first = tree.head(verb.i)
    if verb.dep == "conj" and first.pos == "VERB" and not tree.child(verb.i, "nsubj"):
        told = tree.child(first.i, "dative") or tree.child(first.i, "dobj")
        if told is not None and told.pos != "ADP" and is_actor(annotated, told.i):
            yield told.i
    given = tree.child(verb.i, "dative") if token.pos == "NOUN" else None
    if given is not None and given.pos != "ADP":
        yield given.i  # "sent Brum a request to …"


def _owners(annotated: AnnotatedDocument, found: Match) -> Iterator[int]:
    """Whose thing it is: "wants Brum's boats to leave", "a withdrawal of Brumish troops"."""
    tree = annotated.parse
    for i in found.content[:1]:
        token = tree.tokens[i]
        subject = (
            tree.child(i, "nsubj", "nsubjpass") if token.pos in ("VERB", "AUX", "ADV") else token
        )
        if subject is None or subject.i <= found.trigger:
            continue
        heads = [subject.i]
        for prep in tree.children(subject.i, "prep"):
            inner = tree.child(prep.i, "pobj") if prep.lower in ("of", "by") else None
            if inner is not None and token.pos == "NOUN":
                heads.append(inner.i)
        for head in heads:
            for child in tree.children(head, "poss", "amod", "compound"):
                if child.i > found.trigger and _is_side(annotated, child):
                    yield child.i


def _is_side(annotated: AnnotatedDocument, token: Token) -> bool:
    mention = annotated.mention_headed(token)
    if mention is None or token.pos == "PRON" or mention.actor_kind is ActorKind.PLACE:
        return False
    acting = (ActorKind.PARTY, ActorKind.ORGANISATION, ActorKind.BLOC)
    return mention.party is not None or mention.actor_kind in acting
