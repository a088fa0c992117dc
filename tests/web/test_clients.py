"""Clients that others wrote, pointed at the bare address of the endpoint or at an IRI, work unaided.

Those written in JavaScript need node and the packages that ``.ci/web-tools`` installs.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, JSONLD, POST, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.vocab import PREFIXES

MODULES = Path(__file__).parent.parent.parent / "build" / "web" / "node_modules"
SELECT = "SELECT ?m ?label WHERE { ?m a wco:Meeting ; rdfs:label ?label } ORDER BY ?m LIMIT 7"
DECLARED = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("wco", "rdfs"))


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.parametrize(("form", "length"), [(JSON, 7), (XML, 7), (CSV, 8), (TSV, 8)])
def test_sparqlwrapper_select(site, form: str, length: int, method: str) -> None:
    client = SPARQLWrapper(f"{site.url}/sparql", returnFormat=form)
    client.setMethod(method)
    client.setQuery(SELECT)
    answer = client.queryAndConvert()
    if form == JSON:
        found = len(answer["results"]["bindings"])
    elif form == XML:
        found = len(answer.getElementsByTagName("result"))
    else:
        found = answer.decode().count("\n")
    assert found == length


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # SPARQLWrapper makes one
@pytest.mark.parametrize("form", [TURTLE, JSONLD])
def test_sparqlwrapper_construct(site, form: str) -> None:
    client = SPARQLWrapper(f"{site.url}/sparql", returnFormat=form)
    client.setQuery("CONSTRUCT WHERE { ?m a wco:Meeting ; rdfs:label ?label }")
    answer = client.queryAndConvert()
    graph = answer if isinstance(answer, rdflib.Graph) else rdflib.Graph().parse(data=answer, format="turtle")
    assert len(graph) > 100


def test_sparqlwrapper_shows_where_the_mistake_is(site) -> None:
    client = SPARQLWrapper(f"{site.url}/sparql")
    client.setQuery("SELECT * WHERE { ?s ?p }")
    with pytest.raises(QueryBadFormed, match="Line 1, column"):
        client.query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_store(site, method: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{site.url}/sparql", method=method))
    assert len(list(graph.query(DECLARED + SELECT))) == 7
    person = rdflib.URIRef("https://w3id.org/wco-kg/id/person/norikazu-kuramoto")
    assert str(graph.value(person, rdflib.FOAF.name)) == "Norikazu Kuramoto"
    assert bool(graph.query("ASK { ?s ?p ?o }"))


@pytest.mark.parametrize("path", ["/id/person/norikazu-kuramoto", "/ontology", "/.well-known/void", "/sparql"])
def test_rdflib_parses_addresses(site, path: str) -> None:
    assert len(rdflib.Graph().parse(site.url + path)) > 5


def node(package: str, *arguments: str) -> str:
    program = shutil.which("node")
    folder = MODULES / package
    if program is None:
        pytest.skip("node is not installed")
    if not folder.exists():
        pytest.skip(f"the npm package {package} is not in {MODULES}; .ci/web-tools installs it")
    scripts = json.loads((folder / "package.json").read_text())["bin"]
    script = scripts if isinstance(scripts, str) else next(iter(scripts.values()))
    ran = subprocess.run(
        [program, folder / script, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.parametrize("query", [SELECT, "SELECT * { ?m wco:ordinal ?n . FILTER(?n > 17) }"])
def test_comunica_finds_out_by_itself_that_it_is_an_endpoint(site, query: str) -> None:
    out = node(
        "@comunica/query-sparql", f"{site.url}/sparql", DECLARED + query, "-t", "application/sparql-results+json"
    )
    assert len(json.loads(out)["results"]["bindings"]) >= 3


def test_comunica_reads_documents(site) -> None:
    query = f"{DECLARED} SELECT ?meeting {{ ?x wco:participant ?p ; wco:meeting ?meeting }}"
    out = node("@comunica/query-sparql", f"{site.url}/doc/person/norikazu-kuramoto", query, "-t", "text/csv")
    assert out.count("\n") > 10


def test_rdf_dereference(site) -> None:
    out = node("rdf-dereference", f"{site.url}/id/person/norikazu-kuramoto")
    assert "norikazu-kuramoto" in out
