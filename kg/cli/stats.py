"""``kg stats``: figures of the graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.command import compare_option, format_option, kg_command, out_option, store_option
from kg.cli.estimates import tell_of_estimates
from kg.cli.output import on_terminal, say, text_output
from kg.cli.table import write_rows


@kg_command(
    ("stats", "all figures as tables"),
    ("stats --top 25", "the 25 persons and offices with most meetings"),
    ("stats -f json -o stats.json", "for another program"),
    ("stats --compare-with old.ttl", "what has changed since an export, or in another store"),
)
@click.option(
    "--top", default=10, show_default=True, type=click.IntRange(min=0), help="How many persons and offices are listed."
)
@compare_option
@format_option(["table", "json", "csv"], help="The form; by default tables on a terminal, plain lines elsewhere.")
@out_option
@store_option
def command(top: int, other: Path | None, form: str | None, out: Path | None, store: Path) -> int:
    """Count what is in the graph and measure its networks.

    Entities, meetings by region, kind and year, contradictions, coverage; and who meets whom: persons and offices that
    were at the same meeting, with degree, betweenness and PageRank. With --compare-with, the figures that differ:
    before, now and the change; what only a store counts (statements, sentences) is left out where the other graph is
    a file.
    """
    from kg.stats import changes, changes_as_csv, changes_as_json, comparable, measure, sections, to_csv, to_json
    from kg.store import open_store

    with open_store(store) as graph:
        figures = measure(graph, top)
    for network in figures.networks:
        tell_of_estimates(network.nodes, network.pivots)
    aligned = form == "table" or on_terminal(out)
    if other is not None:
        before, without = comparable(other, top)
        tables = list(changes(before, figures, without))
        texts = {"json": lambda: changes_as_json(tables), "csv": lambda: changes_as_csv(tables)}
    else:
        tables = list(sections(figures))
        texts = {"json": lambda: to_json(figures), "csv": lambda: to_csv(figures)}
    with text_output(out) as stream:
        if form in texts:
            stream.write(texts[form]())
            return 0
        for section in tables:
            if not aligned:
                stream.write(f"{section.title}\n")
            write_rows(section.columns, section.rows, stream, title=section.title, aligned=aligned)
            stream.write("\n")
    if not tables:
        say("No figure differs.")
    return 0
