"""
Labels: a speaker's name before a colon, as dialogues, transcripts and headlines have it.

In a transcript a turn goes on over its further paragraphs, to the next label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from verbale.extract.attribution.finding import PACKAGE, Finding, Page, span_of
from verbale.gazetteer.offices import office_head
from verbale.lexicon import words
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse, Sentence, Token

MOST_IN_LABEL = 8  # words of a source that stands before a colon
MOST_WITH_OFFICE = 16  # … where it begins with an office and its name stands in brackets
COLONS = frozenset({":", "):", "]:"})
ENDS = frozenset({".", "!", "?"})
NAMING = ("DET", "ADJ", "NOUN", "PROPN", "PART", "PUNCT")  # words of who closes a headline
TURNS = 2  # of one speaker make a transcript


def label_findings(page: Page) -> Iterator[Finding]:
    """Short names before a colon that opens a paragraph: a headline or a dialogue."""
    tree = page.tree
    opened = list(_opened(page))
    turns = Counter(_label(tree, sentence, colon) for sentence, colon in opened)
    transcript = any(number >= TURNS for number in turns.values())
    for number, (sentence, colon) in enumerate(opened):
        last = _paragraph_end(page, sentence.i)
        again = turns[_label(tree, sentence, colon)] >= TURNS or _names_officer(page, sentence)
        if transcript and again and number + 1 < len(opened):
            last = opened[number + 1][0].first - 1
        if _label_end(page, sentence) is None or _asks(tree, sentence):
            continue  # nobody named asks
        if not again and _closes_with_sayer(tree, sentence, colon):
            continue  # "Morning Brief: Port is off the table, says Solen"
        first, cue = sentence.first, {colon}
        if _is_sayer(tree.tokens[first]) and colon > first + 1:
            # "Added Vella: …", which the parser takes for a name.
            cue.add(first)
            first += 1
        head = _label_head(tree, first, colon)
        yield Finding(
            "label", colon, cue, span_of(colon + 1, last), span_of(first, colon - 1), head
        )


def _opened(page: Page) -> Iterator[tuple[Sentence, int]]:
    """The sentences that open a paragraph with a label, and where its colon stands."""
    for sentence in page.tree.openings():
        colon = _label_end(page, sentence)
        if colon is None and page.tree.tokens[sentence.first].lower in _askers():
            window = page.tree.tokens[sentence.first : sentence.first + MOST_IN_LABEL]
            colon = next((token.i for token in window if token.text == ":"), None)
        if colon is not None:
            yield sentence, colon


def _askers() -> frozenset[str]:
    """Labels of turns by somebody whom the page does not name: "Question", "Presenter"."""
    return words(PACKAGE, "cue_nouns", "askers")


def _asks(tree: Parse, sentence: Sentence) -> bool:
    """Whether a turn's label is a letter or word for whoever asks: "Q:", "Journalist:"."""
    return (
        tree.tokens[sentence.first].lower in _askers()
        and tree.tokens[sentence.first + 1].text in COLONS
    )


def _closes_with_sayer(tree: Parse, sentence: Sentence, colon: int) -> bool:
    """Whether a headline names who said it at its end: what opens it is a series' name."""
    for i in range(max(colon + 2, sentence.last - MOST_IN_LABEL), sentence.last - 1):
        if tree.tokens[i].text == "," and _is_sayer(tree.tokens[i + 1]):
            behind = tree.tokens[i + 2 : sentence.last]
            return bool(behind) and all(t.pos in NAMING for t in behind)
    return False


def _label(tree: Parse, sentence: Sentence, colon: int) -> str:
    """A label's words, without what brackets add: "Question (Radio Vir)"."""
    return tree.span(sentence.first, colon).text.split("(")[0].strip(" :").lower()


def _label_end(page: Page, sentence: Sentence) -> int | None:
    """The colon that closes a label, or None."""
    tree = page.tree
    office = office_head(tree.tokens[sentence.first].lower) is not None
    longest = MOST_WITH_OFFICE if office else MOST_IN_LABEL
    for i in range(sentence.first, min(sentence.last, sentence.first + longest)):
        token = tree.tokens[i]
        if token.text in COLONS:
            named = any(
                tree.tokens[j].pos == "PROPN"
                or page.annotated.mention_headed(tree.tokens[j]) is not None
                for j in range(sentence.first, i)
            )
            # Page furniture, or a headline's first half: "Talks Over Fish: …"
            furniture = any(
                tree.tokens[j].lower in words(PACKAGE, "cue_nouns", "no_label")
                or (tree.tokens[j].pos in ("ADP", "SCONJ") and not _joins(tree.tokens[j], office))
                for j in range(sentence.first, i)
            )
            return i if named and not furniture and i > sentence.first else None
        verb = token.pos in ("VERB", "AUX") and token.tag not in ("VBG", "VBN", "NNP")
        if token.text in ENDS or (verb and i > sentence.first):
            return None
    return None


def _joins(token: Token, office: bool) -> bool:
    """Tell whether a preposition may stand in a label: "Minister *for* Water (Ms. Vella):"."""
    return token.lower == "of" or (office and token.lower in ("for", "to"))


def _names_officer(page: Page, sentence: Sentence) -> bool:
    """Tell whether a label begins with an office that a person named in it holds."""
    end = _label_end(page, sentence)
    if end is None or office_head(page.tree.tokens[sentence.first].lower) is None:
        return False
    named = (page.annotated.mention_headed(page.tree.tokens[i]) for i in range(sentence.first, end))
    return any(each is not None and each.actor_kind is ActorKind.PERSON for each in named)


def _is_sayer(token: Token) -> bool:
    """Whether a word is a past or present form of a verb of speech, by its letters."""
    word = token.lower
    verbs = words(PACKAGE, "cues", "clause") | words(PACKAGE, "cues", "quotation")
    stems = {word[:-1], word[:-2]} if word.endswith(("ed", "s")) else set()
    return bool(stems & verbs)


def _label_head(tree: Parse, first: int, colon: int) -> int:
    """The topmost noun of the label."""
    inside = range(first, colon)
    nouns = [i for i in inside if tree.tokens[i].pos in ("PROPN", "NOUN", "PRON")]
    top = [i for i in nouns if tree.head(i).i not in inside or tree.head(i).i == i]
    return (top or nouns or [colon - 1])[-1]


def _paragraph_end(page: Page, sentence: int) -> int:
    sentences = page.tree.sentences
    paragraph = sentences[sentence].paragraph
    while sentence + 1 < len(sentences) and sentences[sentence + 1].paragraph == paragraph:
        sentence += 1
    return sentences[sentence].last - 1
