"""Says what stands above the text: headlines, dateline, byline, date of publication, menus.

The order is free, so each line is judged by its shape until the first line of prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model import PartialDate, SentenceKind, Span
from kg.reading.dates import date_line, is_place, issue_date
from kg.reading.furniture import is_furniture, is_menu
from kg.reading.lines import Line, ends_sentence
from kg.reading.shapes import (
    LONGEST_NAME_LINE,
    PROSE,
    bullet,
    goes_on,
    headline_goes_on,
    is_byline,
    is_byline_alone,
    is_labelled,
    is_name,
)
from kg.reading.wordings import wordings
from kg.regex import regex

__all__ = ["Head", "mark_head"]

_LONGEST_HEADLINE = 250
_LONGEST_BLOCK = 40
_MOST_HEADLINES = 4
"""Headlines, subtitles and prints of the same; a text without full stops is text all the same."""
_NAMING = ("title", "event", "subject", "topic", "theme", "re:", "press release", "news", "headline")
"""Labels of what is a headline."""
_WINDOW = 30
"""Lines among which a headline printed twice is sought."""
_SENTENCE_WITHIN = regex(r"[a-z)\]”\"\d][.!?]\s+[A-Z“\"]")


class Head:
    """What was read above the text, and the date of publication wherever it stands.

    Attributes:
        end: Number of the first line that is not part of it.
        title: The headline.
        issued: Date of publication; a day without a month where the month cannot be read.
        issued_passage: Where it stands.
    """

    __slots__ = ("end", "issued", "issued_passage", "title")

    def __init__(self) -> None:
        self.end = 0
        self.title: Span | None = None
        self.issued: PartialDate | None = None
        self.issued_passage: Span | None = None

    def publish(self, line: Line, date: PartialDate | None) -> SentenceKind:
        """Notes the date of publication, if there is none yet; its line states nothing else."""
        if date is not None and self.issued is None:
            self.issued, self.issued_passage = date, line.span
        return SentenceKind.FURNITURE


def mark_head(lines: Sequence[Line], first: int, date_alone_is_event: bool) -> Head:
    """Marks the lines above the text.

    Args:
        lines: All lines.
        first: Number of the first line after the metadata lines.
        date_alone_is_event: Whether a date alone in a line is the event's with this publisher, not of publication.
    """
    head = Head()
    number = _skip_to_repeated_headline(lines, first)
    byline = False
    titles = 0
    while number < len(lines):
        line = lines[number]
        kind = _kind(lines, number, head, date_alone_is_event) or _worded_kind(
            lines, number, head.title is not None, byline
        )
        if kind is None or (kind is SentenceKind.TITLE and titles == _MOST_HEADLINES):
            break
        line.kind = kind
        byline = kind is SentenceKind.BYLINE
        number += 1
        if kind is SentenceKind.TITLE:
            titles += 1
            number = _mark_rest_of_headline(lines, number)
            head.title = head.title or Span(line.start, lines[number - 1].end)
    head.end = number
    return head


def _mark_rest_of_headline(lines: Sequence[Line], number: int) -> int:
    end = _headline_end(lines, number - 1)
    for line in lines[number:end]:
        line.kind, line.joins = SentenceKind.TITLE, True
    return end


def _headline_end(lines: Sequence[Line], number: int) -> int:
    """The number of the line after a headline that may be broken over up to four lines."""
    end = number + 1
    while end < min(len(lines), number + 4) and headline_goes_on(lines[end - 1], lines[end]):
        end += 1
    return end


def _skip_to_repeated_headline(lines: Sequence[Line], first: int) -> int:
    """A headline that is printed twice tells that what stands before its first print is no part of the report."""
    window = lines[first : first + _WINDOW]
    seen: dict[str, int] = {}
    for number, line in enumerate(window):
        if not 20 <= len(line.text) <= _LONGEST_HEADLINE or is_menu(line.text):
            continue
        key = line.text.casefold()
        if key in seen:
            for before in window[: seen[key]]:
                before.kind = SentenceKind.FURNITURE
            return first + seen[key]
        seen[key] = number
    return first


def _kind(lines: Sequence[Line], number: int, head: Head, date_alone_is_event: bool) -> SentenceKind | None:
    """The part that a line is by its form or wording, or ``None`` where it is words alone."""
    text = lines[number].text
    if len(text) > _LONGEST_HEADLINE:
        return None
    if is_furniture(text) or is_menu(text):
        return SentenceKind.FURNITURE
    if _is_labelled(text) or _is_place_at_date(lines, number):
        return SentenceKind.DATELINE
    if date := issue_date(text):
        return head.publish(lines[number], date)
    if found := date_line(text):
        event = not found.alone or found.range or date_alone_is_event or _has_place_beside(lines, number)
        return SentenceKind.DATELINE if event else head.publish(lines[number], found.date)
    return None


def _is_labelled(text: str) -> bool:
    """Whether a line gives the date or place of the event with a label ('Venue: Bangkok, Thailand')."""
    label, colon, value = text.partition(":")
    return bool(colon and value) and label.strip().lower() in wordings().date_labels


def _is_place_at_date(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is a place, such as 'Kampala, Uganda', directly above or under a date."""
    text = lines[number].text
    if "," not in text or len(text) > PROSE or not is_place(text):
        return False
    return any(found.alone for line in _neighbours(lines, number) if (found := date_line(line.text)))


def _has_place_beside(lines: Sequence[Line], number: int) -> bool:
    """Whether a date stands directly above or under a place, or a label of one: it is the event's then."""
    return any(
        _is_labelled(line.text) or ("," in line.text and len(line.text) <= PROSE and is_place(line.text))
        for line in _neighbours(lines, number)
        if date_line(line.text) is None
    )


def _neighbours(lines: Sequence[Line], number: int) -> Iterator[Line]:
    """The lines directly above and under a line, without a blank line between."""
    if number and not lines[number].gap:
        yield lines[number - 1]
    if number + 1 < len(lines) and not lines[number + 1].gap:
        yield lines[number + 1]


def _worded_kind(lines: Sequence[Line], number: int, has_title: bool, byline: bool) -> SentenceKind | None:
    """The part that a line of words is, or ``None`` where the text begins."""
    text = lines[number].text
    if len(text) > _LONGEST_HEADLINE:
        return None
    following = lines[number + 1].text if number + 1 < len(lines) else ""
    if is_byline(text) or (is_byline_alone(text) and is_name(following)):
        return SentenceKind.BYLINE
    if _is_prose(lines, number, has_title):
        return None
    if has_title and text.lower().startswith(wordings().modes) and len(text) <= LONGEST_NAME_LINE:
        return SentenceKind.DATELINE
    return SentenceKind.BYLINE if byline else SentenceKind.TITLE


def _is_prose(lines: Sequence[Line], number: int, has_title: bool) -> bool:
    """Whether a line is text and no headline."""
    text = lines[number].text
    if has_title and (bullet(text) or _states(text) or number + 1 == len(lines)):
        return True
    ends = ends_sentence(text)
    if (ends and _SENTENCE_WITHIN.search(text)) or _is_broken_paragraph(lines, number, has_title):
        return True
    if not ends:
        return False
    if has_title or number + 1 == len(lines) or (text[-1] not in "?!" and len(text) > 2 * PROSE):
        return True
    # A first line may be a headline although it ends like a sentence, if it stands alone.
    return not lines[number + 1].gap


def _states(text: str) -> bool:
    """Whether a labelled line says something of the event ('Chair: Mr. A') and is no headline ('Title: X')."""
    return is_labelled(text) and not text.lower().startswith(_NAMING)


def _is_broken_paragraph(lines: Sequence[Line], number: int, has_title: bool) -> bool:
    """Whether a line is the first of a paragraph that was broken into short lines."""
    end = number + 1
    while end < len(lines) and not lines[end].gap and end - number < _LONGEST_BLOCK:
        end += 1
    block = lines[number:end]
    length = sum(len(line.text) for line in block)
    if len(block) < 2 or length < (PROSE if has_title else 2 * PROSE) or not ends_sentence(block[-1].text):
        return False
    if not goes_on(block[0], block[1]) and not any(goes_on(*pair) for pair in pairwise(block[1:])):
        return False
    return has_title or goes_on(block[0], block[1])
