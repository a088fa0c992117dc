"""A contradiction as a person reads it, and the order in which several are listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Span

__all__ = ["Conflict", "Stand", "Statement", "sort_conflicts"]


class Stand(StrEnum):
    """Between whom a contradiction stands, the weightiest first."""

    PUBLISHERS = "between publishers"
    REPORTS = "between reports of one publisher"
    REPORT = "within one report"
    TABLES = "against the reference tables"
    SERIES = "within a series"


_STANDS = {stand: rank for rank, stand in enumerate(Stand)}
_PROPERTIES = {
    name: rank
    for rank, name in enumerate(
        ("ordinal", "startDate", "endDate", "country", "location", "chaired", "label", "eventAttendanceMode", "region")
    )
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One value, as one passage states it.

    Attributes:
        value: As text.
        adopted: Whether the graph carries it.
        report: Identifier of the report.
        publisher: Who published it, or empty.
        span: Where it stands in the text of the report.
        quote: The characters that stand there.
    """

    value: str
    adopted: bool
    report: str
    publisher: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more values where one can be true.

    Attributes:
        about: IRI of what it is about.
        label: Its name.
        on: Local name of the property: ``ordinal``, ``startDate``.
        stand: Between whom.
        reason: In words: why the adopted value was adopted, or what is odd.
        statements: The adopted value first, each with its passage.
    """

    about: str
    label: str
    on: str
    stand: Stand
    reason: str
    statements: tuple[Statement, ...]

    @property
    def adopted(self) -> str:
        """The value that the graph carries; empty where none is adopted."""
        return next((each.value for each in self.statements if each.adopted), "")


def sort_conflicts(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Those between publishers first, then between reports, within a report, against the tables, of a series.

    Among these by property (numbers, then dates, places, chairs, names), then by name.
    """
    return sorted(
        conflicts,
        key=lambda each: (
            _STANDS[each.stand],
            _PROPERTIES.get(each.on, len(_PROPERTIES)),
            each.label,
            each.about,
            each.reason,
        ),
    )
