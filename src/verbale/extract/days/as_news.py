"""
As news: which acts and sayings a page tells as its own news, without a day of theirs.

"Brum's minister denied the report." A daily paper that gives no day means: since our
last issue. A reader takes it so where the sentence is in the simple past or present,
names no other time, and the paragraph has not gone back to another day before it; and a
headline always does. This says only that it is told so: the days it can then have been
on are worked out where the page's day is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.days.opening import ASIDE, is_bare_day, opening, told_then
from verbale.extract.days.own_page import is_done_by_telling
from verbale.extract.modality.negation import is_negated
from verbale.extract.pointed_at import TURNING
from verbale.extract.roles import statement_told_by
from verbale.extract.times import TERMS, governor_of, is_past, signal_of, timexes_within
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement, StatementKind
from verbale.model.timex import Direction, Timex, TimexType

PACKAGE = "verbale.extract"
# Deeds that background tells as readily as news: told as news in the opening only.
DEEDS = frozenset(
    {ActType.HAND_OVER, ActType.SIGN,
     ActType.IMPLEMENT, ActType.VIOLATE, ActType.PUBLISH, ActType.LEAK, ActType.DEPLOY,
     ActType.ATTACK, ActType.PROTEST, ActType.SANCTION, ActType.AID, ActType.COERCE,
     ActType.WALK_OUT, ActType.MEDIATE, ActType.AGREE}
)  # fmt: skip
# Talks are news for days: what came of Monday's is told on Thursday.
LASTING = frozenset({ActType.MEET, ActType.CALL, ActType.VISIT})
# What is put off is told because it has just been.
DONE = (Modality.HAPPENED, Modality.UNDER_WAY)
TOLD = ("VBD", "VBZ", "VBP")
ANSWERING = ("will", "would", "could", "can", "wo", "ca")


def news(
    annotated: AnnotatedDocument, statements: Sequence[Statement], reports: Sequence[Report]
) -> Iterator[Report]:
    """The reports, those told as the page's news marked so."""
    for report in reports:
        now = is_done_by_telling(annotated, report)
        told = is_news(annotated, statements, report)
        yield replace(report, as_news=True, told_now=now) if told else report


def news_sayings(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> Iterator[Statement]:
    """The statements, those said as the page's news marked so."""
    for statement in statements:
        told = _said_as_news(annotated, statement)
        yield replace(statement, as_news=True) if told else statement


def is_news(annotated: AnnotatedDocument, statements: Sequence[Statement], report: Report) -> bool:
    """Tell whether a report without a day is told as the page's own news."""
    if report.timexes or report.modality not in DONE or report.type in LASTING:
        return False
    title = annotated.document.title
    if title is not None and report.passage.start < title.end:
        return True
    tree = annotated.parse
    token = tree.token_at(report.trigger.start)
    statement = _statement(report, statements)
    told = statement or statement_told_by(report.trigger.start, statements)
    if token is None or _has_time(annotated, report, told):
        return False
    fresh = _is_perfect(tree, token) and _is_lately(tree, token)
    leads = _opens(annotated, report.passage) or (fresh and _leads(tree, token))
    if report.type in DEEDS and not leads:
        return False
    if _gone_back(annotated, report.passage) and not _is_told_now(tree, token):
        return False
    if statement is None:
        return _is_told(tree, token, lately=True)
    moved = report.type in TURNING and statement.kind is not StatementKind.DIRECT
    return statement.timex is None and _now(tree, statement, token, moved=moved)


def _now(tree: Parse, statement: Statement, token: Token, *, moved: bool) -> bool:
    """
    Whether the saying is told now and what is said does not lie before it.

    That a round "had been put off", he said, is as new as his saying so.
    """
    cue = _verb_of_cue(tree, statement)
    if statement.cue is None:  # a transcript: it is said on the day of the page
        return token.tag != "VBD" and not _is_perfect(tree, token)
    if statement.cue.text.lower().startswith("according"):
        return _is_told(tree, token, lately=True)  # "has been put off, according to the bank"
    if cue is None or not (_is_told(tree, cue, lately=True) or _can_reveal(tree, cue)):
        return False
    inside = any(span.start <= token.start < span.end for span in statement.content)
    # Indirect speech moves the present into the past: "said it expected an answer".
    direct = statement.kind is StatementKind.DIRECT
    before = _is_perfect(tree, token) and (direct or not (moved or _is_lately(tree, token)))
    return not (inside and (before or (direct and token.tag == "VBD")))


def _said_as_news(annotated: AnnotatedDocument, statement: Statement) -> bool:
    tree = annotated.parse
    if statement.timex is not None or statement.cue is None or statement.inside is not None:
        return False
    cue = _verb_of_cue(tree, statement)
    if cue is None or not _is_told(tree, cue, lately=True):
        return False
    around = tree.sentence_span(tree.sentence_of(cue.i))
    return not _gone_back(annotated, around)


def _verb_of_cue(tree: Parse, statement: Statement) -> Token | None:
    """The verb of a cue, behind its helpers: "had said" is told by "said"."""
    if statement.cue is None:
        return None
    told = list(tree.tokens_in(statement.cue.start, statement.cue.end))
    verbs = [token for token in told if token.pos == "VERB"]
    return next(iter(verbs or told), None)


def _statement(report: Report, statements: Sequence[Statement]) -> Statement | None:
    at = report.statement
    return statements[at] if at is not None and 0 <= at < len(statements) else None


def _is_told(tree: Parse, token: Token, *, lately: bool = False) -> bool:
    """
    Whether a verb is told in the simple past or present, in a clause of its own.

    Where `lately`, "has given Brum until May" will do: so a story opens. For a noun
    ("its rejection of the plan") the verb it hangs on decides.
    """
    verb: Token | None = token
    if token.pos not in ("VERB", "AUX"):
        verb = next((a for a in tree.ancestors(token.i) if a.pos in ("VERB", "AUX")), None)
    while verb is not None and _leans(verb):
        verb = tree.head(verb.i)
    if verb is None:
        return False
    torn = verb.tag in TOLD and verb.dep == "acl"  # a finite verb hung on a name, or a label
    if not torn and any(clause.dep in ASIDE for clause in (verb, *tree.ancestors(verb.i))):
        return False
    helpers = list(tree.children(verb.i, "aux", "auxpass"))
    if _is_perfect(tree, verb):
        return lately and _is_lately(tree, verb)
    if verb.tag in TOLD or is_past(verb, tree):
        return True
    if verb.tag == "VBG" and any(child.tag in ("VBZ", "VBP") for child in helpers):
        return True  # "is responding", "is not going to talk about it"
    if any(child.lemma == "do" and child.tag in TOLD for child in helpers):
        return True  # "does not accept"
    if any(child.lower in ANSWERING for child in helpers) and is_negated(tree, verb.i):
        return True  # "would not hear of it": refused then and there
    return any(child.tag in TOLD and child.dep == "auxpass" for child in helpers)


def _is_told_now(tree: Parse, token: Token) -> bool:
    """Whether it is told in the present, whatever day was told before: "denies it"."""
    return token.pos == "VERB" and token.tag in ("VBZ", "VBP") and not _is_perfect(tree, token)


def _can_reveal(tree: Parse, cue: Token) -> bool:
    """Whether a paper tells what it has found out: "The Courier can reveal that …"."""
    told = cue.lemma in words(PACKAGE, "light", "revealing")
    return told and any(helper.lower == "can" for helper in tree.children(cue.i, "aux"))


def _is_lately(tree: Parse, verb: Token) -> bool:
    """Whether it is told as done by now: "has refused", but not "has long refused"."""
    now = any(child.lower in ("has", "have") for child in tree.children(verb.i, "aux"))
    return now and not _is_of_long(tree, verb)


def _is_of_long(tree: Parse, verb: Token) -> bool:
    """Whether "has" tells of what was or went on before: "has long refused", "since March"."""
    often = words(PACKAGE, "light", "of_long")
    return any(child.lower in often for child in tree.children(verb.i))


def _leans(verb: Token) -> bool:
    """Whether its time is its head's: "gave it two weeks, moving …", "is not going to talk"."""
    return (verb.tag == "VBG" and verb.dep == "advcl") or (verb.tag == "VB" and verb.dep == "xcomp")


def _is_perfect(tree: Parse, verb: Token) -> bool:
    """Whether it is told as done before: "had refused", "has refused"."""
    return any(child.lemma in ("have", "'ve") for child in tree.children(verb.i, "aux", "auxpass"))


def _has_time(annotated: AnnotatedDocument, report: Report, statement: Statement | None) -> bool:
    """
    Whether the sentence names a time that could be the act's: no term, no length, and none
    of what is asked, offered or said.
    """
    inside = [part for part in (report.content, report.condition) if part is not None]
    inside.extend(statement.content if statement is not None else ())
    return any(
        timex.i not in report.limits
        and timex.type in (TimexType.DATE, TimexType.TIME)
        and signal_of(annotated, timex) not in (*TERMS, "to")
        and not any(part.start <= timex.start < part.end for part in inside)
        and not _of_a_thing(annotated.parse, timex)
        for timex in timexes_within(annotated, report.passage.start, report.passage.end)
    )


def _of_a_thing(tree: Parse, timex: Timex) -> bool:
    """Whether a time is another thing's: "the maps of 1958", "as it had asked on Monday"."""
    head = governor_of(tree, timex)
    if head is None:
        return False
    if head.pos in ("NOUN", "PROPN") and not timex.start <= head.start < timex.end:
        return True
    clauses = (*ASIDE, "advcl")
    return any(above.dep in clauses for above in (head, *tree.ancestors(head.i)))


def _opens(annotated: AnnotatedDocument, passage: Span) -> bool:
    """Whether a passage is among the story's first sentences, behind its headline."""
    tree = annotated.parse
    return any(tree.tokens[s.first].start == passage.start for s in opening(annotated))


def _leads(tree: Parse, token: Token) -> bool:
    """Whether a sentence opens its paragraph: an entry of a running page does with its news."""
    at = tree.sentence_of(token.i).i
    return at == 0 or tree.sentences[at - 1].paragraph != tree.sentences[at].paragraph


def _gone_back(annotated: AnnotatedDocument, passage: Span) -> bool:
    """
    Whether the paragraph tells of another day before the passage: "In 2013 it struck. …".
    """
    tree = annotated.parse
    token = tree.token_at(passage.start)
    if token is None:
        return False
    here = tree.sentence_of(token.i)
    at = here.i - 1
    while at >= 0 and tree.sentences[at].paragraph == here.paragraph:
        span = tree.sentence_span(tree.sentences[at])
        for timex in timexes_within(annotated, span.start, span.end):
            behind = timex.type is TimexType.DATE and timex.direction is not Direction.FUTURE
            dated = behind and signal_of(annotated, timex) not in TERMS
            if dated and not is_bare_day(annotated, timex) and told_then(annotated, timex):
                return True
        at -= 1
    return False
