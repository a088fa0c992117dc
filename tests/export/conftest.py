from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.rdf import read_rdf
from kg.store import GraphStore, Manifest, build_store, open_store
from kg.vocab import BASE, iri


@pytest.fixture(scope="session")
def quads() -> list[Quad]:
    """What five of the sample reports state, as merged graph, and part of it as the graphs of two reports."""
    merged = list(read_rdf(Path(__file__).parents[1] / "query" / "graph.ttl"))
    graphs = {name: iri(f"report/{name}") for name in ("rocbap-664", "rocbap-291")}
    parts = [Quad(*quad.triple, graph) for name, graph in graphs.items() for quad in merged if name in str(quad)]
    return [*merged, *parts]


@pytest.fixture(scope="session")
def store(quads: list[Quad], tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    path = tmp_path_factory.mktemp("store") / ".kg"
    with build_store(path) as writer:
        writer.add(quads)
        writer.commit(Manifest("0.1.0", BASE, reports={"rocbap-664": "a", "rocbap-291": "b"}))
    with open_store(path) as opened:
        yield opened
