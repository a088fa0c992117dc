"""Judgements by hand about the entities of a store: made, taken back, listed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import DefaultGraph, NamedNode

from kg.errors import NoSuchEntity, UsageError
from kg.linking import BY_HAND, parse_judgements, read_judgements, write_judgements
from kg.model import EntityKind
from kg.model.judgement import Judgement
from kg.pipeline.decisions import judgement_file
from kg.query import find_entity
from kg.query.header import ParameterType
from kg.slugs import slug
from kg.store import GraphStore, open_store, read_note

__all__ = ["Listed", "is_known", "judge", "list_judgements", "named", "take_back"]

_KINDS = (EntityKind.PERSON, EntityKind.OFFICE, EntityKind.MEETING)
_FOUND = (ParameterType.PERSON, ParameterType.OFFICE, ParameterType.MEETING)
_MERGED = DefaultGraph()


class Listed(NamedTuple):
    """A judgement, and whether it decides anything in the graph as it is."""

    judgement: Judgement
    applies: bool


def judge(store: Path, left: str, right: str, *, same: bool, reason: str = "", file: Path | None = None) -> Judgement:
    """Records that two entities are one, or are not.

    Args:
        store: The folder of the store.
        left: Path, IRI or name of the one that is given up.
        right: The same of the one that stays.
        same: Whether they are one.
        reason: In words, why.
        file: Of the judgements, if it is not the one beside the store.

    Returns:
        The judgement.

    Raises:
        NoSuchEntity: There is no such entity.
        UsageError: The two are of different kinds, or already one by name.
        JudgementConflict: It cannot hold together with earlier ones; the message names the chain.
    """
    path = file or judgement_file(store)
    with open_store(store) as graph:
        (kind, give), (other, keep) = named(graph, left), named(graph, right)
    if kind != other:
        raise UsageError(
            f"{left} is of the kind {kind.value}, {right} of the kind {other.value}.",
            "Name two people, two offices or two meetings.",
        )
    if give == keep:
        raise UsageError(
            f"{left} and {right} are the same name, {kind.value}/{give}.", "Give two paths, such as person/larry-liza."
        )
    judgement = Judgement(kind, give, keep, same, 1.0, BY_HAND, reason)
    judgements = read_judgements(path)
    before = [each for each in judgements if each.same == same and _pair(each) == _pair(judgement)]
    if before and before[-1].reports:  # who is meant in which report stays as it is
        judgement = before[-1]._replace(reason=reason or before[-1].reason)
    write_judgements(path, [*(each for each in judgements if each not in before), judgement])
    return judgement


def take_back(store: Path, left: str, right: str, *, file: Path | None = None) -> Judgement:
    """Takes back the judgement by hand about two entities, named as in :func:`judge`; returns it.

    Raises:
        NoSuchEntity: There is no such judgement by hand.
    """
    path = file or judgement_file(store)
    judgements = read_judgements(path)
    with open_store(store) as graph:
        pair = {_end(graph, left), _end(graph, right)}
    found = [each for each in judgements if {each.left, each.right} == pair]
    if not found:
        raise NoSuchEntity(
            f"There is no judgement by hand about {left} and {right} in {path}.",
            "What a rule has joined, `kg split` sets apart.",
        )
    write_judgements(path, [each for each in judgements if each != found[-1]])
    return found[-1]


def list_judgements(store: Path, *, file: Path | None = None) -> list[Listed]:
    """All judgements about a store, those by hand first, and those that name nothing in it marked."""
    applied = parse_judgements(read_note(store, "judgements.csv"))
    by_hand = read_judgements(file or judgement_file(store))
    known = {_key(each) for each in applied if each.rule == BY_HAND}
    return [
        *(Listed(each, _key(each) in known) for each in by_hand),
        *(Listed(each, applies=True) for each in applied if each.rule != BY_HAND),
    ]


def named(graph: GraphStore, text: str) -> tuple[EntityKind, str]:
    """Kind and slug of an entity, or of one that was merged into another."""
    path = text.removeprefix(graph.manifest.base)
    kinds = [kind for kind in _KINDS if path.startswith(f"{kind.value}/")]
    slugs = [path.partition("/")[2]] if kinds else [slug(text)]
    for kind in kinds or _KINDS:
        if is_known(graph, f"{kind.value}/{slugs[0]}"):
            return kind, slugs[0]
    found = find_entity(graph, text, *_FOUND).value.removeprefix(graph.manifest.base)
    return EntityKind(found.partition("/")[0]), found.partition("/")[2]


def is_known(graph: GraphStore, path: str) -> bool:
    """Whether the graph speaks of a thing, if only to say what it was merged into."""
    node = NamedNode(graph.manifest.base + path)
    return any(True for _ in graph.quads(_MERGED, subject=node))


def _end(graph: GraphStore, text: str) -> str:
    """The slug that a path, IRI or name stands for, though there may be no such entity."""
    path = text.removeprefix(graph.manifest.base)
    return path.partition("/")[2] if "/" in path else slug(path)


def _pair(judgement: Judgement) -> tuple[EntityKind, frozenset[str]]:
    return judgement.kind, frozenset({judgement.left, judgement.right})


def _key(judgement: Judgement) -> Sequence[object]:
    return judgement[:4]
