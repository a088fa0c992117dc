from pathlib import Path

import pytest

from kg.errors import StoreMissing
from kg.pipeline import build, validate_stored


def test_a_built_store_holds_what_must_hold(corpus: Path, tmp_path: Path) -> None:
    summary = build([corpus], tmp_path / "store")
    assert summary.figures.violations == 0
    assert [each for each in validate_stored(tmp_path / "store") if each.severity == "Violation"] == []


def test_without_a_store_there_is_nothing_to_check(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        validate_stored(tmp_path / "nothing")
