"""
Pronouns: whom "he", "its" and "who" mean, at their place in the story.
"""

from __future__ import annotations

from verbale.annotate.coreference.entities import NEUTER, PEOPLE, Entity, Meaning
from verbale.annotate.coreference.fitting import is_many, likely, may_be_named_person, sounds
from verbale.annotate.coreference.own_voice import OURS
from verbale.annotate.coreference.reading import Reading
from verbale.annotate.coreference.salience import NEAR, TOO_CLOSE, best
from verbale.annotate.descriptions import PERSONAL
from verbale.gazetteer.offices import office_head
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Sentence, Token

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your"})
RELATIVE = frozenset({"who", "which"})
POSSESSIVE = frozenset({"his", "her", "its", "their", "hers", "theirs"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
FOR = frozenset({"for", "on"})  # "on behalf of"
BESIDE_PART = 7  # tokens to whose "part" it is
OWN_SENTENCE = 1.7  # times its height has a subject of the same sentence, for "his"
MOST_GONE_BACK = 4  # sentences, most of them quoted, back to whom the paragraph tells of
GOES_ON = 1.6  # … or that of the sentence before in the paragraph, for "he said"


class Pronouns:
    """Resolves the pronouns of one document."""

    def __init__(self, page: Reading) -> None:
        self._tree = page.tree
        self._page = page

    def resolve(self, mention: Mention, *, quoted: bool) -> Meaning:
        """Whom a pronoun means, as far as the story up to here tells."""
        token = self._tree.tokens[mention.head]
        word = token.lower
        if word in OURS and self._page.own is not None and not quoted:
            return (self._page.own,), "the body whose own page it is"
        if word in FIRST_PERSON:
            return (), "first or second person: whoever speaks or is spoken to"
        if word in RELATIVE:
            return self._relative(mention)
        if (own := self._for_its_part(token) or self._right_behind(token)) is not None:
            return own
        ranked = self._page.salience.ranked()
        barred = self._clause_mates(mention)
        ranked = [(h, e) for h, e in ranked if e.number not in barred]
        if mention.gender is not None:
            fitting = [
                (h * likely(e, mention.gender), e)
                for h, e in ranked
                if (e.kind in PEOPLE or may_be_named_person(e)) and e.agrees(mention.gender, None)
            ]
        elif word == "it" and token.dep not in ("nsubj", "nsubjpass"):
            return (), "an object, which is a thing more often than an actor"
        elif mention.plural:
            ranked = [(h, e) for h, e in ranked if e.plural] if word == "them" else ranked
            fitting = [(h if e.plural else h * 0.8, e) for h, e in ranked if is_many(e)]
        else:
            fitting = [(h, e) for h, e in ranked if e.kind in NEUTER and not e.plural]
        if word in POSSESSIVE and token.dep == "poss":
            here = self._subjects_before(token) or self._subject_of_last(token)
            fitting = [(h * OWN_SENTENCE if e.number in here else h, e) for h, e in fitting]
        elif token.dep == "nsubj":
            here = self.subject_gone_on_with(token)
            fitting = [(h * GOES_ON if e.number in here else h, e) for h, e in fitting]
        fitting = sorted(fitting, key=lambda pair: (-pair[0], pair[1].number))
        near = NEAR if not quoted else NEAR / 2
        if not fitting or fitting[0][0] < near:
            known = [e for _, e in fitting if mention.gender and sounds(e, mention.gender)]
            if len(known) == 1:
                return (known[0],), "the only one told of lately who fits"
            return (), "nobody near fits"
        meaning = chosen(fitting, "stands highest in the story here")
        if len(meaning[0]) == 1 and mention.gender:
            found = meaning[0][0]
            found.heard[mention.gender] += 1
            sure = found.kind is ActorKind.UNKNOWN or " " in (found.name or "")
            if may_be_named_person(found) and sure:
                found.kind = ActorKind.PERSON
        return meaning

    def _for_its_part(self, token: Token) -> Meaning | None:
        """Whoever acts in "Vella, for *her* part, said": the pronoun tells his or her gender."""
        part = self._tree.head(token.i)
        if token.dep != "poss" or part.lower not in ("part", "behalf", "turn"):
            return None
        sentence = self._tree.sentence_of(token.i)
        near = list(range(token.i, max(sentence.first, token.i - BESIDE_PART) - 1, -1))
        near += range(token.i, min(sentence.last, token.i + BESIDE_PART))
        for i in near:
            other = self._page.by_head.get(i)
            meaning = self._page.meant.get(other.i) if other is not None else None
            if meaning is None or self._tree.tokens[i].dep not in (
                "nsubj",
                "nsubjpass",
                "ROOT",
            ):
                continue
            gender = PERSONAL.get(token.lower)
            if len(meaning[0]) == 1 and _may_be(meaning[0][0], gender):
                found = meaning[0][0]
                if gender is not None:
                    found.gender = found.gender or gender
                    if may_be_named_person(found):
                        found.kind = ActorKind.PERSON
                return meaning[0], "whose part it is"
        return None

    def _right_behind(self, token: Token) -> Meaning | None:
        """The body right before the comma in "for the league, *its* secretary, Ana Vella, said"."""
        before = self._tree.tokens[token.i - 2] if token.i > 1 else None
        if token.lower != "its" or before is None or self._tree.tokens[token.i - 1].text != ",":
            return None
        office = self._tree.head(token.i)
        opens = self._tree.tokens[self._tree.sentence_of(token.i).first].lower
        if office_head(office.lower) is None or (office.dep == "nsubj" and opens not in FOR):
            return None
        for other in self._page.mentions:
            meaning = self._page.meant.get(other.i) if other.end == before.end else None
            if meaning is not None and len(meaning[0]) == 1 and meaning[0][0].kind in NEUTER:
                return meaning[0], "the body named right before"
        return None

    def _subjects_before(self, token: Token) -> set[int]:
        """Named subjects that stand before a token in its sentence: "his" is theirs first."""
        found: set[int] = set()
        for i in range(self._tree.sentence_of(token.i).first, token.i):
            other = self._page.by_head.get(i)
            subject = self._tree.tokens[i].dep in ("nsubj", "nsubjpass")
            if other is not None and subject and other.kind is MentionKind.NAME:
                found.update(entity.number for entity in self._page.meant.get(other.i, ((), ""))[0])
        return found

    def _subject_of_last(self, token: Token) -> set[int]:
        """The subject of the sentence before, for an "its" that opens the next."""
        sentence = self._tree.sentence_of(token.i)
        if token.i != sentence.first or not sentence.first:
            return set()
        before = self._tree.sentence_of(sentence.first - 1)
        for i in range(before.first, before.last):
            verb = self._tree.head(i)
            subject = self._tree.tokens[i].dep in ("nsubj", "nsubjpass") and verb.dep == "ROOT"
            if subject and (other := self._page.by_head.get(i)) is not None:
                return {entity.number for entity in self._page.meant.get(other.i, ((), ""))[0]}
        return set()

    def subject_gone_on_with(self, token: Token) -> set[int]:
        """
        Whom the paragraph was telling of: the subject of its last clause that is told, not quoted.

        'Mifsud said Malta would wait. "It is a figure that Gozo can live with," *he* said.'
        """
        sentence = self._tree.sentence_of(token.i)
        for i in range(sentence.i - 1, max(sentence.i - MOST_GONE_BACK, 0) - 1, -1):
            before = self._tree.sentences[i]
            if before.paragraph != sentence.paragraph:
                break
            if (subject := self._main_subject(before)) is not None:
                return subject
        return set()

    def _main_subject(self, sentence: Sentence) -> set[int] | None:
        """Whom the subject of a sentence's main verb means; None where it has none that is told."""
        for i in range(sentence.last - 1, sentence.first - 1, -1):
            verb = self._tree.head(i)
            if self._tree.tokens[i].dep not in ("nsubj", "nsubjpass") or not self._is_main(verb):
                continue
            if (
                other := self._page.by_head.get(i)
            ) is not None and other.start not in self._page.quoted:
                return {entity.number for entity in self._page.meant.get(other.i, ((), ""))[0]}
        return None

    def _is_main(self, verb: Token) -> bool:
        """Tell whether a verb is its sentence's main one, or joined to it."""
        while verb.dep == "conj":
            verb = self._tree.head(verb.i)
        return verb.dep == "ROOT"

    def _clause_mates(self, mention: Mention) -> set[int]:
        """Whoever an object pronoun cannot mean: the subject of its own verb."""
        token = self._tree.tokens[mention.head]
        if (token.lower in POSSESSIVE and token.dep == "poss") or token.lower in REFLEXIVE:
            return set()
        if token.dep in ("nsubj", "nsubjpass"):
            return set()
        verb = token
        for _ in range(4):
            verb = self._tree.head(verb.i)
            if verb.pos in ("VERB", "AUX"):
                break
        barred: set[int] = set()
        for subject in self._tree.children(verb.i, "nsubj", "nsubjpass"):
            other = self._page.by_head.get(subject.i)
            if other is not None and other.i in self._page.meant:
                barred.update(entity.number for entity in self._page.meant[other.i][0])
        return barred

    def _relative(self, mention: Mention) -> Meaning:
        verb = self._tree.head(mention.head)
        for above in (verb, *list(self._tree.ancestors(verb.i))[:3]):
            if above.dep == "relcl":
                other = self._page.by_head.get(above.head)
                if other is not None and other.i in self._page.meant:
                    return self._page.meant[other.i][0], "the word the clause hangs on"
                break
        return (), "nobody near fits"


def _may_be(entity: Entity, gender: str | None) -> bool:
    """Tell whether somebody may be meant by "his", "her" or, without a gender, "its"."""
    if gender is None:
        return entity.kind not in PEOPLE
    return (entity.kind in PEOPLE or may_be_named_person(entity)) and entity.agrees(gender, None)


def chosen(ranked: list[tuple[float, Entity]], why: str, *, close: float = TOO_CLOSE) -> Meaning:
    """Whoever stands highest, with the reason; all where several stand as high."""
    found = best(ranked, close=close)
    if len(found) == 1:
        return (found[0],), why
    return tuple(found), "two or more fit"
