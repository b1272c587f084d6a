"""
Verbal constructions: "called on Arden for a rise", "took its claim off the table".

A verb's actor is its subject, or stands behind "by"; what is done and towards whom stand in
its objects, its prepositions and the clause that completes it.
"""

from __future__ import annotations

from verbale.extract.clauses import (
    agents,
    complement,
    coordinated,
    is_passive,
    objects,
    prepositions,
)
from verbale.extract.entries import Entry
from verbale.extract.matching import TIMES, Match, is_actor, is_amount, is_listed, made
from verbale.extract.modality.negation import is_negated
from verbale.extract.needs import has_needed
from verbale.extract.pointed_at import TURNING, meant_things
from verbale.lexicon import words
from verbale.model.act import ActType
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
# Words of a wording that may have a clause or phrase of their own.
HOLDING = ("NOUN", "ADJ")
# Who is told something is its object, and what is told.
TELLING = (ActType.WARN, ActType.PLEDGE)
Roles = dict[str, list[int]]


def of_verb(
    annotated: AnnotatedDocument, token: Token, entry: Entry, placed: tuple[int, ...]
) -> Match | None:
    """The construction of a verb whose wording stands at `placed`; None where it is another."""
    tree = annotated.parse
    if _has_other_particle(tree, token, placed):
        return None
    if entry.without and tree.child(token.i, *entry.without):
        return None
    passive = is_passive(tree, token.i)
    named = next((i for i in reversed(placed) if tree.tokens[i].pos in HOLDING), token.i)
    clause = _completing(tree, token, named, placed)
    active = token.tag != "VBN" or (not passive and tree.child(token.i, "aux") is not None)
    asked = "infinitive" in entry.needs or _is_asked_from(annotated, token, entry)
    if clause is None and active and asked:
        clause = _task(tree, token)
    if not _is_fitting_clause(tree, clause, entry):
        return None
    if not entry.negative and any(_is_scant(tree, i) for i in placed[1:]):
        return None
    acted = _acted(annotated, token, entry, placed, passive=passive)
    if not _are_fitting_things(tree, acted, entry):
        return None
    filled = _objects_filled(annotated, token, entry, acted, placed, passive=passive)
    seen: set[str] = set()
    last = tree.tokens[placed[-1]]
    if last.pos == "ADP" and last.i != token.i:
        seen.add(last.lower)
    behind = [pair for i in sorted({token.i, named}) for pair in prepositions(tree, i)]
    for word, noun in behind:
        seen.add(word)
        role = entry.prepositions.get(word)
        if role in filled and noun.i not in (*acted, *placed) and noun.entity not in TIMES:
            filled[role].append(noun.i)
    if clause is not None and clause.i not in acted and clause.i not in placed:
        _take_clause(tree, clause, entry, filled)
    doers = [i for i in agents(tree, token.i) if i not in acted or not passive]
    if entry.subject_words and not any(is_listed(tree, i, entry.subject_words) for i in doers):
        return None
    if entry.subject == "content" and doers and last.pos == "ADP":
        filled["content"] = []  # "is not a subject for conversation": the subject is refused
    filled[entry.subject].extend(i for i in doers if i not in filled[entry.subject])
    if not has_needed(annotated, entry, acted, clause, seen, token):
        return None
    return made(entry, token.i, placed, filled, passive=passive)


def _is_fitting_clause(tree: Parse, clause: Token | None, entry: Entry) -> bool:
    """Tell whether the clause that completes the verb is one that the entry may have."""
    if clause is not None and clause.lemma in entry.not_object:
        return False
    if not entry.clause_words:
        return True
    wanted = clause is not None and clause.lemma in entry.clause_words
    return clause is not None and wanted and not is_negated(tree, clause.i)


def _acted(
    annotated: AnnotatedDocument,
    token: Token,
    entry: Entry,
    placed: tuple[int, ...],
    *,
    passive: bool,
) -> list[int]:
    """What is done, or to whom: the heads of the objects, or of what stands behind the wording."""
    tree = annotated.parse
    last = tree.tokens[placed[-1]]
    # "Has been put off to the 15th": the day is the particle's to the parser, and no object.
    moved = passive and last.dep == "prt"
    below = tree.child(last.i, "pobj", "pcomp")
    if len(placed) > 1 and last.pos in ("ADP", "SCONJ") and below is not None and not moved:
        acted = coordinated(tree, below.i)
        for again in tree.children(last.i, "conj"):  # "called for a rise and for a guarantee"
            further = tree.child(again.i, "pobj") if again.lower == last.lower else None
            acted.extend(coordinated(tree, further.i) if further is not None else [])
        acted = acted if entry.subject == "actor" else []  # "is no subject for talks"
    elif len(placed) > 1 and last.dep in ("dobj", "attr"):
        acted = []
    else:
        acted = [i for i in objects(tree, token.i) if i not in placed]
    if not acted and len(placed) > 1 and last.pos in ("ADJ", "NOUN"):
        # "made the draft public": the thing hangs on what it was made.
        small = tree.children(last.i, "nsubj", "compound")
        acted = [thing.i for thing in small if thing.i > token.i]
    several = list(tree.children(token.i, "dobj"))
    if len(several) > 1 and not passive:
        listed = several[-1].i in placed or not is_actor(annotated, several[0].i)
        last_named = several[0] if listed else several[-1]
        acted = coordinated(tree, last_named.i)
    if entry.type in TURNING and entry.object_words:
        acted = meant_things(tree, acted, entry.object_words)
    return acted


def _are_fitting_things(tree: Parse, acted: list[int], entry: Entry) -> bool:
    """Tell whether the objects are such as the entry has."""
    counted = entry.amounts and any(is_amount(tree, i) for i in acted)
    listed_among = any(is_listed(tree, i, entry.object_words) for i in acted)
    if entry.object_words and not listed_among and not counted:
        return False
    return not (entry.not_object and any(is_listed(tree, i, entry.not_object) for i in acted))


def _objects_filled(
    annotated: AnnotatedDocument,
    token: Token,
    entry: Entry,
    acted: list[int],
    placed: tuple[int, ...],
    *,
    passive: bool,
) -> Roles:
    """The roles of the verb's objects: "asked *Brum* for a rise", "handed *Arden* a draft"."""
    tree = annotated.parse
    last = tree.tokens[placed[-1]]
    filled: Roles = {"actor": [], "addressee": [], "content": [], "matter": []}
    if entry.type is ActType.DEMAND and last.pos == "ADP" and last.lower == "for" and not passive:
        asked_for = [i for i in objects(tree, token.i) if i not in acted and i < last.i]
        # "Asked Brum for a rise": of whom stands before the thing.
        filled["addressee"].extend(i for i in asked_for if is_actor(annotated, i))
    if entry.type in TELLING:  # "threatened a strike", "warned the garrison"
        for i in acted:
            filled["addressee" if is_actor(annotated, i) else "content"].append(i)
    else:
        filled[entry.object].extend(acted)
    several = list(tree.children(token.i, "dobj"))
    named_twice = len(several) > 1 and several[0].i not in acted
    if named_twice and not passive:  # "handed Arden a draft": the first is who it went to
        filled["addressee"].extend(coordinated(tree, several[0].i))
    told = tree.child(token.i, "dative")
    if told is not None and told.pos != "ADP":
        filled["addressee"].extend(coordinated(tree, told.i))
    return filled


def _is_scant(tree: Parse, i: int) -> bool:
    """Tell whether there is little or none of it: "met with little resistance"."""
    scant = ("no", "little", "few", "scant", "hardly", "any")
    return any(child.lower in scant for child in tree.children(i, "det", "amod", "advmod"))


def _is_asked_from(annotated: AnnotatedDocument, token: Token, entry: Entry) -> bool:
    """Tell whether "demanded from Brum to open the road" names whom, and nothing else."""
    tree = annotated.parse
    if entry.type is not ActType.DEMAND or tree.child(token.i, "dobj") is not None:
        return False
    return any(
        word in ("from", "of") and is_actor(annotated, noun.i)
        for word, noun in prepositions(tree, token.i)
    )


def _task(tree: Parse, token: Token) -> Token | None:
    """The "to reopen the road" of "calls on Arden to", hung as if it told a purpose."""
    for child in tree.children(token.i, "advcl"):
        to = any(aux.tag == "TO" for aux in tree.children(child.i, "aux"))
        if to and child.i > token.i and not tree.child(child.i, "mark", "nsubj"):
            return child
    return None


def _completing(tree: Parse, token: Token, named: int, placed: tuple[int, ...]) -> Token | None:
    """The clause of the verb, or of a noun in its wording: "sees no need to"."""
    found = complement(tree, token.i)
    if named == token.i or (found is not None and found.i not in placed):
        return found
    found = complement(tree, named)
    infinitive = tree.child(named, "relcl")  # "no reason to change" is parsed as one, too
    if found is None and infinitive is not None and infinitive.tag == "VB":
        found = infinitive
    if found is None:
        for prep in tree.children(named, "prep"):
            found = found or tree.child(prep.i, "pcomp")  # "no intention of leaving"
    return found


def _has_other_particle(tree: Parse, token: Token, placed: tuple[int, ...]) -> bool:
    """Tell "gave up its seat in Solen" from "gave in" and "gave": it has another particle."""
    particles = [child.i for child in tree.children(token.i, "prt")]
    if not particles:
        return False
    if len(placed) < 2:
        others = words(PACKAGE, "light", "other_verbs")
        return any(f"{token.lemma} {tree.tokens[i].lower}" in others for i in particles)
    return tree.tokens[placed[1]].pos == "ADP" and not set(particles) & set(placed)


def _take_clause(tree: Parse, clause: Token, entry: Entry, filled: dict[str, list[int]]) -> None:
    """A clause is content; the subject of "wants Malta to leave" is who is asked."""
    if entry.infinitive == "none":
        return
    filled["content"] = [i for i in filled["content"] if entry.object == "addressee"] or filled[
        "content"
    ]
    filled["content"].append(clause.i)
    if entry.infinitive == "asked":
        # "That the arms of Brum be counted" is asked of whoever counts.
        subject = tree.child(clause.i, "nsubj")
        if subject is not None and subject.pos != "PRON":
            filled["addressee"].extend(coordinated(tree, subject.i))
