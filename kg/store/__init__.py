"""The graph store: an embedded Oxigraph database in a folder, with a manifest of what it was built from.

::

    .kg/
    ├── current              name of the generation that is in use; replaced by one rename
    ├── lock                 held by whoever is building
    ├── kept-3/              what was read from each report, so that a change redoes only what it affects
    └── generation-7/
        ├── manifest.json    what it was built from; held by whoever is reading
        ├── judgements.csv   what was judged to be one and the same, and why
        ├── kept             name of the folder of what was read from each report
        └── db/              the database

Every report has a named graph of its own, the reference data has one, and the default graph is the merged graph.
A build writes the next generation and then replaces ``current``: readers see the old store or the new one, never half
of one. What was read from each report is for those who write alone. It is changed in place, in one transaction that
ends right before ``current`` is replaced; the next to write replaces it where a process ended in between.
"""

from kg.store.address import address_of, forgotten_file, working_folder
from kg.store.failures import explained, no_such_report
from kg.store.kept import Kept, KeptReport, Packed
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
from kg.store.records import Place, Records, read_records
from kg.store.writer import Writer, build_store, update_store

__all__ = [
    "FORMAT",
    "GraphStore",
    "Kept",
    "KeptReport",
    "Manifest",
    "Packed",
    "Place",
    "Records",
    "Results",
    "Writer",
    "address_of",
    "build_store",
    "explained",
    "forgotten_file",
    "memory_store",
    "no_such_report",
    "open_store",
    "read_kept",
    "read_manifest",
    "read_note",
    "read_records",
    "store_version",
    "update_store",
    "working_folder",
]
