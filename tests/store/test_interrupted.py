"""What is kept of the reports is changed in place: whenever a change ends, it is that of the store in use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.errors import StoreCorrupt
from kg.extraction import extract
from kg.linking import for_linking
from kg.reading import read_text
from kg.store import KeptReport, Manifest, Packed, Writer, build_store, open_store, read_kept, update_store
from kg.store.layout import Layout

Quads = Callable[..., Iterator[Quad]]
TEXT = "Mr. Norikazu Kuramoto chaired the 18th Global Meeting in Brussels.\n"


def put(writer: Writer, name: str, text: str = TEXT) -> None:
    report = read_text(text, name)
    read = extract(report)
    writer.kept.put(Packed.of(KeptReport(f"digest of {name}", report, read), for_linking(read)))


@pytest.fixture
def store(tmp_path: Path, quads: Quads, manifest: Manifest) -> Path:
    path = tmp_path / "graph"
    with build_store(path) as writer:
        writer.add(quads("rocbap-111", 3))
        put(writer, "rocbap-111")
        writer.commit(manifest)
    return path


def reports(store: Path) -> list[str]:
    with read_kept(store) as kept:
        return list(kept.digests())


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_change_that_fails_is_taken_back(store: Path, manifest: Manifest, error: type[BaseException]) -> None:
    with pytest.raises(error), update_store(store) as writer:  # noqa: PT012
        put(writer, "rocbap-169")
        writer.kept.remove("rocbap-111")
        raise error
    assert reports(store) == ["rocbap-111"]
    with update_store(store) as writer:
        put(writer, "rocbap-108")
        writer.commit(manifest)
    with read_kept(store) as kept:
        assert list(kept.digests()) == ["rocbap-108", "rocbap-111"]
        assert {kept.get(each).report.text for each in kept.digests()} == {TEXT}


def test_what_was_committed_is_finished_by_who_comes_next(
    store: Path, quads: Quads, manifest: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ends(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Layout, "switch", ends)
        with pytest.raises(KeyboardInterrupt), update_store(store) as writer:  # noqa: PT012
            writer.add(quads("rocbap-169", 4))
            put(writer, "rocbap-169")
            writer.commit(manifest)
    with open_store(store) as graph:
        before = len(graph)
    with update_store(store) as writer:
        put(writer, "rocbap-108")
        writer.commit(manifest)
    assert reports(store) == ["rocbap-108", "rocbap-111", "rocbap-169"]
    with open_store(store) as graph:
        assert len(graph) > before
    assert len(list(store.glob("generation-*"))) == 1


def test_what_is_kept_must_be_that_of_the_generation_in_use(store: Path) -> None:
    with read_kept(store) as kept:
        kept.commit("generation-77")
    with pytest.raises(StoreCorrupt, match="another generation"), update_store(store):
        pass


def test_nothing_is_copied_to_add_a_report_and_everything_to_forget(store: Path, manifest: Manifest) -> None:
    with update_store(store) as writer:
        put(writer, "rocbap-169")
        writer.commit(manifest)
    assert [folder.name for folder in store.glob("kept-*")] == ["kept-1"]
    secret = b"Norikazu"
    with update_store(store, anew=True) as writer:
        for name in ("rocbap-111", "rocbap-169"):
            put(writer, name, "Nobody chaired the 18th Global Meeting in Brussels.\n")
        writer.compact()
        writer.commit(manifest)
    (folder,) = store.glob("kept-*")
    assert folder.name == "kept-3"
    assert not any(secret in file.read_bytes() for file in folder.iterdir())
    assert reports(store) == ["rocbap-111", "rocbap-169"]


def test_records_are_written_anew_when_most_of_them_are_no_more(store: Path, manifest: Manifest) -> None:
    long = TEXT + "The meeting was held in Brussels, Belgium. " * 30_000
    for text in (long, TEXT, TEXT):
        with update_store(store) as writer:
            put(writer, "rocbap-111", text)
            writer.commit(manifest)
    with read_kept(store) as kept:
        assert (kept.folder / "records.bin").stat().st_size < len(long) / 10
        assert kept.get("rocbap-111").report.text == TEXT
