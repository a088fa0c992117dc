"""``kg remove``: fewer reports in a graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.changed import say_changed, working
from kg.cli.command import forgotten_option, judgements_option, kg_command, quiet_option, store_option
from kg.cli.progress import shown_progress


@kg_command(("remove rocbap-664", "one report, by its identifier"))
@click.argument("reports", nargs=-1, required=True, metavar="ID...")
@judgements_option
@forgotten_option
@store_option
@quiet_option
def command(reports: tuple[str, ...], judgements: Path | None, forgotten: Path | None, store: Path, quiet: bool) -> int:
    """Remove reports from the graph, with all that they alone state.

    Only what they affect is done anew. The files of the reports stay where they are.
    """
    from kg.pipeline import read_decisions, remove_reports

    with working(store, quiet=quiet) as folder:
        decisions = read_decisions(folder, judgements, forgotten)
        with shown_progress(quiet=quiet) as progress:
            summary = remove_reports(reports, folder, decisions=decisions, progress=progress)
        return say_changed(summary, folder, quiet=quiet)
