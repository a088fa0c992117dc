import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.corpus import write_corpus
from kg.errors import NoSuchPath, StoreError, UnreadableReport
from kg.pipeline import build, workers
from kg.store import open_store, read_manifest
from kg.vocab import iri

Contents = Callable[[Path], set[str]]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_each_report_has_its_own_graph(corpus: Path, store: Path) -> None:
    summary = build([corpus], store)
    assert summary.figures.reports == 2
    assert summary.fine
    with open_store(store) as graph:
        assert {iri("report/rocbap-401"), iri("report/rocbap-664")} <= set(graph.graphs())
        assert list(graph.triples())


def test_two_builds_give_the_same_whatever_the_order(corpus: Path, store: Path, contents: Contents) -> None:
    build([corpus], store)
    before, manifest = contents(store), read_manifest(store)
    build(sorted(corpus.iterdir())[::-1], store, force=True)
    assert contents(store) == before
    assert read_manifest(store) == manifest


def test_an_unchanged_corpus_is_not_built_again(corpus: Path, store: Path) -> None:
    first = build([corpus], store)
    told: list[str] = []
    second = build([corpus], store, progress=lambda stage, done, total: told.append(stage))
    assert (first.unchanged, second.unchanged) == (False, True)
    assert second.figures == first.figures
    assert told == []
    assert not build([corpus], store, force=True).unchanged


@pytest.mark.parametrize("change", ["edit", "add", "remove", "base"])
def test_a_changed_corpus_is_built_again(corpus: Path, store: Path, change: str) -> None:
    build([corpus], store)
    report = corpus / "rocbap-401.txt"
    if change == "edit":
        report.write_text(report.read_text(encoding="utf-8") + "\nMr. Larry Liza spoke.\n", encoding="utf-8")
    elif change == "add":
        (corpus / "new.txt").write_text(report.read_text(encoding="utf-8"), encoding="utf-8")
    elif change == "remove":
        report.unlink()
    base = "https://example.org/id/" if change == "base" else "https://w3id.org/wco-kg/id/"
    assert not build([corpus], store, base=base).unchanged
    assert set(read_manifest(store).reports) == {file.stem for file in corpus.iterdir()}


def test_bad_reports_are_named_each_time_but_do_not_force_a_build(corpus: Path, store: Path) -> None:
    (corpus / "empty.txt").write_bytes(b"")
    first, second = build([corpus], store), build([corpus], store)
    assert [Path(item.name).name for item in first.skipped] == ["empty.txt"]
    assert [Path(item.name).name for item in second.skipped] == ["empty.txt"]
    assert second.unchanged
    assert not second.fine
    assert first.figures.reports == 2


def test_a_report_that_has_become_readable_is_noticed(corpus: Path, store: Path) -> None:
    (corpus / "empty.txt").write_bytes(b"")
    build([corpus], store)
    (corpus / "empty.txt").write_text("18th Global Meeting\n\nMr. Larry Liza spoke.\n", encoding="utf-8")
    assert build([corpus], store).figures.reports == 3


@pytest.mark.parametrize("names", [("a.txt",), ("a.txt", "b.txt")])
def test_without_a_readable_report_the_old_store_stays(
    corpus: Path, store: Path, tmp_path: Path, contents: Contents, names: tuple[str, ...]
) -> None:
    build([corpus], store)
    before = contents(store)
    bad = tmp_path / "bad"
    bad.mkdir()
    for name in names:
        (bad / name).write_bytes(b"")
    with pytest.raises(UnreadableReport, match=r"a\.txt"):
        build([bad], store)
    assert contents(store) == before


@pytest.mark.parametrize(
    "problem", [KeyboardInterrupt(), StoreError("The disk is full."), OSError(28, "No space left")]
)
def test_whatever_ends_a_build_leaves_the_old_store(
    corpus: Path, store: Path, contents: Contents, monkeypatch: pytest.MonkeyPatch, problem: BaseException
) -> None:
    build([corpus], store)
    before = contents(store)
    (corpus / "rocbap-401.txt").unlink()

    def stopped(stage: str, done: int, total: int) -> None:
        if stage == "Checking":
            raise problem

    with pytest.raises(type(problem)):
        build([corpus], store, progress=stopped)
    assert contents(store) == before
    assert build([corpus], store).figures.reports == 1


def test_a_missing_path_leaves_no_store(store: Path, tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath):
        build([tmp_path / "nowhere"], store)
    assert not store.exists()


def test_another_base_is_used_throughout(corpus: Path, store: Path) -> None:
    build([corpus], store, base="https://example.org/id/")
    with open_store(store) as graph:
        assert graph.manifest.base == "https://example.org/id/"
        assert not any("w3id.org/wco-kg/id/" in str(quad) for quad in graph.quads())


def test_batches_do_not_change_the_outcome(
    corpus: Path, store: Path, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([corpus], store)
    before, manifest = contents(store), read_manifest(store)
    told: list[tuple[str, int, int]] = []
    for size in (1, 2):
        monkeypatch.setattr(sys.modules["kg.pipeline.mapped"], "BATCH", size)
        build([corpus], store, force=True, progress=lambda *step: told.append(step))
        assert contents(store) == before
        assert read_manifest(store) == manifest
    checked = [(done, total) for stage, done, total in told if stage == "Checking"]
    assert checked == [(0, 2), (1, 2), (2, 2), (0, 2), (2, 2)]


def test_several_jobs_build_the_same(
    tmp_path: Path, store: Path, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_FEW", 1)
    reports = tmp_path / "reports"
    write_corpus(reports, 60)
    build([reports], store)
    before, manifest = contents(store), read_manifest(store)
    build([reports], store, force=True, jobs=2)
    assert contents(store) == before
    assert read_manifest(store) == manifest


def test_ctrl_c_ends_all_processes_and_leaves_what_was_there(tmp_path: Path, store: Path) -> None:
    reports = tmp_path / "reports"
    write_corpus(reports, 300)
    command = [sys.executable, "-m", "kg", "build", reports, "--store", store, "--jobs", "2", "--log-json"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True, text=True) as process:
        assert process.stderr is not None
        assert '"stage": "Reading"' in process.stderr.readline()  # reading is done, checking begins
        os.killpg(process.pid, signal.SIGINT)
        rest = process.stderr.read()
    assert process.returncode == 3
    assert "Stopped before the end." in rest
    assert "Traceback" not in rest
    assert not (store / "current").exists()
    assert _gone(process.pid)


def _gone(group: int) -> bool:
    """Whether nobody is left of a group of processes, soon."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
