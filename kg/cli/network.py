"""``kg network``: measures of a network, and the network as a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import compare_option, format_option, kg_command, out_option, store_option
from kg.cli.estimates import tell_of_estimates
from kg.cli.output import binary_output, on_terminal, say, text_output
from kg.cli.table import write_rows
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.stats import Analysis, Section

_PROJECTIONS = ["person-person", "office-office", "person-office", "office-meeting"]
_REGIONS = ["AP", "ESA", "WCA", "MENA", "EUR", "AMS", "GLOBAL"]
_MEASURES = ["meetings", "degree", "weighted_degree", "betweenness", "closeness", "eigenvector", "pagerank", "core"]
_SUFFIXES = {
    ".nodes.csv": "nodes",
    ".edges.csv": "edges",
    ".csv": "csv",
    ".json": "json",
    ".gexf": "gexf",
    ".graphml": "graphml",
    ".ttl": "turtle",
}
"""What the suffix of FILE tells, the longest first."""
_COMPARED = ("table", "json", "csv")
"""The forms in which a comparison is written."""
_YEAR = click.IntRange(1, 9999)


@kg_command(
    ("network", "who meets whom, as tables"),
    ("network office-office --region AP --from 2015 --to 2020", "offices at meetings of one region in six years"),
    ("network person-office --by betweenness --top 25", "the 25 that most shortest paths lead over"),
    ("network -o persons.gexf", "for Gephi; .graphml for others"),
    ("network -o persons.edges.csv", "a row an edge; .nodes.csv a row a node; .csv and .json all figures"),
    ("network --compare-with old.ttl", "what has changed since an export, or in another store"),
    ("network -o persons.ttl", "the figures as linked data (W3C Data Cube)"),
)
@click.argument("projection", type=click.Choice(_PROJECTIONS), default="person-person", required=False)
@click.option(
    "--region",
    "regions",
    multiple=True,
    type=click.Choice(_REGIONS),
    help="Only its meetings; may be given several times.",
)
@click.option("--from", "first", type=_YEAR, metavar="YEAR", help="Only meetings of this year or later.")
@click.option("--to", "last", type=_YEAR, metavar="YEAR", help="Only meetings of this year or earlier.")
@click.option("--top", default=10, show_default=True, type=click.IntRange(min=0), help="How many a table lists.")
@click.option(
    "--by", default="degree", show_default=True, type=click.Choice(_MEASURES), help="The measure that ranks the table."
)
@compare_option
@format_option(
    ["table", "json", "csv", "nodes", "edges", "gexf", "graphml", "turtle"],
    help="The form; by default what the suffix of FILE tells, else tables.",
)
@out_option
@store_option
def command(
    projection: str,
    regions: tuple[str, ...],
    first: int | None,
    last: int | None,
    top: int,
    by: str,
    other: Path | None,
    form: str | None,
    out: Path | None,
    store: Path,
) -> int:
    """Measure the network of those who meet, or write it for other programs.

    Two nodes are connected if both were at a meeting; the edge is as heavy as the number of meetings that they share.
    Degree, betweenness, closeness, eigenvector, PageRank and core of each node; communities (Louvain), bridges,
    assortativity by region, and the network year by year. Up to 1,000 nodes all is exact; up to 20,000 with igraph (the
    extra "networks"); beyond, betweenness and closeness are estimated from 500 nodes, the same on every run, and their
    standard errors are told. Meetings of an unknown year are left out where years are given. With --compare-with, what
    differs: figures, nodes, edges and years, before, now and the change.
    """
    from kg.stats import Projection, Selection, analyse, older_graph
    from kg.store import open_store

    chosen = form or _form_of(out)
    if other is not None and chosen not in _COMPARED:
        raise UsageError(
            f"A comparison cannot be written as {chosen}.",
            f"Choose one of {', '.join(_COMPARED)}, or write each network.",
        )
    selection = Selection(tuple(region for region in _REGIONS if region in regions), first, last)
    with open_store(store) as graph:
        analysis = analyse(graph, Projection(projection), selection)
        base = graph.manifest.base
    tell_of_estimates(len(analysis.nodes), analysis.pivots)
    if other is not None:
        with older_graph(other, base) as graph:
            old = analyse(graph, Projection(projection), selection)
        _write_changes(old, analysis, top, by, chosen, out, aligned=form == "table" or on_terminal(out))
    elif chosen == "table":
        _write_tables(analysis, top, by, out, aligned=form == "table" or on_terminal(out))
    elif chosen in {"json", "csv"}:
        _write_figures(analysis, chosen, out)
    else:
        _write_file(analysis, chosen, out)
    return 0


def _form_of(out: Path | None) -> str:
    name = "" if out is None else out.name.lower()
    return next((form for suffix, form in _SUFFIXES.items() if name.endswith(suffix)), "table")


def _write_changes(
    old: Analysis, new: Analysis, top: int, by: str, form: str, out: Path | None, *, aligned: bool
) -> None:
    from kg.stats import analysis_changes, analysis_changes_shown, changes_as_csv, changes_as_json

    if form == "table":
        tables = list(analysis_changes_shown(old, new, top, by))
        _write_sections(tables, out, aligned=aligned)
        if not tables:
            say("No figure differs.")
        return
    with text_output(out) as stream:
        tables = list(analysis_changes(old, new))
        stream.write(changes_as_json(tables) if form == "json" else changes_as_csv(tables))


def _write_tables(analysis: Analysis, top: int, by: str, out: Path | None, *, aligned: bool) -> None:
    from kg.stats import analysis_sections

    _write_sections(analysis_sections(analysis, top, by), out, aligned=aligned)


def _write_sections(tables: Iterable[Section], out: Path | None, *, aligned: bool) -> None:
    with text_output(out) as stream:
        for section in tables:
            if not aligned:
                stream.write(f"{section.title}\n")
            write_rows(section.columns, section.rows, stream, title=section.title, aligned=aligned)
            stream.write("\n")


def _write_figures(analysis: Analysis, form: str, out: Path | None) -> None:
    from kg.stats import analysis_to_csv, analysis_to_json

    with text_output(out) as stream:
        stream.write(analysis_to_json(analysis) if form == "json" else analysis_to_csv(analysis))


def _write_file(analysis: Analysis, form: str, out: Path | None) -> None:
    from kg.stats import write_cube, write_edges, write_gexf, write_graphml, write_nodes

    write = {
        "nodes": write_nodes,
        "edges": write_edges,
        "gexf": write_gexf,
        "graphml": write_graphml,
        "turtle": write_cube,
    }[form]
    with binary_output(out) as stream:
        write(analysis, stream)
