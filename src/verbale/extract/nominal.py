"""
Nominal constructions: "its rejection of the plan", "is unacceptable to the union".

A noun's actor stands before it, behind "by" and "between", or is the subject of the
light verb that carries it; an adjective's is who finds it so.
"""

from __future__ import annotations

from collections.abc import Iterable

from verbale.extract.clauses import (
    agents,
    complement,
    coordinated,
    is_passive,
    objects,
    prepositions,
)
from verbale.extract.entries import Entry
from verbale.extract.matching import (
    TIMES,
    VERBAL,
    Match,
    is_actor,
    is_listed,
    is_torn_noun,
    made,
)
from verbale.extract.modality.tense import is_infinitive
from verbale.lexicon import words
from verbale.model.act import ActType
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
QUOTING = ("“", '"', "‘", "``", "„")
NOUN_ROLES = {"by": "actor", "from": "actor", "between": "actor"}


def of_noun(
    annotated: AnnotatedDocument, token: Token, entry: Entry, placed: tuple[int, ...]
) -> Match | None:
    """The entry as a noun, or None: "its rejection of the plan", "talks between …"."""
    tree = annotated.parse
    filled: dict[str, list[int]] = {"actor": [], "addressee": [], "content": [], "matter": []}
    if any(child.lower in entry.not_before for child in tree.children(token.i)):
        return None
    for child in tree.children(token.i, "poss", "compound", "amod", "nmod"):
        if child.i < token.i and child.i not in placed:
            filled["actor"].extend(_before(annotated, child, token))
    seen: set[str] = set()
    last = tree.tokens[placed[-1]]
    for word, noun in prepositions(tree, token.i):
        if noun.entity in TIMES:
            continue
        seen.add(word)
        if last.pos == "ADP" and word == last.lower and len(placed) > 1:
            role = "content" if entry.object == "content" else entry.object
        else:
            role = entry.prepositions.get(word, NOUN_ROLES.get(word, ""))
            if word == "of":
                counted = entry.of == "actor" and not is_actor(annotated, noun.i)
                role = "" if counted else entry.of  # "a reply of four pages"
        if role in filled:
            filled[role].append(noun.i)
    clause = complement(tree, token.i)
    if (
        entry.family != "meetings"
        and clause is None
        and token.dep == "nsubj"
        and tree.head(token.i).lemma == "be"
    ):
        clause = tree.child(token.head, "ccomp", "xcomp", "attr")  # "its demand is that …"
        clause = None if clause is not None and _is_verdict(tree, clause) else clause
    if clause is None and entry.type is ActType.DEMAND:
        clause = _task_behind(tree, token, filled["actor"])
    if clause is not None and not is_torn_noun(token):
        filled["content"].append(clause.i)
    if not filled["actor"] and token.dep == "ROOT" and token.tag == "NNS":
        own = tree.child(token.i, "nsubj")  # "the rebels' paper calls for an amnesty", torn
        filled["actor"].extend([own.i] if own is not None and own.i < token.i else [])
    if not filled["actor"]:
        filled["actor"].extend(_lender(tree, token) or _framed(tree, token))
    if entry.needs and not _noun_has(entry, filled, clause, seen):
        return None
    if is_torn_noun(token) and tree.child(token.i, "nsubj"):
        own = tree.child(token.i, "nsubj")
        if own is not None and own.lower not in ("that", "which") and own.i == token.i - 1:
            return None  # "she talks with": a verb indeed
    if entry.object_words and not any(
        is_listed(tree, i, entry.object_words) for i in filled["content"] + filled["matter"]
    ):
        return None
    return made(entry, token.i, placed, filled)


def _task_behind(tree: Parse, token: Token, actors: list[int]) -> Token | None:
    """The task of "faced calls from Arden to reopen the road", hung on the verb."""
    if not actors or token.dep not in ("dobj", "nsubjpass", "pobj"):
        return None
    verb = next((above for above in tree.ancestors(token.i) if above.pos == "VERB"), None)
    if verb is None or verb.lemma not in words(PACKAGE, "light", "facing"):
        return None
    return next(
        (
            task
            for task in tree.children(verb.i, "advcl", "xcomp")
            if task.i > max(actors) and task.tag == "VB" and is_infinitive(tree, task.i)
        ),
        None,
    )


def _before(annotated: AnnotatedDocument, child: Token, noun: Token) -> list[int]:
    """The actors in a modifier: "Vella's", "Maltese", both sides of "Malta-Arden"."""
    tree = annotated.parse
    found = [
        i
        for i in coordinated(tree, child.i)
        if i != noun.i and (child.dep == "poss" or is_actor(annotated, i))
    ]
    for i in list(found) or [child.i]:
        for part in tree.children(i, "compound", "nmod", "amod", "npadvmod"):
            joined = part.i + 1 < len(tree.tokens) and tree.tokens[part.i + 1].text in "-–—/"
            if joined and is_actor(annotated, part.i):
                found.append(part.i)
    return sorted(found)


def _noun_has(
    entry: Entry, filled: dict[str, list[int]], clause: Token | None, seen: set[str]
) -> bool:
    for need in entry.needs:
        if need == "actor" and filled["actor"]:
            return True
        if need == "content" and filled["content"]:
            return True
        if need == "addressee" and filled["addressee"]:
            return True
        if need == "clause" and clause is not None:
            return True
        if need.startswith("prep:") and need[5:] in seen:
            return True
    return False


def _lender(tree: Parse, token: Token) -> list[int]:
    """Who makes, voices or repeats the noun: the subject of the light verb it hangs on."""
    head = tree.tokens[token.head]
    lending = words(PACKAGE, "light", "verbs")
    if token.dep in ("dobj", "nsubjpass") and head.lemma in lending:
        return agents(tree, head.i)
    rounds = words(PACKAGE, "carriers", "rounds")
    if token.dep == "pobj" and head.lower == "of" and tree.head(head.i).lemma in rounds:
        return _lender(tree, tree.head(head.i))  # "will hold a second round of talks"
    if token.dep == "pobj" and head.lower in ("in", "with", "to", "for", "at"):
        above = tree.tokens[head.head]
        if above.lemma in ("part", "participant", "participation") and above.dep == "dobj":
            above = tree.tokens[above.head]
        elif head.lower == "at":
            return []
        elif head.lower == "with" and above.lemma in words(PACKAGE, "answers", "answering"):
            return agents(tree, above.i)  # "countered with a request for …"
        if above.lemma in lending and above.pos in VERBAL:
            return agents(tree, above.i)
    return []


def _is_verdict(tree: Parse, thing: Token) -> bool:
    """Tell whether something is called what it is not: "the offer was “a rounding error”"."""
    if thing.dep != "attr" or thing.pos != "NOUN":
        return False
    first = tree.edges(thing.i)[0]
    quoted = tree.tokens[first].dep == "punct" or tree.tokens[max(first - 1, 0)].text in QUOTING
    amount = tree.child(thing.i, "nummod") is not None
    slighted = thing.lemma in words(PACKAGE, "scorn", "slights")
    return (quoted or slighted) and not amount


def _framed(tree: Parse, token: Token) -> list[int]:
    """Whose they are in "…, with the main demands being that …", "with the demand that …"."""
    copula = tree.head(token.i)
    preposition = tree.head(copula.i)
    clause = complement(tree, token.i)
    said = clause is not None and tree.child(clause.i, "mark") is not None
    if token.dep == "pobj" and copula.lower == "with" and said:
        return agents(tree, copula.head)
    framed = token.dep == "nsubj" and copula.lemma == "be" and preposition.lower == "with"
    if framed and tree.child(copula.i, "ccomp", "xcomp", "attr"):
        return agents(tree, preposition.head)
    return []


def announced_by_it(tree: Parse, heads: Iterable[int], after: int) -> Token | None:
    """The clause behind `after` that "it" stands for: "finds it wrong *to delay the talks*"."""
    for head in heads:
        for clause in tree.children(head, "advcl", "ccomp", "xcomp", "acl", "relcl"):
            marked = any(mark.lower == "that" for mark in tree.children(clause.i, "mark"))
            if clause.i > after and (marked or is_infinitive(tree, clause.i)):
                return clause
    return None


def _judged(tree: Parse, adjective: Token, verb: Token) -> list[int]:
    """What somebody calls so: "the talks", or what "it" announces, "to delay the talks"."""
    held = tree.child(adjective.i, "nsubj")
    if held is None:
        return objects(tree, verb.i)
    if held.lower == "it":
        clause = announced_by_it(tree, (adjective.i, verb.i), adjective.i)
        if clause is not None:
            return [clause.i]
    return coordinated(tree, held.i)


def of_adjective(tree: Parse, token: Token, entry: Entry, placed: tuple[int, ...]) -> Match | None:
    """As in "X is unacceptable to Y", "Y calls X unacceptable", "Y is ready to …"."""
    filled: dict[str, list[int]] = {"actor": [], "addressee": [], "content": [], "matter": []}
    head = tree.tokens[token.head]
    if token.dep in ("acomp", "attr", "oprd", "ROOT", "ccomp", "conj", "xcomp", "relcl", "advcl"):
        verb = token.head if token.dep in ("acomp", "attr", "oprd") else token.i
    else:
        return None
    if (
        head.pos in VERBAL
        and token.dep in ("oprd", "xcomp", "ccomp")
        and not tree.child(token.i, "cop")
    ):
        filled["content"].extend(_judged(tree, token, head))
        filled["actor"].extend(agents(tree, head.i))
        verb = head.i
    else:
        filled[entry.subject].extend(agents(tree, verb))
    for word, noun in prepositions(tree, token.i):
        role = entry.prepositions.get(word)
        if role is not None:
            filled[role].append(noun.i)
    if not filled["actor"] and is_passive(tree, verb):
        filled["actor"].extend(agents(tree, verb))  # "is considered unacceptable by Malta"
    clause = complement(tree, token.i) or tree.child(verb, "xcomp")
    if clause is not None and clause.i != token.i:
        filled["content"].append(clause.i)
    if "clause" in entry.needs and clause is None:
        return None
    if clause is not None and clause.lemma in entry.not_object:
        return None
    return made(entry, token.i, placed, filled, told=verb)
