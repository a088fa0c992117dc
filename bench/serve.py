"""``python -m bench.serve``: the server under load, beside ``oxigraph serve-read-only`` on the same graph and queries.

The clients run on the same machine as the server and take their share of it, from both alike. CPU ms is what the
processors worked for one answer, in the server and its readers; it is the same however busy the machine is. Needs the
package ``oxigraph`` for the comparison; without it only this server is measured.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from bench.load import Load, Request, run_load
from bench.processes import computing, memory
from bench.servers import free_port
from kg.query import list_queries
from kg.store import open_store
from kg.web.pages import written_out

__all__ = ["main"]

JSON = "application/sparql-results+json"
PAGES = (
    "/ /questions /ontology /search?q=kuramoto /doc/person/norikazu-kuramoto /doc/office/rocb-ap /doc/region/AP "
    "/doc/meeting/global-meeting-19 /doc/series/global-meeting /doc/report/rocbap-664"
).split()

_COLUMNS = (
    ("answers/s", "per_second", 11, 0),
    ("median ms", "p50", 11, 1),
    ("p95 ms", "p95", 9, 1),
    ("p99 ms", "p99", 9, 1),
    ("CPU ms", "processor", 9, 2),
    ("failed", "failed", 8, 0),
    ("MB", "memory", 7, 0),
    ("growth", "growth", 8, 1),
)
"""Of the table: head, name of the figure, width, digits after the point."""


def main() -> int:
    """Measures, prints, writes; returns 1 where an answer failed."""
    parser = argparse.ArgumentParser(prog="python -m bench.serve", description="Measure the server under load.")
    parser.add_argument("--clients", type=int, default=50, help="clients at once (default 50)")
    parser.add_argument("--seconds", type=float, default=60, help="how long each lasts (default 60)")
    parser.add_argument("--json", type=Path, default=Path("build/bench-serve.json"), help="where the figures go")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="wco-kg-bench-") as folder:
        lines = _measure_all(Path(folder), options.clients, options.seconds)
    heads = [f"{head:>{width}}" for head, _, width, _ in _COLUMNS]
    print(f"{'server':<34}{''.join(heads)}")
    for line in lines:
        cells = [f"{line[name]:>{width}.{digits}f}" for _, name, width, digits in _COLUMNS]
        print(f"{line['server']:<34}{''.join(cells)}")
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(lines, indent=2) + "\n", encoding="utf-8")
    print(f"\nAs JSON: {options.json}")
    return 1 if any(line["failed"] for line in lines) else 0


def _measure_all(folder: Path, clients: int, seconds: float) -> list[dict[str, float]]:
    store = folder / "store"
    kg = (sys.executable, "-m", "kg")
    subprocess.run([*kg, "build", "--store", store, "--quiet"], check=False)
    asked = [Request(f"/sparql?query={quote(text)}", JSON) for text in _queries(store)]
    pages = [Request(path, "text/html") for path in PAGES]
    serve = [*kg, "serve", "--store", str(store), "--port"]
    found = [
        _measure("kg serve, queries", serve, asked, clients, seconds),
        _measure("kg serve --cache 0, queries", serve, asked, clients, seconds, "--cache", "0"),
        _measure("kg serve, pages", serve, pages, clients, seconds),
    ]
    oxigraph = Path(sys.executable).with_name("oxigraph")
    if not oxigraph.exists():
        return found
    subprocess.run([*kg, "export", "--store", store, "-f", "nquads", "-o", folder / "graph.nq"], check=True)
    subprocess.run([oxigraph, "load", "-l", folder / "oxigraph", "-f", folder / "graph.nq"], check=True)
    command = [str(oxigraph), "serve-read-only", "-l", str(folder / "oxigraph"), "--bind"]
    asked = [Request(request.path.replace("/sparql", "/query", 1), JSON) for request in asked]
    return [*found, _measure("oxigraph serve-read-only, queries", command, asked, clients, seconds)]


def _queries(store: Path) -> list[str]:
    """The named questions that give rows, with the parameters of their examples."""
    with open_store(store) as graph:
        return [written_out(graph, query, {}) for query in list_queries() if "CONSTRUCT" not in query.text]


def _measure(
    name: str, command: Sequence[str], requests: Sequence[Request], clients: int, seconds: float, *more: str
) -> dict[str, float]:
    with _running(command, more) as (process, port):
        run_load(port, requests, clients=clients, seconds=min(seconds / 6, 5))
        before, used = memory(process.pid), computing(process.pid)
        load = run_load(port, requests, clients=clients, seconds=seconds)
        after, used = memory(process.pid), computing(process.pid) - used
    return _line(name, load, before, after, used)


def _line(name: str, load: Load, before: float, after: float, used: float) -> dict[str, float]:
    return {
        "server": name,  # type: ignore[dict-item]
        "per_second": load.throughput,
        "p50": load.percentile(0.5),
        "p95": load.percentile(0.95),
        "p99": load.percentile(0.99),
        "processor": 1000 * used / max(len(load.times), 1),
        "failed": load.failures,
        "memory": after,
        "growth": after - before,
        "megabytes_a_second": load.received / load.seconds / 1e6,
    }


@contextmanager
def _running(command: Sequence[str], more: Sequence[str]) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    port = free_port()
    place = f"127.0.0.1:{port}" if command[-1] == "--bind" else str(port)
    process = subprocess.Popen([*command, place, *more], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        yield process, port
    finally:
        process.terminate()
        process.wait()


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
        except OSError:  # not yet, or not within the time
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server does not answer")


if __name__ == "__main__":
    sys.exit(main())
