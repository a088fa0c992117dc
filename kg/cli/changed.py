"""Says what a change of a store did."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.output import say
from kg.cli.skipped import say_skipped

if TYPE_CHECKING:
    from kg.pipeline import Summary

__all__ = ["say_changed"]


def say_changed(summary: Summary, store: Path, *, quiet: bool) -> int:
    """Says how much was done anew and what the store holds now; returns the exit code."""
    figures = summary.figures
    if not quiet:
        if summary.unchanged:
            say(f"Nothing has changed in {store}.")
        else:
            say(f"{summary.redone} of {figures.reports} reports done anew in {store}.")
        say(
            f"  {figures.meetings} meetings, {figures.persons} persons, {figures.offices} offices, "
            f"{figures.discrepancies} discrepancies, {figures.violations} violations, {figures.warnings} warnings"
        )
    say_skipped(summary.skipped)
    return 0 if summary.fine else 1
