"""
The verbs of uptakes: what each with its particles says becomes of something, and how firmly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from verbale.extract.modality.judging import judge
from verbale.extract.uptakes.takers import is_taking
from verbale.lexicon import in_order, terms, words
from verbale.model.act import Modality
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.uptake import Firmness

PACKAGE = "verbale.extract"
# Clauses that only tell more of a noun or frame another clause.
ASIDE = frozenset({"relcl", "acl", "advcl", "pcomp", "amod", "csubj", "aux", "auxpass"})
# "Is to", "has to", "is going to" lend their infinitive a subject and nothing else.
LEADING = frozenset({"be", "have", "go", "get"})
KEPT, TALKED = "keep", "talk"
POSTPONED, CONSIDERED = "postpone", "consider"
GRANTED = "grant"
NONE = frozenset({"no", "not", "little", "few", "any", "never", "nothing", "more"})
WOULD = frozenset({"would", "’d", "'d"})
PERSONAL = frozenset({"i", "he", "she", "you", "who", "whoever", "everybody", "everyone", "nobody"})
# How far behind its verb a particle may stand: "leave the question of the last five boats open".
REACH = 8

Table = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


@cache
def verb_table() -> Table:
    """Each verb with the wordings it begins and their families, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for family, entry in terms("verbale", "changes")["families"].items():
        for wording in entry["verbs"]:
            verb, *rest = wording.split()
            table[verb].append((tuple(rest), family))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry))
    return dict(table)


@cache
def telling_verbs() -> frozenset[str]:
    """The verbs, by lemma, that can tell what becomes of something."""
    return frozenset(verb_table()) | words(PACKAGE, "uptakes", "taking") | {"have"}


def only_leads(tree: Parse, token: Token) -> bool:
    """Whether it tells nothing itself: "going to lift", "provided that", "had he lifted"."""
    after = tree.tokens[token.i + 1].lower if token.i + 1 < len(tree.tokens) else ""
    if token.lower == "going" and after == "to":
        return True
    if token.lower in ("provided", "providing") and (after == "that" or token.dep == "prep"):
        return True
    if _is_counterfactual(tree, token):
        return True
    had = tree.child(token.i, "aux")
    subject = tree.child(token.i, "nsubj", "nsubjpass")
    return (
        had is not None
        and subject is not None
        and had.lower in ("had", "were", "should")
        and had.i < subject.i
    )


def _is_counterfactual(tree: Parse, token: Token) -> bool:
    """
    Whether its sentence tells what would be: "Had it been adopted, mills would be working", "If
    they had listened, the road would be open".
    """
    sentence = tree.sentence_of(token.i)
    opening = [
        each.lower for each in tree.tokens[sentence.first : sentence.last] if each.pos != "PUNCT"
    ]
    if opening[:1] == ["if"]:
        ahead = tree.tokens[sentence.first : token.i]
        would = any(aux.lower in WOULD for aux in tree.children(token.i, "aux"))
        return would and any(
            each.lower == "had" and each.tag == "VBD" and tree.head(each.i).tag == "VBN"
            for each in ahead
        )
    return opening[:1] in (["had"], ["were"]) and tree.tokens[sentence.last - 1].text != "?"


def tells(annotated: AnnotatedDocument, token: Token) -> bool:
    """Whether its clause tells something for itself, or as somebody's words."""
    tree = annotated.parse
    if token.tag == "VBG" and not tree.child(token.i, "aux"):
        return False
    if token.dep == "xcomp":  # "are to be freed" has its infinitive in front of it
        passive = token.tag == "VBN" and any(
            aux.tag == "TO" for aux in tree.children(token.i, "aux")
        )
        return _leads(tree.head(token.i)) and (token.tag == "VB" or passive)
    if token.dep in ("relcl", "acl") and is_of_accord(annotated, token):
        return True
    if token.dep == "advcl":  # "Arden would come back to it, she said", torn by the parser
        marks = [mark.lower for mark in tree.children(token.i, "mark")]
        marks += [word.lower for word in tree.children(token.i, "advmod") if word.tag == "WRB"]
        subject = tree.child(token.i, "nsubj", "nsubjpass")
        return marks == ["that"] or (not marks and subject is not None and token.tag != "VBG")
    return token.dep not in ASIDE


def is_of_accord(annotated: AnnotatedDocument, token: Token) -> bool:
    """
    Tell whether it says what an accord that was reached brings: "signed a deal that ends the ban".
    """
    tree = annotated.parse
    accord = tree.head(token.i)
    if accord.lemma not in words(PACKAGE, "uptakes", "accords"):
        return False
    verb = next((above for above in tree.ancestors(accord.i) if above.pos == "VERB"), None)
    if verb is None or verb.lemma not in words(PACKAGE, "uptakes", "reaching"):
        return False
    return judge(annotated, verb.i).modality is Modality.HAPPENED


def _leads(head: Token) -> bool:
    """Whether a word lends its infinitive a subject: "is to", "is ready to", "has agreed to"."""
    if head.lemma in LEADING and head.pos in ("AUX", "VERB"):
        return True
    led = words(PACKAGE, "uptakes", "willing") | words(PACKAGE, "uptakes", "let")
    return head.lower in led or head.lemma in words(PACKAGE, "uptakes", "undertaking")


def families_of(annotated: AnnotatedDocument, token: Token) -> tuple[str, ...]:
    """What the verb with its particles says becomes of something."""
    tree = annotated.parse
    allowed = _allowed(tree, token)
    if allowed is not None:
        return families_of(annotated, allowed) if allowed.lemma in verb_table() else ()
    if _is_sitting_down(tree, token):
        return (TALKED,)
    if token.lemma == "be" and is_to_come(tree, token):
        return (GRANTED,)
    behind = [
        "" if _counts(tree, token, other) else other.lower
        for other in tree.tokens[token.i + 1 : token.i + 1 + REACH]
    ]
    close = words(PACKAGE, "uptakes", "close")
    found: dict[str, int] = {}
    for rest, family in verb_table().get(token.lemma, ()):
        # "Return to it" and never "return home, …, to them".
        near = behind[: len(rest) + 1] if token.lemma in close else behind
        if family not in found and in_order(rest, near):
            found[family] = len(rest)
    longest = max(found.values(), default=0)
    told = {family for family, length in found.items() if length == longest}
    if longest == 0 and is_taking(annotated, token):
        told.add(GRANTED)
    return tuple(sorted(told))


def is_to_come(tree: Parse, token: Token) -> bool:
    """Whether something is to be there: "there will be a second boat", "there are to be talks"."""
    if tree.child(token.i, "expl") is None:
        return False
    thing = tree.child(token.i, "attr", "nsubj", "dobj")
    some = thing is not None and not any(
        child.lower in NONE for child in tree.children(thing.i, "det", "amod", "neg", "advmod")
    )
    ahead = any(
        aux.lower in ("will", "would", "'ll", "’ll") for aux in tree.children(token.i, "aux")
    )
    return some and ahead and thing is not None and thing.pos in ("NOUN", "PROPN")


def _counts(tree: Parse, token: Token, word: Token) -> bool:
    """
    Whether a particle belongs to a number: "hold over 30 percent" holds nothing over, but
    "talk about six pilots" talks about them.
    """
    spoken = token.lemma in words(PACKAGE, "uptakes", "close")
    if word.lower == "about" and word.i == token.i + 1 and spoken:
        return False
    after = tree.tokens[word.i + 1] if word.i + 1 < len(tree.tokens) else word
    return word.lower in ("over", "under", "about") and after.pos == "NUM"


def _is_sitting_down(tree: Parse, token: Token) -> bool:
    """
    Whether it only tells that somebody met: "met her", "opened talks" give nothing of what
    they met about; "met the costs" and "opened the road" do.
    """
    things = tree.children(token.i, "dobj", "nsubjpass")
    if token.lemma == "meet":
        return not any(thing.lemma in words(PACKAGE, "uptakes", "met_things") for thing in things)
    if token.lemma not in words(PACKAGE, "uptakes", "holding"):
        return False
    return any(thing.lemma in words(PACKAGE, "uptakes", "occasions") for thing in things)


def _allowed(tree: Parse, token: Token) -> Token | None:
    """What somebody is let do: "to allow them to leave" is about leaving."""
    if token.lemma not in words(PACKAGE, "uptakes", "letting"):
        return None
    for done in tree.children(token.i, "xcomp", "ccomp"):
        if done.pos == "VERB" and done.tag in ("VB", "VBN") and done.i > token.i:
            return done
    return None


def firmness_of(tree: Parse, token: Token) -> Firmness | None:
    """How firmly it is told; None for what ought to be."""
    lists = terms(PACKAGE, "uptakes")
    at = token
    above = tree.head(token.i)
    if token.tag == "VBN" and token.dep in ("ccomp", "xcomp") and above.lemma in ("get", "have"):
        at = above  # "would get their duty returned"
    elif token.dep == "xcomp":
        at = tree.head(token.i)
        if at.lemma in ("have", "get"):
            return None  # "has to", "gets to"
        if at.lemma not in LEADING:
            return Firmness.COMING
    aux = [child.lower for child in tree.children(at.i, "aux", "auxpass")]
    if at is not token:
        aux.append("will")
    if any(word in lists["ought"] for word in aux):
        return None
    if any(word in lists["firm"] for word in aux):
        return Firmness.COMING
    if any(word in lists["loose"] for word in aux):
        return Firmness.MIGHT
    if token.tag in ("VBD", "VBN") and (("is" not in aux and "are" not in aux) or "has" in aux):
        return Firmness.DONE
    return Firmness.STANDING


def is_body_that_stays(tree: Parse, token: Token, families: tuple[str, ...]) -> bool:
    """Whether somebody stays somewhere, and no matter as it is: "whoever comes can stay home"."""
    subject = tree.child(token.i, "nsubj", "nsubjpass")
    return families == (KEPT,) and (
        (subject is not None and subject.lower in PERSONAL)
        or tree.child(token.i, "csubj", "csubjpass") is not None
    )
