"""Finds the files of reports, and reads them whatever their format."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import NoSuchPath, UnreadableReport, UsageError
from kg.model import Report
from kg.reading.assembly import PageFacts, assemble
from kg.reading.decoding import decode
from kg.slugs import slug

__all__ = ["MAX_BYTES", "SUFFIXES", "find_reports", "read_bytes", "read_file", "read_text", "report_id"]

MAX_BYTES = 20_000_000
"""Size of the largest file that is read. A report has some thousand characters, a saved page or a PDF with pictures
some megabytes; a file beyond this is something else, and would be held in memory several times over."""

_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)

Extracted = tuple[str, PageFacts]


def _plain(data: bytes, name: str) -> Extracted:
    return decode(data, name), PageFacts()


def _markdown(data: bytes, name: str) -> Extracted:
    from kg.reading.markdown import markdown_text  # noqa: PLC0415 (see _READERS)

    return markdown_text(decode(data, name))


def _html(data: bytes, name: str) -> Extracted:
    from kg.reading.html import html_text  # noqa: PLC0415 (see _READERS)

    return html_text(data, name)


def _pdf(data: bytes, name: str) -> Extracted:
    from kg.reading.pdf import pdf_text  # noqa: PLC0415 (see _READERS)

    return pdf_text(data, name)


_READERS: dict[str, Callable[[bytes, str], Extracted]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".pdf": _pdf,
}
"""Suffix to reader. Each loads the library of its format when called: most runs read text alone, and start at once."""

SUFFIXES = frozenset(_READERS)
"""Suffixes of the files that are read, in lower case."""

_MEDIA_TYPES = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
}


def report_id(name: str) -> str:
    """The id of a report: the stem of its file's name, transliterated where it has more than ASCII letters and digits.

    Args:
        name: Name or path of the file.
    """
    stem = Path(name).stem
    return stem if _SAFE_ID.fullmatch(stem) else slug(stem)


def read_file(path: Path) -> Report:
    """Reads a file as a report; its suffix tells the format.

    Args:
        path: A file; its stem becomes the id.

    Raises:
        NoSuchPath: There is no such file.
        UnreadableReport: It is empty, too large, of an unknown format, no text, encrypted, damaged or locked.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UnreadableReport(
            f"{path} is of a format that is not read.", f"Formats are {', '.join(sorted(SUFFIXES))}."
        )
    return _read(_bytes_of(path), str(path), path.suffix.lower())


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                raise _too_large(str(path))
            # A pipe has no size; asking a file for more than it has would set the memory for it aside.
            return file.read(MAX_BYTES + 1) if size == 0 else file.read()
    except FileNotFoundError:
        raise NoSuchPath(f"There is no file {path}.", "Check the spelling of the path.") from None
    except IsADirectoryError:
        raise UnreadableReport(
            f"{path} is a folder, not a file.", "Name the files in it, or build the folder."
        ) from None
    except PermissionError:
        raise UnreadableReport(f"{path} may not be read.", "Ask for the right to read it, or copy it.") from None
    except OSError as error:
        raise UnreadableReport(f"{path} cannot be read: {error.strerror or error}.") from error


def _too_large(name: str) -> UnreadableReport:
    return UnreadableReport(
        f"{name} is larger than {MAX_BYTES // 1_000_000} MB, far more than a report.",
        "Cut out the report and read that.",
    )


def read_bytes(data: bytes, name: str, media_type: str | None = None) -> Report:
    """Reads the bytes of a file, for example of standard input, as a report.

    Args:
        data: The bytes.
        name: What to call it; the stem becomes the id.
        media_type: Media type such as ``text/html``; by default the suffix of ``name``, else the bytes, tell.

    Raises:
        UnreadableReport: They are empty, too many, of an unknown format, no text, encrypted or damaged.
    """
    if media_type is not None:
        essence = media_type.partition(";")[0].strip().lower()
        if essence not in _MEDIA_TYPES:
            raise UnreadableReport(
                f"{name} is of media type {essence}, which is not read.", f"Types are {', '.join(_MEDIA_TYPES)}."
            )
        return _read(data, name, _MEDIA_TYPES[essence])
    suffix = Path(name).suffix.lower()
    return _read(data, name, suffix if suffix in SUFFIXES else _sniff(data))


def _sniff(data: bytes) -> str:
    if data.startswith(b"%PDF-"):
        return ".pdf"
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    return ".html" if start.startswith(b"<") and _HTML_START.search(start) else ".txt"


def _read(data: bytes, name: str, suffix: str) -> Report:
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    if suffix != ".pdf" and data.startswith(b"%PDF-"):
        suffix = ".pdf"
    text, page = _READERS[suffix](data, name)
    return _assemble(text, name, page)


def read_text(text: str, name: str) -> Report:
    """Reads a decoded text as a report.

    Args:
        text: The text, with or without metadata lines.
        name: What to call it; the stem becomes the id.

    Raises:
        UnreadableReport: It is blank.
    """
    return _assemble(text, name, PageFacts())


def _assemble(text: str, name: str, page: PageFacts) -> Report:
    report = assemble(report_id(name), text, page)
    if not report.sentences:
        raise UnreadableReport(f"{name} is empty: it holds no text.", "Give it the text of a report, or leave it out.")
    return report


def find_reports(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those that are named, and those with a known suffix in folders that are named.

    Args:
        paths: Files or folders; folders are searched with all that is in them, hidden files and folders left out.

    Returns:
        Each file once, in the order of ``paths``, within a folder sorted by path.

    Raises:
        NoSuchPath: One of ``paths`` is not there.
        UnreadableReport: A folder may not be searched.
        UsageError: A folder holds no report, or two files would have the same id.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for file in _reports_in(path):
            identifier = report_id(file.name)
            other = found.setdefault(identifier, file)
            if other is not file and other.resolve() != file.resolve():
                raise UsageError(
                    f"{other} and {file} would both be report {identifier}.",
                    "A report is known by the name of its file: rename one of them.",
                )
    return list(found.values())


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
            f"The folder {path} holds no report.", f"Reports are files that end in {', '.join(sorted(SUFFIXES))}."
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
        elif entry.suffix.lower() in SUFFIXES:
            yield entry
