"""
Sources: whose words they are, told from the grammar of the cue.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.extract.attribution_finding import is_verb, span_of
from verbale.model.parse import Parse, Token

SUBJECTS = ("nsubj", "csubj", "expl")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")


@dataclass(frozen=True, slots=True)
class Subject:
    """
    Who speaks. `head` is the head token of the source, None where nobody is named.

    `told` is the passive subject, which is what the saying is about; `chain` the
    verbs passed on the way up to the subject ("went on to say").
    """

    head: int | None
    agentless: bool = False
    passive: bool = False
    told: int | None = None
    chain: tuple[int, ...] = ()


def subject_of(tree: Parse, verb: Token) -> Subject | None:
    """Find who the subject of a verb is, through conjunction, control and participles."""
    chain: list[int] = []
    at = verb
    for _ in range(6):
        passive = tree.child(at.i, *PASSIVE_SUBJECTS)
        auxiliary = tree.child(at.i, "auxpass")
        agent = _agent(tree, at)
        if at.i == verb.i and (
            passive is not None or (auxiliary is not None and agent is not None)
        ):
            told = passive.i if passive is not None else None
            if agent is not None:
                return Subject(agent.i, passive=True, told=told)
            return Subject(None, agentless=True, passive=True, told=told)
        subject = tree.child(at.i, "nsubj") or passive
        if subject is not None:
            return Subject(subject.i, chain=tuple(chain))
        governor = tree.head(at.i)
        if governor.i == at.i:
            return None
        if at.dep == "conj" and is_verb(governor):
            at = governor
        elif at.dep == "xcomp" and is_verb(governor):
            if tree.child(governor.i, "dobj") is not None:
                return None
            chain.append(governor.i)
            at = governor
        elif at.dep == "advcl" and is_verb(governor):
            at = governor
        elif at.dep == "acl":
            if agent is not None:
                return Subject(agent.i, passive=True, told=governor.i)
            if at.tag == "VBG":
                return Subject(governor.i)
            return None
        elif at.dep == "pcomp" and tree.head(governor.i).i != governor.i:
            at = tree.head(governor.i)
            if not is_verb(at):
                return None
        else:
            return None
    return None


def _agent(tree: Parse, verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    by = tree.child(verb.i, "agent")
    return tree.child(by.i, "pobj") if by is not None else None


def source_tokens(tree: Parse, head: int, cue: int) -> set[int]:
    """The whole noun phrase of the source, never reaching over the cue."""
    first, last = tree.edges(head)
    if first <= cue <= last:
        if head < cue:
            last = cue - 1
        else:
            first = cue + 1
    while first < last and tree.tokens[first].pos == "PUNCT":
        first += 1
    while last > first and tree.tokens[last].pos == "PUNCT":
        last -= 1
    return span_of(first, last)
