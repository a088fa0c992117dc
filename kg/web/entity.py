"""The job behind ``/id`` and ``/doc``: a thing as a page or as RDF."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Triple

from kg.store import GraphStore
from kg.vocab import DCTERMS, FOAF, OA, PROV, RDF, RDFS, SCHEMA, SKOS, WCO
from kg.web.beside import beside
from kg.web.describe import description, written
from kg.web.names import Names, in_words
from kg.web.reply import Reply
from kg.web.report import report_text
from kg.web.search import suggestions
from kg.web.sections import kind_of, sections_of
from kg.web.tables import Link
from kg.web.templating import page

__all__ = ["document"]

_MERGED = DefaultGraph()
_NAMES = {FOAF.name, SKOS.prefLabel, RDFS.label, DCTERMS.title}
_UNSEEN = _NAMES | {SKOS.altLabel, RDF.type, PROV.wasDerivedFrom, SCHEMA.articleBody, SCHEMA.mentions}
_FIRST = (
    WCO.ordinal,
    WCO.kind,
    WCO.inSeries,
    SCHEMA.startDate,
    SCHEMA.endDate,
    SCHEMA.location,
    SCHEMA.eventAttendanceMode,
    WCO.region,
    DCTERMS.publisher,
    DCTERMS.issued,
    SCHEMA.url,
    WCO.reportsOn,
)
"""What a page tells first, in this order; all else follows by IRI."""
_SHORTCUTS = {
    WCO[name]
    for name in (
        "chaired viceChaired electedToChair electedToViceChair opened closed spokeAt moderated attended visited "
        "signedAt observed hosted organized sponsored"
    ).split()
}


def document(graph: GraphStore, *, path: str, form: str, contact: str) -> Reply:
    """What the graph says of a thing; 301 where it has become another, 404 where there is none.

    Args:
        graph: The graph.
        path: Of its IRI below the base, percent-encoded as there.
        form: ``html`` or the name of a form of RDF.
        contact: Where people ask to be taken out, or empty.
    """
    store, note, node = graph, "", _node(graph, path)
    about = _about(store, node)
    if node and not about and (found := beside(graph, node)):
        store, note = found
        about = _about(store, node)
    if node is None or not about:
        return _missing(graph, path, form)
    for triple in about:
        if triple.predicate == DCTERMS.isReplacedBy and isinstance(triple.object, NamedNode):
            successor = triple.object.value.removeprefix(store.manifest.base)
            return Reply(b"", status=301, headers={"Location": successor})
    if form != "html":
        return written(description(store, node), form)
    return _page(store, node, path, about, contact, note)


def _about(store: GraphStore, node: NamedNode | None) -> list[Triple]:
    return [quad.triple for quad in store.quads(_MERGED, subject=node)] if node else []


def _node(store: GraphStore, path: str) -> NamedNode | None:
    try:
        return NamedNode(store.manifest.base + path)
    except ValueError:
        return None


def _missing(store: GraphStore, path: str, form: str) -> Reply:
    near = suggestions(store, path.rpartition("/")[2].replace("-", " "))
    if form == "html":
        return page("missing.html", status=404, path=path, near=near, hint="")
    listed = "".join(f"Did you mean {link.words} ({link.href})?\n" for link in near)
    return Reply(f"There is nothing at {path}.\n{listed}".encode(), status=404)


def _page(store: GraphStore, node: NamedNode, path: str, about: list[Triple], contact: str, note: str) -> Reply:
    names = Names(store)
    kind = kind_of(store, node)
    is_report = kind.name == "report"
    return page(
        "report.html" if is_report else "thing.html",
        title=names.of(node),
        iri=node.value,
        path=path,
        kind=kind.name,
        note=note,
        variants=sorted(
            {t.object.value for t in about if t.predicate == SKOS.altLabel and isinstance(t.object, Literal)}
        ),
        facts=list(_facts(names, about)),
        sections=sections_of(store, names, kind, node),
        sources=_sources(store, names, about),
        report=report_text(store, names, node, about) if is_report else None,
        linked=_embedded(about),
        person=kind.name == "person",
        contact=contact,
    )


def _facts(names: Names, about: list[Triple]) -> Iterator[tuple[Link, list[Link | str]]]:
    """What a page tells at its head: each property with its values."""
    told: dict[NamedNode, list[Link | str]] = {}
    for triple in sorted(about, key=lambda each: (_place(each.predicate), each.predicate.value, str(each.object))):
        if triple.predicate in _UNSEEN or triple.predicate in _SHORTCUTS:
            continue
        told.setdefault(triple.predicate, []).append(_value(names, triple.object))
    for predicate, values in told.items():
        yield Link(in_words(predicate), names.link(predicate)), values


def _place(predicate: NamedNode) -> int:
    return _FIRST.index(predicate) if predicate in _FIRST else len(_FIRST)


def _value(names: Names, value: object) -> Link | str:
    if isinstance(value, NamedNode):
        return Link(names.of(value), names.link(value))
    words = value.value if isinstance(value, Literal) else str(value)
    return Link(words, words) if words.startswith(("http://", "https://")) else words


def _sources(store: GraphStore, names: Names, about: list[Triple]) -> list[tuple[Link, list[Link]]]:
    """Each report that states the thing itself, with the passages."""
    found: dict[str, list[Link]] = {}
    for triple in about:
        passage = triple.object
        if triple.predicate == PROV.wasDerivedFrom and isinstance(passage, NamedNode):
            quotes = store.quads(_MERGED, subject=passage, predicate=OA.exact)
            words = next((q.object.value for q in quotes if isinstance(q.object, Literal)), "")
            found.setdefault(passage.value.partition("#")[0], []).append(Link(words, names.link(passage)))
    return [
        (Link(names.of(NamedNode(report)), names.link(NamedNode(report))), sorted(passages, key=lambda each: each.href))
        for report, passages in sorted(found.items())
    ]


def _embedded(about: list[Triple]) -> str:
    """The statements of the page itself as JSON-LD that can stand in a script element."""
    own = [each for each in about if each.predicate not in {SCHEMA.articleBody, PROV.wasDerivedFrom}]
    content = json.loads(written(sorted(own, key=str), "jsonld").body)
    return json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")
