"""Web pages in WARC files (ISO 28500), as crawlers and web archives write them.

Read are answers with status 200, resources and converted texts. A page is HTML or PDF; texts are read where a converter
wrote them, as plain text that a server sends is seldom a report (robots.txt).
"""

from __future__ import annotations

import codecs
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kg.errors import MissingExtra, UnreadableReport
from kg.reading.addresses import is_address
from kg.reading.archives.member import Member, damaged, too_large
from kg.reading.archives.stream import DAMAGE, opened
from kg.reading.ids import address_id

try:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException
except ImportError as error:
    raise MissingExtra(
        "Reading WARC files needs the package warcio, which is not installed.", "pip install 'wco-kg[archives]'"
    ) from error

__all__ = ["members"]

_PAGES = {"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf"}
_TYPES = {"response": _PAGES, "resource": _PAGES, "conversion": {**_PAGES, "text/plain": ".txt"}}
"""Type of record to the media types that are read of it, with their suffixes."""


def members(path: Path, largest: int, wanted: Collection[int] | None = None) -> Iterator[Member]:
    """See :func:`kg.reading.archives.members`."""
    number = -1
    try:
        with opened(path) as stream:
            for number, record in enumerate(ArchiveIterator(stream)):
                suffix = _suffix(record)
                if suffix and (wanted is None or number in wanted):
                    yield _member(record, number, suffix, path, largest)
    except UnreadableReport as reason:
        yield Member(number + 1, str(path), fault=reason)
    except (ArchiveLoadFailed, StatusAndHeadersParserException, ValueError, *DAMAGE) as error:
        yield damaged(number + 1, path, str(error))


def _suffix(record: Any) -> str:
    """The suffix that a page has as a file; empty where the record is no page."""
    if record.rec_type == "response" and record.http_headers and record.http_headers.get_statuscode() != "200":
        return ""
    if not is_address(_address(record)):
        return ""
    return _TYPES.get(record.rec_type, {}).get(_content_type(record)[0], "")


def _address(record: Any) -> str:
    """Where the page was, without what a browser would not send, and fit to stand in an IRI."""
    stated = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ").partition("#")[0]
    return quote(stated, safe="%/:=&?~+!$,;'@()*[]-._")


def _content_type(record: Any) -> tuple[str, str]:
    """Media type and encoding that are declared, in lower case."""
    headers = record.http_headers or record.rec_headers
    essence, _, parameters = (headers.get_header("Content-Type") or "").lower().partition(";")
    encodings = [each.partition("=")[2].strip(" \"'") for each in parameters.split(";") if "charset" in each]
    return essence.strip(), encodings[0] if encodings else ""


def _member(record: Any, number: int, suffix: str, path: Path, largest: int) -> Member:
    url = _address(record)
    captured = record.rec_headers.get_header("WARC-Date") or ""
    name = f"{path}: {url}"
    found = Member(number, name, address_id(url), suffix, url=url, captured=captured)
    data = _up_to(largest + 1, record.content_stream())
    if len(data) > largest:
        return found._replace(fault=too_large(name, largest))
    if suffix == ".html":
        data = _marked(data, _content_type(record)[1])
    return found._replace(data=data).with_digest(found.id + suffix)


def _up_to(size: int, stream: Any) -> bytes:
    """What is left in a stream that gives less at a time than it is asked for."""
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _marked(data: bytes, encoding: str) -> bytes:
    """A page in the encoding that the server declared, which precedes what the page says of itself, as marked UTF-8.

    A page that is UTF-8 or marked already stays as it is: servers often declare a default that is not so.
    """
    if not encoding or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _is_utf8(data):
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(encoding).encode()
    except (LookupError, UnicodeError):
        return data  # declared wrongly: what the page itself shows decides


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
