"""What processes use is told with that of their children."""

import subprocess
import sys

from bench.processes import computing, memory

CHILD = "b = bytearray(60_000_000); sum(range(10_000_000)); print(flush=True); input()"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {CHILD!r}])"


def test_children_count() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        assert memory(process.pid) > 60
        assert computing(process.pid) > 0.05
        process.stdin.write("\n")
        process.stdin.close()
