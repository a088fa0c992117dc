"""The graph of one report."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, NamedNode

from kg.linking import link_one
from kg.mapping import report_quads
from kg.mapping.graph import attestation_date
from kg.mapping.office import traits
from kg.model import (
    Entity,
    EntityKind,
    Extractions,
    Office,
    PartialDate,
    Passage,
    Person,
    Post,
    PostStatus,
    Region,
    Report,
    Role,
    SentenceKind,
    Span,
    Stated,
)
from kg.vocab import BASE

MEETING = "meeting/global-meeting-18"


@pytest.fixture(scope="module")
def mapped(sample, graph):
    return graph(report_quads(sample.report, sample.extractions, sample.links))


def test_report(mapped, sample) -> None:
    report = "report/rocbap-664"
    assert mapped.values(report, "dcterms:identifier") == ["rocbap-664"]
    assert mapped.values(report, "dcterms:title") == [sample.report.text.splitlines()[0]]
    assert mapped.values(report, "dcterms:publisher") == ["ROCB A/P"]
    assert mapped.values(report, "schema:url") == ["http://www.rocb-ap.org/article-detail/664/"]
    assert mapped.values(report, "schema:articleBody") == [sample.report.text]
    assert mapped.values(report, "wco:reportsOn") == [MEETING]
    assert mapped.values(report, "schema:mentions") == []
    assert mapped.values(report, "dcterms:issued") == []


def test_meeting_carries_adopted_values_alone(mapped) -> None:
    assert mapped.values(MEETING, "rdfs:label") == ["18th Global Meeting of the Regional Entities"]
    assert mapped.values(MEETING, "skos:altLabel") == ["17th Global Meeting"]
    assert mapped.values(MEETING, "wco:ordinal") == ["18"]
    assert mapped.values(MEETING, "schema:startDate") == ["2023-02-20"]
    assert mapped.values(MEETING, "schema:endDate") == ["2023-02-21"]
    assert mapped.values(MEETING, "schema:eventAttendanceMode") == ["https://schema.org/MixedEventAttendanceMode"]
    assert mapped.values(MEETING, "wco:kind/skos:notation") == ["meeting"]
    assert mapped.values(MEETING, "wco:region/skos:notation") == ["GLOBAL"]
    assert mapped.values(MEETING, "wco:inSeries/rdfs:label") == ["Global Meeting of the Regional Entities"]
    assert mapped.values(MEETING, "schema:location/rdfs:label") == ["Brussels"]
    assert mapped.values(MEETING, "schema:location/wco:country/skos:notation") == ["BE"]


@pytest.mark.parametrize(("field", "term"), [("people", "participantCount"), ("members", "memberCount")])
def test_a_number_is_derived_from_the_passage_that_states_it(sample, graph, field: str, term: str) -> None:
    (meeting,) = sample.extractions.meetings
    numbers = tuple(
        Stated(value, Passage(Span(*span), "test"), SentenceKind.BODY) for value, span in [(19, (4, 8)), (47, (8, 12))]
    )
    found = replace(sample.extractions, meetings=(replace(meeting, **{field: numbers}),))
    stated = graph(report_quads(sample.report, found, sample.links))
    assert stated.values(MEETING, f"wco:{term}") == ["47"]
    passages = stated.values(MEETING, "prov:wasDerivedFrom")
    assert "report/rocbap-664#char=8,12" in passages
    assert "report/rocbap-664#char=4,8" not in passages


def test_person_office_and_membership(mapped) -> None:
    assert mapped.values("person/norikazu-kuramoto", "foaf:name") == ["Norikazu Kuramoto"]
    assert mapped.values("person/norikazu-kuramoto", "skos:altLabel") == ["Mr. Norikazu Kuramoto"]
    assert mapped.values("person/norikazu-kuramoto", "foaf:title") == ["Mr."]
    assert mapped.values("office/rocb-ap", "rdf:type") == [
        "https://w3id.org/wco-kg/ontology#Office",
        "https://w3id.org/wco-kg/ontology#ROCB",
    ]
    assert mapped.values("office/rocb-ap", "wco:country") == ["country/TH"]
    membership = "membership/norikazu-kuramoto--head--rocb-ap"
    assert mapped.values(membership, "org:member") == ["person/norikazu-kuramoto"]
    assert mapped.values(membership, "org:organization") == ["office/rocb-ap"]
    assert mapped.values(membership, "org:role/skos:prefLabel") == ["Head"]
    assert mapped.values(membership, "wco:attestedOn") == ["2023-02-20"]


def test_participations_and_shortcuts(mapped) -> None:
    chair = "participation/global-meeting-18--chair--norikazu-kuramoto"
    assert mapped.values(chair, "wco:participant") == ["person/norikazu-kuramoto"]
    assert mapped.values(chair, "wco:meeting") == [MEETING]
    assert mapped.values(chair, "wco:role") == ["role/chair"]
    assert mapped.values(chair, "wco:onBehalfOf") == []
    attendee = "participation/global-meeting-18--attendee--norikazu-kuramoto"
    assert mapped.values(attendee, "wco:onBehalfOf") == ["office/rocb-ap"]
    assert mapped.values(attendee, "wco:mode") == ["https://schema.org/OnlineEventAttendanceMode"]
    assert mapped.values("person/norikazu-kuramoto", "wco:chaired") == [MEETING]
    assert mapped.values("person/norikazu-kuramoto", "wco:attended") == [MEETING]
    assert mapped.values("office/wco", "wco:hosted") == [MEETING]


def test_discrepancy_keeps_both_values_with_their_passages(mapped, sample) -> None:
    (discrepancy,) = mapped.subjects("wco:Discrepancy")
    assert discrepancy == "discrepancy/global-meeting-18--ordinal"
    assert mapped.values(discrepancy, "wco:about") == [MEETING]
    assert mapped.values(discrepancy, "wco:onProperty") == ["https://w3id.org/wco-kg/ontology#ordinal"]
    assert mapped.values(discrepancy, "wco:adoptedValue") == ["18"]
    assert mapped.values(discrepancy, "rdfs:comment") == ["The headline goes before the body."]
    assert mapped.values(discrepancy, "wco:candidate/rdf:value") == ["17", "18"]
    assert mapped.values(f"{discrepancy}--17", "prov:wasDerivedFrom/oa:exact") == ["17th"]


def test_every_passage_quotes_its_characters(mapped, sample) -> None:
    passages = mapped.subjects("wco:Passage")
    assert len(passages) > 8
    for passage in passages:
        start, end = map(int, re.fullmatch(r"report/rocbap-664#char=(\d+),(\d+)", passage).groups())
        assert mapped.values(passage, "oa:start") == [str(start)]
        assert mapped.values(passage, "oa:end") == [str(end)]
        assert mapped.values(passage, "oa:exact") == [sample.report.text[start:end]]
        assert mapped.values(passage, "dcterms:isPartOf") == ["report/rocbap-664"]


def test_a_passage_that_two_rules_read_has_both(mapped, sample) -> None:
    start = sample.report.text.index("Mr. Norikazu Kuramoto")
    passage = f"report/rocbap-664#char={start},{start + len('Mr. Norikazu Kuramoto')}"
    assert mapped.values(passage, "wco:rule") == ["presence", "test"]


@pytest.mark.parametrize(
    "kind", ["wco:Report", "wco:Meeting", "org:Membership", "wco:Participation", "foaf:Person", "wco:Office"]
)
def test_everything_stated_has_evidence(mapped, kind: str) -> None:
    subjects = mapped.subjects(kind)
    assert subjects
    for subject in subjects:
        assert mapped.values(subject, "prov:wasDerivedFrom"), subject


def test_quads_are_sorted_unique_and_without_blank_nodes_in_the_graph_of_the_report(sample) -> None:
    quads = report_quads(sample.report, sample.extractions, sample.links)
    assert [str(quad.triple) for quad in quads] == sorted({str(quad.triple) for quad in quads})
    assert {quad.graph_name for quad in quads} == {NamedNode(f"{BASE}report/rocbap-664")}
    assert not any(isinstance(term, BlankNode) for quad in quads for term in quad.triple)
    assert quads == report_quads(sample.report, sample.extractions, sample.links)


def test_another_base_changes_every_data_iri(sample) -> None:
    quads = report_quads(sample.report, sample.extractions, sample.links, "https://example.org/data/")
    assert not any(BASE in str(quad) for quad in quads)
    assert all(quad.subject.value.startswith("https://example.org/data/") for quad in quads)


def test_an_identifier_that_no_iri_can_hold_is_encoded(sample) -> None:
    report = replace(sample.report, id="réunion 18/2023")
    extractions = replace(sample.extractions, report=report.id)
    quads = report_quads(report, extractions, link_one(extractions))
    assert quads[0].graph_name.value == f"{BASE}report/r%C3%A9union%2018%2F2023"


def one_post(text: str, post: Post, *offices: Office) -> tuple[Report, Extractions]:
    whole = (Passage(Span(0, len(text)), "test"),)
    person = Person("p1", "Norikazu Kuramoto", (), whole)
    return Report("r", text, ()), Extractions("r", (), (person,), offices, (replace(post, passages=whole),))


@pytest.mark.parametrize(
    ("post", "path"),
    [
        (Post("p1", "Head", "o1", ()), "membership/norikazu-kuramoto--head--rocb-ap"),
        (Post("p1", "", "o1", ()), "membership/norikazu-kuramoto--at--rocb-ap"),
        (Post("p1", "Head", "", ()), "membership/norikazu-kuramoto--head"),
        (Post("p1", "Head", "o1", (), PostStatus.FORMER), "membership/norikazu-kuramoto--head--rocb-ap--former"),
    ],
)
def test_posts_state_no_more_than_the_report(graph, post: Post, path: str) -> None:
    office = Office("o1", "ROCB A/P", (), (Passage(Span(0, 1), "test"),))
    report, extractions = one_post("Norikazu Kuramoto", post, office)
    mapped = graph(report_quads(report, extractions, link_one(extractions)))
    assert mapped.subjects("org:Membership") == [path]
    assert mapped.values(path, "org:role") == (["title/head"] if post.title else [])
    assert mapped.values(path, "org:organization") == (["office/rocb-ap"] if post.office else [])
    assert mapped.values(path, "wco:status/skos:notation") == (["former"] if post.status else [])
    assert mapped.values(path, "wco:attestedOn") == []


def test_two_records_of_one_office_leave_one_name_region_and_country(graph) -> None:
    whole = (Passage(Span(0, 1), "test"),)
    offices = (
        Office("o1", "Guam Fusion Center", (), whole, region=Region.AP, country="GU"),
        Office("o2", "Fusion Center of Guam", (), whole, region=Region.AMS, country="US"),
    )
    extractions = Extractions("r", offices=offices)
    mapped = graph(report_quads(Report("r", "x", ()), extractions, link_one(extractions)))
    (office,) = mapped.subjects("wco:Office")
    assert mapped.values(office, "skos:prefLabel") == ["Guam Fusion Center"]
    assert mapped.values(office, "skos:altLabel") == ["Fusion Center of Guam"]
    assert mapped.values(office, "wco:country") == ["country/GU"]
    assert mapped.values(office, "wco:region") == ["region/AP"]


def test_a_passage_outside_the_text_is_refused() -> None:
    person = Person("p1", "Norikazu Kuramoto", (), (Passage(Span(0, 99), "test"),))
    extractions = Extractions("r", persons=(person,))
    with pytest.raises(ValueError, match="does not lie inside the text of report r"):
        report_quads(Report("r", "short", ()), extractions, link_one(extractions))


def test_posts_are_attested_on_the_date_of_the_report_else_of_its_main_meeting(sample) -> None:
    dated = replace(sample.report, issued=PartialDate(2023, 3))
    assert attestation_date(dated, sample.extractions) == PartialDate(2023, 3)
    assert attestation_date(sample.report, sample.extractions) == PartialDate(2023, 2, 20)
    assert attestation_date(sample.report, Extractions("rocbap-664")) is None


def test_every_role_has_its_shortcut(sample, graph) -> None:
    for role in Role:
        participations = tuple(replace(each, role=role) for each in sample.extractions.participations[:1])
        extractions = replace(sample.extractions, participations=participations)
        mapped = graph(report_quads(sample.report, extractions, sample.links))
        assert mapped.ask(f"<person/norikazu-kuramoto> ?shortcut <{MEETING}>"), role


@pytest.mark.parametrize(
    ("office", "slug", "expected"),
    [
        (Office("o1", "Chilean Customs", (), ()), "chile-customs", ("Administration", None, "CL")),
        (Office("o1", "WTO", (), ()), "wto", ("Partner", None, "")),
        (Office("o1", "RILO A/P", (), (), country="KR"), "rilo-ap-hk", ("RILO", None, "KR")),
        (Office("o1", "Samsung Electronics", (), (), country="KR"), "samsung-electronics", ("Office", None, "KR")),
    ],
)
def test_the_tables_know_what_an_office_is(office: Office, slug: str, expected: tuple[str, None, str]) -> None:
    assert traits(office, Entity(EntityKind.OFFICE, slug, office.name)) == expected
