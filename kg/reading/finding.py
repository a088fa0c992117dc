"""Finds the files of reports, and archives of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import NoSuchPath, UnreadableReport, UsageError
from kg.reading.archives import ARCHIVES, is_archive
from kg.reading.files import SUFFIXES
from kg.reading.ids import report_id

__all__ = ["find_reports", "same_id"]


def find_reports(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those that are named, and those with a known suffix in folders that are named.

    Args:
        paths: Files, archives or folders; folders are searched with all that is in them, hidden files and folders left
            out.

    Returns:
        Each file or archive once, in the order of ``paths``, within a folder sorted by path.

    Raises:
        NoSuchPath: One of ``paths`` is not there.
        UnreadableReport: A folder may not be searched.
        UsageError: A folder holds no report, or two files would have the same id.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for file in _reports_in(path):
            # what is in archives has identifiers, not they themselves
            identifier = str(file.resolve()) if is_archive(file) else report_id(file.name)
            other = found.setdefault(identifier, file)
            if other is not file and other.resolve() != file.resolve():
                raise same_id(identifier, str(other), str(file))
    return list(found.values())


def same_id(identifier: str, one: str, other: str) -> UsageError:
    """The error for two reports of one identifier.

    Args:
        identifier: Of both.
        one: Name of the file or of the member of an archive.
        other: The same of the other.
    """
    return UsageError(
        f"{one} and {other} would both be report {identifier}.",
        "A report is known by the name of its file: rename one of them.",
    )


def _reports_in(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            if not path.exists():
                raise NoSuchPath(f"There is no file or folder {path}.", "Check the spelling of the path.")
            return [path]
        files = sorted(_walk(path), key=lambda file: file.relative_to(path).parts)
    except PermissionError as error:
        raise UnreadableReport(
            f"{error.filename or path} may not be searched.", "Ask for the right to read it."
        ) from error
    if not files:
        raise UsageError(
            f"The folder {path} holds no report.",
            f"Reports are files that end in {', '.join(sorted(SUFFIXES))}; archives end in {', '.join(ARCHIVES)}.",
        )
    return files


def _walk(folder: Path) -> Iterator[Path]:
    """The readable files under a folder. Links to folders are not followed: they may lead in a circle."""
    for entry in folder.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(entry)
        elif entry.suffix.lower() in SUFFIXES or is_archive(entry):
            yield entry
