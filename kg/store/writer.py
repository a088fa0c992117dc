"""Building a store beside the one in use, and taking its place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store

from kg.errors import StoreError, StoreTooNew
from kg.store.aside import Aside
from kg.store.failures import damaged, explained
from kg.store.kept import Kept
from kg.store.layout import Layout
from kg.store.manifest import Manifest
from kg.store.reader import GraphStore, open_store, read_manifest

__all__ = ["Writer", "build_store", "update_store"]

_BATCH = 100_000
"""Quads per bulk load: about 50 MB. Larger batches are no faster."""
_TEXT = 20_000_000
"""Bytes of N-Quads per bulk load."""

_MANY = 20_000
"""Quads from which on loading in bulk is faster."""
_REMOVED = 2_000
"""Quads removed in one transaction."""


class Writer:
    """The next generation of a store. Made by :func:`build_store` or :func:`update_store`.

    Attributes:
        path: The folder of the store.
        committed: Whether it is the one in use.
        kept: What is kept of the reports.
        before: The digest of each report that the generation before has, by identifier; empty where all is built.
    """

    def __init__(self, path: Path, layout: Layout, generation: Path, kept: Path, *, aside: bool = False) -> None:
        self.path = path
        self.committed = False
        self._layout = layout
        self._generation = generation
        with explained(path):
            self._database: Store | None = Store(str(generation / "db"))
        self._waiting: list[Quad] = []
        self._lines: list[bytes] = []
        self._size = 0
        self._batches = 0
        self._aside = Aside(self._load) if aside else None
        self.kept = Kept(kept)
        self.before: Mapping[str, str] = {}

    def add(self, quads: Iterable[Quad]) -> None:
        """Adds quads; those that are there already change nothing. Memory stays bounded.

        Raises:
            StoreError: They cannot be written.
        """
        for quad in quads:
            self._waiting.append(quad)
            if len(self._waiting) >= _BATCH:
                self._write()

    def add_text(self, quads: bytes) -> None:
        """Adds whole lines of N-Quads, which is how other processes hand them over; otherwise as :meth:`add`.

        Raises:
            StoreError: They cannot be written.
        """
        self._lines.append(quads)
        self._size += len(quads)
        if self._size >= _TEXT:
            if self._aside is not None:
                self._aside.put(self._taken())
            else:
                self._write()

    def remove(self, quads: Iterable[Quad]) -> None:
        """Removes quads; those that are not there change nothing."""
        self._write()
        with explained(self.path):
            # one transaction for many quads: each alone would take as long as a thousand together
            for batch in _batches(quads):
                self._open.update("DELETE DATA {\n" + "".join(map(_statement, batch)) + "}")

    def remove_graph(self, graph: NamedNode | DefaultGraph) -> None:
        """Removes a graph with all that is in it."""
        self._write()
        with explained(self.path):
            self._open.remove_graph(graph)

    def flush(self) -> None:
        """Writes what is waiting, so that :meth:`view` has it."""
        self._write()

    def view(self, manifest: Manifest) -> GraphStore:
        """What has been written so far, to be asked before it is committed.

        Args:
            manifest: What it is built from.
        """
        self._write()
        return GraphStore(self.path, manifest, self._open)

    def note(self, name: str, text: str) -> None:
        """Writes a file beside the database, to be read by :func:`kg.store.read_note`."""
        with explained(self.path):
            (self._generation / name).write_text(text, encoding="utf-8")

    def optimize(self) -> None:
        """Puts in order what was loaded batch by batch, where there were several.

        The database does so bit by bit as it goes on being written to; a store that is only read would stay as it is,
        a third larger and, of a hundred thousand reports, two to five times as slow to answer most questions.
        """
        self._write()
        if self._batches > 1:
            with explained(self.path):
                self._open.optimize()

    def compact(self) -> None:
        """Leaves nothing of what was removed in the files of the database, by writing all of it anew."""
        self._write()
        place, draft = self._generation / "db", self._generation / "db-new"
        with explained(self.path):
            fresh = Store(str(draft))
            fresh.bulk_extend(self._open.quads_for_pattern(None, None, None, None))
            fresh.flush()
            del fresh
            self._database = None
            shutil.rmtree(place)
            draft.rename(place)
            self._database = Store(str(place))
        self.kept.rewrite()

    def commit(self, manifest: Manifest) -> None:
        """Makes what was written the store in use. Nothing can be written afterwards.

        Raises:
            StoreError: It cannot be written; the store in use stays as it was.
        """
        self._write()
        with explained(self.path):
            self._open.flush()
            self._database = None
            target = self._generation / "manifest.json"
            with target.open("wb") as file:
                file.write(manifest.to_json().encode())
                file.flush()
                os.fsync(file.fileno())
            # from here on there is no way back: whoever comes next finishes what is begun
            self.kept.commit(self._generation.name)
            self.kept.close()
            self._layout.switch(self._generation)
        self.committed = True

    def close(self) -> None:
        """Lets go of the database."""
        if self._aside is not None:
            self._aside.close()
        self._database = None
        self.kept.close()
        self._waiting.clear()
        self._lines.clear()

    @property
    def _open(self) -> Store:
        if self._database is None:
            raise StoreError(f"The store {self.path} has been written already.", "Begin another build or update.")
        return self._database

    def _write(self) -> None:
        if self._aside is not None:
            self._aside.wait()
        batch, self._waiting = self._waiting, []
        with explained(self.path):
            if batch:
                # loading in bulk writes files of its own, which pays for many quads alone
                (self._open.bulk_extend if len(batch) > _MANY else self._open.extend)(batch)
        if self._lines:
            self._load(self._taken())

    def _taken(self) -> bytes:
        lines, self._lines, self._size = self._lines, [], 0
        return b"".join(lines)

    def _load(self, text: bytes) -> None:
        self._batches += 1
        with explained(self.path):
            self._open.bulk_load(text, RdfFormat.N_QUADS)


def _batches(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    waiting = iter(quads)
    while batch := list(islice(waiting, _REMOVED)):
        yield batch


def _statement(quad: Quad) -> str:
    triple = f"{quad.subject} {quad.predicate} {quad.object} ."
    return f"{triple}\n" if isinstance(quad.graph_name, DefaultGraph) else f"GRAPH {quad.graph_name} {{ {triple} }}\n"


@contextmanager
def build_store(path: Path | str, *, aside: bool = False) -> Iterator[Writer]:
    """Builds a store from nothing; it takes the place of the old one at :meth:`Writer.commit`.

    Without commit, and whenever an exception (Ctrl-C included) ends the block, the old store stays as it was.

    Args:
        path: The folder of the store.
        aside: Load what is added as text in a thread of its own; for who has something else to do meanwhile.

    Raises:
        StoreLocked: Another process is building there.
        StoreTooNew: A newer version of this software built the store there.
        StoreError: It cannot be written there.
    """
    with _writing(Path(path)) as (layout, generation):
        _refuse_newer(layout.path)
        with explained(layout.path):
            generation.mkdir()
        with _discarding(Writer(layout.path, layout, generation, layout.keep(generation), aside=aside)) as writer:
            yield writer


@contextmanager
def update_store(path: Path | str, *, anew: bool = False) -> Iterator[Writer]:
    """Like :func:`build_store`, beginning with what is there.

    The files of the database are linked, not copied, and what is kept of the reports is changed in place, so that a
    small change costs next to nothing.

    Args:
        path: The folder of the store.
        anew: Copy what is kept of the reports, so that :meth:`Writer.compact` can be called.

    Raises:
        StoreMissing: Nothing has been built there.
        StoreLocked: Another process is building there.
        StoreError: It cannot be read or written.
    """
    read_manifest(path)
    with _writing(Path(path)) as (layout, generation):
        with open_store(layout.path) as old, explained(layout.path):
            generation.mkdir()
            old.database.backup(str(generation / "db"))
            before = old.manifest.reports
        kept = _kept_of(layout, generation, anew=anew)
        with _discarding(Writer(layout.path, layout, generation, kept)) as writer:
            writer.before = before
            yield writer


def _kept_of(layout: Layout, generation: Path, *, anew: bool) -> Path:
    """The folder in which what is kept of the reports is to be changed."""
    current = layout.current()
    old = layout.kept(current) if current else None
    if current is None or old is None or not old.exists():
        raise damaged(layout.path, "what was read from its reports is missing")
    with Kept(old) as kept:
        if kept.generation != current.name:
            raise damaged(layout.path, "what was read from its reports is of another generation")
        anew = anew or kept.wasteful
    if not anew:
        return layout.keep(generation, old)
    new = layout.keep(generation)
    Kept.copy(old, new)
    with Kept(new) as kept:
        kept.rewrite()
        kept.commit(current.name)
    return new


@contextmanager
def _writing(path: Path) -> Iterator[tuple[Layout, Path]]:
    layout = Layout(path)
    layout.prepare()
    with layout.writing():
        begun = _begun(layout)
        if begun is not None:
            layout.switch(begun)
        layout.sweep()
        generation = layout.next()
        try:
            yield layout, generation
        finally:
            if _begun(layout) is None:
                if layout.current() != generation:
                    shutil.rmtree(generation, ignore_errors=True)  # a rest is swept by the next build
                layout.sweep()


def _begun(layout: Layout) -> Path | None:
    """A generation for which what is kept was committed, but which is not in use yet: it is what is to be."""
    current = layout.current()
    folder = layout.kept(current) if current else None
    if current is None or folder is None or not folder.exists():
        return None
    with Kept(folder) as kept:
        committed = layout.path / (kept.generation or current.name)
    complete = (committed / "manifest.json").exists() and layout.kept(committed) == folder
    return committed if committed != current and complete else None


def _refuse_newer(path: Path) -> None:
    try:
        read_manifest(path)
    except StoreTooNew:
        raise
    except StoreError:
        return  # nothing there that a build could lose


@contextmanager
def _discarding(writer: Writer) -> Iterator[Writer]:
    try:
        yield writer
    finally:
        writer.close()
