"""Results of the engine as findings: where the report states what was found wrong, and which rule read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.model import Finding, Passage, Severity, Span
from kg.validation.engine import Result, Term
from kg.vocab import DCTERMS, OA, PROV, RDF, WCO

__all__ = ["Evidence", "Located", "sort_findings", "to_finding"]

_GRAVITY = {severity: rank for rank, severity in enumerate(Severity)}
_STEPS = 3
"""How far from a node a passage is looked for: from a country by place and meeting to what that was read from."""


class Located(NamedTuple):
    """A passage of a report with its characters."""

    report: str
    passage: Passage
    quote: str


class Evidence:
    """Leads from the nodes of a graph to the passages that they were read from.

    Args:
        triples: All statements of the graph.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._properties: dict[Term, dict[str, str]] = defaultdict(dict)
        self._rules: dict[Term, set[str]] = defaultdict(set)
        self._derived: dict[Term, set[Term]] = defaultdict(set)
        self._near: dict[Term, set[Term]] = defaultdict(set)
        self._reports: dict[Term, Term] = {}
        for triple in triples:
            self._read(triple)
        identifiers = {self._identifier(report) for report in self._reports.values()}
        self._only_report = identifiers.pop() if len(identifiers) == 1 else ""

    def _read(self, triple: Triple) -> None:
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if predicate == PROV.wasDerivedFrom:
            self._derived[subject].add(value)
        elif predicate == DCTERMS.isPartOf:
            self._reports[subject] = value
        elif predicate == WCO.rule:
            self._rules[subject].add(_text(value))
        elif predicate in {OA.start, OA.end, OA.exact, DCTERMS.identifier}:
            known = self._properties[subject]
            known[predicate.value] = min(_text(value), known.get(predicate.value, _text(value)))
        elif predicate == WCO.candidate:
            self._near[subject].add(value)
        elif predicate != RDF.type and isinstance(value, NamedNode | BlankNode):
            self._near[value].add(subject)

    def locate(self, node: Term | None) -> Located | None:
        """The first passage that ``node`` is, was read from, or that the nearest statement about it was read from."""
        if node is None:
            return None
        if node in self._reports:
            return self._passage(node)
        seen: set[Term] = set()
        nodes = {node}
        for _ in range(_STEPS):
            passages = {passage for each in nodes for passage in self._derived.get(each, ())}
            located = [found for each in passages if (found := self._passage(each)) is not None]
            if located:
                return min(located)
            seen |= nodes
            nodes = {near for each in nodes for near in self._near.get(each, ())} - seen
        return None

    def report(self, node: Term) -> str:
        """The identifier of the report that ``node`` is or is a part of, else of the only report there is, or empty."""
        return self._identifier(node) or self._identifier(self._reports.get(node, node)) or self._only_report

    def _identifier(self, report: Term) -> str:
        return self._properties.get(report, {}).get(DCTERMS.identifier.value, "")

    def _passage(self, node: Term) -> Located | None:
        properties = self._properties.get(node, {})
        try:
            span = Span(int(properties[OA.start.value]), int(properties[OA.end.value]))
            quote = properties[OA.exact.value]
        except (KeyError, ValueError):
            return None  # An incomplete passage is a finding of its own.
        return Located(self.report(node), Passage(span, ", ".join(sorted(self._rules.get(node, ())))), quote)


def to_finding(result: Result, evidence: Evidence) -> Finding:
    """A result with the passage that its focus node, or else its value, leads to."""
    nodes = [result.focus, result.value]
    if result.path.startswith("^"):
        nodes.reverse()  # The value is what points at the focus node, such as the passage of a report.
    located = next((found for node in nodes if (found := evidence.locate(node)) is not None), None)
    return Finding(
        shape=result.shape.value,
        severity=result.severity,
        focus=_text(result.focus),
        message=result.message,
        path=result.path,
        value="" if result.value is None else _text(result.value),
        report=located.report if located else evidence.report(result.focus),
        passage=located.passage if located else None,
        quote=located.quote if located else "",
        component=result.component.value,
        term="" if result.value is None else str(result.value),
    )


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Gravest first, then by shape, report, focus node and value; each once."""
    return sorted(
        set(findings),
        key=lambda each: (
            _GRAVITY[each.severity],
            each.shape,
            each.report,
            each.focus,
            each.path,
            each.term,
            each.component,
            each.message,
        ),
    )


def _text(node: Term) -> str:
    return node.value if isinstance(node, NamedNode | Literal) else str(node)
