"""Which figures differ between two graphs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import NoSuchPath, UsageError
from kg.rdf import read_rdf
from kg.stats.figures import Statistics
from kg.stats.measure import measure
from kg.stats.output import Section, sections
from kg.store import GraphStore, address_of, memory_store, open_store
from kg.vocab import BASE

__all__ = ["COLUMNS", "change", "changes", "changes_as_csv", "changes_as_json", "comparable", "older_graph"]

_OF_STORES = frozenset({"graph", "coverage"})
"""Sections that count what a store has and an exported file does not: graphs of reports, sentences."""
_OF_EXPORTS = ("void:", "dcat:")
"""Prefixes of classes by which an export describes itself."""
_NETWORKS = {".gexf", ".graphml", ".csv"}
"""Suffixes of files in which there are figures, but not the graph of which they are."""
COLUMNS = ("item", "measure", "before", "now", "change")
"""What :func:`changes` tells of each figure."""


@contextmanager
def older_graph(path: Path | str, base: str = BASE) -> Iterator[GraphStore]:
    """The graph of a store or of an exported file.

    Args:
        path: The folder or server of a store, or a file in any RDF format.
        base: Beginning of the IRIs of entities in a file; a store has its own.

    Raises:
        NoSuchPath: There is nothing.
        StoreError: The store cannot be read.
        RdfSyntaxError: The file does not parse.
        UsageError: The file is of a form that holds no graph.
    """
    if address_of(path) is None and not Path(path).exists():
        raise NoSuchPath(
            f"There is no store and no file {path}.", "Name a store, or a file that kg export has written."
        )
    if not Path(path).is_file():
        with open_store(path) as graph:
            yield graph
        return
    if Path(path).suffix.lower() in _NETWORKS:
        raise UsageError(f"{path} holds figures, not a graph.", "Name the store, or a file that kg export has written.")
    with memory_store(read_rdf(Path(path)), str(path), base) as graph:
        yield graph


def comparable(path: Path | str, top: int) -> tuple[Statistics, frozenset[str]]:
    """The figures of a store or of an exported file, and the names of the sections that a file cannot have.

    Args:
        path: The folder or server of a store, or a file in any RDF format.
        top: How many persons and offices are listed.

    Raises:
        UsageError: There is nothing, or the file is of a form that holds no graph.
        StoreError: The store cannot be read.
        RdfSyntaxError: The file does not parse.
    """
    with older_graph(path) as graph:
        return measure(graph, top), _OF_STORES if Path(path).is_file() else frozenset()


def changes(old: Statistics, new: Statistics, without: frozenset[str] = frozenset()) -> Iterator[Section]:
    """What differs, section by section; sections in which nothing does are left out.

    Args:
        old: The figures before.
        new: The figures now.
        without: Names of sections that are not compared.
    """
    before, now = _cells(sections(old)), _cells(sections(new))
    titles = {section.name: section.title for figures in (old, new) for section in sections(figures)}
    for name, title in titles.items():
        if name in without:
            continue
        one, other = before.get(name, {}), now.get(name, {})
        rows = tuple(
            (*cell, was, value, change(was, value))
            for cell in dict.fromkeys((*other, *one))
            if (was := one.get(cell, "")) != (value := other.get(cell, ""))
        )
        if rows:
            yield Section(name, title, COLUMNS, rows)


def changes_as_csv(tables: Iterable[Section]) -> str:
    """The same as CSV (RFC 4180), a row a figure: section, item, measure, what it was and is, and the change."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("section", *COLUMNS))
    writer.writerows((section.name, *row) for section in tables for row in section.rows)
    return out.getvalue()


def changes_as_json(tables: Iterable[Section]) -> str:
    """The same as one JSON object: section, item and measure to what it was and is."""
    out: dict[str, dict[str, dict[str, dict[str, str]]]] = {}
    for section in tables:
        for item, measured, was, value, _ in section.rows:
            out.setdefault(section.name, {}).setdefault(item, {})[measured] = {"before": was, "now": value}
    return json.dumps(out, ensure_ascii=False, indent=2) + "\n"


def _cells(tables: Iterable[Section]) -> dict[str, dict[tuple[str, str], str]]:
    """Each figure by section, item and measure; in lists, the rank of each item among them."""
    found: dict[str, dict[tuple[str, str], str]] = {}
    for section in tables:
        cells = found.setdefault(section.name, {})
        for rank, row in enumerate(section.rows, 1):
            if row[0].startswith(_OF_EXPORTS):
                continue
            if section.name.startswith("top_"):
                cells[row[0], "rank"] = str(rank)
            for measured, value in zip(section.columns[1:], row[1:], strict=True):
                if measured != "path":
                    cells[row[0], measured] = value
    return found


def change(was: str, value: str, digits: int = 4) -> str:
    """The difference of two numbers with its sign; 'new' or 'gone' where one of them is missing.

    Args:
        was: The figure before; empty where there was none.
        value: The figure now; likewise.
        digits: So many after the point, unless the difference is a whole number.
    """
    if not was or not value:
        return "gone" if was else "new"
    try:
        difference = float(value) - float(was)
    except ValueError:
        return ""
    return f"{difference:+.0f}" if difference.is_integer() else f"{difference:+.{digits}f}"
