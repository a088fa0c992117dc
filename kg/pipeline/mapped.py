"""From what was read and linked to RDF, checked: the part of a build that looks at one report at a time.

It takes and gives plain records, so that it can be done by other processes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pyoxigraph import Quad, RdfFormat, serialize

from kg.linking import Linking
from kg.mapping import Observation, merged_part, observations, report_quads
from kg.model import Links, Severity
from kg.store import Kept, KeptReport, Writer
from kg.validation import default_screen, validate_graphs

__all__ = ["BATCH", "Mapped", "Task", "find_faults", "map_reports", "report_paths", "tasks", "write_mapped"]

BATCH = 100
"""Reports checked in one run of the validator: more is faster and takes more memory."""


class Task(NamedTuple):
    """A few reports to be mapped and checked.

    Attributes:
        found: What was read from each.
        links: How each is linked, in the same order.
        base: Beginning of every data IRI.
    """

    found: list[KeptReport]
    links: list[Links]
    base: str


class Mapped(NamedTuple):
    """What one report states.

    Attributes:
        quads: Its own graph and what the merged graph takes over from it, as N-Quads.
        paths: How it is linked, in the form in which it is kept.
        observed: What is observed of whom.
        violations: Number of findings that its graph has of what must hold.
        warnings: Number of findings of what should hold.
    """

    report: str
    quads: bytes
    paths: dict[str, str]
    observed: list[Observation]
    violations: int
    warnings: int


def map_reports(task: Task) -> list[Mapped]:
    """Maps and checks reports."""
    graphs = [
        report_quads(found.report, found.extractions, links, task.base)
        for found, links in zip(task.found, task.links, strict=True)
    ]
    faults = find_faults(graphs)
    return [
        Mapped(
            links.report,
            _written([*quads, *merged_part(quads, task.base)]),
            report_paths(links),
            list(observations(found.report, found.extractions, links)),
            faults[links.report, Severity.VIOLATION],
            faults[links.report, Severity.WARNING],
        )
        for found, links, quads in zip(task.found, task.links, graphs, strict=True)
    ]


def _written(quads: Sequence[Quad]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def find_faults(graphs: Sequence[list[Quad]]) -> Counter[tuple[str, Severity]]:
    """How many findings each report has, by report and severity; each graph is checked for itself."""
    return Counter((finding.report, finding.severity) for finding in validate_graphs(graphs, screen=default_screen()))


def report_paths(links: Links) -> dict[str, str]:
    """How a report is linked, in the form in which it is kept."""
    paths = {key: entity.path for key, entity in links.entities.items()}
    return paths | {f"{key} series": series.path for key, series in links.series.items()}


def tasks(kept: Kept, linking: Linking, base: str) -> Iterator[Task]:
    """All reports that are kept, in the order of their identifiers."""
    reports = list(kept.digests())
    for start in range(0, len(reports), BATCH):
        batch = reports[start : start + BATCH]
        yield Task([kept.get(each) for each in batch], [linking.links[each] for each in batch], base)


def write_mapped(writer: Writer, mapped: Mapped) -> None:
    """Writes what a report states, and keeps what a later change of the store needs."""
    writer.add_text(mapped.quads)
    writer.kept.put_links(mapped.report, mapped.paths)
    writer.kept.put_observations(mapped.report, mapped.observed)
    writer.kept.put_findings(mapped.report, mapped.violations, mapped.warnings)
