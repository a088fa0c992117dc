"""Rows for people: an aligned table on a terminal, tab separated and plain for another program."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.cli.output import on_terminal, text_output

__all__ = ["write_rows"]


def write_rows(
    columns: Sequence[str], rows: Iterable[Sequence[str]], out: Path | None = None, *, title: str = ""
) -> None:
    """Writes rows to standard output or a file.

    Args:
        columns: Heads of the columns.
        rows: One string a column.
        out: See :func:`kg.cli.output.text_output`.
        title: Stands above the table on a terminal.
    """
    if on_terminal(out):
        _aligned(columns, rows, title)
        return
    with text_output(out) as stream:
        for row in (columns, *rows):
            stream.write("\t".join(" ".join(cell.split()) for cell in row) + "\n")


def _aligned(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, title=title or None, title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(file=sys.stdout).print(table)
