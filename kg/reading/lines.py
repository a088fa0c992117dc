"""Cuts a text into lines with offsets, and takes the metadata lines off its head."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import SentenceKind, Span
from kg.reading.wordings import wordings

__all__ = ["Line", "Metadata", "ends_sentence", "split_lines", "take_metadata"]

_CLOSING = "\"'”’»)]"
_TERMINAL = ".!?…。！？:;"


class Line:
    """A line that is not blank, blanks around it left out.

    Attributes:
        start: First character.
        end: One past the last.
        text: The characters.
        gap: Whether a blank line, or nothing, comes before.
        indented: Whether blanks stand before it on its line.
        kind: Which part of the report it is; ``None`` until known.
        joins: Whether it goes on with the sentence of the line before.
        mark: Characters of a bullet or number at its beginning.
    """

    __slots__ = ("end", "gap", "indented", "joins", "kind", "mark", "start", "text")

    def __init__(self, start: int, text: str, gap: bool, indented: bool) -> None:
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.gap = gap
        self.indented = indented
        self.kind: SentenceKind | None = None
        self.joins = False
        self.mark = 0

    @property
    def span(self) -> Span:
        """Where it lies in the text."""
        return Span(self.start, self.end)


class Metadata:
    """What the lines before the text say of it.

    Attributes:
        count: How many lines these are.
        values: Field to the value and its place.
    """

    __slots__ = ("count", "values")

    def __init__(self) -> None:
        self.count = 0
        self.values: dict[str, tuple[str, Span]] = {}

    def get(self, field: str) -> str | None:
        """The value of a field, if there is one."""
        found = self.values.get(field)
        return found[0] if found else None


def split_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank."""
    lines: list[Line] = []
    offset = 0
    gap = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            before = len(raw) - len(raw.lstrip()) if raw[0].isspace() else 0
            lines.append(Line(offset + before, stripped, gap, before > 0))
            gap = False
        else:
            gap = True
        offset += len(raw) + 1
    return lines


def take_metadata(lines: Sequence[Line]) -> Metadata:
    """Reads the ``URL:`` and ``Published by:`` lines at the very beginning."""
    found = Metadata()
    fields = wordings().metadata
    for line in lines:
        label, colon, value = line.text.partition(":")
        field = fields.get(label.strip().casefold()) if colon else None
        if field is None or field in found.values:
            break
        value = value.strip()
        if value:
            found.values[field] = (value, Span(line.end - len(value), line.end))
        found.count += 1
    return found


def ends_sentence(text: str) -> bool:
    """Whether a line ends like a sentence or an introduction to a list."""
    stripped = text.rstrip(_CLOSING)
    return bool(stripped) and stripped[-1] in _TERMINAL
