from __future__ import annotations

from dataclasses import replace
from typing import Any

from verbale.model.act import ActType
from verbale.model.initiative import Initiative
from verbale.model.span import Span


def tell(pile: Any, id: str, day: str, *ideas: tuple[str, str]) -> None:
    """A page that tells of ideas, each with whose it was and the words for it."""
    pile.page(
        id, day, *({"type": "propose", "by": [who], "content": words} for who, words in ideas)
    )
    page = pile.pages[id]
    pile.pages[id] = replace(
        page,
        initiatives=tuple(
            Initiative(
                report.trigger, report.passage, report.actors, report.content, heads(report.content)
            )
            for report in page.reports
        ),
    )


def heads(matter: Span) -> tuple[Span, ...]:
    """The last word before an "of", with all before it."""
    words = matter.text.split(" of ")[0]
    return (Span(matter.start, matter.start + len(words), words),)


def whose(pile: Any) -> set[str]:
    """Who is told to have brought a disputed thing up."""
    return {
        entry.value
        for act in pile.acts()
        for entry in act.attestations
        if entry.field.startswith("initiator: ")
    }


def test_one_thing_told_as_two_parties_idea_is_held_against_each_other(pile: Any) -> None:
    """
    A fund of harbour dues: Norland's, says the one page, Skerry's the other.
    """
    tell(pile, "a", "2031-03-11", ("Norland", "harbour fund of both coasts"))
    tell(pile, "b", "2031-03-12", ("Skerry", "harbour fund of nine members"))

    assert whose(pile) == {"Norland", "Skerry"}


def test_two_parties_may_bring_up_two_things(pile: Any) -> None:
    """
    A fund is no fleet, and three percent are not six.
    """
    tell(pile, "a", "2031-03-11", ("Norland", "harbour fund"), ("Norland", "a rise of 3 percent"))
    tell(pile, "b", "2031-03-12", ("Skerry", "fishing fleet"), ("Skerry", "a rise of 6 percent"))

    assert whose(pile) == set()


def test_pages_of_other_weeks_tell_of_other_ideas(pile: Any) -> None:
    """
    What Skerry brings up in June was not what Norland did in March.
    """
    tell(pile, "a", "2031-03-11", ("Norland", "harbour fund of both coasts"))
    tell(pile, "b", "2031-06-12", ("Skerry", "harbour fund of nine members"))

    assert whose(pile) == set()


def test_a_page_that_gives_it_to_both_tells_of_two(pile: Any) -> None:
    """
    "Norland proposed a harbour fund; Skerry proposed one too."
    """
    tell(
        pile,
        "a",
        "2031-03-11",
        ("Norland", "harbour fund of both coasts"),
        ("Skerry", "harbour fund of its own"),
    )
    tell(pile, "b", "2031-03-12", ("Skerry", "harbour fund of nine members"))

    assert whose(pile) == set()


def test_at_whose_wish_a_sitting_was_put_off_is_held_against_each_other(pile: Any) -> None:
    """
    "The round", "the session": what was put off tells no one thing; that it was, does.
    """
    for id, day, who, matter in (
        ("a", "2031-03-11", "Norland", "the second round of talks"),
        ("b", "2031-03-12", "Skerry", "the session"),
    ):
        tell(pile, id, day, (who, matter))
        page = pile.pages[id]
        kind = ActType.POSTPONE
        reports = tuple(replace(report, type=kind, actors=()) for report in page.reports)
        pile.pages[id] = replace(page, reports=reports)

    assert whose(pile) == {"Norland", "Skerry"}


def test_who_proposed_talks_is_not_held_against_each_other(pile: Any) -> None:
    """
    Without a delay, rounds and sessions are nobody's one idea.
    """
    tell(pile, "a", "2031-03-11", ("Norland", "the second round of talks"))
    tell(pile, "b", "2031-03-12", ("Skerry", "the session"))

    assert whose(pile) == set()
