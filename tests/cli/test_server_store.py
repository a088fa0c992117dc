"""Commands with a store that a server keeps."""

import shutil
from pathlib import Path

import pytest

from kg.pipeline import sample_corpus


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, any_server: str) -> str:
    """An address, in a working directory with two reports in ``reports``."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    for name in ("rocbap-401.txt", "rocbap-664.txt"):
        shutil.copy(sample_corpus() / name, tmp_path / "reports")
    return any_server


def test_build_change_and_ask(kg, place: str, tmp_path: Path) -> None:
    ran = kg("build", "reports", "--store", place)
    assert ran.code == 0, ran.err
    assert ran.err.splitlines()[-1] == f"{place}: 4 graphs written, 0 removed, 0 as they were."
    assert kg("build", "reports", "--store", place).err.endswith("0 graphs written, 0 removed, 4 as they were.\n")
    folder = next(tmp_path.glob(".kg-127-0-0-1-*"))

    def same(*arguments: str) -> None:
        assert kg(*arguments, "--store", place) == kg(*arguments, "--store", folder)

    same("query", "chairs-of-global-meetings")
    same("stats")
    same("export", "-f", "nquads")
    same("export", "--report", "rocbap-664")
    same("validate")
    same("conflicts")

    shutil.copy(sample_corpus() / "rocbap-476.txt", tmp_path)
    assert kg("add", "rocbap-476.txt", "--store", place).code == 0
    assert kg("remove", "rocbap-401", "--store", place).err.splitlines()[-1].startswith(f"{place}: ")
    same("export", "-f", "nquads")
    assert kg("export", "--report", "rocbap-401", "--store", place).code == 2
    assert kg("forget", "Norikazu Kuramoto", "--store", place).code == 0
    same("export", "-f", "nquads")
    assert "Kuramoto" not in kg("export", "-f", "nquads", "--store", place).out


def test_without_a_server_the_folder_is_built_and_the_error_says_so(kg, place: str) -> None:
    ran = kg("query", "chairs-of-global-meetings", "--store", place)
    assert ran.code == 2
    assert f"{place} keeps no graph" in ran.err
    ran = kg("build", "reports", "--quiet", "--store", "http://larry:secret@127.0.0.1:1")
    assert ran.code == 2
    assert "secret" not in ran.err
