"""
Actors, measured: which mentions in several pages are found to be one actor's.

The gold mentions are given. Each is taken for whom the register gives the mention with the same
head word, for its page's chain where the register has none, and else for somebody of its own.
Two baselines stand beside: mentions with the same words are one, and mentions with the same last
word. Only chains with a name and two mentions are scored, once without pronouns and once with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from verbale.annotate import annotate, load_parser
from verbale.evaluate.coreference import conll
from verbale.evaluate.gold_actors import GoldMention, GoldPile, read_ecb, read_meantime
from verbale.extract import extract
from verbale.link.actors.register import register_actors
from verbale.model.extraction import Extraction
from verbale.model.mention import Mention
from verbale.model.parse import Parse

FEWEST = 2


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as read, with the parse that tells the head of a mention."""

    parse: Parse
    extraction: Extraction


# For each mention of the gold, by pile and id, the cluster it is put into.
Clusters = dict[tuple[str, str], object]


def run(data: Path) -> dict[str, float]:
    """Score on the files `meantime_*.jsonl` and `ecbplus_*.jsonl` in `data`."""
    figures: dict[str, float] = {}
    for name, read in (("meantime", read_meantime), ("ecb", read_ecb)):
        piles = tuple(read(data))
        if piles:
            for figure, value in score(piles, _read(piles)).items():
                figures[f"{name} {figure}"] = value
    return figures


def _read(piles: Sequence[GoldPile]) -> list[list[ReadPage]]:
    """All pages of the piles, read as a build would."""
    parser = load_parser()
    found = []
    for pile in piles:
        annotated = [annotate(document, parser) for document in pile.documents]
        found.append([ReadPage(page.parse, extract(page)) for page in annotated])
    return found


def score(piles: Sequence[GoldPile], extractions: Sequence[Sequence[ReadPage]]) -> dict[str, float]:
    """CoNLL F1 of what the register makes of each pile, and of the two baselines."""
    figures: dict[str, float] = {}
    for pronouns in (False, True):
        counted = [counted_mentions(pile, pronouns=pronouns) for pile in piles]
        gold = _clusters(piles, counted, _chain)
        found: Clusters = {}
        for pile, mentions, pages in zip(piles, counted, extractions, strict=True):
            answers = whom(mentions, pages)
            found.update({(pile.name, id): (pile.name, answer) for id, answer in answers.items()})
        ours = conll(_flat(gold), _flat(found))
        if pronouns:
            figures["conll with pronouns"] = ours["conll"]
            continue
        figures |= ours
        for baseline, key in (("same words", _bare), ("last word", _last_word)):
            like = _clusters(piles, counted, key)
            figures[f"conll by {baseline}"] = conll(_flat(gold), _flat(like))["conll"]
    return figures


def counted_mentions(pile: GoldPile, *, pronouns: bool) -> list[GoldMention]:
    """The mentions of chains that have a name, and two mentions that are no pronouns."""
    chains: dict[str, list[GoldMention]] = defaultdict(list)
    for mention in pile.mentions:
        chains[mention.chain].append(mention)
    named = pile.names()
    counted = []
    for members in chains.values():
        telling = [mention for mention in members if not mention.is_pronoun]
        if len(telling) >= FEWEST and any(m.id in named for m in telling):
            counted.extend(members if pronouns else telling)
    return counted


def whom(mentions: Iterable[GoldMention], read: Sequence[ReadPage]) -> dict[str, object]:
    """For each gold mention the actor that the register gives it, or what stands for one."""
    extractions = [page.extraction for page in read]
    register = register_actors(extractions)
    actors = {(each.document, each.mention): each.actors for each in register.references}
    pages = {each.extraction.document.id: each for each in read}
    chains = {
        (each.document.id, reference.mention): reference.chains
        for each in extractions
        for reference in each.references
    }
    answers: dict[str, object] = {}
    for gold in mentions:
        mention = same_head(gold, pages[gold.document])
        answers[gold.id] = ("nobody", gold.id)
        if mention is None:
            continue
        place = (gold.document, mention.i)
        meant, chain = actors.get(place, ()), chains.get(place, ())
        if len(meant) == 1:
            answers[gold.id] = meant[0]
        elif not meant and len(chain) == 1:
            answers[gold.id] = (gold.document, chain[0])
    return answers


def same_head(gold: GoldMention, page: ReadPage) -> Mention | None:
    """
    Our mention with the head word of a gold mention, or the most like one around that word.

    What stands right before a name that is ours with it, "*Apple CEO* Ana Vella", is that name's.
    """
    tokens = page.parse.tokens
    inside = [token.i for token in page.parse.tokens_in(gold.start, gold.end)]
    head = min(inside, key=lambda i: (page.parse.depth(i), i), default=None)
    if head is None:
        return None
    over = [
        mention
        for mention in page.extraction.mentions
        if mention.start <= tokens[head].start < mention.end
    ]
    around = [mention for mention in over if mention.head in inside]
    if not around:
        around = [m for m in over if m.office and m.name and _is_before_name(gold, m)]
    return max(around, key=lambda m: (m.head == head, _shared(m, gold), -m.i), default=None)


def _is_before_name(gold: GoldMention, mention: Mention) -> bool:
    rest = mention.text[max(gold.end - mention.start, 0) :]
    return mention.start <= gold.start and rest.lstrip(" ,").startswith(mention.name or "")


def _shared(mention: Mention, gold: GoldMention) -> float:
    """The share of the words of both that both have."""
    common = min(mention.end, gold.end) - max(mention.start, gold.start)
    return common / (max(mention.end, gold.end) - min(mention.start, gold.start))


def _chain(mention: GoldMention) -> str:
    return mention.chain


def _bare(mention: GoldMention) -> str:
    return mention.bare


def _last_word(mention: GoldMention) -> str:
    return mention.bare.removesuffix(" 's").split()[-1]


def _clusters(
    piles: Sequence[GoldPile],
    counted: Sequence[Sequence[GoldMention]],
    key: Callable[[GoldMention], str],
) -> Clusters:
    return {
        (pile.name, mention.id): (pile.name, key(mention))
        for pile, mentions in zip(piles, counted, strict=True)
        for mention in mentions
    }


def _flat(clusters: Clusters) -> dict[str, object]:
    return {f"{pile} {mention}": cluster for (pile, mention), cluster in clusters.items()}
