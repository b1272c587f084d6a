"""
Answers that were resolved on: "decided to refuse the request", "voted to accept the offer".

To decide on a deed plans it; to decide on an answer gives it, once it is told: the page
that says so is how the other side hears.
"""

from __future__ import annotations

from verbale.extract.modality.judging import judge
from verbale.extract.modality.tense import is_infinitive
from verbale.lexicon import words
from verbale.model.act import ActType, Modality
from verbale.model.annotated import AnnotatedDocument

PACKAGE = "verbale.extract"
# What is said to the other side, and done by being said.
ANSWERS = frozenset(
    {ActType.ACCEPT, ActType.ACCEPT_IN_PART, ActType.REJECT, ActType.REFUSE_TO_DISCUSS,
     ActType.DEFER, ActType.RESERVE, ActType.WITHDRAW, ActType.COUNTER_PROPOSE}
)  # fmt: skip


def is_resolved(annotated: AnnotatedDocument, i: int, kind: ActType) -> bool:
    """Tell whether the answer told by verb `i` is what somebody has decided, voted or chosen."""
    tree = annotated.parse
    if kind not in ANSWERS or not is_infinitive(tree, i):
        return False
    at = tree.tokens[i]
    above = tree.head(at.i)
    if at.dep == "conj" and above.tag == "VB":  # "voted to reject the offer and accept no other"
        at, above = above, tree.head(above.i)
    if at.dep not in ("xcomp", "advcl") or above.i == at.i or at.i < above.i:
        return False
    if above.lemma not in words(PACKAGE, "answers", "resolving") or above.tag == "VBG":
        return False
    return judge(annotated, above.i).modality is Modality.HAPPENED
