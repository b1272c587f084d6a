"""
Displaced: objects and subjects that the parser hung on the phrase that parts them from the verb.

Agencies put a day, a place or an aside before a long object: "Brum handed to Arden on Friday
*a draft treaty*", "proposes, in place of the levy, *a joint fund*". A small parser reads the
object as one more name of the day, or of Arden. And "a day after *the union and the teachers*
gave it a week" leaves "gave" without a subject, as if the day came after the union. Both are
set right where the verb would else want what such a verb never goes without. "The League (SL)
and the union signed" has two subjects for one verb: they are joined.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace as altered

from verbale.lexicon import words
from verbale.model.parse import Parse, Sentence, Token

TIMES = ("DATE", "TIME")
NAMED = ("PERSON", "ORG", "GPE", "NORP")
# What an object begins with; a bare noun behind a name may be anything.
OPENING = ("DT", "PRP$", "CD")
# What a verb has where nothing is wanting.
COMPLETE = ("dobj", "ccomp", "xcomp", "oprd", "attr", "auxpass", "nsubjpass", "acomp")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
WHEN = frozenset({"after", "before", "since", "until", "till"})
FINITE = ("VBD", "VBZ", "VBP")
# Words of a subject, at most.
LONGEST = 10
HELPERS = frozenset({"has", "have", "had", "will", "would", "is", "are", "was", "were"})


def replaced(tree: Parse) -> Iterator[Token]:
    """The tokens that hang elsewhere, as they ought to hang."""
    for verb in tree.with_lemma(words("verbale.annotate", "mending", "taking")):
        thing = _parted(tree, verb)
        if thing is not None:
            yield altered(thing, head=verb.i, dep="dobj")
    for when in tree.with_form(WHEN):
        yield from _subject_behind(tree, when)
    for sentence in tree.sentences:
        yield from _subject_of_root(tree, sentence)
    for helper in tree.with_form(HELPERS):
        yield from _subject_of_helper(tree, helper)
    for joint in tree.with_form({"and"}):
        second = _second_subject(tree, joint)
        if second is not None:
            yield altered(second, head=joint.head, dep="conj")


def _parted(tree: Parse, verb: Token) -> Token | None:
    """The object behind the phrases that follow a verb, where the verb has none."""
    after = tree.tokens[min(verb.i + 1, len(tree.tokens) - 1)]
    if verb.pos != "VERB" or after.sentence != verb.sentence or after.pos in ("DET", "NOUN"):
        return None
    if tree.child(verb.i, *COMPLETE) is not None or verb.dep in ("relcl", "acl", "amod"):
        return None
    if verb.tag == "VBN" and not _is_finite(tree, verb):
        return None
    aside = after.text == ","
    for prep in tree.children(verb.i, "prep"):
        nouns = [noun for noun in tree.children(prep.i, "pobj") if prep.i > verb.i]
        if len(nouns) > 1 and _can_open(tree, nouns[1], comma=False):
            return nouns[1]
        for noun in nouns:
            below = (tree.tokens[i] for i in tree.subtree(noun.i))
            for other in below:
                if other.dep == "appos" and _can_open(tree, other, comma=aside):
                    return other
    for noun in tree.children(verb.i, "npadvmod"):
        if noun.i > verb.i and _can_open(tree, noun, comma=True):
            return noun
    return None


def _is_finite(tree: Parse, verb: Token) -> bool:
    """Whether a participle is told with "has", and so is not what was done to something."""
    return any(aux.lemma == "have" for aux in tree.children(verb.i, "aux"))


def _can_open(tree: Parse, noun: Token, *, comma: bool) -> bool:
    """
    Whether a noun may be an object there, behind a name or, where one may stand, a comma.
    """
    if noun.pos != "NOUN" or noun.entity in (*TIMES, *NAMED):
        return False
    at = tree.edges(noun.i)[0]
    first = tree.tokens[at + 1 if tree.tokens[at].text == "," else at]
    before = tree.tokens[first.i - 1]
    if first.tag not in OPENING or first.i == noun.i:
        return False
    if before.text != ",":
        return before.pos in ("NOUN", "PROPN", "NUM")
    behind = tree.edges(noun.i)[1] + 1
    ends = behind >= len(tree.tokens) or tree.tokens[behind].text in (".", ";", "”", '"')
    return comma and ends


def _subject_behind(tree: Parse, when: Token) -> Iterator[Token]:
    """
    Who stands between "after" and a verb: "after *the union* gave it", "after *the union* and
    the nurses gave it", where the nurses alone were taken for the subject.
    """
    noun = tree.child(when.i, "pobj")
    if noun is None:
        return
    last = tree.edges(noun.i)[1]
    joint = next((each for each in tree.tokens[last : last + 2] if each.lower == "and"), None)
    if joint is not None:
        second = _subject_from(tree, joint.i + 1)
        if second is not None and second.i > noun.i:
            verb = tree.head(second.i)
            yield from _told_behind(tree, when, noun, verb)
            yield altered(second, head=noun.i, dep="conj")
            yield altered(joint, head=noun.i)
        return
    verb = next((each for each in tree.tokens[last + 1 : last + 4] if each.pos != "ADV"), when)
    if verb.tag not in FINITE or verb.dep != "advcl" or verb.pos != "VERB":
        return
    if tree.child(verb.i, *SUBJECTS) is None and when.head in _near(tree, verb):
        yield from _told_behind(tree, when, noun, verb)


def _subject_from(tree: Parse, first: int) -> Token | None:
    """The subject of a finite verb whose phrase begins at a token."""
    for token in tree.tokens[first : first + LONGEST]:
        if token.dep in SUBJECTS and tree.edges(token.i)[0] == first:
            verb = tree.head(token.i)
            clause = verb.dep in ("advcl", "conj") and verb.tag in FINITE
            return token if clause and verb.i > token.i else None
    return None


def _told_behind(tree: Parse, when: Token, noun: Token, verb: Token) -> Iterator[Token]:
    """The clause behind "after", with its subject."""
    yield altered(noun, head=verb.i, dep="nsubj")
    yield altered(when, head=verb.i, dep="mark")
    if verb.dep == "conj":
        yield altered(verb, dep="advcl")


def _subject_of_root(tree: Parse, sentence: Sentence) -> Iterator[Token]:
    """
    Who stands behind the phrase that a sentence opens with, read as one more name of its last
    noun: "At a rally with thousands of members *the union's leader*, Ana Brun, refused".
    """
    root, first = tree.tokens[sentence.root], tree.tokens[sentence.first]
    if root.tag not in FINITE or first.dep != "prep" or first.head != root.i:
        return
    if tree.child(root.i, *SUBJECTS, "ccomp") is not None:
        return
    for i in tree.subtree(first.i):
        other = tree.tokens[i]
        opening = tree.tokens[tree.edges(i)[0]]
        before = tree.tokens[opening.i - 1]
        if other.dep != "appos" or opening.tag not in OPENING or opening.i == i:
            continue
        if before.pos in ("NOUN", "PROPN"):
            yield altered(other, head=root.i, dep="nsubj")
            for name in tree.children(other.head, "appos"):
                if name.i > i:
                    yield altered(name, head=i)
            return


def read_as_adjective(tree: Parse, sentence: Sentence) -> Token | None:
    """
    The verb of a sentence read as what its object is: "the union on Monday *handed* rail firm",
    or as what is said of it: "*rejected* on Friday, after a night of talks, the offer".
    """
    root = tree.tokens[sentence.root]
    if root.pos not in ("NOUN", "PROPN") or tree.child(root.i, *SUBJECTS, "cop") is not None:
        return None
    for token in tree.children(root.i, "ccomp"):
        listed = token.lemma in words("verbale.annotate", "mending", "taking")
        whole = tree.child(token.i, "nsubj") and not tree.child(token.i, *COMPLETE)
        article = tree.child(root.i, "det", "poss")
        parted = article is not None and tree.tokens[article.i - 1].text == ","
        if token.i < root.i and token.tag in FINITE and listed and whole and parted:
            return token
    for token in tree.tokens[sentence.first : root.i]:
        if token.tag == "VBD" and token.dep == "amod" and tree.child(token.i, "nsubj") is not None:
            return token
    return None


def turned_round(tree: Parse, sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The tokens that change where such a verb becomes the root, and the root its object."""
    root = tree.tokens[sentence.root]
    thing = next((each for each in tree.children(root.i, "appos") if each.i > root.i), None)
    given = thing is not None and tree.tokens[tree.edges(thing.i)[0]].tag in OPENING
    yield altered(verb, head=verb.i, dep="ROOT")
    yield altered(root, head=verb.i, dep="dative" if given else "dobj")
    for child in tree.children(root.i):
        if child.i == verb.i:
            continue
        if given and thing is not None and child.i == thing.i:
            yield altered(child, head=verb.i, dep="dobj")
        elif child.pos == "VERB" or (child.dep == "punct" and child.i > root.i):
            yield altered(child, head=verb.i)


def _subject_of_helper(tree: Parse, helper: Token) -> Iterator[Token]:
    """The subject that an aside parts from its verb: "*Brum* has, the aide said, accepted"."""
    after = tree.tokens[min(helper.i + 1, len(tree.tokens) - 1)]
    if after.text != "," or helper.dep not in ("aux", "auxpass"):
        return
    if tree.child(helper.head, *SUBJECTS) is None:
        for subject in tree.children(helper.i, *SUBJECTS):
            yield altered(subject, head=helper.head)


def _near(tree: Parse, verb: Token) -> set[int]:
    """The verb, what it hangs on, and what counts its "after": "a day after …"."""
    counted = (child.i for child in tree.children(verb.i, "npadvmod", "advmod"))
    return {verb.i, verb.head, *counted}


def _second_subject(tree: Parse, joint: Token) -> Token | None:
    """The second of two subjects that "and" joins, hung on the verb beside the first."""
    first = tree.head(joint.i)
    if first.dep not in SUBJECTS or joint.dep != "cc" or tree.child(first.i, "conj") is not None:
        return None
    for other in tree.children(first.head, *SUBJECTS):
        if other.i > joint.i and tree.edges(other.i)[0] == joint.i + 1:
            return other
    return None
