"""Measures every stage at growing sizes, each beside the plain way and beside the limit, and checks what was read.

The plain way is rdflib's memory graph, pySHACL over the whole, rdflib's SPARQL and Turtle, as far as it can follow. The
limit is pyoxigraph alone: loading, asking and writing the very same statements.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from bench.corpus import Fact, write_corpus
from kg.store import open_store, read_manifest

__all__ = ["Line", "as_json", "from_json", "growing_too_fast", "measure_sizes", "print_table"]

_SET_CHILD_SUBREAPER = 36
ROOT = Path(__file__).parent.parent
_STAGES = ("reading", "linking", "mapping", "validation", "export", "statistics", "queries")
_LIMITS = ("loading-limit", "export-limit", "queries-limit")
_PLAIN = ("loading-plain", "queries-plain")
_PLAIN_BUILD = ("plain loading", "validation", "export, Turtle")
_FOUND = """
SELECT ?report ?name ?role WHERE {
  ?participation wco:participant ?agent ; wco:role/skos:notation ?role ;
    prov:wasDerivedFrom/dcterms:isPartOf/dcterms:identifier ?report .
  ?agent foaf:name|skos:prefLabel|skos:altLabel ?name .
}
"""


_SHORT = 0.05
"""Seconds below which the growth of a time says nothing."""
_ALLOWED = 2.5
"""How far a time may outgrow the number of reports: sorting does a little, a database beyond its caches more. What
compares each with each outgrows ten times the reports ten times."""


@dataclass(frozen=True, slots=True)
class Line:
    """One stage at one size.

    Attributes:
        wall: Seconds; ``cpu`` likewise, of all processes together.
        memory: Most memory of one process at one time, in MB.
        plain: Seconds of computing of the plain way; negative where it was stopped after so many. Of a build
            those from the statements on: reading, extraction, linking and mapping have no plain way.
        limit: Seconds of computing of the limit.
    """

    reports: int
    stage: str
    wall: float
    cpu: float
    memory: float
    plain: float | None = None
    limit: float | None = None


def measure_sizes(
    sizes: Sequence[int], *, plain: int, seconds: int, plain_build: int, build_seconds: int, jobs: int, seed: int
) -> Iterator[tuple[list[Line], dict[str, Any]]]:
    """For each size what was measured, and what was checked.

    Args:
        sizes: Numbers of reports.
        plain: Number of reports up to which questions are asked and statements loaded the plain way.
        seconds: Of computing, after which one of these is stopped.
        plain_build: Number of reports up to which a graph is built the plain way.
        build_seconds: After which one of its steps is stopped.
        jobs: Processes that share a build.
        seed: Of the synthetic reports.
    """
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="wco-kg-bench-") as folder:
            corpus, store = Path(folder) / "reports", Path(folder) / "store"
            facts, meetings = write_corpus(corpus, size, seed)
            lines = list(_builds(size, corpus, store, jobs))
            checked = _check(store, facts, meetings)
            plains = _times(_run(_PLAIN, corpus, store, seconds)) if size <= plain else {}
            plains |= _times(_run(["build-plain"], corpus, store, build_seconds)) if size <= plain_build else {}
            if whole := _whole(plains):
                lines = [replace(each, plain=whole) if "job" in each.stage else each for each in lines]
            lines += _stages(size, corpus, store, plains)
            yield lines, {"reports": size, **checked}


def _builds(size: int, corpus: Path, store: Path, jobs: int) -> Iterator[Line]:
    build: list[str | Path] = [sys.executable, "-m", "kg", "build", corpus, "--store", store, "--quiet"]
    for number in sorted({1, jobs}):
        shutil.rmtree(store, ignore_errors=True)
        yield _command(size, f"build, {number} job" + "s" * (number > 1), [*build, "--jobs", str(number)])
    yield _command(size, "build, unchanged", build)
    first = min(corpus.iterdir())
    more = corpus.parent / "more"
    more.mkdir()
    shutil.copy(first, more / "one-more.txt")
    changed = corpus.parent / "changed"
    shutil.copytree(store, changed)
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "kg",
        "add",
        more / "one-more.txt",
        "--store",
        changed,
        "--quiet",
    ]
    yield _command(size, "one report more", command)
    shutil.rmtree(changed)


def _command(size: int, name: str, command: Sequence[str | Path]) -> Line:
    """Runs a command in a session of its own and adds up what its processes use."""
    _adopt_orphans()
    before, start = _children(), time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with exit code {process.returncode}")
    wall = time.perf_counter() - start
    _wait_for_orphans()
    return Line(size, name, wall, _children() - before, usage.ru_maxrss / 1024)


def _adopt_orphans() -> None:
    """Makes this process the parent of those whose parent has ended, so that what workers used is counted (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _wait_for_orphans() -> None:
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


def _children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _check(store: Path, facts: set[Fact], meetings: int) -> dict[str, Any]:
    """How many of the facts that the reports state are in the graph, and how much room it takes."""
    missing = set(facts)
    with open_store(store) as graph:
        for row in graph.query(_FOUND):  # type: ignore[union-attr]
            missing.discard(Fact(row["report"].value, row["name"].value, row["role"].value))
        quads = len(graph)
    figures = read_manifest(store).figures
    disk = sum(file.stat().st_size for file in store.rglob("*") if file.is_file())
    return {
        "facts": len(facts),
        "found": len(facts) - len(missing),
        "meetings": meetings,
        "meetings found": figures["meetings"],
        "quads": quads,
        "MB on disk": round(disk / 1e6, 1),
    }


def _whole(plains: dict[str, float]) -> float | None:
    """Seconds of a plain build from the statements on; negative where a step of it was stopped."""
    steps = [plains[name] for name in _PLAIN_BUILD if name in plains]
    total = sum(map(abs, steps))
    return (-total if min(steps) < 0 else total) if len(steps) == len(_PLAIN_BUILD) else None


def _stages(size: int, corpus: Path, store: Path, plains: dict[str, float]) -> Iterator[Line]:
    limits = _times(_run(_LIMITS, corpus, store, 0))
    for each in _run(_STAGES, corpus, store, 0):
        name = each["name"]
        yield Line(size, name, each["wall"], each["cpu"], each["memory"], plains.get(name), limits.get(name))
    if "loading" in limits:
        yield Line(size, "loading alone", limits["loading"], limits["loading"], 0, plains.get("loading"))


def _run(stages: Iterable[str], corpus: Path, store: Path, seconds: int) -> Iterator[dict[str, Any]]:
    for stage in stages:
        command = [sys.executable, "-m", "bench.stages", stage, str(corpus), str(store), str(seconds)]
        ended = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        yield from json.loads(ended.stdout)


def _times(measured: Iterable[dict[str, Any]]) -> dict[str, float]:
    return {each["name"]: each["cpu"] if each["done"] else -each["cpu"] for each in measured}


def print_table(lines: Iterable[Line]) -> None:
    """Prints what was measured, a line a stage."""
    head = ("reports", "stage", "seconds", "cpu", "ms each", "MB", "plain cpu", "ratio", "limit cpu", "ratio")
    form = "| {:>7} | {:<36} | {:>8} | {:>8} | {:>7} | {:>5} | {:>9} | {:>6} | {:>9} | {:>5} |"
    print(form.format(*head))
    print("|" + "|".join(("---:", "---") + ("---:",) * 8) + "|")
    for each in lines:
        plain = limit = faster = slower = ""
        if each.plain is not None:
            plain = f"> {-each.plain:.0f}" if each.plain < 0 else f"{each.plain:.2f}"
            faster = f"{'> ' if each.plain < 0 else ''}{abs(each.plain) / max(each.cpu, 1e-4):.0f}"
        if each.limit is not None:
            limit, slower = f"{each.limit:.3f}", f"{each.cpu / max(each.limit, 1e-4):.1f}"
        milliseconds = f"{1000 * each.cpu / each.reports:.2f}"
        print(
            form.format(
                each.reports, each.stage, f"{each.wall:.3f}", f"{each.cpu:.3f}", milliseconds, f"{each.memory:.0f}",
                plain, faster, limit, slower,
            )
        )  # fmt: skip


def growing_too_fast(lines: Iterable[Line]) -> list[str]:
    """The questions whose time grows faster than the number of reports, in words; short ones are not judged."""
    told = []
    last: dict[str, Line] = {}
    for each in sorted(lines, key=lambda line: line.reports):
        before = last.get(each.stage)
        last[each.stage] = each
        if before is None or not each.stage.startswith("query ") or each.cpu < _SHORT:
            continue
        growth, size = each.cpu / max(before.cpu, _SHORT / 10), each.reports / before.reports
        if growth > _ALLOWED * size:
            told.append(f"{each.stage}: {growth:.0f} times the time for {size:.0f} times the reports")
    return told


def as_json(lines: Iterable[Line], checked: Iterable[dict[str, Any]]) -> str:
    """The same for programs."""
    return json.dumps({"measured": [asdict(line) for line in lines], "checked": list(checked)}, indent=2) + "\n"


def from_json(text: str) -> list[Line]:
    """What was measured, from what :func:`as_json` wrote."""
    return [Line(**each) for each in json.loads(text)["measured"]]
