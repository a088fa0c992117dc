"""Passages: the characters of a report that state something (RFC 5147; Web Annotation Data Model, 4.2.4 and 4.2.5)."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from kg.mapping.statements import Statements, path_part
from kg.model import Passage, Report, Span
from kg.vocab import BASE, DCTERMS, OA, PROV, RDF, WCO, integer

__all__ = ["Passages", "passage_iri", "report_iri", "report_path"]


def report_iri(out: Statements, report: str) -> NamedNode:
    """The IRI of a report, which is also that of its named graph."""
    return out.iri(report_path(report))


def report_path(report: str) -> str:
    """Path of a report, which is also that of its named graph."""
    return f"report/{path_part(report)}"


def passage_iri(report: str, span: Span, base: str = BASE) -> NamedNode:
    """The IRI of the characters of a report (RFC 5147, section 2.1)."""
    return NamedNode(f"{base}{report_path(report)}#char={span.start},{span.end}")


class Passages:
    """Describes the passages of one report in ``out`` and ties statements to them.

    Args:
        out: Where the statements go.
        report: The report whose text the passages' offsets count.
    """

    def __init__(self, out: Statements, report: Report) -> None:
        self._out = out
        self._report = report
        self._report_iri = report_iri(out, report.id)
        self._nodes: dict[Span, NamedNode] = {}

    def add(self, passage: Passage) -> NamedNode:
        """Describes a passage; one that two rules read is one node with two rules.

        Raises:
            ValueError: It does not lie inside the text.
        """
        node = self._nodes.get(passage.span)
        if node is None:
            node = self._nodes[passage.span] = self._describe(passage.span)
        self._out.add_texts(node, WCO.rule, [passage.rule])
        return node

    def _describe(self, span: Span) -> NamedNode:
        start, end = span
        if not 0 <= start < end <= len(self._report.text):
            message = f"passage {start},{end} does not lie inside the text of report {self._report.id}"
            raise ValueError(message)
        out = self._out
        node = passage_iri(self._report.id, span, out.base)
        out.add(node, RDF.type, WCO.Passage)
        out.add(node, OA.start, integer(start))
        out.add(node, OA.end, integer(end))
        out.add(node, OA.exact, Literal(self._report.quote(span)))
        out.add(node, DCTERMS.isPartOf, self._report_iri)
        return node

    def derive(self, subject: NamedNode, passages: Iterable[Passage]) -> None:
        """States that ``subject`` is derived from each of ``passages``, and describes them."""
        for passage in passages:
            self._out.add(subject, PROV.wasDerivedFrom, self.add(passage))
