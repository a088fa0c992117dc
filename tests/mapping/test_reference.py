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


def test_holders_of_posts_have_term_attestation_source_and_confidence(mapped) -> None:
    post = "membership/norikazu-kuramoto--head--rocb-ap"
    assert mapped.values(post, "org:member") == ["person/norikazu-kuramoto"]
    assert mapped.values(post, "org:organization") == ["office/rocb-ap"]
    assert mapped.values(post, "schema:startDate") == ["2019"]
    assert mapped.values(post, "wco:lastAttested") == ["2024-02-20"]
    assert mapped.values(post, "wco:confidence") == ["high"]
    assert mapped.values(post, "dcterms:source")
    assert "person/antoine-manga-massina" not in mapped.subjects("foaf:Person")


def test_vice_chairs_are_members_and_where_known_people(mapped) -> None:
    term = "membership/fj--vice-chair--ap-region--2016-07"
    assert mapped.values(term, "wco:country") == ["country/FJ"]
    assert mapped.values(term, "org:member") == ["person/visvanath-das"]
    assert mapped.values(term, "org:organization/skos:prefLabel") == ["WCO AP Region"]


def test_editions_of_the_global_meeting_have_date_place_and_chair(mapped) -> None:
    meeting = "meeting/global-meeting-18"
    assert mapped.values(meeting, "wco:ordinal") == ["18"]
    assert mapped.values(meeting, "schema:location/rdfs:label") == ["Brussels"]
    assert mapped.values(meeting, "^wco:chaired") == ["person/norikazu-kuramoto"]
    assert "meeting/global-meeting-11" not in mapped.subjects("wco:Meeting")


def test_who_is_left_out_is_nowhere(graph) -> None:
    quads = reference_quads(left_out=["KURAMOTO Norikazu"])
    assert not any("kuramoto" in str(quad).lower() for quad in quads)
    assert graph(quads).values("meeting/global-meeting-18", "wco:ordinal") == ["18"]


def test_nothing_is_without_source_and_confidence(mapped) -> None:
    for kind in ("org:Membership", "wco:Meeting", "wco:Participation"):
        for subject in mapped.subjects(kind):
            assert mapped.values(subject, "wco:confidence")[0] in {"high", "medium"}, subject
            assert mapped.values(subject, "dcterms:source"), subject
