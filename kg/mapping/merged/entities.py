"""People, offices and titles as all reports together name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from pyoxigraph import Literal, NamedNode

from kg.mapping.concept import add_region
from kg.mapping.office import add_office_type
from kg.mapping.place import add_country
from kg.mapping.statements import Statements, date_literal
from kg.model import Entity, Office, OfficeKind, PartialDate, Person, Region
from kg.vocab import FOAF, ORG, RDF, SKOS, WCO

__all__ = ["Attested", "MergedOffice", "MergedPerson", "state_title"]

Value = TypeVar("Value")


@dataclass(slots=True)
class MergedPerson:
    """Gathers how reports name one person."""

    entity: Entity
    honorifics: Counter[str] = field(default_factory=Counter)

    def add(self, person: Person) -> None:
        """Takes in how one report names them."""
        if person.honorific:
            self.honorifics[person.honorific] += 1

    def state(self, out: Statements) -> NamedNode:
        """States the person; returns their IRI."""
        node = out.iri(self.entity.path)
        out.add(node, RDF.type, FOAF.Person)
        out.add(node, FOAF.name, Literal(self.entity.label))
        out.add_texts(node, SKOS.altLabel, self.entity.alt_labels)
        out.add_texts(node, FOAF.title, _commonest(self.honorifics))
        return node


@dataclass(slots=True)
class MergedOffice:
    """Gathers what reports say of one office."""

    entity: Entity
    kinds: Counter[OfficeKind] = field(default_factory=Counter)
    regions: Counter[Region] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)

    def add(self, office: Office) -> None:
        """Takes in what one report says."""
        self.kinds[office.kind] += 1
        if office.region is not None:
            self.regions[office.region] += 1
        if office.country:
            self.countries[office.country] += 1

    def state(self, out: Statements) -> NamedNode:
        """States the office; returns its IRI."""
        node = out.iri(self.entity.path)
        told = Counter({kind: count for kind, count in self.kinds.items() if kind is not OfficeKind.OTHER})
        add_office_type(out, node, next(iter(_commonest(told)), OfficeKind.OTHER))
        out.add(node, SKOS.prefLabel, Literal(self.entity.label))
        out.add_texts(node, SKOS.altLabel, self.entity.alt_labels)
        for region in _commonest(self.regions):
            out.add(node, WCO.region, add_region(out, region))
        for country in _commonest(self.countries):
            out.add(node, WCO.country, add_country(out, country))
        return node


@dataclass(slots=True)
class Attested:
    """The dates on which a membership is attested, of which the first and the last are stated.

    Never more: that somebody is last attested on a day does not say that they left on it.
    """

    first: PartialDate
    last: PartialDate

    def add(self, date: PartialDate) -> None:
        """Takes in one date."""
        self.first = min(self.first, date, key=str)
        self.last = max(self.last, date, key=str)

    def state(self, out: Statements, membership: NamedNode) -> None:
        """States both."""
        out.add(membership, WCO.firstAttested, date_literal(self.first))
        out.add(membership, WCO.lastAttested, date_literal(self.last))


def state_title(out: Statements, node: NamedNode, wordings: Mapping[str, int]) -> None:
    """States the kind of seat that several wordings of one title name."""
    out.add(node, RDF.type, ORG.Role)
    ranked = sorted(wordings, key=lambda title: (-wordings[title], title.islower(), title))
    out.add(node, SKOS.prefLabel, Literal(ranked[0]))
    out.add_texts(node, SKOS.altLabel, ranked[1:])


def _commonest(values: Counter[Value]) -> list[Value]:
    """The commonest value, if there is any; the smaller of two that are equally common."""
    return sorted(values, key=lambda value: (-values[value], str(value)))[:1]
