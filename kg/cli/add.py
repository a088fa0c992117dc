"""``kg add``: more reports for a graph."""

from __future__ import annotations

from pathlib import Path

from kg.cli.changed import say_changed, working
from kg.cli.command import (
    forgotten_option,
    judgements_option,
    kg_command,
    largest_option,
    paths_argument,
    quiet_option,
    store_option,
)
from kg.cli.progress import shown_progress


@kg_command(
    ("add report.txt", "one more report"),
    ("add new-reports/ page.html --store my-graph", "a folder and a file, to another graph"),
)
@paths_argument(required=True)
@judgements_option
@forgotten_option
@store_option
@largest_option
@quiet_option
def command(
    paths: tuple[Path, ...],
    judgements: Path | None,
    forgotten: Path | None,
    store: Path,
    max_mb: int,
    quiet: bool,
) -> int:
    """Add reports to the graph, or replace those of the same name.

    Only what they affect is done anew; the graph is the same, to the byte, as if it had been built from all reports at
    once. Ends with exit code 1 where a file was left out or something does not hold that must.
    """
    from kg.pipeline import add_reports, read_decisions

    with working(store, quiet=quiet) as folder:
        decisions = read_decisions(folder, judgements, forgotten)
        with shown_progress(quiet=quiet) as progress:
            summary = add_reports(paths, folder, decisions=decisions, largest=max_mb * 1_000_000, progress=progress)
        return say_changed(summary, folder, quiet=quiet)
