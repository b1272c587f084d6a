"""
Beside the saying: who is named right before it, behind a body or a stranger that the
sentence begins with.

"The union's branch in Solen, *Ana Vella*, said", "A fisherman from Marsa, *Jon Zerafa*, 34,
said", "the league, FBL, its secretary, *Ana Vella*, told": the name between the commas speaks.
"""

from __future__ import annotations

from verbale.extract.attribution.finding import Page, is_verb
from verbale.model.mention import ActorKind, Mention, MentionKind

BODIES = frozenset(
    {ActorKind.ORGANISATION, ActorKind.BLOC, ActorKind.OUTLET, ActorKind.UNKNOWN, ActorKind.PLACE}
)


def named_beside(
    page: Page, sayer: int, head: int | None, mention: Mention | None
) -> Mention | None:
    """The person named between commas right before a saying, where its subject is no person."""
    tokens = page.tree.tokens
    if head is None or head >= sayer or (mention is not None and mention.actor_kind not in BODIES):
        return None
    at = sayer - 1
    if at <= head or tokens[at].text != ",":
        return None
    if tokens[at - 1].text.isdigit() and tokens[at - 2].text == ",":
        at -= 2  # "Jon Zerafa, 34, said"
    named = page.annotated.mention_headed(tokens[at - 1])
    if named is None or named is mention or named.kind is not MentionKind.NAME:
        return None
    if (
        named.actor_kind is not ActorKind.PERSON
        or page.tree.text[named.start - 2 : named.start] != ", "
    ):
        return None
    clause = any(is_verb(token) for token in tokens[head + 1 : at])
    owned = tokens[at - 1].dep == "appos" and " " in (named.name or "")
    return named if owned and not clause else None
