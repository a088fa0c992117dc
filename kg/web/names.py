"""What pages call the things of the graph, and where they link to."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.query import display
from kg.store import GraphStore
from kg.vocab import DCTERMS, FOAF, NETWORK, RDFS, SKOS, WCO

__all__ = ["Names", "in_words"]

_PROPERTIES = (FOAF.name, SKOS.prefLabel, RDFS.label, DCTERMS.title, DCTERMS.identifier, SKOS.notation)
_ADOPTED = (FOAF.name, SKOS.prefLabel, RDFS.label, DCTERMS.identifier)
_MERGED = DefaultGraph()


class Names:
    """Names and addresses of things.

    Args:
        store: Where they are looked up.
    """

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._base = store.manifest.base
        self.of = lru_cache(maxsize=10_000)(self._name)
        self.bearer = lru_cache(maxsize=10_000)(self._bearer)

    def _name(self, node: NamedNode) -> str:
        """The adopted name, English where there are several languages; else what the IRI tells."""
        for property_ in _PROPERTIES:
            found = [
                quad.object
                for quad in self._store.quads(_MERGED, subject=node, predicate=property_)
                if isinstance(quad.object, Literal)
            ]
            if found:
                return min(found, key=lambda each: (each.language not in {"en", None}, each.value)).value
        return display(node, self._base) if node.value.startswith(self._base) else in_words(node)

    def _bearer(self, name: str) -> NamedNode | None:
        """The one thing whose adopted name this is; ``None`` where there is none or more than one."""
        found = {
            quad.subject
            for property_ in _ADOPTED
            for literal in (Literal(name), Literal(name, language="en"))
            for quad in self._store.quads(_MERGED, predicate=property_, object=literal)
            if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(self._base)
        }
        return found.pop() if len(found) == 1 else None

    def link(self, node: NamedNode) -> str:
        """The address of its page: on this server if it is an entity or a term of the ontology."""
        if node.value.startswith(self._base):
            return "/doc/" + node.value.removeprefix(self._base)
        if node in WCO or node in NETWORK:
            return "/ontology#" + node.value.partition("#")[2]
        return node.value


def in_words(term: NamedNode) -> str:
    """The local name of a term of a vocabulary in words: ``participantCount`` is participant count."""
    local = term.value.replace("#", "/").rpartition("/")[2]
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in local).strip()
