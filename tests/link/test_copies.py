"""Copies: who took words from whom, and what only looks like it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from verbale.link.copies.finding import find_copies
from verbale.model.document import Credit, Document, Page
from verbale.model.interval import Interval

WIRE = (
    "The crews of the nine ferries and the owners of the line ended their fourth round in Port "
    "Ansel on Monday without a paper that both could sign.\n\n"
    "The owners had come with an offer of four per cent, one of the people in the room said, and "
    "left with a list of questions about rest times.\n\n"
    "A fifth round is planned for the week after the regatta, if the harbour hall is free then."
)
OTHER = (
    "Farmers of the upper valley began to cut their hay on Monday, two weeks earlier than in most "
    "years, after a spring that was dry and warm.\n\n"
    "The price of hay has gone up by a third since last year, and many stables have bought what "
    "they need from beyond the pass already, traders said."
)


def page(name: str, text: str, **about: str) -> Document:
    return Document(name, Page(name, name, "", "text/plain", outlet=about.get("outlet")), text)


def on(day: int) -> Interval:
    return Interval.day(date(2027, 5, day))


def test_a_page_that_repeats_another_is_its_copy() -> None:
    """
    The later one is the copy; its passages stand in both.
    """
    documents = [page("a", WIRE), page("b", WIRE + "\n\nThe paper will report.")]

    (copy,) = find_copies(documents, {"a": on(4), "b": on(6)})

    assert (copy.document, copy.original, copy.whole) == ("b", "a", True)
    assert copy.share > 0.9
    assert copy.reason == "published later"
    for mine, theirs in copy.passages:
        assert documents[1].text[mine.start : mine.end] == mine.text
        assert documents[0].text[theirs.start : theirs.end] == theirs.text
        assert mine.text.split()[:5] == theirs.text.split()[:5]


def test_an_agency_is_known_by_its_letters() -> None:
    """
    "(NWA)" credits the Northern Wire Agency; the letters of another do not.
    """
    wire = page("a", WIRE, outlet="Northern Wire Agency")
    copier = replace(page("b", WIRE), credits=(Credit("NWA", "agency", "VIR (NWA) -"),))
    other = replace(page("b", WIRE), credits=(Credit("HPS", "agency", "VIR (HPS) -"),))

    (copy,) = find_copies([copier, wire])
    assert (copy.document, copy.reason) == ("b", "credits NWA")
    (copy,) = find_copies([other, wire])
    assert "credits" not in copy.reason


def test_who_credits_the_other_is_the_copy() -> None:
    """
    A credit outweighs the days, which may be the crawler's.
    """
    wire = page("a", WIRE, outlet="NWA")
    copier = replace(page("b", WIRE), credits=(Credit("NWA", "source", "Source: NWA"),))

    (copy,) = find_copies([copier, wire], {"a": on(6), "b": on(4)})

    assert (copy.document, copy.original) == ("b", "a")
    assert "credits NWA" in copy.reason


def test_a_copied_part_is_a_partial_copy() -> None:
    """
    One paragraph of another page, in a story of its own.
    """
    mixed = OTHER + "\n\n" + WIRE.split("\n\n")[1] + "\n\nNobody in the valley had heard of it."

    (copy,) = find_copies([page("a", WIRE), page("b", mixed)], {"a": on(4), "b": on(5)})

    assert not copy.whole
    assert copy.passages[0][0].text.startswith("The owners had come")


def test_every_passage_leads_to_the_first_of_its_line() -> None:
    """
    What was copied from a copy is traced to where it stood first.
    """
    documents = [page(name, WIRE) for name in "abc"]

    copies = find_copies(documents, {"a": on(4), "b": on(5), "c": on(6)})

    assert {(copy.document, copy.original) for copy in copies} == {("b", "a"), ("c", "a")}


def test_words_in_quotation_marks_make_no_copy() -> None:
    """
    Two reporters in one room quote alike.
    """
    said = (
        "“We came here with a clear offer on pay and rest times, we have heard nothing but "
        "questions since the morning, and we will not stay for another night of questions.”"
    )
    one = page("a", f"{said} That is what Mara Linde told the papers at the gate on Monday.")
    two = page("b", f"The speaker of the crews lost her patience at noon. {said}")

    assert find_copies([one, two]) == ()


def test_furniture_that_was_not_cut_makes_no_copy() -> None:
    """
    The same closing words under several stories of one paper are not corroboration lost.
    """
    closing = (
        "\n\nThe paper belongs to a trust of its readers, prints on Wednesdays and on Saturdays, "
        "and takes no money from any government, party, church or company of the valley."
    )
    third = "Nine geese crossed the pass on Friday, and the road was closed for a whole hour."
    documents = [page("a", WIRE + closing), page("b", OTHER + closing), page("c", third + closing)]

    assert [
        copy for copy in find_copies(documents) if "c" not in (copy.document, copy.original)
    ] == []


def test_a_thousand_identical_pages_are_copies_of_one() -> None:
    """
    Found in seconds, each a copy of the first.
    """
    documents = [page(f"{number:04}", WIRE) for number in range(1000)]

    copies = find_copies(documents)

    assert len(copies) == 999
    assert {copy.original for copy in copies} == {"0000"}


def test_order_does_not_matter() -> None:
    """
    Any order of pages gives the same copies.
    """
    documents = [page("a", WIRE), page("b", WIRE + " So it was said."), page("c", OTHER)]

    assert find_copies(documents) == find_copies(documents[::-1])


def test_who_signs_with_the_other_in_brackets_is_the_copy() -> None:
    """
    "(Interpress)" under a story credits that agency, also where its page names a desk of it.
    """
    wire = page("b", WIRE, outlet="Interpress Energy Desk")
    signed = replace(
        page("a", WIRE, outlet="Lake Weekly"),
        credits=(Credit("Interpress", "agency", "(Interpress)"),),
    )

    (copy,) = find_copies([signed, wire])

    assert (copy.document, copy.original) == ("a", "b")
    assert "Interpress" in copy.reason


def test_who_names_a_source_is_the_copy_though_its_day_is_found_earlier() -> None:
    """
    Both pages have the agency's dateline; only one says that the agency is where it is from.
    """
    wire = replace(
        page("b", WIRE), credits=(Credit("HNA", "agency", "SOLEN (HNA) -"),), dateline="SOLEN"
    )
    taken = replace(
        page("a", WIRE),
        credits=(
            Credit("HNA", "agency", "SOLEN (HNA) -"),
            Credit("HNA", "source", "Source: HNA"),
        ),
        dateline="SOLEN",
    )
    days = {"a": Interval.day(date(2031, 3, 1)), "b": Interval.day(date(2031, 3, 8))}

    (copy,) = find_copies([taken, wire], days)

    assert (copy.document, copy.original) == ("a", "b")


def test_an_agency_in_capitals_is_credited_by_its_letters_where_a_desk_is_called_by_them() -> None:
    """
    "HNA" is "HNA English"; "Ann" in small letters begins too many names.
    """
    wire = page("b", WIRE, outlet="HNA English")
    signed = replace(page("a", WIRE), credits=(Credit("HNA", "agency", "(HNA)"),))

    (copy,) = find_copies([signed, wire])

    assert (copy.document, copy.original) == ("a", "b")
