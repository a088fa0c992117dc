"""People: name, forms met, honorific."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.mapping.passage import Passages
from kg.mapping.statements import Statements
from kg.model import Entity, Person
from kg.vocab import FOAF, RDF, SKOS

__all__ = ["add_person"]


def add_person(out: Statements, passages: Passages, person: Person, entity: Entity) -> NamedNode:
    """Describes a person as one report names them; returns their IRI."""
    node = out.iri(entity.path)
    out.add(node, RDF.type, FOAF.Person)
    out.add_label(node, FOAF.name, person.name)
    out.add_texts(node, SKOS.altLabel, (form for form in person.forms if form != person.name))
    out.add_texts(node, FOAF.title, [person.honorific])
    passages.derive(node, person.passages)
    return node
