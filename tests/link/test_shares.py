from __future__ import annotations

from verbale.link.issues.phrases import read_phrase
from verbale.link.issues.shares import Shares
from verbale.link.issues.wanted import Wanted


def wanted(by: str, to: str, text: str) -> Wanted:
    """A demand with one wording."""
    return Wanted(by, to, text, phrases=[read_phrase(text)])


def test_a_clause_is_held_only_against_demands_put_to_whoever_speaks() -> None:
    """
    Two parties are asked for one thing: a clause of one of them is no answer of the other.
    """
    of_norland = wanted("Isle Union", "Norland", "a share of the herring quota")
    of_ostmark = wanted("Isle Union", "Ostmark", "a share of the herring quota")
    shares = Shares([of_norland, of_ostmark])
    here = read_phrase("the quota stays as it is").stems

    near = list(shares.near(here, frozenset(), frozenset({"Ostmark"})))

    assert near == [of_ostmark]


def test_a_clause_of_nobody_is_held_against_all_demands_that_it_names() -> None:
    """
    What both came to, or what will be, may be told without anybody.
    """
    quota = wanted("Isle Union", "Norland", "a share of the herring quota")
    prisoners = wanted("Norland", "Isle Union", "the release of the prisoners")
    shares = Shares([quota, prisoners])
    here = read_phrase("the quota stays as it is").stems

    near = list(shares.near(here, frozenset(), frozenset()))

    assert near == [quota]


def test_a_matter_told_again_and_again_weighs_no_more() -> None:
    """
    The share of a demand that a clause names hangs on its wordings, not on how often each
    is told.
    """
    once = wanted("Isle Union", "Norland", "a share of the herring quota")
    often = Wanted("Isle Union", "Norland", "often", phrases=once.phrases * 50)
    here = read_phrase("the quota stays as it is").stems

    shares = [Shares([each]).of(each, here, frozenset()) for each in (once, often)]

    assert shares[0] == shares[1]
    assert shares[0][0] > 0
