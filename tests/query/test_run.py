from __future__ import annotations

import subprocess
import sys

import pytest
from pyoxigraph import Literal

from kg.errors import BadParameter
from kg.query import parse_query, run
from kg.store import GraphStore

NAMED = "#+ params: {name: string}\nSELECT ?person ?name { ?person foaf:name ?name }"


def test_parameters_are_bound_not_spliced(graph: GraphStore) -> None:
    assert len(list(run(graph, parse_query(NAMED), {"name": "Larry Liza"}).rows())) == 1
    for attack in ('Larry Liza" } #', "?name", "' || true || '", "\\"):
        assert list(run(graph, parse_query(NAMED), {"name": attack}).rows()) == []


def test_a_parameter_is_a_column(graph: GraphStore) -> None:
    (row,) = run(graph, parse_query(NAMED), {"name": "Larry Liza"}).rows()
    assert row[1] == Literal("Larry Liza")
    without = NAMED.replace("?person ?name {", "?person {")
    with pytest.raises(BadParameter, match="columns"):
        run(graph, parse_query(without), {"name": "Larry Liza"})


def test_asking_loads_no_library_that_it_does_not_use() -> None:
    code = "import sys, kg.query; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "pyoxigraph" in loaded
    assert not {"rdflib", "pyshacl", "networkx", "numpy", "rapidfuzz", "anyascii", "rich", "pypdfium2"} & set(loaded)
