from __future__ import annotations

from pathlib import Path

import pytest

from kg.rdf import read_rdf
from kg.store import GraphStore, memory_store


@pytest.fixture(scope="session")
def graph() -> GraphStore:
    """What five of the sample reports state, as a merged graph in memory."""
    return memory_store(read_rdf(Path(__file__).parent / "graph.ttl"))
