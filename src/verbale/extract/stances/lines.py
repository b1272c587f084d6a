"""
Red lines told by the words for them: "the harbour is a red line for Arden".

What is the line stands on either side of the verb ("Arden's red line is the harbour"), as
what is called or drawn one, or in the words before, at which "that" points back ("No
dismissals: that is our red line"). Whose line it is comes from "for Arden", from an owner
or from who says so; where none of them tells, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.extract.clauses import agents, objects, phrase
from verbale.extract.contents import bare, said
from verbale.extract.details.fields import timexes_of
from verbale.extract.issues import issue_of
from verbale.extract.matching import TIMES
from verbale.extract.modality.judging import judge
from verbale.extract.modality.tense import conditions
from verbale.extract.roles import is_first_person, mentions_at, statement_at
from verbale.extract.times import own_times
from verbale.extract.told import told_at
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
RULE = "red lines: called so"
NOUNS = ("NOUN", "PROPN")
POINTERS = frozenset({"that", "this", "it", "these", "those", "they"})
OF_NOBODY = frozenset({"there", "what", "which", "who"})
# How far behind a verb of judging the judgement may stand.
REACH = 12


@dataclass(frozen=True, slots=True)
class Line:
    """What is told to be a line, at which word, and where its holder may stand."""

    trigger: Token
    thing: int | None
    beside: tuple[int, ...]  # words that a "for Arden" may hang on
    holders: tuple[int, ...] = ()
    until: int = -1  # where the words that call it so begin


def lines(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what somebody says is its red line, its bottom line, or not to be given up."""
    tree = annotated.parse
    for token in sorted(_named(tree), key=lambda each: each.i):
        found = _drawn(tree, token) or _called(tree, token) or _is_one(tree, token)
        found = found or _told_of(tree, token)
        if found is None or tree.child(found.trigger.i, "neg") is not None:
            continue
        denied = judge(annotated, found.trigger.i).modality is Modality.DENIED
        if denied or conditions(tree, found.trigger.i):
            continue
        yield from _reports(annotated, statements, found)


def _named(tree: Parse) -> Iterator[Token]:
    """The words that name a line: its noun, or the adjective for what is not given up."""
    told = [tuple(each.split()) for each in sorted(words(PACKAGE, "lines", "lines"))]
    heads = {each[0] if each[-1] not in ("line", "minimum") else each[-1] for each in told}
    for token in tree.with_lemma(heads):
        first = token.i - 1 if token.lemma in ("line", "minimum") else token.i
        if token.pos == "AUX" or first < 0:
            continue
        for wording in told:
            here = tree.tokens[first : first + len(wording)]
            if tuple(each.lemma.lower() for each in here) == wording and token.i in range(
                first, first + len(wording)
            ):
                yield token
                break
    yield from tree.with_form(words(PACKAGE, "lines", "fixed"))
    for token in tree.with_form({"negotiable"}):  # parted: "non - negotiable"
        if token.i > 1 and tree.forms[token.i - 2 : token.i] == ("non", "-"):
            yield token


def _is_one(tree: Parse, token: Token) -> Line | None:
    """As in "the harbour is a red line", "Arden's red line is the harbour"."""
    verb = tree.head(token.i)
    if verb.lemma not in words(PACKAGE, "lines", "being") or verb.i == token.i:
        return None
    subject = tree.child(verb.i, "nsubj")
    if subject is None or subject.lower in OF_NOBODY:
        return None
    owners = tuple(
        each.i
        for each in tree.children(token.i, "poss")
        if each.pos != "PRON" or is_first_person(each)
    )
    beside = (token.i, verb.i)
    if token.dep in ("attr", "oprd", "acomp", "dobj"):
        return Line(verb, subject.i, beside, owners)
    thing = tree.child(verb.i, "attr", "ccomp", "xcomp")
    if token.i == subject.i and thing is not None and thing.pos in (*NOUNS, "VERB"):
        return Line(verb, thing.i, beside, owners)
    return None


def _called(tree: Parse, token: Token) -> Line | None:
    """As in "considers the point indispensable", "has described the closure as a red line"."""
    judging = words(PACKAGE, "lines", "judging")
    verb = next((each for each in tree.ancestors(token.i) if each.lemma in judging), None)
    if verb is None or verb.pos != "VERB" or not 0 < token.i - verb.i <= REACH:
        return None
    things = [i for i in objects(tree, verb.i) if verb.i < i < token.i]
    inner = next(iter(tree.children(verb.i, "ccomp")), None)
    if not things and inner is not None:  # parsed as "considers (that) the point (is) vital"
        things = [each.i for each in tree.children(inner.i, "nsubj") if each.i < token.i]
    between = tree.tokens[things[0] + 1 : token.i] if things else ()
    if not things or any(each.text in (",", ";") or each.lemma == "be" for each in between):
        return None
    as_what = next((each for each in between if each.lower == "as"), token)
    beside = (token.i, verb.i)
    return Line(verb, things[0], beside, tuple(agents(tree, verb.i)), as_what.start)


def _drawn(tree: Parse, token: Token) -> Line | None:
    """As in "drew a red line on the harbour", "patrols would cross a red line for Arden"."""
    verb = tree.head(token.i)
    if token.lemma != "line" or token.dep != "dobj":
        return None
    if verb.lemma in words(PACKAGE, "lines", "drawing"):
        around = words(PACKAGE, "lines", "around")
        things = [
            noun.i
            for i in (token.i, verb.i)
            for prep in tree.children(i, "prep")
            if prep.lower in around
            for noun in tree.children(prep.i, "pobj", "pcomp")
        ]
        things = [i for i in things if tree.tokens[i].entity not in TIMES]
        thing = things[0] if things else _behind(tree, token.i)
        return Line(verb, thing, (), tuple(agents(tree, verb.i)))
    if verb.lemma in words(PACKAGE, "lines", "crossing"):
        subject = tree.child(verb.i, "nsubj")
        if subject is not None and subject.pos in NOUNS:
            owners = tuple(each.i for each in tree.children(token.i, "poss"))
            return Line(token, subject.i, (token.i, verb.i), owners)
    return None


def _told_of(tree: Parse, token: Token) -> Line | None:
    """As in "its red line on inspections", "repeated its red line: no inspectors"."""
    if token.lemma != "line":
        return None
    things = [
        noun.i
        for prep in tree.children(token.i, "prep")
        if prep.lower in ("on", "about", "over", "regarding", "concerning")
        for noun in tree.children(prep.i, "pobj")
    ]
    owners = [each.i for each in tree.children(token.i, "poss")]
    owners += [
        noun.i
        for prep in tree.children(token.i, "prep")
        if prep.lower == "of"
        for noun in tree.children(prep.i, "pobj")
    ]
    thing = things[0] if things else _behind(tree, token.i)
    return Line(token, thing, (token.i,), tuple(owners))


def _behind(tree: Parse, at: int) -> int | None:
    """What is told behind it: after a colon, else by the next sentence of its paragraph."""
    here = tree.sentence_of(at)
    marks = [each.i for each in tree.tokens[at : here.last] if each.text in (":", "–", "—")]
    if marks:
        return _head(tree, marks[0] + 1, here.last)
    if here.i + 1 >= len(tree.sentences):
        return None
    after = tree.sentences[here.i + 1]
    if after.paragraph != here.paragraph:
        return None
    return _head(tree, after.first, after.last)


def _head(tree: Parse, first: int, end: int) -> int | None:
    """The verb or noun on which the words from `first` on hang."""
    for token in tree.tokens[first:end]:
        if token.pos in (*NOUNS, "VERB", "AUX") and not first <= token.head < token.i:
            inside = first <= token.head < end and token.head != token.i
            if not inside or token.dep in ("ccomp", "ROOT"):
                return token.i
    return None


def _reports(
    annotated: AnnotatedDocument, statements: Sequence[Statement], found: Line
) -> Iterator[Report]:
    tree = annotated.parse
    statement = statement_at(found.trigger.start, statements)
    speaker = statement.speaker if statement is not None else None
    for_whom = [
        noun.i
        for i in found.beside
        for prep in tree.children(i, "prep")
        if prep.lower == "for"
        for noun in tree.children(prep.i, "pobj")
    ]
    named = [i for i in for_whom if not _is_own(tree, i)] or list(found.holders)
    actors = mentions_at(annotated, named, statements) if named else ()
    if not actors and speaker is not None:
        actors = (speaker,)
    content, issue = _matter(annotated, found, statement)
    if actors:
        said_of = tree.head(found.trigger.i) if found.trigger.pos in NOUNS else found.trigger
        days = own_times(annotated, timexes_of(annotated, said_of.i), Modality.HAPPENED)
        yield replace(
            told_at(tree, found.trigger, statement, ActType.DECLARE_RED_LINE, rule=RULE),
            actors=actors,
            timexes=days,
            content=content,
            issue=issue,
        )


def _is_own(tree: Parse, i: int) -> bool:
    """Whether it is "us", "our group", "its members": whoever speaks."""
    return is_first_person(tree.tokens[i]) or any(
        each.pos == "PRON" for each in tree.children(i, "poss")
    )


def _matter(
    annotated: AnnotatedDocument, found: Line, statement: Statement | None
) -> tuple[Span | None, Span | None]:
    """What the line is about, with the noun that names it; "that" is what was just told."""
    tree = annotated.parse
    if found.thing is None:
        return None, None
    if tree.tokens[found.thing].lower in POINTERS:
        before = _before(tree, found.thing)
        if before is None:
            return None, None
        first, last, head = before
        return bare(annotated, tree.span(first, last), ()), issue_of(tree, [head])
    whole = phrase(tree, found.thing)
    if whole.start <= found.trigger.start < whole.end:
        return None, None
    if whole.start < found.until < whole.end:  # "the closure as a red line" is the closure
        whole = Span.of(tree.text, whole.start, found.until)
    return bare(annotated, said(whole, statement), ()), issue_of(tree, [found.thing])


def _before(tree: Parse, pointer: int) -> tuple[int, int, int] | None:
    """The words at which "that" points back, with their head: in its sentence, else before."""
    here = tree.sentence_of(pointer)
    marks = [
        each.i for each in tree.tokens[here.first : pointer] if each.text in (":", "–", "—", ";")
    ]
    if marks:
        first, last = here.first, marks[-1] - 1
    elif here.i > 0 and tree.sentences[here.i - 1].paragraph == here.paragraph:
        back = tree.sentences[here.i - 1]
        first, last = back.first, back.last - 1
    else:
        return None
    nouns = [
        each
        for each in tree.tokens[first : last + 1]
        if each.pos in NOUNS and each.dep not in ("compound", "nmod", "poss")
    ]
    done = [each for each in nouns if each.dep in ("dobj", "ROOT")]
    best = next(iter((*done, *nouns)), None)
    return (first, last, best.i) if best is not None else None
