from __future__ import annotations

import pytest

from kg.mapping import REFERENCE_GRAPH, reference_quads
from kg.vocab import BASE


@pytest.fixture(scope="module")
def mapped(graph):
    return graph(reference_quads())


def test_members_have_their_region(mapped) -> None:
    assert mapped.values("country/FJ", "wco:region/skos:notation") == ["AP"]
    assert mapped.values("country/KE", "wco:region/skos:notation") == ["ESA"]


def test_all_regions_are_there_in_two_languages(mapped) -> None:
    assert len(mapped.subjects("wco:Region")) == 7
    assert "Afrique occidentale et centrale" in mapped.values("region/WCA", "skos:prefLabel")


def test_offices_tell_kind_names_seat_source_and_confidence(mapped) -> None:
    office = "office/rocb-ap"
    assert "https://w3id.org/wco-kg/ontology#ROCB" in mapped.values(office, "rdf:type")
    assert mapped.values(office, "skos:prefLabel") == ["ROCB A/P"]
    assert "Regional Office for Capacity Building for Asia/Pacific" in mapped.values(office, "skos:altLabel")
    assert mapped.values(office, "wco:country/skos:notation") == ["TH"]
    assert mapped.values(office, "wco:confidence") == ["high"]
    assert mapped.values(office, "dcterms:source")
    assert mapped.values("office/capacity-building-directorate", "org:subOrganizationOf") == ["office/wco"]


def test_rows_of_low_confidence_and_names_of_kinds_are_left_out(mapped) -> None:
    offices = mapped.subjects("wco:Office")
    assert "office/rtc-korea" in offices
    assert "office/rtc-belarus" not in offices
    assert "office/rtc" not in offices
    for kind in ("wco:Office", "wco:MeetingSeries"):
        for subject in mapped.subjects(kind):
            assert mapped.values(subject, "wco:confidence") in (["high"], ["medium"]), subject


def test_everything_stands_in_the_graph_of_the_reference_data_in_order() -> None:
    quads = reference_quads()
    assert {quad.graph_name.value for quad in quads} == {BASE + REFERENCE_GRAPH}
    assert [str(quad.triple) for quad in quads] == sorted(str(quad.triple) for quad in quads)
    assert all(quad.subject.value.startswith(BASE) for quad in quads)
