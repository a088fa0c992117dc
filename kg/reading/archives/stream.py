"""Opens archives as streams of bytes that are bounded, whatever they were compressed with."""

from __future__ import annotations

import io
import lzma
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from fsspec.implementations.local import LocalFileSystem

from kg.errors import UnreadableReport

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["DAMAGE", "MOST_EXPANSION", "check_expansion", "opened"]

MOST_EXPANSION = 200
"""How many times its size an archive may have when it is unpacked. Texts are packed to a third, repetitive ones to a
thirtieth; what packs better was made to fill disks and memories."""

_ALWAYS_FINE = 100_000_000
"""Bytes that may come out of any archive, however small."""
_BLOCK = 1024 * 1024

_COMPRESSIONS = {".tgz": "gzip", ".gz": "gzip", ".bz2": "bz2", ".xz": "xz"}

DAMAGE = (EOFError, OSError, zlib.error, lzma.LZMAError)
"""What reading a damaged or truncated stream raises."""


@contextmanager
def opened(path: Path, *, raw: bool = False) -> Iterator[IO[bytes]]:
    """What is in a file, decompressed as its suffix says.

    Args:
        path: The file.
        raw: Leave it compressed.

    Raises:
        UnreadableReport: More comes out of it than any archive of texts holds.
    """
    compression = None if raw else _COMPRESSIONS.get(path.suffix.lower())
    with LocalFileSystem().open(str(path), "rb", compression=compression) as file:
        if compression is None:
            yield file
        else:
            yield io.BufferedReader(_Measured(file, path), _BLOCK)


def check_expansion(path: Path, size: int) -> None:
    """Refuses an archive out of which comes more than any archive of texts holds.

    Args:
        path: The archive.
        size: Bytes that come out of it.

    Raises:
        UnreadableReport: They are too many.
    """
    if size > _ALWAYS_FINE and size > MOST_EXPANSION * path.stat().st_size:
        raise UnreadableReport(
            f"{path} expands to more than {MOST_EXPANSION} times its size, which no archive of reports does.",
            "It may have been made to do harm: leave it out, or unpack it with care and read the folder.",
        )


class _Measured(io.RawIOBase):
    """A stream that ends with an error where too much comes out of it."""

    def __init__(self, stream: IO[bytes], path: Path) -> None:
        self._stream = stream
        self._path = path
        self._count = 0
        self._checked = _ALWAYS_FINE

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self._count += len(data)
        if self._count > self._checked:
            self._checked = self._count + _ALWAYS_FINE // 10
            check_expansion(self._path, self._count)
        return len(data)
