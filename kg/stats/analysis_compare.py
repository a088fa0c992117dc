"""What differs between the networks of two graphs: figures, nodes, edges, years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from kg.stats.analysis import Analysis, Edge, Node, Year
from kg.stats.analysis_output import network_figures
from kg.stats.compare import COLUMNS, change
from kg.stats.output import Section

__all__ = ["analysis_changes", "analysis_changes_shown"]

_DIGITS = 6
_OF_NODES = tuple(field.name for field in fields(Node) if field.name not in {"iri", "path", "kind", "community"})
"""What of a node is compared; the number of its community says nothing from one network to the next."""
_OF_EDGES = ("weight", "first", "last", "bridge")
_YEARLY = ("meetings", "nodes", "edges")
_TURNOVER = ("kept", "new", "gone")
_OF_YEARS = tuple(field.name for field in fields(Year) if field.name != "year")

Cells = dict[tuple[str, str], str]
"""Each figure by item and measure."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Network:
    """What is compared of a network; things by their paths, which stay where the base changes."""

    nodes: dict[str, Node]
    edges: dict[Pair, Edge]

    @classmethod
    def of(cls, analysis: Analysis) -> _Network:
        base = analysis.base
        nodes = {node.path: node for node in analysis.nodes}
        edges = {(e.source.removeprefix(base), e.target.removeprefix(base)): e for e in analysis.edges}
        return cls(nodes, edges)


def analysis_changes(old: Analysis, new: Analysis) -> Iterator[Section]:
    """Every figure that differs: of the network, its nodes, edges and years; sections in which none does are left out.

    Args:
        old: The network before.
        new: The network now, projected and selected alike.
    """
    one, other = _Network.of(old), _Network.of(new)
    yield from _section("network", "Network", _whole(old), _whole(new))
    yield from _section("turnover", "Who and what stayed", {}, _turnover(one, other))
    yield from _section("nodes", "Nodes", _cells(one.nodes, _OF_NODES), _cells(other.nodes, _OF_NODES))
    yield from _section("edges", "Edges", _cells(_joined(one), _OF_EDGES), _cells(_joined(other), _OF_EDGES))
    yield from _section("years", "Year by year", _cells(_by_year(old), _OF_YEARS), _cells(_by_year(new), _OF_YEARS))


def analysis_changes_shown(old: Analysis, new: Analysis, top: int, by: str) -> Iterator[Section]:
    """The tables that a person wants; none where nothing differs.

    Args:
        old: The network before.
        new: The network now.
        top: How many nodes and edges are listed, those that changed most first.
        by: The measure of :data:`kg.stats.MEASURES` by which nodes are compared.
    """
    every = {section.name: section for section in analysis_changes(old, new)}
    one, other = _Network.of(old), _Network.of(new)
    if "network" in every:
        rows: tuple[tuple[str, ...], ...] = tuple((row[0], *row[2:]) for row in every["network"].rows)
        yield Section("network", f"Network {new.projection}: what differs", ("figure", *COLUMNS[2:]), rows)
    if {"nodes", "edges"} & every.keys():
        cells = _turnover(one, other)
        rows = tuple((item, *(cells[item, what] for what in _TURNOVER)) for item in ("nodes", "edges"))
        yield Section("turnover", "Who and what stayed", ("of the", *_TURNOVER), rows)
    if nodes := _nodes_shown(one, other, by):
        columns: tuple[str, ...] = ("name", "region", "before", "now", "change", "rank before", "rank now")
        yield Section("nodes", f"Nodes by change of {by.replace('_', ' ')}", columns, tuple(nodes[:top]))
    if edges := _edges_shown(one, other):
        yield Section("edges", "Edges by change of weight", ("one", "other", *COLUMNS[2:]), tuple(edges[:top]))
    if years := _years_shown(old, new):
        head = ("year", *(words for name in _YEARLY for words in (f"{name} before", "now")))
        yield Section("years", "Year by year", head, tuple(years))


def _section(name: str, title: str, before: Cells, now: Cells) -> Iterator[Section]:
    rows = tuple(
        (*cell, was, value, change(was, value, _DIGITS) if before else "")
        for cell in dict.fromkeys((*before, *now))
        if (was := before.get(cell, "")) != (value := now.get(cell, ""))
    )
    if rows:
        ordered = rows if name in {"network", "turnover"} else tuple(sorted(rows, key=lambda row: row[0]))
        yield Section(name, title, COLUMNS, ordered)


def _whole(analysis: Analysis) -> Cells:
    return {(name.replace("_", " "), "value"): _told(value) for name, value in network_figures(analysis).items()}


def _turnover(one: _Network, other: _Network) -> Cells:
    """Of nodes and of edges, how many are in both networks, in the new one alone, in the old one alone."""
    found: Cells = {}
    for item, before, now in (("nodes", {*one.nodes}, {*other.nodes}), ("edges", {*_joined(one)}, {*_joined(other)})):
        counts = (len(before & now), len(now - before), len(before - now))
        found |= {(item, what): str(count) for what, count in zip(_TURNOVER, counts, strict=True)}
    return found


def _cells(records: Mapping[str, Node] | Mapping[str, Edge] | Mapping[str, Year], names: tuple[str, ...]) -> Cells:
    return {(item, name): _told(getattr(record, name)) for item, record in records.items() for name in names}


def _joined(network: _Network) -> dict[str, Edge]:
    return {" ".join(pair): edge for pair, edge in network.edges.items()}


def _by_year(analysis: Analysis) -> dict[str, Year]:
    return {f"{year.year:04}": year for year in analysis.years}


def _nodes_shown(one: _Network, other: _Network, by: str) -> list[tuple[str, ...]]:
    """Each node of which the measure differs, or that is in one network alone."""
    before, now = ({path: getattr(node, by) for path, node in each.nodes.items()} for each in (one, other))
    ranks = [_ranks(values) for values in (before, now)]
    found = [path for path in before.keys() | now.keys() if before.get(path) != now.get(path)]
    found.sort(key=lambda path: (-abs(now.get(path, 0) - before.get(path, 0)), path))
    return [
        (
            (node := other.nodes.get(path) or one.nodes[path]).name,
            node.region,
            was := _told(before.get(path)),
            value := _told(now.get(path)),
            change(was, value, _DIGITS),
            *(_told(rank.get(path)) for rank in ranks),
        )
        for path in found
    ]


def _ranks(values: dict[str, float]) -> dict[str, int]:
    """The place of each, by value; equal values have the same."""
    ordered = sorted(values.values(), reverse=True)
    first = {value: place for place, value in reversed([*enumerate(ordered, 1)])}
    return {path: first[value] for path, value in values.items()}


def _edges_shown(one: _Network, other: _Network) -> list[tuple[str, ...]]:
    before, now = ({pair: edge.weight for pair, edge in each.edges.items()} for each in (one, other))
    names = {path: node.name for each in (one, other) for path, node in each.nodes.items()}
    found = [pair for pair in before.keys() | now.keys() if before.get(pair) != now.get(pair)]
    found.sort(key=lambda pair: (-abs(now.get(pair, 0) - before.get(pair, 0)), pair))
    return [
        (
            *(names[end] for end in pair),
            was := _told(before.get(pair)),
            value := _told(now.get(pair)),
            change(was, value),
        )
        for pair in found
    ]


def _years_shown(old: Analysis, new: Analysis) -> list[tuple[str, ...]]:
    before, now = _by_year(old), _by_year(new)
    rows = [
        (year, *(_told(getattr(each.get(year), name, None)) for name in _YEARLY for each in (before, now)))
        for year in sorted(before.keys() | now.keys())
    ]
    return [row for row in rows if row[1::2] != row[2::2]]


def _told(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
