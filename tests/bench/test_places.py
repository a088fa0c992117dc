from pathlib import Path

import pytest

from bench.corpus import synthetic_reports
from bench.places import _pack, passages
from kg.pipeline.sources import find_sources


@pytest.mark.parametrize("suffix", [".jsonl.gz", ".tar.gz", ".zip"])
def test_what_is_measured_is_what_was_packed(suffix: str, tmp_path: Path) -> None:
    archive = tmp_path / f"corpus{suffix}"
    _pack(archive, synthetic_reports(5))
    ids = [source.member.id for source in find_sources([archive]) if source.member is not None]
    assert ids == [each.id for each in synthetic_reports(5)]
    first, _, second = passages(str(archive))  # memory may become less, too
    assert min(first, second) >= 0
