"""Single reports to RDF, without merging across reports."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, parse, serialize

from kg.extraction import extract
from kg.linking import link_one
from kg.mapping import report_quads
from kg.model import Report
from kg.pipeline.source import Source
from kg.pipeline.sources import Progress, Skipped, find_sources, no_progress, read_with
from kg.pipeline.workers import Workers, workers_for
from kg.rdf import FORMS, Form, form_named, write_rdf
from kg.reading import MAX_BYTES
from kg.vocab import BASE

__all__ = ["extract_reports", "extract_to_folder"]

_Named = tuple[str, bytes]


def extract_reports(
    paths: Sequence[Path],
    skipped: list[Skipped],
    *,
    base: str = BASE,
    largest: int = MAX_BYTES,
    jobs: int = 1,
    progress: Progress = no_progress,
) -> Iterator[tuple[str, list[Triple]]]:
    """The identifier of each report and what it states, sorted; one report at a time.

    Args:
        paths: Files, folders and archives.
        skipped: Is given the files that cannot be read.
        base: Beginning of every data IRI.
        largest: Bytes of the largest report that is read.
        jobs: Number of processes that share the work; what comes of it does not depend on it.
        progress: Is told how far it has come.

    Raises:
        UsageError: A path is not there, a folder holds no report, or two files would be the same report.
    """
    for name, statements in _made(partial(_statements, base), paths, skipped, largest, jobs, progress):
        yield name, [quad.triple for quad in parse(statements, RdfFormat.N_TRIPLES)]


def extract_to_folder(
    paths: Sequence[Path],
    folder: Path,
    skipped: list[Skipped],
    *,
    form: Form = FORMS["turtle"],
    base: str = BASE,
    largest: int = MAX_BYTES,
    jobs: int = 1,
    progress: Progress = no_progress,
) -> int:
    """Writes one file a report, ``<id>.ttl``, into a folder that is made if need be. Returns their number."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for name, content in _made(partial(_file, base, form.name), paths, skipped, largest, jobs, progress):
        (folder / f"{name}{form.suffix}").write_bytes(content)
        written += 1
    return written


def _made(
    function: Callable[[Source, Report], _Named],
    paths: Sequence[Path],
    skipped: list[Skipped],
    largest: int,
    jobs: int,
    progress: Progress,
) -> Iterator[_Named]:
    """The identifier of each report, and what a function makes of it."""
    sources = find_sources(paths, largest)
    with Workers(workers_for(len(sources), jobs)) as workers:
        for _, made in read_with(function, sources, skipped, progress, len(sources), workers):
            yield made


def _statements(base: str, _: Source, report: Report) -> _Named:
    """In a worker: what a report states, in its order."""
    return report.id, serialize(_stated(base, report), format=RdfFormat.N_TRIPLES) or b""


def _file(base: str, form: str, _: Source, report: Report) -> _Named:
    """In a worker: the content of the file that tells what a report states."""
    out = io.BytesIO()
    write_rdf(_stated(base, report), out, form_named(form))
    return report.id, out.getvalue()


def _stated(base: str, report: Report) -> list[Triple]:
    extractions = extract(report)
    return [quad.triple for quad in report_quads(report, extractions, link_one(extractions), base)]
