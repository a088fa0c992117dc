"""Building a store from reports: the stages in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from pyoxigraph import Quad

from kg import __version__
from kg.errors import StoreError, StoreTooNew, UnreadableReport
from kg.linking import Linker, Linking
from kg.mapping import Merger, merged_part, reference_quads, report_quads
from kg.model import Finding
from kg.pipeline.check import check_merged
from kg.pipeline.digest import inputs_digest
from kg.pipeline.sources import Progress, Skipped, Source, find_sources, no_progress, read_sources
from kg.pipeline.spool import Spool
from kg.pipeline.summary import Figures, Summary
from kg.store import Manifest, Writer, build_store, read_manifest
from kg.validation import validate_graphs
from kg.vocab import BASE

__all__ = ["build"]

_BATCH = 100
"""Reports checked in one run of the validator: more is faster and takes more memory."""


def build(
    paths: Sequence[Path], store: Path, *, base: str = BASE, force: bool = False, progress: Progress = no_progress
) -> Summary:
    """Reads reports, extracts, links, maps, validates and stores them.

    The new store takes the place of the old one at the very end; whatever ends the build before, Ctrl-C included,
    leaves the old one as it was. Files that cannot be read are left out.

    Args:
        paths: Files and folders; ``-`` is standard input.
        store: The folder of the store.
        base: Beginning of every data IRI.
        force: Build even if nothing has changed.
        progress: Is told how far each stage has come.

    Raises:
        UsageError: A path is not there, a folder holds no report, or two files would be the same report.
        UnreadableReport: Not one of the files can be read.
        StoreError: The store cannot be written; also when another process is building it.
    """
    sources = find_sources(paths)
    inputs = inputs_digest(base)
    if not force:
        unchanged = _unchanged(sources, store, inputs)
        if unchanged is not None:
            return unchanged
    skipped: list[Skipped] = []
    figures = Figures()
    with build_store(store) as writer, Spool() as spool:
        digests, linking = _read_and_link(sources, spool, figures, skipped, progress)
        writer.add(reference_quads(base))
        merger = Merger(base)
        graphs = _map_and_store(spool, linking, merger, writer, base)
        progress("Checking", 0, len(spool))
        for done in range(_BATCH, len(spool) + _BATCH, _BATCH):
            figures.count_findings(validate_graphs(islice(graphs, _BATCH)))
            progress("Checking", min(done, len(spool)), len(spool))
        writer.add(merger.finish())
        figures.count_findings(_check_merged(writer, Manifest(__version__, base, digests, inputs), progress))
        writer.commit(Manifest(__version__, base, digests, inputs, figures.to_mapping()))
    return Summary(figures, tuple(skipped))


def _read_and_link(
    sources: Sequence[Source], spool: Spool, figures: Figures, skipped: list[Skipped], progress: Progress
) -> tuple[dict[str, str], Linking]:
    """The first pass: digests of the reports that could be read, and what links them."""
    linker = Linker()
    digests: dict[str, str] = {}
    for source, report, extractions in read_sources(sources, skipped, progress, len(sources)):
        spool.add(report, extractions)
        linker.add(extractions)
        figures.count(extractions)
        digests[report.id] = source.digest()
    if not digests:
        raise _nothing_read(skipped)
    linking = linker.link()
    figures.count_linking(linking)
    return digests, linking


def _nothing_read(skipped: Sequence[Skipped]) -> UnreadableReport:
    first = skipped[0].reason
    if len(skipped) == 1:
        return UnreadableReport(first.message, first.hint)
    return UnreadableReport(f"None of the {len(skipped)} files can be read; the first: {first.message}", first.hint)


def _map_and_store(spool: Spool, linking: Linking, merger: Merger, writer: Writer, base: str) -> Iterator[list[Quad]]:
    """The second pass: stores the graph of each report, and its part in the merged graph; gives out the former."""
    for report, extractions in spool:
        links = linking.links[report.id]
        quads = report_quads(report, extractions, links, base)
        writer.add(quads)
        writer.add(merged_part(quads, base))
        merger.add(report, extractions, links)
        yield quads


def _check_merged(writer: Writer, manifest: Manifest, progress: Progress) -> list[Finding]:
    progress("Merging", 0, 1)
    with writer.view(manifest) as merged:
        findings = check_merged(merged)
    progress("Merging", 1, 1)
    return findings


def _unchanged(sources: Sequence[Source], store: Path, inputs: str) -> Summary | None:
    """What the store was built from, if that is what it would be built from now.

    A file that could not be read then and cannot be read now changes nothing.

    Raises:
        StoreTooNew: A newer version of this software built the store.
    """
    try:
        manifest = read_manifest(store)
    except StoreTooNew:
        raise
    except StoreError:
        return None  # missing or damaged: there is nothing to keep
    if manifest.inputs != inputs:
        return None
    missing = set(manifest.reports.values())
    strangers: list[Source] = []
    for source in sources:
        digest = source.digest()
        if digest in missing:
            missing.remove(digest)
        else:
            strangers.append(source)
    if missing:
        return None
    skipped: list[Skipped] = []
    if any(True for _ in read_sources(strangers, skipped)):
        return None
    return Summary(Figures.from_mapping(manifest.figures), tuple(skipped), unchanged=True)
