"""Compares two graphs triple by triple."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from kg.errors import NoSuchPath
from kg.rdf import read_rdf
from kg.store import memory_store, open_store
from kg.vocab import VOID

__all__ = ["Difference", "compare", "load_graph"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What one graph has and another has not.

    Attributes:
        old: All triples before.
        new: All triples afterwards.
        lost: Triples that are gone, sorted by their N-Triples form.
        gained: Triples that are new, sorted likewise.
    """

    old: Collection[Triple]
    new: Collection[Triple]
    lost: tuple[Triple, ...]
    gained: tuple[Triple, ...]

    def __bool__(self) -> bool:
        return bool(self.lost or self.gained)


def compare(old: Collection[Triple], new: Collection[Triple]) -> Difference:
    """The difference of two graphs without blank nodes."""
    before, after = set(old), set(new)
    return Difference(before, after, tuple(sorted(before - after, key=str)), tuple(sorted(after - before, key=str)))


def load_graph(path: Path) -> frozenset[Triple]:
    """The merged graph of a store, or the default graph of an RDF file, without what an export says of itself.

    Args:
        path: The folder of a store, or a file in any RDF format.

    Raises:
        NoSuchPath: There is nothing.
        StoreError: The store cannot be read.
        RdfSyntaxError: The file does not parse.
    """
    if path.is_dir():
        with open_store(path) as graph:
            return frozenset(graph.triples())
    if not path.exists():
        raise NoSuchPath(f"There is no folder or file {path}.", "Name the folder of a graph, or an RDF file.")
    with memory_store(read_rdf(path)) as graph:
        return frozenset(_without_description(frozenset(graph.triples())))


def _without_description(triples: Collection[Triple]) -> Iterator[Triple]:
    """Leaves out what an export says of itself."""
    datasets = {
        each.subject.value for each in triples if each.object == VOID.Dataset and isinstance(each.subject, NamedNode)
    }
    for triple in triples:
        subject = triple.subject
        if not isinstance(subject, NamedNode) or subject.value.partition("#")[0] not in datasets:
            yield triple
