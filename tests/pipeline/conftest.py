import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.pipeline import sample_corpus

CORPUS = ("rocbap-401.txt", "rocbap-664.txt")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with two of the sample reports."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in CORPUS:
        shutil.copy(sample_corpus() / name, folder / name)
    return folder


@pytest.fixture
def contents() -> Callable[[Path], set[str]]:
    """All that is in a store, as text."""
    from kg.store import open_store

    def read(store: Path) -> set[str]:
        with open_store(store) as graph:
            return {str(quad) for quad in graph.quads()}

    return read
