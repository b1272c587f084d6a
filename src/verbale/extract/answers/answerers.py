"""
Answerers: whose answer a clause is that no verb of answering tells.

"The road could be opened if …" is the answer of whoever says so; "Arden might open the
road, a diplomat said" is a guess, and nobody's answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.extract.authors import authors
from verbale.extract.clauses import agents, phrase
from verbale.extract.contents import bare, said
from verbale.extract.details.fields import timexes_of
from verbale.extract.issues import issue_of
from verbale.extract.matching import TIMES
from verbale.extract.quantities import quantities_in
from verbale.extract.roles import is_first_person, mentions_at, statement_at
from verbale.extract.sides import side_of
from verbale.extract.times import own_times
from verbale.extract.told import told_at
from verbale.lexicon import terms, words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
# Of what is only thought likely, a bystander may speak, too.
LOOSE = ("may", "might", "could", "can")
# Words that point at what a sentence is told in front to be on.
POINTING = frozenset({"it", "this", "that", "them", "these", "those", "their", "its"})
# Mentions that can answer for somebody.
ANSWERING = (ActorKind.PARTY, ActorKind.ORGANISATION, ActorKind.BLOC, ActorKind.PERSON)


def answerers(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    *,
    of_thing: bool = False,
) -> tuple[int, ...]:
    """
    The mentions whose answer the clause of verb `token` is; empty where it is nobody's.

    Who would do it, where he or nobody else says so; whoever says it, where a thing is
    the subject or nobody is named to do it, and where it is `of_thing`.
    """
    tree = annotated.parse
    statement = statement_at(token.start, statements)
    speaker = statement.speaker if statement is not None else None
    doing = [] if of_thing else [i for i in agents(tree, token.i) if _can_act(annotated, i)]
    doers = mentions_at(annotated, doing, statements)
    if doers:
        if statement is None or speaker in doers:
            return doers
        return doers if _may_tell(annotated, token, doers, speaker) else ()
    if any(tree.tokens[i].pos == "PROPN" for i in agents(tree, token.i)) and not of_thing:
        return ()  # somebody named, whom the page does not make known
    if statement is None:
        return tellers(annotated, statements, token)
    if speaker is None:
        return _by_paper(annotated, statements, statement)
    return () if is_bystander(annotated, speaker) else (speaker,)


def _by_paper(
    annotated: AnnotatedDocument, statements: Sequence[Statement], statement: Statement
) -> tuple[int, ...]:
    """Whose words a paper's are: "the letter says the road can be opened"."""
    if statement.source_head is None:
        return ()
    head = annotated.parse.token_at(statement.source_head.start)
    return authors(annotated, head.i, statements) if head is not None else ()


def tellers(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token
) -> tuple[int, ...]:
    """Who stands as subject of the saying above: "Arden repeated that the matter must wait"."""
    tree = annotated.parse
    at = token
    for _ in range(3):
        head = tree.head(at.i)
        letter = at.dep == "acl" and head.pos == "NOUN" and tree.child(at.i, "mark") is not None
        if letter:  # "told the council in a letter that …"
            head = next((above for above in tree.ancestors(head.i) if above.pos == "VERB"), head)
        if not letter and (at.dep not in ("ccomp", "conj", "xcomp") or head.i == at.i):
            return ()
        if (letter or at.dep == "ccomp") and head.pos == "VERB":
            saying = agents(tree, head.i)
            doing = [i for i in saying if _can_act(annotated, i)]
            told = mentions_at(annotated, doing, statements)
            if not told and saying:  # "the letter says the road can be opened"
                told = authors(annotated, saying[0], statements)
            return tuple(i for i in told if not is_bystander(annotated, i))
        at = head
    return ()


def is_bystander(annotated: AnnotatedDocument, speaker: int) -> bool:
    """Tell whether the source answers for nobody: analysts, a witness, a paper."""
    mention = annotated.mentions[speaker]
    head = annotated.parse.tokens[mention.head]
    if mention.actor_kind is ActorKind.OUTLET:
        return True
    onlookers = words(PACKAGE, "answers", "bystanders")
    text = mention.text.lower().split()
    first = next(annotated.parse.tokens_in(mention.start, mention.end), head).i
    before = annotated.parse.tokens[max(first - 1, 0)]
    if before.i < first and before.pos == "NOUN" and before.lower in onlookers:
        return True  # "the newspaper Kapital wrote"
    return head.lemma in onlookers or any(word in onlookers for word in text)


def _can_act(annotated: AnnotatedDocument, i: int) -> bool:
    token = annotated.parse.tokens[i]
    if is_first_person(token):
        return True
    mention = annotated.mention_headed(token)
    return mention is not None and mention.actor_kind is not ActorKind.PLACE


def _may_tell(
    annotated: AnnotatedDocument, token: Token, doers: Sequence[int], speaker: int | None
) -> bool:
    """Whether the source can tell what these would do: one of their own, or nobody's."""
    tree = annotated.parse
    if speaker is None:
        return True
    theirs = {side_of(annotated, i) for i in doers} - {None}
    own = side_of(annotated, speaker)
    if own is not None and theirs:
        return own in theirs
    loose = any(aux.lower in LOOSE for aux in tree.children(token.i, "aux"))
    unnamed = annotated.mentions[speaker].actor_kind in (ActorKind.ANONYMOUS, ActorKind.GROUP)
    guess = loose and own is None and bool(theirs) and unnamed
    return not (is_bystander(annotated, speaker) or guess)


def answer(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    kind: ActType,
    actors: tuple[int, ...],
    content: Span | None,
    matter: Sequence[int],
    rule: str,
    *,
    modality: Modality = Modality.HAPPENED,
    condition: Span | None = None,
    addressees: tuple[int, ...] = (),
    dated: bool = False,
) -> Report:
    """
    The report of an answer told at `token`.

    Where not `dated`, a time in its clause is that of the thing, not of the answer:
    "will not pay on Monday".
    """
    tree = annotated.parse
    statement = statement_at(token.start, statements)
    times = own_times(annotated, timexes_of(annotated, token.i), Modality.HAPPENED)
    content, condition = said(content, statement), said(condition, statement)
    content = bare(annotated, content, times if dated else ())
    if content is not None and content.text.lower().startswith("no "):
        content = Span.of(tree.text, content.start + len("no "), content.end)
    issue = issue_of(tree, matter)
    topic = topic_of(tree, token)
    if topic is not None:
        issue = issue_of(tree, [topic]) or issue
        if content is None or POINTING.intersection(content.text.lower().split()):
            content = phrase(tree, topic)
    return replace(
        told_at(tree, token, statement, kind, rule=rule, modality=modality),
        actors=actors,
        addressees=tuple(i for i in addressees if i not in actors),
        timexes=times if dated else (),
        content=content,
        condition=condition,
        issue=issue,
        quantities=quantities_in(tree, content) if content is not None else (),
    )


def topic_of(tree: Parse, token: Token) -> int | None:
    """What a sentence says in front that it is on: "As for the customs, …", "On pay, …"."""
    first = tree.sentence_of(token.i).first
    opening = [other.lower for other in tree.tokens[first : first + 5]]
    for wording in terms(PACKAGE, "answers")["topics"]:
        parts = wording.split()
        if opening[: len(parts)] != parts:
            continue
        for at in range(first, min(first + len(parts) + 1, token.i)):
            noun = tree.child(at, "pobj", "dobj")
            if noun is not None and noun.i >= first + len(parts) and noun.entity not in TIMES:
                return noun.i if noun.i < token.i else None
    return None


def clause_of(tree: Parse, token: Token, end: int | None = None) -> Span:
    """The words of a clause from its subject or verb on, up to the token `end`."""
    first, last = tree.edges(token.i)
    if end is not None and end > token.i:
        last = min(last, end - 1)
    for child in tree.children(token.i, "mark", "cc"):
        if first <= child.i < token.i:
            first = child.i + 1
    while first < token.i and tree.tokens[first].pos in ("PUNCT", "SPACE", "CCONJ", "SCONJ"):
        first += 1
    while last > token.i and tree.tokens[last].pos in ("PUNCT", "SPACE", "CCONJ", "ADV"):
        last -= 1
    return tree.span(first, max(last, token.i))
