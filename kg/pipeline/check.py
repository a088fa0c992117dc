"""Checking the merged graph, in which reports could contradict each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

from pyoxigraph import NamedNode

from kg.mapping import REFERENCE_GRAPH
from kg.model import Finding, Severity
from kg.store import GraphStore, open_store
from kg.validation import Way, default_screen, load_checks, run_checks, screen_for, validate

__all__ = ["Checked", "check_shapes", "run_check_queries", "validate_stored"]

_SMALL = 500
"""Reports up to which a build checks the merged graph against the shapes, which takes memory in proportion."""
_PER_REPORT = "per-report"
"""Tag of check queries that the shapes repeat for the graph of each report."""
_ABOUT = re.compile(r"# about \?(\w+)")
"""Where a check query can be limited to some of the things that it looks at, and which of its columns they are."""
_TOGETHER = 500
"""Things to which one query is limited."""

Checked = tuple[str, str, Severity]
"""Name of a check query, IRI of the thing about which it was asked, and how grave is what it found."""


def check_shapes(graph: GraphStore, reports: int) -> list[Finding]:
    """What the shapes find in a merged graph during a build.

    Args:
        graph: The graph.
        reports: Of how many reports it is made. Above :data:`_SMALL` nothing is looked for here; the shapes have been
            checked report by report.
    """
    return validate(graph.triples(), screen=default_screen()) if reports <= _SMALL else []


def run_check_queries(graph: GraphStore, about: Collection[str] | None = None) -> Counter[Checked]:
    """How many findings the check queries have in a merged graph during a build, one by one.

    Args:
        graph: The graph.
        about: IRIs to which the findings that are looked for are limited; by default all are.
    """
    reference = [NamedNode(graph.manifest.base + REFERENCE_GRAPH)]
    found: Counter[Checked] = Counter()
    for check in load_checks():
        # what a report says by itself has been checked when its graph was made
        if _PER_REPORT in check.tags:
            continue
        limit = _ABOUT.search(check.text)
        column = limit[1] if limit else "focus"
        for text in _limited(check.text, about):
            rows = graph.query(text, named_graphs=reference)
            for row in rows:  # type: ignore[union-attr]  # every check is a SELECT
                found[check.name, row[column].value, check.severity] += 1
    return found


def _limited(text: str, about: Collection[str] | None) -> Iterator[str]:
    if about is None:
        yield text
        return
    nodes = (f"<{iri}>" for iri in sorted(about))
    while batch := list(islice(nodes, _TOGETHER)):
        yield _ABOUT.sub(rf"VALUES ?\1 {{ {' '.join(batch)} }}", text)


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
