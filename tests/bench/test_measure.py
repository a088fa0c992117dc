import sys
from pathlib import Path

import pytest

from bench.measure import measure


def test_measures_a_process_and_prepares_each_run(tmp_path: Path) -> None:
    prepared: list[None] = []
    code = "sum(range(3_000_000))"
    measured = measure("sum", [sys.executable, "-c", code], times=3, cwd=tmp_path, before=lambda: prepared.append(None))
    assert len(prepared) == 3
    assert measured.cpu > 0
    assert measured.wall > 0.01
    assert measured.memory > 5


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="exit code 3"):
        measure("fails", [sys.executable, "-c", "raise SystemExit(3)"], times=1, cwd=tmp_path)
