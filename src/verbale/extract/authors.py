"""
Authors: whose words a paper's are.

"The note also calls on Brum to reopen the road": the act is that of those who sent the
note. They stand beside the paper's noun, here or where the page first told of it, or
are who is told to have sent it.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.extract.clauses import agents, coordinated
from verbale.extract.roles import mentions_at, statement_at
from verbale.lexicon import terms, words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement, StatementKind

PACKAGE = "verbale.extract"
# How many sentences back a paper is looked for.
BACK = 8
# What points at a paper told of before.
DEFINED = ("the", "this", "that")
# What answers a paper; in somebody's own words it is his: "The answer is no."
SPOKEN = ("answer", "reply", "response")


def is_paper(token: Token) -> bool:
    """Tell whether a noun names a paper that can ask, offer or refuse."""
    silent = words(PACKAGE, "light", "accords")
    papers = terms(PACKAGE, "paper_kinds")["papers"]
    return token.pos == "NOUN" and token.lemma in papers and token.lemma not in silent


def is_part(token: Token) -> bool:
    """Tell whether a noun names a part of a paper: "a third point calls on Brum"."""
    return token.pos == "NOUN" and token.lemma in terms(PACKAGE, "paper_kinds")["parts"]


def authors(
    annotated: AnnotatedDocument, i: int, statements: Sequence[Statement]
) -> tuple[int, ...]:
    """The mentions of those whose paper noun `i` is; none where the page does not tell."""
    tree = annotated.parse
    paper = tree.tokens[i]
    part = is_part(paper)
    if _is_accord(paper):
        return _sent_by(annotated, paper, statements)
    if not is_paper(paper) and not part:
        return ()
    said = statement_at(paper.start, statements)
    spoken = said is not None and said.kind is StatementKind.DIRECT
    if spoken and said is not None and said.speaker is not None and paper.lemma in SPOKEN:
        return _owners(annotated, paper, statements) or (said.speaker,)
    sentence = tree.sentence_of(i)
    first = max(tree.tokens[i].sentence - BACK, 0)
    start = tree.sentences[first].first
    same = [
        token
        for token in reversed(tree.tokens[start : sentence.last])
        if token.lemma == paper.lemma and token.i <= i and is_paper(token)
    ]
    # The draft, the text, the letter: the last paper of any name whose sender is known.
    defined = part or any(child.lower in DEFINED for child in tree.children(i, "det"))
    before = tree.tokens[start:i]
    # An answer is not by whoever sent the paper that it answers.
    named = defined and paper.lemma not in SPOKEN
    others = [token for token in reversed(before) if is_paper(token)] if named else []
    for token in (*same, *others):
        found = _owners(annotated, token, statements) or _senders(annotated, token, statements)
        if found:
            return found
    return ()


def authors_of_it(
    annotated: AnnotatedDocument, i: int, statements: Sequence[Statement]
) -> tuple[int, ...]:
    """
    Whose a paper is that "it" means: "The charter asks for a wage. *It* asks the ministry …".

    Only where the sentence before is about the paper, by its subject.
    """
    tree = annotated.parse
    token = tree.tokens[i]
    if token.lower != "it" or token.dep != "nsubj" or token.sentence == 0:
        return ()
    before = tree.sentences[token.sentence - 1]
    between = tree.text[tree.tokens[before.first].start : token.start]
    told = [
        each
        for each in tree.tokens[before.first : before.last]
        if each.dep == "nsubj" and tree.head(each.i).dep == "ROOT"
    ]
    if len(told) != 1 or told[0].lemma not in terms(PACKAGE, "paper_kinds")["papers"]:
        return ()
    return authors(annotated, told[0].i, statements) if "\n\n" not in between else ()


def _is_accord(token: Token) -> bool:
    """Tell whether a noun may name what two have agreed, whose words are of neither."""
    papers = terms(PACKAGE, "paper_kinds")["papers"]
    return token.pos == "NOUN" and token.lemma in papers and not is_paper(token)


def _sent_by(
    annotated: AnnotatedDocument, paper: Token, statements: Sequence[Statement]
) -> tuple[int, ...]:
    """Who alone is told on the page to have handed such a paper over: then it is their paper."""
    tree = annotated.parse
    first = tree.sentences[max(paper.sentence - BACK, 0)].first
    for token in reversed(tree.tokens[first : paper.i]):
        if token.lemma == paper.lemma and token.pos == "NOUN":
            found = _senders(annotated, token, statements)
            if len(found) == 1:
                return found
    return ()


def _owners(
    annotated: AnnotatedDocument, token: Token, statements: Sequence[Statement]
) -> tuple[int, ...]:
    """Who stands beside the noun: "Arden's note", "the Brumish letter", "a draft by Arden"."""
    tree = annotated.parse
    heads = [c.i for c in tree.children(token.i, "poss", "amod", "compound", "nmod") if c.entity]
    heads.extend(c.i for c in tree.children(token.i, "poss") if c.i not in heads)
    for prep in tree.children(token.i, "prep"):
        if prep.lower in ("of", "by", "from"):
            for noun in tree.children(prep.i, "pobj"):
                heads.extend(coordinated(tree, noun.i))
    for clause in tree.children(token.i, "acl"):
        sending = clause.lemma in words(PACKAGE, "light", "sending")
        if sending and tree.child(clause.i, "agent") is not None:
            heads.extend(agents(tree, clause.i))
    found = mentions_at(annotated, heads, statements)
    return tuple(each for each in found if not _is_receiver(tree, annotated, each, token))


def _is_receiver(tree: Parse, annotated: AnnotatedDocument, mention: int, token: Token) -> bool:
    """Tell whether it is who got the paper: "a note to Arden"."""
    head = tree.tokens[annotated.mentions[mention].head]
    return head.dep == "pobj" and tree.head(head.i).lower == "to" and head.i > token.i


def _senders(
    annotated: AnnotatedDocument, token: Token, statements: Sequence[Statement]
) -> tuple[int, ...]:
    """Who is told to have sent it, or speaks of having it sent."""
    tree = annotated.parse
    sending = words(PACKAGE, "light", "sending")
    while token.dep == "compound" and tree.head(token.i).pos == "NOUN":
        token = tree.head(token.i)  # "handed over a draft agreement"
    verb = tree.head(token.i)
    if token.dep == "pobj" and verb.lower in ("in", "with", "by"):
        verb = tree.head(verb.i)
        if verb.pos == "VERB" and tree.child(verb.i, "nsubj") is not None:
            return mentions_at(annotated, agents(tree, verb.i), statements)  # "in a letter, A says"
    clauses = [verb, *tree.children(token.i, "relcl", "acl")]
    for clause in clauses:
        if clause.lemma not in sending or clause.pos != "VERB":
            continue
        doers = [i for i in agents(tree, clause.i) if i != token.i]
        found = mentions_at(annotated, doers, statements)
        if found:
            return found
        statement = statement_at(token.start, statements)
        if statement is not None and statement.speaker is not None:
            return (statement.speaker,)
    return ()
