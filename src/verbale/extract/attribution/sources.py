"""
Sources: whose words they are, told from the grammar of the cue.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.extract.attribution.finding import is_verb, span_of
from verbale.lexicon import words
from verbale.model.parse import Parse, Token

MOST_STEPS = 6
LONGEST_DATELINE = 16  # tokens
DASHES = frozenset({"-", "--", "–", "—"})
# Their participle after a noun is passive even with a clause: "the envoy told that …".
TOLD = frozenset({"tell", "ask", "inform", "remind", "warn", "convince", "persuade", "assure"})
QUOTING = frozenset({"quote", "cite"})
MOST_BETWEEN = 16  # tokens between a quotation and its saying
CLOSING = frozenset({'"', "”", "''", "’", "'"})
ENDING = frozenset({",", ".", "!", "?", "…"})
NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")


@dataclass(frozen=True, slots=True)
class Subject:
    """
    Who speaks. `head` is the head token of the source, None where nobody is named.

    `told` is the passive subject, which is what the saying is about; `chain` the
    verbs passed on the way up to the subject ("went on to say").
    """

    head: int | None
    agentless: bool = False
    passive: bool = False
    told: int | None = None
    chain: tuple[int, ...] = ()


def subject_of(tree: Parse, verb: Token) -> Subject | None:
    """Find who the subject of a verb is, through conjunction, control and participles."""
    chain: list[int] = []
    at = verb
    for _ in range(MOST_STEPS):
        passive = tree.child(at.i, *PASSIVE_SUBJECTS)
        agent = _agent(tree, at)
        if passive is not None and _is_perfect(tree, at, passive):
            return Subject(passive.i, chain=tuple(chain))
        if at.i == verb.i and (passive is not None or _is_passive(tree, at, agent)):
            told = passive.i if passive is not None else None
            if agent is not None:
                return Subject(agent.i, passive=True, told=told)
            return Subject(None, agentless=True, passive=True, told=told)
        subject = _nearest_subject(tree, at) or passive
        if subject is None and at.i == verb.i:
            subject = _behind_quotation(tree, verb) or _named_before(tree, verb)
        if subject is not None and (teller := _before_telling(tree, at, subject)) is not None:
            return Subject(teller.i, chain=tuple(chain))
        if subject is not None:
            return Subject(subject.i, chain=tuple(chain))
        governor = tree.head(at.i)
        if governor.i == at.i:
            return None
        step = _step_up(tree, at, governor, agent)
        if isinstance(step, Subject) or step is None:
            return step
        if at.dep == "xcomp":
            chain.append(step.i)
        at = step
    return None


def _behind_quotation(tree: Parse, verb: Token) -> Token | None:
    """
    Who stands between a closing mark and a saying, where the parser hung him into what is
    quoted: "“…voted for,” *the union's head, Ana Vella,* told the Post".
    """
    if verb.tag not in ("VBD", "VBZ") or tree.child(verb.i, "auxpass") is not None:
        return None
    floor = max(_first(tree, verb), verb.i - MOST_BETWEEN)
    mark = next((i for i in range(verb.i - 1, floor, -1) if tree.tokens[i].text in CLOSING), None)
    if mark is None or tree.tokens[mark - 1].text not in ENDING:
        return None
    between = tree.tokens[mark + 1 : verb.i]
    if any(is_verb(token) for token in between):
        return None
    inside = range(mark + 1, verb.i)
    heads = [t for t in between if t.pos in NOMINAL and (t.head not in inside or t.head == t.i)]
    return heads[0] if heads else None


def _named_before(tree: Parse, verb: Token) -> Token | None:
    """
    Whose name a comma parts from a saying that the parser left without a subject: "For the
    union, its secretary, *Ana Vella*, told Radio Lumen that".
    """
    at = verb.i - 2
    if verb.dep != "ROOT" or verb.tag not in ("VBD", "VBZ") or at <= _first(tree, verb):
        return None
    name, comma = tree.tokens[at], tree.tokens[at + 1]
    named = name.pos == "PROPN" and name.dep == "appos" and comma.text == ","
    return name if named and tree.child(verb.i, "auxpass") is None else None


def _before_telling(tree: Parse, verb: Token, subject: Token) -> Token | None:
    """
    Who stands right before "told" whose listener the parser took for the subject: "the
    union's head, Ana Vella, *told the Post*".
    """
    if verb.lemma != "tell" or subject.i < verb.i or verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    at = verb.i - 1
    if at > 0 and tree.tokens[at].text == ",":
        at -= 1
    token = tree.tokens[at]
    near = token.sentence == verb.sentence and token.pos in ("PROPN", "NOUN", "PRON")
    return token if near else None


def _is_perfect(tree: Parse, verb: Token, subject: Token) -> bool:
    """He’s said that …: the parser reads the shortened "has" as "is"."""
    auxiliary = tree.child(verb.i, "auxpass")
    return (
        auxiliary is not None
        and auxiliary.lower in ("'s", "’s")
        and verb.lemma not in TOLD
        and tree.child(verb.i, "ccomp") is not None
        and subject.lower not in ("it", "that", "what")
    )


def _is_passive(tree: Parse, verb: Token, agent: Token | None) -> bool:
    """A passive without a subject of its own: "when asked about", "told by her that"."""
    if tree.child(verb.i, "auxpass") is not None:
        return agent is not None
    bare = verb.tag == "VBN" and tree.child(verb.i, "aux", "nsubj") is None
    return bare and (verb.dep == "advcl" or (verb.dep == "ROOT" and verb.i == _first(tree, verb)))


def _first(tree: Parse, token: Token) -> int:
    return tree.sentence_of(token.i).first


def _nearest_subject(tree: Parse, verb: Token) -> Token | None:
    """The subject that stands nearest, where the parser gave two."""
    found = [
        c
        for c in tree.children(verb.i, "nsubj")
        if c.entity not in ("DATE", "TIME") or c.lower == "old"  # "the 66-year-old said"
    ]
    found = [_joined_end(tree, _real_subject(tree, c, verb)) for c in found if c.text not in DASHES]
    return min(found, key=lambda token: abs(token.i - verb.i)) if found else None


def _joined_end(tree: Parse, subject: Token) -> Token:
    """The last part of a joined word, whose parts are all made subjects: "vice-*president*"."""
    at = subject.i
    while at + 2 < len(tree.tokens) and tree.tokens[at + 1].text in ("-", "–"):
        end = tree.tokens[at + 2]
        if end.dep != subject.dep or end.head != subject.head:
            break
        at += 2
    return tree.tokens[at]


def _step_up(
    tree: Parse, at: Token, governor: Token, agent: Token | None
) -> Subject | Token | None:
    """One step from a verb without subject towards the verb that has one."""
    if at.dep == "conj":
        while not is_verb(governor) and governor.dep in (
            "conj",
            "oprd",
            "dobj",
            "pobj",
            "acomp",
            "prep",
            "attr",
        ):
            governor = tree.head(governor.i)
        return governor if is_verb(governor) else None
    if at.dep == "xcomp" and is_verb(governor):
        return None if tree.child(governor.i, "dobj") is not None else governor
    if at.dep in ("advcl", "dep") and is_verb(governor):
        return governor
    if at.dep in ("acl", "relcl"):
        if agent is not None:
            return Subject(agent.i, passive=True, told=governor.i)
        behind_comma = at.i > 0 and tree.tokens[at.i - 1].text == ","
        holds_clause = tree.child(at.i, "ccomp") is not None and (
            at.lemma not in TOLD or behind_comma
        )
        if (
            at.tag == "VBG"
            and governor.dep == "dobj"
            and governor.lemma in words("verbale.extract", "channels", "occasions")
        ):
            return tree.head(governor.i)
        return Subject(governor.i) if at.tag in ("VBG", "VBD") or holds_clause else None
    if at.dep == "pcomp":
        above = tree.head(governor.i)
        if not is_verb(above):
            return None
        quoted = tree.child(above.i, "dobj", "nsubjpass") if above.lemma in QUOTING else None
        return Subject(quoted.i) if quoted is not None else above
    return None


def _agent(tree: Parse, verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    by = tree.child(verb.i, "agent")
    return tree.child(by.i, "pobj") if by is not None else None


def source_tokens(tree: Parse, head: int, cue: int) -> set[int]:
    """The whole noun phrase of the source, never reaching over the cue."""
    first, last = tree.edges(head)
    first = max(first, _after_dateline(tree, head, first))
    if first <= cue <= last:
        if head < cue:
            last = cue - 1
        else:
            first = cue + 1
    if tree.tokens[first].pos == "ADP":
        # "For his part, the envoy": what the parser hung before the noun.
        commas = [i for i in range(first, head) if tree.tokens[i].text == ","]
        first = commas[-1] + 1 if commas else first
    while first < last and tree.tokens[first].pos == "PUNCT":
        first += 1
    while last > first and tree.tokens[last].pos == "PUNCT":
        last -= 1
    return span_of(first, last)


def _after_dateline(tree: Parse, head: int, first: int) -> int:
    """Where the source begins behind a dateline: "VALLETTA (AB) – The envoy said"."""
    sentence = tree.sentence_of(head)
    if first != sentence.first or (
        sentence.i and tree.sentences[sentence.i - 1].paragraph == sentence.paragraph
    ):
        return first
    for i in range(first + 1, min(head, first + LONGEST_DATELINE)):
        if tree.tokens[i].text in DASHES and tree.tokens[first].text.isupper():
            return i + 1
    return first


def dateline(tree: Parse, i: int) -> set[int]:
    """
    The dateline that opens the sentence of token `i`: "Valletta, May 3 (AB) – ".

    A place in capitals, or one with an agency in brackets, before a spaced dash.
    """
    sentence = tree.sentence_of(i)
    first = sentence.first
    if sentence.i and tree.sentences[sentence.i - 1].paragraph == sentence.paragraph:
        return set()
    opening = tree.tokens[first]
    for at in range(first + 1, min(sentence.last, first + LONGEST_DATELINE)):
        if tree.tokens[at].text not in DASHES:
            continue
        agency = tree.tokens[at - 1].text == ")" and opening.pos == "PROPN"
        capitals = opening.text.isupper() and len(opening.text) > 2
        return span_of(first, at) if agency or capitals else set()
    return set()


def _real_subject(tree: Parse, subject: Token, verb: Token) -> Token:
    """The noun behind the dash, where a dateline was taken for the subject."""
    sentence = tree.sentence_of(subject.i)
    if subject.i > sentence.first + 2 or not subject.text.isupper():
        return subject
    dash = next((i for i in range(subject.i + 1, verb.i) if tree.tokens[i].text in DASHES), None)
    if dash is None or dash - sentence.first > LONGEST_DATELINE:
        return subject
    behind = [t for t in tree.tokens[dash + 1 : verb.i] if t.pos in ("NOUN", "PROPN", "PRON")]
    heads = [t for t in behind if not dash < t.head < verb.i or t.head == t.i]
    return heads[-1] if heads else (behind[-1] if behind else subject)
