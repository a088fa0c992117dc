"""``kg export``: the graph as a file."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.command import format_option, kg_command, out_option, store_option
from kg.cli.output import binary_output


@kg_command(
    ("export -o graph.ttl", "the whole graph as Turtle"),
    ("export -f jsonld -o graph.jsonld", "in another format"),
    ("export -f trig -o graph.trig", "with the graph of each report beside the merged one"),
    ("export --report rocbap-664", "what one report states"),
)
@format_option(
    ["turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml"],
    help="The RDF format; by default what the suffix of FILE tells, else Turtle.",
)
@click.option("--report", metavar="ID", help="Write the graph of one report alone.")
@out_option
@store_option
def command(form: str | None, report: str | None, out: Path | None, store: Path) -> int:
    """Write the graph as Turtle or another RDF format.

    The same graph gives the same bytes. A description of the dataset (VoID, DCAT) is part of it. N-Quads and TriG hold
    the graph of each report as well.
    """
    from kg.export import export
    from kg.rdf import FORMS, form_named, form_of
    from kg.store import open_store

    chosen = form_named(form) if form else (form_of(out) if out else None) or FORMS["turtle"]
    with open_store(store) as graph, binary_output(out) as stream:
        export(graph, stream, chosen, report=report)
    return 0
