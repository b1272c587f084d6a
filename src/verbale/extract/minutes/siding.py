"""
Siding: who joins, backs or opposes whom, in the lists of names that minutes hold.
"""

from __future__ import annotations

from verbale.lexicon import words
from verbale.model.parse import Parse, Token
from verbale.model.span import Span

PACKAGE = "verbale.extract"
JOINTS = (",", "and", "/", "&", "or", "both", "the", "The", "also", "with", "(", ")", "an", "a")


def joining(tree: Parse, verb: Token) -> list[tuple[Span, bool]]:
    """Who joins for the second predicate only: "proposed X and, with Arden, opposed Y"."""
    at = verb.i - 1
    while at > 0 and verb.i - at < 12 and tree.tokens[at].lower not in ("and", "but"):
        at -= 1
    lead = tree.tokens[at + 1 : at + 3]
    if at > 0 and [token.lower for token in lead] == [",", "with"]:
        return actors_between(tree, at + 3, verb.i)
    return []


def actors_between(tree: Parse, first: int, end: int) -> list[tuple[Span, bool]]:
    """The names in a stretch of words, each with whether an "opposed by" is before it."""
    found: list[tuple[Span, bool]] = []
    opposed = False
    run: list[int] = []
    against = words(PACKAGE, "stances", "against")
    towards = words(PACKAGE, "stances", "towards")

    def close() -> None:
        names = [i for i in run if tree.tokens[i].text[:1].isupper() or tree.tokens[i].pos == "NUM"]
        if names:
            found.append((tree.span(names[0], names[-1]), opposed))
        run.clear()

    for i in range(first, end):
        token = tree.tokens[i]
        if token.lower in against:
            close()
            opposed = True
        elif token.lower in towards:
            close()
            # "Supported by …" after "opposed by …" turns back; "on behalf of" does not.
            opposed = opposed and token.lower in ("for", "behalf")
        elif token.text in JOINTS or (token.text == "-" and not run):
            if token.text == "and" and _is_inside_name(tree, i, end):
                run.append(i)
                continue
            close()
        elif (
            token.lower in ("by", "on", "of", "group", "many", "others", "some", "several")
            and not run
        ):
            continue
        elif token.pos == "PUNCT" and token.text not in ("-", "–", "'", "’"):
            close()
        else:
            run.append(i)
    close()
    return found


def _is_inside_name(tree: Parse, i: int, end: int) -> bool:
    """Tell whether "and" joins the words of one country's name: "Bosnia and Herzegovina"."""
    if i + 1 >= end or i == 0:
        return False
    joined = f"{tree.tokens[i - 1].lower} and {tree.tokens[i + 1].lower}"
    return joined in words(PACKAGE, "stances", "joined_names")


def siding(tree: Parse, first: int, end: int) -> tuple[int, list[tuple[Span, bool]]]:
    """Where ", opposed by Arden and Brum" begins behind a point, and whom it names."""
    sides = words(PACKAGE, "stances", "against") | words(PACKAGE, "stances", "towards")
    for i in range(first, end - 1):
        token = tree.tokens[i]
        passive = tree.child(i, "auxpass", "aux", "neg") is not None
        if token.lower in sides and tree.tokens[i + 1].lower == "by" and not passive:
            named = actors_between(tree, i, min(i + 6, end))
            if not named:
                continue
            stop = next(
                (
                    j
                    for j in range(i + 2, end)
                    if tree.tokens[j].lower in ("who", "which", "that", "while", ".")
                ),
                end,
            )
            at = i
            while at > first and tree.tokens[at - 1].lower in (",", "and", "but"):
                at -= 1
            return at, actors_between(tree, i, stop)
    return end, []
