"""A Dask cluster of processes of their own gives what one machine gives, whatever happens to its workers."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from operator import neg
from pathlib import Path
from types import ModuleType

import pytest

from bench.corpus import write_corpus
from kg.errors import MissingExtra, UnreadableReport, UsageError, WorkerFailed
from kg.pipeline import build
from kg.pipeline.sources import find_sources
from kg.pipeline.summary import Figures, Summary
from kg.store import read_manifest

if find_spec("distributed") is None:
    pytest.skip("the extra cluster is not installed", allow_module_level=True)

Contents = Callable[[Path], set[str]]
ROOT = Path(__file__).parent.parent.parent
ANYWHERE = ("--host", "127.0.0.1", "--no-dashboard")


class Machines:
    """A scheduler, and workers that can be started and killed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told = folder / "scheduler.json"
        self.workers: list[subprocess.Popen[bytes]] = []
        self._scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", str(self._told))
        while not (self._told.exists() and self._told.read_text()):
            assert self._scheduler.poll() is None
            time.sleep(0.05)
        self.address: str = json.loads(self._told.read_text())["address"]

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        # a folder of their own: what they need of this machine must come to them
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *command, *ANYWHERE],
            cwd=self._folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def add_workers(self, count: int) -> None:
        for _ in range(count):
            self.workers.append(self._start("worker", self.address, "--nthreads", "1", "--no-nanny"))

    def kill_worker(self) -> None:
        worker = self.workers.pop()
        worker.kill()
        worker.wait()

    def end(self) -> None:
        for process in (*self.workers, self._scheduler):
            process.kill()
        for process in (*self.workers, self._scheduler):
            process.wait()


def started(folder: Path, workers: int) -> Iterator[Machines]:
    found = Machines(folder)
    try:
        found.add_workers(workers)
        yield found
    finally:
        found.end()


@pytest.fixture
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A scheduler with two workers, which may be killed."""
    yield from started(tmp_path_factory.mktemp("elsewhere"), 2)


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A scheduler with a worker, which stay."""
    yield from started(tmp_path_factory.mktemp("standing"), 1)


@pytest.fixture
def lonely(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A scheduler with one worker, which may be killed."""
    yield from started(tmp_path_factory.mktemp("lonely"), 1)


@pytest.fixture
def module() -> ModuleType:
    """What is tested; it loads much, which only these tests need."""
    from kg.pipeline import cluster

    return cluster


def told(summary: Summary) -> tuple[Figures, list[tuple[str, str]]]:
    """What a summary says; errors are never equal to each other."""
    return summary.figures, [(name, str(reason)) for name, reason in summary.skipped]


def test_a_cluster_builds_the_same_and_a_lost_worker_loses_nothing(
    machines: Machines, tmp_path: Path, contents: Contents
) -> None:
    corpus = tmp_path / "corpus"
    write_corpus(corpus, 60)
    (corpus / "bad.txt").write_bytes(b"")
    alone = build([corpus], tmp_path / "alone")
    shared = build([corpus], tmp_path / "shared", cluster=machines.address)
    assert told(shared) == told(alone)
    assert contents(tmp_path / "shared") == contents(tmp_path / "alone")
    assert read_manifest(tmp_path / "shared") == read_manifest(tmp_path / "alone")

    lost: list[str] = []

    def progress(stage: str, done: int, total: int) -> None:
        if not lost and stage == "Reading" and done > total // 4:
            lost.append(stage)
            machines.kill_worker()

    assert told(build([corpus], tmp_path / "lossy", cluster=machines.address, progress=progress)) == told(alone)
    assert lost
    assert contents(tmp_path / "lossy") == contents(tmp_path / "alone")
    assert build([corpus], tmp_path / "lossy", cluster=machines.address).unchanged


def test_results_come_in_order_and_errors_through(standing: Machines, module: ModuleType) -> None:
    with module.Cluster(standing.address) as cluster:
        assert list(cluster.map(neg, range(100), chunk=7)) == [-each for each in range(100)]
        assert os.getpid() not in set(cluster.map(_process, range(4), chunk=1))
        with pytest.raises(UnreadableReport, match="no report") as raised:
            list(cluster.map(_refuse, range(3)))
        assert raised.value.hint == "Try another."
        results = cluster.map(neg, iter(int, 1))
        assert next(results) == 0
        results.close()  # type: ignore[attr-defined]
        assert list(cluster.map(neg, [1])) == [-1]


def _process(_: int) -> int:
    return os.getpid()


def _refuse(_: int) -> None:
    raise UnreadableReport("This is no report.", "Try another.")


def test_workers_with_other_rules_are_refused(
    standing: Machines, module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_inputs", lambda: "another")
    with module.Cluster(standing.address) as cluster, pytest.raises(WorkerFailed, match="another version"):
        list(cluster.map(neg, [1]))


def test_a_cluster_without_workers_is_given_up(
    lonely: Machines, module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    with module.Cluster(lonely.address) as cluster:
        assert list(cluster.map(neg, [1])) == [-1]
        monkeypatch.setattr(module, "_PATIENCE", 1)
        lonely.kill_worker()
        with pytest.raises(WorkerFailed, match="has no workers left"):
            list(cluster.map(neg, [1]))


def test_nobody_at_the_address(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CONNECT", 1)
    for address in ("tcp://127.0.0.1:1", "nonsense://x", "127.0.0.1:8786", "tcp://127.0.0.1:x"):
        with pytest.raises(UsageError, match="no Dask scheduler at"):
            module.Cluster(address)


def test_without_its_package_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch, corpus: Path) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "kg.pipeline.cluster", raising=False)
    with pytest.raises(MissingExtra, match="distributed") as raised:
        build([corpus], corpus.parent / "store", cluster="tcp://127.0.0.1:1")
    assert "wco-kg[cluster]" in raised.value.hint


def test_a_source_carries_all_that_is_needed(corpus: Path) -> None:
    (corpus / "bad.txt").write_bytes(b"")
    (corpus / "picture.png").write_bytes(b"x")
    sources = find_sources([corpus, corpus / "picture.png"])
    expected = []
    carried = [source.carried() for source in sources]
    for source in sources:
        try:
            expected.append((source.read(), source.digest()))
        except UnreadableReport as reason:
            expected.append(str(reason))
    for path in corpus.iterdir():
        path.unlink()
    found = []
    for source in carried:
        try:
            found.append((source.read(), source.digest()))
        except UnreadableReport as reason:
            found.append(str(reason))
    assert found == expected
    assert len(found) == 4
