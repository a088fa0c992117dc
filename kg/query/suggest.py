"""Compares names loosely: for those that were not written exactly as the graph has them."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from kg.slugs import slug

__all__ = ["nearest", "same_words"]

_CUTOFF = 60


def same_words(text: str, names: Sequence[tuple[str, NamedNode]]) -> list[NamedNode]:
    """The entities that have ``text`` as name, letter case, accents, punctuation and order of words apart."""
    wanted = slug(text)
    in_order = {node for name, node in names if slug(name) == wanted}
    if not in_order:
        words = sorted(wanted.split("-"))
        in_order = {node for name, node in names if sorted(slug(name).split("-")) == words}
    return sorted(in_order, key=lambda node: node.value)


def nearest(text: str, names: Sequence[tuple[str, NamedNode]], limit: int = 3) -> list[tuple[str, NamedNode]]:
    """The entities with names most like ``text``, best first, each with the first of its names."""
    plain = [slug(name).replace("-", " ") for name, _ in names]
    ranked = process.extract(
        slug(text).replace("-", " "), plain, scorer=fuzz.WRatio, limit=limit * 5, score_cutoff=_CUTOFF
    )
    ranked.sort(key=lambda match: (-match[1], match[2]))
    best = list(dict.fromkeys(names[index][1] for _, _, index in ranked))[:limit]
    return [(next(name for name, other in names if other == node), node) for node in best]
