"""Takes the figures of a graph."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.stats.figures import Count, Coverage, Statistics
from kg.store import GraphStore
from kg.vocab import compact

__all__ = ["measure"]

_CLASSES = "SELECT ?term (COUNT(DISTINCT ?s) AS ?count) WHERE { ?s a ?term } GROUP BY ?term"
_REPORTS = "SELECT (COUNT(?s) AS ?count) WHERE { ?s a wco:Report }"
_BY_REGION = """
SELECT ?name (COUNT(DISTINCT ?s) AS ?count)
WHERE { ?s a wco:Meeting ; wco:region/skos:notation ?name }
GROUP BY ?name
"""
_BY_KIND = """
SELECT ?name (COUNT(DISTINCT ?s) AS ?count)
WHERE { ?s a wco:Meeting ; wco:kind/skos:notation ?name }
GROUP BY ?name
"""
_BY_YEAR = """
SELECT ?name (COUNT(DISTINCT ?s) AS ?count)
WHERE { ?s a wco:Meeting ; schema:startDate ?start . BIND(SUBSTR(STR(?start), 1, 4) AS ?name) }
GROUP BY ?name
"""
_DISCREPANCIES = """
SELECT ?term (COUNT(DISTINCT ?s) AS ?count)
WHERE { ?s a wco:Discrepancy ; wco:onProperty ?term }
GROUP BY ?term
"""
_KINDS = "VALUES ?class { wco:Report wco:Meeting org:Membership wco:Participation wco:Discrepancy } ?s a ?class ."
_STATEMENTS = f"SELECT (COUNT(DISTINCT ?s) AS ?count) WHERE {{ {_KINDS} }}"
_EVIDENCE = f"SELECT (COUNT(DISTINCT ?s) AS ?count) WHERE {{ {_KINDS} ?s prov:wasDerivedFrom ?passage }}"
_TRIPLES = "SELECT (COUNT(*) AS ?count) WHERE { ?s ?p ?o }"


def measure(store: GraphStore, top: int = 10) -> Statistics:
    """All figures of a graph.

    Args:
        store: The graph; sentences are counted in its manifest when it is built.
        top: How many persons and offices are listed.

    Raises:
        StoreError: The store fails.
    """
    from kg.stats.network import networks  # noqa: PLC0415 - loads a library that takes longer than all counts

    return Statistics(
        triples=_number(store, _TRIPLES),
        quads=len(store),
        reports=_number(store, _REPORTS),
        entities=_most_first(_counts(store, _CLASSES)),
        meetings_by_region=_most_first(_counts(store, _BY_REGION)),
        meetings_by_kind=_most_first(_counts(store, _BY_KIND)),
        meetings_by_year=tuple(sorted(_counts(store, _BY_YEAR))),
        discrepancies=_most_first(_counts(store, _DISCREPANCIES)),
        coverage=_coverage(store),
        networks=networks(store, top),
    )


def _coverage(store: GraphStore) -> Coverage:
    figures = store.manifest.figures
    return Coverage(
        statements=_number(store, _STATEMENTS),
        with_evidence=_number(store, _EVIDENCE),
        sentences=figures.get("sentences_total", 0),
        sentences_read=figures.get("sentences_read", 0),
        sentences_unread=figures.get("sentences_unread", 0),
    )


def _most_first(counts: Iterator[Count]) -> tuple[Count, ...]:
    return tuple(sorted(counts, key=lambda each: (-each.number, each.name)))


def _counts(store: GraphStore, query: str) -> Iterator[Count]:
    results = store.query(query)
    if isinstance(results, QuerySolutions):
        for name, count in results:
            yield Count(_name(name), int(count.value))


def _number(store: GraphStore, query: str) -> int:
    results = store.query(query)
    return next(int(solution["count"].value) for solution in results) if isinstance(results, QuerySolutions) else 0


def _name(term: NamedNode | Literal) -> str:
    return compact(term.value) if isinstance(term, NamedNode) else term.value
