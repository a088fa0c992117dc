"""``kg draw``: the graph as a picture."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.command import format_option, kg_command, store_option
from kg.cli.output import say, text_output
from kg.errors import UsageError

_SUFFIXES = {".html": "html", ".htm": "html", ".svg": "svg"}


@kg_command(
    ("draw", "graph.html: network, timeline and evidence in one file"),
    ("draw --most 100 -o core.html", "no more than the 100 persons and offices with most ties"),
    ("draw -o graph.svg", "the network alone, for a paper"),
    ("draw --store old/.kg -o old.html", "another graph"),
)
@format_option(["html", "svg"], help="The form; by default what the suffix of FILE tells, else HTML.")
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=1500,
    show_default=True,
    metavar="N",
    help="Draw no more than the N persons and offices with most ties.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Write to FILE; - is standard output.  [default: graph.html or graph.svg]",
)
@store_option
def command(form: str | None, most: int, out: Path | None, store: Path) -> int:
    """Draw the network of people, offices and meetings.

    The HTML file opens in any browser without network: filters by region, year and role, a timeline, search, and the
    sentence behind whatever is clicked. The same graph gives the same bytes.
    """
    from kg.draw import gather, to_html, to_svg
    from kg.store import open_store

    form = form or _form_of(out)
    out = out or Path(f"graph.{form}")
    with open_store(store) as graph:
        picture = gather(graph, most)
    with text_output(out) as stream:
        stream.write(to_svg(picture) if form == "svg" else to_html(picture))
    if str(out) != "-":
        left_out = f"; {picture.left_out} persons and offices left out, see --most" if picture.left_out else ""
        say(f"{out}: {len(picture.places)} nodes, {len(picture.edges)} edges{left_out}")
    return 0


def _form_of(out: Path | None) -> str:
    if out is None or str(out) == "-":
        return "html"
    form = _SUFFIXES.get(out.suffix.lower())
    if form is None:
        raise UsageError(
            f"The suffix of {out} is neither .html nor .svg.", "Add -f html or -f svg, or rename the file."
        )
    return form
