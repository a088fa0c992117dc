"""Reads files and members of archives as reports, whatever their format."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from kg.errors import NoSuchPath, UnreadableReport
from kg.model import Report
from kg.reading.archives.member import Member, too_large
from kg.reading.assembly import PageFacts, assemble
from kg.reading.decoding import decode
from kg.reading.ids import report_id

__all__ = ["MAX_BYTES", "SUFFIXES", "file_member", "read_bytes", "read_file", "read_member", "read_text"]

MAX_BYTES = 20_000_000
"""Size of the largest file that is read unless more is allowed. A report has some thousand characters, a saved page or
a PDF with pictures some megabytes; a file beyond this is something else, and is held in memory several times over."""

_NEAR_TOP = 10
"""First lines of a text among which its headline stands; addresses and dates may stand before it."""
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


def read_file(path: Path, largest: int = MAX_BYTES) -> Report:
    """Reads a file as a report; its suffix tells the format.

    Args:
        path: A file; its stem becomes the id.
        largest: Bytes of the largest file that is read.

    Raises:
        NoSuchPath: There is no such file.
        UnreadableReport: It is empty, too large, of an unknown format, no text, encrypted, damaged or locked.
    """
    return _read(_bytes_of(path, largest), str(path), path.suffix.lower(), largest)


def file_member(path: Path, largest: int = MAX_BYTES) -> Member:
    """A file as if it were the only member of an archive: its bytes with all that is needed to read them elsewhere.

    Args:
        path: A file.
        largest: Bytes of the largest file that is read.

    Raises:
        NoSuchPath: There is no such file.
    """
    found = Member(0, str(path), report_id(path.name), path.suffix.lower())
    try:
        return found._replace(data=_bytes_of(path, largest)).with_digest(path.name)
    except UnreadableReport as reason:
        return found._replace(fault=reason)


def _bytes_of(path: Path, largest: int) -> bytes:
    if path.suffix.lower() not in SUFFIXES:
        raise UnreadableReport(
            f"{path} is of a format that is not read.", f"Formats are {', '.join(sorted(SUFFIXES))}."
        )
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > largest:
                raise too_large(str(path), largest)
            # A pipe has no size; asking a file for more than it has would set the memory for it aside.
            return file.read(largest + 1) if size == 0 else file.read()
    except FileNotFoundError:
        raise NoSuchPath(f"There is no file {path}.", "Check the spelling of the path.") from None
    except IsADirectoryError:
        raise UnreadableReport(
            f"{path} is a folder, not a file.", "Name the files in it, or build the folder."
        ) from None
    except PermissionError:
        raise UnreadableReport(f"{path} may not be read.", "Ask for the right to read it, or copy it.") from None
    except OSError as error:
        raise UnreadableReport(
            f"{path} cannot be read: {error.strerror or error}.", "Copy it to another place, and read it there."
        ) from error


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


def _read(data: bytes, name: str, suffix: str, largest: int = MAX_BYTES) -> Report:
    if len(data) > largest:
        raise too_large(name, largest)
    text, page = _extracted(data, name, suffix)
    return _assemble(text, name, page)


def _extracted(data: bytes, name: str, suffix: str) -> Extracted:
    if suffix != ".pdf" and data.startswith(b"%PDF-"):
        suffix = ".pdf"
    return _READERS[suffix](data, name)


def read_member(member: Member) -> Report:
    """Reads a member of an archive as a report.

    The address that the archive gives of it precedes what the page says of itself; its title is put before the text
    where the text does not begin with it.

    Args:
        member: With its bytes.

    Raises:
        UnreadableReport: It is empty, no text, encrypted or damaged.
    """
    if member.fault is not None:
        raise member.fault
    text, page = _extracted(member.data, member.name, member.suffix)
    page.url = member.url or page.url
    return _assemble(_headed(text, member.title), member.name, page, member.id)


def _headed(text: str, title: str) -> str:
    top = "\n".join(text.lstrip("\ufeff \n").splitlines()[:_NEAR_TOP])
    return text if not title or title.casefold() in " ".join(top.split()).casefold() else f"{title}\n\n{text}"


def read_text(text: str, name: str) -> Report:
    """Reads a decoded text as a report.

    Args:
        text: The text, with or without metadata lines.
        name: What to call it; the stem becomes the id.

    Raises:
        UnreadableReport: It is blank.
    """
    return _assemble(text, name, PageFacts())


def _assemble(text: str, name: str, page: PageFacts, identifier: str = "") -> Report:
    report = assemble(identifier or report_id(name), text, page)
    if not report.sentences:
        raise UnreadableReport(f"{name} is empty: it holds no text.", "Give it the text of a report, or leave it out.")
    return report
