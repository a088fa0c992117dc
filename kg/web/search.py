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
from kg.web.beside import reference
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


class _Name(NamedTuple):
    """A name in plain letters, as it is, what has it, and whether the reference tables alone tell of that."""

    plain: str
    name: str
    node: NamedNode
    apart: bool


@lru_cache(maxsize=1)
def _index(store: GraphStore) -> list[_Name]:
    """Every name of what reports tell of, then of what the reference tables alone do."""
    told = labels(store, ParameterType.IRI)
    known = {node for _, node in told}
    apart = [(name, node) for name, node in labels(reference(store), ParameterType.IRI) if node not in known]
    return [
        _Name(f"-{slug(name)}-", name, node, beyond)
        for names, beyond in ((told, False), (apart, True))
        for name, node in names
    ]


def _beginnings(words: str) -> list[str]:
    """How the words of a name begin in plain letters; none where nothing is written that could be in a name."""
    return [f"-{word}" for word in slug(words).split("-")] if any(map(str.isalnum, words)) else []


def _found(store: GraphStore, words: str, limit: int) -> list[_Name]:
    """Things with a name in which every word begins a word; what reports tell of first, then names that begin so."""
    wanted = _beginnings(words)
    if not wanted:
        return []
    fitting = (each for each in _index(store) if all(word in each.plain for word in wanted))
    ranked = sorted(
        fitting,
        key=lambda each: (
            each.apart,
            not each.plain.startswith(f"-{slug(words)}"),
            len(each.plain),
            each.name,
            each.node.value,
        ),
    )
    return _of_different(ranked, limit)


def _of_different(ranked: list[_Name], limit: int) -> list[_Name]:
    """The first names, one a thing."""
    found: dict[NamedNode, _Name] = {}
    for each in ranked:
        found.setdefault(each.node, each)
        if len(found) == limit:
            break
    return list(found.values())


class _Homes:
    """The graphs that tell of what was found, and what things are called there."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._names: dict[bool, Names] = {}

    def graph(self, name: _Name) -> GraphStore:
        return reference(self._store) if name.apart else self._store

    def link(self, name: _Name) -> Link:
        names = self._names.get(name.apart) or self._names.setdefault(name.apart, Names(self.graph(name)))
        return Link(names.of(name.node), names.link(name.node))


def search(store: GraphStore, *, words: str) -> Reply:
    """The page of what was found."""
    homes = _Homes(store)
    hits = [
        Hit(
            link := homes.link(each),
            kind_of(homes.graph(each), each.node).name,
            each.name if each.name != link.words else "",
        )
        for each in _found(store, words, _MOST)
    ]
    near = [] if hits or not words.strip() else suggestions(store, words)
    return page("search.html", words=words, hits=hits, near=near, most=_MOST)


def suggest(store: GraphStore, *, words: str) -> Reply:
    """Names that continue what is being typed, as OpenSearch suggestions: the adopted ones where they do."""
    homes, wanted, names = _Homes(store), _beginnings(words), []
    for each in _found(store, words, _MOST_SUGGESTIONS):
        adopted = homes.link(each).words
        names.append(adopted if all(word in f"-{slug(adopted)}" for word in wanted) else each.name)
    names = list(dict.fromkeys(names))
    return Reply(json.dumps([words, names], ensure_ascii=False).encode(), "application/x-suggestions+json")


def suggestions(store: GraphStore, words: str) -> list[Link]:
    """The things with names of which a part is most like ``words``."""
    if not _beginnings(words):
        return []
    index = _index(store)
    plain = slug(words).replace("-", " ")
    known = {
        place: each.plain.replace("-", " ").strip() for place, each in enumerate(index) if len(each.plain) > len(plain)
    }
    ranked = process.extract(plain, known, scorer=fuzz.partial_ratio, limit=_MOST, score_cutoff=_LIKE)
    ranked.sort(key=lambda match: (-match[1], len(match[0]), match[2]))
    homes = _Homes(store)
    return [homes.link(each) for each in _of_different([index[place] for _, _, place in ranked], _MOST_NEAR)]
