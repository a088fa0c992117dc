"""One stage measured by itself, as a process of its own, so that its memory is its own; run by ``bench.scale``.

Usage: ``python -m bench.stages STAGE CORPUS STORE SECONDS``. Prints a JSON list of measurements. What a stage needs is
prepared before its time begins.
"""

from __future__ import annotations

import io
import json
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Variable

from kg.extraction import extract
from kg.linking import Linker, Linking
from kg.mapping import report_quads
from kg.model import Extractions, Report
from kg.pipeline.mapped import BATCH, find_faults
from kg.pipeline.sources import find_sources
from kg.query import Query, list_queries, run
from kg.rdf import FORMS
from kg.store import GraphStore, open_store, read_kept
from kg.validation.shapes import scheme_triples, shape_triples
from kg.vocab import PREFIXES

__all__ = ["STAGES"]


class TookTooLong(Exception):
    """A plain way did not come to its end in the time that it was given."""


class _Stage:
    """The corpus and the store that stages work on, and what was measured."""

    def __init__(self, corpus: Path, store: Path, seconds: int) -> None:
        self.corpus = corpus
        self.store = store
        self.seconds = seconds
        self.measured: list[dict[str, Any]] = []

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Measures a block; one that computes too long is told as such."""
        signal.signal(signal.SIGPROF, _too_long)
        signal.setitimer(signal.ITIMER_PROF, self.seconds)
        cpu, wall = time.process_time(), time.perf_counter()
        done = True
        try:
            yield
        except TookTooLong:
            done = False
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        times = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self.measured.append({"name": name, **times, "memory": memory, "done": done})

    def read(self) -> list[tuple[Report, Extractions]]:
        """What the store keeps of each report."""
        with read_kept(self.store) as kept:
            every = [kept.get(each) for each in kept.digests()]
        return [(each.report, each.extractions) for each in every]

    def linking(self) -> tuple[list[tuple[Report, Extractions]], Linking]:
        """The same, linked."""
        read, linker = self.read(), Linker()
        for _, extractions in read:
            linker.add(extractions)
        return read, linker.link()

    def graphs(self) -> list[list[Quad]]:
        """The graph of each report."""
        return list(chain.from_iterable(self.batches(BATCH)))

    def batches(self, size: int) -> Iterator[list[list[Quad]]]:
        """The graphs of so many reports at a time."""
        with open_store(self.store) as graph:
            names = [name for name in graph.graphs() if "/report/" in name.value]
            for start in range(0, len(names), size):
                yield [list(graph.quads(name)) for name in names[start : start + size]]


def _too_long(_number: int, _frame: object) -> None:
    raise TookTooLong


def _reading(stage: _Stage) -> None:
    sources = find_sources([stage.corpus])
    extract(sources[0].read())  # tables are loaded
    with stage.timed("reading"):
        reports = [source.read() for source in sources]
    with stage.timed("extraction"):
        for report in reports:
            extract(report)


def _linking(stage: _Stage) -> None:
    read, linker = stage.read(), Linker()
    with stage.timed("linking"):
        for _, extractions in read:
            linker.add(extractions)
        linker.link()


def _mapping(stage: _Stage) -> None:
    read, linking = stage.linking()
    with stage.timed("mapping"):
        for report, extractions in read:
            report_quads(report, extractions, linking.links[report.id])


def _validation(stage: _Stage) -> None:
    """In batches, as a build does it, each read before its time begins."""
    for batch in stage.batches(BATCH):
        with stage.timed("validation"):
            find_faults(batch)
    parts = stage.measured
    total = {key: sum(each[key] for each in parts) for key in ("wall", "cpu")}
    stage.measured = [parts[-1] | total]


def _build_plain(stage: _Stage) -> None:
    """From the statements of all reports on: one memory graph, one run of pySHACL over all of it, one Turtle file."""
    import pyshacl  # noqa: PLC0415 (not needed by the other stages)
    import rdflib  # noqa: PLC0415

    text, shapes = io.BytesIO(), io.BytesIO()
    _dump(chain.from_iterable(stage.graphs()), text)
    _dump(scheme_triples(), text)
    _dump(shape_triples(), shapes)
    rules = rdflib.Graph().parse(io.BytesIO(shapes.getvalue()), format="nt")
    graph = rdflib.Graph()
    with stage.timed("plain loading"):
        graph.parse(io.BytesIO(text.getvalue()), format="nt")
    with stage.timed("validation"):
        pyshacl.validate(graph, shacl_graph=rules, inplace=True)
    with stage.timed("export, Turtle"):
        graph.serialize(format="turtle")


def _dump(statements: Any, out: io.BytesIO) -> None:
    from pyoxigraph import Triple, serialize  # noqa: PLC0415

    out.write(
        serialize(
            (Triple(each.subject, each.predicate, each.object) for each in statements), format=RdfFormat.N_TRIPLES
        )
        or b""
    )


def _loading_limit(stage: _Stage) -> None:
    """Loads the very same quads in bulk, with nothing else done."""
    with tempfile.TemporaryDirectory(prefix="wco-kg-bench-") as folder:
        file = Path(folder) / "all.nq"
        with open_store(stage.store) as graph:
            graph.database.dump(str(file), RdfFormat.N_QUADS)
        with stage.timed("loading"):
            database = Store(f"{folder}/db")
            database.bulk_load(path=str(file), format=RdfFormat.N_QUADS)
            database.flush()


def _loading_plain(stage: _Stage) -> None:
    import rdflib  # noqa: PLC0415

    text = io.BytesIO()
    with open_store(stage.store) as graph:
        graph.database.dump(text, RdfFormat.N_QUADS)
    with stage.timed("loading"):
        rdflib.Dataset().parse(io.BytesIO(text.getvalue()), format="nquads")


def _exporting(stage: _Stage) -> None:
    from kg.export import export  # noqa: PLC0415

    with open_store(stage.store) as graph, tempfile.TemporaryFile() as out:
        with stage.timed("export, Turtle"):
            export(graph, out, FORMS["turtle"])
        stage.measured[-1]["bytes"] = out.tell()


def _exporting_limit(stage: _Stage) -> None:
    from pyoxigraph import DefaultGraph  # noqa: PLC0415

    with open_store(stage.store) as graph, tempfile.TemporaryFile() as out, stage.timed("export, Turtle"):
        graph.database.dump(out, RdfFormat.TURTLE, from_graph=DefaultGraph(), prefixes=PREFIXES)


def _statistics(stage: _Stage) -> None:
    from kg.stats import measure  # noqa: PLC0415

    with open_store(stage.store) as graph, stage.timed("statistics"):
        measure(graph)


_SHORT, _TIMES = 1.0, 5
"""Seconds below which a question is asked more than once, and how often."""
_BUSIEST = {
    "person": "SELECT ?x WHERE { ?p wco:participant ?x . ?x a foaf:Person} GROUP BY ?x ORDER BY DESC(COUNT(*)) LIMIT 1",
    "office": "SELECT ?x WHERE { ?p wco:participant ?x . ?x a wco:Office} GROUP BY ?x ORDER BY DESC(COUNT(*)) LIMIT 1",
    "series": "SELECT ?x WHERE { ?m wco:inSeries ?x } GROUP BY ?x ORDER BY DESC(COUNT(*)) LIMIT 1",
    "meeting": "SELECT ?x WHERE { ?p wco:meeting ?x } GROUP BY ?x ORDER BY DESC(COUNT(*)) LIMIT 1",
    "iri": "SELECT ?x WHERE { ?x a wco:Participation } ORDER BY ?x LIMIT 1",
}
"""The thing of each kind of which most is stated, so that questions about one thing are as hard as they can be."""


def _asked(graph: GraphStore) -> list[tuple[Query, dict[str, str]]]:
    busiest: dict[str, str] = {}
    for kind, text in _BUSIEST.items():
        for row in graph.query(text):  # type: ignore[union-attr]
            busiest[kind] = row["x"].value
    asked = []
    for query in list_queries():
        values = {
            each.name: busiest.get(each.type.value, query.example.get(each.name, ""))
            for each in query.parameters
            if each.required or each.default
        }
        asked.append((query, {name: value for name, value in values.items() if value}))
    return asked


def _rows(results: Any) -> int:
    return sum(1 for _ in results) if hasattr(results, "__iter__") else 1


def _answer(graph: GraphStore, query: Query, values: dict[str, str]) -> Any:
    answer = run(graph, query, values)
    return answer.distinct() if answer.is_graph else answer.rows()


def _ask(stage: _Stage, query: Query, ask: Callable[[], Any]) -> None:
    """Measures a question; a short one several times, of which the shortest counts."""
    found: list[dict[str, Any]] = []
    while not found or (len(found) < _TIMES and found[0]["cpu"] < _SHORT):
        with stage.timed(f"query {query.name}"):
            _rows(ask())
        found.append(stage.measured.pop())
    stage.measured.append(min(found, key=itemgetter("cpu")))


def _queries(stage: _Stage) -> None:
    with open_store(stage.store) as graph:
        for query, values in _asked(graph):
            _ask(stage, query, partial(_answer, graph, query, values))


def _queries_limit(stage: _Stage) -> None:
    from kg.query.parameters import bind  # noqa: PLC0415

    with open_store(stage.store) as graph:
        for query, values in _asked(graph):
            terms: dict[Variable, Any] = {Variable(name): term for name, term in bind(graph, query, values).items()}
            _ask(stage, query, partial(graph.database.query, query.text, prefixes=PREFIXES, substitutions=terms))


def _queries_plain(stage: _Stage) -> None:
    import rdflib  # noqa: PLC0415

    from kg.query.parameters import bind  # noqa: PLC0415

    text = io.BytesIO()
    with open_store(stage.store) as store:
        store.database.dump(text, RdfFormat.N_QUADS)
        asked = [(query, bind(store, query, values)) for query, values in _asked(store)]
    graph = rdflib.Dataset().parse(io.BytesIO(text.getvalue()), format="nquads")
    for query, terms in asked:
        bound = {
            name: rdflib.URIRef(term.value) if isinstance(term, NamedNode) else rdflib.Literal(term.value)
            for name, term in terms.items()
        }
        with stage.timed(f"query {query.name}"):
            _rows(graph.query(query.text, initNs=PREFIXES, initBindings=bound))


STAGES: dict[str, Callable[[_Stage], None]] = {
    "reading": _reading,
    "linking": _linking,
    "mapping": _mapping,
    "validation": _validation,
    "build-plain": _build_plain,
    "loading-limit": _loading_limit,
    "loading-plain": _loading_plain,
    "export": _exporting,
    "export-limit": _exporting_limit,
    "statistics": _statistics,
    "queries": _queries,
    "queries-limit": _queries_limit,
    "queries-plain": _queries_plain,
}
"""What is measured, by name; ``-plain`` is the same with rdflib and pySHACL, ``-limit`` with pyoxigraph alone."""


if __name__ == "__main__":
    name, corpus, store, seconds = sys.argv[1:]
    measured = _Stage(Path(corpus), Path(store), int(seconds))
    STAGES[name](measured)
    json.dump(measured.measured, sys.stdout)
