"""The graph store: an embedded Oxigraph database in a folder, with a manifest of what it was built from.

::

    .kg/
    ├── current              name of the generation that is in use; replaced by one rename
    ├── lock                 held by whoever is building
    └── generation-7/
        ├── manifest.json    what it was built from; held by whoever is reading
        ├── judgements.csv   what was judged to be one and the same, and why
        ├── kept.sqlite      what was read from each report, so that a change redoes only what it affects
        └── db/              the database

Every report has a named graph of its own, the reference data has one, and the default graph is the merged graph.
A build writes the next generation and then replaces ``current``: readers see the old store or the new one, never half
of one.
"""

from kg.store.failures import explained
from kg.store.kept import Kept, KeptReport
from kg.store.manifest import FORMAT, Manifest
from kg.store.reader import (
    GraphStore,
    Results,
    memory_store,
    open_store,
    read_kept,
    read_manifest,
    read_note,
    store_version,
)
from kg.store.writer import Writer, build_store, update_store

__all__ = [
    "FORMAT",
    "GraphStore",
    "Kept",
    "KeptReport",
    "Manifest",
    "Results",
    "Writer",
    "build_store",
    "explained",
    "memory_store",
    "open_store",
    "read_kept",
    "read_manifest",
    "read_note",
    "store_version",
    "update_store",
]
