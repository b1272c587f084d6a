"""Stories: what is worked out anew when pages come gives what the whole heap would."""

from __future__ import annotations

from random import Random

from verbale.link.page_words import text_digest, words_of
from verbale.link.relevance import Judgement, judge_heap_pages
from verbale.link.stories.grouping import group_pages
from verbale.link.stories.profiles import HeapPage

TOWNS = ("Brum", "Tallis", "Ansel", "Maro", "Vesk", "Ordun", "Halle", "Pirro", "Quend", "Sarn")


def heap_page(name: str, text: str) -> HeapPage:
    return HeapPage(name, name, text, text_digest(text), words_of(text))


def heap(count: int) -> list[HeapPage]:
    """Pages of ten stories that share some of their words, and of no story."""
    random = Random(count)
    pages = []
    for n in range(count):
        town = TOWNS[n % len(TOWNS)]
        words = random.sample([f"{town.lower()}{letter}o" for letter in "abcdefghij"], 5)
        shared = random.sample(["offer", "letter", "harbour", "water", "pay", "bridge"], 2)
        text = f"Envoys of {town} talk of {' and '.join(words)} in the {' and '.join(shared)}."
        pages.append(heap_page(f"{n:04}", text if n % 11 else f"Soup {n} with {words[0]} salt."))
    return pages


def test_a_heap_that_grows_is_judged_as_if_all_had_come_at_once() -> None:
    """
    Whether one page comes or thirty, about the same or something else.
    """
    pages = heap(240)
    Random(3).shuffle(pages)
    judged: Judgement | None = None

    for until in (120, 121, 122, 150, 199, 200, 240):
        told, judged = judge_heap_pages(pages[:until], None, judged)

        assert (told, judged) == judge_heap_pages(pages[:until], None)


def test_a_page_about_something_else_leaves_the_stories_that_stand() -> None:
    """
    Only its own profile is new, and the groups of all others are the very ones there were.
    """
    pages = {page.id: page for page in heap(200)}
    earlier, _, _ = group_pages(pages)
    recipe = heap_page("9999", "Boil the lentils for an hour. Add parsley and lemon.")

    now, _, changed = group_pages(pages | {recipe.id: recipe}, earlier)

    assert changed == {recipe.id}
    stood = {id(group) for group in earlier.groups()}
    assert [group.pages for group in now.groups() if id(group) not in stood] == [(recipe.id,)]


def test_a_page_whose_text_is_another_now_is_judged_anew() -> None:
    """
    What was kept of a heap in which it stood otherwise tells nothing.
    """
    pages = heap(100)
    _, judged = judge_heap_pages(pages, None)
    pages[7] = heap_page(pages[7].id, "Envoys of Sarn talk of sarnao and sarnbo in the offer.")

    assert judge_heap_pages(pages, None, judged) == judge_heap_pages(pages, None)
