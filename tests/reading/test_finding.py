import os
import stat
from pathlib import Path

import pytest

from kg.errors import NoSuchPath, UnreadableReport, UsageError
from kg.reading import find_reports


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Heads of Customs meet in Nairobi\n\nThey met. They were glad.\n", encoding="utf-8")
    return path


def test_folders_are_searched(tmp_path: Path) -> None:
    names = ["b.txt", "a.MD", "deep/er/c.html", "deep/d.pdf", "notes.docx", ".hidden.txt", ".git/e.txt"]
    for name in names:
        write(tmp_path / name)
    found = find_reports([tmp_path])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.MD",
        "b.txt",
        "deep/d.pdf",
        "deep/er/c.html",
    ]


def test_named_files_keep_their_order_and_come_once(tmp_path: Path) -> None:
    one, two = write(tmp_path / "b" / "one.txt"), write(tmp_path / "a" / "two.txt")
    assert find_reports([one, two, tmp_path, tmp_path / "a" / ".." / "b" / "one.txt"]) == [one, two]
    assert find_reports([]) == []


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path / "one.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert find_reports([tmp_path]) == [tmp_path / "one.txt"]


def test_a_missing_path(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath, match="nowhere"):
        find_reports([tmp_path / "nowhere"])


def test_a_folder_without_reports(tmp_path: Path) -> None:
    write(tmp_path / "notes.docx")
    with pytest.raises(UsageError, match="holds no report") as raised:
        find_reports([tmp_path])
    assert ".txt" in raised.value.hint


def test_two_files_of_one_id(tmp_path: Path) -> None:
    one, two = write(tmp_path / "2022" / "report.txt"), write(tmp_path / "2023" / "report.html")
    with pytest.raises(UsageError) as raised:
        find_reports([tmp_path])
    assert str(one) in raised.value.message
    assert str(two) in raised.value.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_searched(tmp_path: Path) -> None:
    folder = tmp_path / "secret"
    write(folder / "one.txt")
    folder.chmod(0)
    try:
        with pytest.raises(UnreadableReport, match="secret may not be searched"):
            find_reports([folder])
    finally:
        folder.chmod(stat.S_IRWXU)


def test_archives_are_found_and_may_be_named_like_reports(tmp_path: Path) -> None:
    names = ["a.txt", "a.zip", "deep/b.tar.gz", "deep/c.JSONL.GZ", "deep/d.warc", "e.gz"]
    for name in names:
        write(tmp_path / name)
    found = find_reports([tmp_path, tmp_path / "a.zip"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == names[:-1]
