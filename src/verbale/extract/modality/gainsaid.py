"""
What is said not to be so: "there has been talk that it has signed. That is false.", "reports
that it has left are without foundation".

The words that tell the deed say it as done; others, behind them, take it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from verbale.extract.modality.hearsay import is_rumoured
from verbale.extract.plover.categories import category
from verbale.extract.roles import statement_at
from verbale.lexicon import terms, words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Sentence, Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
DONE = (Modality.HAPPENED, Modality.UNDER_WAY, Modality.POSSIBLE)
# Who denies or confirms an account has done so, whatever becomes of it.
OF_ACCOUNTS = (ActType.DENY, ActType.CONFIRM)
BEING = ("be", "prove", "remain")
# Verbs and nouns under whose clause a deed is told second hand.
CLAUSES = ("ccomp", "acl", "xcomp")
HIGHEST = 8


def without_gainsaid(
    annotated: AnnotatedDocument, statements: Sequence[Statement], reports: Sequence[Report]
) -> Iterator[Report]:
    """The reports, those that the page itself takes back told as denied."""
    for report in reports:
        if (
            report.modality in DONE
            and report.type not in OF_ACCOUNTS
            and _is_gainsaid(annotated, statements, report)
        ):
            plover = category(report.type, Modality.DENIED)
            yield replace(report, modality=Modality.DENIED, plover=plover)
        else:
            yield report


def _is_gainsaid(
    annotated: AnnotatedDocument, statements: Sequence[Statement], report: Report
) -> bool:
    tree = annotated.parse
    trigger = tree.token_at(report.trigger.start)
    if trigger is None:
        return False
    if is_of_untrue_account(tree, trigger):
        return True
    above = [trigger, *list(tree.ancestors(trigger.i))[:HIGHEST]]
    told = any(token.dep in CLAUSES for token in above) or is_rumoured(annotated, report)
    return told and _is_taken_back(annotated, statements, tree.sentence_of(trigger.i))


def is_of_untrue_account(tree: Parse, deed: Token) -> bool:
    """Whether a deed is told of in an account that its own sentence calls untrue."""
    above = list(tree.ancestors(deed.i))[:HIGHEST]
    return any(_is_untrue_account(tree, token) or _is_dismissed(tree, token) for token in above)


def _is_untrue_account(tree: Parse, noun: Token) -> bool:
    """Tell whether it is the account in "reports that … are without foundation"."""
    verb = tree.head(noun.i)
    if noun.lemma not in words(PACKAGE, "hearsay", "accounts") or verb.lemma not in BEING:
        return False
    if noun.dep != "nsubj" or any(tree.children(verb.i, "neg")):
        return False
    untrue, lacking = words(PACKAGE, "hearsay", "untrue"), words(PACKAGE, "hearsay", "lacking")
    if any(token.lower in untrue for token in tree.children(verb.i, "acomp", "attr")):
        return True
    return any(
        below.lower in lacking
        for prep in tree.children(verb.i, "prep")
        if prep.lower == "without"
        for below in tree.children(prep.i, "pobj")
    )


def _is_dismissed(tree: Parse, noun: Token) -> bool:
    """Tell whether it is the letter in "dismissed as fake a letter in which he gave way"."""
    verb = tree.head(noun.i)
    if noun.pos != "NOUN" or noun.dep not in ("dobj", "nsubjpass") or verb.pos != "VERB":
        return False
    untrue = words(PACKAGE, "hearsay", "untrue")
    return any(
        tree.tokens[i].lower in untrue
        for prep in tree.children(verb.i, "prep")
        if prep.lower == "as"
        for i in tree.subtree(prep.i)
    )


def _is_taken_back(
    annotated: AnnotatedDocument, statements: Sequence[Statement], sentence: Sentence
) -> bool:
    """Tell whether the page's own next sentence says that it was not so."""
    tree = annotated.parse
    if sentence.last >= len(tree.tokens):
        return False
    after = tree.sentence_of(sentence.last)
    span = tree.sentence_span(after)
    own = statement_at(span.start, statements) is None
    return own and _gainsaying().match(span.text) is not None


@cache
def _gainsaying() -> re.Pattern[str]:
    patterns = "|".join(terms(PACKAGE, "hearsay")["gainsaying"])
    return re.compile(rf"(?:but |and yet |however, )?(?:{patterns})", re.IGNORECASE)
