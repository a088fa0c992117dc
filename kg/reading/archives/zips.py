"""Reports in .zip files."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from kg.errors import UnreadableReport
from kg.reading.archives.member import Member, damaged, is_hidden, too_large
from kg.reading.archives.stream import DAMAGE, check_expansion, opened
from kg.reading.files import SUFFIXES
from kg.reading.ids import report_id

__all__ = ["members"]

_ENCRYPTED = 0x1
"""Bit of a member's flags (APPNOTE 6.3.10, section 4.4.4)."""


def members(path: Path, largest: int, wanted: Collection[int] | None = None) -> Iterator[Member]:
    """See :func:`kg.reading.archives.members`."""
    number = 0
    try:
        with opened(path, raw=True) as file, zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
            check_expansion(path, sum(info.file_size for info in infos))
            for number, info in enumerate(infos):
                if _is_report(info) and (wanted is None or number in wanted):
                    yield _member(archive, info, number, f"{path}: {info.filename}", largest)
    except UnreadableReport as reason:
        yield Member(number, str(path), fault=reason)
    except (zipfile.BadZipFile, *DAMAGE) as error:
        yield damaged(number, path, str(error))


def _is_report(info: zipfile.ZipInfo) -> bool:
    suffix = PurePosixPath(info.filename).suffix.lower()
    return not info.is_dir() and suffix in SUFFIXES and not is_hidden(info.filename)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, number: int, name: str, largest: int) -> Member:
    file = PurePosixPath(info.filename)
    found = Member(number, name, report_id(file.name), file.suffix.lower())
    if info.flag_bits & _ENCRYPTED:
        return found._replace(fault=UnreadableReport(f"{name} is encrypted.", "Unpack it with its password first."))
    if info.file_size > largest:
        return found._replace(fault=too_large(name, largest))
    try:
        data = archive.read(info)  # never more than the size that was checked
    except NotImplementedError as error:
        problem = f"{name} is packed in a way that is not read: {error}."
        return found._replace(fault=UnreadableReport(problem, "Pack it anew, with the method deflate."))
    except (zipfile.BadZipFile, *DAMAGE) as error:
        why = " ".join(str(error).split())
        return found._replace(fault=UnreadableReport(f"{name} is damaged: {why}.", "Make the archive again."))
    return found._replace(data=data).with_digest(file.name)
