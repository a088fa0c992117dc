from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

import kg.store.writer as writer_module
from kg.errors import StoreError, StoreLocked, StoreMissing
from kg.store import Manifest, build_store, explained, open_store, update_store

Quads = Callable[..., Iterator[Quad]]


def generations(path: Path) -> list[str]:
    return sorted(folder.name for folder in path.glob("generation-*"))


def test_a_build_replaces_everything(built: Path, quads: Quads, manifest: Manifest, graph: NamedNode) -> None:
    with build_store(built) as writer:
        writer.add(quads("rocbap-111", 5))
        writer.commit(manifest)
    with open_store(built) as store:
        assert graph not in store.graphs()
        assert len(store) == 10
    assert generations(built) == ["generation-2"]


def test_what_was_written_can_be_asked_before_it_is_committed(built: Path, quads: Quads, manifest: Manifest) -> None:
    with build_store(built) as writer:
        writer.add(quads("rocbap-111", 5))
        with writer.view(manifest) as draft:
            assert len(list(draft.triples())) == 5
            assert len(list(draft.query("SELECT ?s WHERE { ?s ?p ?o }"))) == 5  # type: ignore[arg-type]
        writer.add(quads("rocbap-111", 6))
        writer.commit(manifest)
    with open_store(built) as store:
        assert len(store) == 12


def test_batches_add_up(path: Path, quads: Quads, manifest: Manifest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer_module, "_BATCH", 4)
    with build_store(path) as writer:
        writer.add(quads("rocbap-111", 5))
        writer.add(quads("rocbap-111", 6))
        writer.commit(manifest)
    with open_store(path) as store:
        assert len(store) == 12


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failed_build_leaves_the_old_store(built: Path, quads: Quads, error: type[BaseException]) -> None:
    with pytest.raises(error), build_store(built) as writer:  # noqa: PT012
        writer.add(quads("rocbap-111"))
        raise error
    with open_store(built) as store:
        assert len(store) == 6
    assert generations(built) == ["generation-1"]


def test_a_build_without_commit_leaves_the_old_store(built: Path, quads: Quads) -> None:
    with build_store(built) as writer:
        writer.add(quads("rocbap-111"))
    assert not writer.committed
    assert generations(built) == ["generation-1"]


def test_a_first_build_that_fails_leaves_no_store(path: Path) -> None:
    with pytest.raises(ValueError, match="x"), build_store(path):
        raise ValueError("x")
    with pytest.raises(StoreMissing):
        open_store(path)


def test_a_failing_switch_leaves_the_old_store(
    built: Path, quads: Quads, manifest: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with build_store(built) as writer:
        writer.add(quads("rocbap-111"))
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(StoreError, match="disk is full"):
            writer.commit(manifest)
    with open_store(built) as store:
        assert len(store) == 6
    assert generations(built) == ["generation-1"]


def test_a_killed_build_leaves_the_old_store_and_is_swept(built: Path, quads: Quads, manifest: Manifest) -> None:
    code = (
        "import sys, time\nfrom kg.store import build_store\n"
        "with build_store(sys.argv[1]) as writer:\n    print('building', flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(built)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"building\n"
        with pytest.raises(StoreLocked, match="Another process"), build_store(built):
            pass
        process.send_signal(signal.SIGKILL)
    assert generations(built) == ["generation-1", "generation-2"]
    with open_store(built) as store:
        assert len(store) == 6
    with build_store(built) as writer:
        writer.add(quads("rocbap-111"))
        writer.commit(manifest)
    assert len(generations(built)) == 1


def test_readers_keep_what_they_opened(built: Path, quads: Quads, manifest: Manifest) -> None:
    with open_store(built) as old:
        for report in ("rocbap-111", "rocbap-169"):
            with build_store(built) as writer:
                writer.add(quads(report, 50))
                writer.commit(manifest)
        assert generations(built) == ["generation-1", "generation-3"]
        assert len(list(old.quads())) == 6
    with build_store(built) as writer:
        writer.commit(manifest)
    assert generations(built) == ["generation-4"]


def test_a_reader_always_finds_a_store_while_builds_replace_it(built: Path) -> None:
    code = (
        "import sys\nfrom kg.store import build_store, Manifest\n"
        "for number in range(25):\n"
        "    with build_store(sys.argv[1]) as writer:\n"
        "        writer.commit(Manifest(software=str(number), base='b'))\n"
    )
    seen = 0
    with subprocess.Popen([sys.executable, "-c", code, str(built)]) as process:
        while process.poll() is None:
            with open_store(built):
                seen += 1
            time.sleep(0.001)
    assert process.returncode == 0
    assert seen > 5


def test_an_update_starts_from_what_is_there(built: Path, quads: Quads, manifest: Manifest, graph: NamedNode) -> None:
    with update_store(built) as writer:
        writer.add(quads("rocbap-111"))
        writer.commit(manifest)
    with open_store(built) as store:
        assert len(store.graphs()) == 2
    with update_store(built) as writer:
        writer.remove_graph(graph)
        writer.remove(quad for quad in quads("rocbap-664"))
        writer.commit(manifest)
    with open_store(built) as store:
        assert len(store) == 6
        assert graph not in store.graphs()


def test_a_failed_update_leaves_the_old_store(built: Path, graph: NamedNode) -> None:
    with pytest.raises(ValueError, match="x"), update_store(built) as writer:  # noqa: PT012
        writer.remove_graph(graph)
        raise ValueError("x")
    with open_store(built) as store:
        assert len(store) == 6


def test_an_update_needs_a_store(path: Path) -> None:
    with pytest.raises(StoreMissing), update_store(path):
        pass
    assert not path.exists()


def test_nothing_is_written_after_commit(path: Path, quads: Quads, manifest: Manifest) -> None:
    with build_store(path) as writer:
        writer.commit(manifest)
        with pytest.raises(StoreError, match="written already"):
            writer.remove_graph(next(quads("x")).subject)


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x")
    with pytest.raises(StoreError, match=r"no store: it holds thesis\.txt"), build_store(tmp_path):
        pass
    assert [item.name for item in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="is a file"), build_store(tmp_path / "file"):
        pass


def test_a_folder_within_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with (
        pytest.raises(StoreError, match=r"No store can be made .* with --store"),
        build_store(tmp_path / "file" / ".kg"),
    ):
        pass


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk is full"),
        (OSError("IO error: No space left on device: While appending to file: x.sst"), "disk is full"),
        (OSError("IO error: lock hold by current process"), "Another process"),
        (RuntimeError("Corruption: bad magic number"), "damaged"),
        (PermissionError(errno.EACCES, "Permission denied"), "permission denied"),
        (OSError(errno.EIO, "Input/output error"), r"cannot be used: Input/output error\. .* --store"),
        (FileNotFoundError(errno.ENOENT, "No such file"), "damaged"),
    ],
)
def test_failures_are_explained(error: Exception, words: str) -> None:
    with pytest.raises(StoreError, match=words), explained(Path(".kg")):
        raise error


def test_loading_aside_gives_the_same_and_tells_of_failures(
    path: Path, quads: Quads, manifest: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "_TEXT", 100)
    lines = [f"{quad.subject} {quad.predicate} {quad.object} .\n".encode() for quad in quads("rocbap-111", 20)]
    with build_store(path, aside=True) as writer:
        for line in lines:
            writer.add_text(line)
        with writer.view(manifest) as draft:
            assert len(draft) == 20
        writer.add_text(lines[0])
        writer.commit(manifest)
    with open_store(path) as store:
        assert len(store) == 20
    with pytest.raises((StoreError, SyntaxError)), build_store(path, aside=True) as writer:  # noqa: PT012
        for _ in range(3):
            writer.add_text(b"no statement " * 20)
        writer.commit(manifest)
    with open_store(path) as store:
        assert len(store) == 20


@pytest.mark.parametrize("batches", [1, 6])
def test_batches_are_put_in_order(
    path: Path, quads: Quads, manifest: Manifest, monkeypatch: pytest.MonkeyPatch, batches: int
) -> None:
    lines = [f"{quad} .\n".encode() for quad in quads("rocbap-111", 60)]
    size = len(lines) // batches
    monkeypatch.setattr(writer_module, "_TEXT", 1)
    with build_store(path) as writer:
        for start in range(0, len(lines), size):
            writer.add_text(b"".join(lines[start : start + size]))
        before = len(list(path.rglob("*.sst")))
        writer.optimize()
        writer.commit(manifest)
    after = len(list(path.rglob("*.sst")))
    assert (after < before) == (batches > 1)
    with open_store(path) as store:
        assert len(store) == len(lines)
