"""What holds of archives of every kind."""

import gzip
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kg.reading import is_archive, members, read_file, read_member

Pack = Callable[[Path, Mapping[str, bytes]], Path]

KINDS = [".zip", ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz", ".jsonl", ".jsonl.gz", ".jsonl.bz2", ".jsonl.xz"]
LIMIT = 1_000_000
FILES = {
    "b/rocbap-1.txt": "Heads meet in Abidjan, Côte d’Ivoire\n\nThey met. They were glad.\n".encode(),
    "rocbap-2.txt": b"Heads meet in Nairobi\n\nMr. Larry Liza chaired the 19th Global Meeting.\n",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_member_is_read_like_a_file_of_its_name(kind: str, pack: Pack, tmp_path: Path) -> None:
    archive = pack(tmp_path / f"corpus{kind}", FILES)
    assert is_archive(archive)
    found = list(members(archive, LIMIT))
    assert [member.fault for member in found] == [None, None]
    for member, (name, data) in zip(found, FILES.items(), strict=True):
        file = tmp_path / Path(name).name
        file.write_bytes(data)
        assert read_member(member) == read_file(file)
        assert str(archive) in member.name


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_wanted_is_given_and_numbers_stay(kind: str, pack: Pack, tmp_path: Path) -> None:
    archive = pack(tmp_path / f"corpus{kind}", FILES)
    first, second = members(archive, LIMIT)
    assert list(members(archive, LIMIT, {second.number})) == [second]
    assert list(members(archive, LIMIT, {first.number, 99})) == [first]


@pytest.mark.parametrize("kind", [".zip", ".tar", ".tar.gz"])
def test_what_a_folder_would_not_show_is_passed_over(kind: str, pack: Pack, tmp_path: Path) -> None:
    files = {"a.txt": b"One. Two.", "b.docx": b"", ".c.txt": b"x", ".git/d.txt": b"x", "__MACOSX/._a.txt": b"x"}
    found = list(members(pack(tmp_path / f"corpus{kind}", files), LIMIT))
    assert [member.id for member in found] == ["a"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_absurdly_large_member_is_left_out_by_name(kind: str, pack: Pack, tmp_path: Path) -> None:
    archive = pack(tmp_path / f"corpus{kind}", {"big.txt": b"x" * 2_000_000, "a.txt": b"One. Two."})
    big, fine = members(archive, LIMIT)
    assert fine.fault is None
    assert big.fault is not None
    assert big.fault.message.startswith(f"{archive}: ")
    assert "larger than 1 MB" in big.fault.message
    assert "--max-mb" in big.fault.hint
    assert big.data == b""
    assert [member.fault for member in members(archive, 2_000_000)] == [None, None]


@pytest.mark.parametrize("kind", KINDS)
def test_a_truncated_archive_gives_what_stands_before_the_damage(kind: str, pack: Pack, tmp_path: Path) -> None:
    texts = {f"r{number}.txt": (f"Report {number}. " * 40 + str(hash(number) ** 9)).encode() for number in range(200)}
    archive = pack(tmp_path / f"corpus{kind}", texts)
    data = archive.read_bytes()
    archive.write_bytes(data[: len(data) * 2 // 3])
    *found, last = members(archive, LIMIT)
    assert last.fault is not None
    assert str(archive) in last.fault.message
    assert all(member.fault is None for member in found)
    assert len(found) < 200


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != ".jsonl"])
def test_what_is_no_archive_says_so(kind: str, tmp_path: Path) -> None:
    archive = tmp_path / f"corpus{kind}"
    archive.write_bytes(b"This is a text, whatever its name says." * 100)
    found = list(members(archive, LIMIT))
    assert found
    assert all(member.fault is not None and str(archive) in member.fault.message for member in found)


@pytest.mark.parametrize("kind", [".tar.gz", ".jsonl.gz", ".warc.gz"])
def test_what_expands_beyond_measure_is_refused(kind: str, tmp_path: Path) -> None:
    bomb = tmp_path / f"bomb{kind}"
    with gzip.open(bomb, "wb", compresslevel=9) as file:
        if kind == ".tar.gz":
            header = b"a.txt".ljust(124, b"\0") + b"%011o\0" % 150_000_000
            header = header.ljust(156, b"\0") + b"0"
            total = sum(header) + 8 * 32
            header = header[:148] + b"%06o\0 " % total + header[156:]
            file.write(header.ljust(512, b"\0"))
        elif kind == ".warc.gz":
            file.write(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 150000000\r\n\r\n")
        for _ in range(150):
            file.write(bytes(1_000_000) if kind != ".jsonl.gz" else b" " * 1_000_000)
    *_, last = members(bomb, LIMIT)
    assert last.fault is not None
    assert "200 times its size" in last.fault.message


def test_names_of_archives(tmp_path: Path) -> None:
    assert is_archive(Path("A.ZIP"))
    assert not any(is_archive(Path(name)) for name in ("a.gz", "a.txt", "zip", "a.json", "a.tar.gz.txt"))
