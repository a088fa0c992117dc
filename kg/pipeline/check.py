"""Checking the merged graph, in which reports could contradict each other."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from kg.model import Finding
from kg.store import GraphStore, open_store
from kg.validation import run_checks, validate

__all__ = ["check_merged", "validate_stored"]

_SMALL = 200_000
"""Statements up to which a build checks the merged graph against the shapes, which takes memory in proportion."""


def check_merged(graph: GraphStore) -> list[Finding]:
    """The findings of a merged graph during a build.

    Above :data:`_SMALL` statements these are those of the check queries alone; the shapes have been checked report by
    report.
    """
    triples = list(islice(graph.triples(), _SMALL + 1))
    return run_checks(graph.query) + (validate(triples) if len(triples) <= _SMALL else [])


def validate_stored(store: Path) -> list[Finding]:
    """The findings of the merged graph of a store, whatever its size: shapes, then check queries.

    Args:
        store: The folder of the store.

    Raises:
        StoreError: The store is missing, damaged or of another version.
    """
    with open_store(store) as graph:
        return validate(graph.triples()) + run_checks(graph.query)
