"""The reports of a store, linked with each other, and their graphs: what building anew and changing have in common."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import Quad

from kg import __version__
from kg.linking import Linker, Linking, judgements_csv
from kg.model import Entity, Severity
from kg.pipeline.check import check_merged
from kg.pipeline.decisions import Decisions
from kg.pipeline.mapped import find_faults
from kg.pipeline.sources import Progress
from kg.pipeline.summary import Figures
from kg.store import Kept, Manifest, Writer

__all__ = ["commit", "entities_of", "keep_findings", "link_all"]


def link_all(kept: Kept, decisions: Decisions, figures: Figures) -> Linking:
    """Links all reports that are kept, and counts what they speak of."""
    linker = Linker(decisions.judgements)
    for extractions in kept.told():
        linker.add(extractions)
    linking = linker.link()
    figures.count_linking(linking)
    return linking


def entities_of(linking: Linking) -> dict[str, Entity]:
    """All entities and series, by path."""
    every = (each for links in linking.links.values() for each in (*links.entities.values(), *links.series.values()))
    return {entity.path: entity for entity in every}


def keep_findings(kept: Kept, reports: Sequence[str], graphs: Sequence[list[Quad]]) -> None:
    """Checks the graphs of reports, each for itself, and keeps how many findings each has."""
    faults = find_faults(graphs)
    for report in reports:
        kept.put_findings(report, faults[report, Severity.VIOLATION], faults[report, Severity.WARNING])


def commit(writer: Writer, manifest: Manifest, linking: Linking, figures: Figures, progress: Progress) -> None:
    """Checks the merged graph, writes down the judgements, and makes what was written the store in use."""
    progress("Merging", 0, 1)
    with writer.view(manifest) as merged:
        figures.count_findings(check_merged(merged, len(writer.kept.digests())))
    progress("Merging", 1, 1)
    figures.count_reports(writer.kept.counts())
    violations, warnings = writer.kept.findings()
    figures.violations += violations
    figures.warnings += warnings
    writer.note("judgements.csv", judgements_csv(linking.judgements))
    writer.commit(
        Manifest(
            __version__,
            manifest.base,
            writer.kept.digests(),
            manifest.inputs,
            manifest.judgements,
            manifest.forgotten,
            figures.to_mapping(),
        )
    )
