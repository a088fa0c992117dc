"""Says what a change of a store did."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.output import counted, say
from kg.cli.progress import shown_progress
from kg.cli.skipped import say_skipped

if TYPE_CHECKING:
    from kg.pipeline import Summary

__all__ = ["say_changed", "working"]


@contextmanager
def working(store: Path, *, quiet: bool, as_json: bool = False) -> Iterator[Path]:
    """The folder in which a store is changed; at the end a store on a server gets what is in it.

    Args:
        store: A folder, or the address of a server.
        quiet: Say nothing.
        as_json: Tell progress as lines of JSON.
    """
    from kg.store import address_of, working_folder

    folder = working_folder(store)
    yield folder
    address = address_of(store)
    if address is not None:
        from kg.store.publish import publish

        with shown_progress(quiet=quiet, as_json=as_json) as progress:
            done = publish(folder, address, lambda count, total: progress("Publishing", count, total))
        if not quiet:
            say(f"{address}: {done.written} graphs written, {done.removed} removed, {done.kept} as they were.")


def say_changed(summary: Summary, store: Path, *, quiet: bool) -> int:
    """Says how much was done anew and what the store holds now; returns the exit code."""
    figures = summary.figures
    if not quiet:
        if summary.unchanged:
            say(f"Nothing has changed in {store}.")
        else:
            say(f"{summary.redone} of {counted(figures.reports, 'report')} done anew in {store}.")
        say(
            f"  {counted(figures.meetings, 'meeting')}, {counted(figures.persons, 'person')}, "
            f"{counted(figures.offices, 'office')}, {counted(figures.discrepancies, 'discrepancy', 'discrepancies')}, "
            f"{counted(figures.violations, 'violation')}, {counted(figures.warnings, 'warning')}"
        )
    say_skipped(summary.skipped)
    return 0 if summary.fine else 1
