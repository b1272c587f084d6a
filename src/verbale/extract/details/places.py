"""
Places: where an act took place, by the phrases on its word and beside its time.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.extract.clauses import prepositions
from verbale.extract.details.fields import PACKAGE, serving_verbs
from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import body_kind
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind, MentionKind
from verbale.model.parse import Parse, Token
from verbale.model.span import Span

LOCATIVE = ("in", "at", "near", "outside")


def place_of(
    annotated: AnnotatedDocument,
    trigger: int,
    content: Sequence[int] = (),
    timexes: Sequence[int] = (),
    *,
    spoken: bool = False,
) -> Span | None:
    """
    Where it took place: a locative phrase on the act or on the verb it serves.

    Of what is done by speaking, the place of what is spoken of is not its place: "denied
    any presence in Galmara".
    """
    tree = annotated.parse
    content = () if spoken else content
    for i in sorted(serving_verbs(tree, trigger), key=lambda at: (at != trigger, at)):
        if tree.tokens[i].pos == "ADP":
            continue
        objects = {child.i for child in tree.children(i, "dobj")} if spoken else set()
        for word, noun in sorted(prepositions(tree, i), key=lambda pair: pair[0] != "in"):
            if word not in LOCATIVE or not _is_place(annotated, noun):
                continue
            if objects.isdisjoint(above.i for above in tree.ancestors(noun.i)):
                return _short(tree, noun)
    # "a meeting between Arden and Brum in Solen": hung on the noun before it.
    if tree.tokens[trigger].pos == "NOUN":
        for i in tree.subtree(trigger):
            token = tree.tokens[i]
            if (
                token.dep == "pobj"
                and tree.head(i).lower in ("in", "at")
                and (token.entity in ("GPE", "FAC", "LOC") and _is_place(annotated, token))
                and not any(
                    above.pos in ("VERB", "AUX") and above.i > trigger
                    for above in tree.ancestors(i)
                )
            ):
                return _short(tree, token)
    # "talks on the border in Arden" may be hung on the noun before the place.
    for i in content:
        for word, noun in prepositions(tree, i):
            if word in ("in", "at") and _is_place(annotated, noun) and tree.tokens[i].pos == "NOUN":
                return _short(tree, noun)
    return _beside_time(annotated, timexes) or _with_reached(annotated, trigger)


def _with_reached(annotated: AnnotatedDocument, trigger: int) -> Span | None:
    """The place of whom or what it reached: "visited the garrison at Solen"."""
    tree = annotated.parse
    if tree.tokens[trigger].lemma not in words(PACKAGE, "carriers", "reaching"):
        return None
    reached = [*tree.children(trigger, "dobj", "dative", "nsubjpass")]
    reached.extend(noun for word, noun in _led(tree, trigger) if word == "to")
    for thing in reached:
        for word, noun in _led(tree, thing.i):
            named = noun.entity in ("GPE", "LOC") or _is_named_place(annotated, noun)
            if word in ("in", "at") and named and _is_place(annotated, noun):
                return _short(tree, noun)
    return None


def _led(tree: Parse, i: int) -> list[tuple[str, Token]]:
    """The nouns behind a word's prepositions, the nearest ones of a recipient included."""
    return [
        *prepositions(tree, i),
        *(
            (to.lower, noun)
            for to in tree.children(i, "dative")
            for noun in tree.children(to.i, "pobj")
        ),
    ]


def _is_named_place(annotated: AnnotatedDocument, noun: Token) -> bool:
    mention = annotated.mention_headed(noun)
    return mention is not None and mention.actor_kind is ActorKind.PLACE


def _beside_time(annotated: AnnotatedDocument, timexes: Sequence[int]) -> Span | None:
    """The place told in one breath with the act's time: "in Solen on Tuesday"."""
    tree = annotated.parse
    for i in timexes:
        timex = annotated.timexes[i]
        first, last = tree.token_at(timex.start), tree.token_at(timex.end - 1)
        if first is None or last is None:
            continue
        at = first.i - 1
        if at > 0 and tree.tokens[at].pos == "ADP":
            at -= 1
        before = [tree.tokens[at]] if at >= 0 else []
        after = [
            tree.tokens[j]
            for j in range(last.i + 1, min(last.i + 5, len(tree.tokens)))
            if tree.tokens[last.i + 1].lower in ("in", "at")
        ]
        for token in [*before, *after]:
            led = token.dep == "pobj" and tree.head(token.i).lower in ("in", "at")
            if led and token.pos == "PROPN" and _is_place(annotated, token):
                return _short(tree, token)
    return None


def place_after(annotated: AnnotatedDocument, i: int) -> Span | None:
    """The place that noun `i` names behind its "in" or "at", or None."""
    noun = annotated.parse.tokens[i]
    return _short(annotated.parse, noun) if _is_place(annotated, noun) else None


def _is_place(annotated: AnnotatedDocument, noun: Token) -> bool:
    mention = annotated.mention_headed(noun)
    if mention is not None and mention.actor_kind is ActorKind.PLACE:
        return True
    if noun.entity in ("DATE", "TIME", "EVENT"):
        return False
    person = mention is not None and mention.actor_kind is ActorKind.PERSON
    if mention is not None and person and mention.kind is MentionKind.DESCRIPTION:
        return False  # "talks in Solen - senior diplomat", read as one
    if mention is not None and person and noun.entity in ("", "ORG"):
        # Nobody meets in a person: a town that no list has, on which the model is at odds.
        return annotated.parse.head(noun.i).lower == "in" and " " in mention.text
    if mention is not None and mention.kind is MentionKind.NAME and noun.entity == "ORG":
        # "Met in Santa Orsa", a town that the model took for a company: no body is so called.
        bare = mention.text == mention.name and not mention.text.isupper()
        known = look_up(mention.text) is not None or body_kind(mention.text) is not None
        return bare and not known and annotated.parse.head(noun.i).lower == "in"
    return noun.entity in ("GPE", "LOC", "FAC") or noun.lemma in words(
        PACKAGE, "carriers", "places"
    )


def _short(tree: Parse, noun: Token) -> Span:
    """The place's name with what is compounded to it; of "a hotel in Solen", Solen."""
    if noun.pos in ("NOUN", "PROPN"):
        for prep in tree.children(noun.i, "prep"):
            inner = tree.child(prep.i, "pobj")
            if prep.lower == "in" and inner is not None and inner.pos == "PROPN":
                return _short(tree, inner)
    first = noun.i
    for child in tree.children(noun.i, "compound", "amod", "det", "poss", "nmod"):
        first = min(first, tree.edges(child.i)[0])
    return tree.span(first, noun.i)


def places_in_turn(annotated: AnnotatedDocument, occasion: Token) -> list[Span]:
    """The several places of "talks with Arden and Brum in Solen and Maro", in their order."""
    tree = annotated.parse
    for i in tree.subtree(occasion.i):
        token = tree.tokens[i]
        if token.dep != "pobj" or i < occasion.i or tree.head(i).lower not in ("in", "at"):
            continue
        heads = [i, *(child.i for child in tree.children(i, "conj"))]
        named = [place_after(annotated, head) for head in heads]
        if len(heads) > 1 and all(named):
            return [place for place in named if place is not None]
    return []
