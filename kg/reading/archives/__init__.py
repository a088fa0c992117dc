"""Reports in archives: .zip, .tar and its compressed forms, JSON lines, and WARC files of web pages.

An archive is passed through from beginning to end and never unpacked: memory holds one member at a time.
"""

from __future__ import annotations

import importlib
from collections.abc import Collection, Iterator
from pathlib import Path

from kg.reading.archives.member import Member

__all__ = ["ARCHIVES", "Member", "is_archive", "members"]

_KINDS = {
    ".zip": "zips",
    ".tar": "tars",
    ".tgz": "tars",
    ".tar.gz": "tars",
    ".tar.bz2": "tars",
    ".tar.xz": "tars",
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl",
    ".jsonl.bz2": "jsonl",
    ".jsonl.xz": "jsonl",
    ".warc": "warc",
    ".warc.gz": "warc",
}
"""Suffix to the module of this package that reads it, and loads libraries for it, when it is first needed."""

ARCHIVES = tuple(_KINDS)
"""Suffixes of the archives that are read, in lower case."""


def is_archive(path: Path) -> bool:
    """Whether the name of a file is that of an archive."""
    return path.name.lower().endswith(ARCHIVES)


def members(path: Path, largest: int, wanted: Collection[int] | None = None) -> Iterator[Member]:
    """The reports in an archive, in its order; what cannot be read has its reason in :attr:`Member.fault`.

    Files of other formats, hidden files and, in WARC files, all but pages are passed over. An archive that is damaged
    gives what stands before the damage, then one member for the rest.

    Args:
        path: The archive.
        largest: Bytes of the largest member that is read.
        wanted: Numbers of the members to give; the others are then passed over unread. All where it is ``None``.

    Raises:
        MissingExtra: A package that reads archives of this kind is not installed.
    """
    kind = next(kind for suffix, kind in _KINDS.items() if path.name.lower().endswith(suffix))
    found: Iterator[Member] = importlib.import_module(f"{__name__}.{kind}").members(path, largest, wanted)
    return found
