"""
What stands around a saying: to whom, where, on whose behalf, when, and through whom.

Each is taken from outside what was said, by its place in the grammar of the cue.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.extract.attribution.finding import PACKAGE, Finding, Page, is_verb
from verbale.extract.attribution.media import is_masthead, is_medium, told_by_staff
from verbale.extract.attribution.time import time_of_saying
from verbale.lexicon import terms, words
from verbale.model.mention import ActorKind
from verbale.model.parse import Token
from verbale.model.span import Span

SPOKEN_FOR = (ActorKind.BLOC, ActorKind.PARTY, ActorKind.ORGANISATION)
AFTER_TOLD = frozenset({"that", "on", "in", "at", ",", ".", "“", '"'})


@dataclass(frozen=True, slots=True)
class Context:
    """Spans outside the content, as in `Statement`."""

    addressee: Span | None = None
    channel: Span | None = None
    on_behalf_of: Span | None = None
    via: Span | None = None  # who quotes the speaker, in the same clause
    timex: int | None = None


def context_of(page: Page, finding: Finding) -> Context:
    """Read the surroundings of one finding's cue."""
    if not finding.cue:
        return Context()
    addressee, medium = _addressee(page, finding)
    return Context(
        addressee=addressee,
        channel=medium or _channel(page, finding),
        on_behalf_of=_on_behalf_of(page, finding),
        via=_quoted_by(page, finding),
        timex=time_of_saying(page, finding),
    )


def _addressee(page: Page, finding: Finding) -> tuple[Span | None, Span | None]:
    """Who is told or asked; a medium that is told is the channel instead."""
    tree = page.tree
    verb = tree.tokens[finding.sayer]
    lists = terms(PACKAGE, "cues")["addressee"]
    if not is_verb(verb) or finding.rule == "according to":
        return None, None
    told: Token | None = None
    if verb.lemma in lists["verbs"] and finding.rule != "object":
        told = tree.child(verb.i, "dobj", "dative") or _swallowed(page, finding, verb)
    elif verb.lemma in lists["asked"] and tree.child(verb.i, "xcomp", "ccomp") is not None:
        told = tree.child(verb.i, "dobj", "dative")
        if told is None and verb.lemma in lists["asked_on"]:
            told = _prepositional(page, finding, verb, "on", "upon")
    if told is None or not _may_be_told(page, told):
        told = _prepositional(page, finding, verb, "to")
    if told is None or not _may_be_told(page, told):
        return None, None
    staff = told_by_staff(page, told)
    span = _phrase(page, finding, told.i if staff is None else staff.i)
    if staff is not None:
        return None, span
    return (None, span) if is_medium(page, told) else (span, None)


def _prepositional(page: Page, finding: Finding, verb: Token, *wanted: str) -> Token | None:
    """The object of one of the verb's prepositions, if it stands outside the content."""
    tree = page.tree
    for child in tree.children(verb.i, "prep", "dative"):
        whom = tree.child(child.i, "pobj")
        if child.lower in wanted and whom is not None and whom.i not in finding.content:
            return whom
    return None


def _may_be_told(page: Page, token: Token) -> bool:
    """Whether a token can head somebody who is spoken to."""
    # "Morning Hour" is taken for a time.
    is_name = token.pos == "PROPN" and is_masthead(page, token, None)
    return (
        token.pos in ("NOUN", "PROPN", "PRON")
        and (token.entity not in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY") or is_name)
        and token.lower not in words(PACKAGE, "cues", "nobody")
        and token.lower not in ("it", "which", "everything", "something")
        and token.i not in page.quote_of
    )


def _swallowed(page: Page, finding: Finding, verb: Token) -> Token | None:
    """Told the envoy that: where the parser made the envoy part of the clause."""
    tree = page.tree
    for token in tree.tokens[verb.i + 1 : verb.i + 8]:
        if token.lower == "that" or token.pos in ("PUNCT", "VERB", "AUX", "ADP"):
            break
        following = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
        if (
            token.pos in ("NOUN", "PROPN", "PRON")
            and following is not None
            and following.lower in AFTER_TOLD
        ):
            return token if token.i not in finding.content else None
    return None


def _phrase(page: Page, finding: Finding, head: int) -> Span:
    """The noun phrase of `head`, without what was said."""
    tree = page.tree
    first, last = tree.edges(head)
    while (
        first < head
        and head not in finding.content
        and (first in finding.content or first in finding.cue)
    ):
        first += 1
    end = head
    for i in range(head + 1, last + 1):
        if i in finding.content or i in finding.cue or i in page.quote_of:
            break
        token = tree.tokens[i]
        if token.dep in ("relcl", "acl", "prep") and token.lower not in ("of", "for", "with"):
            break
        if token.text == "," or token.lower in ("who", "which", "that", "on"):
            break
        end = i
    return tree.span(first, end)


def _channel(page: Page, finding: Finding) -> Span | None:
    """In an interview with …, at a press conference, on the wireless."""
    tree = page.tree
    verb = tree.tokens[finding.sayer]
    heads = [verb.i]
    governor = tree.head(verb.i)
    if verb.dep in ("acl", "relcl", "pcomp", "advcl"):
        heads.append(governor.i)
    heads.extend(_speaking(page, finding, verb))
    for head in heads:
        for preposition in tree.children(head, "prep"):
            found = channel_phrase(page, finding, preposition)
            if found is not None:
                return found
    # Prepositions right behind the cue that the parser hung elsewhere.
    sentence = tree.sentence_of(verb.i)
    for i in range(max(finding.cue) + 1, min(sentence.last, max(finding.cue) + 12)):
        if i in finding.content and min(finding.content) > verb.i and i != max(finding.cue) + 1:
            break
        token = tree.tokens[i]
        if token.dep == "prep" and i not in finding.content:
            found = channel_phrase(page, finding, token)
            if found is not None:
                return found
    return None


def _speaking(page: Page, finding: Finding, verb: Token) -> list[int]:
    """Verbs beside the cue that tell where somebody speaks: "*Speaking* on NRE, Vella said"."""
    tree = page.tree
    spoken = terms(PACKAGE, "channels")["speaking"]
    found = [child.i for child in tree.children(verb.i, "advcl", "prep", "acl")]
    if finding.source_head is not None:
        found += [child.i for child in tree.children(finding.source_head, "relcl", "acl")]
    return [i for i in found if tree.tokens[i].lemma in spoken and i not in finding.content]


def channel_phrase(page: Page, finding: Finding, preposition: Token) -> Span | None:
    """Through what something is said, where a preposition tells it."""
    tree = page.tree
    spoken_to = preposition.lower in ("to", "with") and (
        tree.head(preposition.i).lemma in words(PACKAGE, "channels", "speaking")
    )
    if preposition.i in finding.content or not (
        spoken_to or preposition.lower in words(PACKAGE, "channels", "prepositions")
    ):
        return None
    thing = tree.child(preposition.i, "pobj")
    if thing is None or thing.i in page.quote_of:
        return None
    staff = told_by_staff(page, thing) if spoken_to else None
    if staff is not None:
        return _phrase(page, finding, staff.i)
    known = words(PACKAGE, "channels", "media")
    if preposition.lower not in ("on", "over", "from"):
        known = known | words(PACKAGE, "channels", "occasions")
    mention = page.annotated.mention_headed(thing)
    outlet = mention is not None and mention.actor_kind is ActorKind.OUTLET
    outlet = outlet or is_masthead(page, thing, mention)
    beside = {child.lemma for child in tree.children(thing.i, "compound", "nmod", "appos")}
    outlet = outlet or (spoken_to and bool(beside & words(PACKAGE, "channels", "media")))
    if thing.lemma not in known and thing.lower not in known and not outlet:
        return None
    inner = _phrase(page, finding, thing.i)
    return Span.of(page.annotated.text, preposition.start, inner.end)


def _on_behalf_of(page: Page, finding: Finding) -> Span | None:
    """On behalf of the union; speaking for the bloc."""
    tree = page.tree
    sentence = tree.sentence_of(finding.sayer)
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.i in finding.content or token.i in page.quote_of:
            continue
        of: Token | None = None
        if token.lower == "behalf":
            of = next((c for c in tree.children(token.i, "prep") if c.lower == "of"), None)
            owner = tree.child(token.i, "poss")
            if of is None and owner is not None:
                return tree.subtree_span(owner.i)
        elif token.lower == "name" and tree.tokens[token.i - 1].lower == "the":
            before = tree.tokens[token.i - 2].lower if token.i >= 2 else ""
            if before == "in":
                of = next((c for c in tree.children(token.i, "prep") if c.lower == "of"), None)
        elif token.lower in ("speaking", "spoke") and token.i != finding.sayer:
            of = next((c for c in tree.children(token.i, "prep") if c.lower == "for"), None)
        if of is not None:
            whom = tree.child(of.i, "pobj")
            if whom is not None:
                return _phrase(page, finding, whom.i)
    return _named_for(page, finding)


def _named_for(page: Page, finding: Finding) -> Span | None:
    """Whom minutes name behind a speaker: "Malta, for *the alliance*, called for more"."""
    if finding.source_head is None:
        return None
    tokens = page.tree.tokens[finding.source_head + 1 : finding.source_head + 5]
    if [token.lower for token in tokens[:2]] != [",", "for"]:
        return None
    for token in tokens[2:]:
        mention = next((m for m in page.annotated.mentions if m.start == token.start), None)
        if mention is not None and mention.actor_kind in SPOKEN_FOR:
            return Span.of(page.annotated.text, mention.start, mention.end)
    return None


def _quoted_by(page: Page, finding: Finding) -> Span | None:
    """The agency quoted him as saying; he was quoted by the agency as saying."""
    tree = page.tree
    verb = tree.tokens[finding.sayer]
    governor = tree.head(tree.head(verb.i).i)
    if verb.dep != "pcomp" or governor.lemma not in ("quote", "cite"):
        return None
    agent = tree.child(governor.i, "agent")
    outlet = tree.child(agent.i, "pobj") if agent is not None else tree.child(governor.i, "nsubj")
    if outlet is None or outlet.i == finding.source_head:
        return None
    return _phrase(page, finding, outlet.i)
