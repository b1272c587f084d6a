"""
Oughts: demands told as what must be, in the words of who wants it.

"The complaint must go," the minister added, demands it without the word; so do "it is up
to Brum to withdraw" and "what we want is a guarantee". What must be done by the speaker's
own side is none, nor what a bystander thinks right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.answers.answerers import is_bystander
from verbale.extract.clauses import phrase
from verbale.extract.contents import said_around
from verbale.extract.demands.deeds import done_to_things
from verbale.extract.demands.said import demand_said
from verbale.extract.matching import is_actor
from verbale.extract.modality.negation import is_negated
from verbale.extract.modality.tense import conditions
from verbale.extract.roles import is_first_person, mentions_at, statement_at
from verbale.extract.sides import is_both, side_of
from verbale.lexicon import words
from verbale.model.act import Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement, StatementKind

PACKAGE = "verbale.extract"
# Attitudes in which nothing is asked of anybody.
MUSING = ("believe", "think", "know", "fear", "hope", "admit")
# Clauses in which "must" tells somebody else's view or a mere circumstance.
ASIDE = ("relcl", "advcl", "acl", "csubj", "pcomp")
# What obliges by itself, and what may be mere advice, told of another side only.
FIRM = ("must",)
MILD = ("should", "ought", "need", "shall")


def oughts(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what a speaker says that others must do, or what must come about."""
    tree = annotated.parse
    obliging = {*tree.with_form({*FIRM, *MILD}), *tree.with_lemma({"be", "have", "need"})}
    for token in sorted(obliging, key=lambda token: token.i):
        verb, firm = _obliged(tree, token)
        if verb is None or verb.dep in ASIDE:
            continue
        statement = statement_at(verb.start, statements)
        if statement is None or statement.speaker is None or statement.sayer in MUSING:
            continue
        if _is_told_back(tree, token) and statement.kind is StatementKind.DIRECT:
            continue  # in the speaker's own words, "had to" tells what was
        subject = tree.child(verb.i, "nsubj", "nsubjpass", "expl")
        if subject is None and token.lemma == "be":
            subject = tree.child(token.i, "nsubj")
        if subject is None or is_first_person(subject):
            continue
        lacking = subject.lower == "there" and tree.child(verb.i, "attr") is not None
        if (subject.pos == "PRON" and not lacking) or (lacking and not firm):
            continue
        if conditions(tree, verb.i) or tree.text[verb.end : verb.end + 2].strip() == "?":
            continue
        asked = mentions_at(annotated, [subject.i], statements)
        if statement.speaker in asked or is_negated(tree, subject.i):
            continue
        if any(is_both(annotated.mentions[i]) for i in asked):
            continue  # what two must do together is an accord, or a mediator's word
        if not firm and not _may_be_asked(annotated, statement.speaker, verb, subject, asked):
            continue
        matter = [subject.i] if not is_actor(annotated, subject.i) else [verb.i]
        if lacking:
            named = tree.child(verb.i, "attr")
            matter = [named.i] if named is not None else matter
        yield from _told(annotated, statement, token, verb, asked, matter)
    yield from _wished(annotated, statements)


def _may_be_asked(
    annotated: AnnotatedDocument, speaker: int, verb: Token, subject: Token, asked: Sequence[int]
) -> bool:
    """Tell whether "should" asks it of another side, or of whoever can do it to a thing."""
    if _is_another(annotated, speaker, asked, known=True):
        return True
    done = subject.dep == "nsubjpass" and subject.pos == "NOUN" and not asked
    whose = side_of(annotated, speaker) is not None and not is_bystander(annotated, speaker)
    return done and whose and verb.lemma in done_to_things()


def _is_another(
    annotated: AnnotatedDocument, speaker: int, asked: Sequence[int], *, known: bool = False
) -> bool:
    """
    Tell whether those asked are none of the speaker's own side; where `known` is wanted,
    each must be told to be of another.
    """
    own = side_of(annotated, speaker)
    others = [side_of(annotated, i) for i in asked]
    if own is None or not others or speaker in asked:
        return False
    return own not in others and not (known and None in others)


def _obliged(tree: Parse, token: Token) -> tuple[Token | None, bool]:
    """The verb that "must" or "has to" is said of, and whether that obliges in any mouth."""
    if token.dep == "aux" and token.lower in FIRM:
        return tree.head(token.i), True
    if token.dep == "aux" and token.lower in MILD and token.tag == "MD":
        return tree.head(token.i), False
    task = tree.child(token.i, "xcomp", "ccomp")
    if token.lemma == "be" and token.tag in ("VBZ", "VBP") and task is not None:
        infinitive = any(
            aux.tag == "TO" and aux.i == token.i + 1 for aux in tree.children(task.i, "aux")
        )
        doing = task.lemma in words(PACKAGE, "light", "doing")
        return (task if infinitive and doing else None), False
    bound = token.lemma in ("have", "need") and token.pos != "AUX"
    if token.tag not in ("VBZ", "VBP", "VBD") and not _is_told_back(tree, token):
        return None, False
    if bound and task is not None and any(aux.tag == "TO" for aux in tree.children(task.i, "aux")):
        waiting = task.lemma in words(PACKAGE, "asking", "waiting")
        return (None if waiting else token), token.lemma == "have"
    return None, False


def _is_told_back(tree: Parse, token: Token) -> bool:
    """Tell whether it is "had to", "would have to": as what was said is told afterwards."""
    if token.tag == "VBD":
        return token.lemma in ("have", "need")
    would = any(aux.lower in ("would", "'d", "will") for aux in tree.children(token.i, "aux"))
    return token.tag == "VB" and token.lemma in ("have", "need") and would


def _wished(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find "what we want is a guarantee", "it is up to Brum to withdraw"."""
    tree = annotated.parse
    wishing = words(PACKAGE, "light", "wishing")
    for token in tree.with_lemma({"be"}):
        if token.tag not in ("VBZ", "VBP", "VBD"):
            continue
        statement = statement_at(token.start, statements)
        if statement is None or statement.speaker is None or is_negated(tree, token.i):
            continue
        opening = tree.child(token.i, "csubj", "nsubj")
        named = tree.child(token.i, "attr", "ccomp", "xcomp")
        clause = opening
        if opening is not None and opening.lower in ("all", "thing"):
            clause = tree.child(opening.i, "relcl")
        asks = clause is not None and clause.lemma in wishing and opening is not None
        own = tree.child(clause.i, "nsubj") if clause is not None and asks else None
        if own is not None and named is not None and is_first_person(own):
            yield from _told(annotated, statement, token, named, (), [named.i])
            continue
        up = next((c for c in tree.children(token.i) if c.lower == "up"), None)
        task = named if named is not None and named.tag == "VB" else tree.child(token.i, "advcl")
        if up is None or task is None:
            continue
        to = next((p for p in tree.children(up.i, "prep") if p.lower == "to"), None)
        whose = tree.child(to.i, "pobj") if to is not None else None
        if whose is None or not is_actor(annotated, whose.i):
            continue
        asked = mentions_at(annotated, [whose.i], statements)
        if _is_another(annotated, statement.speaker, asked):
            yield from _told(annotated, statement, token, task, asked, [task.i])


def _told(
    annotated: AnnotatedDocument,
    statement: Statement,
    token: Token,
    verb: Token,
    asked: tuple[int, ...],
    matter: list[int],
) -> Iterator[Report]:
    tree = annotated.parse
    yield demand_said(
        tree,
        statement,
        token.i,
        rule="oughts: must be done",
        content=said_around(phrase(tree, verb.i), statement, verb.start),
        matter=matter,
        asked=asked,
    )
