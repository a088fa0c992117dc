"""The description of the dataset, its dumps, and the vocabulary."""

import gzip
import hashlib

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.vocab import BASE, DCAT, NETWORK, RDF, SPDX, VOID, VOID_EXT, WCO

DATASET = NamedNode(BASE + "dataset")


@pytest.fixture(scope="module")
def described(site):
    return list(parse(site.get("/.well-known/void", "text/turtle").body, RdfFormat.TURTLE))


def test_dumps_are_as_described(site, described) -> None:
    def one(subject, predicate):
        (value,) = (quad.object for quad in described if quad.subject == subject and quad.predicate == predicate)
        return value

    found = [quad.object for quad in described if quad.predicate == DCAT.distribution]
    assert len(found) == 4
    for each in found:
        body = site.get(one(each, DCAT.downloadURL).value.removeprefix(site.url)).body
        assert len(body) == int(one(each, DCAT.byteSize).value)
        assert hashlib.sha256(body).hexdigest() == one(one(each, SPDX.checksum), SPDX.checksumValue).value


def test_dump_is_the_graph(site, described) -> None:
    lines = gzip.decompress(site.get("/dumps/wco-kg.nt.gz").body).splitlines()
    answer = site.get("/sparql?query=SELECT%20%28COUNT%28%2A%29%20AS%20%3Fn%29%20%7B%3Fs%20%3Fp%20%3Fo%7D", "text/csv")
    total = int(answer.text.split()[1])
    assert total < len(lines)  # the dump also holds its description
    assert any(
        quad.subject == DATASET and quad.predicate == VOID.triples and quad.object.value == str(total)
        for quad in described
    )


def test_classes_and_the_links_between_them(described) -> None:
    classes = {quad.object for quad in described if quad.predicate == VOID["class"]}
    assert {WCO.Meeting, WCO.Participation, WCO.Report} <= classes
    (link,) = (
        quad.object
        for quad in described
        if quad.predicate == VOID_EXT.objectClassPartition
        and quad.subject.value.endswith("#class-wco-Participation--wco-meeting")
    )
    assert any(quad.subject == link and quad.object == WCO.Meeting for quad in described)


def test_endpoint_is_named(site, described) -> None:
    assert any(
        quad.predicate == VOID.sparqlEndpoint and quad.object == NamedNode(f"{site.url}/sparql") for quad in described
    )
    assert any(quad.predicate == RDF.type and quad.object == DCAT.DataService for quad in described)


def test_unknown_dump(site) -> None:
    assert site.get("/dumps/../../etc/passwd").status == 404
    assert site.get("/dumps/wco-kg.zip").status == 404


@pytest.mark.parametrize(
    ("accept", "media_type", "library"),
    [
        ("text/turtle", "text/turtle", RdfFormat.TURTLE),
        ("application/rdf+xml, text/html;q=0.1", "application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", "application/ld+json", RdfFormat.JSON_LD),
    ],
)
def test_vocabulary_as_rdf(site, accept: str, media_type: str, library: RdfFormat) -> None:
    answer = site.get("/ontology", accept)
    assert answer.type == media_type
    assert {WCO.Meeting, WCO.Participation} <= {quad.subject for quad in parse(answer.body, library)}


@pytest.mark.parametrize("vocabulary", [WCO, NETWORK], ids=["wco", "network"])
def test_vocabulary_as_a_page_defines_every_term(site, vocabulary) -> None:
    quads = list(parse(site.get("/ontology.ttl").body, RdfFormat.TURTLE))
    terms = {q.subject.value for q in quads if q.predicate == RDF.type and q.subject.value.startswith(vocabulary.base)}
    page = site.get("/ontology", "text/html").text
    assert len(terms) == len(set(vocabulary))
    assert {term for term in terms if f'id="{term.removeprefix(vocabulary.base)}"' not in page} == set()


@pytest.mark.parametrize("suffix", ["", ".ttl", ".jsonld"])
def test_terms_of_networks_lead_to_the_page_of_both(site, suffix: str) -> None:
    answer = site.get(f"/network{suffix}")
    assert (answer.status, answer.headers["location"]) == (303, f"/ontology{suffix}")


def test_vocabulary_links_to_its_forms(site) -> None:
    links = site.get("/ontology", "text/html").headers["link"]
    assert f'<{site.url}/ontology>; rel="canonical"' in links
    assert f'<{site.url}/ontology.ttl>; rel="alternate"; type="text/turtle"' in links


def test_unknown_suffix(site) -> None:
    assert site.get("/ontology.zip").status == 404
