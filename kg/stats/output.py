"""Figures as sections of rows, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields

from kg.stats.figures import Count, Network, Ranked, Statistics

__all__ = ["Section", "rows_as_csv", "sections", "to_csv", "to_json"]


@dataclass(frozen=True, slots=True)
class Section:
    """A table of figures.

    Attributes:
        name: Short, for programs.
        title: For people.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sections(figures: Statistics) -> Iterator[Section]:
    """All figures as tables, in the order in which a person wants them."""
    yield _pairs("graph", "The graph", _graph(figures))
    yield _counts("entities", "Entities by class", "class", figures.entities)
    yield _counts("meetings_by_region", "Meetings by region", "region", figures.meetings_by_region)
    yield _counts("meetings_by_kind", "Meetings by kind", "kind", figures.meetings_by_kind)
    yield _counts("meetings_by_year", "Meetings by year", "year", figures.meetings_by_year)
    yield _counts("discrepancies", "Discrepancies by property", "property", figures.discrepancies)
    yield _pairs("coverage", "Coverage", _coverage(figures))
    for network in figures.networks:
        title = f"Network of {network.name}: {network.projection}"
        yield _pairs(f"network_of_{network.name}", title, _network(network))
        columns = tuple(field.name for field in fields(Ranked))
        rows = tuple(tuple(str(getattr(each, column)) for column in columns) for each in network.top)
        yield Section(f"top_{network.name}", f"{network.name.capitalize()} with most meetings", columns, rows)


def to_json(figures: Statistics) -> str:
    """All figures as one JSON object."""
    values = asdict(figures)
    values["coverage"] |= {
        "evidence_share": figures.coverage.evidence_share,
        "read_share": figures.coverage.read_share,
    }
    for name, value in values.items():
        if isinstance(value, tuple) and all(isinstance(each, Count) for each in getattr(figures, name)):
            values[name] = dict(getattr(figures, name))
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def to_csv(figures: Statistics) -> str:
    """All figures as CSV (RFC 4180), one figure a row: section, item, measure, value."""
    return rows_as_csv(sections(figures))


def rows_as_csv(tables: Iterable[Section]) -> str:
    """Tables as CSV (RFC 4180), one cell a row: section, item (the first cell), measure (the column), value."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("section", "item", "measure", "value"))
    for section in tables:
        for row in section.rows:
            for measure, value in zip(section.columns[1:], row[1:], strict=True):
                writer.writerow((section.name, row[0], measure, value))
    return out.getvalue()


def _pairs(name: str, title: str, rows: tuple[tuple[str, int | float], ...]) -> Section:
    return Section(name, title, ("figure", "value"), tuple((label, str(value)) for label, value in rows))


def _counts(name: str, title: str, column: str, counts: tuple[Count, ...]) -> Section:
    return Section(name, title, (column, "count"), tuple((each.name, str(each.number)) for each in counts))


def _graph(figures: Statistics) -> tuple[tuple[str, int], ...]:
    return (
        ("triples of the merged graph", figures.triples),
        ("quads in all graphs", figures.quads),
        ("reports", figures.reports),
        ("discrepancies", sum(each.number for each in figures.discrepancies)),
    )


def _coverage(figures: Statistics) -> tuple[tuple[str, int | float], ...]:
    coverage = figures.coverage
    return (
        ("statements", coverage.statements),
        ("statements with evidence", coverage.with_evidence),
        ("share of statements with evidence", coverage.evidence_share),
        ("sentences", coverage.sentences),
        ("sentences from which something was read", coverage.sentences_read),
        ("share of sentences from which something was read", coverage.read_share),
        ("sentences that name somebody or something and from which nothing was read", coverage.sentences_unread),
    )


def _network(network: Network) -> tuple[tuple[str, int | float], ...]:
    return (
        ("nodes", network.nodes),
        ("edges", network.edges),
        ("density", network.density),
        ("components", network.components),
        ("nodes in the largest component", network.largest),
        ("pivots of betweenness", network.pivots),
        ("standard error of betweenness", network.betweenness_error),
    )
