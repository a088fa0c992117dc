"""The reports of a store, linked with each other, and their graphs: what building anew and changing have in common."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from pyoxigraph import DefaultGraph, Quad

from kg.linking import Linker, judgements_csv
from kg.model import Severity
from kg.pipeline.check import check_shapes, run_check_queries
from kg.pipeline.decisions import Decisions
from kg.pipeline.mapped import find_faults
from kg.pipeline.sources import Progress
from kg.pipeline.summary import Figures
from kg.store import Kept, Manifest, Writer
from kg.vocab import RDF, WCO

__all__ = ["commit", "keep_findings", "linker_of"]


def linker_of(kept: Kept, decisions: Decisions) -> Linker:
    """Links the reports that are kept, beginning with how they were linked the last time."""
    return Linker(decisions.judgements, kept.shelf, lambda report: kept.get(report).extractions)


def keep_findings(kept: Kept, reports: Sequence[str], graphs: Sequence[list[Quad]]) -> None:
    """Checks the graphs of reports, each for itself, and keeps how many findings each has."""
    faults = find_faults(graphs)
    for report in reports:
        kept.put_findings(report, faults[report, Severity.VIOLATION], faults[report, Severity.WARNING])


def commit(
    writer: Writer, manifest: Manifest, linker: Linker, progress: Progress, about: Collection[str] | None = None
) -> Figures:
    """Checks the merged graph, writes down the judgements, and makes what was written the store in use.

    Args:
        writer: What was written.
        manifest: What it was built from, but for figures.
        linker: How the reports are linked.
        progress: Is told how far this has come.
        about: IRIs of all things about which check queries may find something else than they did the last time; by
            default they look at everything.
    """
    figures = Figures()
    progress("Merging", 0, 1)
    with writer.view(manifest) as merged:
        writer.kept.put_checked(run_check_queries(merged, about), about)
        figures.count_findings(check_shapes(merged, len(manifest.reports)))
        contested = merged.quads(DefaultGraph(), predicate=RDF.type, object=WCO.Discrepancy)
        discrepancies = sum(1 for _ in contested)
    progress("Merging", 1, 1)
    figures.count_reports(writer.kept.counts())
    figures.discrepancies = discrepancies
    violations, warnings = writer.kept.findings()
    figures.violations += violations
    figures.warnings += warnings
    judgements = linker.judgements()
    figures.count_entities(writer.kept.numbers(), len(judgements))
    writer.note("judgements.csv", judgements_csv(judgements))
    writer.commit(replace(manifest, figures=figures.to_mapping()))
    return figures
