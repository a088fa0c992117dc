"""Reports as JSON lines: an object a line, with ``id``, ``url``, ``title``, and ``text`` or ``html``."""

from __future__ import annotations

import codecs
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO

from kg.errors import UnreadableReport
from kg.reading.addresses import is_address
from kg.reading.archives.member import Member, damaged, too_large
from kg.reading.archives.stream import DAMAGE, opened
from kg.reading.ids import address_id, given_id

__all__ = ["members"]

_BLOCK = 1024 * 1024
_FIELDS = "Each line is an object with id or url, and with text or html; title may be added."


def members(path: Path, largest: int, wanted: Collection[int] | None = None) -> Iterator[Member]:
    """See :func:`kg.reading.archives.members`."""
    number = -1
    try:
        with opened(path) as stream:
            for number, line in enumerate(_lines(stream, 2 * largest + _BLOCK)):
                if (line is None or line.strip()) and (wanted is None or number in wanted):
                    yield _member(line, number, f"{path}: line {number + 1}", largest)
    except UnreadableReport as reason:
        yield Member(number + 1, str(path), fault=reason)
    except DAMAGE as error:
        yield damaged(number + 1, path, str(error))


def _lines(stream: IO[bytes], longest: int) -> Iterator[bytes | None]:
    """The lines; ``None`` for one that is too long. What JSON escapes is up to twice as long as the text itself."""
    while line := stream.readline(longest):
        if len(line) < longest or line.endswith(b"\n"):
            yield line
        else:
            while (rest := stream.readline(_BLOCK)) and not rest.endswith(b"\n"):
                pass
            yield None


def _member(line: bytes | None, number: int, name: str, largest: int) -> Member:
    if line is None:
        return Member(number, name, fault=too_large(name, largest))
    try:
        return _checked(_fields(line, name), number, name, largest)
    except UnreadableReport as reason:
        return Member(number, name, fault=reason)


def _fields(line: bytes, name: str) -> dict[str, str]:
    """The fields that are known, as text."""
    try:
        found = json.loads(line.removeprefix(codecs.BOM_UTF8))
    except (ValueError, RecursionError) as error:
        raise UnreadableReport(f"{name} is no JSON: {error}.", _FIELDS) from error
    if not isinstance(found, dict):
        raise UnreadableReport(f"{name} is no JSON object.", _FIELDS)
    values: dict[str, str] = {}
    for field in ("id", "url", "title", "text", "html"):
        value = found.get(field)
        if isinstance(value, int) and not isinstance(value, bool) and field == "id":
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise UnreadableReport(f"{name} has a {field} that is no text.", _FIELDS)
        values[field] = value or ""
    return values


def _checked(fields: dict[str, str], number: int, name: str, largest: int) -> Member:
    url = fields["url"].strip()
    if url and not is_address(url):
        raise UnreadableReport(f"{name} has a url that is no web address: {url}.", _FIELDS)
    if not (fields["id"].strip() or url):
        raise UnreadableReport(f"{name} has neither id nor url.", _FIELDS)
    if not (fields["text"] or fields["html"]):
        raise UnreadableReport(f"{name} has neither text nor html.", _FIELDS)
    identifier = given_id(fields["id"].strip()) if fields["id"].strip() else address_id(url)
    suffix = ".txt" if fields["text"] else ".html"
    try:
        data = fields["text"].encode() if fields["text"] else codecs.BOM_UTF8 + fields["html"].encode()
        title = " ".join(fields["title"].encode().decode().split())
    except UnicodeEncodeError as error:
        raise UnreadableReport(f"{name} holds half a character (a lone surrogate).", "Write it again.") from error
    if len(data) > largest:
        raise too_large(name, largest)
    return Member(number, name, identifier, suffix, data, url, title).with_digest(identifier + suffix)
