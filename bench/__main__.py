"""``python -m bench``: prints a table of measurements and writes it as JSON.

``python -m bench scale --sizes 100,1000,10000`` does so with every stage and synthetic reports in growing numbers
(:mod:`bench.scale`); ``python -m bench tables FILE`` and ``python -m bench plot FILE OUT`` show what it wrote as the
tables and the picture of ``docs/performance.md``.

Every figure is of a whole process on the sample reports. The ratio says how many times as long the plain way takes:
rdflib's memory graph, pySHACL over the whole and rdflib's SPARQL. Extraction has no plain way; the plain build starts
from the Turtle that ``kg extract`` has written.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from bench import plot, scale, tables
from bench.measure import Measured, measure
from kg.pipeline import available_cores
from kg.resources import resource

__all__ = ["main"]

KG = (sys.executable, "-m", "kg")
PLAIN = (sys.executable, "-m", "bench.plain")
QUESTION = "chairs-of-global-meetings"
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement beside the plain way and the time that is aimed at, in seconds."""

    ours: Measured
    plain: Measured | None = None
    target: float | None = None


def main() -> int:
    """Measures, prints, writes; returns 1 where a target is missed or a fact is not found."""
    match sys.argv[1:]:
        case ["scale", *arguments]:
            return _scale(arguments)
        case ["tables", file]:
            lines = scale.from_json(Path(file).read_text(encoding="utf-8"))
            print("\n".join(f"## {title}\n\n{table(lines)}" for title, table in tables.SECTIONS.items()), end="")
            return 0
        case ["plot", file, out]:
            plot.draw(scale.from_json(Path(file).read_text(encoding="utf-8")), Path(out))
            return 0
    return _sample()


def _scale(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench scale", description="Measure all stages at growing sizes.")
    parser.add_argument("--sizes", default="100,1000", help="numbers of synthetic reports (default 100,1000)")
    parser.add_argument("--plain", type=int, default=100, help="most reports that rdflib is asked about (default 100)")
    parser.add_argument("--seconds", type=int, default=30, help="for each of its answers (default 30)")
    parser.add_argument("--plain-build", type=int, default=100, help="most reports of a plain build (default 100)")
    parser.add_argument("--build-seconds", type=int, default=900, help="for each of its steps (default 900)")
    parser.add_argument("--jobs", type=int, default=available_cores(), help="processes of a build (default: all cores)")
    parser.add_argument("--seed", type=int, default=1, help="of the synthetic reports (default 1)")
    parser.add_argument("--json", type=Path, default=Path("build/bench.json"), help="where the figures go as JSON")
    options = parser.parse_args(arguments)
    sizes = [int(each) for each in options.sizes.split(",")]
    names = ("plain", "seconds", "plain_build", "build_seconds", "jobs", "seed")
    limits = {name: getattr(options, name) for name in names}
    lines: list[scale.Line] = []
    checked = []
    for measured, found in scale.measure_sizes(sizes, **limits):
        scale.print_table(measured)
        print("\n" + ", ".join(f"{value} {name}" for name, value in found.items()) + "\n", flush=True)
        lines += measured
        checked.append(found)
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(scale.as_json(lines, checked), encoding="utf-8")
    print(f"As JSON: {options.json}")
    for words in (too_fast := scale.growing_too_fast(lines)):
        print(f"Grows faster than linearly: {words}")
    return 1 if too_fast or any(each["found"] < 0.95 * each["facts"] for each in checked) else 0


def _sample() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure speed on the sample reports.")
    parser.add_argument("--times", type=int, default=5, help="how often each is run (default 5)")
    parser.add_argument(
        "--json", type=Path, default=Path("build/bench-sample.json"), help="where the figures go as JSON"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="wco-kg-bench-") as folder:
        lines = _measure_all(Path(folder), options.times)
    _print(lines)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps([asdict(line) for line in lines], indent=2) + "\n", encoding="utf-8")
    print(f"\nAs JSON: {options.json}")
    return 1 if any(line.target and line.ours.wall > line.target for line in lines) else 0


def _measure_all(folder: Path, times: int) -> list[Line]:
    store, extracted, graph = folder / "store", folder / "extracted", folder / "graph.ttl"
    reports = str(resource("data", "reports"))

    def run(name: str, *arguments: object, fresh: bool = False) -> Measured:
        before = (lambda: shutil.rmtree(store, ignore_errors=True)) if fresh else (lambda: None)
        return measure(name, [*KG, *map(str, arguments)], times=times, cwd=ROOT, before=before)

    def plain(name: str, *arguments: object) -> Measured:
        return measure(name, [*PLAIN, *map(str, arguments)], times=min(times, 3), cwd=ROOT)

    python = measure("python", [sys.executable, "-c", "pass"], times=times * 3, cwd=ROOT)
    start = measure("kg --help", [*KG, "--help"], times=times * 3, cwd=ROOT)
    extract = run("kg extract", "extract", reports, "--out", extracted, "--quiet")
    build = run("kg build", "build", reports, "--store", store, "--quiet", fresh=True)
    again = run("kg build, unchanged", "build", reports, "--store", store, "--quiet")
    query = run(f"kg query {QUESTION}", "query", QUESTION, "--store", store)
    export = run("kg export", "export", "--store", store, "--out", graph)
    shapes = sorted(resource("ontology", "shapes").rglob("*.ttl"))
    plain_build = plain("rdflib + pySHACL", "build", extracted, folder / "plain.ttl", *shapes)
    plain_query = plain("rdflib", "query", graph, resource("queries", "competency", f"{QUESTION}.rq"))
    return [
        Line(python),
        Line(start, target=python.wall + 0.1),
        Line(extract),
        Line(build, plain_build, target=5.0),
        Line(again),
        Line(query, plain_query, target=0.3),
        Line(export),
    ]


def _print(lines: list[Line]) -> None:
    print(f"{'process':<40}{'seconds':>9}{'cpu':>9}{'MB':>7}{'target':>9}{'plain way':>11}{'ratio':>8}")
    for line in lines:
        target = f"{line.target:.2f}" if line.target else ""
        plain = f"{line.plain.wall:.2f}" if line.plain else ""
        ratio = f"{line.plain.wall / line.ours.wall:.1f}" if line.plain else ""
        ours = line.ours
        print(f"{ours.name:<40}{ours.wall:>9.3f}{ours.cpu:>9.3f}{ours.memory:>7.0f}{target:>9}{plain:>11}{ratio:>8}")


if __name__ == "__main__":
    sys.exit(main())
