"""Gathers from the graph what is drawn."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, QuerySolutions

from kg.draw.evidence import Passages
from kg.draw.layout import arrange
from kg.draw.records import POST, Edge, Evidence, Node, Picture, Tie
from kg.store import GraphStore

__all__ = ["AGENTS", "gather"]

AGENTS = 1500
"""Persons and offices that are drawn unless another number is asked for; more are a ball of wool to the eye."""

_Row = dict[str, str]

_NAMED = """
SELECT ?node ?label ?detail WHERE {{
  ?node a {type} ; {naming} ?label .
  {more}
}}
"""
_PERSONS = _NAMED.format(type="foaf:Person", naming="foaf:name", more="OPTIONAL { ?node foaf:title ?detail }")
_OFFICES = _NAMED.format(
    type="wco:Office", naming="skos:prefLabel", more="OPTIONAL { ?node a ?detail FILTER(?detail != wco:Office) }"
)
_MEETINGS = """
SELECT ?node ?label ?detail ?start ?end ?series ?place WHERE {
  ?node a wco:Meeting ; rdfs:label ?label .
  OPTIONAL { ?node wco:kind/skos:notation ?detail }
  OPTIONAL { ?node schema:startDate ?start }
  OPTIONAL { ?node schema:endDate ?end }
  OPTIONAL { ?node wco:inSeries/(rdfs:label|skos:prefLabel) ?series }
  OPTIONAL { ?node schema:location/(rdfs:label|skos:prefLabel) ?place }
}
"""
_REGIONS = "SELECT ?node ?region WHERE { ?node wco:region/skos:notation ?region }"
_REGION_NAMES = (
    "SELECT ?notation ?label WHERE { ?region a wco:Region ; skos:notation ?notation ; skos:prefLabel ?label }"
)
_ROLE_NAMES = """
SELECT DISTINCT ?notation ?label WHERE { ?x wco:role ?role . ?role skos:notation ?notation ; skos:prefLabel ?label }
"""
_PARTICIPATIONS = """
SELECT ?source ?target ?role ?passage WHERE {
  ?node wco:participant ?source ; wco:meeting ?target ; wco:role/skos:notation ?role .
  OPTIONAL { ?node prov:wasDerivedFrom ?passage }
}
"""
_POSTS = """
SELECT ?source ?target ?title ?start ?end ?passage WHERE {
  ?node a org:Membership ; org:member ?source ; org:organization ?target .
  OPTIONAL { ?node org:role/skos:prefLabel ?title }
  OPTIONAL { ?node wco:firstAttested ?start }
  OPTIONAL { ?node wco:lastAttested ?end }
  OPTIONAL { ?node prov:wasDerivedFrom ?passage }
}
"""
_EVIDENCE = "SELECT ?node ?passage WHERE { ?node a wco:Meeting ; prov:wasDerivedFrom ?passage }"


def gather(store: GraphStore, most: int = AGENTS) -> Picture:
    """All meetings, and the persons and offices that had a role at one or hold a post.

    Args:
        store: The graph.
        most: How many persons and offices are drawn; those with most ties come first.

    Raises:
        StoreError: The store fails.
    """
    passages = Passages(store)
    edges = _edges(store, passages)
    wanted, left_out = _leading(edges, most)
    nodes = {path: node for path, node in _nodes(store, passages) if path in wanted or node.kind == "meeting"}
    edges = [each for each in edges if each.source in nodes and each.target in nodes]
    ends = {end for each in edges for end in (each.source, each.target)}
    nodes = {path: node for path, node in nodes.items() if path in ends or node.kind == "meeting"}
    used = {region for node in nodes.values() for region in node.regions}
    return Picture(
        base=store.manifest.base,
        nodes=tuple(nodes[path] for path in sorted(nodes)),
        edges=tuple(edges),
        places=arrange(sorted(ends), [(each.source, each.target) for each in edges]),
        sources=passages.sources(_evidence_of(nodes.values(), edges)),
        regions={name: label for name, label in _labels(store, _REGION_NAMES).items() if name in used},
        roles=_role_labels(store, edges),
        left_out=left_out,
    )


def _edges(store: GraphStore, passages: Passages) -> list[Edge]:
    ties: dict[tuple[str, str], dict[tuple[str, ...], set[Evidence]]] = defaultdict(lambda: defaultdict(set))
    for role, query in (("", _PARTICIPATIONS), (POST, _POSTS)):
        for row in _rows(store, query):
            key = (role or row["role"], row.get("title", ""), row.get("start", ""), row.get("end", ""))
            found = ties[row["source"], row["target"]][key]
            if "passage" in row:
                found.add(passages.evidence(row["passage"]))
    return [
        Edge(
            source,
            target,
            tuple(
                Tie(role, title, start, end, tuple(sorted(evidence)))
                for (role, title, start, end), evidence in sorted(each.items())
            ),
        )
        for (source, target), each in sorted(ties.items())
    ]


def _leading(edges: Iterable[Edge], most: int) -> tuple[set[str], int]:
    """The persons and offices with most ties, and how many others there are."""
    counts: Counter[str] = Counter()
    for edge in edges:
        counts[edge.source] += len(edge.ties)
        if any(tie.role == POST for tie in edge.ties):
            counts[edge.target] += 1
    ordered = sorted(counts, key=lambda path: (-counts[path], path))
    return set(ordered[:most]), len(ordered[most:])


def _nodes(store: GraphStore, passages: Passages) -> Iterator[tuple[str, Node]]:
    regions: dict[str, set[str]] = defaultdict(set)
    for row in _rows(store, _REGIONS):
        regions[row["node"]].add(row["region"])
    for row in _rows(store, _POSTS):
        regions[row["source"]] |= regions.get(row["target"], set())
    told: dict[str, set[Evidence]] = defaultdict(set)
    for row in _rows(store, _EVIDENCE):
        told[row["node"]].add(passages.evidence(row["passage"]))
    for kind, query in (("person", _PERSONS), ("office", _OFFICES), ("meeting", _MEETINGS)):
        rows: dict[str, _Row] = {}
        for row in _rows(store, query):
            best = rows.setdefault(row["node"], row)
            for name, value in row.items():  # several values of one property: the first of the alphabet
                best[name] = min(value, best.get(name, value))
        for path, row in rows.items():
            row.pop("node")
            more = {name: value for name, value in row.items() if name != "detail"}
            detail = row.get("detail", "").rpartition("#")[2]
            evidence = tuple(sorted(told.get(path, ())))
            yield path, Node(path, kind, detail=detail, regions=tuple(sorted(regions[path])), evidence=evidence, **more)


def _evidence_of(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[Evidence]:
    for node in nodes:
        yield from node.evidence
    for edge in edges:
        for tie in edge.ties:
            yield from tie.evidence


def _role_labels(store: GraphStore, edges: Iterable[Edge]) -> dict[str, str]:
    found = {tie.role for edge in edges for tie in edge.ties}
    names = {**_labels(store, _ROLE_NAMES), POST: "post held"}
    return {role: names.get(role, role) for role in sorted(found)}


def _labels(store: GraphStore, query: str) -> dict[str, str]:
    """English names by notation, in the order of notations."""
    found: dict[str, tuple[bool, str]] = {}
    results = store.query(query)
    if isinstance(results, QuerySolutions):
        for solution in results:
            notation, label = solution["notation"], solution["label"]
            if isinstance(notation, Literal) and isinstance(label, Literal):
                candidate = (label.language not in {"en", None}, label.value)
                found[notation.value] = min(candidate, found.get(notation.value, candidate))
    return {notation: found[notation][1] for notation in sorted(found)}


def _rows(store: GraphStore, query: str) -> Iterator[_Row]:
    """The solutions: IRIs without the base, literals as they are; unbound variables left out."""
    base = store.manifest.base
    results = store.query(query)
    if isinstance(results, QuerySolutions):
        names = [variable.value for variable in results.variables]
        for solution in results:
            yield {name: term.value.removeprefix(base) for name, term in zip(names, solution, strict=True) if term}
