"""Many graphs checked in one run, each for itself.

One run for a hundred reports costs far less per report than a run for each. So that graphs cannot complete or
contradict each other in it, what two of them speak of is renamed in each before the run, and named back after it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from kg.model import Finding
from kg.validation.default import default_engine
from kg.validation.engine import Engine, Focus, Result, Term
from kg.validation.findings import Evidence, sort_findings, to_finding
from kg.validation.screen import Screen
from kg.validation.shapes import scheme_triples
from kg.vocab import UNNAMED

__all__ = ["BATCH", "as_triples", "check", "validate_graphs"]

BATCH = 100
"""How many graphs are checked in one run, unless told otherwise."""
_SEVERAL = -1


def validate_graphs(
    graphs: Iterable[Iterable[Quad] | Iterable[Triple]],
    *,
    engine: Engine | None = None,
    size: int = BATCH,
    screen: Screen | None = None,
) -> list[Finding]:
    """The findings of many graphs, each checked for itself.

    Args:
        graphs: The statements of each graph; read as they are needed, ``size`` graphs at a time.
        engine: By default pySHACL with the shapes of this package.
        size: How many graphs go into one run: more is faster and takes more memory.
        screen: Tells what the engine need look at; by default it looks at all. The findings are the same.

    Returns:
        Gravest first, then by shape, report and focus node.
    """
    source = (_listed(graph) for graph in graphs)
    findings: list[Finding] = []
    while batch := list(islice(source, size)):
        suspects: dict[int, Focus] = dict.fromkeys(range(len(batch))) if screen is None else screen.suspects(batch)
        if suspects:
            left = [as_triples(batch[place]) for place in suspects]
            findings += check(left, engine or default_engine(), list(suspects.values()))
    return sort_findings(findings)


def _listed(graph: Iterable[Quad] | Iterable[Triple]) -> list[Quad] | list[Triple]:
    return list(graph)  # type: ignore[return-value]  # of one sort, as they came


def as_triples(statements: Iterable[Quad] | Iterable[Triple]) -> list[Triple]:
    """The statements without the names of their graphs."""
    return [each.triple if isinstance(each, Quad) else each for each in statements]


def check(
    batch: Sequence[Sequence[Triple]], engine: Engine, suspects: Sequence[Focus] | None = None
) -> Iterator[Finding]:
    """The findings of a few graphs, each for itself, in any order; of each those of its suspects, by default all."""
    names = _Names(batch)
    results: dict[int, list[Result]] = defaultdict(list)
    marked = list(names.mark(batch))
    for renamed in engine.run(marked, names.focus(suspects or [None])):
        graph, result = names.restore(renamed)
        for place in _using(result, suspects or ()) if graph == _SEVERAL else [graph]:
            results[place].append(result)
    for graph, found in results.items():
        evidence = Evidence(batch[graph])
        yield from (to_finding(result, evidence) for result in found)


def _using(result: Result, suspects: Sequence[Focus]) -> list[int]:
    """The graphs that a result about a term of the ontology belongs to; unless told, the first stands for all."""
    return [place for place, pairs in enumerate(suspects) if pairs and (result.shape, result.focus) in pairs] or [0]


class _Names:
    """Which graph speaks of what. What several describe or use is marked with the number of the graph.

    Not marked are the terms of the ontology, which are common to all, and names that no graph says anything of.
    """

    def __init__(self, batch: Sequence[Sequence[Triple]]) -> None:
        self._graph: dict[Term, int] = {}
        self._originals: dict[Term | None, tuple[int, Term]] = {}
        subjects: set[Term] = set()
        for number, triples in enumerate(batch):
            for triple in triples:
                subjects.add(triple.subject)
                self._meet(triple.subject, number)
                if isinstance(triple.object, NamedNode | BlankNode):
                    self._meet(triple.object, number)
        common = {triple.subject for triple in scheme_triples()}
        self._shared = {
            name for name, graph in self._graph.items() if graph == _SEVERAL and name in subjects and name not in common
        }

    def _meet(self, name: Term, number: int) -> None:
        if self._graph.setdefault(name, number) != number:
            self._graph[name] = _SEVERAL

    def mark(self, batch: Sequence[Sequence[Triple]]) -> Iterator[Triple]:
        """All statements, shared names marked."""
        for number, triples in enumerate(batch):
            for triple in triples:
                subject, value = self._marked(triple.subject, number), self._marked(triple.object, number)
                yield Triple(subject, triple.predicate, value)

    def focus(self, suspects: Sequence[Focus]) -> Focus:
        """The suspects of all graphs, shared names marked."""
        pairs: set[tuple[Any, Any]] = set()
        for number, each in enumerate(suspects):
            if each is None:
                return None
            pairs.update((shape, self._marked(node, number)) for shape, node in each)
        return frozenset(pairs)

    def _marked(self, name: Any, number: int) -> Any:
        if name not in self._shared:
            return name
        if isinstance(name, BlankNode):
            marked: Term = BlankNode(f"g{number}-{name.value}")
        else:
            marked = NamedNode(f"{UNNAMED}{number}:{name.value}")
        self._originals[marked] = (number, name)
        return marked

    def restore(self, result: Result) -> tuple[int, Result]:
        """The graph that a result is about, if it is one, and the result with its names as they were."""
        number, focus = self._originals.get(result.focus, (self._graph.get(result.focus, _SEVERAL), result.focus))
        _, value = self._originals.get(result.value, (number, result.value))
        return number, result._replace(focus=focus, value=value)
