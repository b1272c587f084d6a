"""An offer of another figure than was asked is a counter-offer, on whatever page."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.model.act import ActType
from verbale.pipeline import build
from verbale.store import open_record

OFFERS = (ActType.PROPOSE, ActType.COUNTER_PROPOSE)
CLAIM = """Published 2 May 2014

Norway asks for more herring

Norway demanded 90 tonnes of herring from Malta on Friday, 2 May 2014. Its minister said
the boats could not live with less, and that he would come to Valletta with the figures.
"""
OFFER = """Published 12 May 2014

Malta names a figure

Malta on Monday, 12 May 2014, offered {figure} tonnes of herring to Norway. Its minister said that
the offer was a good one, and that the boats of both countries needed a summer without quarrels.
"""


@pytest.mark.parametrize(
    ("figure", "kind"), [("40", ActType.COUNTER_PROPOSE), ("90", ActType.PROPOSE)]
)
def test_another_figure_than_was_asked_is_a_counter_offer(
    tmp_path: Path, figure: str, kind: ActType
) -> None:
    """
    Forty against ninety is one; ninety is what was asked.
    """
    (tmp_path / "a.txt").write_text(CLAIM)
    (tmp_path / "b.txt").write_text(OFFER.format(figure=figure))
    to = tmp_path / "x.verbale"
    build([tmp_path / "a.txt", tmp_path / "b.txt"], to)

    with open_record(to) as view:
        acts = view.record().acts

    offers = {act.type for act in acts if act.type in (ActType.PROPOSE, ActType.COUNTER_PROPOSE)}
    assert offers == {kind}


def test_accepting_another_figure_on_a_condition_is_a_counter_offer(tmp_path: Path) -> None:
    """
    "Could live with forty, provided that …" names another figure than the ninety asked for.
    """
    (tmp_path / "a.txt").write_text(CLAIM)
    (tmp_path / "b.txt").write_text(
        "Published 12 May 2014\n\nMalta names a figure\n\n"
        "Malta said on Monday, 12 May 2014, that it could live with 40 tonnes of herring for "
        "Norway, provided that the boats leave by June. The offer was a good one, it said.\n"
    )
    to = tmp_path / "x.verbale"
    build([tmp_path / "a.txt", tmp_path / "b.txt"], to)

    with open_record(to) as view:
        kinds = {act.type for act in view.record().acts if act.condition}

    assert ActType.COUNTER_PROPOSE in kinds


def test_a_figure_on_the_matter_that_was_asked_is_a_counter_offer(tmp_path: Path) -> None:
    """
    A demand without a figure, and an offer of one on its very matter by the one asked.
    """
    (tmp_path / "a.txt").write_text(
        "Published 2 May 2014\n\nNorway asks for larger crews\n\n"
        "Norway demanded larger crews from Malta on Friday, 2 May 2014. Its minister said that "
        "the boats of both countries could not sail as they are.\n"
    )
    (tmp_path / "b.txt").write_text(
        "Published 12 May 2014\n\nMalta answers on crews\n\n"
        "Malta on Monday, 12 May 2014, offered Norway larger crews of 42 sailors. Its minister "
        "said that nobody could ask for more, and that the boats would sail in summer.\n"
    )
    to = tmp_path / "x.verbale"
    build([tmp_path / "a.txt", tmp_path / "b.txt"], to)

    with open_record(to) as view:
        offers = {act.type for act in view.record().acts if act.type in OFFERS}

    assert offers == {ActType.COUNTER_PROPOSE}
