"""Adding reports to a store and removing them from it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg import __version__
from kg.errors import UsageError
from kg.linking import forget
from kg.pipeline.decisions import NONE, Decisions
from kg.pipeline.digest import inputs_digest
from kg.pipeline.sources import Progress, Skipped, find_sources, no_progress, read_sources
from kg.pipeline.summary import Figures, Summary
from kg.pipeline.update import update
from kg.reading import MAX_BYTES
from kg.store import KeptReport, Manifest, no_such_report, read_manifest

__all__ = ["add_reports", "relink", "remove_reports", "wanted_manifest"]


def add_reports(
    paths: Sequence[Path],
    store: Path,
    *,
    decisions: Decisions = NONE,
    largest: int = MAX_BYTES,
    progress: Progress = no_progress,
) -> Summary:
    """Adds reports to a store; one of the identifier of another takes its place.

    Args:
        paths: Files, folders and archives; ``-`` is standard input.
        store: The folder of the store.
        decisions: Judgements by hand, and who is to be left out.
        largest: Bytes of the largest report that is read.
        progress: Is told how far each stage has come.

    Raises:
        UsageError: A path is not there or holds no report, or the store was built by other rules.
        StoreError: The store cannot be read or written.
    """
    sources = find_sources(paths, largest)
    old, wanted = read_manifest(store), wanted_manifest(store, decisions)
    skipped: list[Skipped] = []
    fresh = [
        KeptReport(source.digest(), *forget(report, extractions, decisions.forgotten))
        for source, report, extractions in read_sources(sources, skipped, progress, len(sources))
    ]
    new = [each for each in fresh if old.reports.get(each.report.id) != each.digest]
    if not new and old.judgements == wanted.judgements:
        return Summary(Figures.from_mapping(old.figures), tuple(skipped), unchanged=True)
    return update(store, new, (), wanted, decisions, skipped=skipped, progress=progress)


def remove_reports(
    reports: Sequence[str], store: Path, *, decisions: Decisions = NONE, progress: Progress = no_progress
) -> Summary:
    """Removes reports from a store.

    Args:
        reports: Their identifiers.
        store: The folder of the store.
        decisions: Judgements by hand, and who is to be left out.
        progress: Is told how far each stage has come.

    Raises:
        NoSuchEntity: The store has no such report; the message suggests the nearest.
        UsageError: No report would be left, or the store was built by other rules.
        StoreError: The store cannot be read or written.
    """
    there = read_manifest(store).reports
    gone = {each.removeprefix("report/") for each in reports}
    for each in sorted(gone - there.keys()):
        raise no_such_report(each, there, store)
    if gone == there.keys():
        raise UsageError(f"Nothing would be left in {store}.", "Remove its folder in place of its reports.")
    wanted = wanted_manifest(store, decisions)
    return update(store, (), gone, wanted, decisions, progress=progress)


def relink(store: Path, *, decisions: Decisions, progress: Progress = no_progress) -> Summary:
    """Links the reports of a store anew, after a judgement by hand was made or taken back.

    Raises:
        UsageError: The store was built by other rules.
        StoreError: The store cannot be read or written.
    """
    return update(store, (), (), wanted_manifest(store, decisions), decisions, progress=progress)


def wanted_manifest(store: Path, decisions: Decisions, *, forgetting: bool = False) -> Manifest:
    """What a store is to be built from after a change of it.

    Args:
        store: The folder of the store.
        decisions: Judgements by hand, and who is to be left out.
        forgetting: Whether the change is about who is to be left out.

    Raises:
        UsageError: It was built by other rules, tables or with others left out, so that a change would mix the two.
        StoreError: The store cannot be read.
    """
    old = read_manifest(store)
    wanted = Manifest(__version__, old.base, {}, inputs_digest(old.base), decisions.digest, decisions.forgotten.digest)
    if old.inputs != wanted.inputs:
        raise UsageError(f"{store} was built by another version of the rules or tables.", "Run `kg build` first.")
    if old.forgotten != wanted.forgotten and not forgetting:
        raise UsageError(
            f"{store} was built when others were to be left out than now.", "Run `kg build` first, or name the file."
        )
    return wanted
