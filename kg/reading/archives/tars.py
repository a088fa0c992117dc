"""Reports in .tar files, compressed or not, passed through without ever going back."""

from __future__ import annotations

import tarfile
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, cast

from kg.errors import UnreadableReport
from kg.reading.archives.member import Member, damaged, is_hidden, too_large
from kg.reading.archives.stream import DAMAGE, opened
from kg.reading.files import SUFFIXES
from kg.reading.ids import report_id

__all__ = ["members"]


def members(path: Path, largest: int, wanted: Collection[int] | None = None) -> Iterator[Member]:
    """See :func:`kg.reading.archives.members`."""
    number = -1
    try:
        with (
            opened(path) as stream,
            tarfile.open(fileobj=cast("IO[bytes]", read := _Read(stream)), mode="r|") as archive,
        ):
            for number, info in enumerate(archive):
                archive.members = []  # type: ignore[attr-defined] # else it remembers them all
                if _is_report(info) and (wanted is None or number in wanted):
                    yield _member(archive, info, number, f"{path}: {info.name}", largest)
            if read.last.strip(b"\0"):
                yield damaged(number + 1, path, "its end is missing")
    except UnreadableReport as reason:
        yield Member(number + 1, str(path), fault=reason)
    except (tarfile.TarError, *DAMAGE) as error:
        yield damaged(number + 1, path, str(error))


class _Read:
    """A stream that remembers the last block read: an archive ends with blocks of zeros, which nothing else checks."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.last = b""

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self.last = data[-tarfile.BLOCKSIZE :] or self.last
        return data


def _is_report(info: tarfile.TarInfo) -> bool:
    suffix = PurePosixPath(info.name).suffix.lower()
    return (info.isreg() or info.issym() or info.islnk()) and suffix in SUFFIXES and not is_hidden(info.name)


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, number: int, name: str, largest: int) -> Member:
    file = PurePosixPath(info.name)
    found = Member(number, name, report_id(file.name), file.suffix.lower())
    if not info.isreg():
        reason = UnreadableReport(
            f"{name} is a link to {info.linkname}, which is not followed.", "Pack files with tar --hard-dereference -h."
        )
        return found._replace(fault=reason)
    if info.size > largest:
        return found._replace(fault=too_large(name, largest))
    content = archive.extractfile(info)
    data = content.read() if content is not None else b""
    return found._replace(data=data).with_digest(file.name)
