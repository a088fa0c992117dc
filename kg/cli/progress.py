"""Shows how far a long command has come, at which rate, and how long it will take; always on stderr.

A bar on a terminal, a line now and then elsewhere, and lines of JSON for programs where they are asked for.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.cli.output import say

if TYPE_CHECKING:  # the pipeline loads all stages; a command that shows no progress does not need them
    from kg.pipeline import Progress

__all__ = ["shown_progress"]

_SECONDS_BETWEEN_LINES = 5.0


@contextmanager
def shown_progress(*, quiet: bool, as_json: bool = False) -> Iterator[Progress]:
    """What to hand to a stage as its ``progress``.

    Args:
        quiet: Show nothing.
        as_json: Write a JSON object a line, for programs, whatever ``quiet`` says.
    """
    if as_json:
        yield _Lines(_json_line)
    elif quiet:
        yield lambda stage, done, total: None
    elif sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield _Lines(_words)


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskID,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:>6}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=Console(stderr=True)) as bar:

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total, rate="")
            speed = bar.tasks[tasks[stage]].speed
            bar.update(tasks[stage], completed=done, total=total, rate=f"{speed:.0f}/s" if speed else "")

        yield show


class _Lines:
    """Says where a stage stands: at most every few seconds, and at its end.

    Args:
        line: Makes the line of stage, done, total, and seconds since the stage began.
        clock: Seconds from any beginning.
    """

    def __init__(
        self, line: Callable[[str, int, int, float], str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._line = line
        self._clock = clock
        self._last = clock()
        self._stage = ""
        self._began = self._last

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = self._clock()
        if stage != self._stage:
            self._began = now if self._stage else self._began  # the first stage began with the command
            self._stage = stage
        ended = self._line is _json_line and done == total
        if ended or now - self._last >= _SECONDS_BETWEEN_LINES:
            self._last = now
            say(self._line(stage, done, total, now - self._began))


def _rate(done: int, total: int, seconds: float) -> tuple[float, float]:
    """How many a second, and the seconds that the rest will take; 0 where nothing can be told yet."""
    if not done or seconds <= 0:
        return 0.0, 0.0
    return done / seconds, (total - done) * seconds / done


def _words(stage: str, done: int, total: int, seconds: float) -> str:
    rate, left = _rate(done, total, seconds)
    told = f", {rate:.1f} a second, {left:.0f} s left" if rate else ""
    return f"{stage}: {done} of {total}{told}"


def _json_line(stage: str, done: int, total: int, seconds: float) -> str:
    rate, left = _rate(done, total, seconds)
    figures = {"seconds": round(seconds, 3), "rate": round(rate, 1), "left": round(left, 1)}
    return json.dumps({"stage": stage, "done": done, "total": total, **figures})
