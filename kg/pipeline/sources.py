"""Where reports come from: files, folders, archives, standard input.

Reads them one by one, past those that cannot be read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from kg.errors import KgError, UnreadableReport
from kg.extraction import extract
from kg.model import Extractions, Report
from kg.pipeline.inside import list_archives, loaded
from kg.pipeline.source import Source
from kg.pipeline.workers import Workers
from kg.reading import MAX_BYTES, find_reports, is_archive, report_id
from kg.resources import resource

__all__ = ["Progress", "Skipped", "Source", "find_sources", "no_progress", "read_sources", "read_with", "sample_corpus"]

Found = TypeVar("Found")


class Progress(Protocol):
    """Is told how far a stage has come."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """``done`` of ``total`` reports have passed ``stage``."""


def no_progress(stage: str, done: int, total: int) -> None:
    """Tells nobody."""


class Skipped(NamedTuple):
    """A file that was left out, and why."""

    name: str
    reason: KgError


def sample_corpus() -> Path:
    """The folder of sample reports that comes with the software."""
    return resource("data", "reports")


def find_sources(paths: Sequence[Path], largest: int = MAX_BYTES) -> list[Source]:
    """The reports in files, folders and archives; ``-`` is standard input.

    The order does not depend on that of ``paths``. Archives are passed through once, to see what is in them.

    Args:
        paths: Where to look.
        largest: Bytes of the largest report that is read.

    Raises:
        UsageError: A path is not there, a folder holds no report, or two files would be the same report.
        MissingExtra: A package that reads one of the archives is not installed.
    """
    found = find_reports([path for path in paths if str(path) != "-"])
    files, archives = [[path for path in found if is_archive(path) is kind] for kind in (False, True)]
    sources = [Source(str(path), path, largest=largest) for path in sorted(files, key=_place)]
    if archives:
        names = {report_id(path.name): str(path) for path in files}
        sources += list_archives(sorted(archives, key=_place), names, largest)
    if any(str(path) == "-" for path in paths):
        sources.append(Source("stdin", data=sys.stdin.buffer.read()))
    return sources


def _place(path: Path) -> tuple[str, Path]:
    return path.name, path


def read_sources(
    sources: Iterable[Source],
    skipped: list[Skipped],
    progress: Progress = no_progress,
    total: int = 0,
    workers: Workers | None = None,
) -> Iterator[tuple[Source, Report, Extractions]]:
    """Reads reports one by one, with what the rules read from each.

    Args:
        sources: Where they are.
        skipped: Is given those that cannot be read, and those whose identifier another report has already.
        progress: Is told of each.
        total: Number of sources, for ``progress``.
        workers: Who does it; by default this process.
    """
    for source, (report, extractions) in read_with(_extracted, sources, skipped, progress, total, workers):
        yield source, report, extractions


def _extracted(_: Source, report: Report) -> tuple[Report, Extractions]:
    return report, extract(report)


def read_with(
    function: Callable[[Source, Report], Found],
    sources: Iterable[Source],
    skipped: list[Skipped],
    progress: Progress = no_progress,
    total: int = 0,
    workers: Workers | None = None,
) -> Iterator[tuple[Source, Found]]:
    """As :func:`read_sources`, but with what ``function`` makes of each.

    Args:
        function: A function of a module, asked in a worker for what it makes of a source and its report.
        sources: Where reports are.
        skipped: Is given those that cannot be read, and those whose identifier another report has already.
        progress: Is told of each.
        total: Number of sources, for ``progress``.
        workers: Who does it; by default this process.
    """
    names: dict[str, str] = {}
    results = (workers or Workers()).map(partial(_made, function), loaded(sources))
    for done, (source, found) in enumerate(results, start=1):
        if isinstance(found, UnreadableReport):
            skipped.append(Skipped(source.name, found))
        else:
            report, made = found
            other = names.setdefault(report, source.name)
            if other == source.name:
                yield source, made
            else:
                problem = f"{source.name} has the same identifier, {report}, as {other}."
                skipped.append(Skipped(source.name, UnreadableReport(problem, "Rename one of them.")))
        progress("Reading", done, total)


def _made(
    function: Callable[[Source, Report], Found], source: Source
) -> tuple[Source, tuple[str, Found] | UnreadableReport]:
    """In a worker: a source without its bytes, and the identifier of its report with what is made of it."""
    try:
        report = source.read()
    except UnreadableReport as reason:
        return source.without_data(), reason
    return source.without_data(), (report.id, function(source, report))
