"""Reading without building: one report explained, a corpus measured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.errors import NoSuchPath, UsageError
from kg.explain import Coverage, Explanation, explain, measure_coverage
from kg.extraction import extract
from kg.pipeline.sources import Progress, Skipped, find_sources, no_progress, read_sources, sample_corpus
from kg.pipeline.workers import Workers, workers_for
from kg.reading import MAX_BYTES, is_archive

__all__ = ["corpus_coverage", "explain_report"]


def explain_report(name: str) -> Explanation:
    """What was read from one report.

    Args:
        name: A file, ``-`` for standard input, or the identifier of a sample report.

    Raises:
        UsageError: There is neither such a file nor such a sample report, or it is a folder or an archive.
        UnreadableReport: It is no report that can be read.
    """
    path = Path(name)
    if path.is_dir():
        raise NoSuchPath(f"{name} is a folder.", "Name one file in it.")
    if name != "-" and not path.exists():
        samples = {sample.stem: sample for sample in sample_corpus().iterdir()}
        if name not in samples:
            raise NoSuchPath(f"There is no file {name} and no sample report of that name.", f"Try {min(samples)}.")
        path = samples[name]
    if is_archive(path):
        raise UsageError(f"{name} is an archive.", "Name one report; `kg extract` reads all that are in an archive.")
    (source,) = find_sources([path])
    report = source.read()
    return explain(report, extract(report))


def corpus_coverage(
    paths: Sequence[Path],
    skipped: list[Skipped],
    *,
    largest: int = MAX_BYTES,
    jobs: int = 1,
    progress: Progress = no_progress,
) -> Coverage:
    """How much of a corpus is read; of the sample reports where ``paths`` is empty.

    Args:
        paths: Files and folders.
        skipped: Is given the files that cannot be read.
        largest: Bytes of the largest report that is read.
        jobs: Number of processes that share the work; what comes of it does not depend on it.
        progress: Is told how far it has come.

    Raises:
        UsageError: A path is not there, a folder holds no report, or two files would be the same report.
    """
    sources = find_sources(paths or [sample_corpus()], largest)
    with Workers(workers_for(len(sources), jobs)) as workers:
        read = read_sources(sources, skipped, progress, len(sources), workers)
        return measure_coverage((report, extractions) for _, report, extractions in read)
