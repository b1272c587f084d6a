"""
Mending: slips of the parser that its own tags betray are set right before any rule reads.

News puts a long apposition between a speaker and the verb ("The ambassador to the
council, Ana Brun, called on …"), and a small parser then makes the speaker the root of the
sentence and hangs the verb below him as if it described him. No sentence told whole has a
noun for its root and its only finite verb below it; where that stands, the verb is made
the root and the noun its subject. "In the paper Arden demands that …" is torn another way:
the verb is read as a plural noun with the name before it as its first part. "Arden has
sent a note, *an aide to the minister* said" leaves "said" without a subject, and "offered
on Monday to lift it" reads what is offered as a purpose. Nothing else of the tree moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from msgspec.structs import replace as altered

from verbale.annotate.displaced import read_as_adjective, replaced, turned_round
from verbale.annotate.parted_tasks import rehung
from verbale.lexicon import words
from verbale.model.parse import Parse, Sentence, Token

NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ")
TIMES = ("DATE", "TIME")
PAST = ("VBD", "VBN")
FINITE = ("VBD", "VBZ", "VBP", "MD")
# What stands before a subject belongs to the verb: "For his part, the envoy assured …".
FRONTED = ("prep", "advmod", "advcl", "npadvmod", "cc")
# Below a noun these hold a clause of their own, whose finite verb is not the sentence's.
CLAUSES = ("relcl", "advcl", "ccomp", "acl", "csubj")
# Words between the verb and the subject of what is asked, at most.
REACH = 4
FULL_STOPS = (".", "!", "?", "”", '"', "’")


def mend(tree: Parse) -> Parse:
    """Set the parser's betrayed slips right; a tree without any is returned as it is."""
    changed: dict[int, Token] = {token.i: token for token in (*replaced(tree), *rehung(tree))}
    roots: dict[int, int] = {}
    for token in tree.with_lemma(words("verbale.annotate", "mending", "undertaking")):
        offered = _undertaken(tree, token)
        if offered is not None:
            changed[offered.i] = offered
    for sentence in tree.sentences:
        torn = _torn(tree, sentence)
        if torn is not None:
            changed.update((token.i, token) for token in torn)
            continue
        teller = _teller(tree, sentence)
        if teller is not None:
            changed[teller.i] = teller
            continue
        verb = read_as_adjective(tree, sentence)
        if verb is not None:
            roots[sentence.i] = verb.i
            changed.update((token.i, token) for token in turned_round(tree, sentence, verb))
            continue
        verb = _misplaced(tree, sentence)
        if verb is not None:
            roots[sentence.i] = verb.i
            changed.update((token.i, token) for token in _turned(tree, sentence, verb))
    if not changed:
        return tree
    return replace(
        tree,
        tokens=tuple(changed.get(token.i, token) for token in tree.tokens),
        sentences=tuple(
            replace(each, root=roots[each.i]) if each.i in roots else each
            for each in tree.sentences
        ),
    )


def _undertaken(tree: Parse, token: Token) -> Token | None:
    """The deed that somebody offers or declines, with only its day between: no purpose."""
    if token.pos != "VERB" or tree.child(token.i, "dobj", "xcomp", "ccomp", "auxpass") is not None:
        return None
    for deed in tree.children(token.i, "advcl"):
        led = any(aux.lower == "to" for aux in tree.children(deed.i, "aux"))
        between = tree.tokens[token.i + 1 : tree.edges(deed.i)[0]]
        timed = any(each.entity in TIMES for each in between)
        if deed.tag == "VB" and led and timed and all(_tells_time(each) for each in between):
            return altered(deed, dep="xcomp")
    return None


def _tells_time(token: Token) -> bool:
    """Whether it is a day, or only leads to one: "on", "late"."""
    return token.entity in TIMES or token.pos in ("ADP", "ADV", "DET")


def _torn(tree: Parse, sentence: Sentence) -> list[Token] | None:
    """
    The tokens that change where a verb was read as a noun, or its subject as part of what
    is fronted: "Arden demands that Brum pay", "in its note Arden demands that Brum pay".
    """
    root = tree.tokens[sentence.root]
    if root.lower not in words("verbale.annotate", "mending", "torn") or root.i == sentence.first:
        return None
    clause = next(
        (
            child
            for child in tree.children(root.i, "relcl", "acl", "ccomp", "advcl")
            if child.i > root.i and _is_asked(tree, root, child)
        ),
        None,
    )
    if clause is None:
        return None
    asked = altered(clause, dep="ccomp" if tree.child(clause.i, "mark") else "xcomp")
    if root.pos == "VERB":
        split = _swallowed(tree, root)
        return [*split, asked] if split else None
    told = tree.child(root.i, "nsubj")
    name = told or tree.child(root.i, "compound", "nmod")
    if name is None or (told is None and (name.i != root.i - 1 or name.pos != "PROPN")):
        return None
    if tree.child(root.i, "det", "poss") is not None:
        return None
    turned = [altered(root, pos="VERB", tag="VBZ", lemma=root.lower[:-1]), asked]
    turned.append(altered(name, dep="nsubj"))
    for child in tree.children(root.i, "compound", "nmod", "amod"):
        if child.i < name.i:
            turned.append(altered(child, head=name.i))
    return turned


def _swallowed(tree: Parse, root: Token) -> list[Token]:
    """The subject and the noun before it, read as one name: "in its eight-page note Arden"."""
    name = tree.tokens[root.i - 1]
    if tree.child(root.i, "nsubj") is not None or name.dep != "pobj" or name.pos != "PROPN":
        return []
    noun = next((c for c in tree.children(name.i, "compound") if c.i == name.i - 1), None)
    if noun is None or noun.pos != "NOUN":
        return []
    others = [child for child in tree.children(name.i) if child.i < noun.i]
    return [
        altered(name, head=root.i, dep="nsubj"),
        altered(noun, head=name.head, dep="pobj"),
        *(altered(child, head=noun.i) for child in others),
    ]


def _is_asked(tree: Parse, root: Token, clause: Token) -> bool:
    """Whether a clause tells what is asked: "that Brum pay", "from Brum to pay"."""
    after = tree.tokens[root.i + 1].lower
    if after == "that":
        opening = tree.child(clause.i, "mark", "nsubj", "nsubjpass")
        return opening is not None and opening.i <= root.i + REACH
    to = any(aux.tag == "TO" for aux in tree.children(clause.i, "aux"))
    return after in ("from", "of", "on", "for") and to


def _teller(tree: Parse, sentence: Sentence) -> Token | None:
    """
    Who says what a sentence tells, where he was taken for a part of it: right before a verb
    that has what is said and no subject, behind a comma.
    """
    root = tree.tokens[sentence.root]
    if root.tag not in ("VBD", "VBZ") or root.i == sentence.first:
        return None
    if tree.child(root.i, "nsubj", "nsubjpass", "expl", "csubj") is not None:
        return None
    said = next((c for c in tree.children(root.i, "ccomp") if c.i < root.i), None)
    if said is None:
        return None
    last = tree.tokens[root.i - 1]
    for token in (last, *tree.ancestors(last.i)):
        if token.dep != "appos" or token.i < said.i or tree.edges(token.i)[1] != last.i:
            continue
        first = tree.edges(token.i)[0]
        if first > sentence.first and tree.tokens[first - 1].text == ",":
            return altered(token, head=root.i, dep="nsubj")
    return None


def _misplaced(tree: Parse, sentence: Sentence) -> Token | None:
    """The verb of a sentence that hangs below the noun which is its subject, or None."""
    root = tree.tokens[sentence.root]
    if root.pos not in NOMINAL or tree.child(root.i, "cop", "nsubj", "expl", "dobj") is not None:
        return None
    # A headline or a caption may do without a verb of its own: "Prisoners freed in Solen".
    if tree.tokens[sentence.last - 1].text not in FULL_STOPS:
        return None
    below = [child for child in tree.children(root.i, "acl", "ccomp") if child.i > root.i]
    below = [child for child in below if child.tag in FINITE or child.tag in PAST]
    verb = below[-1] if below else None
    if (
        verb is None
        or tree.child(verb.i, "nsubj", "nsubjpass", "csubj", "mark", "expl") is not None
    ):
        return None
    if any(child.dep == "agent" for child in tree.children(verb.i)) and verb.tag == "VBN":
        return None
    if verb.tag == "VBN" and not _closed(tree, verb) and len(below) == 1 and _bare(tree, verb):
        return None
    if any(child.text == ":" for child in tree.children(root.i)):
        return None
    inside = set(tree.subtree(verb.i))
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.i not in inside and token.tag in FINITE and not _aside(tree, token, root):
            return None
    return verb


def _closed(tree: Parse, verb: Token) -> bool:
    """Whether the verb stands behind an apposition's comma: ", Ana Brun, assured"."""
    at = verb.i - 1
    while at > tree.head(verb.i).i and tree.tokens[at].dep in ("advmod", "neg"):
        at -= 1
    before = tree.tokens[at]
    opened = any(
        child.dep in ("appos", "relcl", "acl", "prep") and child.i < verb.i
        for child in tree.children(verb.head)
        if child.i != verb.i
    )
    return before.text in (",", "-", "–", "—", ")") and opened


def _bare(tree: Parse, verb: Token) -> bool:
    """Whether a participle has nothing that only a verb told whole would have."""
    return tree.child(verb.i, "ccomp", "xcomp", "dobj", "prt") is None and not _object(tree, verb)


def _object(tree: Parse, verb: Token) -> Token | None:
    """Its object, read as one more name of the subject: "A signed in Solen the treaty"."""
    others = [other for other in tree.children(verb.head, "appos") if other.i > verb.i]
    if not others or verb.lemma not in words("verbale.annotate", "mending", "taking"):
        return None
    before = tree.tokens[tree.edges(others[0].i)[0] - 1]
    return others[0] if before.dep == "pobj" else None


def _aside(tree: Parse, token: Token, root: Token) -> bool:
    """Whether a finite verb belongs to a clause below the noun: "the chief, who leads it,"."""
    chain = [token, *tree.ancestors(token.i)]
    return any(above.dep in CLAUSES for above in chain if above.i != root.i)


def _turned(tree: Parse, sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The tokens that change: the verb as root, the noun as its subject, what follows it."""
    root = tree.tokens[sentence.root]
    tag = "VBD" if verb.tag == "VBN" else verb.tag
    yield altered(verb, head=verb.i, dep="ROOT", tag=tag)
    yield altered(root, head=verb.i, dep="nsubj")
    first = _first_of_subject(tree, root)
    thing = _object(tree, verb)
    if thing is not None:
        yield altered(thing, head=verb.i, dep="dobj")
    for child in tree.children(root.i):
        fronted = child.dep in FRONTED and child.i < first
        behind = child.i > verb.i
        comma = child.dep == "punct" and child.i < first
        if child.i != verb.i and child != thing and (fronted or behind or comma):
            yield altered(child, head=verb.i)


def _first_of_subject(tree: Parse, root: Token) -> int:
    """Where the noun phrase itself begins, behind what is fronted."""
    inner = [
        tree.edges(child.i)[0]
        for child in tree.children(root.i)
        if child.i < root.i and child.dep not in (*FRONTED, "punct")
    ]
    return min([root.i, *inner])
