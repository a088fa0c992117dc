"""Measures whole processes: what a person waits for."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Measured", "measure"]


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing measured several times.

    Attributes:
        wall: Median seconds from start to end.
        cpu: Median seconds of computing, of all cores together.
        memory: Most memory at one time, in MB.
    """

    name: str
    wall: float
    cpu: float
    memory: float


def measure(
    name: str, command: Sequence[str], *, times: int, cwd: Path, before: Callable[[], None] = lambda: None
) -> Measured:
    """Runs a command several times.

    Args:
        name: What the table calls it.
        command: Program and arguments.
        times: How often.
        cwd: Working directory.
        before: Called before each run, outside the measured time.

    Raises:
        RuntimeError: The command fails.
    """
    walls, cpus, memories = [], [], []
    for _ in range(times):
        before()
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        walls.append(time.perf_counter() - start)
        process.returncode = os.waitstatus_to_exitcode(status)  # it has been waited for
        if process.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with exit code {process.returncode}")
        cpus.append(usage.ru_utime + usage.ru_stime)
        memories.append(usage.ru_maxrss / 1024)
    return Measured(name, statistics.median(walls), statistics.median(cpus), max(memories))
