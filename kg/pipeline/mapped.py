"""From what was read and linked to RDF, checked: the part of a build that looks at one report at a time.

It takes and gives plain records, so that it can be done by other processes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Quad, RdfFormat, serialize

from kg.mapping import merged_part, observations, report_quads
from kg.model import Extractions, Links, Report, Severity
from kg.pipeline.carried import Text, carried_texts, read_texts
from kg.store import Kept, Writer, read_records
from kg.validation import default_screen, validate_graphs

__all__ = ["BATCH", "Mapped", "Task", "find_faults", "map_reports", "observed"]
__all__ += ["Observed", "tasks", "write_mapped"]

BATCH = 100
"""Reports checked in one run of the validator: more is faster and takes more memory."""


Observed = tuple[str, tuple[str, ...]]
"""Path of a thing, and what was observed of it; see :class:`kg.mapping.Observation`."""


class Task(NamedTuple):
    """A few reports to be mapped and checked.

    Attributes:
        records: The file of what was read from reports.
        places: Where in it each of them stands, or what stands there.
        links: How each is linked, in the same order.
        base: Beginning of every data IRI.
    """

    records: Path
    places: list[Text]
    links: list[Links]
    base: str

    def carried(self) -> Task:
        """The same with what stands in the file."""
        return self._replace(places=[*carried_texts(self.records, self.places)])


class Mapped(NamedTuple):
    """What one report states.

    Attributes:
        quads: Its own graph and what the merged graph takes over from it, as N-Quads.
        observed: What is observed of whom.
        violations: Number of findings that its graph has of what must hold.
        warnings: Number of findings of what should hold.
    """

    report: str
    quads: bytes
    observed: list[Observed]
    violations: int
    warnings: int


def map_reports(task: Task) -> list[Mapped]:
    """Maps and checks reports."""
    read = [read_records(text, task.records) for text in read_texts(task.records, task.places)]
    graphs = [report_quads(*found, links, task.base) for found, links in zip(read, task.links, strict=True)]
    faults = find_faults(graphs)
    return [
        Mapped(
            links.report,
            _written([*quads, *merged_part(quads, task.base)]),
            observed(*found, links),
            faults[links.report, Severity.VIOLATION],
            faults[links.report, Severity.WARNING],
        )
        for found, links, quads in zip(read, task.links, graphs, strict=True)
    ]


def observed(report: Report, extractions: Extractions, links: Links) -> list[Observed]:
    """What a report says of whom, in the form in which it is kept."""
    return [(each.path, each.form) for each in observations(report, extractions, links)]


def _written(quads: Sequence[Quad]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def find_faults(graphs: Sequence[list[Quad]]) -> Counter[tuple[str, Severity]]:
    """How many findings each report has, by report and severity; each graph is checked for itself."""
    return Counter((finding.report, finding.severity) for finding in validate_graphs(graphs, screen=default_screen()))


def tasks(kept: Kept, links: Callable[[str], Links], base: str) -> Iterator[Task]:
    """All reports that are kept, in the order of their identifiers."""
    records = kept.flush()
    reports = list(kept.places())
    for start in range(0, len(reports), BATCH):
        batch = reports[start : start + BATCH]
        yield Task(records, [place for _, place in batch], [links(each) for each, _ in batch], base)


def write_mapped(writer: Writer, mapped: Mapped) -> None:
    """Writes what a report states, and keeps what a later change of the store needs."""
    writer.add_text(mapped.quads)
    writer.kept.stage(mapped.report, mapped.observed)
    writer.kept.put_findings(mapped.report, mapped.violations, mapped.warnings)
