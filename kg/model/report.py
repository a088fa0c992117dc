"""A report as received: its text and where its parts lie in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

__all__ = ["PartialDate", "Passage", "Report", "Sentence", "SentenceKind", "Span"]


class Span(NamedTuple):
    """Characters ``start`` (first) to ``end`` (one past the last) of a report's text, in code points."""

    start: int
    end: int


class SentenceKind(StrEnum):
    """Which part of a report a sentence stands in."""

    TITLE = "title"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    ITEM = "item"
    """A list item or agenda bullet."""
    SIGNATURE = "signature"
    FURNITURE = "furniture"
    """Menus, footers, link lines: kept so that a page can show them, never read for facts."""


class Sentence(NamedTuple):
    """One sentence, or one line where the report has lines instead of sentences."""

    span: Span
    kind: SentenceKind
    paragraph: int
    """Number of the paragraph it stands in, counted from 0 in the order of the text."""


class PartialDate(NamedTuple):
    """A date with no more precision than was stated (ISO 8601: ``2016``, ``2016-12`` or ``2016-12-07``)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        return "-".join(f"{part:0{width}d}" for part, width in zip(self, (4, 2, 2), strict=True) if part is not None)


class Passage(NamedTuple):
    """The characters of a report that state something, and the name of the rule that read them."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Report:
    r"""The text as received, and where its parts lie.

    Attributes:
        id: File stem, unique in a corpus; becomes ``report/<id>``.
        text: The whole text as stored, metadata lines included; line ends are ``\n``.
        sentences: In the order of the text, without overlap.
        title: The headline, if there is one.
        url: Address stated in a leading ``URL:`` line or found in the page.
        publisher: As stated in a leading ``Published by:`` line or found in the page.
        issued: Date of publication, only if the report or its page states it.
        issued_passage: Where ``issued`` stands in the text; ``None`` where only the page's metadata has it.
    """

    id: str
    text: str
    sentences: tuple[Sentence, ...]
    title: Span | None = None
    url: str | None = None
    publisher: str | None = None
    issued: PartialDate | None = None
    issued_passage: Span | None = None

    def quote(self, span: Span) -> str:
        """The characters of ``span``."""
        return self.text[span.start : span.end]
