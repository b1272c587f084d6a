"""
Withheld: what a side will not do before another has done its part is asked of that other.

"Arden will not sign unless the crew is freed", "there can be no talks until Brum pays" and
"the men will stay out until the ban is lifted" each name a price. Whose price it is is told
as in any answer; what nobody could give, and a mere day, is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.answers.answerers import answerers, is_bystander
from verbale.extract.clauses import agents, coordinated, phrase, prepositions
from verbale.extract.contents import bare, said
from verbale.extract.demands.deeds import asked_of, done_by_sides, done_to_things, given_goods
from verbale.extract.issues import issue_of
from verbale.extract.matching import TIMES
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_negated
from verbale.extract.modality.tense import asks
from verbale.extract.quantities import quantities_in
from verbale.extract.roles import is_first_person, statement_at
from verbale.extract.sides import is_both
from verbale.extract.told import told_at
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
RULE = "withheld: not before another acts"
# What opens the clause that is waited for.
OPENING = frozenset({"unless", "until", "till", "before", "without"})
SUBJECTS = ("nsubj", "nsubjpass", "expl")
NO = ("no", "any", "neither")
AHEAD = ("will", "wo", "would", "can", "ca", "could", "shall", "may", "'ll", "’ll", "'d", "’d")
NO_PRICE = (Modality.DENIED, Modality.FEARED, Modality.ASKED_FOR)
NOUNS = ("NOUN", "PROPN")


def withheld(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what another is to do before somebody signs, talks or goes home."""
    tree = annotated.parse
    for opener in sorted(tree.with_form(OPENING), key=lambda token: token.i):
        awaited = _awaited(tree, opener)
        main = _main(tree, opener, awaited) if awaited is not None else None
        if awaited is None or main is None or asks(tree, main.i):
            continue
        if judge(annotated, main.i).modality in NO_PRICE and not _is_withheld(tree, main):
            continue
        whose = _whose(annotated, statements, main)
        if not whose or any(is_both(annotated.mentions[i]) for i in whose):
            continue
        asked = _asked(annotated, statements, awaited, whose)
        if asked is not None:
            yield from _demands(annotated, statements, opener, awaited, whose, asked)


def _awaited(tree: Parse, opener: Token) -> Token | None:
    """The verb or noun that is waited for: "until Brum *pays*", "without a *refund*"."""
    below = tree.child(opener.i, "pobj", "pcomp")
    if opener.dep == "mark":
        below = tree.head(opener.i)
    if below is None or below.i < opener.i:
        return None
    if below.pos in NOUNS:
        timed = any(noun.entity in TIMES for _, noun in prepositions(tree, below.i))
        deed = below.lemma in given_goods() and below.entity not in TIMES and not timed
        return below if deed and opener.lower != "before" else None
    if opener.lower == "without" or below.tag == "VBG" or _was(tree, below, opener):
        return None
    return below if _is_deed(tree, below) else None


def _was(tree: Parse, verb: Token, opener: Token) -> bool:
    """Whether "before" or "until" only tells when something else was: "before it paid"."""
    past = verb.tag == "VBD" and opener.lower in ("before", "until", "till")
    above = tree.head(verb.i)
    return (
        past
        and not any(aux.lower in AHEAD for aux in tree.children(above.i, "aux"))
        and above.lemma not in words(PACKAGE, "withheld", "refusing")
    )


def _is_deed(tree: Parse, verb: Token) -> bool:
    """Whether somebody can be asked to do it, or a thing to come about."""
    if is_negated(tree, verb.i):
        return False
    if verb.lemma == "be" and tree.child(verb.i, "expl") is not None:
        thing = tree.child(verb.i, "attr", "nsubj")
        return thing is not None and thing.lemma in given_goods()
    subject = tree.child(verb.i, "nsubj")
    if verb.lemma in words(PACKAGE, "withheld", "coming") and subject is not None:
        return subject.lemma in words(PACKAGE, "answers", "burdens") | given_goods()
    if verb.lemma in (done_to_things() if subject is None else done_by_sides()):
        return True
    gone = tree.child(verb.i, "acomp", "advmod", "prt")
    back = words(PACKAGE, "asking", "whither")
    return verb.lemma == "be" and gone is not None and gone.lower in back


def _main(tree: Parse, opener: Token, awaited: Token) -> Token | None:
    """The verb that is held back, or goes on, until then."""
    at = opener if awaited.pos in NOUNS else awaited
    for _ in range(4):
        above = tree.head(at.i)
        if above.i == at.i:
            return None
        if above.pos in NOUNS and any(c.lower == "no" for c in tree.children(above.i, "det")):
            return above  # "no talks without a refund"
        if above.pos in ("VERB", "AUX"):
            at = above
            struck = above.dep == "xcomp" and above.lemma in words(PACKAGE, "asking", "striking")
            if struck and opener.lower == "unless":
                return tree.head(above.i)  # "voted to strike unless"
            if above.dep == "xcomp" and _holds_back(tree, tree.head(above.i)):
                return tree.head(above.i)
            return above if _holds_back(tree, above) or _goes_on(tree, above) else None
        at = above
    return None


def _is_withheld(tree: Parse, main: Token) -> bool:
    return main.pos in NOUNS or _holds_back(tree, main)


def _holds_back(tree: Parse, verb: Token) -> bool:
    """Whether it tells of what will not be: "will not sign", "refuses to", "can be no talks"."""
    if verb.lemma in words(PACKAGE, "withheld", "refusing"):
        return not is_negated(tree, verb.i)
    if verb.pos not in ("VERB", "AUX"):
        return False
    ahead = any(aux.lower in AHEAD for aux in tree.children(verb.i, "aux"))
    able = tree.child(verb.i, "acomp")
    ready = able is not None and able.lower in words(PACKAGE, "withheld", "ready")
    present = verb.tag in ("VBZ", "VBP") or ready
    if not ahead and not (verb.lemma == "be" and present):
        return False
    if is_negated(tree, verb.i) or (able is not None and able.lower == "impossible"):
        return True
    thing = tree.child(verb.i, "attr", "nsubj", "nsubjpass", "dobj")
    return thing is not None and any(
        child.lower in NO for child in tree.children(thing.i, "det", "neg")
    )


def _goes_on(tree: Parse, verb: Token) -> bool:
    """Whether it tells of a hardship that will last: "will stay out", "the strike goes on"."""
    if is_negated(tree, verb.i) or verb.lemma not in words(PACKAGE, "withheld", "staying"):
        return False
    ahead = any(aux.lower in AHEAD for aux in tree.children(verb.i, "aux"))
    return ahead or verb.tag in ("VBZ", "VBP")


def _whose(
    annotated: AnnotatedDocument, statements: Sequence[Statement], main: Token
) -> tuple[int, ...]:
    """The mentions of those who set the price."""
    tree = annotated.parse
    statement = statement_at(main.start, statements)
    if main.pos in NOUNS or tree.child(main.i, "expl") is not None:
        if statement is None or statement.speaker is None:
            return ()
        return () if is_bystander(annotated, statement.speaker) else (statement.speaker,)
    doing = [i for i in agents(tree, main.i) if annotated.mention_headed(tree.tokens[i])]
    ours = any(is_first_person(own) for i in doing for own in tree.children(i, "poss"))
    if ours and statement is not None and statement.speaker is not None:
        return (statement.speaker,)  # "our men will not come out"
    return answerers(annotated, statements, main, of_thing=not doing)


def _asked(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    awaited: Token,
    whose: tuple[int, ...],
) -> tuple[int, ...] | None:
    """On whom it is, nobody where a thing is to come about; None where it is their own doing."""
    subject = annotated.parse.child(awaited.i, *SUBJECTS)
    if awaited.pos in NOUNS:
        return ()
    if subject is None:
        return None
    return asked_of(annotated, statements, awaited, subject, whose)


def _demands(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    opener: Token,
    awaited: Token,
    whose: tuple[int, ...],
    asked: tuple[int, ...],
) -> Iterator[Report]:
    tree = annotated.parse
    statement = statement_at(awaited.start, statements)
    for i in coordinated(tree, awaited.i):
        if i < awaited.i or (i != awaited.i and tree.tokens[i].pos != awaited.pos):
            continue
        joined = [c.i for c in tree.children(i, "conj", "cc") if c.i > i]
        whole = phrase(tree, i)
        first = tree.tokens[opener.i + 1].start if i == awaited.i else whole.start
        end = tree.tokens[tree.edges(joined[0])[0] - 1].end if joined else whole.end
        content: Span | None = Span.of(
            tree.text, max(first, whole.start), max(end, tree.tokens[i].end)
        )
        content = said(content, statement)
        subject = tree.child(i, *SUBJECTS)
        of_thing = subject is not None and subject.pos in NOUNS and not asked
        yield replace(
            told_at(tree, tree.tokens[i], statement, ActType.DEMAND, rule=RULE),
            actors=whose,
            addressees=asked,
            content=bare(annotated, content, ()),
            issue=issue_of(tree, [subject.i if of_thing and subject is not None else i]),
            quantities=quantities_in(tree, content) if content is not None else (),
            plover=None,  # said by the way of refusing: the refusal is what is coded
        )
