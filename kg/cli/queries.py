"""``kg queries``: what can be asked by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.command import format_option, kg_command, out_option
from kg.cli.output import text_output
from kg.cli.table import write_rows

if TYPE_CHECKING:
    from kg.query import Query


@kg_command(
    ("queries", "names, questions and parameters"),
    ("queries chairs-of-global-meetings", "one of them in full, with its SPARQL"),
    ("queries -f json", "all of them, for another program"),
)
@click.argument("name", required=False)
@format_option(["table", "json"], help="The form of the list; by default a table on a terminal, plain lines elsewhere.")
@out_option
def command(name: str | None, form: str | None, out: Path | None) -> int:
    """List the questions that can be asked by name.

    With NAME, show that question: what it means, its parameters and columns, and its text.
    """
    from kg.query import list_queries, load_query

    chosen = [load_query(name)] if name else list_queries()
    with text_output(out) as stream:
        if form == "json":
            stream.write(json.dumps([_as_data(query) for query in chosen], ensure_ascii=False, indent=2) + "\n")
        elif name:
            stream.write(chosen[0].text)
        else:
            rows = [(query.name, query.summary, " ".join(_parameters(query))) for query in chosen]
            write_rows(("name", "question", "parameters"), rows, stream, aligned=form == "table")
    return 0


def _parameters(query: Query) -> list[str]:
    return [each.name if each.required else f"[{each.name}]" for each in query.parameters]


def _as_data(query: Query) -> dict[str, Any]:
    return {
        "name": query.name,
        "question": query.summary,
        "description": query.description,
        "tags": list(query.tags),
        "parameters": [
            {
                "name": each.name,
                "type": each.type.value,
                "required": each.required,
                "default": each.default,
                "example": each.example,
            }
            for each in query.parameters
        ],
        "columns": dict(query.columns),
    }
