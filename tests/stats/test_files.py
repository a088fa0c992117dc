from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import IO

import networkx as nx
import pytest

from kg.stats import Analysis, Projection, analyse, write_edges, write_gexf, write_graphml, write_nodes
from kg.store import GraphStore


@pytest.fixture
def analysis(store: GraphStore) -> Analysis:
    return analyse(store, Projection.PERSONS)


def written(write: Callable[[Analysis, IO[bytes]], None], analysis: Analysis) -> bytes:
    out = io.BytesIO()
    write(analysis, out)
    return out.getvalue()


@pytest.mark.parametrize(("write", "read"), [(write_gexf, nx.read_gexf), (write_graphml, nx.read_graphml)])
def test_networkx_reads_back_the_same_network(
    analysis: Analysis, write: Callable[[Analysis, IO[bytes]], None], read: Callable[[IO[bytes]], nx.Graph]
) -> None:
    graph = read(io.BytesIO(written(write, analysis)))
    assert {frozenset(edge[:2]): edge[2] for edge in graph.edges(data="weight")} == {
        frozenset({edge.source, edge.target}): edge.weight for edge in analysis.edges
    }
    for node in analysis.nodes:
        own = graph.nodes[node.iri]
        assert (own["label"], own["degree"], own["pagerank"]) == (node.name, node.degree, node.pagerank)
        assert "region" not in own
    first = analysis.edges[0]
    assert graph.edges[first.source, first.target]["bridge"] is first.bridge
    assert graph.edges[first.source, first.target]["first"] == first.first


@pytest.mark.parametrize("write", [write_gexf, write_graphml, write_nodes, write_edges])
def test_the_same_bytes_and_no_date(analysis: Analysis, write: Callable[[Analysis, IO[bytes]], None]) -> None:
    text = written(write, analysis)
    assert written(write, analysis) == text
    assert not re.search(rb"lastmodified|\d{4}-\d\d-\d\d", text)


def test_lists_give_the_same_network(analysis: Analysis) -> None:
    nodes = list(csv.DictReader(io.StringIO(written(write_nodes, analysis).decode(), newline="")))
    edges = list(csv.DictReader(io.StringIO(written(write_edges, analysis).decode(), newline="")))
    graph = nx.Graph()
    graph.add_nodes_from((row["id"], row) for row in nodes)
    graph.add_edges_from((row["source"], row["target"], {"weight": int(row["weight"])}) for row in edges)
    assert {row["id"]: int(row["weighted_degree"]) for row in nodes} == dict(graph.degree(weight="weight"))
    assert {row["label"] for row in nodes} == {node.name for node in analysis.nodes}
    assert sorted(row["bridge"] for row in edges) == ["false", "false", "false", "true"]


@pytest.mark.parametrize("write", [write_gexf, write_graphml, write_nodes, write_edges])
def test_an_empty_network(empty: GraphStore, write: Callable[[Analysis, IO[bytes]], None]) -> None:
    assert written(write, analyse(empty, Projection.OFFICES))
