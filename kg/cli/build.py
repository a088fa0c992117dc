"""``kg build``: from reports to a graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.changed import working
from kg.cli.command import (
    forgotten_option,
    jobs_option,
    judgements_option,
    kg_command,
    largest_option,
    log_option,
    paths_argument,
    quiet_option,
    store_option,
)
from kg.cli.output import counted, say
from kg.cli.progress import shown_progress
from kg.cli.skipped import say_skipped

if TYPE_CHECKING:
    from kg.pipeline import Summary


@kg_command(
    ("build", "the sample reports that come with the software"),
    ("build my-reports/ more/report.html", "files and folders of your own: .txt, .md, .html, .pdf"),
    ("build corpus.zip crawl.warc.gz", "archives: .zip, .tar.gz, .jsonl.gz and the like, .warc.gz"),
    ("build my-reports/ --store my-graph", "into another folder than .kg"),
    ("build --store http://localhost:7878", "to a server that speaks SPARQL 1.1"),
)
@paths_argument(required=False)
@judgements_option
@forgotten_option
@store_option
@click.option("--force", is_flag=True, help="Build even if nothing has changed.")
@jobs_option
@click.option(
    "--cluster",
    envvar="WCO_KG_CLUSTER",
    default="",
    show_envvar=True,
    metavar="ADDRESS",
    help="Let a Dask cluster do the work; ADDRESS is that of its scheduler.",
)
@largest_option
@quiet_option
@log_option
def command(
    paths: tuple[Path, ...],
    judgements: Path | None,
    forgotten: Path | None,
    store: Path,
    force: bool,
    jobs: int | None,
    cluster: str,
    max_mb: int,
    quiet: bool,
    log_json: bool,
) -> int:
    """Read reports and build the graph.

    PATH is a file, an archive, a folder of both, or - for standard input; without it the sample reports are read. What
    was in the store before is replaced at the very end. Files that cannot be read are named and left out.

    Ends with exit code 1 where a file was left out or something does not hold that must.
    """
    from kg.pipeline import available_cores, build, read_decisions, sample_corpus

    with working(store, quiet=quiet, as_json=log_json) as folder:
        decisions = read_decisions(folder, judgements, forgotten)
        reports = paths or [sample_corpus()]
        with shown_progress(quiet=quiet, as_json=log_json) as progress:
            summary = build(
                reports,
                folder,
                decisions=decisions,
                force=force,
                jobs=jobs or available_cores(),
                cluster=cluster,
                largest=max_mb * 1_000_000,
                progress=progress,
            )
        if not quiet:
            for line in _words(summary, folder):
                say(line)
        say_skipped(summary.skipped)
        return 0 if summary.fine else 1


def _words(summary: Summary, store: Path) -> Iterator[str]:
    figures = summary.figures
    yield f"Nothing has changed; {store} holds:" if summary.unchanged else f"Built {store}:"
    yield (
        f"  {counted(figures.reports, 'report')}, {counted(figures.sentences_total, 'sentence')}; "
        f"something was read from {figures.sentences_read}, "
        f"{figures.sentences_unread} more name people, offices or roles"
    )
    yield (
        f"  {counted(figures.meetings, 'meeting')}, {counted(figures.persons, 'person')}, "
        f"{counted(figures.offices, 'office')}, {counted(figures.participations, 'participation')}, "
        f"{counted(figures.posts, 'post')}"
    )
    yield (
        f"  {counted(figures.discrepancies, 'discrepancy', 'discrepancies')}, "
        f"{counted(figures.judgements, 'judgement')} on what is one and the same"
    )
    yield f"  {counted(figures.violations, 'violation')} of what must hold, {counted(figures.warnings, 'warning')}"
