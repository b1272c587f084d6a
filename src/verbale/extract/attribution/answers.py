"""
Answers: what somebody says in an interview that goes by letters, "Q:" and "A:".

The letters name nobody. Whoever answers is told before the first question: by being the only
one, by speaking first, by being the spokesperson, or by the headline; else nobody is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.extract.attribution.finding import PACKAGE, Finding, Page, span_of
from verbale.gazetteer.offices import is_voice
from verbale.lexicon import words
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Sentence, Token

CLOSED = frozenset({":", ".", ")", "-", "–", "—"})
LONGEST_NAME = 6  # tokens of a speaker's name with an initial, and its colon
LEAST_TURNS = 2  # a question and an answer


def answer_findings(page: Page) -> Iterator[Finding]:
    """Yield the answers of an interview by letters."""
    turns = list(_turns(page))
    asked = [first for first, _, asks in turns if asks]
    if len(turns) < LEAST_TURNS or not asked or len(asked) == len(turns):
        return
    answerer = _answerer(page, asked[0])
    if answerer is None:
        return
    for number, (first, label, asks) in enumerate(turns):
        if asks:
            continue
        goes_on = number + 1 < len(turns)
        last = turns[number + 1][0] - 1 if goes_on else _paragraph_end(page, label)
        if last > label:
            content = span_of(label + 1, last)
            yield Finding("label", label, span_of(first, label), content, set(), answerer.head)


def _turns(page: Page) -> Iterator[tuple[int, int, bool]]:
    """The first token of each turn, the last one of its label, and whether it asks."""
    tokens = page.tree.tokens
    for sentence in page.tree.openings():
        end = _label_end(tokens, sentence)
        if end is None:
            continue
        word = tokens[sentence.first].lower.rstrip(".:)")
        if word in words(PACKAGE, "cue_nouns", "questions"):
            yield sentence.first, end, True
        elif word in words(PACKAGE, "cue_nouns", "answers"):
            yield sentence.first, end, False


def _label_end(tokens: tuple[Token, ...], sentence: Sentence) -> int | None:
    """The last token of a letter or word that labels a turn: "A:", "Answer -"."""
    first = sentence.first
    opens = tokens[first]
    if not opens.text[:1].isupper():
        return None
    named = tokens[first + 2 : min(first + LONGEST_NAME, sentence.last)]
    if any(token.text == ":" for token in named):
        return None  # "A. Vella:"
    if opens.text[-1:] in (":", "."):
        return first
    following = tokens[first + 1] if first + 1 < len(tokens) else opens
    return first + 1 if following.text in CLOSED else None


def _answerer(page: Page, before: int) -> Mention | None:
    """
    Who answers: the one person named before the first question; of several the one who
    opens with words of his own ("Vella: Good morning."), the one spokesperson, or the one
    whom the headline names.
    """
    end = page.tree.tokens[before].start
    annotated = page.annotated
    people: dict[tuple[int, ...], Mention] = {}
    for mention in annotated.mentions:
        if mention.start >= end:
            break
        if mention.kind is MentionKind.NAME and mention.actor_kind is ActorKind.PERSON:
            chains = annotated.references[mention.i].chains
            if len(chains) == 1:
                people.setdefault(chains, mention)
    title = annotated.document.title
    for fits in (
        lambda _, __: True,
        lambda chains, _: any(_opens(page, i) for i in annotated.chains[chains[0]].mentions),
        lambda chains, _: any(map(is_voice, annotated.chains[chains[0]].offices)),
        lambda _, mention: title is not None and mention.start < title.end,
    ):
        found = [mention for chains, mention in people.items() if fits(chains, mention)]
        if len(found) == 1:
            return found[0]
    return None


def _opens(page: Page, i: int) -> bool:
    """Whether a mention labels a turn: it opens a paragraph and a colon follows it."""
    mention = page.annotated.mentions[i]
    first = page.tree.token_at(mention.start)
    after = page.annotated.text[mention.end : mention.end + 2].lstrip()
    if first is None or after[:1] != ":":
        return False
    sentence = page.tree.sentence_of(first.i)
    return sentence.first == first.i and (
        sentence.i == 0 or page.tree.sentences[sentence.i - 1].paragraph != sentence.paragraph
    )


def _paragraph_end(page: Page, at: int) -> int:
    """The last token of the paragraph that a token stands in."""
    sentence = page.tree.sentence_of(at)
    last = sentence.last - 1
    for each in page.tree.sentences[sentence.i :]:
        if each.paragraph != sentence.paragraph:
            break
        last = each.last - 1
    return last
