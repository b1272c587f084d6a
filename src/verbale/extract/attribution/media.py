"""
Media: whether somebody who is told something is a paper, a station or an agency.

A list of papers' names never ends. A name that tells of no body, that nobody is called by
who acts on the page, and that is told something ("she told Meridian") is a paper's.
"""

from __future__ import annotations

from verbale.extract.attribution.finding import PACKAGE, Page
from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import body_kind
from verbale.gazetteer.people import is_given_name, people_words
from verbale.lexicon import terms, words
from verbale.model.mention import ActorKind, Mention
from verbale.model.parse import Token

# Subjects that a paper can be: it reports, and it is told.
REPORTING = frozenset({"report", "say", "write", "quote", "cite", "ask", "learn", "publish", "see"})
SUBJECTS = ("nsubj", "nsubjpass", "agent")
MAYBE = (ActorKind.UNKNOWN, ActorKind.ORGANISATION, ActorKind.PLACE)


def is_medium(page: Page, token: Token) -> bool:
    """Whether somebody told is an outlet or an occasion rather than a person."""
    mention = page.annotated.mention_headed(token)
    if mention is not None and mention.actor_kind is ActorKind.OUTLET:
        return True
    if token.lemma in words(PACKAGE, "channels", "media"):
        return True
    if is_masthead(page, token, mention) or _is_only_told(page, token, mention):
        return True
    # "the television channel Lumen": the kind stands before the name.
    return any(
        child.lemma in words(PACKAGE, "channels", "media")
        for child in page.tree.children(token.i, "compound", "appos", "nmod")
    )


def is_masthead(page: Page, token: Token, mention: Mention | None) -> bool:
    """
    Whether a name of two words or more holds one that papers and programmes are named by.

    "Told Morning Harbour" and "told Cable Ledger", but not "told the Ledger family" nor
    somebody with an office. One such word by itself has its article: "told the Ledger".
    """
    tree = page.tree
    parts = [child for child in tree.children(token.i, "compound", "nmod") if child.i < token.i]
    named = [*parts, token]
    article = tree.child(token.i, "det") is not None
    if not (parts or (article and token.text[:1].isupper() and token.tag != "NNS")):
        return False
    if parts and any(each.pos != "PROPN" for each in named):
        return False
    if mention is not None and mention.actor_kind is ActorKind.PERSON and not article:
        return False
    return any(each.lower in words(PACKAGE, "channels", "mastheads") for each in named)


def _is_only_told(page: Page, token: Token, mention: Mention | None) -> bool:
    """Whether a name of nobody's is told something here and does nothing on the page."""
    tree = page.tree
    verb = tree.head(token.i)
    if token.pos != "PROPN" or verb.lemma != "tell" or token.dep not in ("dobj", "dative"):
        return False
    if mention is None:
        return token.entity == "ORG" and look_up(token.text) is None
    if mention.name is None or mention.actor_kind not in MAYBE or mention.party is not None:
        return False
    told = mention.name.lower().split()
    known = people_words("bodies") | people_words("portfolios") | people_words("state_names")
    if look_up(mention.name) or body_kind(mention.name) or known & set(told):
        return False
    if is_given_name(told[0]) or mention.office is not None:
        return False
    chains = page.annotated.references[mention.i].chains
    for other in page.annotated.mentions:
        if page.annotated.references[other.i].chains != chains or other.i == mention.i:
            continue
        head = tree.tokens[other.head]
        if head.dep in SUBJECTS and tree.head(head.i).lemma not in REPORTING:
            return False
    return True


def told_by_staff(page: Page, token: Token) -> Token | None:
    """The paper whose reporter is told: "told a reporter of *the Beacon*", "*NRE's* envoy"."""
    tree = page.tree
    if token.lemma not in terms(PACKAGE, "channels")["staff"]:
        return None
    paper = tree.child(token.i, "poss")
    for preposition in tree.children(token.i, "prep"):
        if preposition.lower in ("of", "from", "for", "with"):
            paper = tree.child(preposition.i, "pobj")
    named = paper is not None and (paper.pos == "PROPN" or paper.lemma in _media())
    return paper if named else None


def _media() -> frozenset[str]:
    return words(PACKAGE, "channels", "media")
