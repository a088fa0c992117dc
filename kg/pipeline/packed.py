"""From a source to the bytes that are kept of its report: the part of a build that other processes do first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from kg.extraction import extract
from kg.linking import Forgotten, for_linking, forget
from kg.model import Report
from kg.pipeline.sources import Progress, Skipped, Source, read_with
from kg.pipeline.workers import Workers
from kg.store import KeptReport, Packed

__all__ = ["pack", "pack_sources"]


def pack(found: KeptReport) -> Packed:
    """A report in the form in which it is kept."""
    return Packed.of(found, for_linking(found.extractions))


def pack_sources(
    sources: Sequence[Source],
    forgotten: Forgotten,
    skipped: list[Skipped],
    progress: Progress,
    workers: Workers,
) -> Iterator[Packed]:
    """Reads reports, with what the rules read from each, past those that cannot be read.

    Args:
        sources: Where they are.
        forgotten: Who is to be left out.
        skipped: Is given those that cannot be read, and those whose identifier another report has already.
        progress: Is told of each.
        workers: Who does it.
    """
    for _, packed in read_with(partial(_pack, forgotten), sources, skipped, progress, len(sources), workers):
        yield packed


def _pack(forgotten: Forgotten, source: Source, report: Report) -> Packed:
    return pack(KeptReport(source.digest(), *forget(report, extract(report), forgotten)))
