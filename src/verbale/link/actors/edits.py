"""
Corrections by hand to the register: merge, split, rename.

An edit names an actor by its id, its name or any way the pile writes it, so that it
still finds its actor when more pages have come. What names nobody, says two things at
once or goes in a circle is refused in a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.errors import EditError
from verbale.gazetteer.spelling import level, slug
from verbale.model.actor import Actor, ActorReference, Register
from verbale.model.edit import Edit, standing_edits
from verbale.model.mention import ActorKind
from verbale.model.problem import Problem

KINDS = frozenset({"merge-actors", "split-actor", "rename-actor"})


def apply_actor_edits(
    register: Register,
    edits: Sequence[Edit],
    forms: dict[tuple[str, int], str],
    refused: list[Problem] | None = None,
) -> Register:
    """
    Apply the edits on actors in the order they were made, the undone ones left out.

    `forms` is how each mention (document, index) is written, for splitting by variant.
    An edit that cannot be applied is noted in `refused`; without it, EditError is raised.
    """
    merged: dict[str, str] = {}
    renamed: dict[str, Edit] = {}
    for edit in standing_edits(edits):
        if edit.kind not in KINDS:
            continue
        try:
            if not edit.targets:
                raise EditError(f"The edit {edit.id!r} names no actor.")
            if edit.kind == "merge-actors":
                register = _merge(register, edit, merged)
            elif edit.kind == "split-actor":
                register = _split(register, edit, merged, forms)
            else:
                register = _rename(register, edit, merged, renamed)
        except EditError as error:
            if refused is None:
                raise
            refused.append(Problem(edit.id, "edits", str(error)))
    return register


def find_actor(register: Register, name: str, merged: dict[str, str] | None = None) -> Actor:
    """
    The one actor called so: by id, else by name, else by a way the pile writes it.
    """
    id_ = name
    while merged and id_ in merged:
        id_ = merged[id_]
    wanted = level(name)
    for found in (
        [actor for actor in register.actors if actor.id == id_],
        [actor for actor in register.actors if level(actor.name) == wanted],
        [a for a in register.actors if any(level(form) == wanted for form in a.variants)],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(sorted(actor.id for actor in found))
            raise EditError(f"{name!r} may be any of {ids}; give one id.")
    raise EditError(f"There is no actor {name!r}; `verbale actors` lists them.")


def _merge(register: Register, edit: Edit, merged: dict[str, str]) -> Register:
    if len(edit.targets) < 2:
        raise EditError(f"The edit {edit.id!r} merges one actor only; name two or more.")
    actors = [find_actor(register, target, merged) for target in edit.targets]
    kept, gone = actors[0], {actor.id: actor for actor in actors[1:]}
    if kept.id in gone:
        raise EditError(
            f"The edit {edit.id!r} merges {kept.name!r} with itself; "
            f"they are one actor already, perhaps by an earlier edit."
        )
    people = {actor.kind is ActorKind.PERSON for actor in actors if _is_known(actor)}
    if len(people) > 1:
        raise EditError(
            f"The edit {edit.id!r} makes one actor of a person and a party; "
            f"say that the person belongs to it instead."
        )
    offices = list(dict.fromkeys(office for actor in actors for office in actor.offices))
    variants = list(dict.fromkeys(form for actor in actors for form in actor.variants))
    party = next((a.party for a in actors if a.party and a.party not in gone), None)
    whole = replace(
        kept,
        name=(edit.value or "").strip() or kept.name,
        variants=tuple(variants),
        offices=tuple(offices),
        party=kept.id if kept.party == kept.id else party,
    )
    for id_ in gone:
        merged[id_] = kept.id
    left = []
    for actor in register.actors:
        if actor.id in gone:
            continue
        actor = whole if actor.id == kept.id else actor
        left.append(replace(actor, party=kept.id) if actor.party in gone else actor)
    references = tuple(
        replace(
            reference,
            actors=tuple(dict.fromkeys(kept.id if a in gone else a for a in reference.actors)),
            reason=f"{reference.reason}; merged by hand",
        )
        if any(a in gone for a in reference.actors)
        else reference
        for reference in register.references
    )
    return Register(tuple(left), references)


def _is_known(actor: Actor) -> bool:
    return actor.kind not in (ActorKind.UNKNOWN, ActorKind.GROUP, ActorKind.ANONYMOUS)


def _split(
    register: Register, edit: Edit, merged: dict[str, str], forms: dict[tuple[str, int], str]
) -> Register:
    """
    Take mentions away from an actor and make another of them.

    After the actor, the targets say which: a way it is written, a document's id, or
    `document:mention`.
    """
    whole = find_actor(register, edit.targets[0], merged)
    chosen = edit.targets[1:]
    if not chosen:
        raise EditError(f"The edit {edit.id!r} does not say what to split from {whole.name!r}.")
    variants = {level(target) for target in chosen}
    part: list[ActorReference] = []
    left: list[ActorReference] = []
    for reference in register.references:
        here = (reference.document, f"{reference.document}:{reference.mention}")
        form = forms.get((reference.document, reference.mention), "")
        ours = whole.id in reference.actors
        meant = bool(set(here) & set(chosen)) or (bool(form) and level(form) in variants)
        (part if ours and meant else left).append(reference)
    stays = any(whole.id in reference.actors for reference in left)
    if not part:
        raise EditError(f"Nothing of {whole.name!r} is called {', '.join(map(repr, chosen))}.")
    if not stays:
        raise EditError(f"The edit {edit.id!r} would leave nothing of {whole.name!r}.")
    taken = {actor.id for actor in register.actors} | set(merged)
    own = sorted({forms.get((r.document, r.mention), "") for r in part} - {""})
    name = (edit.value or "").strip() or (own[0] if own else f"{whole.name} (2)")
    new_id = _free(slug(name), taken)
    moved = [
        replace(
            reference,
            actors=tuple(new_id if a == whole.id else a for a in reference.actors),
            reason=f"{reference.reason}; split by hand",
        )
        for reference in part
    ]
    gone = {form for form in whole.variants if level(form) in variants}
    new = Actor(
        new_id, name, whole.kind, tuple(own), (), new_id if whole.party == whole.id else None
    )
    kept = replace(whole, variants=tuple(form for form in whole.variants if form not in gone))
    actors = [kept if actor.id == whole.id else actor for actor in register.actors]
    references = sorted([*left, *moved], key=lambda r: (r.document, r.mention))
    return Register(tuple(sorted([*actors, new], key=lambda actor: actor.id)), tuple(references))


def _free(id_: str, taken: set[str]) -> str:
    number, free = 1, id_
    while free in taken:
        number += 1
        free = f"{id_}-{number}"
    return free


def _rename(
    register: Register, edit: Edit, merged: dict[str, str], renamed: dict[str, Edit]
) -> Register:
    actor = find_actor(register, edit.targets[0], merged)
    name = (edit.value or "").strip()
    if not name:
        raise EditError(f"The edit {edit.id!r} renames {actor.name!r} to nothing.")
    before = renamed.get(actor.id)
    if before is not None and before.value != edit.value:
        raise EditError(
            f"The edit {edit.id!r} renames {actor.name!r} to {name!r}, "
            f"but {before.id!r} renamed it already; undo one of them."
        )
    renamed[actor.id] = edit
    forms = actor.variants if actor.name in actor.variants else (*actor.variants, actor.name)
    new = replace(actor, name=name, variants=forms)
    actors = tuple(new if other.id == actor.id else other for other in register.actors)
    return Register(actors, register.references)
