"""Who was present where and when: what every network is projected from.

Whoever chaired, spoke, attended and so on was present; to be elected for a coming meeting, to organize or to sponsor
one is no presence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.model import Role
from kg.store import GraphStore
from kg.vocab import FOAF, SKOS, WCO

__all__ = ["ABSENT", "Attendance", "attendance"]

ABSENT = frozenset({Role.ELECTED_CHAIR, Role.ELECTED_VICE_CHAIR, Role.ORGANIZER, Role.SPONSOR})
"""Roles that do not say that somebody was there."""

_PRESENT = """
SELECT ?agent ?name ?meeting ?role ?class ?naming
WHERE {
  ?participation wco:participant ?agent ; wco:meeting ?meeting ; wco:role/skos:notation ?role .
  ?agent a ?class ; ?naming ?name .
}
"""
_LABELS = "SELECT ?node ?value WHERE { ?node a wco:Meeting ; rdfs:label ?value }"
_YEARS = """
SELECT ?node ?value
WHERE { ?node a wco:Meeting ; schema:startDate ?start . BIND(SUBSTR(STR(?start), 1, 4) AS ?value) }
"""
_REGIONS = """
SELECT ?node ?value
WHERE {
  { ?node wco:region ?region }
  UNION
  { ?membership org:member ?node ; org:organization/wco:region ?region }
  ?region skos:notation ?value .
}
"""


@dataclass(frozen=True, slots=True)
class Attendance:
    """The participations of a graph, as far as they are presence. Nodes are IRIs.

    Attributes:
        persons: The persons present at each meeting.
        offices: The offices present at each meeting in their own name.
        names: Of persons, offices and meetings.
        years: Of meetings: the year of the first day, where it is known.
        regions: Of offices and meetings the regions they are of; of persons those of the offices in which they held
            posts.
    """

    persons: dict[str, set[str]]
    offices: dict[str, set[str]]
    names: dict[str, str]
    years: dict[str, int]
    regions: dict[str, set[str]]

    def region(self, node: str) -> str:
        """The one region of a node; nothing where none is known, or several are."""
        found = self.regions.get(node, set())
        return next(iter(found)) if len(found) == 1 else ""

    def meetings(self, regions: Collection[str], first: int | None, last: int | None) -> list[str]:
        """The meetings at which somebody was present, in order.

        Args:
            regions: Only meetings of one of these; all if there are none.
            first: Only meetings of this year or later. A meeting without a year is then left out.
            last: Only meetings of this year or earlier. Likewise.
        """
        return [
            meeting
            for meeting in sorted(self.persons.keys() | self.offices.keys())
            if (not regions or not self.regions.get(meeting, set()).isdisjoint(regions))
            and _within(self.years.get(meeting), first, last)
        ]


def attendance(store: GraphStore) -> Attendance:
    """Reads who was present where.

    Raises:
        StoreError: The store fails.
    """
    names = {node: min(values) for node, values in _values(store, _LABELS).items()}
    years = {
        node: int(min(values))
        for node, values in _values(store, _YEARS).items()
        if all(value.isdecimal() for value in values)
    }
    persons = _present(store, FOAF.Person, FOAF.name, names)
    offices = _present(store, WCO.Office, SKOS.prefLabel, names)
    return Attendance(persons, offices, names, years, _values(store, _REGIONS))


def _present(store: GraphStore, class_: NamedNode, naming: NamedNode, names: dict[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    results = store.query(_PRESENT, {"class": class_, "naming": naming})
    if isinstance(results, QuerySolutions):
        for agent, name, meeting, role, *_ in results:
            if role.value not in ABSENT:
                found[meeting.value].add(agent.value)
                names[agent.value] = min(name.value, names.get(agent.value, name.value))
    return dict(found)


def _values(store: GraphStore, query: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    results = store.query(query)
    if isinstance(results, QuerySolutions):
        for node, value in results:
            if isinstance(node, NamedNode) and isinstance(value, Literal):
                found[node.value].add(value.value)
    return dict(found)


def _within(year: int | None, first: int | None, last: int | None) -> bool:
    if year is None:
        return first is None and last is None
    return (first is None or year >= first) and (last is None or year <= last)
