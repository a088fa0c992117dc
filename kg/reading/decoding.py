"""Turns the bytes of a text file into text, whatever encoding an old program left them in."""

from __future__ import annotations

import codecs
import re

from kg.errors import UnreadableReport

__all__ = ["decode"]

_SAMPLE = 65536
"""Bytes that are looked at to tell text from anything else."""
_CONTROL = bytes(byte for byte in range(32) if chr(byte) not in "\t\n\v\f\r\x1b")
_HIGH = bytes(range(128, 256))
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_SAVE_AS = "Save it as plain text, HTML or PDF and read that file."


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of a file.

    A byte order mark is believed; else UTF-8 is tried; else the encoding that the file declares of itself. Bytes that
    are none of these are of an older encoding: where accented letters stand alone among ASCII, Windows-1252, because
    guessing by statistics fails on a handful of letters; where they stand in runs, as in Cyrillic, Chinese or Arabic
    text, what charset-normalizer finds most likely.

    Args:
        data: The bytes.
        name: Name of the file, for messages.
        declared: Encoding that the file declares of itself.

    Raises:
        UnreadableReport: The bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name)
    wide = _utf16_without_mark(data)
    if wide is not None:
        return wide
    _refuse_other_kinds(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _older(data, name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableReport(
            f"{name} begins like {encoding.upper()} text, but byte {error.start} does not fit.",
            "The file may be cut off or damaged: save it again as UTF-8.",
        ) from error


def _utf16_without_mark(data: bytes) -> str | None:
    """The text, where every second byte is zero as in UTF-16 of European languages."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or sample.count(0) * 3 < len(sample):
        return None
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if min(first, second) * 10 > max(first, second):
        return None
    try:
        return data.decode("utf-16-le" if second > first else "utf-16-be")
    except UnicodeDecodeError:
        return None


def _refuse_other_kinds(data: bytes, name: str) -> None:
    for beginning, kind in _KINDS:
        if data.startswith(beginning):
            raise UnreadableReport(f"{name} is {kind}, not text.", _SAVE_AS)
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if controls * 50 > len(sample):
        raise UnreadableReport(f"{name} is not text: it holds binary data.", _SAVE_AS)


def _declared(data: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):
        return None


def _older(data: bytes, name: str) -> str:
    good = sum(map(len, _UTF8_SEQUENCE.findall(data)))
    high = len(data) - len(data.translate(None, _HIGH))
    if high - good <= good // 10:
        # UTF-8 with a few damaged bytes: what is damaged is shown as such, the rest is right.
        return data.decode("utf-8", errors="replace")
    lone = sum(1 for run in _HIGH_RUN.findall(data) if len(run) == 1)
    if lone * 2 > high:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")
    return _guess(data, name)


def _guess(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 (loading it takes longer than reading ten reports)

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        try:
            return data.decode(best.encoding)
        except UnicodeError:
            pass
    raise UnreadableReport(f"The encoding of {name} cannot be told.", "Save it as UTF-8 and read that file.")
