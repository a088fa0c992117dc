import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from kg.reading import members

Pack = Callable[[Path, Mapping[str, bytes]], Path]


def test_an_encrypted_member_is_left_out(tmp_path: Path, pack: Pack) -> None:
    archive = pack(tmp_path / "c.zip", {"a.txt": b"One. Two.", "b.txt": b"Three."})
    data = bytearray(archive.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(data)
    locked, fine = members(archive, 1000)
    assert locked.fault is not None
    assert locked.fault.message == f"{archive}: a.txt is encrypted."
    assert fine.fault is None


def test_a_damaged_member_is_left_out_and_the_others_are_read(tmp_path: Path) -> None:
    archive = tmp_path / "c.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.txt", b"One report.")
        file.writestr("b.txt", b"Another one.")
    archive.write_bytes(archive.read_bytes().replace(b"One report.", b"One REPORT."))
    bad, fine = members(archive, 1000)
    assert bad.fault is not None
    assert bad.fault.message.startswith(f"{archive}: a.txt is damaged: Bad CRC-32")
    assert fine.data == b"Another one."


def test_a_bomb_is_refused_by_what_it_says_of_itself(tmp_path: Path) -> None:
    archive = tmp_path / "bomb.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(150):
            file.writestr(f"{number}.txt", bytes(1_000_000))
    (found,) = members(archive, 20_000_000)
    assert found.fault is not None
    assert "bomb.zip expands to more than 200 times its size" in found.fault.message
