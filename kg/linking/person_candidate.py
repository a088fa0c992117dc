"""What is known of a person before it is judged who else they are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.linking.clusters import Mention
from kg.linking.person_names import PersonName

__all__ = ["Candidate"]


@dataclass(slots=True)
class Candidate:
    """All mentions whose names are the same words."""

    name: PersonName
    slug: str = ""
    names: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    nicknames: set[str] = field(default_factory=set)
    seats: set[Mention] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)

    @property
    def mononym(self) -> bool:
        """Whether one word is all that is known of the name."""
        return len(self.name.tokens) == 1

    @property
    def label(self) -> str:
        """The commonest writing; accents kept rather than lost."""
        return min(self.names, key=lambda name: (-self.names[name], name.isascii(), name))

    def copy(self) -> Candidate:
        """Another with the same notes."""
        other = Candidate(self.name)
        other.take_in(self)
        return other

    def take_in(self, other: Candidate) -> None:
        """Counts what was noted of another for this one."""
        self.names.update(other.names)
        self.forms.update(other.forms)
        self.nicknames |= other.nicknames
        self.seats |= other.seats
        self.titles |= other.titles
        self.countries |= other.countries
        self.genders |= other.genders
        self.reports |= other.reports
