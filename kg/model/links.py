"""Which entity of the graph a record of a report stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["Entity", "EntityKind", "Links"]


class EntityKind(StrEnum):
    """First part of an entity's path."""

    PERSON = "person"
    OFFICE = "office"
    MEETING = "meeting"
    SERIES = "series"
    COUNTRY = "country"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the graph, whatever the number of reports that speak of it.

    Attributes:
        kind: What it is.
        slug: Second part of its path, ASCII, readable, built from its name: ``norikazu-kuramoto``.
        label: Its adopted name.
        alt_labels: Other forms met, sorted.
        series: Slug of the series of a meeting, or empty.
    """

    kind: EntityKind
    slug: str
    label: str
    alt_labels: tuple[str, ...] = ()
    series: str = ""

    @property
    def path(self) -> str:
        """Path of its IRI under the base: ``person/norikazu-kuramoto``."""
        return f"{self.kind.value}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Links:
    """For one report: the entity of each person, office and meeting key."""

    report: str
    entities: Mapping[str, Entity] = field(default_factory=dict)
    series: Mapping[str, Entity] = field(default_factory=dict)
    """For each meeting key whose meeting belongs to a series, that series."""
