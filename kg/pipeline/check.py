"""Checking a store after it was built."""

from __future__ import annotations

from pathlib import Path

from kg.model import Finding
from kg.store import open_store
from kg.validation import validate

__all__ = ["validate_stored"]


def validate_stored(store: Path) -> list[Finding]:
    """The findings of the merged graph of a store.

    Args:
        store: The folder of the store.

    Raises:
        StoreError: The store is missing, damaged or of another version.
    """
    with open_store(store) as graph:
        return validate(graph.triples())
