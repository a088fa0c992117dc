"""The report itself: what it is called, who published it where and when, which meetings it is about, its text."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from kg.mapping.passage import Passages, report_iri
from kg.mapping.statements import Statements, date_literal
from kg.model import Extractions, Links, Passage, Report, Span
from kg.vocab import DCTERMS, RDF, SCHEMA, WCO, XSD

__all__ = ["add_report"]


def add_report(
    out: Statements, passages: Passages, report: Report, extractions: Extractions, links: Links
) -> NamedNode:
    """States all that is known of a report beyond what it says; returns its IRI."""
    node = report_iri(out, report.id)
    out.add(node, RDF.type, WCO.Report)
    out.add(node, DCTERMS.identifier, Literal(report.id))
    out.add(node, SCHEMA.articleBody, Literal(report.text))
    if report.title is not None:
        out.add(node, DCTERMS.title, Literal(report.quote(report.title)))
    if report.publisher:
        out.add(node, DCTERMS.publisher, Literal(report.publisher))
    if report.issued is not None:
        out.add(node, DCTERMS.issued, date_literal(report.issued))
    if report.url:
        out.add(node, SCHEMA.url, Literal(report.url, datatype=XSD.anyURI))
    for meeting in extractions.meetings:
        relation = WCO.reportsOn if meeting.main else SCHEMA.mentions
        out.add(node, relation, out.iri(links.entities[meeting.key].path))
    passages.derive(node, _own_passages(report))
    return node


def _own_passages(report: Report) -> list[Passage]:
    """Where a report names itself: its headline, else its first sentence, else its whole text; and its date."""
    if report.title is not None:
        found = [Passage(report.title, "title")]
    elif report.sentences:
        found = [Passage(report.sentences[0].span, "first-sentence")]
    else:
        found = [Passage(Span(0, len(report.text)), "whole-text")]
    if report.issued_passage is not None:
        found.append(Passage(report.issued_passage, "issued"))
    return found
