import tarfile
from pathlib import Path

from kg.reading import members


def test_links_are_named_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"One. Two.")
    (tmp_path / "b.txt").symlink_to("a.txt")
    archive = tmp_path / "c.tar"
    with tarfile.open(archive, "w") as tar:
        for name in ("a.txt", "b.txt"):
            tar.add(tmp_path / name, name)
    fine, link = members(archive, 1000)
    assert fine.data == b"One. Two."
    assert link.fault is not None
    assert link.fault.message == f"{archive}: b.txt is a link to a.txt, which is not followed."
