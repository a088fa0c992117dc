from __future__ import annotations

import subprocess
import sys

from kg.stats import Count, measure
from kg.store import GraphStore


def test_counts(store: GraphStore) -> None:
    figures = measure(store)
    assert figures.triples == len(store) - 1
    assert figures.quads == len(store)
    assert figures.reports == 1
    assert Count("foaf:Person", 5) in figures.entities
    assert Count("wco:Meeting", 5) in figures.entities
    assert figures.meetings_by_region == (Count("AP", 1),)
    assert figures.meetings_by_kind == (Count("session", 4), Count("visit", 1))
    assert figures.meetings_by_year == (Count("2019", 1), Count("2023", 1), Count("2024", 1))
    assert figures.discrepancies == (Count("wco:ordinal", 1),)


def test_entities_come_most_first(store: GraphStore) -> None:
    numbers = [each.number for each in measure(store).entities]
    assert numbers == sorted(numbers, reverse=True)


def test_coverage(store: GraphStore) -> None:
    coverage = measure(store).coverage
    participations, meetings_with_evidence = 11, 3
    assert coverage.statements == participations + 5 + 1 + 1 + 1
    assert coverage.with_evidence == participations + meetings_with_evidence
    assert coverage.evidence_share == round(14 / 19, 4)
    assert (coverage.sentences, coverage.sentences_read, coverage.sentences_unread) == (8, 3, 2)
    assert coverage.read_share == 0.375


def test_an_empty_graph(empty: GraphStore) -> None:
    figures = measure(empty)
    assert (figures.triples, figures.reports, figures.entities) == (0, 0, ())
    assert (figures.coverage.evidence_share, figures.coverage.read_share) == (1.0, 0.0)
    assert [(network.nodes, network.components, network.top) for network in figures.networks] == [(0, 0, ())] * 2


def test_the_network_library_is_loaded_when_it_is_used() -> None:
    code = "import sys, kg.stats; print('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout == b"False\n"
