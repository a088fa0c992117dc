"""Says what the lines from the first line of prose on are: paragraphs, lists, and below them signature and footer."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import SentenceKind
from kg.reading.dates import issue_date
from kg.reading.furniture import is_footer_head, is_furniture, is_menu, is_small_print
from kg.reading.head import Head
from kg.reading.lines import Line, ends_sentence
from kg.reading.shapes import (
    PROSE,
    bullet,
    goes_on,
    has_title,
    is_byline,
    is_name,
    is_open,
    is_signature,
    is_signing,
    is_text,
)

__all__ = ["mark_body", "mark_tail"]


def mark_tail(lines: Sequence[Line], head: Head) -> None:
    """Marks furniture, signature, byline and date of publication below the text.

    Args:
        lines: All lines.
        head: What stands above the text; takes the date of publication where it has none.
    """
    first = head.end
    end = _footer_start(lines, first)
    for line in lines[end:]:
        line.kind = SentenceKind.FURNITURE
    start = end
    while start > first and not is_text(lines[start - 1].text):
        start -= 1
    over = False
    for number in range(start, end):
        line = lines[number]
        text = line.text
        if date := issue_date(text.strip("()[]. ")):
            line.kind = head.publish(line, date)
        elif is_furniture(text) or is_menu(text):
            line.kind, over = SentenceKind.FURNITURE, True
        elif is_byline(text) or is_signing(text):
            line.kind = SentenceKind.BYLINE
        elif _is_small_print(lines, number, end) or (over and not ends_sentence(text) and not bullet(text)):
            line.kind = SentenceKind.FURNITURE
    _mark_signature(lines, start, end)


def _is_small_print(lines: Sequence[Line], number: int, end: int) -> bool:
    """Whether a line is a remark of the page; a label is one only where nothing of the report follows it."""
    text = lines[number].text
    if not text.endswith(":"):
        return is_small_print(text)
    follower = lines[number + 1].text if number + 1 < end else ""
    return is_small_print(text) and (not follower or is_furniture(follower) or is_menu(follower))


def _footer_start(lines: Sequence[Line], first: int) -> int:
    """The line from which on nothing is the report's: the heading of a footer, with more text before than after."""
    before = 0
    total = sum(len(line.text) for line in lines[first:])
    for number in range(first, len(lines)):
        text = lines[number].text
        if before * 2 > total and is_footer_head(text):
            return number
        before += len(text)
    return len(lines)


def _mark_signature(lines: Sequence[Line], first: int, end: int) -> None:
    """Marks a name with its title, and the lines with further titles directly under it."""
    number = first
    while number < end:
        signs = lines[number].kind is None and _signs(lines, number, end)
        number += 1
        if not signs:
            continue
        lines[number - 1].kind = SentenceKind.SIGNATURE
        while number < end and lines[number].kind is None and _signs_too(lines[number]):
            lines[number].kind = SentenceKind.SIGNATURE
            number += 1


def _signs(lines: Sequence[Line], number: int, end: int) -> bool:
    """Whether a line is a name with its title, or with one in the line under it, and no part of a broken sentence."""
    line = lines[number]
    above = lines[number - 1].text if number else ""
    if is_signing(above):
        return is_name(line.text.rstrip(","))
    if above and not line.gap and is_open(above):
        return False
    if is_signature(line.text):
        return not is_open(line.text)
    if number + 1 >= end or not is_name(line.text.rstrip(",")):
        return False
    follower = lines[number + 1]
    return follower.kind is None and not follower.gap and has_title(follower.text)


def _signs_too(line: Line) -> bool:
    """Whether a line under a signature belongs to it: close to it, or a title."""
    return not ends_sentence(line.text) and (not line.gap or (len(line.text) < PROSE and has_title(line.text)))


def mark_body(lines: Sequence[Line], first: int) -> None:
    """Marks list items and paragraphs, and joins the lines of a broken paragraph.

    Args:
        lines: All lines.
        first: Number of the first line that is not above the text.
    """
    listing = False
    previous: Line | None = None
    for line in lines[first:]:
        if line.kind is None:
            _mark_one(line, previous, listing)
        if line.kind is SentenceKind.FURNITURE:
            previous, listing = None, False
            continue
        previous = line
        # A list has bullets or none: a line without one ends a list that has them.
        listing = line.text.endswith(":") or (listing and line.kind is SentenceKind.ITEM and not line.mark)


def _mark_one(line: Line, previous: Line | None, listing: bool) -> None:
    mark = bullet(line.text)
    if mark:
        line.kind, line.mark = SentenceKind.ITEM, mark
    elif is_menu(line.text) or is_footer_head(line.text):
        line.kind = SentenceKind.FURNITURE
    elif previous is not None and previous.kind is not None and _continues(previous, line):
        line.kind, line.joins = previous.kind, True
    elif listing and _is_plain_item(line, previous):
        line.kind = SentenceKind.ITEM
    else:
        line.kind = SentenceKind.BODY


def _continues(previous: Line, line: Line) -> bool:
    if previous.kind is SentenceKind.ITEM and line.text[0].isupper() and not line.indented:
        return False
    return goes_on(previous, line)


def _is_plain_item(line: Line, previous: Line | None) -> bool:
    """Whether a line under an introduction with a colon is an item without a bullet."""
    if not ends_sentence(line.text) or line.text.endswith(";"):
        return True
    return previous is not None and previous.text.endswith((";", ",", "; and", ", and"))
