"""Reading a store: queries, quads, graphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Self, TypeAlias, cast

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    Variable,
)

from kg.errors import BadParameter, StoreError, StoreMissing
from kg.store.address import address_of
from kg.store.failures import damaged, explained, syntax_error
from kg.store.kept import Kept
from kg.store.layout import Layout
from kg.store.manifest import Manifest, parse_manifest
from kg.vocab import BASE, PREFIXES

__all__ = [
    "GraphStore",
    "Results",
    "memory_store",
    "open_store",
    "read_kept",
    "read_manifest",
    "read_note",
    "store_version",
]

Results: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples
"""What a query gives: SELECT, ASK, CONSTRUCT or DESCRIBE."""
Term: TypeAlias = NamedNode | Literal
Graph: TypeAlias = NamedNode | DefaultGraph

_ATTEMPTS = 5


class GraphStore:
    """A graph that can be queried; read only. Made by :func:`open_store` or :func:`memory_store`.

    Attributes:
        path: Where it lies; a name in angle brackets for a graph in memory.
        manifest: What it was built from.
    """

    def __init__(self, path: Path, manifest: Manifest, database: Store, held: IO[bytes] | None = None) -> None:
        self.path = path
        self.manifest = manifest
        self._database: Store | None = database
        self._held = held

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the store. Results that are not read to their end keep working."""
        self._database = None
        if self._held is not None:
            self._held.close()

    @property
    def database(self) -> Store:
        """The database itself, for this package and for benchmarks."""
        if self._database is None:
            raise StoreError(f"The store {self.path} has been closed.", "Open it again.")
        return self._database

    def query(
        self,
        text: str,
        parameters: Mapping[str, Term] | None = None,
        *,
        default_graph: Iterable[Graph] | None = None,
        named_graphs: Iterable[NamedNode] | None = None,
    ) -> Results:
        """Runs a SPARQL 1.1 query; the prefixes of :data:`kg.vocab.PREFIXES` are known.

        Args:
            text: The query.
            parameters: Values of variables, by name without question mark. Each variable must be projected.
            default_graph: Graphs to merge as default graph, instead of the default graph of the store.
            named_graphs: Graphs that GRAPH may name, instead of all.

        Raises:
            QuerySyntaxError: It does not parse; an update is no query.
            BadParameter: The variable of a parameter is not projected.
            StoreError: The database fails.
        """
        with explained(self.path):
            try:
                return self.database.query(
                    text,
                    prefixes=PREFIXES,
                    substitutions={Variable(name): value for name, value in (parameters or {}).items()},
                    default_graph=None if default_graph is None else list(default_graph),
                    named_graphs=None if named_graphs is None else list(named_graphs),
                )
            except SyntaxError as error:
                raise syntax_error(error) from error
            except RuntimeError as error:
                if "projection" in str(error):
                    raise BadParameter(
                        "A parameter is not among the columns of the query.", "Add it to SELECT."
                    ) from error
                raise

    def quads(
        self,
        graph: Graph | None = None,
        *,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,  # noqa: A002 - the word of RDF
    ) -> Iterator[Quad]:
        """The quads of one graph, or of all where ``graph`` is ``None``, in the order of the database.

        Raises:
            StoreError: The database fails.
        """
        with explained(self.path):
            yield from self.database.quads_for_pattern(subject, predicate, object, graph)

    def triples(self, graph: Graph | None = None) -> Iterator[Triple]:
        """The triples of one graph; of the merged graph where ``graph`` is ``None``."""
        return (quad.triple for quad in self.quads(graph or DefaultGraph()))

    def dump(self, out: IO[bytes], graph: NamedNode | None = None) -> None:
        """Writes one graph as N-Triples in the order of the database; the merged graph where ``graph`` is ``None``."""
        with explained(self.path):
            self.database.dump(out, RdfFormat.N_TRIPLES, from_graph=graph or DefaultGraph())

    def graphs(self) -> list[NamedNode]:
        """The named graphs, sorted by IRI."""
        with explained(self.path):
            names = [name for name in self.database.named_graphs() if isinstance(name, NamedNode)]
        return sorted(names, key=lambda name: name.value)

    def __len__(self) -> int:
        return len(self.database)

    def __bool__(self) -> bool:
        return True


def open_store(path: Path | str) -> GraphStore:
    """Opens a store for reading. Several processes may, also while a build replaces it.

    Args:
        path: The folder, or the address of a server that keeps the graph.

    Raises:
        StoreMissing: Nothing has been built there.
        StoreTooNew: A newer version of this software built it.
        StoreCorrupt: It is damaged.
        StoreError: It cannot be read.
    """
    address = address_of(path)
    if address is not None:
        return _open_server(address)
    path = Path(path)
    for _ in range(_ATTEMPTS):  # a build may replace the generation between two of these lines
        generation, held = _hold(path)
        if held is None:
            continue
        with explained(path):
            text = held.read()
            try:
                return GraphStore(path, parse_manifest(path, text), Store.read_only(str(generation / "db")), held)
            except BaseException:
                held.close()
                raise
    raise damaged(path, "the generation that it names is missing")


def _open_server(address: str) -> GraphStore:
    from kg.store.remote import opened  # noqa: PLC0415 - a store in a folder needs no HTTP

    database = opened(address)
    # it answers all that a store is asked
    return GraphStore(Path(address), database.manifest(), cast("Store", database))


def read_manifest(path: Path | str) -> Manifest:
    """The manifest of a store, without opening its database. Raises what :func:`open_store` does."""
    address = address_of(path)
    if address is not None:
        with _open_server(address) as graph:
            return graph.manifest
    path = Path(path)
    for _ in range(_ATTEMPTS):
        _, held = _hold(path)
        if held is not None:
            with held:
                return parse_manifest(path, held.read())
    raise damaged(path, "the generation that it names is missing")


def read_note(path: Path | str, name: str) -> str:
    """A file that was written beside the database, such as the list of judgements; empty where there is none.

    Raises:
        StoreMissing: Nothing has been built there.
        StoreError: It cannot be read.
    """
    path = Path(path)
    generation, held = _hold(path)
    with explained(path):
        if held is None:
            raise damaged(path, "the generation that it names is missing")
        with held:
            note = generation / name
            return note.read_text(encoding="utf-8") if note.exists() else ""


@contextmanager
def read_kept(path: Path | str) -> Iterator[Kept]:
    """What is kept of the reports of a store, to be read only.

    Raises:
        StoreMissing: Nothing has been built there.
        StoreError: It cannot be read.
    """
    path = Path(path)
    generation, held = _hold(path)
    folder = Layout(path).kept(generation)
    if held is None or folder is None or not folder.exists():
        raise damaged(path, "what was read from its reports is missing")
    with held, Kept(folder) as kept:
        yield kept


def store_version(path: Path | str) -> str:
    """A text that differs as soon as another graph takes the place of the one in use.

    Raises:
        StoreMissing: Nothing has been built there.
        StoreError: It cannot be read.
    """
    address = address_of(path)
    if address is not None:
        from kg.store.remote import version_at  # noqa: PLC0415 - as above

        return version_at(address)
    path = Path(path)
    generation = Layout(path).current()
    if generation is None:
        raise _missing(path)
    with explained(path):
        return f"{generation.name} {(path / 'current').stat().st_mtime_ns}"


def _hold(path: Path) -> tuple[Path, IO[bytes] | None]:
    layout = Layout(path)
    generation = layout.current()
    if generation is None:
        raise _missing(path)
    with explained(path):
        return generation, layout.reading(generation)


def _missing(path: Path) -> StoreMissing:
    return StoreMissing(f"There is no store at {path}.", "Run `kg build` first, or name another store with --store.")


def memory_store(quads: Iterable[Quad | Triple], name: str = "<memory>", base: str = BASE) -> GraphStore:
    """A graph in memory, for files that are validated or queried without a store.

    Args:
        quads: What is in it; triples go to the default graph. Blank nodes are allowed here.
        name: What messages call it.
        base: Beginning of the IRIs of entities.
    """
    database = Store()
    database.bulk_extend(quad if isinstance(quad, Quad) else Quad(*quad) for quad in quads)
    return GraphStore(Path(name), Manifest(software="", base=base), database)
