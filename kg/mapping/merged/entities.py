"""People, offices, posts, titles, places and participations as all reports together speak of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TypeVar

from pyoxigraph import Literal, NamedNode

from kg.mapping.concept import add_region, add_role, add_status, mode_iri
from kg.mapping.office import add_office_type
from kg.mapping.place import add_country
from kg.mapping.statements import Statements, date_literal
from kg.model import Entity, Mode, OfficeKind, PartialDate, PostStatus, Region, Role
from kg.vocab import FOAF, ORG, RDF, RDFS, SCHEMA, SKOS, WCO

__all__ = ["STATE", "Forms", "state_office", "state_person", "state_place"]

Value = TypeVar("Value")

Forms = Mapping[tuple[str, ...], int]
"""How often each form was observed of one thing; see :class:`kg.mapping.observed.Observation`."""


def state_person(out: Statements, entity: Entity, forms: Forms) -> NamedNode:
    """States a person with the honorific most often met; returns their IRI."""
    node = out.iri(entity.path)
    out.add(node, RDF.type, FOAF.Person)
    out.add(node, FOAF.name, Literal(entity.label))
    out.add_texts(node, SKOS.altLabel, entity.alt_labels)
    out.add_texts(node, FOAF.title, _commonest(forms, 0))
    return node


def state_office(out: Statements, entity: Entity, forms: Forms) -> NamedNode:
    """States an office with the kind, region and country most often met; returns its IRI."""
    node = out.iri(entity.path)
    kinds = {form: count for form, count in forms.items() if form[0] != OfficeKind.OTHER.value}
    add_office_type(out, node, OfficeKind(next(iter(_commonest(kinds, 0)), OfficeKind.OTHER.value)))
    out.add(node, SKOS.prefLabel, Literal(entity.label))
    out.add_texts(node, SKOS.altLabel, entity.alt_labels)
    for region in _commonest(forms, 1):
        out.add(node, WCO.region, add_region(out, Region(region)))
    for country in _commonest(forms, 2):
        out.add(node, WCO.country, add_country(out, country))
    return node


def state_place(out: Statements, path: str, forms: Forms) -> NamedNode:
    """States a town by the name most often met; returns its IRI."""
    node = out.iri(path)
    out.add(node, RDF.type, SCHEMA.Place)
    names = Counter({form[0]: 0 for form in forms})
    for form, count in forms.items():
        names[form[0]] += count
        if form[1]:
            out.add(node, WCO.country, add_country(out, form[1]))
    # of names equally common the one with accents is the fuller
    ranked = sorted(names, key=lambda name: (-names[name], name.isascii(), name))
    out.add_texts(node, RDFS.label, ranked[:1])
    out.add_texts(node, SKOS.altLabel, ranked[1:])
    return node


def _state_title(out: Statements, path: str, forms: Forms) -> None:
    """The kind of seat that several wordings of one title name."""
    node = out.iri(path)
    out.add(node, RDF.type, ORG.Role)
    ranked = sorted(forms, key=lambda form: (-forms[form], form[0].islower(), form[0]))
    out.add(node, SKOS.prefLabel, Literal(ranked[0][0]))
    out.add_texts(node, SKOS.altLabel, [form[0] for form in ranked[1:]])


def _state_membership(out: Statements, path: str, forms: Forms) -> None:
    """The first and the last date on which a post is attested.

    Never more: that somebody is last attested on a day does not say that they left on it.
    """
    node = out.iri(path)
    dates = sorted(form[0] for form in forms if form[0])
    if dates:
        out.add(node, WCO.firstAttested, _date(dates[0]))
        out.add(node, WCO.lastAttested, _date(dates[-1]))
    for status in {form[1] for form in forms if form[1]}:
        add_status(out, PostStatus(status))


def _state_participation(out: Statements, path: str, forms: Forms) -> None:
    """In which way one took part, if reports say so."""
    add_role(out, Role(next(iter(forms))[0]))
    for mode in _commonest(forms, 1):
        out.add(out.iri(path), WCO.mode, mode_iri(Mode(mode)))


STATE: dict[str, Callable[[Statements, str, Forms], None]] = {
    "title": _state_title,
    "membership": _state_membership,
    "participation": _state_participation,
}
"""First part of a path -> states what observations tell of such a thing."""


def _date(text: str) -> Literal:
    return date_literal(PartialDate(*(int(part) for part in text.split("-"))))


def _commonest(forms: Forms, at: int) -> list[str]:
    """The commonest value at one place of the forms, if there is any; the smaller of two that are equally common."""
    counts: Counter[str] = Counter()
    for form, count in forms.items():
        if form[at]:
            counts[form[at]] += count
    return sorted(counts, key=lambda value: (-counts[value], value))[:1]
