"""Single reports to RDF, without merging across reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pyoxigraph import Triple

from kg.linking import link_one
from kg.mapping import report_quads
from kg.pipeline.sources import Progress, Skipped, find_sources, no_progress, read_sources
from kg.rdf import FORMS, Form, write_rdf
from kg.reading import MAX_BYTES
from kg.vocab import BASE

__all__ = ["extract_reports", "extract_to_folder"]


def extract_reports(
    paths: Sequence[Path],
    skipped: list[Skipped],
    *,
    base: str = BASE,
    largest: int = MAX_BYTES,
    progress: Progress = no_progress,
) -> Iterator[tuple[str, list[Triple]]]:
    """The identifier of each report and what it states, sorted; one report at a time.

    Args:
        paths: Files, folders and archives.
        skipped: Is given the files that cannot be read.
        base: Beginning of every data IRI.
        largest: Bytes of the largest report that is read.
        progress: Is told how far it has come.

    Raises:
        UsageError: A path is not there, a folder holds no report, or two files would be the same report.
    """
    sources = find_sources(paths, largest)
    for _, report, extractions in read_sources(sources, skipped, progress, len(sources)):
        quads = report_quads(report, extractions, link_one(extractions), base)
        yield report.id, [quad.triple for quad in quads]


def extract_to_folder(
    paths: Sequence[Path],
    folder: Path,
    skipped: list[Skipped],
    *,
    form: Form = FORMS["turtle"],
    base: str = BASE,
    largest: int = MAX_BYTES,
    progress: Progress = no_progress,
) -> int:
    """Writes one file a report, ``<id>.ttl``, into a folder that is made if need be. Returns their number."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for name, triples in extract_reports(paths, skipped, base=base, largest=largest, progress=progress):
        with (folder / f"{name}{form.suffix}").open("wb") as file:
            write_rdf(triples, file, form)
        written += 1
    return written
