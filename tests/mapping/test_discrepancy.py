from __future__ import annotations

from kg.mapping.discrepancy import PROPERTIES, add_candidates
from kg.mapping.statements import Statements
from kg.model import Attribute, Entity, EntityKind

MEETING = Entity(EntityKind.MEETING, "rhca-18", "18th RHCA Conference")


def test_every_attribute_has_a_property() -> None:
    assert set(PROPERTIES) == set(Attribute)


def test_values_with_one_slug_are_two_candidates(graph) -> None:
    out = Statements()
    passages = [out.iri("report/r#char=0,1")]
    candidates = [("Suva", passages), ("SUVA", passages), ("Nadi", passages)]
    add_candidates(out, MEETING, Attribute.CITY, candidates, reason="The first stands in the dateline.")
    mapped = graph(out.quads(out.iri("graph/x")))
    node = "discrepancy/rhca-18--city"
    assert mapped.values(node, "wco:candidate") == [f"{node}--nadi", f"{node}--suva", f"{node}--suva-2"]
    assert mapped.values(node, "wco:candidate/rdf:value") == ["Nadi", "SUVA", "Suva"]
    assert mapped.values(node, "wco:adoptedValue") == ["Suva"]


def test_numbers_and_dates_are_typed(graph) -> None:
    out = Statements()
    for attribute, value in [(Attribute.START, "2016-12"), (Attribute.ORDINAL, "14"), (Attribute.CITY, "2016")]:
        add_candidates(out, MEETING, attribute, [(value, [])], reason="There is one alone.")
    mapped = graph(out.quads(out.iri("graph/x")))
    (start,) = mapped.terms("https://w3id.org/wco-kg/id/discrepancy/rhca-18--start", "wco:adoptedValue")
    (ordinal,) = mapped.terms("https://w3id.org/wco-kg/id/discrepancy/rhca-18--ordinal", "wco:adoptedValue")
    (city,) = mapped.terms("https://w3id.org/wco-kg/id/discrepancy/rhca-18--city", "wco:adoptedValue")
    assert [term.datatype.value.rpartition("#")[2] for term in (start, ordinal, city)] == [
        "gYearMonth",
        "integer",
        "string",
    ]
