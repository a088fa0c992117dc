from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kg.diff import compare, load_graph, sentences
from kg.model import Role
from kg.rdf import read_rdf
from kg.vocab import RDFS

HEAD = """
@prefix wco: <https://w3id.org/wco-kg/ontology#> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@base <https://w3id.org/wco-kg/id/> .
<person/norikazu-kuramoto> a foaf:Person ; foaf:name "Norikazu Kuramoto" .
<meeting/global-meeting-18> a wco:Meeting ; rdfs:label "18th Global Meeting" ; wco:ordinal %d .
<report/rocbap-664> a wco:Report ; dcterms:identifier "rocbap-664" .
<report/rocbap-664#char=0,9> dcterms:isPartOf <report/rocbap-664> .
"""
CHAIR = """
<role/chair> skos:prefLabel "chair" .
<participation/x> a wco:Participation ; wco:participant <person/norikazu-kuramoto> ; wco:role <role/chair> ;
    wco:meeting <meeting/global-meeting-18> ; prov:wasDerivedFrom <report/rocbap-664#char=0,9> .
"""
POST = """
<title/head> skos:prefLabel "Head" . <office/rocb-ap> skos:prefLabel "ROCB A/P" .
<membership/x> a org:Membership ; org:member <person/norikazu-kuramoto> ; org:role <title/head> ;
    org:organization <office/rocb-ap> .
"""
triples = st.builds(
    lambda subject, words: Triple(NamedNode(f"urn:{subject}"), RDFS.label, Literal(words)),
    st.sampled_from("abc"),
    st.sampled_from(["x", "y"]),
)


@pytest.fixture
def graph(tmp_path: Path):
    def make(*parts: str, ordinal: int = 18):
        path = tmp_path / "graph.ttl"
        path.write_text(HEAD % ordinal + "".join(parts), encoding="utf-8")
        return [quad.triple for quad in read_rdf(path)]

    return make


@given(st.sets(triples), st.sets(triples))
def test_what_is_lost_and_gained_leads_from_one_to_the_other(old, new) -> None:
    difference = compare(old, new)
    assert (old - set(difference.lost)) | set(difference.gained) == new
    assert bool(difference) == (old != new)


def test_a_role_that_is_new_or_gone(graph) -> None:
    old, new = graph(), graph(CHAIR)
    assert sentences(compare(old, new)) == [
        "Norikazu Kuramoto is now chair of the 18th Global Meeting, from rocbap-664."
    ]
    assert sentences(compare(new, old)) == [
        "Norikazu Kuramoto is no longer chair of the 18th Global Meeting, from rocbap-664."
    ]


def test_a_post_a_value_and_a_redirect(graph) -> None:
    redirect = "<person/n-kuramoto> dcterms:isReplacedBy <person/norikazu-kuramoto> ."
    assert sentences(compare(graph(ordinal=17), graph(POST, redirect))) == [
        "Norikazu Kuramoto is now Head at ROCB A/P.",
        "The number of 18th Global Meeting is now 18, was 17.",
        "person/n-kuramoto is now person/norikazu-kuramoto.",
    ]


CONTESTED = """
<discrepancy/x> a wco:Discrepancy ; wco:about <meeting/global-meeting-18> ; wco:onProperty wco:%s ;
    wco:adoptedValue "%s" ; wco:candidate <discrepancy/x--1>, <discrepancy/x--2> ;
    prov:wasDerivedFrom <report/rocbap-664#char=0,9> .
<discrepancy/x--1> rdf:value "18" . <discrepancy/x--2> rdf:value "17" .
"""


def test_what_is_stated_in_several_ways(graph) -> None:
    plain, contested, chair = graph(), graph(CONTESTED % ("ordinal", 18)), graph(CONTESTED % ("chaired", 17))
    assert sentences(compare(plain, contested)) == [
        "The number of the 18th Global Meeting is now stated in several ways: 18, 17, from rocbap-664."
    ]
    assert sentences(compare(contested, plain)) == [
        "The number of the 18th Global Meeting is no longer stated in several ways: 18, 17, from rocbap-664."
    ]
    assert sentences(compare(plain, chair)) == [
        "The chair of the 18th Global Meeting is now stated in several ways: 17, 18, from rocbap-664."
    ]
    third = '<discrepancy/x> wco:candidate <discrepancy/x--3> . <discrepancy/x--3> rdf:value "19" .'
    assert sentences(compare(contested, graph(CONTESTED % ("ordinal", 18), third))) == [
        "The number of the 18th Global Meeting is now stated as 18, 17, 19; was 18, 17, from rocbap-664."
    ]


def test_two_people_of_one_name_have_their_paths(graph) -> None:
    other = '<person/norikazu-kuramoto-2> a foaf:Person ; foaf:name "Norikazu Kuramoto" .'
    assert sentences(compare(graph(), graph(CHAIR, other))) == [
        "Norikazu Kuramoto (person/norikazu-kuramoto) is now chair of the 18th Global Meeting, from rocbap-664.",
        "Person Norikazu Kuramoto (person/norikazu-kuramoto-2) is now in the graph.",
    ]


def test_every_role_has_words() -> None:
    from kg.diff.sentences import _ROLES

    assert set(_ROLES) == set(Role)


def test_stores_and_files_can_be_compared(kg, in_sample: Path) -> None:
    assert kg("export", "-o", "graph.ttl").code == 0
    ran = kg("diff", "graph.ttl", ".kg")
    assert (ran.code, ran.out) == (0, "")
    assert load_graph(Path("graph.ttl")) == load_graph(Path(".kg"))
    text = Path("graph.ttl").read_text(encoding="utf-8")
    Path("other.ttl").write_text(text.replace("wco:ordinal 18", "wco:ordinal 81"), encoding="utf-8")
    ran = kg("diff", "graph.ttl", "other.ttl")
    assert ran.code == 1
    assert "is now 81, was 18" in ran.out
    triples = kg("diff", "graph.ttl", "other.ttl", "-f", "triples").out.splitlines()
    assert {line[0] for line in triples} == {"-", "+"}
    assert kg("diff", "nowhere", ".kg").code == 2
