"""
Name runs: where a name begins and ends among the capitals of a sentence.

The gazetteer goes first; what is left is runs of capitalised tokens, with particles,
hyphens and the "of" of a body, from which titles and offices are cut off the front.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from verbale.annotate.names.bodies import (
    CONNECTORS,
    OWNS,
    body_goes_on,
    is_body_name,
)
from verbale.annotate.names.cores import core_of, with_particles
from verbale.annotate.names.famous import famous_at
from verbale.annotate.names.namelike import is_namelike
from verbale.annotate.names.own_bodies import (
    is_of_its_members,
    land_at_end,
    officer_cut,
)
from verbale.annotate.names.placed import (
    area_before,
    land_of_firm,
    of_people_end,
    placed_end,
    town_at_end,
)
from verbale.annotate.names.portfolios import matter_end
from verbale.annotate.names.titles import Places, touches
from verbale.annotate.names.whole import Whole, whole_at
from verbale.gazetteer import How
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import (
    people_words,
)
from verbale.model.parse import Parse, Sentence

# A state's own, whatever its capitals: "the Maltese Guards".
FORCES = frozenset({"forces", "guard", "guards", "service", "services", "corps", "press", "media"})
NOTHING: Mapping[int, int] = MappingProxyType({})
NICKNAMED = frozenset({'"', "“", "”", "``", "''"})


def name_runs(
    tree: Parse,
    sentence: Sentence,
    places: Places,
    whole: Whole,
    past: Mapping[int, int] = NOTHING,
) -> Iterator[tuple[int, int]]:
    """
    Token ranges that look like one name each, without what stands before the name.

    A run that ends in an office is left to the descriptions; names known already, told by
    their first tokens with their last ones in `past`, are left out.
    """
    at = sentence.first
    while at < sentence.last:
        if at in past:
            at = past[at] + 1
            continue
        raised = tree.tokens[at].text[:1].isupper()
        told = whole_at(tree, at, sentence, whole) if raised else None
        told = famous_at(tree, at, sentence) if told is None and raised else told
        if told is None and at in places and tree.tokens[at].lower == "the":
            told = famous_at(tree, at + 1, sentence)  # "The *England and Wales* …"
            at = at if told is None else at + 1
        if told is not None:
            yield at, told
            at = told + 1
            continue
        if raised and area_before(tree, at, places):
            widened = _organisation_end(tree, at + 1, places[at + 1][0], sentence, places)
            if widened is not None:
                yield at, widened  # "the Greater Solen Transit Authority"
                at = widened + 1
                continue
        if at in places:
            last = _organisation_end(tree, at, places[at][0], sentence, places)
            last = placed_end(tree, at, sentence, places) if last is None else last
            if last is not None:
                article = tree.tokens[at].lower == "the"
                yield at + article, last
                at = last + 1
            else:
                at = places[at][0] + 1
            continue
        if not raised or not is_namelike(tree, at, sentence):
            landed = land_at_end(tree, at, sentence, places)
            if landed is not None and raised:
                yield at, landed  # "Transport for Solen", at the start of a sentence
            at = at + 1 if landed is None else landed + 1
            continue
        first, last = at, at
        while (
            (
                step := _next(tree, last, sentence, places)
                or body_goes_on(tree, first, last, sentence, places)
            )
            is not None
            and step not in past
            and whole_at(tree, step, sentence, whole) is None
        ):
            last = step
        last = of_people_end(tree, first, last, sentence, places)
        cut = officer_cut(tree, first, last)
        if cut is None and first == last:
            cut = land_at_end(tree, last, sentence, places)
        if cut is None:
            cut = land_of_firm(tree, last, sentence, places)
        if cut is None:
            cut = town_at_end(tree, last, sentence, places)
        last = last if cut is None else cut
        at = last + 1
        first = matter_end(tree, first, last)
        if first > last:
            continue  # "Secretary of State for Employment": what the office is for
        core = core_of(tree, first, last)
        if core is not None and core[0] in places and places[core[0]][0] >= core[1]:
            continue  # "Minister of Trade of Malta": what is left is a party
        if core is not None:
            yield with_particles(tree, core[0], sentence), core[1]


def _next(tree: Parse, last: int, sentence: Sentence, places: Places) -> int | None:
    """The token that goes on the name after `last`, over particles, hyphens and "of"."""
    at = last + 1
    if at >= sentence.last or not touches(tree, last):
        return None
    if (form := _parted_form(tree, at, sentence)) is not None:
        return form
    if at not in places and is_namelike(tree, at, sentence):
        return at
    word = tree.tokens[at].text
    if word in ("plc", "llp", "ltd", "gmbh"):
        return at
    if word.isdigit() and tree.tokens[last].lower in people_words("numbered"):
        return at  # "Dockers Local 12"
    beyond = at + 1
    if beyond >= sentence.last:
        return None
    if word in NICKNAMED and at + 3 < sentence.last and tree.tokens[at + 2].text in NICKNAMED:
        # Ramon "Rocky" Ortega
        given, known = tree.tokens[last].text, tree.tokens[beyond].text
        goes_on = at + 3 not in places and is_namelike(tree, at + 3, sentence)
        return at + 3 if goes_on and known[:1].isupper() and given[:1].isupper() else None
    hyphen = word in "-–" and tree.tokens[at].start == tree.tokens[last].end
    if hyphen and (linked := _linked(tree, at, sentence)) is not None:
        return linked  # "Jamiat-e-Roshan"
    if hyphen and _goes_on_small(tree, last, beyond):
        return beyond  # "Kim Dae-sun"
    if hyphen and beyond not in places and tree.tokens[beyond].text[:1].isupper():
        return beyond if is_namelike(tree, beyond, sentence) else None
    if hyphen and tree.tokens[last].lower in people_words("joint_prefixes"):
        return places[beyond][0] if beyond in places else None  # "Inter-American Commission"
    if word.lower() in people_words("particles") and not hyphen:
        follows = beyond
        while follows + 1 < sentence.last and tree.tokens[follows].text.lower() in people_words(
            "particles"
        ) | {"-"}:
            follows += 1
        return follows if is_namelike(tree, follows, sentence) and follows not in places else None
    previous = tree.tokens[last].text.lower()
    if word in CONNECTORS and previous in people_words("bodies", "modifiers", "town_heads"):
        if word == "and" and office_head(previous):
            return None
        if tree.tokens[beyond].text == "the" and beyond + 1 < sentence.last:
            if word == "and" and previous in people_words("bodies"):
                return None  # "the Bakers' Union and the National Guild": two
            beyond += 1
        if word == "of" and beyond in places and previous in people_words("bodies", "town_heads"):
            return places[beyond][0]
        listed = tree.tokens[beyond].text.lower() in people_words("modifiers")
        body = previous in people_words("bodies") and not office_head(previous)
        if tree.tokens[beyond].text[:1].isupper() and (listed or (body and word != "and")):
            return beyond if beyond not in places else None
    return None


def _parted_form(tree: Parse, at: int, sentence: Sentence) -> int | None:
    """The last token of a legal form that the tokenizer parted: "Rovan Bank *A/S*"."""
    if at + 2 >= sentence.last or tree.tokens[at + 1].text != "/":
        return None
    form = tree.span(at, at + 2).text.lower()
    return at + 2 if form in people_words("legal_forms") else None


def _linked(tree: Parse, at: int, sentence: Sentence) -> int | None:
    """The word that a small one between two hyphens joins to a name: "Harkat-*ul*-Nur"."""
    if at + 3 >= sentence.last or tree.tokens[at + 2].text not in ("-", "–"):
        return None
    small, beyond = tree.tokens[at + 1], tree.tokens[at + 3]
    gaps = any(tree.tokens[i].end != tree.tokens[i + 1].start for i in range(at, at + 3))
    known = small.text in people_words("linking_words")
    return at + 3 if known and not gaps and beyond.text[:1].isupper() else None


def _goes_on_small(tree: Parse, last: int, beyond: int) -> bool:
    """Tell whether a given name goes on in small letters after its hyphen."""
    token, before = tree.tokens[beyond], tree.tokens[last - 1]
    return (
        token.text.islower()
        and token.start == tree.tokens[beyond - 1].end
        and token.tag not in ("VBN", "VBD", "VBG", "JJ", "IN")
        and before.pos == "PROPN"
        and before.text[:1].isupper()
        and touches(tree, last - 1)
    )


def _organisation_end(
    tree: Parse,
    first: int,
    last: int,
    sentence: Sentence,
    places: Places,
) -> int | None:
    """Where an organisation's name that begins with a party ends: "Bank of …" aside."""
    end = last
    while (
        step := _next(tree, end, sentence, places)
        or body_goes_on(tree, last + 1 if end > last else end, end, sentence, places)
    ) is not None:
        end = step
    if end == last or not touches(tree, last):
        return None
    cut = officer_cut(tree, first, end)
    end = end if cut is None or cut <= last else cut
    words = [tree.tokens[i].text.lower() for i in range(last + 1, end + 1)]
    # "Solen Workers' Union": whose body it is holds no office.
    following = [*words[1:], ""]
    firm = words[-1:] if len(words) > 1 and words[-1] in people_words("company_nouns") else []
    held = (
        (w, f)
        for w, f in zip(words, following, strict=True)
        if w not in people_words("trades") and w not in firm  # "Solen Bend Partners"
    )
    if any(office_head(w) and f not in OWNS for w, f in held):
        return None
    if is_of_its_members(words):
        return end
    if places[first][1].how in (How.ADJECTIVE, How.PEOPLE):
        # "Danish Chamber of Industry", but no "Danish Parliament": that is the state's.
        return end if is_body_name(["", *words]) and words[-1] not in FORCES else None
    bodies = people_words("bodies", but=("state_bodies",))
    own = bool(words) and (words[-1] in bodies or is_body_name(["", *words]))
    return end if own and words[-1] not in FORCES - people_words("bodies") else None
