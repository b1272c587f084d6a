"""Relevance: the negotiation's pages stay, other stories are set aside."""

from __future__ import annotations

from verbale.link.relevance import judge_relevance
from verbale.model.document import Document, Page

FERRY = [
    "Ferry crews and owners end fourth round\n\nThe crews of the Ansel ferries and the owners of "
    "the line ended a fourth round of talks on pay in Port Ansel on Monday, the mediator said. "
    "Mara Linde, who speaks for the crews, said the offer on rest times was too small.",
    "Mediator calls ferry talks useful\n\nThe mediator in the dispute over pay on the Ansel "
    "ferries called the talks useful. The owners had until Friday to answer the crews' demands "
    "in writing, "
    "Linde said. Port Ansel's mayor asked both sides to sign before the summer.",
    "Owners answer crews in writing\n\nThe owners of the Ansel line answered the demands of the "
    "ferry crews in a letter on Friday. Linde called the letter a refusal and warned of a strike "
    "in Port Ansel if the owners did not come back to the table.",
    "Strike ballot in Port Ansel\n\nFerry crews in Port Ansel will vote on a strike next week "
    "after "
    "talks with the owners broke down, their union said. “We asked for rest times, not for "
    "the moon,” Mara Linde said.",
]
STRAY = [
    "United beat Rovers in cup thriller\n\nUnited beat Rovers 3-2 on Saturday after a late goal by "
    "striker Ken Obi in front of 20,000 fans. Rovers' coach praised his goalkeeper, who saved a "
    "penalty in the second half. United meet City in the semi-final.",
    "Carrot soup for cold evenings\n\nPeel the carrots, chop the onion and fry both in butter. Add "
    "the stock and simmer for twenty minutes. Blend the soup, season it with ginger and serve it "
    "with bread and a spoon of cream.",
    "Rain and wind over the weekend\n\nA low from the west brings rain and strong wind on "
    "Saturday. "
    "Temperatures reach twelve degrees in the south. On Sunday it clears up slowly, with showers "
    "in the hills and frost at night.",
    "Herders and mountain club sign pact\n\nThe herders of Brannock and the mountain club signed a "
    "pact on the high paths on Sunday after talks of three summers. The club pays for fences, the "
    "herders open the gates in August, both sides said in Brannock.",
]


def pile(*texts: str) -> list[Document]:
    return [
        Document(str(i), Page(str(i), f"{i:02}", "", "text/plain"), text)
        for i, text in enumerate(texts)
    ]


def word(number: int) -> str:
    """An invented word, another for each number."""
    return f"{chr(97 + number % 26)}{chr(97 + number // 26)}a"


def kept(documents: list[Document], about: str | None = None) -> list[str]:
    judged = judge_relevance(documents, about)
    return [document.id for document in documents if judged[document.id].relevant]


def test_other_stories_are_set_aside() -> None:
    """
    Football, a recipe, the weather and another negotiation go; the reason is told.
    """
    documents = pile(*FERRY, *STRAY)

    judged = judge_relevance(documents)

    assert kept(documents) == ["0", "1", "2", "3"]
    assert all(judged[str(i)].reason for i in range(8))
    assert judged["4"].story != judged["0"].story


def test_a_pile_about_one_negotiation_is_kept_whole() -> None:
    """
    Nothing is set aside for its own sake, not even in the smallest pile.
    """
    assert kept(pile(*FERRY)) == ["0", "1", "2", "3"]
    assert kept(pile(FERRY[0])) == ["0"]
    assert kept([]) == []


def test_the_user_can_say_which_negotiation_is_meant() -> None:
    """
    `about` takes another story than the one that most pages tell.
    """
    documents = pile(*FERRY, *STRAY)

    assert kept(documents, "Brannock herders") == ["7"]
    assert kept(documents, "ferry talks") == ["0", "1", "2", "3"]


def test_order_does_not_matter() -> None:
    """
    Any order of pages gives the same judgements.
    """
    documents = pile(*FERRY, *STRAY)

    assert judge_relevance(documents) == judge_relevance(documents[::-1])


def test_a_page_of_the_same_people_stays_in_a_small_heap() -> None:
    """
    Three pages share few words, but call the same people and places: none is another story.
    """
    wire = (
        "Ministers open talks in Bergen\n\nIn Bergen, the minister Siv Aasland of Norway and Jakup "
        "Dam of the Faroe Islands opened talks with the negotiator Pieter Kuipers."
    )
    colour = (
        "Scenes from a quay\n\nThe boat that took Jakup Dam home to the Faroe Islands had a dog on "
        "deck. In Bergen, Siv Aasland waved; she had sandwiches. The dog belongs to Pieter Kuipers."
    )
    statement = (
        "Statement\n\nThe offer made by the negotiator Pieter Kuipers remains on the table for the "
        "Faroe Islands. Talks on the demands continue with Siv Aasland and Jakup Dam in Bergen."
    )

    assert kept(pile(wire, colour, statement, STRAY[0])) == ["0", "1", "2"]


def test_a_page_about_something_else_changes_nothing_of_a_large_heap() -> None:
    """
    What the others weigh hangs on how many pages there are, roughly: one more tips none.
    """
    texts = [
        f"House Xo{word(n % 20)} talks\n\nThe envoy of Xo{word(n % 20)} met Mu{word(n % 20)} and "
        f"Li{word(n % 20)} in Brum. The {word(n * 7 % 31)}o offer of Su{word(n * 3 % 11)} and "
        f"Ki{word(n * 5 % 13)}, Ta{word(n * 11 % 17)} went on."
        for n in range(200)
    ]
    recipe = "Recipes\n\nBoil the lentils for an hour. Add salt, lemon and parsley."

    before = judge_relevance(pile(*texts))
    after = judge_relevance(pile(*texts, recipe))

    assert {id: after[id] for id in before} == before
