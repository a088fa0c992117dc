from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.store import GraphStore, Manifest, build_store, open_store
from kg.vocab import BASE, FOAF, ORG, PROV, RDF, SCHEMA, SKOS, WCO, XSD, iri

PRESENT = {
    "council-2023": {"larry-liza": ["chair", "speaker"], "yuko-mamiya": ["attendee"], "jaemin-cho": ["attendee"]},
    "council-2024": {"larry-liza": ["attendee"], "yuko-mamiya": ["speaker"]},
    "visit-2019": {"jaemin-cho": ["visitor"], "tong-hua": ["attendee"]},
    "next": {"larry-liza": ["elected-chair"], "tong-hua": ["elected-vice-chair"]},
    "alone": {"askolani": ["opening"]},
}
"""A network worked out by hand: a triangle of Liza, Mamiya and Cho, Tong Hua hanging on Cho, Askolani apart."""


def statements() -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    for meeting, people in PRESENT.items():
        event = iri(f"meeting/{meeting}")
        yield event, RDF.type, WCO.Meeting
        yield event, WCO.kind, iri("meeting-kind/visit" if "visit" in meeting else "meeting-kind/session")
        if meeting[-4:].isdecimal():
            yield event, SCHEMA.startDate, Literal(meeting[-4:], datatype=XSD.gYear)
            yield event, PROV.wasDerivedFrom, iri("report/rocbap-664#char=0,5")
        for person, roles in people.items():
            node = iri(f"person/{person}")
            yield node, RDF.type, FOAF.Person
            yield node, FOAF.name, Literal(person.replace("-", " ").title())
            for role in roles:
                participation = iri(f"participation/{meeting}--{role}--{person}")
                yield participation, RDF.type, WCO.Participation
                yield participation, WCO.participant, node
                yield participation, WCO.meeting, event
                yield participation, WCO.role, iri(f"role/{role}")
                yield participation, PROV.wasDerivedFrom, iri("report/rocbap-664#char=0,5")
                yield iri(f"role/{role}"), SKOS.notation, Literal(role)
    yield iri("meeting/visit-2019"), WCO.region, iri("region/AP")
    yield iri("region/AP"), SKOS.notation, Literal("AP")
    for kind in ("visit", "session"):
        yield iri(f"meeting-kind/{kind}"), SKOS.notation, Literal(kind)
    yield iri("report/rocbap-664"), RDF.type, WCO.Report
    yield iri("membership/a"), RDF.type, ORG.Membership
    yield iri("discrepancy/a"), RDF.type, WCO.Discrepancy
    yield iri("discrepancy/a"), WCO.onProperty, WCO.ordinal


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    figures = {"sentences_total": 8, "sentences_read": 3, "sentences_unread": 2}
    with build_store(tmp_path / ".kg") as writer:
        writer.add(Quad(*each, DefaultGraph()) for each in statements())
        writer.add([Quad(iri("report/rocbap-664"), RDF.type, WCO.Report, iri("report/rocbap-664"))])
        writer.commit(Manifest("0.1.0", BASE, figures=figures))
    with open_store(tmp_path / ".kg") as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[GraphStore]:
    with build_store(tmp_path / "empty") as writer:
        writer.commit(Manifest("0.1.0", BASE))
    with open_store(tmp_path / "empty") as opened:
        yield opened
