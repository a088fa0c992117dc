"""Every IRI of the graph dereferences: by content negotiation, by suffix, with the headers that clients rely on."""

import json
import time

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.store import Manifest, build_store, open_store
from kg.vocab import BASE, DCTERMS, FOAF, RDF, VOID, WCO

PERSON = "person/norikazu-kuramoto"
NODE = NamedNode(BASE + PERSON)
FORMS = {
    ".ttl": ("text/turtle", RdfFormat.TURTLE),
    ".jsonld": ("application/ld+json", RdfFormat.JSON_LD),
    ".nt": ("application/n-triples", RdfFormat.N_TRIPLES),
    ".rdf": ("application/rdf+xml", RdfFormat.RDF_XML),
}


@pytest.mark.parametrize(
    ("accept", "location"),
    [
        ("text/html", f"/doc/{PERSON}"),
        ("", f"/doc/{PERSON}"),
        ("text/turtle", f"/doc/{PERSON}.ttl"),
        ("application/ld+json;q=0.9, text/html;q=0.2", f"/doc/{PERSON}.jsonld"),
        ("application/rdf+xml, text/turtle;q=0.9", f"/doc/{PERSON}.rdf"),
        ("text/html;q=0, application/n-triples;q=0.1", f"/doc/{PERSON}.nt"),
    ],
)
def test_thing_is_described_elsewhere(site, accept: str, location: str) -> None:
    answer = site.get(f"/id/{PERSON}", accept)
    assert (answer.status, answer.headers["location"]) == (303, location)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("suffix", FORMS)
def test_document_by_suffix_and_by_negotiation(site, suffix: str) -> None:
    media_type, library = FORMS[suffix]
    fixed, negotiated = site.get(f"/doc/{PERSON}{suffix}", "text/html"), site.get(f"/doc/{PERSON}", media_type)
    assert (fixed.status, fixed.type, negotiated.type) == (200, media_type, media_type)
    assert fixed.body == negotiated.body
    assert Quad(NODE, RDF.type, FOAF.Person) in set(parse(fixed.body, library))
    assert "Accept" in negotiated.headers["vary"].split(", ")
    assert "Accept" not in fixed.headers["vary"].split(", ")


def test_document_tells_of_posts_and_roles(site) -> None:
    quads = list(parse(site.get(f"/doc/{PERSON}.ttl").body, RdfFormat.TURTLE))
    roles = {quad.subject for quad in quads if quad.predicate == WCO.participant and quad.object == NODE}
    assert len(roles) > 10
    assert roles <= {quad.subject for quad in quads if quad.predicate == WCO.meeting}


def test_report_has_its_passages(site) -> None:
    quads = list(parse(site.get("/doc/report/rocbap-664.ttl").body, RdfFormat.TURTLE))
    passages = {quad.subject for quad in quads if quad.predicate == DCTERMS.isPartOf}
    assert len(passages) > 20
    assert all(passage.value.startswith(f"{BASE}report/rocbap-664#char=") for passage in passages)


def test_links_to_other_forms_and_to_itself(site) -> None:
    links = site.get(f"/doc/{PERSON}.ttl").headers["link"]
    assert f'<{site.url}/doc/{PERSON}>; rel="canonical"' in links
    assert f'<{site.url}/doc/{PERSON}.jsonld>; rel="alternate"; type="application/ld+json"' in links


def test_known_documents_are_not_sent_again(site) -> None:
    tag = site.get(f"/doc/{PERSON}.ttl").headers["etag"]
    assert site.get(f"/doc/{PERSON}.ttl", **{"If-None-Match": tag}).status == 304
    assert site.get(f"/doc/{PERSON}", "text/html", **{"If-None-Match": tag}).status == 200


def test_head(site) -> None:
    answer = site("HEAD", f"/doc/{PERSON}.ttl")
    assert (answer.status, answer.body) == (200, b"")


@pytest.mark.parametrize("path", ["person/norikazu-kurumoto", "meeting/global-meting-18"])
def test_unknown_thing_suggests_the_nearest(site, path: str) -> None:
    page, words = site.get(f"/doc/{path}", "text/html"), site.get(f"/id/{path}", "text/turtle")
    assert (page.status, words.status) == (404, 404)
    assert "Did you mean" in page.text
    assert "Did you mean" in words.text


@pytest.mark.parametrize("path", ["", "x", "person/", "%3C%22%3E", "person/..%2f..%2fetc/passwd", "<script>"])
def test_path_that_is_nothing(site, path: str) -> None:
    answer = site.get(f"/doc/{path}", "text/html")
    assert answer.status == 404
    assert "<script>x" not in answer.text


@pytest.mark.parametrize("path", [f"/id/{PERSON}", f"/doc/{PERSON}", "/ontology", "/.well-known/void"])
def test_nothing_fits(site, path: str) -> None:
    answer = site.get(path, "image/png")
    assert (answer.status, "Accept" in answer.headers["vary"]) == (406, True)


def test_every_kind_of_thing_dereferences(site, sample_store) -> None:
    with open_store(sample_store) as store:
        of_class: dict[str, NamedNode] = {}
        for quad in store.quads(predicate=RDF.type):
            if (
                isinstance(quad.subject, NamedNode)
                and quad.subject.value.startswith(BASE)
                and "#" not in quad.subject.value
            ):
                of_class.setdefault(str(quad.object), quad.subject)
    assert len(of_class) > 12
    for node in of_class.values():
        path = node.value.removeprefix(BASE)
        assert site.get(f"/doc/{path}.nt").text.count(f"<{node.value}>") > 0, path
        assert site.get(f"/doc/{path}", "text/html").status == 200, path


def test_every_iri_of_every_graph_dereferences(sample_store) -> None:
    from kg.web.entity import document

    with open_store(sample_store) as store:
        nodes = {
            node.value.partition("#")[0]
            for quad in store.quads()
            for node in (quad.subject, quad.object, quad.graph_name)
            if isinstance(node, NamedNode) and node.value.startswith(BASE)
        }
        assert len(nodes) > 1500
        for value in sorted(nodes):
            reply = document(store, path=value.removeprefix(BASE), form="ntriples", contact="")
            assert reply.status in {200, 301}, value
            assert reply.status == 301 or f"<{value}>".encode() in reply.body, value


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("country/AD", "Andorra"),
        ("office/afcfta", "African Continental Free Trade Area"),
        ("person/abdul-rahman-bin-othman", "/doc/office/capacity-building-committee"),
        ("meeting/global-meeting-16", "/doc/person/hisham-f-abou-ibrahim"),
        ("title/assistant-secretary", "Assistant Secretary"),
    ],
)
def test_what_only_the_reference_tables_tell_of_has_a_page_that_says_so(site, path: str, words: str) -> None:
    text = site.get(f"/doc/{path}", "text/html").text
    assert words in text
    assert "no report that was read tells of it" in text


def test_the_dataset_and_the_graphs_are_described(site) -> None:
    for path in ("/id/dataset", "/doc/dataset", "/doc/dataset.ttl"):
        answer = site.get(path)
        assert (answer.status, answer.headers["location"]) == (303, "/.well-known/void")
    quads = list(parse(site.get("/doc/graph/reference.ttl").body, RdfFormat.TURTLE))
    assert Quad(NamedNode(BASE + "graph/reference"), RDF.type, VOID.Dataset) in quads
    assert "GRAPH" in site.get("/doc/graph/reference", "text/html").text


@pytest.mark.parametrize("vocabulary", ["ontology", "network"])
def test_versions_of_the_vocabularies(site, vocabulary: str) -> None:
    assert site.get(f"/{vocabulary}/0.1.0").headers["location"] == "/ontology"
    assert site.get(f"/{vocabulary}/9.9.9").status == 404


def test_direct_answers_where_another_service_redirects(serving) -> None:
    with serving(direct=True) as site:
        answer = site.get(f"/id/{PERSON}", "text/turtle")
        assert (answer.status, answer.type) == (200, "text/turtle")
        assert site.get(f"/id/{PERSON}.nt").type == "application/n-triples"


def test_public_address_stands_in_links(serving) -> None:
    with serving(public_url="https://kg.example.org") as site:
        assert (
            f'<https://kg.example.org/doc/{PERSON}>; rel="canonical"' in site.get(f"/doc/{PERSON}.ttl").headers["link"]
        )
        assert "<https://kg.example.org/sparql>" in site.get("/sparql", "application/n-triples").text


def test_merged_and_forgotten_things(serving, tmp_path) -> None:
    old, new = NamedNode(BASE + "person/kosaka"), NamedNode(BASE + "person/yoshihiro-kosaka")
    with build_store(tmp_path / "store") as writer:
        writer.add([Quad(old, DCTERMS.isReplacedBy, new), Quad(new, FOAF.name, Literal("Yoshihiro Kosaka"))])
        writer.commit(Manifest("", BASE))
    gone = tmp_path / "gone.txt"
    gone.write_text("person/larry-liza\n")
    with serving(store=tmp_path / "store", forgotten=gone) as site:
        for path in ("/id/person/kosaka", "/doc/person/kosaka", "/doc/person/kosaka.ttl"):
            answer = site.get(path, "text/html")
            assert (answer.status, answer.headers["location"]) == (301, "/id/person/yoshihiro-kosaka")
        assert site.get("/id/person/larry-liza", "text/html").status == 410
        assert site.get("/doc/person/larry-liza.ttl").status == 410


def test_who_is_forgotten_meanwhile_is_gone_at_once(serving, sample_store, tmp_path) -> None:
    (tmp_path / "store").symlink_to(sample_store, target_is_directory=True)
    with serving(store=tmp_path / "store") as site:
        assert site.get(f"/doc/{PERSON}.ttl").status == 200
        (tmp_path / "forgotten.txt").write_text(f"# asked for it\nNorikazu Kuramoto\n{PERSON}\n", encoding="utf-8")
        time.sleep(1.1)
        page, words = site.get(f"/id/{PERSON}", "text/html"), site.get(f"/doc/{PERSON}.ttl")
        assert (page.status, words.status) == (410, 410)
        assert page.type == "text/html"
        assert "Kuramoto" not in page.text + words.text


def test_page_holds_json_ld(site) -> None:
    text = site.get(f"/doc/{PERSON}", "text/html").text
    embedded = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert any(each["@id"] == NODE.value for each in json.loads(embedded))
    assert Quad(NODE, RDF.type, FOAF.Person) in set(parse(embedded, RdfFormat.JSON_LD))
