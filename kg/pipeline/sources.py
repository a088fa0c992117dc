"""Where reports come from: files, folders, standard input. Reads them one by one, past those that cannot be read."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from kg.errors import KgError, UnreadableReport
from kg.extraction import extract
from kg.model import Extractions, Report
from kg.pipeline.workers import Workers
from kg.reading import find_reports, read_bytes, read_file
from kg.resources import resource

__all__ = ["Progress", "Skipped", "Source", "find_sources", "no_progress", "read_sources", "sample_corpus"]


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


@dataclass(frozen=True, slots=True)
class Source:
    """One report before it is read.

    Attributes:
        name: What messages call it.
        path: Its file; ``None`` for standard input.
        data: What came in on standard input.
    """

    name: str
    path: Path | None = None
    data: bytes = b""

    def digest(self) -> str:
        """SHA-256 of its name and its bytes: both decide what is in the graph.

        Raises:
            OSError: The file cannot be read.
        """
        name = (self.path.name if self.path else self.name).encode()
        if self.path is None:
            return hashlib.sha256(name + b"\0" + self.data).hexdigest()
        with self.path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").digest()
        return hashlib.sha256(name + b"\0" + content).hexdigest()

    def read(self) -> Report:
        """Reads it.

        Raises:
            UnreadableReport: It is no report that can be read.
        """
        return read_bytes(self.data, self.name) if self.path is None else read_file(self.path)


def sample_corpus() -> Path:
    """The folder of sample reports that comes with the software."""
    return resource("data", "reports")


def find_sources(paths: Sequence[Path]) -> list[Source]:
    """The reports in files and folders; ``-`` is standard input. The order does not depend on that of ``paths``.

    Raises:
        UsageError: A path is not there, a folder holds no report, or two files would be the same report.
    """
    files = find_reports([path for path in paths if str(path) != "-"])
    sources = [Source(str(path), path) for path in sorted(files, key=lambda path: (path.name, path))]
    if any(str(path) == "-" for path in paths):
        sources.append(Source("stdin", data=sys.stdin.buffer.read()))
    return sources


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
    names: dict[str, str] = {}
    for done, (source, found) in enumerate((workers or Workers()).map(_read, sources), start=1):
        if isinstance(found, UnreadableReport):
            skipped.append(Skipped(source.name, found))
        else:
            report, extractions = found
            other = names.setdefault(report.id, source.name)
            if other == source.name:
                yield source, report, extractions
            else:
                problem = f"{source.name} has the same identifier, {report.id}, as {other}."
                skipped.append(Skipped(source.name, UnreadableReport(problem, "Rename one of them.")))
        progress("Reading", done, total)


def _read(source: Source) -> tuple[Source, tuple[Report, Extractions] | UnreadableReport]:
    try:
        report = source.read()
    except UnreadableReport as reason:
        return source, reason
    return source, (report, extract(report))
