"""Says which files were left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.cli.output import say

if TYPE_CHECKING:
    from kg.pipeline import Skipped

__all__ = ["say_skipped"]


def say_skipped(skipped: Sequence[Skipped]) -> int:
    """Names the files that were left out, and why; returns the exit code that goes with it."""
    for item in skipped:
        say(f"Skipped {item.name}: {item.reason}")
    return 1 if skipped else 0
