"""``kg stats``: figures of the graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.command import format_option, kg_command, out_option, store_option
from kg.cli.output import on_terminal, text_output
from kg.cli.table import write_rows


@kg_command(
    ("stats", "all figures as tables"),
    ("stats --top 25", "the 25 persons and offices with most meetings"),
    ("stats -f json -o stats.json", "for another program"),
)
@click.option(
    "--top", default=10, show_default=True, type=click.IntRange(min=0), help="How many persons and offices are listed."
)
@format_option(["table", "json", "csv"], help="The form; by default tables on a terminal, plain lines elsewhere.")
@out_option
@store_option
def command(top: int, form: str | None, out: Path | None, store: Path) -> int:
    """Count what is in the graph and measure its networks.

    Entities, meetings by region, kind and year, contradictions, coverage; and who meets whom: persons and offices that
    were at the same meeting, with degree, betweenness and PageRank.
    """
    from kg.stats import measure, sections, to_csv, to_json
    from kg.store import open_store

    with open_store(store) as graph:
        figures = measure(graph, top)
    aligned = form == "table" or on_terminal(out)
    with text_output(out) as stream:
        if form == "json":
            stream.write(to_json(figures))
        elif form == "csv":
            stream.write(to_csv(figures))
        else:
            for section in sections(figures):
                if not aligned:
                    stream.write(f"{section.title}\n")
                write_rows(section.columns, section.rows, stream, title=section.title, aligned=aligned)
                stream.write("\n")
    return 0
