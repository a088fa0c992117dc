"""Finds things by their names, and suggests the nearest where none fits."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import NamedTuple

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from kg.query.entities import labels
from kg.query.header import ParameterType
from kg.slugs import slug
from kg.store import GraphStore
from kg.web.names import Names
from kg.web.reply import Reply
from kg.web.sections import kind_of
from kg.web.tables import Link
from kg.web.templating import page

__all__ = ["search", "suggest", "suggestions"]

_MOST = 50
_MOST_SUGGESTIONS = 10
_MOST_NEAR = 5
_LIKE = 70
"""How much of 100 a part of a name must be like what was written."""


class Hit(NamedTuple):
    """A thing that was found, and the name by which."""

    link: Link
    kind: str
    matched: str


@lru_cache(maxsize=1)
def _index(store: GraphStore) -> list[tuple[str, str, NamedNode]]:
    """Every name in plain letters, as it is, and what has it."""
    return [(f"-{slug(name)}-", name, node) for name, node in labels(store, ParameterType.IRI)]


def _found(store: GraphStore, words: str, limit: int) -> dict[NamedNode, str]:
    """Things with a name in which every word begins a word; those whose name begins so first."""
    wanted = [f"-{word}" for word in slug(words).split("-") if word]
    if not wanted:
        return {}
    ranked = sorted(
        (not plain.startswith(f"-{slug(words)}"), len(plain), name, node.value, node)
        for plain, name, node in _index(store)
        if all(word in plain for word in wanted)
    )
    found: dict[NamedNode, str] = {}
    for _, _, name, _, node in ranked:
        found.setdefault(node, name)
        if len(found) == limit:
            break
    return found


def search(store: GraphStore, *, words: str) -> Reply:
    """The page of what was found."""
    names = Names(store)
    hits = [
        Hit(Link(names.of(node), names.link(node)), kind_of(store, node).name, name if name != names.of(node) else "")
        for node, name in _found(store, words, _MOST).items()
    ]
    near = [] if hits or not words.strip() else suggestions(store, words)
    return page("search.html", words=words, hits=hits, near=near, most=_MOST)


def suggest(store: GraphStore, *, words: str) -> Reply:
    """Names that continue what is being typed, as OpenSearch suggestions."""
    names = list(dict.fromkeys(_found(store, words, _MOST_SUGGESTIONS).values()))
    return Reply(json.dumps([words, names], ensure_ascii=False).encode(), "application/x-suggestions+json")


def suggestions(store: GraphStore, words: str) -> list[Link]:
    """The things with names of which a part is most like ``words``."""
    names = Names(store)
    index = _index(store)
    plain = slug(words).replace("-", " ")
    known = {place: each[0].replace("-", " ").strip() for place, each in enumerate(index) if len(each[0]) > len(plain)}
    ranked = process.extract(plain, known, scorer=fuzz.partial_ratio, limit=_MOST, score_cutoff=_LIKE)
    ranked.sort(key=lambda match: (-match[1], len(match[0]), match[2]))
    found = dict.fromkeys(index[place][2] for _, _, place in ranked)
    return [Link(names.of(node), names.link(node)) for node in list(found)[:_MOST_NEAR]]
