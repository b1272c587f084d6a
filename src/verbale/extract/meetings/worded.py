"""
Meetings: talks, summits, calls and visits, with who took part, where and when.

The words are in terms/meetings.toml. Talks are told in many shapes: "between A and
B", "A's talks with B", "A–B talks"; where only the other side is named, the one who
tells is taken as taking part. "Separate talks with A, B and C" are three meetings.
A mere mention of "talks" with nobody, no place and no day tells no meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.answers.refusals import as_refusal
from verbale.extract.constructions import matches
from verbale.extract.meetings.occasions import each_meeting, is_told, of_occasion
from verbale.extract.meetings.schedules import AHEAD, set_for
from verbale.extract.modality.judging import judge
from verbale.extract.reports import report_of
from verbale.extract.sides import is_both
from verbale.extract.times import signal_of
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
# Who stand for both sides, as the page told of them before.
TOGETHER = frozenset({"we", "they", "both", "the two"})
# "All sides", "the three delegations", "negotiators": a plural for those at a table.
PLURAL = re.compile(
    r"(?:(?:the|all|these|of|both|two|three|four|five|six|seven|eight|nine|ten) )*(?P<noun>\w+)",
    re.IGNORECASE,
)
HELD = (Modality.HAPPENED, Modality.UNDER_WAY)
# How the day on which something was adjourned is told, and not the one it was adjourned to.
OWN_DAY = ("", "on", "late")


def meetings(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find meetings, calls and visits, and what became of those planned."""
    tree = annotated.parse
    of_talks = _is_of_talks(annotated)
    for found in matches(annotated, "meetings"):
        report = report_of(annotated, statements, found)
        if report is None:
            continue
        report = as_refusal(tree, found.trigger, report)
        token = tree.tokens[found.trigger]
        if token.lemma in ("leave", "rise", "get") and not of_talks:
            continue  # "the guests left the table"
        if token.lower == "talk" and token.pos == "NOUN":
            continue  # "there is talk of"
        if token.lemma in ("round", "sitting") and (
            _counts_talks(annotated, token) or not of_talks
        ):
            continue
        if report.type is ActType.MEET and token.tag != "VB" and found.entry.pos == "noun":
            report = _on_its_day(
                annotated, token, of_occasion(annotated, statements, token, report)
            )
            report = _as_adjourned(annotated, token, report)
            if not is_told(annotated, token, report):
                continue
        if found.entry.fields.get("who") == "several" and not _are_several(annotated, report):
            continue  # "the mayor came together with his wife", "the board sat in a room"
        if report.type is ActType.VISIT and report.place is None:
            report = replace(report, place=_destination(annotated, found.addressees))
        if report.type is ActType.VISIT and not (report.place or report.timexes):
            continue
        going = token.lemma in words(PACKAGE, "light", "motion") and report.type is ActType.VISIT
        if going and not (report.place and report.timexes and report.actors):
            continue  # "went to court", "came to nothing"
        if going and tree.child(token.i, "dobj") is not None:
            continue  # "returned the sailors to Brum"
        if found.passive and found.entry.pos == "verb" and "with" in found.entry.words:
            continue  # "was met with silence"
        alone = found.entry.pos == "verb" and found.entry.object != "addressee"
        if found.passive and alone and report.type is ActType.MEET:
            continue  # "a dialogue convened by the church"
        if report.type is ActType.CALL and len(report.actors) + len(report.addressees) < 2:
            continue
        if _want_to_meet(annotated, token, report):
            report = replace(report, modality=Modality.PLANNED)
        if report.type is ActType.MEET and _is_host(found.entry.words):
            report = replace(report, actors=report.addressees, addressees=report.actors)
        if report.type in (ActType.MEET, ActType.CALL):
            yield from each_meeting(annotated, statements, token, report)
        else:
            yield report


def _on_its_day(annotated: AnnotatedDocument, token: Token, report: Report) -> Report:
    """The report dated by the occasion's own clause: "the round, which is to be held on …"."""
    days, coming = set_for(annotated, token)
    tree = annotated.parse
    subject = token.dep in ("nsubj", "nsubjpass")
    goes_on = subject and any(aux.lower in AHEAD for aux in tree.children(token.head, "aux"))
    if not days or (goes_on and set(report.timexes) - set(days)):
        return report  # "which was to open on Tuesday will now begin on Friday"
    # "Would raise it at the round, which is to be held on …": the round is not what is supposed.
    unreal = report.modality in (Modality.DENIED, Modality.FEARED)
    told = Modality.PLANNED if coming and not unreal else report.modality
    return replace(report, timexes=days, modality=told)


def _as_adjourned(annotated: AnnotatedDocument, token: Token, report: Report) -> Report:
    """
    The report of what was adjourned on a day, which had been sitting till then: "the talks
    were adjourned on Thursday"; what is adjourned "to 6 May" is only planned.
    """
    verb = annotated.parse.head(token.i)
    risen = verb.lemma == "adjourn" and token.dep in ("nsubj", "nsubjpass", "dobj")
    own = tuple(i for i in report.timexes if signal_of(annotated, annotated.timexes[i]) in OWN_DAY)
    if not risen or not own or report.modality is not Modality.PLANNED:
        return report
    told = judge(annotated, verb.i).modality
    return replace(report, modality=told, timexes=own) if told in HELD else report


def _want_to_meet(annotated: AnnotatedDocument, token: Token, report: Report) -> bool:
    """
    Tell whether those who meet all want it, on a day they name: then it is planned.

    "Both sides want to meet again on 13 May"; "Arden wants to meet Brum" only asks for it.
    """
    wanted = report.modality is Modality.ASKED_FOR and report.type in (ActType.MEET, ActType.CALL)
    verb = annotated.parse.head(token.i)
    if not wanted or report.addressees or not report.timexes or token.dep != "xcomp":
        return False
    together = len(report.actors) > 1 or any(is_both(annotated.mentions[i]) for i in report.actors)
    return together and verb.lemma in ("want", "wish", "hope", "like", "aim")


def _are_several(annotated: AnnotatedDocument, report: Report) -> bool:
    """Tell whether two sides are told of: by name, as "both sides" or "we", or with whom."""
    told = [annotated.mentions[i] for i in report.actors]
    together = any(
        each.text.lower() in TOGETHER or is_both(each) or _is_of_sides(each) for each in told
    )
    return together or len(told) + len(report.addressees) > 1


def _is_of_sides(mention: Mention) -> bool:
    """Tell whether it is a plural for those at a table: "all sides", "the three delegations"."""
    found = PLURAL.fullmatch(mention.text)
    return found is not None and found["noun"].lower() in words(PACKAGE, "light", "tables")


def _is_of_talks(annotated: AnnotatedDocument) -> bool:
    """Tell whether the page tells of talks: rounds of games and votes are none."""
    talks = words(PACKAGE, "light", "talks")
    return any(token.lemma in talks for token in annotated.parse.tokens)


def _counts_talks(annotated: AnnotatedDocument, token: Token) -> bool:
    """Tell whether it is a round of something, which is told at that word."""
    tree = annotated.parse
    return any(
        noun.pos in ("NOUN", "PROPN")
        for prep in tree.children(token.i, "prep")
        if prep.lower == "of"
        for noun in tree.children(prep.i, "pobj")
    )


def _destination(annotated: AnnotatedDocument, heads: Sequence[int]) -> Span | None:
    """The place a visitor goes to, where the words name one."""
    tree = annotated.parse
    for i in heads:
        mention = annotated.mention_headed(tree.tokens[i])
        named = mention if mention is not None and mention.kind is MentionKind.NAME else None
        known = named is not None and named.actor_kind in (ActorKind.PLACE, ActorKind.PARTY)
        if known or tree.tokens[i].entity in ("GPE", "LOC", "FAC"):
            # The whole of the name: "Addis Ababa".
            return Span(named.start, named.end, named.text) if named else tree.span(i, i)
    return None


def _is_host(wording: tuple[str, ...]) -> bool:
    """Tell whether the subject is the host: then the visitor is the actor."""
    return wording[0] in words(PACKAGE, "light", "hosting")
