"""Checking the merged graph, in which reports could contradict each other."""

from __future__ import annotations

from pathlib import Path

from kg.model import Finding
from kg.store import GraphStore, open_store
from kg.validation import Way, default_screen, load_checks, run_checks, screen_for, validate

__all__ = ["check_merged", "validate_stored"]

_SMALL = 500
"""Reports up to which a build checks the merged graph against the shapes, which takes memory in proportion."""
_PER_REPORT = "per-report"
"""Tag of check queries that the shapes repeat for the graph of each report."""


def check_merged(graph: GraphStore, reports: int) -> list[Finding]:
    """The findings of a merged graph during a build.

    Args:
        graph: The graph.
        reports: Of how many reports it is made. Above :data:`_SMALL` the findings are those of the check queries alone;
            the shapes have been checked report by report.
    """
    # what a report says by itself has been checked when its graph was made
    checks = [check for check in load_checks() if _PER_REPORT not in check.tags]
    found = run_checks(graph.query, checks)
    return found + (validate(graph.triples(), screen=default_screen()) if reports <= _SMALL else [])


def validate_stored(store: Path, way: Way = Way.AUTO) -> list[Finding]:
    """The findings of the merged graph of a store, whatever its size: shapes, then check queries.

    Args:
        store: The folder of the store.
        way: Whether there is a screen before pySHACL.

    Raises:
        StoreError: The store is missing, damaged or of another version.
    """
    with open_store(store) as graph:
        merged = list(graph.triples())
        return validate(merged, screen=screen_for(way, len(merged))) + run_checks(graph.query)
