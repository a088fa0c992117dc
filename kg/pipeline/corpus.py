"""The reports of a store, linked with each other, and their graphs: what building anew and changing have in common."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import Quad

from kg import __version__
from kg.linking import Linker, Linking, judgements_csv
from kg.mapping import observations, report_quads
from kg.model import Entity, Links, Severity
from kg.pipeline.check import check_merged
from kg.pipeline.decisions import Decisions
from kg.pipeline.mapped import find_faults, report_paths
from kg.pipeline.sources import Progress
from kg.pipeline.summary import Figures
from kg.store import Kept, KeptReport, Manifest, Writer

__all__ = ["commit", "entities_of", "keep_findings", "link_all", "write_report"]


def link_all(kept: Kept, decisions: Decisions, figures: Figures) -> Linking:
    """Links all reports that are kept, and counts what was read from them."""
    linker = Linker(decisions.judgements)
    for extractions in kept.extractions():
        linker.add(extractions)
        figures.count(extractions)
    linking = linker.link()
    figures.count_linking(linking)
    return linking


def entities_of(linking: Linking) -> dict[str, Entity]:
    """All entities and series, by path."""
    every = (each for links in linking.links.values() for each in (*links.entities.values(), *links.series.values()))
    return {entity.path: entity for entity in every}


def write_report(writer: Writer, found: KeptReport, links: Links, base: str) -> list[Quad]:
    """Writes the graph of one report, and keeps how it is linked and what is observed of whom; returns the graph."""
    report, extractions = found.report, found.extractions
    quads = report_quads(report, extractions, links, base)
    writer.add(quads)
    writer.kept.put_links(report.id, report_paths(links))
    writer.kept.put_observations(report.id, observations(report, extractions, links))
    return quads


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
