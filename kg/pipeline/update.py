"""Changing a store: only what added, removed and changed reports affect is done anew.

The outcome is, to the byte, what building all of it would give. What the changed reports speak or spoke of is linked
anew, with all that may be the same, because a new report may tell two others together or apart; then the graphs of
reports whose links differ, and what the merged graph says of the things that these speak or spoke of, are made anew.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kg.linking import Linker
from kg.mapping import REFERENCE_GRAPH, merged_part, reference_quads, report_path, report_quads
from kg.model import Links
from kg.pipeline.corpus import commit, keep_findings, linker_of
from kg.pipeline.decisions import Decisions
from kg.pipeline.mapped import BATCH, Observed, observed
from kg.pipeline.merging import Changes, apply_changes
from kg.pipeline.packed import pack
from kg.pipeline.sources import Progress, Skipped, no_progress
from kg.pipeline.summary import Summary
from kg.store import GraphStore, Kept, KeptReport, Manifest, Writer, update_store

__all__ = ["update"]


def update(
    store: Path,
    fresh: Sequence[KeptReport],
    gone: Collection[str],
    wanted: Manifest,
    decisions: Decisions,
    *,
    skipped: Sequence[Skipped] = (),
    forgetting: bool = False,
    progress: Progress = no_progress,
) -> Summary:
    """Changes a store.

    Args:
        store: The folder of the store.
        fresh: Reports that are new or come in place of those of the same identifier.
        gone: Identifiers of reports that are to be no more.
        wanted: What the store is to be built from, but for reports and figures.
        decisions: Judgements by hand.
        skipped: Files that could not be read.
        forgetting: Others are to be left out than before: the reference data are written anew, and nothing of what was
            removed stays in the files of the store.
        progress: Is told how far each stage has come.

    Raises:
        StoreError: The store cannot be read or written; also when another process is building it.
    """
    with update_store(store, anew=forgetting) as writer:
        kept, linker = writer.kept, linker_of(writer.kept, decisions)
        replaced = (*gone, *(each.report.id for each in fresh if kept.has(each.report.id)))
        said = {report: _said(kept, report, linker.links(report)) for report in replaced}
        for report in replaced:
            linker.remove(kept.get(report).extractions)
        for report in gone:
            kept.remove(report)
        for each in fresh:
            packed = pack(each)
            kept.put(packed)
            linker.add(packed.told)
        changes, moved = _relink(kept, linker)
        said |= {report: _said(kept, report, linker.links(report, before=True)) for report in moved}
        redone = moved | {each.report.id for each in fresh}
        with writer.view(wanted) as graph:
            _replace(writer, graph, sorted({*redone, *gone}), said, changes, linker, progress)
            writer.flush()
            about = apply_changes(changes, writer, graph, linker.links)
        if forgetting:
            writer.remove_graph(NamedNode(wanted.base + REFERENCE_GRAPH))
            writer.add(reference_quads(wanted.base, decisions.forgotten.names))
            writer.compact()
        stays = {report: digest for report, digest in writer.before.items() if report not in gone}
        there = stays | {each.report.id: each.digest for each in fresh}
        figures = commit(writer, replace(wanted, reports=there), linker, progress, None if forgetting else about)
    return Summary(figures, tuple(skipped), redone=len(redone))


def _relink(kept: Kept, linker: Linker) -> tuple[Changes, set[str]]:
    """What is otherwise because of how reports are linked now, and the reports whose graphs state something else."""
    change = linker.settle()
    kept.put_entities(change.entities.values(), change.gone)
    renamed = change.entities.keys() | change.gone
    return Changes(paths=set(renamed), renamed=set(renamed), replaced=change.replaced), change.reports


def _said(kept: Kept, report: str, links: Links) -> list[Observed]:
    """What a report says of whom."""
    found = kept.get(report)
    return observed(found.report, found.extractions, links)


def _replace(
    writer: Writer,
    graph: GraphStore,
    reports: Sequence[str],
    said: Mapping[str, Sequence[Observed]],
    changes: Changes,
    linker: Linker,
    progress: Progress,
) -> None:
    """Replaces the graphs of reports, or removes those of reports that are no more, and notes what that changes."""
    for start in range(0, len(reports), BATCH):
        batch = reports[start : start + BATCH]
        written = {
            report: _replace_one(writer, graph, report, said.get(report, ()), changes, linker) for report in batch
        }
        there = [report for report in batch if written[report]]
        keep_findings(writer.kept, there, [written[report] for report in there])
        progress("Checking", start + len(batch), len(reports))


def _replace_one(
    writer: Writer, graph: GraphStore, report: str, said: Sequence[Observed], changes: Changes, linker: Linker
) -> list[Quad]:
    base = graph.manifest.base
    node = NamedNode(base + report_path(report))
    changes.lost.update(merged_part(graph.quads(node), base))
    writer.remove_graph(node)
    quads: list[Quad] = []
    says: list[Observed] = []
    if writer.kept.has(report):
        found, links = writer.kept.get(report), linker.links(report)
        quads = report_quads(found.report, found.extractions, links, base)
        says = observed(found.report, found.extractions, links)
        writer.add(quads)
        changes.gained.update(merged_part(quads, base))
    writer.kept.observe(report, said, says)
    changes.paths |= {path for path, _ in (*said, *says)}
    return quads
