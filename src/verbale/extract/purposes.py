"""
Purposes: what somebody set out to say by a deed that was done was said by it.

"Marched to the ministry to demand shorter shifts", "summoned the envoy to protest", "used
the meeting to ask for the archive": the infinitive plans nothing. "Flew to Solen to sign" does.
"""

from __future__ import annotations

from verbale.lexicon import words
from verbale.model.act import ActType
from verbale.model.parse import Parse

PACKAGE = "verbale.extract"
VOICED = (
    ActType.PROTEST, ActType.DEMAND, ActType.REITERATE, ActType.ACCUSE, ActType.REJECT,
    ActType.WARN,
)  # fmt: skip


def is_purpose_of_deed(tree: Parse, i: int, kind: ActType) -> bool:
    """Whether word `i` tells what somebody voiced by the deed above it."""
    doing = tree.head(i)
    token = tree.tokens[i]
    if kind not in VOICED or token.tag != "VB" or token.dep not in ("advcl", "xcomp"):
        return False
    if doing.lemma in ("be", "have"):
        return False  # "hours before they were to walk off the job"
    if kind is ActType.PROTEST:
        return doing.tag == "VBD"
    done = doing.tag == "VBD" or any(
        aux.lower in ("has", "have", "had") for aux in tree.children(doing.i, "aux")
    )
    return done and doing.lemma in words(PACKAGE, "light", "voicing")
