"""
Unions: who speaks for working people, told by whom they represent.

"The association, which represents 600 bakers" is their union; "the bakers' union" is the
one union of the page, named or not; "the bakers" are its members.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verbale.annotate.coreference.entities import BODIES, Entity, Meaning
from verbale.annotate.coreference.naming import Names
from verbale.annotate.names.described import REPRESENTING, described_name, workers
from verbale.gazetteer.bodies import body_kinds
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Parse, Token

UNION_NOUNS = frozenset({"union", "association", "guild", "federation", "syndicate", "brotherhood"})


def learn_members(tree: Parse, mentions: Sequence[Mention], meant: Mapping[int, Meaning]) -> None:
    """Take note of which bodies are told to represent working people."""
    by_head = {mention.head: mention for mention in mentions}
    for mention in mentions:
        token = tree.tokens[mention.head]
        verb = tree.head(token.i)
        if mention.kind is not MentionKind.GROUP or token.dep != "dobj":
            continue
        if token.lower not in workers() or verb.lemma not in REPRESENTING:
            continue
        found = by_head.get(_subject(tree, verb))
        for entity in meant.get(found.i, ((), ""))[0] if found is not None else ():
            if entity.kind in (*BODIES, ActorKind.UNKNOWN):
                entity.called.add("union")
                entity.members.add(token.lower)


def _subject(tree: Parse, verb: Token) -> int:
    """The head of who represents them: a subject, or what the clause hangs on."""
    if verb.dep in ("relcl", "acl"):
        return verb.head
    subject = tree.child(verb.i, "nsubj")
    return subject.i if subject is not None else -1


def union_told(tree: Parse, mention: Mention, names: Names) -> Entity | None:
    """
    The union that "the bakers' union", or "the union" where only they are told of, means.
    """
    noun = tree.tokens[mention.head].lower
    if noun not in UNION_NOUNS:
        return None
    owner = next((c for c in tree.children(mention.head, "poss", "compound") if _works(c)), None)
    unions = page_unions(names)
    if owner is not None:
        of_them = [e for e in unions if _has_members(e, owner.lower)]
        of_them = of_them or [e for e in unions if not _is_of_others(e.name or "")]
        if len(of_them) == 1:
            return of_them[0]
    if owner is not None or noun == "union":
        told = described_name(tree, mention)
        if told is not None and not (owner is None and unions):
            return names.of_name(told)
    return None


def _works(token: Token) -> bool:
    return token.lower in workers()


def _is_of_others(name: str) -> bool:
    """Tell whether a union's name says whose it is: "Bakers' Union", "Dock and Rail Union"."""
    told = people_words("trades", "portfolios", "state_matters", "company_nouns", "workplaces")
    common = {"workers", "employees", "general", "national", "international", "public", "union"}
    return bool((told - common) & set(level(name).replace("'", " ").split()))


def page_unions(names: Names) -> list[Entity]:
    """The named unions of a page."""
    return [
        e
        for e in names.bodies()
        if e.mentions and ("union" in e.called or "union" in body_kinds(e.name or ""))
    ]


def _has_members(entity: Entity, noun: str) -> bool:
    return noun in entity.members or noun in (entity.name or "").lower()
