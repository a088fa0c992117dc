"""Takes the text out of a PDF: lines joined to paragraphs, words that were divided at a line end put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import pypdfium2

from kg.errors import UnreadableReport
from kg.reading.assembly import PageFacts
from kg.reading.shapes import bullet, ends_paragraph
from kg.regex import regex

__all__ = ["pdf_text"]

_PASSWORD_ERROR = 4
"""FPDF_ERR_PASSWORD of PDFium's fpdfview.h."""
_WIDE_GAP = 1.3
"""Distance of two lines, in usual distances, from which on they are of different paragraphs."""
_OTHER_SIZE = 1.12
"""Ratio of the heights of two lines from which on they are of different paragraphs."""
_TOLERANCE = 1.2
_HYPHENS = frozenset({0x02, 0xFFFE})
"""How PDFium writes a hyphen at the end of a line, in the place of the line end too."""
_LINE_ENDS = frozenset({10, 13})
_DIVIDED = regex(r"([^\W\d_]+)-$")
_PAGE_NUMBER = regex(r"(?:page\s*)?[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:/|of|de|sur)\s*\d{1,4})?", re.IGNORECASE)
_DIGITS = regex(r"\d+")


class _Line(NamedTuple):
    """A printed line, and its place in points from the lower left corner of the page."""

    text: str
    right: float
    bottom: float
    height: float
    advance: float
    """Width of a character, on average."""
    page: int


def pdf_text(data: bytes, name: str) -> tuple[str, PageFacts]:
    """The text of a PDF, a blank line between paragraphs.

    Args:
        data: The file.
        name: Name of the file, for messages.

    Raises:
        UnreadableReport: It is encrypted, damaged, or holds pictures of text and no text.
    """
    lines = _without_running_lines(_read_lines(data, name))
    if not lines:
        raise UnreadableReport(
            f"{name} is a PDF without text, probably a scan.", "Recognise its text with an OCR program first."
        )
    return "\n\n".join(_paragraphs(lines)), PageFacts()


def _read_lines(data: bytes, name: str) -> list[_Line]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR:
            raise UnreadableReport(f"{name} is encrypted.", "Remove its password and read it again.") from error
        raise UnreadableReport(f"{name} is damaged: it cannot be opened as a PDF.", "Get or save it again.") from error
    try:
        return [line for number in range(len(document)) for line in _lines_of_page(document[number], number)]
    except pypdfium2.PdfiumError as error:
        raise UnreadableReport(f"{name} is damaged: a page of it cannot be read.", "Get or save it again.") from error
    finally:
        document.close()


def _lines_of_page(page: pypdfium2.PdfPage, number: int) -> Iterator[_Line]:
    text_page = page.get_textpage()
    start = 0
    characters: list[str] = []
    for index in range(text_page.count_chars()):
        code = pypdfium2.raw.FPDFText_GetUnicode(text_page, index)
        divided = code in _HYPHENS
        if divided or code not in _LINE_ENDS:
            characters.append("-" if divided else chr(code))
        if divided or code in _LINE_ENDS:
            yield from _line(text_page, characters, start, number)
            characters, start = [], index + 1
    yield from _line(text_page, characters, start, number)


def _line(text_page: pypdfium2.PdfTextPage, characters: Sequence[str], start: int, page: int) -> Iterator[_Line]:
    """The line of these characters, the first of them number ``start`` of its page; nothing where all are blank."""
    printed = [number for number, character in enumerate(characters) if not character.isspace() and character != "\0"]
    if not printed:
        return
    left, bottom, _, top = text_page.get_charbox(start + printed[0], loose=True)
    right = text_page.get_charbox(start + printed[-1], loose=True)[2]
    # Characters beyond the basic plane come as two surrogates.
    text = "".join(characters).strip(" \0").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    yield _Line(text, right, bottom, top - bottom, (right - left) / len(text), page)


def _without_running_lines(lines: Sequence[_Line]) -> list[_Line]:
    """Leaves out page numbers, and what stands at the same place on most pages: running heads and feet."""
    pages: dict[int, list[_Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = {id(line) for found in pages.values() for line in (*found[:2], *found[-2:])}
    counts = Counter(_place(line) for line in lines if id(line) in edges)
    enough = max(2, len(pages) // 2)
    return [
        line
        for line in lines
        if id(line) not in edges
        or not (counts[_place(line)] >= enough or (_PAGE_NUMBER.fullmatch(line.text) and len(pages[line.page]) > 1))
    ]


def _place(line: _Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text), round(line.bottom)


class _Layout(NamedTuple):
    """How a document is set."""

    pitch: float
    """Usual distance of two lines of a paragraph, in points."""
    spaced: bool
    """Whether paragraphs have a wider distance than lines."""
    edge: float
    """Where the widest line ends."""


def _layout(lines: Sequence[_Line]) -> _Layout:
    distances = sorted(
        before.bottom - after.bottom
        for before, after in pairwise(lines)
        if before.page == after.page and before.bottom > after.bottom
    )
    pitch = distances[len(distances) // 4] if distances else 0.0
    spaced = any(distance > pitch * _WIDE_GAP for distance in distances)
    return _Layout(pitch, spaced, max(line.right for line in lines))


def _paragraphs(lines: Sequence[_Line]) -> Iterator[str]:
    layout = _layout(lines)
    hyphenated = {word.casefold() for line in lines for word in line.text.split() if "-" in word[1:-1]}
    text = lines[0].text
    for before, after in pairwise(lines):
        if _goes_on(before, after, layout):
            text = _joined(text, after.text, hyphenated)
        else:
            yield text
            text = after.text
    yield text


def _goes_on(before: _Line, after: _Line, layout: _Layout) -> bool:
    """Whether a paragraph goes on from one line to the next.

    Where paragraphs are set apart by space, space tells; else whether the next word would have fitted in the line.
    """
    smaller, larger = sorted((before.height, after.height))
    if bullet(after.text) or larger > smaller * _OTHER_SIZE:
        return False
    if before.text[-1] == "-":
        return True
    if before.page != after.page:
        return not ends_paragraph(before.text) and _is_full(before, after, layout)
    if abs(before.bottom - after.bottom) > layout.pitch * _WIDE_GAP:
        return False
    if layout.spaced:
        return before.right > layout.edge / 2 or after.text[0].islower()
    return _is_full(before, after, layout)


def _is_full(before: _Line, after: _Line, layout: _Layout) -> bool:
    """Whether the first word of the next line, with some tolerance for wide letters, had no room in this one."""
    word = after.text.split(None, 1)[0]
    return before.right + (len(word) + 2) * before.advance * _TOLERANCE >= layout.edge


def _joined(text: str, following: str, hyphenated: set[str]) -> str:
    """Two lines as one; a hyphen at the line end goes, unless the word has one elsewhere or a capital follows."""
    divided = _DIVIDED.search(text[-40:])
    if divided is None:
        return f"{text}{'' if text[-1] in '/–' and text[-2:-1].isalnum() else ' '}{following}"
    rest = following.split(None, 1)[0].rstrip(".,;:!?)")
    keeps = not rest[:1].islower() or f"{divided[1]}-{rest}".casefold() in hyphenated
    return text + following if keeps else text[:-1] + following
