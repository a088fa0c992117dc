import io
import sys
from pathlib import Path

import pytest

from kg.errors import NoSuchPath
from kg.pipeline.sources import Skipped, Source, find_sources, read_sources


def test_reports_of_a_folder_are_read_with_what_was_extracted(corpus: Path) -> None:
    skipped: list[Skipped] = []
    read = {report.id: extractions for _, report, extractions in read_sources(find_sources([corpus]), skipped)}
    assert sorted(read) == ["rocbap-401", "rocbap-664"]
    assert all(extractions.report == name for name, extractions in read.items())
    assert skipped == []


def test_order_does_not_depend_on_how_paths_are_named(corpus: Path) -> None:
    files = sorted(corpus.iterdir())
    assert find_sources(files) == find_sources(files[::-1]) == find_sources([corpus])


def test_a_missing_path_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath, match=r"nowhere\.txt"):
        find_sources([tmp_path / "nowhere.txt"])


def test_a_bad_report_is_skipped_and_the_others_are_read(corpus: Path) -> None:
    (corpus / "bad.txt").write_bytes(b"")
    skipped: list[Skipped] = []
    read = [report.id for _, report, _ in read_sources(find_sources([corpus]), skipped)]
    assert read == ["rocbap-401", "rocbap-664"]
    ((name, reason),) = skipped
    assert name == str(corpus / "bad.txt")
    assert "bad.txt" in reason.message


def test_the_second_report_of_one_identifier_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stdin.txt").write_text("A text of its own.\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Another text.\n")))
    skipped: list[Skipped] = []
    read = [source.name for source, _, _ in read_sources(find_sources([tmp_path, Path("-")]), skipped)]
    assert read == [str(tmp_path / "stdin.txt")]
    assert "same identifier, stdin" in skipped[0].reason.message


def test_progress_counts_every_source(corpus: Path) -> None:
    told: list[tuple[str, int, int]] = []
    sources = find_sources([corpus])
    list(read_sources(sources, [], lambda *step: told.append(step), len(sources)))
    assert told == [("Reading", 1, 2), ("Reading", 2, 2)]


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"19th Global Meeting\n\nMr. Larry Liza chaired the 19th Global Meeting.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    (source,) = find_sources([Path("-")])
    assert source.read().id == "stdin"
    assert "Larry Liza" in source.read().text


def test_digest_tells_content_and_name_apart(tmp_path: Path) -> None:
    texts = {"a.txt": "one", "b.txt": "one", "c.txt": "two"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    sources = [Source(name, tmp_path / name) for name in texts]
    assert len({source.digest() for source in sources}) == 3
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text("one", encoding="utf-8")
    assert Source("x", tmp_path / "elsewhere" / "a.txt").digest() == sources[0].digest()
