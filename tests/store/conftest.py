from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.store import Manifest, build_store
from kg.vocab import RDFS, iri


def quads_of(report: str, count: int = 3) -> Iterator[Quad]:
    """``count`` triples in the graph of a report, and the same in the merged graph."""
    graph = iri(f"report/{report}")
    for number in range(count):
        subject = iri(f"meeting/{report}-{number}")
        yield Quad(subject, RDFS.label, Literal(f"Meeting {number}"), graph)
        yield Quad(subject, RDFS.label, Literal(f"Meeting {number}"), DefaultGraph())


@pytest.fixture
def quads() -> Callable[..., Iterator[Quad]]:
    return quads_of


@pytest.fixture
def manifest() -> Manifest:
    return Manifest(software="0.1.0", base="https://w3id.org/wco-kg/id/", reports={"rocbap-664": "abc"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".kg"


@pytest.fixture
def built(path: Path, manifest: Manifest) -> Path:
    """A store with one report of three triples."""
    with build_store(path) as writer:
        writer.add(quads_of("rocbap-664"))
        writer.commit(manifest)
    return path


@pytest.fixture
def graph() -> NamedNode:
    return iri("report/rocbap-664")


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Builds a store of reports, each given by identifier and label."""

    def build(**reports: str) -> Path:
        with build_store(tmp_path / "store") as writer:
            for name, label in reports.items():
                for graph in (iri(f"report/{name}"), DefaultGraph()):
                    writer.add([Quad(iri(f"meeting/{name}"), RDFS.label, Literal(label), graph)])
            writer.commit(Manifest("0.1.0", "https://w3id.org/wco-kg/id/", dict(reports)))
        return tmp_path / "store"

    return build
