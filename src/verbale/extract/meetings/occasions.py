"""
Occasions: who took part in talks told by a noun, and whether the noun tells of any.

"The talks" mostly points back at a meeting told elsewhere. It is told as a meeting of
its own only where something new comes with it: who, where, on which day, the how
manieth. "Talks with A on Monday in P and with B on Wednesday in Q" are two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import agents, coordinated, objects
from verbale.extract.details.places import place_after, places_in_turn
from verbale.extract.roles import mentions_at, statement_at
from verbale.extract.times import timexes_within
from verbale.lexicon import words
from verbale.model.act import Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind, MentionKind
from verbale.model.parse import Token
from verbale.model.statement import Statement
from verbale.model.timex import TimexType

PACKAGE = "verbale.extract"
TAKING_PART = (ActorKind.PERSON, ActorKind.PARTY, ActorKind.BLOC, ActorKind.ORGANISATION)
DAYS = (TimexType.DATE, TimexType.TIME)
AHEAD = (Modality.PLANNED, Modality.POSSIBLE)


def of_occasion(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token, report: Report
) -> Report:
    """The report with those who took part, and without what only looks like them."""
    report = _without_topics(annotated, token, _without_places(annotated, token, report))
    report = _without_neighbours(annotated, token, report)
    if not report.actors:
        report = replace(
            report,
            actors=_between(annotated, statements, token) or _hosting(annotated, token),
        )
    return _with_teller(annotated, statements, token, report)


def is_told(annotated: AnnotatedDocument, token: Token, report: Report) -> bool:
    """Tell whether anything about the meeting is told beyond the word."""
    parties = len(report.actors) + len(report.addressees)
    if not parties and annotated.parse.text[token.end : token.end + 1] == ":":
        return False  # "Regional meetings: Vir, 24 May; Tallis, 25 May" is a notice
    dated = any(annotated.timexes[i].type in DAYS for i in report.timexes)
    if parties > 1 or dated or report.ordinal:
        return True
    if report.place and (parties or report.modality in AHEAD or _is_new(annotated, token)):
        return True
    return bool(report.addressees) and _is_new(annotated, token)


def each_meeting(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    report: Report,
) -> Iterator[Report]:
    """The report, or one for each of those met apart: by word, or by day and place."""
    legs = _legs(annotated, statements, token) if len(report.addressees) > 1 else []
    if len(legs) > 1:
        for others, place, times in legs:
            named = place_after(annotated, place.i) if place else None
            yield replace(report, addressees=others, place=named, timexes=times)
    elif _are_separate(annotated, token):
        for other in report.addressees:
            yield replace(report, addressees=(other,))
    elif len(places := places_in_turn(annotated, token)) > 1:
        if len(places) != len(report.addressees):
            yield replace(report, place=None)  # which of them was where is not told
            return
        for other, at in zip(report.addressees, places, strict=True):
            yield replace(report, addressees=(other,), place=at)
    else:
        yield report


def _legs(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token
) -> list[tuple[tuple[int, ...], Token | None, tuple[int, ...]]]:
    """
    Each "with …" of an occasion with the time and place told before the next one.

    Empty where fewer than two have a day or a place of their own.
    """
    tree = annotated.parse
    end = tree.sentence_of(token.i).last
    starts = [
        other.i
        for other in tree.tokens[token.i + 1 : end]
        if other.lower == "with" and tree.child(other.i, "pobj") is not None
    ]
    found = []
    for at, start in enumerate(starts):
        stop = starts[at + 1] if at + 1 < len(starts) else end
        last = tree.tokens[stop - 1].end
        partner = tree.child(start, "pobj")
        if partner is None:
            continue
        heads = [i for i in coordinated(tree, partner.i) if i < stop]
        times = [
            timex.i
            for timex in timexes_within(annotated, tree.tokens[start].end, last)
            if timex.type in DAYS
        ]
        places = [
            other
            for other in tree.tokens[start + 1 : stop]
            if other.dep == "pobj"
            and tree.head(other.i).lower in ("in", "at")
            and place_after(annotated, other.i) is not None
        ]
        others = mentions_at(annotated, heads, statements)
        if others and (times or places):
            found.append((others, places[0] if places else None, tuple(times[:1])))
    return found


def _without_places(annotated: AnnotatedDocument, token: Token, report: Report) -> Report:
    """The report of "the Solen round", held in Solen; "Solen–Brum talks" are of two."""
    tree = annotated.parse
    if len(report.actors) != 1:
        return report
    mention = annotated.mentions[report.actors[0]]
    named = tree.tokens[mention.head].lower == (mention.party or "").lower()
    if mention.kind is not MentionKind.NAME or named or len(mention.text.split()) > 3:
        return report
    if mention.actor_kind not in (ActorKind.PLACE, ActorKind.PARTY):
        return report
    before = mention.head < token.i and tree.tokens[mention.head].dep in ("compound", "nmod")
    host = tree.tokens[mention.head].dep == "nsubj"
    if not before and not host:
        return report
    place = report.place or tree.span(mention.head, mention.head)
    return replace(report, actors=(), place=place)


def _without_topics(annotated: AnnotatedDocument, token: Token, report: Report) -> Report:
    """The report of "mackerel talks" without the mackerel: a topic is nobody."""
    tree = annotated.parse
    kept = []
    for i in report.actors:
        mention = annotated.mentions[i]
        before = tree.tokens[mention.head].dep in ("compound", "nmod", "amod")
        unknown = mention.party is None and mention.actor_kind not in TAKING_PART
        if not (before and mention.head < token.i and unknown):
            kept.append(i)
    return replace(report, actors=tuple(kept))


def _is_new(annotated: AnnotatedDocument, token: Token) -> bool:
    """Tell whether the noun brings a meeting in: "a meeting", "talks", not "the talks"."""
    back = words(PACKAGE, "light", "pointing_back")
    return not any(
        child.lower in back or child.dep == "poss"
        for child in annotated.parse.children(token.i, "det", "poss", "amod")
    )


def _between(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token
) -> tuple[int, ...]:
    """Both sides of "talks on fish between Arden and Brum", wherever it was hung."""
    tree = annotated.parse
    end = min(token.i + 12, tree.sentence_of(token.i).last)
    for other in tree.tokens[token.i + 1 : end]:
        if other.pos in ("VERB", "AUX") and other.tag != "VBG":
            break
        noun = tree.child(other.i, "pobj") if other.lower == "between" else None
        if noun is not None:
            heads = coordinated(tree, noun.i)
            both = heads if len(heads) > 1 else _torn_pair(annotated, noun)
            return mentions_at(annotated, both, statements)
    return ()


def _torn_pair(annotated: AnnotatedDocument, noun: Token) -> list[int]:
    """Both of "the delegation of Arden, headed by A, and the delegation of Brum"."""
    tree = annotated.parse
    found = [noun.i]
    for other in tree.tokens[noun.i + 1 : tree.sentence_of(noun.i).last - 1]:
        if other.lower == noun.lower and other.dep == "conj":
            found.append(other.i)
    return found


def _without_neighbours(annotated: AnnotatedDocument, token: Token, report: Report) -> Report:
    """
    Without the day and place of the meeting it is set before or after: in "the talks
    were preceded by a meeting in Maro on Monday" Monday and Maro are the meeting's.
    """
    tree = annotated.parse
    subject = next(
        (
            each
            for each in (token, *tree.ancestors(token.i))
            if each.dep in ("nsubj", "nsubjpass") or each.pos in ("VERB", "AUX")
        ),
        None,
    )
    if subject is None or subject.dep not in ("nsubj", "nsubjpass"):
        return report
    verb = tree.head(subject.i)
    if verb.lemma not in words(PACKAGE, "sequence", "verbs") or verb.i < token.i:
        return report
    if tree.child(verb.i, "dobj", "agent") is None:
        return report  # "talks followed on Monday": there is no other meeting to own the day
    own = tuple(i for i in report.timexes if annotated.timexes[i].start < verb.start)
    place = report.place if report.place and report.place.start < verb.start else None
    return replace(report, timexes=own, place=place)


def _hosting(annotated: AnnotatedDocument, token: Token) -> tuple[int, ...]:
    """The bloc or body of "talks with Arden at the Fisheries Union"; a town is a place."""
    tree = annotated.parse
    with_somebody = any(child.lower == "with" for child in tree.children(token.i, "prep"))
    end = min(token.i + 8, tree.sentence_of(token.i).last)
    for other in tree.tokens[token.i + 1 : end]:
        noun = tree.child(other.i, "pobj") if other.lower == "at" else None
        host = annotated.mention_headed(noun) if noun is not None else None
        if with_somebody and host and host.actor_kind in (ActorKind.BLOC, ActorKind.ORGANISATION):
            return (host.i,)
    return ()


def _are_separate(annotated: AnnotatedDocument, token: Token) -> bool:
    separate = words(PACKAGE, "light", "separate")
    return any(child.lower in separate for child in annotated.parse.children(token.i))


def _with_teller(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    report: Report,
) -> Report:
    """Who else took part where one side only is named, or none."""
    if report.actors and (report.addressees or len(report.actors) > 1):
        return report
    if not report.actors and not report.addressees:
        held = _in_the_course(annotated, statements, token)
        return replace(report, actors=held[:1], addressees=held[1:]) if held else report
    if report.actors:
        return report
    statement = statement_at(token.start, statements)
    above = None if statement is not None else _subject_above(annotated, statements, token)
    speaker = statement.speaker if statement is not None else above
    if speaker is None or speaker in report.addressees:
        return report
    mention = annotated.mentions[speaker]
    if mention.actor_kind not in TAKING_PART and mention.party is None:
        return report
    return replace(report, actors=(speaker,))


def _in_the_course(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token
) -> tuple[int, ...]:
    """Both of "A told B in a meeting", both subjects of "A and B agreed at a meeting"."""
    tree = annotated.parse
    preposition = tree.head(token.i)
    verb = tree.head(preposition.i)
    if preposition.lower == "for" and verb.lemma in words(PACKAGE, "light", "motion"):
        return mentions_at(annotated, agents(tree, verb.i), statements)  # "flew in for talks"
    if preposition.lower not in ("in", "at", "during"):
        return ()
    told = objects(tree, verb.i) if verb.pos == "VERB" else []
    if told:
        both = mentions_at(annotated, [*agents(tree, verb.i)[:1], *told[:1]], statements)
        kinds = [annotated.mentions[i].actor_kind for i in both]
        if len(both) == 2 and all(kind in TAKING_PART for kind in kinds):
            return both
    above = (
        verb
        if verb.pos == "VERB"
        else next((up for up in tree.ancestors(preposition.i) if up.pos == "VERB"), None)
    )
    if above is None:
        return ()
    subjects = mentions_at(annotated, agents(tree, above.i), statements)
    return subjects if len(subjects) > 1 else ()


def _subject_above(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token
) -> int | None:
    """The subject of the clause that comments on the talks: "Commenting on talks with B, A …"."""
    tree = annotated.parse
    for above in tree.ancestors(token.i):
        if above.pos == "VERB":
            subject = agents(tree, above.i)
            found = mentions_at(annotated, subject[:1], statements)
            return found[0] if found else None
    return None
