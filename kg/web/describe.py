"""What the graph says of one thing, as RDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kg.rdf import FORMS, order, write_rdf
from kg.store import GraphStore
from kg.vocab import DCTERMS, ORG, PROV, RDF, WCO
from kg.web.answers import GRAPH_TYPES
from kg.web.reply import Reply

__all__ = ["MOST_LINKS", "description", "written"]

MOST_LINKS = 2_000
"""So many statements at most have the thing as object: a role or a region is that of thousands."""
_MERGED = DefaultGraph()
_OWN = {WCO.Participation, ORG.Membership, WCO.Discrepancy, WCO.Candidate}
"""Classes of nodes that say something of the thing they point to, and are described along with it."""


def description(store: GraphStore, node: NamedNode) -> list[Triple]:
    """What is said of a thing, and by the posts, roles and discrepancies that point to it; of a report, its passages.

    Args:
        store: The graph.
        node: The thing.
    """
    found = set(_about(store, node))
    links = [quad.triple for quad in islice(store.quads(_MERGED, object=node), MOST_LINKS)]
    found |= {link for link in links if link.predicate != PROV.wasDerivedFrom}
    for link in links:
        other = link.subject
        if isinstance(other, NamedNode) and (link.predicate == DCTERMS.isPartOf or _is_own(store, other)):
            found |= set(_about(store, other))
    return sorted(found, key=order)


def _about(store: GraphStore, node: NamedNode) -> Iterator[Triple]:
    return (quad.triple for quad in store.quads(_MERGED, subject=node))


def _is_own(store: GraphStore, node: NamedNode) -> bool:
    return any(quad.object in _OWN for quad in store.quads(_MERGED, subject=node, predicate=RDF.type))


def written(triples: list[Triple], form: str) -> Reply:
    """Statements in a form of RDF."""
    out = io.BytesIO()
    write_rdf((Quad(*each) for each in triples) if FORMS[form].datasets else triples, out, FORMS[form])
    return Reply(out.getvalue(), GRAPH_TYPES[form])
