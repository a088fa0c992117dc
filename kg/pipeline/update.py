"""Changing a store: only what added, removed and changed reports affect is done anew.

The outcome is, to the byte, what building all of it would give. All reports are linked again, from what was read from
them before, because a new report may tell two others together or apart; then the graphs of reports whose links differ,
and what the merged graph says of the things that these speak or spoke of, are made anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kg.linking import Linking
from kg.mapping import REFERENCE_GRAPH, merged_part, reference_quads, report_path, report_quads
from kg.model import Entity
from kg.pipeline.corpus import commit, entities_of, keep_findings, link_all
from kg.pipeline.decisions import Decisions
from kg.pipeline.mapped import BATCH, Observed, linked_to, observed, report_paths
from kg.pipeline.merging import Changes, apply_changes
from kg.pipeline.packed import pack
from kg.pipeline.sources import Progress, Skipped, no_progress
from kg.pipeline.summary import Figures, Summary
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
    figures = Figures()
    with update_store(store, anew=forgetting) as writer:
        kept = writer.kept
        changes = Changes()
        before = kept.links()
        replaced = (*gone, *(each.report.id for each in fresh if each.report.id in before))
        said = {report: _said(kept, report, before) for report in replaced}
        for report in gone:
            kept.remove(report)
        for each in fresh:
            kept.put(pack(each))
        linking = link_all(kept, decisions, figures)
        entities = entities_of(linking)
        changes.paths |= _renamed(kept, entities)
        moved = _moved(kept, linking, before, changes.paths) | {each.report.id for each in fresh}
        with writer.view(wanted) as graph:
            said |= {report: _said(kept, report, before) for report in moved if report in before and report not in said}
            _replace(writer, graph, sorted(moved | set(gone)), said, changes, linking, progress)
            writer.flush()
            apply_changes(changes, writer, graph, entities, linking)
        if forgetting:
            writer.remove_graph(NamedNode(wanted.base + REFERENCE_GRAPH))
            writer.add(reference_quads(wanted.base, decisions.forgotten.names))
            writer.compact()
        commit(writer, wanted, linking, figures, progress)
    return Summary(figures, tuple(skipped), redone=len(moved))


def _renamed(kept: Kept, entities: dict[str, Entity]) -> set[str]:
    """The paths of entities that are new, gone or called otherwise; keeps them as they are now."""
    before = kept.entities()
    changed = [entity for path, entity in entities.items() if before.get(path) != kept.flat(entity)]
    gone = before.keys() - entities.keys()
    kept.put_entities(changed, gone)
    return {entity.path for entity in changed} | gone


def _moved(kept: Kept, linking: Linking, before: dict[str, dict[str, str]], renamed: Iterable[str]) -> set[str]:
    """Reports whose graph says something else because of how they are linked."""
    moved = {report for report, links in linking.links.items() if before.get(report) != report_paths(links)}
    # the graph of a report describes the series of its meetings
    return moved | set(kept.speaking_of([path for path in renamed if path.startswith("series/")]))


def _said(kept: Kept, report: str, before: Mapping[str, Mapping[str, str]]) -> list[Observed]:
    """What a report said of whom as it was linked before."""
    found = kept.get(report)
    return observed(found.report, found.extractions, linked_to(report, before[report]))


def _replace(
    writer: Writer,
    graph: GraphStore,
    reports: Sequence[str],
    said: Mapping[str, Sequence[Observed]],
    changes: Changes,
    linking: Linking,
    progress: Progress,
) -> None:
    """Replaces the graphs of reports, or removes those of reports that are no more, and notes what that changes."""
    for start in range(0, len(reports), BATCH):
        batch = reports[start : start + BATCH]
        written = {
            report: _replace_one(writer, graph, report, said.get(report, ()), changes, linking) for report in batch
        }
        there = [report for report in batch if report in linking.links]
        keep_findings(writer.kept, there, [written[report] for report in there])
        progress("Checking", start + len(batch), len(reports))


def _replace_one(
    writer: Writer, graph: GraphStore, report: str, said: Sequence[Observed], changes: Changes, linking: Linking
) -> list[Quad]:
    base = graph.manifest.base
    node = NamedNode(base + report_path(report))
    changes.lost.update(merged_part(graph.quads(node), base))
    writer.remove_graph(node)
    quads: list[Quad] = []
    says: list[Observed] = []
    if report in linking.links:
        found, links = writer.kept.get(report), linking.links[report]
        quads = report_quads(found.report, found.extractions, links, base)
        says = observed(found.report, found.extractions, links)
        writer.add(quads)
        writer.kept.put_links(report, report_paths(links))
        changes.gained.update(merged_part(quads, base))
    writer.kept.observe(report, said, says)
    changes.paths |= {path for path, _ in (*said, *says)}
    return quads
