"""``python -m bench.places``: reports from archives, and the graph on a server, in seconds of computing.

What docs/scale.md says of archives and servers was measured with it. Needs the package ``oxigraph``; Virtuoso is
measured where it is installed. Servers are started on the loopback interface and end with the measurement.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bench.corpus import Synthetic, synthetic_reports
from bench.processes import computing, memory
from bench.servers import servers
from kg.pipeline import build
from kg.pipeline.inside import loaded
from kg.pipeline.sources import find_sources
from kg.store.publish import publish

__all__ = ["main"]


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.places", description="Measure archives and servers.")
    parser.add_argument("--packed", type=int, default=100_000, help="reports in each archive (default 100,000)")
    parser.add_argument("--published", type=int, default=1000, help="reports that are published (default 1,000)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="wco-kg-bench-") as folder:
        _measure_archives(Path(folder), options.packed)
        _measure_server(Path(folder), options.published)
    return 0


def _measure_archives(folder: Path, count: int) -> None:
    print(f"{'archive of ' + format(count, ','):<24}{'MB':>8}{'first s':>10}{'stays MB':>10}{'second s':>10}")
    for suffix in (".jsonl.gz", ".tar.gz", ".zip"):
        archive = folder / f"corpus{suffix}"
        _pack(archive, synthetic_reports(count))
        # each in a process of its own, which holds nothing of the one before
        ran = subprocess.run([sys.executable, "-c", _PASSAGES, archive], capture_output=True, text=True, check=True)
        first, memory, second = map(float, ran.stdout.split())
        print(f"{suffix:<24}{archive.stat().st_size / 1e6:>8.0f}{first:>10.1f}{memory:>10.0f}{second:>10.1f}")
        archive.unlink()


_PASSAGES = "import sys; from bench.places import passages; print(*passages(sys.argv[1]))"


def passages(archive: str) -> tuple[float, float, float]:
    """Seconds of computing of the first and the second passage through an archive, and the MB that stay in between."""
    before, began = memory(os.getpid()), time.process_time()
    sources = find_sources([Path(archive)])
    held, listed = memory(os.getpid()) - before, time.process_time()
    for _ in loaded(sources):
        pass
    return listed - began, held, time.process_time() - listed


def _pack(archive: Path, reports: Iterator[Synthetic]) -> None:
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            for each in reports:
                packed.writestr(f"{each.id}.txt", each.text)
    elif archive.name.endswith(".tar.gz"):
        with tarfile.open(archive, "w:gz", compresslevel=6) as tar:
            for each in reports:
                info = tarfile.TarInfo(f"{each.id}.txt")
                info.size = len(each.text.encode())
                tar.addfile(info, io.BytesIO(each.text.encode()))
    else:
        with gzip.open(archive, "wt", compresslevel=6, encoding="utf-8") as file:
            file.writelines(json.dumps({"id": each.id, "text": each.text}) + "\n" for each in reports)


def _measure_server(folder: Path, count: int) -> None:
    corpus, store = folder / "corpus.jsonl.gz", folder / "store"
    _pack(corpus, synthetic_reports(count))
    build([corpus], store)
    _changed(corpus, folder / "changed")
    print(f"\n{format(count, ',') + ' reports on a server':<34}{'graphs':>8}{'kg s':>8}{'server s':>10}{'seconds':>10}")
    for name, running in servers().items():
        with running(folder / name) as (address, process):
            _publish(f"{name}: the first publication", store, address, process)
            _publish("nothing has changed", store, address, process)
            _publish("one report more", folder / "changed", address, process)


def _changed(corpus: Path, store: Path) -> None:
    """Builds the same with one report more."""
    with gzip.open(corpus, "at", encoding="utf-8") as file:
        file.write(json.dumps({"id": "one-more", "text": next(synthetic_reports(1, seed=2)).text}) + "\n")
    build([corpus], store)


def _publish(what: str, store: Path, address: str, process: int) -> None:
    here, there, begun = time.process_time(), computing(process), time.monotonic()
    done = publish(store, address)
    used = time.process_time() - here, computing(process) - there
    print(f"{what:<34}{done.written:>8}{used[0]:>8.1f}{used[1]:>10.1f}{time.monotonic() - begun:>10.1f}")


if __name__ == "__main__":
    sys.exit(main())
