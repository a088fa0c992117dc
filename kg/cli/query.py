"""``kg query``: answers a question."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import format_option, kg_command, out_option, store_option
from kg.cli.output import binary_output, on_terminal, text_output
from kg.cli.table import write_rows

if TYPE_CHECKING:
    from kg.query import Answer, Query

FORMATS = ("table", "markdown", "csv", "tsv", "json", "xml", "turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml")


@kg_command(
    ("query chairs-of-global-meetings", "a question by name; kg queries lists them"),
    ("query meetings-of-a-person -p person='Larry Liza'", "with a parameter"),
    ("query my-question.rq -f csv -o answer.csv", "a SPARQL query of your own, answered as CSV"),
    ("query - < my-question.rq", "the same from standard input"),
)
@click.argument("question", metavar="NAME|FILE|-")
@click.option(
    "-p",
    "--param",
    "given",
    multiple=True,
    metavar="KEY=VALUE",
    help="The value of a parameter; may be given several times.",
)
@format_option(FORMATS, help="The form of the answer: rows, or an RDF format for CONSTRUCT and DESCRIBE.")
@out_option
@store_option
def command(question: str, given: tuple[str, ...], form: str | None, out: Path | None, store: Path) -> int:
    """Answer a question: by name, from a file or from standard input.

    Rows come as a table on a terminal, there without the columns that only programs need, and as tab separated lines
    elsewhere; statements come as Turtle.
    """
    from kg.query import run
    from kg.store import open_store

    values = _values(given)
    query = _question(question)
    with open_store(store) as graph:
        answer = run(graph, query, values)
        if form == "table" or (form is None and not answer.is_graph):
            aligned = form == "table" or on_terminal(out)
            columns, rows = _for_people(query, answer) if aligned else (answer.columns, answer.table().rows)
            with text_output(out) as text:
                write_rows(columns, rows, text, title=query.summary, aligned=aligned)
        else:
            with binary_output(out) as stream:
                answer.write(stream, form or answer.formats[0])
    return 0


def _values(given: tuple[str, ...]) -> dict[str, str]:
    for each in given:
        if "=" not in each:
            raise click.BadParameter(f"{each!r} is not KEY=VALUE.", param_hint="-p")
    return {key.strip(): value for key, _, value in (each.partition("=") for each in given)}


def _for_people(query: Query, answer: Answer) -> tuple[Sequence[str], Iterable[Sequence[str]]]:
    """The answer to a named question without the columns that only programs need.

    These are parameters, which repeat what was asked, and IRIs, beside which a name stands.
    """
    if not query.columns:
        return answer.columns, answer.table().rows
    from pyoxigraph import NamedNode

    from kg.query import display

    rows = list(answer.rows())
    parameters = {each.name for each in query.parameters}
    shown = [
        number
        for number, column in enumerate(answer.columns)
        if column not in parameters and not any(isinstance(row[number], NamedNode) for row in rows)
    ] or list(range(len(answer.columns)))
    cells = [["" if (value := row[n]) is None else display(value) for n in shown] for row in rows]
    return [answer.columns[n] for n in shown], cells


def _question(name: str) -> Query:
    from kg.query import load_query, parse_query, read_query

    if name == "-":
        try:
            return parse_query(sys.stdin.buffer.read().decode("utf-8-sig"), "standard input")
        except UnicodeDecodeError as error:
            raise click.UsageError(f"Standard input is not text in UTF-8 (byte {error.start}).") from error
    if name.endswith((".rq", ".sparql")) or "/" in name:
        return read_query(Path(name))
    return load_query(name)
