"""Building a store from reports: the stages in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kg import __version__
from kg.errors import StoreError, StoreTooNew, UnreadableReport
from kg.linking import Linker, forget
from kg.mapping import redirect_quads, reference_quads
from kg.pipeline.corpus import commit, linker_of
from kg.pipeline.decisions import NONE, Decisions
from kg.pipeline.digest import inputs_digest
from kg.pipeline.mapped import map_reports, tasks, write_mapped
from kg.pipeline.merged import write_merged
from kg.pipeline.packed import pack_sources
from kg.pipeline.sources import Progress, Skipped, Source, find_sources, no_progress, read_sources
from kg.pipeline.summary import Figures, Summary
from kg.pipeline.update import update
from kg.pipeline.workers import Workers, workers_for
from kg.reading import MAX_BYTES
from kg.store import KeptReport, Manifest, Writer, build_store, read_manifest
from kg.vocab import BASE

__all__ = ["build"]


def build(
    paths: Sequence[Path],
    store: Path,
    *,
    base: str = BASE,
    decisions: Decisions = NONE,
    force: bool = False,
    jobs: int = 1,
    cluster: str = "",
    largest: int = MAX_BYTES,
    progress: Progress = no_progress,
) -> Summary:
    """Reads reports, extracts, links, maps, validates and stores them.

    The new store takes the place of the old one at the very end; whatever ends the build before, Ctrl-C included,
    leaves the old one as it was. Files that cannot be read are left out. Where some reports of a store have changed,
    only what they affect is done anew.

    Args:
        paths: Files, folders and archives; ``-`` is standard input.
        store: The folder of the store.
        base: Beginning of every data IRI.
        decisions: Judgements by hand, and who is to be left out.
        force: Build all of it even if nothing has changed.
        jobs: Number of processes that share the work; what is built does not depend on it. A program that asks for
            more than one must not start anything when it is imported (``if __name__ == "__main__"``).
        cluster: Address of the scheduler of a Dask cluster that does the work in place of processes of this machine.
        largest: Bytes of the largest report that is read.
        progress: Is told how far each stage has come.

    Raises:
        UsageError: A path is not there, a folder holds no report, or two files would be the same report.
        UnreadableReport: Not one of the files can be read.
        MissingExtra: The packages of the extra ``cluster`` are not installed.
        StoreError: The store cannot be written; also when another process is building it.
    """
    sources = find_sources(paths, largest)
    wanted = Manifest(
        __version__, base, {}, inputs_digest(base), decisions.digest, forgotten=decisions.forgotten.digest
    )
    old = None if force else _usable(store, wanted)
    with _workers(workers_for(len(sources), jobs), cluster) as workers:
        changed = _change(sources, store, old, wanted, decisions, progress, workers) if old else None
        return changed or _build_all(sources, store, wanted, decisions, progress, workers)


def _workers(jobs: int, cluster: str) -> Workers:
    if not cluster:
        return Workers(jobs)
    from kg.pipeline.cluster import Cluster  # noqa: PLC0415 - belongs to an extra

    return Cluster(cluster)


def _build_all(
    sources: Sequence[Source],
    store: Path,
    wanted: Manifest,
    decisions: Decisions,
    progress: Progress,
    workers: Workers,
) -> Summary:
    skipped: list[Skipped] = []
    with build_store(store, aside=workers.several) as writer:
        linker = linker_of(writer.kept, decisions)
        for packed in pack_sources(sources, decisions.forgotten, skipped, progress, workers):
            writer.kept.put(packed)
            linker.add(packed.told)
        reports = writer.kept.digests()
        if not reports:
            raise _nothing_read(skipped)
        change = linker.settle()
        writer.kept.put_entities(change.entities.values())
        writer.add(reference_quads(wanted.base, decisions.forgotten.names))
        writer.add(redirect_quads({old: new for old, new in change.replaced.items() if new}, wanted.base))
        del change
        _map_and_store(writer, linker, wanted.base, progress, workers)
        figures = commit(writer, replace(wanted, reports=reports), linker, progress)
    return Summary(figures, tuple(skipped))


def _nothing_read(skipped: Sequence[Skipped]) -> UnreadableReport:
    first = skipped[0].reason
    if len(skipped) == 1:
        return UnreadableReport(first.message, first.hint)
    return UnreadableReport(f"None of the {len(skipped)} files can be read; the first: {first.message}", first.hint)


def _map_and_store(writer: Writer, linker: Linker, base: str, progress: Progress, workers: Workers) -> None:
    """The second pass: the graph of each report, mapped and checked; then the merged graph."""
    total, done = len(writer.kept.digests()), 0
    progress("Checking", done, total)
    for mapped in workers.map(map_reports, tasks(writer.kept, linker.links, base), chunk=1):
        for each in mapped:
            write_mapped(writer, each)
        done += len(mapped)
        progress("Checking", done, total)
    writer.kept.fold()
    write_merged(writer, linker.links, base, workers)
    progress("Ordering", 0, 1)
    writer.optimize()
    progress("Ordering", 1, 1)


def _usable(store: Path, wanted: Manifest) -> Manifest | None:
    """The manifest of a store in which only reports or judgements may differ from what is wanted.

    Raises:
        StoreTooNew: A newer version of this software built the store.
    """
    try:
        manifest = read_manifest(store)
    except StoreTooNew:
        raise
    except StoreError:
        return None  # missing or damaged: there is nothing to keep
    same = (manifest.inputs, manifest.forgotten) == (wanted.inputs, wanted.forgotten)
    return manifest if same else None


def _change(
    sources: Sequence[Source],
    store: Path,
    old: Manifest,
    wanted: Manifest,
    decisions: Decisions,
    progress: Progress,
    workers: Workers,
) -> Summary | None:
    """Changes what differs; ``None`` where building all of it is simpler.

    A file that could not be read then and cannot be read now changes nothing.
    """
    stays = {digest: report for report, digest in old.reports.items()}
    here: set[str] = set()
    strangers: list[Source] = []
    for source in sources:
        report = stays.get(source.digest())
        if report is None or report in here:
            strangers.append(source)
        else:
            here.add(report)
    skipped: list[Skipped] = []
    fresh = [
        KeptReport(source.digest(), *forget(report, extractions, decisions.forgotten))
        for source, report, extractions in read_sources(strangers, skipped, progress, len(strangers), workers)
    ]
    gone = old.reports.keys() - here - {each.report.id for each in fresh}
    if not here or any(each.report.id in here for each in fresh):
        return None
    if not fresh and not gone and old.judgements == wanted.judgements:
        return Summary(Figures.from_mapping(old.figures), tuple(skipped), unchanged=True)
    return update(store, fresh, gone, wanted, decisions, skipped=skipped, progress=progress)
