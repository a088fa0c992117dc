"""What a process and its children have used, as the system tells it (Linux, ``/proc``)."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["computing", "memory"]


def computing(process: int) -> float:
    """Seconds that processors have worked for a process and its children: the same however busy the machine is."""
    ticks = 0
    for each in _with_children(process):
        fields = Path(f"/proc/{each}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> float:
    """MB that a process and its children hold now, each shared page counted in part (proportional set size)."""
    total = 0
    for each in _with_children(process):
        for line in Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def _with_children(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return [process, *map(int, children)]
